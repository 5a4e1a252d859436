package nabla.kernel;

import static nabla.kernel.Gamma.STIRLING;
import static nabla.kernel.Gamma.beyondStirling;

/** ln Γ and its kin: parts that survive where ln Γ itself is large and its differences are small. */
public final class LogGamma {
    private static final double HALF_LOG_2PI = Log.log(2 * Math.PI) / 2;

    /** From here on the series of ψ and ψ′ are exact to 1e-16. */
    private static final double SERIES = 15;

    private LogGamma() {}

    /** ln Γ(x), x > 0. */
    public static double of(double x) {
        if (Double.isInfinite(x)) return x;
        return x >= 0.5 ? Gamma.log(x) : Gamma.log(x + 1) - Log.log(x);
    }

    /** What Stirling's formula lacks: ln Γ(x+1) − (x+½)·ln x + x − ½·ln 2π = 1/(12x) − 1/(360x³) + … */
    public static double stirlingError(double x) {
        if (x >= STIRLING) return beyondStirling(x);
        return of(x + 1) - (x + 0.5) * Log.log(x) + x - HALF_LOG_2PI;
    }

    /** ln B(a, b) = ln(Γ(a)·Γ(b)/Γ(a+b)), a, b > 0; for large a or b without the large terms that cancel (Didonato and Morris 1992). */
    public static double beta(double a, double b) {
        double p = Math.min(a, b);
        double q = Math.max(a, b);
        if (q < 10) return of(p) + of(q) - of(p + q);
        if (Double.isInfinite(q)) return Double.NEGATIVE_INFINITY;
        double between = beyondStirling(q) - beyondStirling(p + q) - (q - 0.5) * Log.log1p(p / q);
        if (p < 10) return of(p) - p * Log.log(p + q) + p + between;
        return HALF_LOG_2PI - Log.log(p) / 2 + beyondStirling(p) + p * Log.log(p / (p + q)) + between;
    }

    /** ln(m^x·e^(−m)/Γ(x+1)), the Poisson probability of x at the mean m, without large terms that cancel (Loader 2000). */
    public static double poisson(double x, double m) {
        return x == 0 ? -m : -stirlingError(x) - deviance(x, m) - HALF_LOG_2PI - Log.log(x) / 2;
    }

    /** ln(Γ(n+1)/(Γ(k+1)·Γ(n−k+1))·p^k·q^(n−k)) with q = 1 − p, the binomial probability of k out of n, also between whole numbers (Loader 2000). */
    public static double binomial(double k, double n, double p, double q) {
        double rest = n - k;
        if (k == 0) return n * logarithm(q, p);
        if (rest == 0) return n * logarithm(p, q);
        double ways = stirlingError(n) - stirlingError(k) - stirlingError(rest);
        double apart = deviance(k, n * p) + deviance(rest, n * q);
        return ways - apart - HALF_LOG_2PI - Log.log(k * (rest / n)) / 2;
    }

    /** ln p, where q = 1 − p is given too. */
    private static double logarithm(double p, double q) {
        return q < 0.5 ? Log.log1p(-q) : Log.log(p);
    }

    /** x·ln(x/m) + m − x. */
    public static double deviance(double x, double m) {
        return x == 0 ? m : x * Logarithm.excess((m - x) / x, Log.log(m / x));
    }

    /** ψ(x) = d ln Γ(x)/dx: up by ψ(x) = ψ(x+1) − 1/x to where its series serves. */
    public static double digamma(double x) {
        return x < SERIES ? digamma(x + 1) - 1 / x : Log.log(x) + digammaLessLog(x);
    }

    /** ψ(x) − ln x = −1/(2x) − 1/(12x²) + 1/(120x⁴) − … */
    public static double digammaLessLog(double x) {
        if (x < SERIES) return digamma(x) - Log.log(x);
        double s = 1 / (x * x);
        return -0.5 / x - s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s / 132))));
    }

    /** ψ′(x) = 1/x + 1/(2x²) + 1/(6x³) − 1/(30x⁵) + … */
    public static double trigamma(double x) {
        if (x < SERIES) return trigamma(x + 1) + 1 / (x * x);
        double s = 1 / (x * x);
        return (1 + 0.5 / x + s * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * 5 / 66))))) / x;
    }
}
