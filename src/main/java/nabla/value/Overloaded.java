package nabla.value;

/**
 * A value that takes every operation upon itself, such as a number that remembers how it was computed.
 *
 * <p>Operators, indexing and joining are known by the names of their functions: {@code plus}, {@code mtimes}, {@code subsref} (array,
 * indices …), {@code subsasgn} (array, new value, indices …), {@code delete} (array, indices …), {@code horzcat}, {@code vertcat},
 * {@code colon} (base, step, limit). Ordinary values never come here: each place asks only when no ordinary case has applied.
 */
public abstract class Overloaded extends Value {
    /**
     * Does what the function does, this value being among the arguments.
     *
     * @param plain the function for ordinary arguments
     */
    public abstract Value[] call(String function, Callable plain, Value[] arguments, int nargout);

    /** The ordinary value behind it: what conditions test, indices mean and output shows. */
    public abstract Value primal();

    /** Element i (from 0). */
    public final Value element(int i) {
        Callable part = (v, n) -> new Value[] {Indexing.get((Array) v[0], new Value[] {v[1]}, null)};
        return call("subsref", part, new Value[] {this, Real.of(i + 1)}, 1)[0];
    }

    /** The first of its kind among the values, or null. */
    public static Overloaded among(Value... values) {
        for (Value v : values) if (v instanceof Overloaded o) return o;
        return null;
    }

    /** The values with each of its kind replaced by the ordinary value behind it. */
    public static Value[] primals(Value... values) {
        Value[] r = values.clone();
        for (int k = 0; k < r.length; k++) r[k] = primal(r[k]);
        return r;
    }

    /** The ordinary value behind v, v itself when it is one. */
    public static Value primal(Value v) {
        return v instanceof Overloaded o ? o.primal() : v;
    }

    /** The function's results, by the first argument of this kind or, when there is none, plainly. */
    public static Value[] invoke(String function, Callable plain, Value[] arguments, int nargout) {
        Overloaded o = among(arguments);
        return o == null ? plain.call(arguments, nargout) : o.call(function, plain, arguments, nargout);
    }
}
