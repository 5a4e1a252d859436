package nabla.kernel;

/** The decomposition C = B·diag(d)·Bᵀ of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan, 8.5). */
public final class Symmetric {
    /** The eigenvectors, one a column. */
    public final double[][] b;
    /** The eigenvalues, in no order. */
    public final double[] d;

    public Symmetric(double[][] c) {
        int n = c.length;
        double[][] a = new double[n][];
        b = new double[n][n];
        d = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = c[i].clone();
            b[i][i] = 1;
        }
        for (int sweep = 0; sweep < 40 && off(a) > 0; sweep++) {
            for (int p = 0; p < n; p++) for (int q = p + 1; q < n; q++) rotate(a, p, q);
        }
        for (int i = 0; i < n; i++) d[i] = a[i][i];
    }

    /** The least eigenvalue. */
    public double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double l : d) least = Math.min(least, l);
        return least;
    }

    /** What is left beside the diagonal, 0 where it no longer counts. */
    private static double off(double[][] a) {
        double off = 0;
        double on = 0;
        for (int i = 0; i < a.length; i++) {
            on += a[i][i] * a[i][i];
            for (int j = 0; j < i; j++) off += a[i][j] * a[i][j];
        }
        return off > 1e-32 * on ? off : 0;
    }

    /** A ← JᵀAJ, B ← BJ with the rotation that makes A(p, q) zero. */
    private void rotate(double[][] a, int p, int q) {
        double apq = a[p][q];
        if (apq == 0) return;
        double tau = (a[q][q] - a[p][p]) / (2 * apq);
        double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
            double bp = b[k][p];
            double bq = b[k][q];
            b[k][p] = c * bp - s * bq;
            b[k][q] = s * bp + c * bq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
    }
}
