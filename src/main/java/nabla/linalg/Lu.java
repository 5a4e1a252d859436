package nabla.linalg;

import nabla.value.Numeric;
import nabla.value.Real;

/**
 * P·A = L·U with partial pivoting, for real and complex matrices: L m×r with ones on its diagonal, U r×n, r the smaller size. The
 * factors lie in one array as LAPACK packs them.
 */
public final class Lu {
    private final int m;
    private final int n;
    private final boolean single;
    private final double[] re;
    /** Null for a real matrix. */
    private final double[] im;

    private final int[] order;
    private int sign = 1;
    /** What LAPACK exchanged; null where the factors are this class's own. */
    private int[] pivots;

    private final double norm1;

    public Lu(Numeric a) {
        Shape.matrix("lu", a);
        m = a.rows();
        n = a.columns();
        single = a.isSingle();
        re = Shape.re(a);
        im = a.isComplex() ? Shape.im(a) : null;
        norm1 = Norm.one(a);
        order = new int[m];
        for (int i = 0; i < m; i++) order[i] = i;
        if (im == null && Lapack.worth((double) m * n * Math.min(m, n))) {
            byLapack();
            return;
        }
        for (int k = 0; k < Math.min(m, n); k++) {
            Patience.poll();
            exchange(k, largest(k));
            if (im == null) eliminate(k);
            else eliminateComplex(k);
        }
    }

    private void byLapack() {
        pivots = new int[Math.min(m, n)];
        Lapack.lu(re, m, n, pivots);
        for (int k = 0; k < pivots.length; k++) exchangeOrder(k, pivots[k] - 1);
    }

    private double size(int at) {
        return im == null ? Math.abs(re[at]) : Math.abs(re[at]) + Math.abs(im[at]);
    }

    private int largest(int k) {
        int best = k;
        for (int i = k + 1; i < m; i++) if (size(i + k * m) > size(best + k * m)) best = i;
        return best;
    }

    private void exchange(int k, int p) {
        if (p == k) return;
        for (int j = 0; j < n; j++) {
            swap(re, k + j * m, p + j * m);
            if (im != null) swap(im, k + j * m, p + j * m);
        }
        exchangeOrder(k, p);
    }

    private void exchangeOrder(int k, int p) {
        if (p == k) return;
        int t = order[k];
        order[k] = order[p];
        order[p] = t;
        sign = -sign;
    }

    private static void swap(double[] x, int i, int j) {
        double t = x[i];
        x[i] = x[j];
        x[j] = t;
    }

    private void eliminate(int k) {
        double pivot = re[k + k * m];
        if (pivot == 0) return;
        for (int i = k + 1; i < m; i++) re[i + k * m] /= pivot;
        for (int j = k + 1; j < n; j++) {
            double f = re[k + j * m];
            if (f == 0) continue;
            for (int i = k + 1, to = i + j * m, from = i + k * m; i < m; i++) re[to++] -= re[from++] * f;
        }
    }

    private void eliminateComplex(int k) {
        int d = k + k * m;
        if (re[d] == 0 && im[d] == 0) return;
        double[] q = new double[2];
        for (int i = k + 1; i < m; i++) {
            divide(re[i + k * m], im[i + k * m], re[d], im[d], q);
            re[i + k * m] = q[0];
            im[i + k * m] = q[1];
        }
        for (int j = k + 1; j < n; j++) {
            double fr = re[k + j * m];
            double fi = im[k + j * m];
            for (int i = k + 1; i < m; i++) {
                double lr = re[i + k * m];
                double li = im[i + k * m];
                re[i + j * m] -= lr * fr - li * fi;
                im[i + j * m] -= lr * fi + li * fr;
            }
        }
    }

    /** (a + bi)/(c + di) after Smith, which does not overflow on the way. */
    static void divide(double a, double b, double c, double d, double[] into) {
        if (Math.abs(c) >= Math.abs(d)) {
            double r = d / c;
            double s = c + d * r;
            into[0] = (a + b * r) / s;
            into[1] = (b - a * r) / s;
        } else {
            double r = c / d;
            double s = c * r + d;
            into[0] = (a * r + b) / s;
            into[1] = (b * r - a) / s;
        }
    }

    public boolean singular() {
        for (int k = 0; k < Math.min(m, n); k++) if (size(k + k * m) == 0) return true;
        return false;
    }

    public Numeric determinant() {
        double dr = sign;
        double di = 0;
        for (int k = 0; k < n; k++) {
            double r = re[k + k * m];
            double i = im == null ? 0 : im[k + k * m];
            double t = dr * r - di * i;
            di = dr * i + di * r;
            dr = t;
        }
        return Shape.number(single, new double[] {dr}, im == null ? null : new double[] {di}, 1, 1);
    }

