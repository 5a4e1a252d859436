package nabla.entropy;

import java.util.Map;
import nabla.kernel.Erf;
import nabla.kernel.Log;
import nabla.kernel.Logarithm;

/** The normal distribution with mean μ and standard deviation σ: p(x) = exp(−(x−μ)²/(2σ²))/(σ√(2π)). */
public record Normal(double mu, double sigma) implements Distribution {
    private static final double LOG_ROOT = Log.log(2 * Math.PI) / 2;

    public Normal {
        Parameters.finite("μ", mu);
        Parameters.positive("σ", sigma);
    }

    @Override
    public String name() {
        return "normal";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("μ", mu, "σ", sigma);
    }

    @Override
    public double log(double x) {
        double z = (x - mu) / sigma;
        return -z * z / 2 - Log.log(sigma) - LOG_ROOT;
    }

    @Override
    public double mean() {
        return mu;
    }

    @Override
    public double variance() {
        return sigma * sigma;
    }

    @Override
    public double below(double x) {
        return Erf.erfc((mu - x) / (sigma * Math.sqrt(2))) / 2;
    }

    @Override
    public double above(double x) {
        return Erf.erfc((x - mu) / (sigma * Math.sqrt(2))) / 2;
    }

    @Override
    public double inverse(double u) {
        return mu - sigma * Math.sqrt(2) * Erf.complementInverse(2 * u);
    }

    /** h = ln(σ√(2πe)). */
    @Override
    public Measure entropy() {
        return Measure.of(Log.log(sigma) + LOG_ROOT + 0.5);
    }

    /** D = (d² + r² − 1 − ln r²)/2, r = σ/σ′, d = (μ − μ′)/σ′. */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof Normal n)) return Double.NaN;
        double r = sigma / n.sigma;
        double d = (mu - n.mu) / n.sigma;
        return (d * d + Logarithm.excess((sigma - n.sigma) / n.sigma * (r + 1), 2 * Log.log(r))) / 2;
    }
}
