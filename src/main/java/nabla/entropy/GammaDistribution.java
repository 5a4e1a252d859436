package nabla.entropy;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import nabla.kernel.IncompleteGamma;
import nabla.kernel.Log;
import nabla.kernel.LogGamma;
import nabla.kernel.Logarithm;

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
        return logDensity().applyAsDouble(x);
    }

    /** With m = x/θ, ln p = −k·(m/k − 1 − ln(m/k)) − ln(m/k) − δ(k) − ½·ln(2π·k) − ln θ, δ what Stirling's formula lacks (Loader 2000). */
    @Override
    public DoubleUnaryOperator logDensity() {
        if (k == 1) return x -> x < 0 ? Double.NEGATIVE_INFINITY : -x / theta - Log.log(theta);
        double constant = LogGamma.poisson(k, k) - Log.log(theta);
        double end = k < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return x -> {
            if (x <= 0) return x == 0 ? end : Double.NEGATIVE_INFINITY;
            double m = x / theta;
            if (Double.isInfinite(m)) return Double.NEGATIVE_INFINITY;
            double ratio = m / k;
            double log = ratio >= Double.MIN_NORMAL ? Log.log(ratio) : Log.log(x) - Log.log(theta) - Log.log(k);
            return constant - k * Logarithm.excess((m - k) / k, log) - log;
        };
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
    public double below(double x) {
        return IncompleteGamma.lower(x / theta, k);
    }

    @Override
    public double above(double x) {
        return IncompleteGamma.upper(x / theta, k);
    }

    @Override
    public double inverse(double u) {
        return theta == 1 ? Quantile.positive(this, u, k) : theta * new GammaDistribution(k, 1).inverse(u);
    }

    /** h = k + ln θ + ln Γ(k) + (1 − k)·ψ(k), with Stirling's formula for ln Γ. */
    @Override
    public Measure entropy() {
        double root = Log.log(2 * Math.PI * k) / 2 + Log.log(theta);
        return Measure.of(root + LogGamma.stirlingError(k) + (1 - k) * LogGamma.digammaLessLog(k));
    }

    /**
     * D = [ln Γ(k′) − ln Γ(k) − (k′−k)·ψ(k)] + k·[θ/θ′ − 1 − ln(θ/θ′)] + (k′−k)·ln(θ′/θ), both brackets at least 0; exponential
     * and χ² distributions are gamma ones.
     */
    @Override
    public double closedDivergence(Distribution q) {
        if (q instanceof Exponential e) return closedDivergence(new GammaDistribution(1, 1 / e.lambda()));
        if (q instanceof ChiSquared c) return closedDivergence(c.gamma());
        if (!(q instanceof GammaDistribution g)) return Double.NaN;
        double scales = Logarithm.excess((theta - g.theta) / g.theta, Log.log(theta / g.theta));
        return Bregman.ofLogGamma(k, g.k) + k * scales + (g.k - k) * Log.log(g.theta / theta);
    }
}
