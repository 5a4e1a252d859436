package nabla.linalg;

import nabla.value.Dims;
import nabla.value.Numeric;
import nabla.value.Real;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A·B for matrices. */
public final class Product {
    /** Below this many multiplications a plain loop beats the calls around EJML. */
    private static final long SMALL = 4096;

    private Product() {}

    /** The matrix product; class single when one factor is. */
    public static Numeric of(Numeric a, Numeric b) {
        if (a.ndims() > 2 || b.ndims() > 2 || a.columns() != b.rows()) throw Shape.nonconformant("*", a, b);
        int m = a.rows();
        int k = a.columns();
        int n = b.columns();
        boolean single = a.isSingle() || b.isSingle();
        if (!a.isComplex() && !b.isComplex()) return Shape.real(single, real(a.toDoubles(), b.toDoubles(), m, k, n), m, n);
        double[] re = real(a.toDoubles(), b.toDoubles(), m, k, n);
        double[] im = new double[Dims.count(Dims.of(m, n))];
        if (b.isComplex()) add(im, 1, real(a.toDoubles(), Shape.im(b), m, k, n));
        if (a.isComplex()) add(im, 1, real(Shape.im(a), b.toDoubles(), m, k, n));
        if (a.isComplex() && b.isComplex()) add(re, -1, real(Shape.im(a), Shape.im(b), m, k, n));
        return Shape.number(single, re, im, m, n);
    }

    private static void add(double[] sum, double factor, double[] term) {
        for (int i = 0; i < sum.length; i++) sum[i] += factor * term[i];
    }

    /** A·B for real matrices of class double, either of them transposed first; no transposed matrix is made where there is another way. */
    public static Real of(Real a, boolean transposedA, Real b, boolean transposedB) {
        int m = transposedA ? a.columns() : a.rows();
        int k = transposedA ? a.rows() : a.columns();
        int n = transposedB ? b.rows() : b.columns();
        return new Real(real(a.toDoubles(), transposedA, b.toDoubles(), transposedB, m, k, n), m, n);
    }

    private static double[] real(double[] a, boolean transposedA, double[] b, boolean transposedB, int m, int k, int n) {
        // the numbers of a vector stand as those of its transpose
        boolean ta = transposedA && m > 1 && k > 1;
        boolean tb = transposedB && k > 1 && n > 1;
        if (n == 1 && ta) return columns(a, b, k, m);
        if (m == 1 && tb) return real(b, a, n, k, 1);
        if ((ta || tb) && Lapack.worth(2.0 * m * k * n)) return Lapack.product(a, ta, b, tb, m, k, n);
        return real(ta ? transposed(a, k, m) : a, tb ? transposed(b, n, k) : b, m, k, n);
    }

    private static double[] transposed(double[] a, int m, int n) {
        double[] t = new double[a.length];
        for (int j = 0, k = 0; j < n; j++) for (int i = 0; i < m; i++) t[j + i * n] = a[k++];
        return t;
    }

    /** The inner products of a vector of k numbers with the n columns of a matrix, each summed in order; four at a time, which do not wait for each other. */
    private static double[] columns(double[] a, double[] x, int k, int n) {
        if (Lapack.worth(2.0 * k * n)) return Lapack.product(a, true, x, false, n, k, 1);
        double[] c = new double[n];
        int j = 0;
        for (; j + 3 < n; j += 4) {
            int at = j * k;
            double c0 = 0;
            double c1 = 0;
            double c2 = 0;
            double c3 = 0;
            for (int i = 0; i < k; i++) {
                double xi = x[i];
                c0 += a[at + i] * xi;
                c1 += a[at + k + i] * xi;
                c2 += a[at + 2 * k + i] * xi;
                c3 += a[at + 3 * k + i] * xi;
            }
            c[j] = c0;
            c[j + 1] = c1;
            c[j + 2] = c2;
            c[j + 3] = c3;
        }
        for (; j < n; j++) for (int i = 0; i < k; i++) c[j] += a[j * k + i] * x[i];
        return c;
    }

    /** The m×n product of an m×k and a k×n matrix, all column-major. */
    public static double[] real(double[] a, double[] b, int m, int k, int n) {
        if (m == 1 && n == 1) return new double[] {inner(a, b)};
        if (m == 1) return columns(b, a, k, n);
        if (Lapack.worth(2.0 * m * k * n)) return Lapack.product(a, false, b, false, m, k, n);
        double[] c = new double[Dims.count(Dims.of(m, n))];
        if ((long) m * k * n > SMALL && n > 1) {
            // column-major A is row-major Aᵀ, and Cᵀ = Bᵀ·Aᵀ: wrapping, no copy
            return Patience.over((double) m * k * n, () -> {
                CommonOps_DDRM.mult(DMatrixRMaj.wrap(n, k, b), DMatrixRMaj.wrap(k, m, a), DMatrixRMaj.wrap(n, m, c));
                return c;
            });
        }
        for (int j = 0; j < n; j++) add(a, b, c, m, k, j);
        return c;
    }

    /** Adds A times column j of B to column j of C: four columns of A at a time, each element's sum in order. */
    private static void add(double[] a, double[] b, double[] c, int m, int k, int j) {
        int to = j * m;
        int l = 0;
        for (; l + 3 < k; l += 4) {
            int at = l * m;
            double b0 = b[l + j * k];
            double b1 = b[l + 1 + j * k];
            double b2 = b[l + 2 + j * k];
            double b3 = b[l + 3 + j * k];
            for (int i = 0; i < m; i++) {
                c[to + i] = c[to + i] + a[at + i] * b0 + a[at + m + i] * b1 + a[at + 2 * m + i] * b2 + a[at + 3 * m + i] * b3;
            }
        }
        for (; l < k; l++) {
            double x = b[l + j * k];
            for (int i = 0; i < m; i++) c[to + i] += a[i + l * m] * x;
        }
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** Aᵀ, or Aᴴ for complex matrices. */
    public static Numeric adjoint(Numeric a) {
        int m = a.rows();
        int n = a.columns();
        double[] re = new double[Dims.count(Dims.of(m, n))];
        double[] im = a.isComplex() ? new double[Dims.count(Dims.of(m, n))] : null;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                re[j + i * n] = a.re(i + j * m);
                if (im != null) im[j + i * n] = -a.im(i + j * m);
            }
        }
        return im == null ? new Real(a.isSingle(), re, n, m) : Shape.number(a.isSingle(), re, im, n, m);
    }

    public static Real identity(int n) {
        double[] e = new double[n * n];
        for (int i = 0; i < n; i++) e[i * (n + 1)] = 1;
        return new Real(e, n, n);
    }
}
