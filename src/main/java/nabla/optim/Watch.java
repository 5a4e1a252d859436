package nabla.optim;

/** Is told of every step, and may end the run; whatever it throws ends the run at once and reaches the caller. */
@FunctionalInterface
public interface Watch {
    Watch NOTHING = i -> false;

    /** Looks at an iterate; true ends the run. */
    boolean stop(Iterate i);

    /** The reason of the end that it asked for at a step. */
    default Reason why(int step) {
        return Reason.of(Reason.Kind.STOPPED, step, Double.NaN);
    }

    /** Whether it wants to look now, between two iterates, which may be far apart: asked before every evaluation. */
    default boolean restless() {
        return false;
    }

    /** Looks at the best point so far between two iterates; true ends the run. */
    default boolean glance(Iterate best) {
        return false;
    }

    /** Is told that a run begins. */
    default void begin() {}

    /** Is told that the run is over, however it ended; no watcher may throw here. */
    default void end() {}

    /** Is told what came out, when nothing was thrown. */
    default void done(Outcome o) {}
}
