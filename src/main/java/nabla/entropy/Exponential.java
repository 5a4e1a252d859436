package nabla.entropy;

import java.util.Map;
import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.kernel.Logarithm;

/** The exponential distribution with the rate λ, mean 1/λ: p(x) = λ·exp(−λx), x ≥ 0. */
public record Exponential(double lambda) implements Distribution {
    public Exponential {
        Parameters.positive("λ", lambda);
    }

    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("λ", lambda);
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double log(double x) {
        return x >= 0 ? Log.log(lambda) - lambda * x : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return 1 / lambda;
    }

    @Override
    public double variance() {
        return 1 / lambda / lambda;
    }

    @Override
    public double below(double x) {
        return -Exp.expm1(-lambda * x);
    }

    @Override
    public double above(double x) {
        return Exp.exp(-lambda * x);
    }

    @Override
    public double inverse(double u) {
        return -Log.log1p(-u) / lambda;
    }

    /** h = 1 − ln λ. */
    @Override
    public Measure entropy() {
        return Measure.of(1 - Log.log(lambda));
    }

    /** D = ln(λ/λ′) + λ′/λ − 1. */
    @Override
    public double closedDivergence(Distribution q) {
        if (q instanceof GammaDistribution || q instanceof ChiSquared) return new GammaDistribution(1, 1 / lambda).closedDivergence(q);
        return q instanceof Exponential e ? Logarithm.excess((e.lambda - lambda) / lambda, Log.log(e.lambda / lambda)) : Double.NaN;
    }
}
