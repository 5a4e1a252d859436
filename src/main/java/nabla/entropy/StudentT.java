package nabla.entropy;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import nabla.kernel.IncompleteBeta;
import nabla.kernel.Log;
import nabla.kernel.LogGamma;

/** Student's t distribution with ν degrees of freedom: p(x) = (1 + x²/ν)^(−(ν+1)/2)/(√ν·B(ν/2, ½)). */
public record StudentT(double nu) implements Distribution {
    public StudentT {
        Parameters.positive("ν", nu);
    }

    @Override
    public String name() {
        return "t";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("ν", nu);
    }

    @Override
    public double log(double x) {
        return logDensity().applyAsDouble(x);
    }

    @Override
    public DoubleUnaryOperator logDensity() {
        double constant = -Log.log(nu) / 2 - LogGamma.beta(nu / 2, 0.5);
        double root = Math.sqrt(nu);
        return x -> {
            double z = Math.abs(x) / root;
            return constant - (nu + 1) * (z > 1e8 ? Log.log(z) : Log.log1p(z * z) / 2);
        };
    }

    /** 0; none for ν ≤ 1. */
    @Override
    public double mean() {
        return nu > 1 ? 0 : Double.NaN;
    }

    /** ν/(ν − 2), ∞ for ν ≤ 2, none for ν ≤ 1. */
    @Override
    public double variance() {
        return nu > 2 ? nu / (nu - 2) : nu > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    @Override
    public double below(double x) {
        return above(-x);
    }

    @Override
    public double above(double x) {
        double z = x / Math.sqrt(nu);
        double far = z * z / (1 + z * z);
        double tail = Double.isInfinite(z * z) ? 0 : IncompleteBeta.of(1 / (1 + z * z), far, nu / 2, 0.5) / 2;
        return x < 0 ? 1 - tail : tail;
    }

    @Override
    public double inverse(double u) {
        double p = Math.min(u, 1 - u);
        double t = p > 0.25 ? Math.sqrt(nu * new BetaDistribution(0.5, nu / 2).odds(1 - 2 * p)) : Math.sqrt(nu / new BetaDistribution(nu / 2, 0.5).odds(2 * p));
        return p == 0.5 ? 0 : u < 0.5 ? -t : t;
    }

    /** h = (ν+1)/2·(ψ((ν+1)/2) − ψ(ν/2)) + ln(√ν·B(ν/2, ½)). */
    @Override
    public Measure entropy() {
        double spread = LogGamma.digamma((nu + 1) / 2) - LogGamma.digamma(nu / 2);
        return Measure.of((nu + 1) / 2 * spread + Log.log(nu) / 2 + LogGamma.beta(nu / 2, 0.5));
    }
}
