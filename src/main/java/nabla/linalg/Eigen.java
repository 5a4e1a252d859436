package nabla.linalg;

import java.util.Arrays;
import nabla.value.Complex;
import nabla.value.Numeric;
import nabla.value.Real;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** A·v = λ·v: values rising where they are real for reason of symmetry; vectors of length 1 as columns. */
public final class Eigen {
    private final int n;
    private final boolean single;
    private final double[] re;
    private final double[] im;
    private double[] vr;
    private double[] vi;

    public Eigen(Numeric a) {
        this(a, true);
    }

    /** @param vectors whether the vectors are wanted too */
    public Eigen(Numeric a, boolean vectors) {
        n = Shape.square("eig", a);
        Shape.finite("EIG: matrix contains Inf or NaN values", "eig: в матрице есть Inf или NaN", a);
        single = a.isSingle();
        re = new double[n];
        im = new double[n];
        vr = new double[n * n];
        vi = new double[n * n];
        if (n == 0) return;
        boolean hermitian = hermitian(a);
        if (!a.isComplex() && Lapack.worth(9.0 * n * n * n)) byLapack(a, hermitian, vectors);
        else if (hermitian && !a.isComplex()) symmetric(a.toDoubles(), n);
        else if (hermitian) hermitianComplex(a);
        else general(a);
    }

    /** A·v = λ·B·v for Hermitian A and positive definite B, with vᴴ·B·v = 1; for others as {@link #pencil}. */
    public static Eigen generalized(Numeric a, Numeric b) {
        Cholesky c = hermitian(a) && hermitian(b) ? new Cholesky(b) : null;
        if (c == null || c.failed() > 0) return pencil(a, b);
        Lu r = new Lu(c.r());
        Lu adjoint = new Lu(Product.adjoint(c.r()));
        Numeric half = adjoint.solve(Product.adjoint(adjoint.solve(a)));
        Eigen e = new Eigen(symmetrized(half));
        Numeric v = r.solve(e.vectors());
        e.vr = Shape.re(v);
        e.vi = Shape.im(v);
        return e;
    }

    /** A·v = λ·B·v for any square A and B: λ is infinite where B is singular. The largest element of a vector is 1, as LAPACK scales them. */
    public static Eigen pencil(Numeric a, Numeric b) {
        Lu f = new Lu(b);
        boolean singular = f.rcond() < Math.ulp(1.0) && new Lu(a).rcond() >= Math.ulp(1.0);
        Eigen e = new Eigen(singular ? Solve.left(a, b).x() : Solve.left(b, a).x());
        if (singular) e.invert();
        for (int k = 0; k < e.n; k++) e.scale(k);
        return e;
    }

    /** 1/λ for each λ, Inf for one that is 0 but for rounding. */
    private void invert() {
        double top = 0;
        for (int k = 0; k < n; k++) top = Math.max(top, Math.hypot(re[k], im[k]));
        for (int k = 0; k < n; k++) {
            double size = Math.hypot(re[k], im[k]);
            boolean none = size <= n * Math.ulp(top);
            re[k] = none ? Double.POSITIVE_INFINITY : re[k] / size / size;
            im[k] = none ? 0 : -im[k] / size / size;
        }
    }

    /** The vectors of another problem as columns, each beside the value here that is the conjugate of its own: left vectors, from Aᴴ. */
    public Numeric beside(Eigen adjoint) {
        double[] r = new double[n * n];
        double[] i = new double[n * n];
        boolean[] taken = new boolean[n];
        for (int k = 0; k < n; k++) {
            int best = -1;
            double least = Double.NaN;
            for (int j = 0; j < n; j++) {
                if (taken[j]) continue;
                double away = re[k] == adjoint.re[j] ? Math.abs(im[k] + adjoint.im[j]) : Math.hypot(re[k] - adjoint.re[j], im[k] + adjoint.im[j]);
                if (best >= 0 && !(away < least)) continue;
                best = j;
                least = away;
            }
            taken[best] = true;
            System.arraycopy(adjoint.vr, best * n, r, k * n, n);
            System.arraycopy(adjoint.vi, best * n, i, k * n, n);
        }
        return Shape.number(single, r, i, n, n);
    }

