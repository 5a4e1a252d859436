package nabla.kernel;

/**
 * The incomplete gamma functions P and Q = 1 − P. Both are computed through D = xᵃ·e⁻ˣ/Γ(a + 1): P/D is a series (Abramowitz and Stegun,
 * 6.5.29), Q/D a continued fraction (6.5.31); D is Loader's saddle-point form ("Fast and accurate computation of binomial probabilities",
 * 2000), which keeps its digits when a and x are large.
 */
public final class IncompleteGamma {
    /** So many terms serve up to a = 1e10. */
    private static final int MOST = 1_000_000;

    private IncompleteGamma() {}

    /** P(a, x), the integral of e^(−t)·t^(a−1)/Γ(a) from 0 to x, x and a from 0 on. */
    public static double lower(double x, double a) {
        return of(x, a, false, false);
    }

    /** Q(a, x) = 1 − P(a, x), exact also where it is tiny. */
    public static double upper(double x, double a) {
        return of(x, a, true, false);
    }

    /** P(a, x)·Γ(a + 1)·eˣ/xᵃ. */
    public static double scaledLower(double x, double a) {
        return of(x, a, false, true);
    }

    /** Q(a, x)·Γ(a + 1)·eˣ/xᵃ. */
    public static double scaledUpper(double x, double a) {
        return of(x, a, true, true);
    }

    private static double of(double x, double a, boolean upper, boolean scaled) {
        if (x != x || a != a) return Double.NaN;
        if (a == 0) return upper ? 0 : scaled ? Exp.exp(x) : 1;
        if (a == Double.POSITIVE_INFINITY) return !upper ? scaled ? 1 : 0 : scaled ? a : 1;
        if (x == Double.POSITIVE_INFINITY) return upper ? 0 : scaled ? x : 1;
        if (x == 0) return upper ? scaled ? Double.POSITIVE_INFINITY : 1 : scaled ? 1 : 0;
        if (a == 1) return exponential(x, upper, scaled);
        double d = density(x, a);
        if (a < 1 && upper && x < 1.5) return scaled ? small(x, a) / d : small(x, a);
        if (x < Math.max(a, 1.5)) {
            double lower = series(x, a);
            return upper ? scaled ? 1 / d - lower : 1 - d * lower : scaled ? lower : d * lower;
        }
        double above = fraction(x, a);
        return upper ? scaled ? above : d * above : scaled ? 1 / d - above : 1 - d * above;
    }

    /** a = 1: P = 1 − e⁻ˣ, of any x. */
    public static double exponential(double x, boolean upper, boolean scaled) {
        if (upper) return scaled ? 1 / x : Math.exp(-x);
        return scaled ? Math.expm1(x) / x : x < 0.5 ? -Math.expm1(-x) : 1 - Math.exp(-x);
    }

    /** D = xᵃ·e⁻ˣ/Γ(a + 1), x > 0. */
    private static double density(double x, double a) {
        if (a <= 10 || a <= 100 && a == Math.rint(a) && x <= 200) return Math.pow(x, a) * Math.exp(-x) / Gamma.of(a + 1);
        return Math.exp(-Gamma.beyondStirling(a) - LogGamma.deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
    }

    /** P/D = 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …, summed from its last term. */
    private static double series(double x, double a) {
        int n = 1;
        for (double term = 1; term > 1e-18 && n < MOST; n++) term *= x / (a + n);
        double s = 1;
        for (; n > 0; n--) s = 1 + x * s / (a + n);
        return s;
    }

    /** Q/D = a/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)), by Lentz's method. */
    private static double fraction(double x, double a) {
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MOST; i++) {
            double e = -i * (i - a);
            b += 2;
            d = 1 / (e * d + b);
            c = b + e / c;
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) break;
        }
        return a * h;
    }

    /** Q = 1 − xᵃ/Γ(a + 1)·(1 + a·Σ (−x)ⁿ/((a + n)·n!)) for small a and x, where 1 − P would lose digits. */
    private static double small(double x, double a) {
        double log = a * Log.log(x) - logGammaOnePlus(a);
        double s = 0;
        double term = 1;
        for (int n = 1; n < 40; n++) {
            term *= -x / n;
            s += term / (a + n);
        }
        return -Math.expm1(log) - Exp.exp(log) * a * s;
    }

    /** ln Γ(1 + a), 0 ≤ a ≤ 1. */
    private static double logGammaOnePlus(double a) {
        return a < 1e-8 ? -0.57721566490153286 * a : Gamma.log(1 + a);
    }
}
