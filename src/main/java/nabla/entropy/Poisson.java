package nabla.entropy;

import java.util.Map;
import org.hipparchus.special.Gamma;

/** The Poisson distribution with mean λ: P(k) = λ^k·e^(−λ)/k!, k = 0, 1, … */
public record Poisson(double lambda) implements Discrete {
    public Poisson {
        Parameters.positive("λ", lambda);
    }

    @Override
    public String name() {
        return "poisson";
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
    public double log(double k) {
        return whole(k) ? LogGamma.poisson(k, lambda) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return lambda;
    }

    @Override
    public double variance() {
        return lambda;
    }

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : Gamma.regularizedGammaQ(Math.floor(x) + 1, lambda);
    }

    @Override
    public double quantile(double u) {
        return Quantile.whole(this::cdf, u, lambda, low(), high());
    }

    /** D = λ·ln(λ/λ′) + λ′ − λ. */
    @Override
    public double closedDivergence(Distribution q) {
        return q instanceof Poisson o ? LogGamma.deviance(lambda, o.lambda) : Double.NaN;
    }
}
