package nabla.optim;

/**
 * Why a run ended.
 *
 * @param measure the number that decided: a gradient's norm, a step's length, a count, a value
 * @param limit what it was compared with, NaN when nothing
 */
public record Reason(Kind kind, double measure, double limit) {
    /** The kinds, each with the exit flag MATLAB gives: positive for success, 0 for a limit, negative for failure. */
    public enum Kind {
        /** ‖∇f‖ ≤ tolerance. */
        GRADIENT_SMALL(1),
        /** The steps or the simplex became smaller than the tolerance. */
        STEP_SMALL(2),
        /** Many searches from elsewhere led to nothing lower, and several to the same value. */
        SETTLED(1),
        /** The value hardly changes any more. */
        VALUE_FLAT(3),
        /** What a step promises to gain, and what it gains, is less than the tolerance, relative to the value. */
        GAIN_SMALL(3),
        /** The value reached the one asked for. */
        TARGET_REACHED(4),
        /** All steps were taken; the limit is the tolerance that a gradient has not met. */
        STEPS_DONE(0),
        /** All evaluations were spent. */
        EVALUATIONS_DONE(0),
        /** The time allowed is over. */
        TIME_OVER(0),
        /** The watcher said stop. */
        STOPPED(-1),
        /** The iterates run away: their values grow beyond all bounds. */
        DIVERGED(-2),
        /** f became NaN or infinite. */
        VALUE_NOT_FINITE(-3),
        /** ∇f became NaN or infinite. */
        GRADIENT_NOT_FINITE(-4),
        /** f is NaN or infinite at the start. */
        START_NOT_FINITE(-5),
        /** A constraint is NaN or infinite at the start. */
        CONSTRAINT_NOT_FINITE(-5),
        /** f was NaN or infinite wherever it was taken. */
        NEVER_FINITE(-5),
        /** No point along the direction is lower. */
        NO_DESCENT(5),
        /** No step leads on, though the conditions for a minimum under constraints hold only roughly. */
        STALLED(0),
        /** f is flat around the end, but not farther off: its slopes say nothing. */
        PLATEAU(0),
        /** No point satisfies the constraints, or none was found. */
        INFEASIBLE(-2),
        /** Feasible points are as low as one likes. */
        UNBOUNDED(-3),
        /** The quadratic function is not convex. */
        NOT_CONVEX(-6);

        private final int flag;

        Kind(int flag) {
            this.flag = flag;
        }

        public int flag() {
            return flag;
        }
    }

    public static Reason of(Kind kind, double measure, double limit) {
        return new Reason(kind, measure, limit);
    }

    /** Whether somebody ended the run from outside, so that no other is to follow. */
    public boolean halted() {
        return kind == Kind.STOPPED || kind == Kind.TIME_OVER;
    }

    /** Whether a minimum was found rather than a limit met or a failure seen. */
    public boolean success() {
        return kind.flag > 0;
    }
}
