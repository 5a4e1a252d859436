package nabla.entropy;

import java.util.Map;

/** The geometric distribution, failures before the first success of probability p: P(k) = p·(1−p)^k, k = 0, 1, … */
public record Geometric(double p) implements Discrete {
    public Geometric {
        Parameters.chance("p", p);
    }

    @Override
    public String name() {
        return "geometric";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("p", p);
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return p == 1 ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double log(double k) {
        return whole(k) ? Math.log(p) + (k == 0 ? 0 : k * Math.log1p(-p)) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return (1 - p) / p;
    }

    @Override
    public double variance() {
        return (1 - p) / p / p;
    }

    @Override
    public double below(double x) {
        return -Math.expm1((Math.floor(x) + 1) * Math.log1p(-p));
    }

    @Override
    public double above(double x) {
        return Math.exp((Math.floor(x) + 1) * Math.log1p(-p));
    }

    @Override
    public double inverse(double u) {
        return Quantile.whole(this, u, Math.min(1e15, Math.max(0, Math.log1p(-u) / Math.log1p(-p) - 1)));
    }

    /** H = −((1−p)·ln(1−p) + p·ln p)/p. */
    @Override
    public Measure entropy() {
        return Measure.of(p == 1 ? 0 : -(1 - p) / p * Math.log1p(-p) - Math.log(p));
    }

    /** D = (p·ln(p/p′) + (1−p)·ln((1−p)/(1−p′)))/p. */
    @Override
    public double closedDivergence(Distribution q) {
        return q instanceof Geometric g ? Bernoulli.divergence(p, g.p) / p : Double.NaN;
    }
}
