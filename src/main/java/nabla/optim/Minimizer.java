package nabla.optim;

/**
 * Runs methods and rules within limits. Immutable; the options return changed copies:
 *
 * <pre>{@code Outcome o = new Minimizer().steps(1000).tolerance(1e-10).minimize(f, x0, new Adam(0.01));}</pre>
 *
 * A run never throws for what the function does: divergence, NaN and infinities end it with a {@link Reason}, and the best point
 * is kept.
 *
 * @param steps the greatest number of steps
 * @param evaluations the greatest number of values of f: never exceeded
 * @param tolerance a gradient this short or shorter ends the run: ‖∇f‖ ≤ tolerance; 0 only where it vanishes
 * @param target a value this low or lower ends the run
 * @param trace whether the way is recorded
 * @param watch is told of every step
 * @param seed of all chance in the run: the same seed gives the same run
 * @param journal of the function's answers, from which a run that was cut off goes on; null for none
 */
public record Minimizer(int steps, int evaluations, double tolerance, double target, boolean trace, Watch watch, long seed,
        Journal journal) {
    public Minimizer() {
        this(1000, Integer.MAX_VALUE, 1e-8, Double.NEGATIVE_INFINITY, true, Watch.NOTHING, 1, null);
    }

    public Minimizer steps(int steps) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Minimizer evaluations(int evaluations) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Minimizer tolerance(double tolerance) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Minimizer target(double target) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Minimizer trace(boolean trace) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Minimizer watch(Watch watch) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Minimizer seed(long seed) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Minimizer journal(Journal journal) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch, seed, journal);
    }

    public Outcome minimize(Problem problem, Method method) {
        return new Run(this, journal == null ? problem : journal.of(problem), null).of(method);
    }

    /** Without bounds. */
    public Outcome minimize(Objective f, double[] x0, Method method) {
        return minimize(new Problem(f, x0), method);
    }

    /** Follows the rule from x0. */
    public Outcome minimize(Objective f, double[] x0, Rule rule) {
        return minimize(f, x0, new Descent(rule));
    }
}
