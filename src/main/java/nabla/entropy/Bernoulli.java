package nabla.entropy;

import java.util.Map;

/** The outcome of one trial, 1 with probability p and 0 otherwise. */
public record Bernoulli(double p) implements Discrete {
    public Bernoulli {
        Parameters.probability("p", p);
    }

    @Override
    public String name() {
        return "bernoulli";
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
        return 1;
    }

    @Override
    public double log(double k) {
        return k == 1 ? Math.log(p) : k == 0 ? Math.log1p(-p) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return p;
    }

    @Override
    public double variance() {
        return p * (1 - p);
    }

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : x < 1 ? 1 - p : 1;
    }

    @Override
    public double quantile(double u) {
        return u <= 1 - p ? 0 : 1;
    }

    @Override
    public double closedDivergence(Distribution q) {
        return q instanceof Bernoulli b ? divergence(p, b.p) : Double.NaN;
    }

    /** p·ln(p/q) + (1−p)·ln((1−p)/(1−q)), each logarithm less its tangent, which cancel: exact also where p and q are close. */
    static double divergence(double p, double q) {
        double heads = Logarithm.excess((q - p) / p, Math.log(q / p));
        return p * heads + (1 - p) * Logarithm.excess((p - q) / (1 - p), Math.log1p(-q) - Math.log1p(-p));
    }
}
