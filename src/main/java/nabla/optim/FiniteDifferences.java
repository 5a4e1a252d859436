package nabla.optim;

import java.util.function.UnaryOperator;

/** Derivatives by differences of values. */
public final class FiniteDifferences {
    /** ∛(machine epsilon), which balances the truncation error h² of central differences against rounding ε/h. */
    private static final double CENTRAL = Math.cbrt(Math.ulp(1.0));

    private FiniteDifferences() {}

    /**
     * ∂f/∂xᵢ ≈ (f(x + h·eᵢ) − f(x − h·eᵢ)) / 2h with h = ∛ε·max(1, |xᵢ|). Where one side is not finite (the edge of the
     * function's domain) the other side alone is used.
     */
    public static double[] central(Objective f, double[] x) {
        double[] at = x.clone();
        double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double h = CENTRAL * Math.max(1, Math.abs(x[i]));
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

    /** The Jacobian of c at x by central differences, its columns: one for each variable. */
    static double[][] jacobian(UnaryOperator<double[]> c, double[] x) {
        double[] at = x.clone();
        double[][] columns = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double h = CENTRAL * Math.max(1, Math.abs(x[i]));
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

    private static double oneSided(Objective f, double[] x, int i, double left, double fLeft, double right, double fRight) {
        double here = f.value(x);
        if (Double.isFinite(fRight)) return (fRight - here) / (right - x[i]);
        return (here - fLeft) / (x[i] - left);
    }
}
