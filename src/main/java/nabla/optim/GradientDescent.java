package nabla.optim;

import java.util.Map;

/**
 * Gradient descent: θ ← θ − η·g.
 *
 * @param eta the learning rate η &gt; 0
 */
public record GradientDescent(Rate eta) implements Rule {
    public GradientDescent(double eta) {
        this(Rate.of(eta));
    }

    @Override
    public Step start(int n) {
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            for (int i = 0; i < n; i++) g[i] *= -eta;
            return g;
        };
    }

    @Override
    public String name() {
        return "gd";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("η", eta);
    }
}
