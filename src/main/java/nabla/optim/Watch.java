package nabla.optim;

/** Is told of every step, and may end the run; whatever it throws ends the run at once and reaches the caller. */
@FunctionalInterface
public interface Watch {
    Watch NOTHING = (step, x, value, gradientNorm) -> false;

    /** Looks at an iterate (its array is the run's: not to be kept or changed); true ends the run. */
    boolean stop(int step, double[] x, double value, double gradientNorm);

    /** Looks at a generation of points, x the lowest of them. */
    default boolean stop(int step, double[] x, double value, double[][] generation) {
        return stop(step, x, value, Double.NaN);
    }

    /** Is told that a run begins. */
    default void begin() {}

    /** Is told that the run is over, however it ended; no watcher may throw here. */
    default void end() {}

    /** Both are told of everything, this one first; either ends the run. */
    default Watch with(Watch next) {
        Watch here = this;
        return new Watch() {
            @Override
            public boolean stop(int step, double[] x, double value, double gradientNorm) {
                return here.stop(step, x, value, gradientNorm) | next.stop(step, x, value, gradientNorm);
            }

            @Override
            public boolean stop(int step, double[] x, double value, double[][] generation) {
                return here.stop(step, x, value, generation) | next.stop(step, x, value, generation);
            }

            @Override
            public void begin() {
                here.begin();
                next.begin();
            }

            @Override
            public void end() {
                here.end();
                next.end();
            }
        };
    }
}
