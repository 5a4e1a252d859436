package nabla.optim;

import java.util.Map;

/**
 * Lion (Chen et al. 2023): every variable goes η, in the direction of a mean gradient's sign:
 * θ ← θ − η·(sign(β₁·m + (1−β₁)·g) + λ·θ), then m ← β₂·m + (1−β₂)·g, from m = 0.
 *
 * @param eta the learning rate η &gt; 0
 * @param lambda the weight decay λ ≥ 0
 */
public record Lion(Rate eta, double beta1, double beta2, double lambda) implements Rule {
    public Lion {
        Numbers.fraction("β1", beta1);
        Numbers.fraction("β2", beta2);
        Numbers.notNegative("λ", lambda);
    }

    public Lion(double eta) {
        this(Rate.of(eta), 0.9, 0.99, 0);
    }

    @Override
    public Step start(int n) {
        double[] m = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            for (int i = 0; i < n; i++) {
                double d = -eta * (Math.signum(beta1 * m[i] + (1 - beta1) * g[i]) + lambda * walk.x()[i]);
                m[i] = beta2 * m[i] + (1 - beta2) * g[i];
                g[i] = d;
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "lion";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "β1", beta1, "β2", beta2, "λ", lambda);
    }
}
