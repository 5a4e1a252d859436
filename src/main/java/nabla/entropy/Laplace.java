package nabla.entropy;

import java.util.Map;
import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.kernel.Logarithm;

/** The Laplace distribution around μ with scale b: p(x) = exp(−|x−μ|/b)/(2b). */
public record Laplace(double mu, double b) implements Distribution {
    public Laplace {
        Parameters.finite("μ", mu);
        Parameters.positive("b", b);
    }

    @Override
    public String name() {
        return "laplace";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("μ", mu, "b", b);
    }

    @Override
    public double log(double x) {
        return -Math.abs(x - mu) / b - Log.log(2 * b);
    }

    @Override
    public double mean() {
        return mu;
    }

    @Override
    public double variance() {
        return 2 * b * b;
    }

    @Override
    public double below(double x) {
        double tail = Exp.exp(-Math.abs(x - mu) / b) / 2;
        return x < mu ? tail : 1 - tail;
    }

    @Override
    public double above(double x) {
        return below(2 * mu - x);
    }

    @Override
    public double inverse(double u) {
        return u < 0.5 ? mu + b * Log.log(2 * u) : mu - b * Log.log(2 * (1 - u));
    }

    /** h = 1 + ln 2b. */
    @Override
    public Measure entropy() {
        return Measure.of(1 + Log.log(2 * b));
    }

    /** D = ln(b′/b) + (b·exp(−d/b) + d)/b′ − 1, d = |μ − μ′|; that is [r − 1 − ln r] + r·[exp(−d/b) − 1 + d/b], r = b/b′. */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof Laplace l)) return Double.NaN;
        double r = b / l.b;
        double d = Math.abs(mu - l.mu) / b;
        return Logarithm.excess((b - l.b) / l.b, Log.log(r)) + r * Logarithm.excess(Exp.expm1(-d), -d);
    }
}
