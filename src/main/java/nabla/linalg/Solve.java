package nabla.linalg;

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
     * A\B: by substitution for triangular A, by elimination for other square ones, and the least-squares solution of minimum norm
     * where A is not square or is singular.
     */
    public static Solution left(Numeric a, Numeric b) {
        if (a.ndims() > 2 || b.ndims() > 2 || a.rows() != b.rows()) throw Shape.nonconformant("\\", a, b);
        int n = a.columns();
        if (a.isEmpty() || b.isEmpty()) return new Solution(Real.zeros(n, b.columns()), Double.NaN);
        if (a.rows() != n) return new Solution(least(a, b), Double.NaN);
        Lu lu = new Lu(a);
        double rcond = lu.rcond();
        boolean single = a.isSingle() || b.isSingle();
        Solution guess = new Solution(b, rcond);
        if (rcond != rcond) return new Solution(lu.solve(b), 0);
        if (guess.singular(single)) return new Solution(triangular(a) && !lu.singular() ? lu.solve(b) : least(a, b), rcond);
        return new Solution(lu.solve(b), rcond);
    }

    /** B/A = (Aᴴ\Bᴴ)ᴴ. */
    public static Solution right(Numeric b, Numeric a) {
        if (a.ndims() > 2 || b.ndims() > 2 || a.columns() != b.columns()) throw Shape.nonconformant("/", b, a);
        Solution s = left(Product.adjoint(a), Product.adjoint(b));
        return new Solution(Product.adjoint(s.x()), s.rcond());
    }

    private static boolean triangular(Numeric a) {
        return triangular(a, true) || triangular(a, false);
    }

    private static boolean triangular(Numeric a, boolean upper) {
        int n = a.rows();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                if ((upper ? i > j : i < j) && (a.re(i + j * n) != 0 || a.im(i + j * n) != 0)) return false;
            }
        }
        return true;
    }

    /** The x with the smallest ‖A·x − b‖₂, and of those the shortest: A⁺·b. */
    private static Numeric least(Numeric a, Numeric b) {
        return Product.of(pseudoinverse(a, Double.NaN), b);
    }

    /** A⁺ = V·S⁺·Uᴴ, singular values up to the tolerance (NaN: the usual one) taken as zero. */
    public static Numeric pseudoinverse(Numeric a, double tolerance) {
        Svd d = new Svd(a, true);
        int r = d.rank(tolerance);
        double[] s = d.values();
        Numeric v = d.v();
        int n = a.columns();
        double[] re = new double[n * r];
        double[] im = v.isComplex() ? new double[n * r] : null;
        for (int k = 0; k < r; k++) {
            for (int i = 0; i < n; i++) {
                re[i + k * n] = v.re(i + k * n) / s[k];
                if (im != null) im[i + k * n] = v.im(i + k * n) / s[k];
            }
        }
        return Product.of(Shape.number(a.isSingle(), re, im, n, r), Product.adjoint(columns(d.u(), 0, r)));
    }

    /** Columns from (counted from 0) up to but not including to. */
    public static Numeric columns(Numeric a, int from, int to) {
        int m = a.rows();
        int[] at = new int[m * (to - from)];
        for (int i = 0; i < at.length; i++) at[i] = from * m + i;
        return (Numeric) a.gather(at, new int[] {m, to - from});
    }

    /** A⁻¹; filled with Inf, and rcond 0, where A is singular. */
    public static Solution inverse(Numeric a) {
        int n = Shape.square("inverse", a);
        if (n == 0) return new Solution(Real.zeros(0, 0), Double.POSITIVE_INFINITY);
        Lu lu = new Lu(a);
        if (!lu.singular() || lu.rcond() != 0) {
            Numeric inverse = lu.inverse();
            double rcond = lu.rcond(inverse);
            return new Solution(inverse, rcond != rcond ? 0 : rcond);
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
