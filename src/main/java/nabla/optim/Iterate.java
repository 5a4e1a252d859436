package nabla.optim;

/**
 * A run as its watcher sees it at one iterate. The arrays are the run's: not to be kept or changed.
 *
 * @param step counted from 0, the start
 * @param value f(x)
 * @param gradient ∇f(x), null where the method takes none
 * @param optimality ‖∇f‖, or how far x is from the conditions for a minimum under bounds and constraints; NaN when it is not known
 * @param residuals r(x) of a sum of squares, else null
 * @param violation the greatest violation of a constraint at x, NaN where there are none
 * @param evaluations of f so far
 * @param best the lowest value so far
 * @param bestAt where it was seen
 * @param generation the points of a method that moves many, x the lowest of them; else null
 */
public record Iterate(int step, double[] x, double value, double[] gradient, double optimality, double[] residuals, double violation,
        int evaluations, double best, double[] bestAt, double[][] generation) {
    /** An iterate of a function of one variable. */
    public static Iterate of(int step, double x, double value, int evaluations) {
        double[] at = {x};
        return new Iterate(step, at, value, null, Double.NaN, null, Double.NaN, evaluations, value, at, null);
    }

    /** The same after another number of evaluations. */
    public Iterate after(int evaluations) {
        return new Iterate(step, x, value, gradient, optimality, residuals, violation, evaluations, best, bestAt, generation);
    }

    /** The end of a run: its best point. */
    public static Iterate end(Outcome o) {
        return new Iterate(o.steps(), o.x(), o.value(), null, o.gradientNorm(), null, Double.NaN, o.evaluations(), o.value(), o.x(), null);
    }
}
