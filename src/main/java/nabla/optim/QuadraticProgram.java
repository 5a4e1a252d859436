package nabla.optim;

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
    double[] gradient(double[] x) {
        double[] g = q.clone();
        for (int i = 0; i < g.length; i++) g[i] += Numbers.dot(h[i], x);
        return g;
    }
}
