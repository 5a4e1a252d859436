package nabla.entropy;

import java.util.Map;
import nabla.kernel.Exp;
import nabla.kernel.Log;

/** The distribution of e^X for a normal X with mean μ and standard deviation σ. */
public record Lognormal(double mu, double sigma) implements Distribution {
    public Lognormal {
        Parameters.finite("μ", mu);
        Parameters.positive("σ", sigma);
    }

    private Normal logarithm() {
        return new Normal(mu, sigma);
    }

    @Override
    public String name() {
        return "lognormal";
    }

    @Override
    public Map<String, Double> parameters() {
        return logarithm().parameters();
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double log(double x) {
        return x > 0 ? logarithm().log(Log.log(x)) - Log.log(x) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return Exp.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double variance() {
        return Exp.expm1(sigma * sigma) * Exp.exp(2 * mu + sigma * sigma);
    }

    @Override
    public double below(double x) {
        return x > 0 ? logarithm().below(Log.log(x)) : 0;
    }

    @Override
    public double above(double x) {
        return x > 0 ? logarithm().above(Log.log(x)) : 1;
    }

    @Override
    public double inverse(double u) {
        return Exp.exp(logarithm().inverse(u));
    }

    /** h = μ + ln(σ√(2πe)). */
    @Override
    public Measure entropy() {
        return Measure.of(mu + logarithm().entropy().nats());
    }

    /** That of the normal distributions of the logarithms. */
    @Override
    public double closedDivergence(Distribution q) {
        return q instanceof Lognormal l ? logarithm().closedDivergence(l.logarithm()) : Double.NaN;
    }
}
