package nabla.optim;

import nabla.optim.Reason.Kind;

/**
 * Runs rules and searches: owns the loop, the tests for stopping, the trace, progress and interruption. Immutable; the options
 * return changed copies:
 *
 * <pre>{@code Outcome o = new Minimizer().steps(1000).tolerance(1e-10).minimize(f, x0, new Adam(0.01));}</pre>
 *
 * A run never throws for what the function does: divergence, NaN and infinities end it with a {@link Reason}, and the best point
 * is kept.
 *
 * @param steps the greatest number of steps
 * @param evaluations the greatest number of values of f
 * @param tolerance a gradient this short or shorter ends the run: ‖∇f‖ ≤ tolerance; 0 only where it vanishes
 * @param target a value this low or lower ends the run
 * @param trace whether the way is recorded
 * @param watch is told of every step
 */
public record Minimizer(int steps, int evaluations, double tolerance, double target, boolean trace, Watch watch) {
    /** Beyond this no descent on a function of doubles comes back. */
    private static final double FAR = 1e100;

    public Minimizer() {
        this(1000, Integer.MAX_VALUE, 1e-8, Double.NEGATIVE_INFINITY, true, Watch.NOTHING);
    }

    public Minimizer steps(int steps) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch);
    }

    public Minimizer evaluations(int evaluations) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch);
    }

    public Minimizer tolerance(double tolerance) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch);
    }

    public Minimizer target(double target) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch);
    }

    public Minimizer trace(boolean trace) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch);
    }

    public Minimizer watch(Watch watch) {
        return new Minimizer(steps, evaluations, tolerance, target, trace, watch);
    }

    /** Follows the rule from x0. */
    public Outcome minimize(Objective objective, double[] x0, Rule rule) {
        Counted f = new Counted(objective);
        Rule.Step step = rule.start(x0.length);
        Trace way = new Trace();
        double[] x = x0.clone();
        for (int k = 0; ; k++) {
            double value = f.value(x);
            f.keep(x, value);
            double[] g = Double.isFinite(value) ? f.gradient(x) : null;
            double norm = g == null ? Double.NaN : Numbers.norm(g);
            if (trace) way.add(x, value, norm);
            boolean stop = watch.stop(k, x, value, norm);
            Reason reason = stop ? Reason.of(Kind.STOPPED, k, Double.NaN) : reason(k, f, x, value, norm);
            if (reason != null) return f.outcome(x, norm, k, reason, way);
            double[] d = step.next(g);
            for (int i = 0; i < x.length; i++) x[i] += d[i];
        }
    }

    /** Why a run with these figures should end, null when it goes on. */
    Reason reason(int k, Counted f, double[] x, double value, double norm) {
        if (!Double.isFinite(value) || !Numbers.finite(x)) {
            if (k == 0) return Reason.of(Kind.START_NOT_FINITE, value, Double.NaN);
            return Reason.of(value > 0 ? Kind.DIVERGED : Kind.VALUE_NOT_FINITE, value, Double.NaN);
        }
        if (!Double.isFinite(norm)) return Reason.of(Kind.GRADIENT_NOT_FINITE, norm, Double.NaN);
        if (Math.abs(value) > FAR || Numbers.norm(x) > FAR) return Reason.of(Kind.DIVERGED, value, FAR);
        if (norm <= tolerance) return Reason.of(Kind.GRADIENT_SMALL, norm, tolerance);
        return limits(k, f, value);
    }

    private Reason limits(int k, Counted f, double value) {
        if (value <= target) return Reason.of(Kind.TARGET_REACHED, value, target);
        if (k >= steps) return Reason.of(Kind.STEPS_DONE, k, steps);
        if (f.evaluations >= evaluations) return Reason.of(Kind.EVALUATIONS_DONE, f.evaluations, evaluations);
        return null;
    }

    /** Answers the search until it ends; each evaluation is a step, the trace holds the points that were better than all before. */
    public Outcome minimize(Objective objective, Search search) {
        Counted f = new Counted(objective);
        Trace way = new Trace();
        for (int k = 0; ; k++) {
            double[] x = search.ask();
            double value = f.value(x);
            boolean better = f.bestAt == null || value < f.best;
            f.keep(x, value);
            if (trace && better) way.add(x, value, Double.NaN);
            search.tell(value);
            Reason reason = watch.stop(k, x, value, Double.NaN) ? Reason.of(Kind.STOPPED, k, Double.NaN) : search.reason();
            if (reason == null) reason = limits(k + 1, f, f.best);
            if (reason == null) continue;
            if (!Double.isFinite(f.best)) reason = Reason.of(Kind.VALUE_NOT_FINITE, f.best, Double.NaN);
            return f.outcome(x, Double.NaN, k + 1, reason, way);
        }
    }
}
