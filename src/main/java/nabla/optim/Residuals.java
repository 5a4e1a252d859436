package nabla.optim;

/** m residuals r of n variables, to be made small together: as an objective f(x) = Σ rᵢ(x)², with ∇f = 2·Jᵀ·r. */
@FunctionalInterface
public interface Residuals extends Objective {
    /** r(x), in a new array of the same length for every x. The argument is the caller's: read it, do not keep or change it. */
    double[] residuals(double[] x);

    /** The Jacobian ∂rᵢ/∂xⱼ at [i + j·m], in a new array; without one of its own r gets central differences. */
    default double[] jacobian(double[] x) {
        return jacobian(x, Box.free(x.length));
    }

    /** The Jacobian by central differences whose points lie in a box. */
    default double[] jacobian(double[] x, Box box) {
        return FiniteDifferences.jacobian(this, x, FiniteDifferences.sizes(x), box);
    }

    /** Whether {@link #jacobian} is the function's own, so that it costs no values. */
    default boolean hasJacobian() {
        return false;
    }

    @Override
    default double value(double[] x) {
        return Numbers.sumOfSquares(residuals(x));
    }

    @Override
    default double[] gradient(double[] x) {
        double[] r = residuals(x);
        double[] j = jacobian(x);
        double[] g = new double[x.length];
        for (int k = 0; k < g.length; k++) for (int i = 0; i < r.length; i++) g[k] += 2 * j[i + k * r.length] * r[i];
        return g;
    }

    @Override
    default boolean hasGradient() {
        return hasJacobian();
    }
}
