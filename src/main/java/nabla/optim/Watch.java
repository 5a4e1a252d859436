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
}
