package nabla.linalg;

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
        double[] im = new double[m * n];
        if (b.isComplex()) add(im, 1, real(a.toDoubles(), Shape.im(b), m, k, n));
        if (a.isComplex()) add(im, 1, real(Shape.im(a), b.toDoubles(), m, k, n));
        if (a.isComplex() && b.isComplex()) add(re, -1, real(Shape.im(a), Shape.im(b), m, k, n));
        return Shape.number(single, re, im, m, n);
    }

    private static void add(double[] sum, double factor, double[] term) {
        for (int i = 0; i < sum.length; i++) sum[i] += factor * term[i];
    }

    /** The m×n product of an m×k and a k×n matrix, all column-major. */
    public static double[] real(double[] a, double[] b, int m, int k, int n) {
        if (m == 1 && n == 1) return new double[] {inner(a, b)};
        if (m > 1 && Lapack.worth(2.0 * m * k * n)) return Lapack.product(a, b, m, k, n);
        double[] c = new double[m * n];
        if ((long) m * k * n > SMALL && m > 1 && n > 1) {
            // column-major A is row-major Aᵀ, and Cᵀ = Bᵀ·Aᵀ: wrapping, no copy
            return Patience.over((double) m * k * n, () -> {
                CommonOps_DDRM.mult(DMatrixRMaj.wrap(n, k, b), DMatrixRMaj.wrap(k, m, a), DMatrixRMaj.wrap(n, m, c));
                return c;
            });
        }
        for (int j = 0; j < n; j++) {
            for (int l = 0; l < k; l++) {
                double x = b[l + j * k];
                for (int i = 0; i < m; i++) c[i + j * m] += a[i + l * m] * x;
            }
        }
        return c;
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
        double[] re = new double[m * n];
        double[] im = a.isComplex() ? new double[m * n] : null;
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
