package nabla.optim;

import java.util.Map;

/**
 * AdaDelta (Zeiler 2012): v ← ρ·v + (1−ρ)·g², Δ = g·√(u + ε)/√(v + ε), u ← ρ·u + (1−ρ)·Δ², θ ← θ − η·Δ, starting from u = v = 0.
 *
 * @param eta the learning rate η &gt; 0, 1 in the paper
 * @param rho the memory ρ of the squares, 0 ≤ ρ &lt; 1
 * @param epsilon ε &gt; 0, which makes the first steps
 */
public record AdaDelta(Rate eta, double rho, double epsilon) implements Rule {
    public AdaDelta {
        Numbers.fraction("ρ", rho);
        Numbers.positive("ε", epsilon);
    }

    public AdaDelta() {
        this(Rate.of(1), 0.9, 1e-6);
    }

    @Override
    public Step start(int n) {
        double[] u = new double[n];
        double[] v = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            for (int i = 0; i < n; i++) {
                v[i] = rho * v[i] + (1 - rho) * g[i] * g[i];
                double delta = g[i] * Math.sqrt(u[i] + epsilon) / Math.sqrt(v[i] + epsilon);
                u[i] = rho * u[i] + (1 - rho) * delta * delta;
                g[i] = -eta * delta;
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "ρ", rho, "ε", epsilon);
    }
}
