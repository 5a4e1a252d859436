package nabla.entropy;

import java.util.Map;
import nabla.kernel.IncompleteGamma;
import nabla.kernel.LogGamma;

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
    public double below(double x) {
        return IncompleteGamma.upper(lambda, Math.floor(x) + 1);
    }

    @Override
    public double above(double x) {
        return IncompleteGamma.lower(lambda, Math.floor(x) + 1);
    }

    @Override
    public double inverse(double u) {
        return Quantile.whole(this, u, lambda);
    }

    /** D = λ·ln(λ/λ′) + λ′ − λ. */
    @Override
    public double closedDivergence(Distribution q) {
        return q instanceof Poisson o ? LogGamma.deviance(lambda, o.lambda) : Double.NaN;
    }
}
