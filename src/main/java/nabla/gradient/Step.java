package nabla.gradient;

import nabla.value.Value;

/** One computation on a tape: knows what its results' derivatives add to those of its arguments. */
abstract class Step {
    static final int[] NONE = {};

    /** The sizes of the first result. */
    final int[] dims;

    Step(Value result) {
        dims = result.dims();
    }

    /** Passes the derivatives of the step's results, the first of which has this number on the tape, on to its arguments. */
    abstract void pull(Sweep sweep, int at);

    /** The steps that this one computed its result from, where they are asked for: an index depends on them. */
    int[] parents() {
        return NONE;
    }

    /** Whether the result is a difference, which may have few digits left, or elements of one. */
    boolean isDifference(Tape tape) {
        for (int p : parents()) if (p >= 0 && tape.step(p) != null && tape.step(p).isDifference(tape)) return true;
        return false;
    }

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

    /**
     * A number rounded: a derivative that arrives is an error, since 0 would mislead. Where the number, or what was computed from it, served
     * as an index, it chooses like a condition, and so does the same number rounded again: there is none behind it.
     */
    static final class Rounded extends Step {
        private final String function;
        private final int[] parent;

        Rounded(Value y, String function, int parent) {
            super(y);
            this.function = function;
            this.parent = new int[] {parent};
        }

        @Override
        int[] parents() {
            return parent;
        }

        @Override
        boolean isDifference(Tape tape) {
            return false;
        }

        @Override
        void pull(Sweep s, int at) {
            if (!s.chooses(parent[0]) && !Tape.isZero(s.of(at))) throw s.lost(at, () -> Recorder.steps(function));
        }
    }
}
