package nabla.optim;

import nabla.kernel.Symmetric;
import nabla.optim.Reason.Kind;

/**
 * Minimize ½·xᵀ·H·x + qᵀ·x under linear constraints and bounds, which may be infinite.
 *
 * @param h H, symmetric
 */
public record QuadraticProgram(double[][] h, double[] q, LinearConstraints rows, double[] lower, double[] upper) {
    /**
     * Where a solver ended.
     *
     * @param x the minimum, or the last point where the reason is no success
     */
    public record Solution(double[] x, double value, Multipliers multipliers, int iterations, Reason reason) {}

    int n() {
        return q.length;
    }

    /** ½·xᵀ·H·x + qᵀ·x. */
    double value(double[] x) {
        double v = 0;
        for (int i = 0; i < x.length; i++) v += x[i] * (Numbers.dot(h[i], x) / 2 + q[i]);
        return v;
    }

    /** H·x + q. */
    public double[] gradient(double[] x) {
        double[] g = q.clone();
        for (int i = 0; i < g.length; i++) g[i] += Numbers.dot(h[i], x);
        return g;
    }

    /** The global minimum of a convex program, by the dual active set where H is positive definite, else by the primal one. */
    public Solution solve(int iterations) {
        Factor factor = Factor.of(h);
        if (factor != null) return new DualActiveSet(this, factor).solve(iterations);
        double least = new Symmetric(h).least();
        if (convex(least)) return new PrimalActiveSet(this).solve(null, iterations);
        Multipliers none = Multipliers.none(n(), rows.b().length, rows.d().length);
        return new Solution(new double[n()], Double.NaN, none, 0, Reason.of(Kind.NOT_CONVEX, least, 0));
    }

    /** A local minimum of a program of any curvature, from a start that need not be feasible. */
    public Solution solve(double[] start, int iterations) {
        return new PrimalActiveSet(this).solve(start.clone(), iterations);
    }

    private boolean convex(double least) {
        double size = 0;
        for (double[] row : h) for (double v : row) size = Math.max(size, Math.abs(v));
        return least >= -1e-10 * size;
    }
}
