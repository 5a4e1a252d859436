package nabla.linalg;

import java.util.function.Supplier;
import nabla.value.Dims;
import nabla.value.Failure;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.presets.openblas_nolapack;

/**
 * OpenBLAS for large real matrices, all column-major. Loading it costs as much as some millions of operations, so it is for work
 * that is {@link #worth} it; whether that is so depends on the sizes alone, and so the same program gives the same digits. Where
 * this machine has no OpenBLAS nothing is ever worth it, and the plain code beside each call does the work.
 */
final class Lapack {
    /** Work, in floating-point operations, from which on OpenBLAS is taken. */
    private static final double LARGE = 8e6;

    /** Work from which on a factorization is spread over all cores: below it they mostly wait for one another, above all on a busy machine. */
    private static final double SPREAD = 1e10;

    /** A product has no steps to wait for: this many times less work is worth spreading. */
    private static final double STEPS = 10;

    private static final int COLUMNS = openblas.CblasColMajor;

    private Lapack() {}

    /** Loaded when first asked. */
    private static final class Library {
        static final boolean LOADED = load();
        static final int CORES = openblas_nolapack.blas_get_num_threads();

        private static boolean load() {
            try {
                Loader.load(openblas.class);
                return true;
            } catch (LinkageError | RuntimeException noneHere) {
                return false;
            }
        }
    }

    private static void cores(double operations, Runnable computation) {
        cores(operations, () -> {
            computation.run();
            return null;
        });
    }

    /** Does the work on one core or on all. */
    private static <T> T cores(double operations, Supplier<T> computation) {
        int cores = operations >= SPREAD ? Library.CORES : 1;
        if (openblas_nolapack.blas_get_num_threads() != cores) openblas_nolapack.blas_set_num_threads(cores);
        return Patience.over(operations, computation);
    }

    /** Whether work of about this many floating-point operations is done here. */
    static boolean worth(double operations) {
        return operations >= LARGE && Library.LOADED;
    }

    /** C = A·B, A m×k, B k×n, where either may be given as its transpose. */
    static double[] product(double[] a, boolean transposedA, double[] b, boolean transposedB, int m, int k, int n) {
        double[] c = new double[Dims.count(Dims.of(m, n))];
        int forA = transposedA ? openblas.CblasTrans : openblas.CblasNoTrans;
        int forB = transposedB ? openblas.CblasTrans : openblas.CblasNoTrans;
        int rows = transposedA ? k : m;
        if (n == 1) openblas.cblas_dgemv(COLUMNS, forA, rows, transposedA ? m : k, 1, a, rows, b, 1, 0, c, 1);
        else cores(STEPS * 2.0 * m * n * k, () -> openblas.cblas_dgemm(COLUMNS, forA, forB, m, n, k, 1, a, rows, b, transposedB ? n : k, 0, c, m));
        return c;
    }

    /** P·A = L·U in place, packed; pivots[k] is the row, from 1, that step k exchanged with row k + 1. */
    static void lu(double[] a, int m, int n, int[] pivots) {
        cores(2.0 * m * n * Math.min(m, n), () -> openblas.LAPACKE_dgetrf(COLUMNS, m, n, a, m, pivots));
    }

    /** X of A·X = B in place of B, n×k. */
    static void solve(double[] lu, int n, int[] pivots, double[] b, int k) {
        cores(2.0 * n * n * k, () -> openblas.LAPACKE_dgetrs(COLUMNS, (byte) 'N', n, k, lu, n, pivots, b, n));
    }

    /** A⁻¹ in place of its factors. */
    static void inverse(double[] lu, int n, int[] pivots) {
        cores(2.0 * n * n * n, () -> openblas.LAPACKE_dgetri(COLUMNS, n, lu, n, pivots));
    }

    /** An estimate of 1/(‖A‖₁·‖A⁻¹‖₁) from the factors and ‖A‖₁. */
    static double rcond(double[] lu, int n, double norm1) {
        double[] r = new double[1];
        openblas.LAPACKE_dgecon(COLUMNS, (byte) '1', n, lu, n, norm1, r);
        return r[0];
    }

    /** Upper triangular R with A = Rᵀ·R in A's upper triangle; 0, or the order of the first leading block that is not positive definite. */
    static int cholesky(double[] a, int n) {
        return cores(1.0 * n * n * n, () -> openblas.LAPACKE_dpotrf(COLUMNS, (byte) 'U', n, a, n));
    }

    /** A = Q·R in place: R in the upper triangle, the reflections below it and in τ. */
    static void qr(double[] a, int m, int n, double[] tau) {
        cores(2.0 * m * n * Math.min(m, n), () -> openblas.LAPACKE_dgeqrf(COLUMNS, m, n, a, m, tau));
    }

    /** A(:, p) = Q·R with falling |rₖₖ|, packed as {@link #qr}; p counts from 1. */
    static void qrPivoted(double[] a, int m, int n, double[] tau, int[] p) {
        cores(2.0 * m * n * Math.min(m, n), () -> openblas.LAPACKE_dgeqp3(COLUMNS, m, n, a, m, p, tau));
    }

    /** The first columns of Q in place of k reflections; a has room for them. */
    static void q(double[] a, int m, int columns, int k, double[] tau) {
        cores(4.0 * m * columns * k, () -> openblas.LAPACKE_dorgqr(COLUMNS, m, columns, k, a, m, tau));
    }

    /** Qᵀ·B in place of B, m×columns, for a Q of k reflections of length m. */
    static void adjointTimes(double[] a, int m, int k, double[] tau, double[] b, int columns) {
        cores(4.0 * m * columns * k, () -> openblas.LAPACKE_dormqr(COLUMNS, (byte) 'L', (byte) 'T', m, columns, k, a, m, tau, b, m));
    }

    /** Singular values into s, falling; U m×m and Vᵀ n×n unless null. The matrix is overwritten. */
    static void svd(double[] a, int m, int n, double[] s, double[] u, double[] vt) {
        byte job = (byte) (u == null ? 'N' : 'A');
        double[] none = new double[1];
        double[] work = new double[Math.max(1, Math.min(m, n))];
        int info = cores(
                20.0 * m * n * Math.min(m, n),
                () -> openblas.LAPACKE_dgesvd(
                        COLUMNS, job, job, m, n, a, m, s, u == null ? none : u, m, vt == null ? none : vt, u == null ? 1 : n, work));
        if (info != 0) throw Failure.of("svd: no convergence", "svd: вычисление не сошлось");
    }

    /** Eigenvalues of a symmetric matrix, rising; its vectors in place of the matrix when wanted. */
    static double[] symmetricEigen(double[] a, int n, boolean vectors) {
        double[] w = new double[n];
        check(cores(10.0 * n * n * n, () -> openblas.LAPACKE_dsyev(COLUMNS, (byte) (vectors ? 'V' : 'N'), (byte) 'U', n, a, n, w)));
        return w;
    }

    /** Eigenvalues re + i·im of a square matrix, conjugate pairs together; v is null or gets the vectors as LAPACK packs them. */
    static void eigen(double[] a, int n, double[] re, double[] im, double[] v) {
        double[] none = new double[1];
        byte job = (byte) (v == null ? 'N' : 'V');
        check(cores(
                25.0 * n * n * n,
                () -> openblas.LAPACKE_dgeev(COLUMNS, (byte) 'N', job, n, a, n, re, im, none, 1, v == null ? none : v, v == null ? 1 : n)));
    }

    private static void check(int info) {
        if (info != 0) throw Failure.of("eig: no convergence", "eig: вычисление не сошлось");
    }
}
