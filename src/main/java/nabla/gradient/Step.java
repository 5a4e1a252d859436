package nabla.gradient;

import nabla.value.Value;

/** One computation on a tape: knows what its results' derivatives add to those of its arguments. */
abstract class Step {
    /** The sizes of the first result. */
    final int[] dims;

    Step(Value result) {
        dims = result.dims();
    }

    /** Passes the derivatives of the step's results, the first of which has this number on the tape, on to its arguments. */
    abstract void pull(Sweep sweep, int at);

    /** A variable: nothing stands behind it. */
    static final class Variable extends Step {
        Variable(Value x) {
            super(x);
        }

        @Override
        void pull(Sweep sweep, int at) {}
    }

    /** What a function read back from the screen, a figure or a message: nothing behind it is known, and a derivative that arrives is an error. */
    static final class Unfollowed extends Step {
        private final String function;

        Unfollowed(Value read, String function) {
            super(read);
            this.function = function;
        }

        @Override
        void pull(Sweep sweep, int at) {
            throw Recorder.failure(function, "what has been shown or drawn is not followed", "показанное и нарисованное не отслеживается");
        }
    }
}
