package nabla.entropy;

import java.util.Map;
import nabla.kernel.Exp;
import nabla.kernel.Log;

/** The logistic distribution around μ with scale s: P(X ≤ x) = 1/(1 + exp(−(x−μ)/s)). */
public record Logistic(double mu, double s) implements Distribution {
    public Logistic {
        Parameters.finite("μ", mu);
        Parameters.positive("s", s);
    }

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("μ", mu, "s", s);
    }

    @Override
    public double log(double x) {
        double z = Math.abs(x - mu) / s;
        return -z - 2 * Log.log1p(Exp.exp(-z)) - Log.log(s);
    }

    @Override
    public double mean() {
        return mu;
    }

    @Override
    public double variance() {
        return s * s * Math.PI * Math.PI / 3;
    }

    @Override
    public double below(double x) {
        return above(2 * mu - x);
    }

    @Override
    public double above(double x) {
        double e = Exp.exp(-Math.abs(x - mu) / s);
        return x > mu ? e / (1 + e) : 1 / (1 + e);
    }

    @Override
    public double inverse(double u) {
        return mu + s * (u < 0.25 || u > 0.75 ? Log.log(u) - Log.log1p(-u) : 2 * atanh(2 * u - 1));
    }

    private static double atanh(double x) {
        return (Log.log1p(x) - Log.log1p(-x)) / 2;
    }

    /** h = ln s + 2. */
    @Override
    public Measure entropy() {
        return Measure.of(Log.log(s) + 2);
    }
}
