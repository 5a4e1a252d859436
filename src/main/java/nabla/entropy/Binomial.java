package nabla.entropy;

import java.util.Map;
import nabla.kernel.IncompleteBeta;
import nabla.kernel.LogGamma;

/** The binomial distribution, successes in n trials with probability p each: P(k) = C(n, k)·p^k·(1−p)^(n−k), k = 0 … n (by Loader 2000). */
public record Binomial(double n, double p) implements Discrete {
    public Binomial {
        Parameters.positive("n", n);
        if (n != Math.rint(n)) throw new Fault(Fault.Kind.WHOLE, n, "n");
        Parameters.probability("p", p);
    }

    @Override
    public String name() {
        return "binomial";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("n", n, "p", p);
    }

    @Override
    public double low() {
        return p == 1 ? n : 0;
    }

    @Override
    public double high() {
        return p == 0 ? 0 : n;
    }

    @Override
    public double log(double k) {
        return whole(k) ? LogGamma.binomial(k, n, p, 1 - p) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double mean() {
        return n * p;
    }

    @Override
    public double variance() {
        return n * p * (1 - p);
    }

    @Override
    public double below(double x) {
        double k = Math.floor(x);
        return IncompleteBeta.of(1 - p, p, n - k, k + 1);
    }

    @Override
    public double above(double x) {
        double k = Math.floor(x);
        return IncompleteBeta.of(p, 1 - p, k + 1, n - k);
    }

    @Override
    public double inverse(double u) {
        return Quantile.whole(this, u, mean());
    }

    /** D = n·(p·ln(p/p′) + (1−p)·ln((1−p)/(1−p′))) for equal n. */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof Binomial b) || b.n != n) return Double.NaN;
        return n * Bernoulli.divergence(p, b.p);
    }
}
