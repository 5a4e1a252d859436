package nabla.optim;

import java.util.Map;

/**
 * Cuts every element to the range from −c to c: gᵢ ← min(max(gᵢ, −c), c). The direction changes; {@link Clip} keeps it.
 *
 * @param limit the greatest element c &gt; 0
 */
public record ClipValue(double limit) implements Rule {
    public ClipValue {
        Numbers.positive("c", limit);
    }

    @Override
    public Step start(int n) {
        return (g, walk) -> {
            for (int i = 0; i < n; i++) g[i] = Math.min(Math.max(g[i], -limit), limit);
            return g;
        };
    }

    @Override
    public String name() {
        return "clipvalue";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("c", limit);
    }
}
