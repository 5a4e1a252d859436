package nabla.optim;

import java.util.Map;

/**
 * Weight decay before a rule: g ← g + λ·θ, the gradient of f(θ) + λ/2·‖θ‖². {@link AdamW} has the decay that Adam's root does not
 * touch.
 *
 * @param lambda λ ≥ 0
 */
public record Decay(double lambda) implements Rule {
    public Decay {
        Numbers.notNegative("λ", lambda);
    }

    @Override
    public Step start(int n) {
        return (g, walk) -> {
            for (int i = 0; i < n; i++) g[i] += lambda * walk.x()[i];
            return g;
        };
    }

    @Override
    public String name() {
        return "decay";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("λ", lambda);
    }
}
