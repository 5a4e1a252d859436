package nabla.optim;

import nabla.optim.Reason.Kind;

/**
 * BFGS: Newton's method with an inverse Hessian H learnt from gradients (Broyden, Fletcher, Goldfarb, Shanno 1970), with a line
 * search for the weak Wolfe conditions by bracketing and bisection. A trial that is not finite shortens the step.
 */
public final class QuasiNewton {
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    private final Minimizer limits;
    private final Counted f;
    private final int n;
    private final double[] h;
    private double[] x;
    private double value;
    private double[] g;
    private boolean scaled;

    private QuasiNewton(Minimizer limits, Objective objective, double[] x0) {
        this.limits = limits;
        f = new Counted(objective);
        n = x0.length;
        x = x0.clone();
        h = new double[n * n];
        reset();
    }

    /** Runs from x0 with the minimizer's limits, tolerance (on ‖∇f‖), trace and watcher. */
    public static Outcome minimize(Minimizer limits, Objective objective, double[] x0) {
        return new QuasiNewton(limits, objective, x0).run();
    }

    private void reset() {
        java.util.Arrays.fill(h, 0);
        for (int i = 0; i < n; i++) h[i * (n + 1)] = 1;
        scaled = false;
    }

    private Outcome run() {
        Trace way = new Trace();
        value = f.value(x);
        f.keep(x, value);
        g = Double.isFinite(value) ? f.gradient(x) : new double[] {Double.NaN};
        for (int k = 0; ; k++) {
            double norm = Numbers.norm(g);
            if (limits.trace()) way.add(x, value, norm);
            Reason reason = limits.watch().stop(k, x, value, norm)
                    ? Reason.of(Kind.STOPPED, k, Double.NaN)
                    : limits.reason(k, f, x, value, norm);
            if (reason == null && !step()) reason = Reason.of(Kind.NO_DESCENT, norm, limits.tolerance());
            if (reason != null) return f.outcome(x, norm, k, reason, way);
        }
    }

    private boolean step() {
        double[] d = direction();
        double slope = dot(d, g);
        if (!(slope < 0)) {
            reset();
            d = direction();
            slope = dot(d, g);
        }
        if (search(d, slope)) return true;
        reset();
        d = direction();
        return search(d, dot(d, g));
    }

    private double[] direction() {
        double[] d = new double[n];
        for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) d[i] -= h[i + j * n] * g[j];
        return d;
    }

    /** Moves to a point along d that satisfies both conditions, or the best one met; false when none is lower. */
    private boolean search(double[] d, double slope) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double t = scaled ? 1 : Math.min(1, 1 / Numbers.norm(g));
        double[] bestAt = null;
        double[] bestG = null;
        double best = value;
        for (int k = 0; k < 60; k++) {
            double[] y = x.clone();
            for (int i = 0; i < n; i++) y[i] += t * d[i];
            double v = f.value(y);
            if (!(v <= value + DECREASE * t * slope) || !Double.isFinite(v)) {
                high = t;
            } else {
                double[] gy = f.gradient(y);
                if (!Numbers.finite(gy)) {
                    high = t;
                } else {
                    if (v < best) {
                        best = v;
                        bestAt = y;
                        bestG = gy;
                    }
                    if (dot(gy, d) >= CURVATURE * slope) break;
                    low = t;
                }
            }
            t = Double.isInfinite(high) ? 2 * t : (low + high) / 2;
            if (high - low <= 1e-16 * high || t > 1e200) break;
        }
        if (bestAt == null) return false;
        accept(bestAt, best, bestG);
        return true;
    }

    /** H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ with s the step, y the gradient's change, ρ = 1/yᵀs. */
    private void accept(double[] to, double v, double[] gTo) {
        double[] s = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            s[i] = to[i] - x[i];
            y[i] = gTo[i] - g[i];
        }
        x = to;
        value = v;
        g = gTo;
        f.keep(x, value);
        double ys = dot(y, s);
        if (!(ys > 1e-14 * Numbers.norm(y) * Numbers.norm(s))) return;
        if (!scaled) for (int i = 0; i < n; i++) h[i * (n + 1)] = ys / dot(y, y);
        scaled = true;
        double[] hy = new double[n];
        for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) hy[i] += h[i + j * n] * y[j];
        double factor = (1 + dot(y, hy) / ys) / ys;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) h[i + j * n] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / ys;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
