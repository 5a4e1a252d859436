package nabla.kernel;

/** The incomplete beta function I(x; a, b), the integral of t^(a−1)·(1−t)^(b−1)/B(a, b) from 0 to x. */
public final class IncompleteBeta {
    /** So many steps of the continued fraction serve up to a and b of 1e10. */
    private static final int MOST = 200_000;

    private IncompleteBeta() {}

    /**
     * I(x; a, b) for 0 ≤ x ≤ 1 and a, b > 0. What is left to 1 is I(y; b, a).
     *
     * @param y 1 − x, which may be known better than x tells
     */
    public static double of(double x, double y, double a, double b) {
        if (x != x || y != y || a != a || b != b) return Double.NaN;
        if (x <= 0 || y <= 0) return x <= 0 ? 0 : 1;
        if (Double.isInfinite(a) || Double.isInfinite(b)) return a == b ? x < 0.5 ? 0 : x > 0.5 ? 1 : 0.5 : a < b ? 1 : 0;
        if (x <= (a + 1) / (a + b + 2)) return Math.min(1, front(x, y, a, b) * fraction(x, a, b));
        double rest = front(y, x, b, a) * fraction(y, b, a);
        // where little is left of 1, the fraction that converges more slowly keeps its digits
        return rest < 0.9 ? 1 - rest : Math.min(1, front(x, y, a, b) * fraction(x, a, b));
    }

    /** xᵃ·yᵇ/(a·B(a, b)), by the binomial probability of a out of a + b. */
    private static double front(double x, double y, double a, double b) {
        return Exp.exp(LogGamma.binomial(a, a + b, x, y)) * (b / (a + b));
    }

    /** Lentz's evaluation of the continued fraction (Numerical Recipes, 6.4). */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / (1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MOST; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) break;
        }
        return h;
    }
}
