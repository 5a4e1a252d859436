package nabla.entropy;

import java.util.Map;
import org.hipparchus.special.Beta;

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
        return 0;
    }

    @Override
    public double high() {
        return n;
    }

    @Override
    public double log(double k) {
        if (!whole(k)) return Double.NEGATIVE_INFINITY;
        if (k == 0 || k == n) return k == 0 ? n * Math.log1p(-p) : n * Math.log(p);
        double ways = LogGamma.stirlingError(n) - LogGamma.stirlingError(k) - LogGamma.stirlingError(n - k);
        double apart = LogGamma.deviance(k, n * p) + LogGamma.deviance(n - k, n * (1 - p));
        return ways - apart - Math.log(2 * Math.PI * k * ((n - k) / n)) / 2;
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
    public double cdf(double x) {
        double k = Math.floor(x);
        return k < 0 ? 0 : k >= n ? 1 : Beta.regularizedBeta(1 - p, n - k, k + 1);
    }

    @Override
    public double quantile(double u) {
        return Quantile.whole(this::cdf, u, mean(), low(), high());
    }

    /** D = n·(p·ln(p/p′) + (1−p)·ln((1−p)/(1−p′))) for equal n. */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof Binomial b) || b.n != n) return Double.NaN;
        return n * Bernoulli.divergence(p, b.p);
    }
}
