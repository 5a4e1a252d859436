package nabla.linalg;

import java.util.Arrays;
import nabla.value.Dims;
import nabla.value.Numeric;
import nabla.value.Real;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** A = U·S·Vᴴ: U m×m, V n×n unitary, the singular values s falling. */
public final class Svd {
    private final int m;
    private final int n;
    private final boolean single;
    private final double[] s;
    private Numeric u;
    private Numeric v;

    public Svd(Numeric a, boolean vectors) {
        Shape.matrix("svd", a);
        Shape.finite("svd: cannot take SVD of matrix containing Inf or NaN values",
                "svd: в матрице есть Inf или NaN, сингулярных чисел у неё нет", a);
        m = a.rows();
        n = a.columns();
        single = a.isSingle();
        if (vectors) Dims.count(Dims.of(Math.max(m, n), Math.max(m, n)));
        if (a.isComplex()) {
            s = new double[Math.min(m, n)];
            complex(a, vectors);
        } else {
            s = real(a.toDoubles(), vectors);
        }
    }

    private double[] real(double[] a, boolean vectors) {
        if (m == 0 || n == 0) {
            u = Product.identity(m);
            v = Product.identity(n);
            return new double[0];
        }
        if (Lapack.worth(8.0 * m * n * Math.min(m, n))) return byLapack(a, vectors);
        SingularValueDecomposition_F64<DMatrixRMaj> d = DecompositionFactory_DDRM.svd(m, n, vectors, vectors, false);
        double operations = 10.0 * m * n * Math.min(m, n);
        if (!Patience.over(operations, () -> d.decompose(Shape.ejml(a, m, n)))) throw nabla.value.Failure.of("svd: no convergence", "svd: вычисление не сошлось");
        if (!vectors) {
            double[] values = Arrays.copyOf(d.getSingularValues(), Math.min(m, n));
            Arrays.sort(values);
            for (int i = 0, j = values.length - 1; i < j; i++, j--) {
                double t = values[i];
                values[i] = values[j];
                values[j] = t;
            }
            return values;
        }
        DMatrixRMaj left = d.getU(null, false);
        DMatrixRMaj right = d.getV(null, false);
        DMatrixRMaj w = d.getW(null);
        SingularOps_DDRM.descendingOrder(left, false, w, right, false);
        double[] ul = Shape.columns(left);
        double[] vr = Shape.columns(right);
        double[] values = new double[Math.min(m, n)];
        for (int k = 0; k < values.length; k++) values[k] = w.get(k, k);
        // a pair's sign is free: negative in the first row of the smaller factor, as it mostly comes from LAPACK
        for (int k = 0; k < values.length && !diagonal(a); k++) {
            if ((m <= n ? ul[k * m] : vr[k * n]) <= 0) continue;
            for (int i = 0; i < m; i++) ul[i + k * m] = -ul[i + k * m];
            for (int i = 0; i < n; i++) vr[i + k * n] = -vr[i + k * n];
        }
        u = Shape.real(single, ul, m, m);
        v = Shape.real(single, vr, n, n);
        return values;
    }

    private double[] byLapack(double[] a, boolean vectors) {
        double[] values = new double[Math.min(m, n)];
        double[] left = vectors ? new double[m * m] : null;
        double[] right = vectors ? new double[n * n] : null;
        Lapack.svd(a.clone(), m, n, values, left, right);
        if (vectors) {
            u = Shape.real(single, left, m, m);
            v = Product.adjoint(Shape.real(single, right, n, n));
        }
        return values;
    }

    private boolean diagonal(double[] a) {
        for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) if (i != j && a[i + j * m] != 0) return false;
        return true;
    }

    /**
     * By the real matrix [Re −Im; Im Re], whose singular values are A's, each twice, and whose vectors hold real and imaginary parts;
     * of each such pair the first that is new (orthogonal over the complex numbers to those taken) is kept.
     */
    private void complex(Numeric a, boolean vectors) {
        double[] e = new double[4 * m * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                double x = a.re(i + j * m);
                double y = a.im(i + j * m);
                e[i + j * 2 * m] = x;
                e[i + m + (j + n) * 2 * m] = x;
                e[i + m + j * 2 * m] = y;
                e[i + (j + n) * 2 * m] = -y;
            }
        }
        Svd twice = new Svd(new Real(e, 2 * m, 2 * n), vectors);
        for (int k = 0; k < s.length; k++) s[k] = twice.s[2 * k];
        if (!vectors) return;
        double[][] left = Unitary.halves(twice.u.toDoubles(), m);
        double[][] right = Unitary.halves(twice.v.toDoubles(), n);
        u = Shape.number(single, left[0], left[1], m, m);
        v = Shape.number(single, right[0], right[1], n, n);
    }

    public double[] values() {
        return s.clone();
    }

    public Numeric u() {
        return u;
    }

    public Numeric v() {
        return v;
    }

    /** S as an m×n matrix. */
    public Real s(int rows, int columns) {
        double[] d = new double[rows * columns];
        for (int k = 0; k < Math.min(s.length, Math.min(rows, columns)); k++) d[k + k * rows] = s[k];
        return Shape.real(single, d, rows, columns);
    }

    /** How many singular values pass the tolerance; the usual one, max(m, n)·s₁·ε, when it is NaN. */
    public int rank(double tolerance) {
        double t = tolerance == tolerance ? tolerance : usual();
        int r = 0;
        while (r < s.length && s[r] > t) r++;
        return r;
    }

    private double usual() {
        return s.length == 0 ? 0 : Math.max(m, n) * s[0] * (single ? Math.ulp(1f) : Math.ulp(1.0));
    }
}
