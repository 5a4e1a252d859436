package nabla.linalg;

import nabla.value.Dims;
import nabla.value.Numeric;
import nabla.value.Real;

/**
 * P·A = L·U with partial pivoting, for real and complex matrices: L m×r with ones on its diagonal, U r×n, r the smaller size. The
 * factors lie in one array as LAPACK packs them.
 */
public final class Lu implements Inverse {
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

    /** The product of the pivots, with the permutation's sign; exponents are kept apart, so nothing overflows on the way. */
    public Numeric determinant() {
        double dr = sign;
        double di = 0;
        long exponent = 0;
        for (int k = 0; k < n; k++) {
            double r = re[k + k * m];
            double i = im == null ? 0 : im[k + k * m];
            int e = exponent(r, i);
            r = Math.scalb(r, -e);
            i = Math.scalb(i, -e);
            double t = im == null ? dr * r : dr * r - di * i;
            di = im == null ? 0 : dr * i + di * r;
            int f = exponent(t, di);
            dr = Math.scalb(t, -f);
            di = Math.scalb(di, -f);
            exponent += e + f;
        }
        int e = (int) Math.max(-5000, Math.min(5000, exponent));
        return Shape.number(single, new double[] {Math.scalb(dr, e)}, im == null ? null : new double[] {Math.scalb(di, e)}, 1, 1);
    }

    /** The exponent of a number far from 1; 0 where it may stay as it is. */
    private static int exponent(double r, double i) {
        int e = Math.getExponent(Math.max(Math.abs(r), Math.abs(i)));
        return Math.abs(e) < 256 || e > Double.MAX_EXPONENT ? 0 : e;
    }

    /** X of A·X = B, for a square A without a zero pivot. */
    public Numeric solve(Numeric b) {
        boolean rounded = single || b.isSingle();
        if (pivots == null || b.isComplex()) return solve(b, rounded);
        double[] x = Shape.re(b);
        Lapack.solve(re, n, pivots, x, b.columns());
        return Shape.real(rounded, x, n, b.columns());
    }

    @Override
    public void solve(double[] xr, double[] xi, int at) {
        permute(xr, at);
        if (xi != null) permute(xi, at);
        factor(false).solve(xr, xi, at);
        factor(true).solve(xr, xi, at);
    }

    private void permute(double[] x, int at) {
        double[] b = java.util.Arrays.copyOfRange(x, at, at + n);
        for (int i = 0; i < n; i++) x[at + i] = b[order[i]];
    }

    @Override
    public void solveAdjoint(double[] xr, double[] xi, int at) {
        factor(true).solveAdjoint(xr, xi, at);
        factor(false).solveAdjoint(xr, xi, at);
        unpermute(xr, at);
        if (xi != null) unpermute(xi, at);
    }

    private void unpermute(double[] x, int at) {
        double[] b = java.util.Arrays.copyOfRange(x, at, at + n);
        for (int i = 0; i < n; i++) x[at + order[i]] = b[i];
    }

    private Triangular factor(boolean upper) {
        return new Triangular(re, im, n, m, upper, !upper);
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public boolean complex() {
        return im != null;
    }

    public Numeric inverse() {
        if (pivots == null) return solve(Product.identity(n));
        double[] r = re.clone();
        Lapack.inverse(r, n, pivots);
        return Shape.real(single, r, n, n);
    }

    /** 1/(‖A‖₁·‖A⁻¹‖₁); the inverse's norm is computed for small matrices and estimated for large ones; 0 where a pivot is zero. */
    public double rcond() {
        if (n > 0 && norm1 == norm1 && singular()) return 0;
        return pivots != null && norm1 == norm1 ? Lapack.rcond(re, n, norm1) : rcond(norm1);
    }

    /** The same when the inverse is known. */
    double rcond(Numeric inverse) {
        if (pivots != null || norm1 != norm1 || n == 0) return rcond();
        double r = 1 / norm1 / Norm.one(inverse);
        return r != r ? 0 : r;
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
        double[] r = new double[Dims.count(Dims.of(rows, columns))];
        double[] i = im == null ? null : new double[Dims.count(Dims.of(rows, columns))];
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
        double[] p = new double[Dims.count(Dims.of(m, m))];
        for (int i = 0; i < m; i++) p[i + order[i] * m] = 1;
        return new Real(p, m, m);
    }
}