    private static Numeric symmetrized(Numeric a) {
        int n = a.rows();
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                re[i + j * n] = (a.re(i + j * n) + a.re(j + i * n)) / 2;
                im[i + j * n] = (a.im(i + j * n) - a.im(j + i * n)) / 2;
            }
        }
        return Shape.number(a.isSingle(), re, im, n, n);
    }

    private void scale(int k) {
        turn(k, im[k] == 0);
        double top = 0;
        for (int i = 0; i < n; i++) top = Math.max(top, Math.hypot(vr[i + k * n], vi[i + k * n]));
        for (int i = 0; i < n; i++) {
            vr[i + k * n] /= top;
            vi[i + k * n] /= top;
        }
    }

    /** Whether A = Aᴴ. */
    public static boolean hermitian(Numeric a) {
        int n = a.rows();
        if (a.ndims() > 2 || n != a.columns()) return false;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= j; i++) {
                if (a.re(i + j * n) != a.re(j + i * n) || a.im(i + j * n) != -a.im(j + i * n)) return false;
            }
        }
        return true;
    }

    private void byLapack(Numeric a, boolean symmetric, boolean vectors) {
        double[] work = Shape.re(a);
        if (symmetric) {
            System.arraycopy(Lapack.symmetricEigen(work, n, vectors), 0, re, 0, n);
            if (vectors) vr = work;
            return;
        }
        double[] v = vectors ? new double[n * n] : null;
        Lapack.eigen(work, n, re, im, v);
        if (!vectors) return;
        vr = v;
        // columns k and k+1 hold the real and the imaginary part of a pair's first vector
        for (int k = 0; k + 1 < n; k++) {
            if (im[k] <= 0) continue;
            for (int i = k * n, j = i + n; i < (k + 1) * n; i++, j++) {
                vi[i] = vr[j];
                vi[j] = -vr[j];
                vr[j] = vr[i];
            }
        }
    }

    private void symmetric(double[] a, int size) {
        EigenDecomposition_F64<DMatrixRMaj> d = DecompositionFactory_DDRM.eig(size, true, true);
        double operations = 10.0 * size * size * size;
        if (!Patience.over(operations, () -> d.decompose(Shape.ejml(a, size, size)))) throw nabla.value.Failure.of("eig: no convergence", "eig: вычисление не сошлось");
        Integer[] order = new Integer[size];
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            order[k] = k;
            values[k] = d.getEigenvalue(k).real;
        }
        Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
        for (int k = 0; k < size; k++) {
            re[k] = values[order[k]];
            double[] v = d.getEigenVector(order[k]).data;
            // a vector's sign is free: the last element that counts is positive, as it mostly comes from LAPACK
            int last = size - 1;
            while (last > 0 && Math.abs(v[last]) < 1e-14) last--;
            for (int i = 0; i < size; i++) vr[i + k * size] = v[last] < 0 ? -v[i] + 0.0 : v[i];
        }
    }

    private void hermitianComplex(Numeric a) {
        double[] e = new double[4 * n * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                e[i + j * 2 * n] = e[i + n + (j + n) * 2 * n] = a.re(i + j * n);
                e[i + n + j * 2 * n] = a.im(i + j * n);
                e[i + (j + n) * 2 * n] = -a.im(i + j * n);
            }
        }
        Eigen twice = new Eigen(new Real(e, 2 * n, 2 * n));
        for (int k = 0; k < n; k++) re[k] = twice.re[2 * k];
        double[][] v = Unitary.halves(twice.vr, n);
        vr = v[0];
        vi = v[1];
    }

    private void general(Numeric a) {
        Schur s = new Schur(a);
        Complex t = s.t();
        double scale = Norm.one(t);
        double[] xr = new double[n];
        double[] xi = new double[n];
        for (int k = 0; k < n; k++) {
            re[k] = t.re(k * (n + 1));
            im[k] = t.im(k * (n + 1));
            s.vector(k, xr, xi);
            System.arraycopy(xr, 0, vr, k * n, n);
            System.arraycopy(xi, 0, vi, k * n, n);
        }
        if (a.isComplex()) return;
        exactForReal(scale, triangular(a));
    }

    private boolean triangular(Numeric a) {
        for (int j = 0; j < n; j++) for (int i = j + 1; i < n; i++) if (a.re(i + j * n) != 0) return false;
        return true;
    }

    /** A real vector's sign is free: its largest element is negative as it mostly comes from LAPACK, but for triangular matrices. */
    private void negate(int k) {
        for (int i = 0; i < n; i++) vr[i + k * n] = 0.0 - vr[i + k * n];
    }

    /** The eigenvalues of a real matrix are real or come in conjugate pairs: makes them so, and turns real vectors into real ones. */
    private void exactForReal(double scale, boolean triangular) {
        boolean[] done = new boolean[n];
        double tiny = 1e-13 * Math.max(scale, Double.MIN_NORMAL);
        for (int k = 0; k < n; k++) {
            if (done[k]) continue;
            int partner = k;
            for (int j = k + 1; j < n; j++) {
                if (done[j] || Math.abs(im[k]) <= tiny) continue;
                double now = Math.hypot(re[j] - re[k], im[j] + im[k]);
                if (partner == k || now < Math.hypot(re[partner] - re[k], im[partner] + im[k])) partner = j;
            }
            turn(k, partner == k);
            done[k] = true;
            if (partner == k) {
                im[k] = 0;
                if (!triangular) negate(k);
                continue;
            }
            done[partner] = true;
            exchange(k + 1, partner);
            done[partner] = done[k + 1];
            done[k + 1] = true;
            if (im[k] < 0) conjugate(k);
            re[k + 1] = re[k];
            im[k + 1] = -im[k];
            for (int i = 0; i < n; i++) {
                vr[i + (k + 1) * n] = vr[i + k * n];
                vi[i + (k + 1) * n] = -vi[i + k * n];
            }
        }
    }

    private void conjugate(int k) {
        im[k] = -im[k];
        for (int i = 0; i < n; i++) vi[i + k * n] = -vi[i + k * n];
    }

    private void exchange(int i, int j) {
        if (i == j) return;
        re[j] = re[i];
        im[j] = im[i];
        for (int k = 0; k < n; k++) {
            vr[k + j * n] = vr[k + i * n];
            vi[k + j * n] = vi[k + i * n];
        }
    }

    /** Turns vector k so that its largest element is real and positive, as LAPACK leaves pairs; drops what is left of a real one. */
    private void turn(int k, boolean real) {
        int top = 0;
        double best = -1;
        for (int i = 0; i < n; i++) {
            double s = Math.hypot(vr[i + k * n], vi[i + k * n]);
            if (s > best * (1 + 1e-12)) {
                best = s;
                top = i;
            }
        }
        double c = vr[top + k * n] / best;
        double s = -vi[top + k * n] / best;
        for (int i = 0; i < n; i++) {
            double x = vr[i + k * n];
            double y = vi[i + k * n];
            vr[i + k * n] = x * c - y * s;
            vi[i + k * n] = real || i == top ? 0 : x * s + y * c;
        }
    }

    public Numeric values() {
        return Shape.number(single, re.clone(), im.clone(), n, 1);
    }

    public Numeric vectors() {
        return Shape.number(single, vr.clone(), vi.clone(), n, n);
    }

    /** The values on the diagonal of a matrix. */
    public Numeric diagonal() {
        double[] r = new double[n * n];
        double[] i = new double[n * n];
        for (int k = 0; k < n; k++) {
            r[k * (n + 1)] = re[k];
            i[k * (n + 1)] = im[k];
        }
        return Shape.number(single, r, i, n, n);
    }
}
