package nabla.entropy;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import nabla.kernel.IncompleteBeta;
import nabla.kernel.Log;
import nabla.kernel.LogGamma;

/** Fisher's F distribution with m and n degrees of freedom, of (χ²ₘ/m)/(χ²ₙ/n): x·m/n is the odds z/(1 − z) of a beta number z with the shapes m/2 and n/2. */
public record FisherF(double m, double n) implements Distribution {
    public FisherF {
        Parameters.positive("m", m);
        Parameters.positive("n", n);
    }

    @Override
    public String name() {
        return "f";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("m", m, "n", n);
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double log(double x) {
        return logDensity().applyAsDouble(x);
    }

    @Override
    public DoubleUnaryOperator logDensity() {
        double constant = Log.log(m / n) - LogGamma.beta(m / 2, n / 2);
        double end = m < 2 ? Double.POSITIVE_INFINITY : m > 2 ? Double.NEGATIVE_INFINITY : constant;
        return x -> {
            if (x <= 0) return x == 0 ? end : Double.NEGATIVE_INFINITY;
            double z = x * (m / n);
            return constant + (m / 2 - 1) * Log.log(z) - (m + n) / 2 * Log.log1p(z);
        };
    }

    /** n/(n − 2), ∞ for n ≤ 2. */
    @Override
    public double mean() {
        return n > 2 ? n / (n - 2) : Double.POSITIVE_INFINITY;
    }

    /** ∞ for n ≤ 4, none for n ≤ 2. */
    @Override
    public double variance() {
        return n > 4 ? 2 * (n / (n - 2)) * (n / (n - 2)) * (m + n - 2) / (m * (n - 4)) : n > 2 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    @Override
    public double below(double x) {
        double d = m * x + n;
        return IncompleteBeta.of(m * x / d, n / d, m / 2, n / 2);
    }

    @Override
    public double above(double x) {
        double d = m * x + n;
        return IncompleteBeta.of(n / d, m * x / d, n / 2, m / 2);
    }

    @Override
    public double inverse(double u) {
        return n / m * new BetaDistribution(m / 2, n / 2).odds(u);
    }

    /** h = ln B(a, b) − (a−1)·(ψ(a) − ψ(b)) + (a+b)·(ψ(a+b) − ψ(b)) + ln(n/m) with a = m/2, b = n/2. */
    @Override
    public Measure entropy() {
        double a = m / 2;
        double b = n / 2;
        double mean = LogGamma.digamma(b);
        double odds = (a + b) * (LogGamma.digamma(a + b) - mean) - (a - 1) * (LogGamma.digamma(a) - mean);
        return Measure.of(LogGamma.beta(a, b) + odds + Log.log(n / m));
    }
}
