package nabla.entropy;

import java.util.Map;
import nabla.kernel.Logarithm;

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
        return p == 1 ? 1 : 0;
    }

    @Override
    public double high() {
        return p == 0 ? 0 : 1;
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
    public double below(double x) {
        return 1 - p;
    }

    @Override
    public double above(double x) {
        return p;
    }

    @Override
    public double inverse(double u) {
        return u <= 1 - p ? 0 : 1;
    }

    @Override
    public double closedDivergence(Distribution q) {
        return q instanceof Bernoulli b ? divergence(p, b.p) : Double.NaN;
    }

    /** p·ln(p/q) + (1−p)·ln((1−p)/(1−q)), each logarithm less its tangent, which cancel: exact also where p and q are close; NaN where it is infinite. */
    static double divergence(double p, double q) {
        if (p == q) return 0;
        if (q == 0 || q == 1) return Double.NaN;
        if (p == 0 || p == 1) return p == 0 ? -Math.log1p(-q) : -Math.log(q);
        double heads = Logarithm.excess((q - p) / p, Math.log(q / p));
        return p * heads + (1 - p) * Logarithm.excess((p - q) / (1 - p), Math.log1p(-q) - Math.log1p(-p));
    }
}
