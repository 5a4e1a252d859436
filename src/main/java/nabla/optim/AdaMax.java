package nabla.optim;

import java.util.Map;

/**
 * AdaMax (Kingma, Ba 2015): Adam with the largest gradient of late for the root mean square: m ← β₁·m + (1−β₁)·g,
 * u ← max(β₂·u, |g| + ε), θ ← θ − η/(1−β₁ᵗ)·m/u, from m = u = 0.
 *
 * @param eta the learning rate η &gt; 0
 * @param epsilon ε ≥ 0 against division by zero, which the paper leaves out
 */
public record AdaMax(Rate eta, double beta1, double beta2, double epsilon) implements Rule {
    public AdaMax {
        Numbers.fraction("β1", beta1);
        Numbers.fraction("β2", beta2);
        Numbers.notNegative("ε", epsilon);
    }

    public AdaMax(double eta) {
        this(Rate.of(eta), 0.9, 0.999, 1e-8);
    }

    @Override
    public Step start(int n) {
        double[] m = new double[n];
        double[] u = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta) / (1 - Math.pow(beta1, walk.t()));
            for (int i = 0; i < n; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                u[i] = Math.max(beta2 * u[i], Math.abs(g[i]) + epsilon);
                g[i] = m[i] == 0 ? 0 : -eta * m[i] / u[i];
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "adamax";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "β1", beta1, "β2", beta2, "ε", epsilon);
    }
}
