package nabla.optim;

import java.util.Map;

/**
 * Nesterov's accelerated gradient (1983) as Sutskever et al. (2013) and Bengio et al. (2013) write it, with the gradient taken at
 * the point looked ahead to: v ← γ·v + η·g, θ ← θ − (γ·v + η·g), starting from v = 0.
 *
 * @param eta the learning rate η &gt; 0
 * @param gamma the part γ of the last velocity that is kept, 0 ≤ γ &lt; 1
 */
public record Nesterov(Rate eta, double gamma) implements Rule {
    public Nesterov {
        Numbers.fraction("γ", gamma);
    }

    public Nesterov(double eta, double gamma) {
        this(Rate.of(eta), gamma);
    }

    @Override
    public Step start(int n) {
        double[] v = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            for (int i = 0; i < n; i++) {
                v[i] = gamma * v[i] + eta * g[i];
                g[i] = -(gamma * v[i] + eta * g[i]);
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "nesterov";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "γ", gamma);
    }
}
