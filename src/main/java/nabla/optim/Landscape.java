package nabla.optim;

import java.util.Arrays;
import nabla.kernel.Symmetric;

/**
 * What f is like around a point, by its Hessian there.
 *
 * @param value f(x)
 * @param gradientNorm ‖∇f(x)‖
 * @param slope of f along {@code lowest}
 * @param eigenvalues of the Hessian, ascending
 * @param lowest the unit eigenvector of the least one
 * @param scale s that makes the Hessian's diagonal by x = s·y all ones, as far as it is positive
 * @param scaled the condition of the Hessian by y
 */
public record Landscape(double value, double gradientNorm, double slope, double[] eigenvalues, double[] lowest, double[] scale, double scaled) {
    /** What is smaller than this, relative to the largest eigenvalue, is 0 to rounding. */
    private static final double ROUNDING = 1e-9;

    /** A gain smaller than this is none. */
    private static final double SMALL = 1e-8;

    /** @param f with not too many variables: a Hessian by differences takes 2n gradients */
    public static Landscape at(Objective f, double[] x) {
        int n = x.length;
        double[] h = f.hessian(x);
        double[][] rows = new double[n][n];
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) scale[i] = h[i + i * n] > 0 ? 1 / Math.sqrt(h[i + i * n]) : 1;
        double[][] scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = h[i + j * n];
                scaled[i][j] = rows[i][j] * scale[i] * scale[j];
            }
        }
        Symmetric e = new Symmetric(rows);
        int least = 0;
        for (int i = 1; i < n; i++) if (e.d[i] < e.d[least]) least = i;
        double[] lowest = new double[n];
        for (int i = 0; i < n; i++) lowest[i] = e.b[i][least];
        double[] values = e.d.clone();
        Arrays.sort(values);
        double[] g = f.gradient(x);
        return new Landscape(f.value(x), Numbers.norm(g), Numbers.dot(g, lowest), values, lowest, scale, condition(new Symmetric(scaled).d));
    }

    private static double condition(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (double v : values) {
            least = Math.min(least, v);
            greatest = Math.max(greatest, Math.abs(v));
        }
        return least > 0 ? greatest / least : Double.POSITIVE_INFINITY;
    }

    /** The greatest eigenvalue over the least one; infinite unless all are positive. */
    public double condition() {
        return condition(eigenvalues);
    }

    /** The sign of the least eigenvalue, 0 when it is nothing but rounding. */
    public int sign() {
        double greatest = Math.max(Math.abs(eigenvalues[0]), Math.abs(eigenvalues[eigenvalues.length - 1]));
        return Math.abs(eigenvalues[0]) <= ROUNDING * greatest ? 0 : eigenvalues[0] > 0 ? 1 : -1;
    }

    /** Whether a Newton step has next to nothing to gain, relative to the value: what ‖∇f‖²/λ says. */
    public boolean stationary() {
        double least = eigenvalues[0];
        double lambda = sign() > 0 ? least : Math.max(Math.abs(least), Math.abs(eigenvalues[eigenvalues.length - 1]));
        return gradientNorm == 0 || gradientNorm * gradientNorm / lambda <= SMALL * (1 + Math.abs(value));
    }
}
