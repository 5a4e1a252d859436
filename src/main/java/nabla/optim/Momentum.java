package nabla.optim;

import java.util.Map;

/**
 * The heavy ball: v ← γ·v + η·g, θ ← θ − v, starting from v = 0 (Polyak 1964, in the lecture's letters).
 *
 * @param eta the learning rate η &gt; 0
 * @param gamma the part γ of the last velocity that is kept, 0 ≤ γ &lt; 1
 */
public record Momentum(Rate eta, double gamma) implements Rule {
    public Momentum {
        Numbers.fraction("γ", gamma);
    }

    public Momentum(double eta, double gamma) {
        this(Rate.of(eta), gamma);
    }

    public Momentum(double eta) {
        this(eta, 0.9);
    }

    @Override
    public Step start(int n) {
        double[] v = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            for (int i = 0; i < n; i++) {
                v[i] = gamma * v[i] + eta * g[i];
                g[i] = -v[i];
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "γ", gamma);
    }
}
