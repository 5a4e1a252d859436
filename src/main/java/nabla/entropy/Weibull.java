package nabla.entropy;

import java.util.Map;
import nabla.kernel.Gamma;
import nabla.kernel.Log;

/** The Weibull distribution with shape k and scale λ: p(x) = k/λ·(x/λ)^(k−1)·exp(−(x/λ)^k), x ≥ 0. */
public record Weibull(double k, double lambda) implements Distribution {
    public Weibull {
        Parameters.positive("k", k);
        Parameters.positive("λ", lambda);
    }

    @Override
    public String name() {
        return "weibull";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("k", k, "λ", lambda);
    }

    private static final double EULER = 0.57721566490153286061;

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double log(double x) {
        if (x < 0) return Double.NEGATIVE_INFINITY;
        double power = k == 1 ? 0 : (k - 1) * Log.log(x / lambda);
        return Log.log(k / lambda) + power - Math.pow(x / lambda, k);
    }

    /** λ·Γ(1 + 1/k). */
    @Override
    public double mean() {
        return lambda * Gamma.of(1 + 1 / k);
    }

    /** λ²·(Γ(1 + 2/k) − Γ(1 + 1/k)²). */
    @Override
    public double variance() {
        double mean = Gamma.of(1 + 1 / k);
        return lambda * lambda * (Gamma.of(1 + 2 / k) - mean * mean);
    }

    @Override
    public double below(double x) {
        return -Math.expm1(-Math.pow(x / lambda, k));
    }

    @Override
    public double above(double x) {
        return Math.exp(-Math.pow(x / lambda, k));
    }

    @Override
    public double inverse(double u) {
        return lambda * Math.pow(-Log.log1p(-u), 1 / k);
    }

    /** h = γ·(1 − 1/k) + ln(λ/k) + 1 with Euler's γ. */
    @Override
    public Measure entropy() {
        return Measure.of(EULER * (1 - 1 / k) + Log.log(lambda / k) + 1);
    }
}
