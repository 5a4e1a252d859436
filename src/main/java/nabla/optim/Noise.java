package nabla.optim;

import java.util.Map;

/**
 * Gradient noise before a rule (Neelakantan et al. 2015): g ← g + N(0, σₜ²) in every element, σₜ² = σ²/(1 + t)^γ for step t = 0, 1, …
 * The run's seed decides it.
 *
 * @param sigma the first standard deviation σ ≥ 0
 * @param gamma how fast it dies away: 0 never, 0.55 in the paper
 */
public record Noise(double sigma, double gamma) implements Rule {
    public Noise {
        Numbers.notNegative("σ", sigma);
        Numbers.notNegative("γ", gamma);
    }

    @Override
    public Step start(int n) {
        return (g, walk) -> {
            double s = sigma / Math.sqrt(Math.pow(walk.t(), gamma));
            for (int i = 0; i < n; i++) g[i] += s * walk.gaussian();
            return g;
        };
    }

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("σ", sigma, "γ", gamma);
    }
}
