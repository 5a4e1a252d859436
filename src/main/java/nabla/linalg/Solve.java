package nabla.linalg;

import nabla.value.Dims;
import nabla.value.Numeric;
import nabla.value.Real;

/** Systems of linear equations A·X = B. */
public final class Solve {
    /**
     * @param x the solution
     * @param rcond how far A is from singular, 0 for a singular one; NaN where the question does not arise (least squares)
     */
    public record Solution(Numeric x, double rcond) {
        /** Whether a warning is due: A is singular as far as numbers of its class can tell. */
        public boolean singular(boolean single) {
            return rcond == rcond && rcond < (single ? Math.ulp(1f) : Math.ulp(1.0)) / 2;
        }
    }

    private Solve() {}

    /**
     * A\B for a square A: by substitution where A is triangular, by Cholesky's factors where it is Hermitian and positive definite, else
     * by elimination with partial pivoting. However near A is to a singular matrix, this x solves exactly a system near the given one.
     * Where a pivot is exactly zero, and where A is not square: {@link #least}.
     */
    public static Solution left(Numeric a, Numeric b) {
        if (a.ndims() > 2 || b.ndims() > 2 || a.rows() != b.rows()) throw Shape.nonconformant("\\", a, b);
        int n = a.columns();
        boolean single = a.isSingle() || b.isSingle();
        if (a.isEmpty() || b.isEmpty()) return new Solution(Real.zeros(n, b.columns()), Double.NaN);
        if (a.rows() != n) return least(a, b);
        Triangular t = Triangular.of(a);
        if (t != null) return t.singular() ? singular(a, b) : solution(t, t.rcond(Norm.one(a)), b, single);
        if (positiveDiagonal(a) && Eigen.hermitian(a)) {
            Cholesky c = new Cholesky(a);
            if (c.failed() == 0) return solution(c, c.rcond(Norm.one(a)), b, single);
        }
        Lu lu = new Lu(a);
        if (lu.singular()) return singular(a, b);
        double rcond = lu.rcond();
        return new Solution(lu.solve(b), rcond == rcond ? rcond : 0);
    }

    private static Solution solution(Inverse inverse, double rcond, Numeric b, boolean single) {
        return new Solution(inverse.solve(b, single), rcond == rcond ? rcond : 0);
    }

    private static Solution singular(Numeric a, Numeric b) {
        return new Solution(least(a, b).x(), 0);
    }

    private static boolean positiveDiagonal(Numeric a) {
        for (int k = 0, n = a.rows(); k < n; k++) if (!(a.re(k * (n + 1)) > 0) || a.im(k * (n + 1)) != 0) return false;
        return true;
    }

    /** B/A = (Aᴴ\Bᴴ)ᴴ. */
    public static Solution right(Numeric b, Numeric a) {
        if (a.ndims() > 2 || b.ndims() > 2 || a.columns() != b.columns()) throw Shape.nonconformant("/", b, a);
        Solution s = left(Product.adjoint(a), Product.adjoint(b));
        return new Solution(Product.adjoint(s.x()), s.rcond());
    }

    /**
     * The x with the smallest ‖A·x − b‖₂, and of those the shortest. A tall A is Q·R first, and a wide one the adjoint of that; the square
     * rest is U·S·Vᴴ, and singular values up to ε·s₁/2 count as zeros (as in LAPACK's gelsd), and as many as there are columns that depend
     * on others: of a matrix of deficient rank, rounding may leave more than ε·s₁/2. Infinite numbers in A give zeros, as in gelsd, and
     * rcond 0; NaN in A, and either in b, makes x NaN.
     */
    private static Solution least(Numeric a, Numeric b) {
        boolean single = a.isSingle() || b.isSingle();
        double size = largest(a);
        double right = largest(b);
        if (!Double.isFinite(size) || !Double.isFinite(right)) {
            boolean infinite = size == Double.POSITIVE_INFINITY && Double.isFinite(right);
            double[] x = new double[Dims.count(Dims.of(a.columns(), b.columns()))];
            java.util.Arrays.fill(x, infinite ? 0 : Double.NaN);
            return new Solution(Shape.real(single, x, a.columns(), b.columns()), infinite ? 0 : Double.NaN);
        }
        boolean tall = a.rows() >= a.columns();
        int k = Math.min(a.rows(), a.columns());
        Qr f = new Qr(tall ? a : Product.adjoint(a), false);
        Numeric r = f.r(k);
        int rank = independent(r);
        Numeric x = tall ? shortest(r, rank, rows(f.adjointTimes(b), k)) : Product.of(f.q(k), shortest(Product.adjoint(r), rank, b));
        return new Solution(x, Double.NaN);
    }

