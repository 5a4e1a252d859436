package nabla.value;

/** A foreign object that is indexed, written to and asked like a variable: {@code m(key)}, {@code m(key) = v}, {@code m.Count}, {@code m.keys()}. */
public interface Indexed {
    /** {@code object(indices)}. */
    Value get(Value[] indices);

    /** {@code object(indices) = v}: changes the object that every holder sees. */
    void set(Value[] indices, Value v);

    /** {@code object.name}, null when there is no such property. */
    Value property(String name);

    /** {@code object.name = v}; false when there is no such property or it is not for others to change. */
    default boolean set(String name, Value v) {
        return false;
    }

    /** {@code object.name(arguments)}, null when there is no such method. */
    Value[] method(String name, Value[] arguments, int nargout);
}
