package nabla.optim;

import java.util.Map;

/**
 * Gradient descent: θ ← θ − η·g.
 *
 * @param eta the learning rate η &gt; 0
 */
public record GradientDescent(double eta) implements Rule {
    public GradientDescent {
        Numbers.positive("η", eta);
    }

    @Override
    public Step start(int n) {
        return g -> {
            for (int i = 0; i < g.length; i++) g[i] *= -eta;
            return g;
        };
    }

    @Override
    public String name() {
        return "gd";
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("η", eta);
    }
}