    /** The largest magnitude, counted by real and imaginary parts; NaN where there is one. */
    private static double largest(Numeric a) {
        double top = 0;
        for (int i = 0, n = a.numel(); i < n; i++) top = Math.max(top, Math.max(Math.abs(a.re(i)), Math.abs(a.im(i))));
        return top;
    }

    /** A⁺·b for a square A of at most that rank. */
    private static Numeric shortest(Numeric a, int rank, Numeric b) {
        Svd d = new Svd(a, true);
        double[] s = d.values();
        int r = Math.min(d.rank(s[0] * epsilon(a) / 2), rank);
        Numeric c = Product.of(Product.adjoint(columns(d.u(), 0, r)), b);
        return Product.of(columns(d.v(), 0, r), Shape.dividedRows(c, s));
    }

    private static double epsilon(Numeric a) {
        return a.isSingle() ? Math.ulp(1f) : Math.ulp(1.0);
    }

    /** How many columns of a triangular A of order k, each taken with length 1, are independent, up to 4·k·ε: whatever their units. */
    private static int independent(Numeric a) {
        int k = a.columns();
        double[] re = Shape.re(a);
        double[] im = a.isComplex() ? Shape.im(a) : null;
        for (int j = 0; j < k; j++) {
            double length = Norm.frobenius(columns(a, j, j + 1));
            if (length == 0) continue;
            for (int i = j * k; i < (j + 1) * k; i++) {
                re[i] /= length;
                if (im != null) im[i] /= length;
            }
        }
        Numeric r = new Qr(Shape.number(a.isSingle(), re, im, k, k), true).r(k);
        int rank = 0;
        while (rank < k && Math.abs(r.re(rank * (k + 1))) > 4 * k * epsilon(a)) rank++;
        return rank;
    }

    /** The first k rows. */
    public static Numeric rows(Numeric a, int k) {
        int m = a.rows();
        int[] at = new int[k * a.columns()];
        for (int i = 0; i < at.length; i++) at[i] = i % k + i / k * m;
        return (Numeric) a.gather(at, new int[] {k, a.columns()});
    }

    /** A⁺ = V·S⁺·Uᴴ, singular values up to the tolerance (NaN: the usual one) taken as zero. */
    public static Numeric pseudoinverse(Numeric a, double tolerance) {
        Svd d = new Svd(a, true);
        int r = d.rank(tolerance);
        return Product.of(columns(d.v(), 0, r), Shape.dividedRows(Product.adjoint(columns(d.u(), 0, r)), d.values()));
    }

    /** Columns from (counted from 0) up to but not including to. */
    public static Numeric columns(Numeric a, int from, int to) {
        int m = a.rows();
        int[] at = new int[m * (to - from)];
        for (int i = 0; i < at.length; i++) at[i] = from * m + i;
        return (Numeric) a.gather(at, new int[] {m, to - from});
    }

    /** A⁻¹; filled with Inf, and rcond 0, where A is singular or rcond cannot be told. */
    public static Solution inverse(Numeric a) {
        int n = Shape.square("inverse", a);
        if (n == 0) return new Solution(Real.zeros(0, 0), Double.POSITIVE_INFINITY);
        Lu lu = new Lu(a);
        if (!lu.singular()) {
            Numeric inverse = lu.inverse();
            double rcond = lu.rcond(inverse);
            if (rcond > 0 || n == 1) return new Solution(inverse, rcond == rcond ? rcond : 0);
        }
        double[] inf = new double[n * n];
        java.util.Arrays.fill(inf, Double.POSITIVE_INFINITY);
        return new Solution(Shape.real(a.isSingle(), inf, n, n), 0);
    }

    public static Numeric determinant(Numeric a) {
        Shape.square("det", a);
        return new Lu(a).determinant();
    }
}
