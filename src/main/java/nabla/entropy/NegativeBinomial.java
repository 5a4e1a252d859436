package nabla.entropy;

import java.util.Map;
import nabla.kernel.IncompleteBeta;
import nabla.kernel.LogGamma;

/** The negative binomial distribution, failures before the r-th success of probability p: P(k) = Γ(r+k)/(Γ(r)·k!)·p^r·(1−p)^k, k = 0, 1, …; r need not be whole. */
public record NegativeBinomial(double r, double p) implements Discrete {
    public NegativeBinomial {
        Parameters.positive("r", r);
        Parameters.chance("p", p);
    }

    @Override
    public String name() {
        return "nbinomial";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("r", r, "p", p);
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
        if (!whole(k)) return Double.NEGATIVE_INFINITY;
        return k == 0 ? r * Math.log(p) : LogGamma.binomial(r, r + k, p, 1 - p) + Math.log(r / (r + k));
    }

    @Override
    public double mean() {
        return r * (1 - p) / p;
    }

    @Override
    public double variance() {
        return r * (1 - p) / p / p;
    }

    @Override
    public double below(double x) {
        return IncompleteBeta.of(p, 1 - p, r, Math.floor(x) + 1);
    }

    @Override
    public double above(double x) {
        return IncompleteBeta.of(1 - p, p, Math.floor(x) + 1, r);
    }

    @Override
    public double inverse(double u) {
        return Quantile.whole(this, u, Math.min(1e15, mean()));
    }

    /** r/p times that of two trials, for equal r. */
    @Override
    public double closedDivergence(Distribution q) {
        if (q instanceof Geometric g) return closedDivergence(new NegativeBinomial(1, g.p()));
        return q instanceof NegativeBinomial o && o.r == r ? r * Bernoulli.divergence(p, o.p) / p : Double.NaN;
    }
}
