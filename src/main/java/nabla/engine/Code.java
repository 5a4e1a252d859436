package nabla.engine;

import nabla.value.Value;

/** Base of the classes the compiler generates: one unit of a program, ready to run. */
public abstract class Code {
    /** Stands in a variable's reference until the variable is set. */
    public static final Value UNDEFINED = new Undefined();

    /** What a script's unit gives when the program said return. */
    public static final Value[] RETURNED = {};

    /** Handed to the static initializer of the class being defined, which keeps them in static final fields. */
    static Object[] constants;

    /** Called by generated classes alone. */
    public static Object constant(int k) {
        return constants[k];
    }

    /** All of them, called by generated classes alone. */
    public static Object[] constants() {
        return constants;
    }

    /**
     * Runs the unit.
     *
     * @param arguments the parameters' values and, for an anonymous function, the captured ones after them
     */
    public abstract Value[] run(Frame frame, Value[] arguments, int nargout);

    private static final class Undefined extends Value {
        @Override
        public int[] dims() {
            return new int[] {0, 0};
        }

        @Override
        public String className() {
            return "undefined";
        }

        @Override
        public boolean isTrue() {
            return false;
        }
    }
}
