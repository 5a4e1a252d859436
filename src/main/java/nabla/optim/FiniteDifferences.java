package nabla.optim;

import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Derivatives by differences of values. */
public final class FiniteDifferences {
    /** ∛(machine epsilon), which balances the truncation error h² of central differences against rounding ε/h. */
    static final double STEP = Math.cbrt(Math.ulp(1.0));

    private static final double FORWARD = Math.sqrt(Math.ulp(1.0));

    private FiniteDifferences() {}

    /**
     * ∂f/∂xᵢ ≈ (f(x + h·eᵢ) − f(x − h·eᵢ)) / 2h with h = ∛ε·max(1, |xᵢ|). Where one side is not finite (the edge of the
     * function's domain) the other side alone is used.
     */
    public static double[] central(Objective f, double[] x) {
        double[] size = unit(x);
        f.ahead(2 * x.length, steps(x, size));
        double[] at = x.clone();
        double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double h = STEP * size[i];
            double right = x[i] + h;
            double left = x[i] - h;
            at[i] = right;
            double fRight = f.value(at);
            at[i] = left;
            double fLeft = f.value(at);
            at[i] = x[i];
            g[i] = (fRight - fLeft) / (right - left);
            if (!Double.isFinite(g[i])) g[i] = oneSided(f, at, i, left, fLeft, right, fRight);
        }
        return g;
    }

    /** max(1, |xᵢ|). */
    static double[] unit(double[] x) {
        double[] size = new double[x.length];
        for (int i = 0; i < size.length; i++) size[i] = Math.max(1, Math.abs(x[i]));
        return size;
    }

    /** The points of central differences, in the order in which their values are asked for. */
    static IntFunction<double[]> steps(double[] x, double[] size) {
        return k -> moved(x, k / 2, (k % 2 == 0 ? STEP : -STEP) * size[k / 2]);
    }

    /** The points of forward differences. */
    static IntFunction<double[]> forwardSteps(double[] x, double[] size) {
        return k -> moved(x, k, FORWARD * size[k]);
    }

    private static double[] moved(double[] x, int i, double h) {
        double[] at = x.clone();
        at[i] += h;
        return at;
    }

    /** The Jacobian of c at x by central differences, its columns: one for each variable; h as for gradients. */
    static double[][] jacobian(UnaryOperator<double[]> c, double[] x) {
        return columns(c, x, unit(x));
    }

    private static double[][] columns(UnaryOperator<double[]> c, double[] x, double[] size) {
        double[] at = x.clone();
        double[][] columns = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double h = STEP * size[i];
            at[i] = x[i] + h;
            double right = at[i];
            double[] cRight = c.apply(at);
            at[i] = x[i] - h;
            double left = at[i];
            double[] cLeft = c.apply(at);
            at[i] = x[i];
            if (!Numbers.finite(cRight)) {
                right = x[i];
                cRight = c.apply(at);
            } else if (!Numbers.finite(cLeft)) {
                left = x[i];
                cLeft = c.apply(at);
            }
            columns[i] = new double[cRight.length];
            for (int k = 0; k < cRight.length; k++) columns[i][k] = (cRight[k] - cLeft[k]) / (right - left);
        }
        return columns;
    }

    /**
     * ∂rᵢ/∂xⱼ at [i + j·m] by central differences of a function with m results, with steps h = ∛ε·sizeⱼ: about eleven digits.
     *
     * @param size how large each variable typically is
     */
    public static double[] jacobian(UnaryOperator<double[]> r, double[] x, double[] size) {
        double[][] columns = columns(r, x, size);
        int m = columns[0].length;
        double[] jacobian = new double[m * x.length];
        for (int j = 0; j < x.length; j++) System.arraycopy(columns[j], 0, jacobian, j * m, m);
        return jacobian;
    }

    /**
     * The matrix of second derivatives by central differences of gradients, made symmetric. Where these are differences themselves
     * the steps are √√ε, longer than theirs.
     */
    static double[] hessian(Objective f, double[] x) {
        int n = x.length;
        double step = f.hasGradient() ? STEP : Math.sqrt(FORWARD);
        double[] at = x.clone();
        double[] h = new double[n * n];
        for (int j = 0; j < n; j++) {
            double right = x[j] + step * Math.max(1, Math.abs(x[j]));
            double left = x[j] - step * Math.max(1, Math.abs(x[j]));
            at[j] = right;
            double[] above = f.gradient(at);
            at[j] = left;
            double[] below = f.gradient(at);
            at[j] = x[j];
            for (int i = 0; i < n; i++) {
                double half = (above[i] - below[i]) / (right - left) / 2;
                h[i + j * n] += half;
                h[j + i * n] += half;
            }
        }
        return h;
    }

    /** The same by forward differences from r(x) = here, with steps h = √ε·sizeⱼ: half the price and about eight digits. */
    public static double[] jacobian(UnaryOperator<double[]> r, double[] x, double[] size, double[] here) {
        int m = here.length;
        double[] at = x.clone();
        double[] jacobian = new double[m * x.length];
        for (int j = 0; j < x.length; j++) {
            at[j] = x[j] + FORWARD * size[j];
            double[] there = r.apply(at);
            for (int i = 0; i < m; i++) jacobian[i + j * m] = (there[i] - here[i]) / (at[j] - x[j]);
            at[j] = x[j];
        }
        return jacobian;
    }

    /** How large variables typically are: |xⱼ|, and 1 for those that are 0. */
    static double[] sizes(double[] x) {
        double[] size = new double[x.length];
        for (int j = 0; j < size.length; j++) size[j] = x[j] == 0 ? 1 : Math.abs(x[j]);
        return size;
    }

    private static double oneSided(Objective f, double[] x, int i, double left, double fLeft, double right, double fRight) {
        double here = f.value(x);
        if (Double.isFinite(fRight)) return (fRight - here) / (right - x[i]);
        return (here - fLeft) / (x[i] - left);
    }
}
