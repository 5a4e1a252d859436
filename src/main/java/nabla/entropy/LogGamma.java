package nabla.entropy;

import static nabla.kernel.Gamma.STIRLING;
import static nabla.kernel.Gamma.beyondStirling;

import nabla.kernel.Log;
import org.hipparchus.special.Gamma;

/** Parts of ln Γ that survive where ln Γ itself is large and its differences small. */
final class LogGamma {
    private static final double HALF_LOG_2PI = Log.log(2 * Math.PI) / 2;

    /** From here on the series of ψ and ψ′ are exact to 1e-16. */
    private static final double SERIES = 15;

    private LogGamma() {}

    /** What Stirling's formula lacks: ln Γ(x+1) − (x+½)·ln x + x − ½·ln 2π = 1/(12x) − 1/(360x³) + … */
    static double stirlingError(double x) {
        if (x >= STIRLING) return beyondStirling(x);
        return logGamma(x + 1) - (x + 0.5) * Log.log(x) + x - HALF_LOG_2PI;
    }

    private static double logGamma(double x) {
        return x >= 0.5 ? nabla.kernel.Gamma.log(x) : Gamma.logGamma(x);
    }

    /** ln(m^x·e^(−m)/Γ(x+1)), the Poisson probability of x at the mean m, without large terms that cancel (Loader 2000). */
    static double poisson(double x, double m) {
        return x == 0 ? -m : -stirlingError(x) - deviance(x, m) - HALF_LOG_2PI - Log.log(x) / 2;
    }

    /** x·ln(x/m) + m − x. */
    static double deviance(double x, double m) {
        return x == 0 ? m : x * Logarithm.excess((m - x) / x, Log.log(m / x));
    }

    /** ψ(x) = d ln Γ(x)/dx: up by ψ(x) = ψ(x+1) − 1/x to where its series serves. */
    static double digamma(double x) {
        return x < SERIES ? digamma(x + 1) - 1 / x : Log.log(x) + digammaLessLog(x);
    }

    /** ψ(x) − ln x = −1/(2x) − 1/(12x²) + 1/(120x⁴) − … */
    static double digammaLessLog(double x) {
        if (x < SERIES) return digamma(x) - Log.log(x);
        double s = 1 / (x * x);
        return -0.5 / x - s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s / 132))));
    }

    /** ψ′(x) = 1/x + 1/(2x²) + 1/(6x³) − 1/(30x⁵) + … */
    private static double trigamma(double x) {
        if (x < SERIES) return trigamma(x + 1) + 1 / (x * x);
        double s = 1 / (x * x);
        return (1 + 0.5 / x + s * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * 5 / 66))))) / x;
    }

    /** ln Γ(y) − ln Γ(x) − (y − x)·ψ(x) ≥ 0: for neighbours as the integral of (y − t)·ψ′(t) from x to y. */
    static double bregman(double x, double y) {
        if (Math.abs(y - x) > x / 8) return Gamma.logGamma(y) - Gamma.logGamma(x) - (y - x) * digamma(x);
        double[] sum = GaussKronrod.integrate((t, into) -> into[0] = (y - t) * trigamma(t), Math.min(x, y), Math.max(x, y));
        return Math.abs(sum[0]);
    }
}
