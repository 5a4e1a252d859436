package nabla.entropy;

import java.util.Map;
import nabla.kernel.Log;
import nabla.kernel.Logarithm;

/** The Pareto distribution with shape α on x ≥ m: P(X > x) = (m/x)^α. */
public record Pareto(double alpha, double least) implements Distribution {
    public Pareto {
        Parameters.positive("α", alpha);
        Parameters.positive("m", least);
    }

    @Override
    public String name() {
        return "pareto";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("α", alpha, "m", least);
    }

    @Override
    public double low() {
        return least;
    }

    @Override
    public double log(double x) {
        return x < least ? Double.NEGATIVE_INFINITY : Log.log(alpha / least) - (alpha + 1) * Log.log(x / least);
    }

    /** α·m/(α − 1), ∞ for α ≤ 1. */
    @Override
    public double mean() {
        return alpha > 1 ? alpha * least / (alpha - 1) : Double.POSITIVE_INFINITY;
    }

    /** ∞ for α ≤ 2, none for α ≤ 1. */
    @Override
    public double variance() {
        return alpha > 2 ? least * least * alpha / ((alpha - 1) * (alpha - 1) * (alpha - 2)) : alpha > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    @Override
    public double below(double x) {
        return -Math.expm1(-alpha * logarithm(x));
    }

    @Override
    public double above(double x) {
        return Math.exp(-alpha * logarithm(x));
    }

    /** ln(x/m), exact also where x is close to m. */
    private double logarithm(double x) {
        return x < 2 * least ? Log.log1p((x - least) / least) : Log.log(x / least);
    }

    @Override
    public double inverse(double u) {
        return least * Math.exp(-Log.log1p(-u) / alpha);
    }

    /** h = ln(m/α) + 1 + 1/α. */
    @Override
    public Measure entropy() {
        return Measure.of(Log.log(least / alpha) + 1 + 1 / alpha);
    }

    /** D = ln(α/α′) + α′/α − 1 + α′·ln(m/m′), m′ ≤ m. */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof Pareto o) || o.least > least) return Double.NaN;
        return Logarithm.excess((o.alpha - alpha) / alpha, Log.log(o.alpha / alpha)) + o.alpha * Log.log(least / o.least);
    }
}
