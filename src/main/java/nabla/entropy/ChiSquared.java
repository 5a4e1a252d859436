package nabla.entropy;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The χ² distribution with k degrees of freedom, of the sum of squares of k normal numbers: the gamma one of shape k/2 and scale 2. */
public record ChiSquared(double k) implements Distribution {
    public ChiSquared {
        Parameters.positive("k", k);
    }

    @Override
    public String name() {
        return "chi2";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("k", k);
    }

    GammaDistribution gamma() {
        return new GammaDistribution(k / 2, 2);
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double log(double x) {
        return gamma().log(x);
    }

    @Override
    public DoubleUnaryOperator logDensity() {
        return gamma().logDensity();
    }

    @Override
    public double mean() {
        return k;
    }

    @Override
    public double variance() {
        return 2 * k;
    }

    @Override
    public double below(double x) {
        return gamma().below(x);
    }

    @Override
    public double above(double x) {
        return gamma().above(x);
    }

    @Override
    public double inverse(double u) {
        return gamma().inverse(u);
    }

    @Override
    public Measure entropy() {
        return gamma().entropy();
    }

    @Override
    public double closedDivergence(Distribution q) {
        return gamma().closedDivergence(q);
    }
}
