package nabla.optim;

/** Minimize cᵀ·x under linear constraints and bounds, which may be infinite. */
public record LinearProgram(double[] c, LinearConstraints rows, double[] lower, double[] upper) {
    /**
     * Where the solver ended.
     *
     * @param x the minimum, or the last point where the reason is no success
     */
    public record Solution(double[] x, double value, Multipliers multipliers, int iterations, Reason reason) {}

    /** By the simplex method. */
    public Solution solve(int iterations) {
        return new Simplex(this).solve(iterations);
    }
}