    /** X of A·X = B, for a square A without a zero pivot. */
    public Numeric solve(Numeric b) {
        int k = b.columns();
        if (pivots != null && !b.isComplex()) {
            double[] x = Shape.re(b);
            Lapack.solve(re, n, pivots, x, k);
            return Shape.real(single || b.isSingle(), x, n, k);
        }
        double[] br = new double[n * k];
        double[] bi = im != null || b.isComplex() ? new double[n * k] : null;
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < n; i++) {
                br[i + j * n] = b.re(order[i] + j * n);
                if (bi != null) bi[i + j * n] = b.im(order[i] + j * n);
            }
        }
        for (int j = 0; j < k; j++) {
            Patience.poll();
            if (im == null) {
                substitute(br, j * n);
                if (bi != null) substitute(bi, j * n);
            } else {
                substitute(br, bi, j * n);
            }
        }
        return Shape.number(single || b.isSingle(), br, bi, n, k);
    }

    private void substitute(double[] x, int at) {
        for (int k = 0; k < n; k++) {
            double f = x[at + k];
            if (f != 0) for (int i = k + 1; i < n; i++) x[at + i] -= re[i + k * n] * f;
        }
        for (int k = n - 1; k >= 0; k--) {
            double f = x[at + k] /= re[k + k * n];
            if (f != 0) for (int i = 0; i < k; i++) x[at + i] -= re[i + k * n] * f;
        }
    }

    private void substitute(double[] xr, double[] xi, int at) {
        for (int k = 0; k < n; k++) subtract(xr, xi, at, k, k + 1, n);
        double[] q = new double[2];
        for (int k = n - 1; k >= 0; k--) {
            divide(xr[at + k], xi[at + k], re[k + k * n], im[k + k * n], q);
            xr[at + k] = q[0];
            xi[at + k] = q[1];
            subtract(xr, xi, at, k, 0, k);
        }
    }

    private void subtract(double[] xr, double[] xi, int at, int k, int from, int to) {
        double fr = xr[at + k];
        double fi = xi[at + k];
        for (int i = from; i < to; i++) {
            double lr = re[i + k * n];
            double li = im[i + k * n];
            xr[at + i] -= lr * fr - li * fi;
            xi[at + i] -= lr * fi + li * fr;
        }
    }

    public Numeric inverse() {
        if (pivots == null) return solve(Product.identity(n));
        double[] r = re.clone();
        Lapack.inverse(r, n, pivots);
        return Shape.real(single, r, n, n);
    }

    /**
     * 1/(‖A‖₁·‖A⁻¹‖₁); the inverse's norm is computed for small matrices and estimated from solves for large ones (Hager 1984,
     * Higham 1988).
     */
    public double rcond() {
        if (n == 0) return Double.POSITIVE_INFINITY;
        if (norm1 != norm1) return Double.NaN;
        if (singular()) return 0;
        if (pivots != null) return Lapack.rcond(re, n, norm1);
        return n <= 64 || im != null ? rcond(inverse()) : rcond(estimate());
    }

    /** The same when the inverse is known. */
    double rcond(Numeric inverse) {
        return pivots != null || norm1 != norm1 ? rcond() : rcond(Norm.one(inverse));
    }

    private double rcond(double inverse) {
        double r = 1 / norm1 / inverse;
        return r != r ? 0 : r;
    }

    private double estimate() {
        double[] x = new double[n];
        java.util.Arrays.fill(x, 1.0 / n);
        double best = 0;
        for (int round = 0; round < 5; round++) {
            double[] y = solve(new Real(x, n, 1)).toDoubles();
            double norm = 0;
            double[] s = new double[n];
            for (int i = 0; i < n; i++) {
                norm += Math.abs(y[i]);
                s[i] = y[i] < 0 ? -1 : 1;
            }
            if (norm <= best) break;
            best = norm;
            double[] z = solveTransposed(s);
            int top = 0;
            for (int i = 1; i < n; i++) if (Math.abs(z[i]) > Math.abs(z[top])) top = i;
            x = new double[n];
            x[top] = 1;
        }
        return best;
    }

    private double[] solveTransposed(double[] b) {
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < k; i++) x[k] -= re[i + k * n] * x[i];
            x[k] /= re[k + k * n];
        }
        for (int k = n - 1; k >= 0; k--) for (int i = k + 1; i < n; i++) x[k] -= re[i + k * n] * x[i];
        double[] r = new double[n];
        for (int i = 0; i < n; i++) r[order[i]] = x[i];
        return r;
    }

    public Numeric lower() {
        return part(m, Math.min(m, n), true);
    }

    public Numeric upper() {
        return part(Math.min(m, n), n, false);
    }

    /** L and U in one matrix, as LAPACK packs them. */
    public Numeric packed() {
        return Shape.number(single, re.clone(), im == null ? null : im.clone(), m, n);
    }

    private Numeric part(int rows, int columns, boolean low) {
        double[] r = new double[rows * columns];
        double[] i = im == null ? null : new double[rows * columns];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < rows; k++) {
                if (low && k == j) r[k + j * rows] = 1;
                if (low ? k <= j : k > j) continue;
                r[k + j * rows] = re[k + j * m];
                if (i != null) i[k + j * rows] = im[k + j * m];
            }
        }
        return Shape.number(single, r, i, rows, columns);
    }

    /** Row i of P·A is row order()[i] of A. */
    public int[] order() {
        return order.clone();
    }

    public Real permutation() {
        double[] p = new double[m * m];
        for (int i = 0; i < m; i++) p[i + order[i] * m] = 1;
        return new Real(p, m, m);
    }
}
