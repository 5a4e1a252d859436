package nabla.linalg;

import nabla.value.Numeric;
import nabla.value.Real;

/** A = Q·R by Householder reflections (real matrices), with the signs LAPACK gives; with pivoting A(:, p) = Q·R, |rₖₖ| falling. */
public final class Qr {
    private final int m;
    private final int n;
    private final boolean single;
    private final double[] a;
    private final double[] tau;
    private final int[] order;

    public Qr(Numeric matrix, boolean pivot) {
        Shape.matrix("qr", matrix);
        m = matrix.rows();
        n = matrix.columns();
        single = matrix.isSingle();
        a = Shape.re(matrix);
        tau = new double[Math.min(m, n)];
        order = new int[n];
        for (int j = 0; j < n; j++) order[j] = j;
        if (Lapack.worth(work(n))) {
            byLapack(pivot);
            return;
        }
        for (int k = 0; k < tau.length; k++) {
            Patience.poll();
            if (pivot) bringLongest(k);
            reflect(k);
        }
    }

    private double work(int columns) {
        return 2.0 * m * columns * tau.length;
    }

    private void byLapack(boolean pivot) {
        if (!pivot) {
            Lapack.qr(a, m, n, tau);
            return;
        }
        int[] p = new int[n];
        Lapack.qrPivoted(a, m, n, tau, p);
        for (int j = 0; j < n; j++) order[j] = p[j] - 1;
    }

    private double below(int k, int j) {
        double scale = 0;
        for (int i = k; i < m; i++) scale = Math.max(scale, Math.abs(a[i + j * m]));
        if (scale == 0 || scale != scale) return scale;
        double sum = 0;
        for (int i = k; i < m; i++) sum += a[i + j * m] / scale * (a[i + j * m] / scale);
        return scale * Math.sqrt(sum);
    }

    private void bringLongest(int k) {
        int best = k;
        double longest = below(k, k);
        for (int j = k + 1; j < n; j++) {
            double l = below(k, j);
            if (l > longest) {
                longest = l;
                best = j;
            }
        }
        if (best == k) return;
        for (int i = 0; i < m; i++) {
            double t = a[i + k * m];
            a[i + k * m] = a[i + best * m];
            a[i + best * m] = t;
        }
        int t = order[k];
        order[k] = order[best];
        order[best] = t;
    }

    /** H = I − τ·v·vᵀ with v₁ = 1 takes column k to β·e₁, β = −sign(α)·‖column‖; no reflection where all below is zero. */
    private void reflect(int k) {
        double alpha = a[k + k * m];
        double rest = k + 1 < m ? below(k + 1, k) : 0;
        if (rest == 0) return;
        double beta = -Math.copySign(Math.hypot(alpha, rest), alpha);
        tau[k] = (beta - alpha) / beta;
        for (int i = k + 1; i < m; i++) a[i + k * m] /= alpha - beta;
        a[k + k * m] = beta;
        for (int j = k + 1; j < n; j++) apply(k, a, j);
    }

    private void apply(int k, double[] x, int j) {
        double s = x[k + j * m];
        for (int i = k + 1; i < m; i++) s += a[i + k * m] * x[i + j * m];
        s *= tau[k];
        x[k + j * m] -= s;
        for (int i = k + 1; i < m; i++) x[i + j * m] -= s * a[i + k * m];
    }

    /** The first columns of Q. */
    public Real q(int columns) {
        double[] q = new double[m * columns];
        if (Lapack.worth(work(columns))) {
            System.arraycopy(a, 0, q, 0, m * Math.min(columns, tau.length));
            Lapack.q(q, m, columns, Math.min(columns, tau.length), tau);
            return Shape.real(single, q, m, columns);
        }
        for (int j = 0; j < columns; j++) q[j + j * m] = 1;
        for (int k = tau.length - 1; k >= 0; k--) {
            Patience.poll();
            for (int j = 0; j < columns; j++) apply(k, q, j);
        }
        return Shape.real(single, q, m, columns);
    }

    /** The first rows of R. */
    public Real r(int rows) {
        double[] r = new double[rows * n];
        for (int j = 0; j < n; j++) for (int i = 0; i <= Math.min(j, rows - 1); i++) r[i + j * rows] = a[i + j * m];
        return Shape.real(single, r, rows, n);
    }

    /** Column j of Q·R is column order()[j] of A. */
    public int[] order() {
        return order.clone();
    }
}
