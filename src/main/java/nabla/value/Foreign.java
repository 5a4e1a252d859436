package nabla.value;

/**
 * A Java object as a value: a rule of the optimizers, a {@code containers.Map}. The object's class says how it is called in the
 * language by implementing {@link Named}; assignment copies the reference.
 */
public final class Foreign extends Value {
    /** What a foreign object says of itself. */
    public interface Named {
        /** What {@code class(x)} answers. */
        String className();

        /** What is printed after {@code x = }. */
        @Override
        String toString();

        /** The sizes that {@code size} reports. */
        default int[] dims() {
            return new int[] {1, 1};
        }
    }

    private final Named object;

    public Foreign(Named object) {
        this.object = object;
    }

    public Named object() {
        return object;
    }

    @Override
    public int[] dims() {
        return object.dims();
    }

    @Override
    public String className() {
        return object.className();
    }

    @Override
    public boolean isTrue() {
        throw Failure.of("a %s is neither true nor false", "%s не бывает истинным или ложным", className());
    }
}
