package nabla.optim;

import java.util.Map;

/**
 * Shortens what is longer than c to the length c and leaves the rest: g ← g·min(1, c/‖g‖). Alone it moves nowhere useful: put it
 * before a rule ({@code clip(1).then(adam(0.01))}) against exploding gradients, or after one against long steps.
 *
 * @param limit the greatest length c &gt; 0
 */
public record Clip(double limit) implements Rule {
    public Clip {
        Numbers.positive("c", limit);
    }

    @Override
    public Step start(int n) {
        return (g, walk) -> {
            double norm = Numbers.norm(g);
            if (norm > limit) for (int i = 0; i < g.length; i++) g[i] *= limit / norm;
            return g;
        };
    }

    @Override
    public String name() {
        return "clip";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("c", limit);
    }
}
