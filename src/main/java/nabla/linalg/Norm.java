package nabla.linalg;

import nabla.value.Numeric;

/** Norms of vectors and matrices. */
public final class Norm {
    private Norm() {}

    private static double size(Numeric a, int i) {
        return a.isComplex() ? Math.hypot(a.re(i), a.im(i)) : Math.abs(a.re(i));
    }

    /** ‖A‖₁: the greatest sum of magnitudes in a column. */
    public static double one(Numeric a) {
        int m = a.rows();
        double top = 0;
        for (int j = 0; j < a.columns(); j++) {
            double sum = 0;
            for (int i = 0; i < m; i++) sum += size(a, i + j * m);
            if (sum != sum) return sum;
            top = Math.max(top, sum);
        }
        return top;
    }

    /** ‖A‖∞: the greatest sum of magnitudes in a row. */
    public static double infinity(Numeric a) {
        int m = a.rows();
        double top = 0;
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int j = 0; j < a.columns(); j++) sum += size(a, i + j * m);
            if (sum != sum) return sum;
            top = Math.max(top, sum);
        }
        return top;
    }

    /** The root of the sum of squares, without overflow on the way. */
    public static double frobenius(Numeric a) {
        double scale = 0;
        double sum = 1;
        for (int i = 0, n = a.numel(); i < n; i++) {
            double x = size(a, i);
            if (x == 0) continue;
            if (x != x) return x;
            if (Double.isInfinite(x)) return frobeniusOfInfinite(a);
            if (scale < x) {
                sum = 1 + sum * (scale / x) * (scale / x);
                scale = x;
            } else {
                sum += x / scale * (x / scale);
            }
        }
        return scale * Math.sqrt(sum);
    }

    private static double frobeniusOfInfinite(Numeric a) {
        for (int i = 0, n = a.numel(); i < n; i++) if (size(a, i) != size(a, i)) return Double.NaN;
        return Double.POSITIVE_INFINITY;
    }

    /** ‖x‖ₚ = (Σ|xᵢ|ᵖ)^(1/p); the greatest magnitude for ∞, the smallest for −∞, the count of others than zero for 0. */
    public static double vector(Numeric x, double p) {
        if (p == 2) return frobenius(x);
        int n = x.numel();
        if (n == 0) return 0;
        double top = size(x, 0);
        double low = top;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double s = size(x, i);
            if (s != s) return s;
            top = Math.max(top, s);
            low = Math.min(low, s);
            sum += p == 0 ? (s != 0 ? 1 : 0) : p == 1 ? s : Math.pow(s, p);
        }
        if (Double.isInfinite(p)) return p > 0 ? top : low;
        return p == 0 || p == 1 ? sum : Math.pow(sum, 1 / p);
    }

    /** The matrix norm subordinate to p = 1, 2 or ∞. */
    public static double matrix(Numeric a, double p) {
        if (p == 1) return one(a);
        if (p == Double.POSITIVE_INFINITY) return infinity(a);
        if (p == 2) {
            for (int i = 0, n = a.numel(); i < n; i++) if (!Double.isFinite(size(a, i))) return frobenius(a);
            double[] s = new Svd(a, false).values();
            return s.length == 0 ? 0 : s[0];
        }
        return between(a, p);
    }

    /** By Boyd's power method: x ← the dual of Aᵀ·(dual of A·x), for real matrices and p &gt; 1. */
    private static double between(Numeric a, double p) {
        int m = a.rows();
        int n = a.columns();
        double[] x = new double[n];
        java.util.Arrays.fill(x, Math.pow(n, -1 / p));
        double norm = 0;
        for (int k = 0; k < 256; k++) {
            double[] y = Product.real(a.toDoubles(), x, m, n, 1);
            double next = vector(new nabla.value.Real(y, m, 1), p);
            if (Math.abs(next - norm) <= 1e-15 * next) return next;
            norm = next;
            for (int i = 0; i < m; i++) y[i] = Math.signum(y[i]) * Math.pow(Math.abs(y[i]), p - 1);
            double[] z = Product.real(y, a.toDoubles(), 1, m, n);
            double q = p / (p - 1);
            double zq = vector(new nabla.value.Real(z, n, 1), q);
            for (int i = 0; i < n; i++) x[i] = zq == 0 ? x[i] : Math.signum(z[i]) * Math.pow(Math.abs(z[i]) / zq, q - 1);
        }
        return norm;
    }
}
