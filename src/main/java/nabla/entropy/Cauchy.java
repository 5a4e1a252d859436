package nabla.entropy;

import java.util.Map;
import nabla.kernel.Log;

/** The Cauchy distribution around x₀ with scale γ: p(x) = 1/(πγ·(1 + ((x−x₀)/γ)²)); it has neither mean nor variance. */
public record Cauchy(double x0, double gamma) implements Distribution {
    public Cauchy {
        Parameters.finite("x0", x0);
        Parameters.positive("γ", gamma);
    }

    @Override
    public String name() {
        return "cauchy";
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.of("x0", x0, "γ", gamma);
    }

    @Override
    public double log(double x) {
        double z = Math.abs((x - x0) / gamma);
        double square = z > 1e8 ? 2 * Log.log(z) : Log.log1p(z * z);
        return -square - Log.log(Math.PI * gamma);
    }

    @Override
    public double mean() {
        return Double.NaN;
    }

    @Override
    public double variance() {
        return Double.NaN;
    }

    @Override
    public double below(double x) {
        return Math.atan2(1, (x0 - x) / gamma) / Math.PI;
    }

    @Override
    public double above(double x) {
        return Math.atan2(1, (x - x0) / gamma) / Math.PI;
    }

    @Override
    public double inverse(double u) {
        return u <= 0.5 ? x0 - gamma / Math.tan(Math.PI * u) : x0 + gamma / Math.tan(Math.PI * (1 - u));
    }

    /** h = ln 4πγ. */
    @Override
    public Measure entropy() {
        return Measure.of(Log.log(4 * Math.PI * gamma));
    }

    /** D = ln(((γ + γ′)² + (x₀ − x₀′)²)/(4γγ′)) (Chyzak and Nielsen 2019). */
    @Override
    public double closedDivergence(Distribution q) {
        if (!(q instanceof Cauchy c)) return Double.NaN;
        double dg = gamma - c.gamma;
        double dx = x0 - c.x0;
        return Log.log1p((dg / gamma * dg / c.gamma + dx / gamma * dx / c.gamma) / 4);
    }
}
