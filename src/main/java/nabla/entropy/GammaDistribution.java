package nabla.entropy;

import java.util.Map;
import nabla.kernel.Log;
import org.hipparchus.special.Gamma;

/** The gamma distribution with shape k and scale θ: p(x) = x^(k−1)·exp(−x/θ)/(Γ(k)·θ^k), x ≥ 0. */
public record GammaDistribution(double k, double theta) implements Distribution {
    public GammaDistribution {
        Parameters.positive("k", k);
        Parameters.positive("θ", theta);
    }

    @Override
    public String name() {
        return "gamma";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("k", k, "θ", theta);
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double log(double x) {
        if (x < 0) return Double.NEGATIVE_INFINITY;
        if (k == 1 || x == 0) return k == 1 ? -x / theta - Log.log(theta) : k < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return LogGamma.poisson(k, x / theta) + Log.log(k) - Log.log(x);
    }

    @Override
    public double mean() {
        return k * theta;
    }

    @Override
    public double variance() {
        return k * theta * theta;
    }

    @Override
    public double cdf(double x) {
        return x > 0 ? Gamma.regularizedGammaP(k, x / theta) : 0;
    }

    @Override
    public double quantile(double u) {
        return theta * Quantile.positive(x -> Gamma.regularizedGammaP(k, x), u, k);
    }

    /** h = k + ln θ + ln Γ(k) + (1 − k)·ψ(k), with Stirling's formula for ln Γ. */
    @Override
    public Measure entropy() {
        double root = Log.log(2 * Math.PI * k) / 2 + Log.log(theta);
        return Measure.of(root + LogGamma.stirlingError(k) + (1 - k) * LogGamma.digammaLessLog(k));
    }

    /**
     * D = [ln Γ(k′) − ln Γ(k) − (k′−k)·ψ(k)] + k·[θ/θ′ − 1 − ln(θ/θ′)] + (k′−k)·ln(θ′/θ), both brackets at least 0; an exponential
     * distribution is a gamma one of shape 1.
     */
    @Override
    public double closedDivergence(Distribution q) {
        if (q instanceof Exponential e) return closedDivergence(new GammaDistribution(1, 1 / e.lambda()));
        if (!(q instanceof GammaDistribution g)) return Double.NaN;
        double scales = Logarithm.excess((theta - g.theta) / g.theta, Log.log(theta / g.theta));
        return LogGamma.bregman(k, g.k) + k * scales + (g.k - k) * Log.log(g.theta / theta);
    }
}
