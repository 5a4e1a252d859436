package nabla.optim;

import java.util.Map;

/**
 * RAdam (Liu et al. 2020): Adam that warms up by itself, since its v means little at first. With ρ∞ = 2/(1−β₂) − 1 and
 * ρₜ = ρ∞ − 2t·β₂ᵗ/(1−β₂ᵗ): m and v as Adam has them, m̂ = m/(1−β₁ᵗ); while ρₜ ≤ 5, θ ← θ − η·m̂; then
 * θ ← θ − η·r·m̂·√(1−β₂ᵗ)/(√v + ε) with r² = (ρₜ−4)(ρₜ−2)ρ∞ / ((ρ∞−4)(ρ∞−2)ρₜ).
 *
 * @param eta the learning rate η &gt; 0
 * @param epsilon ε ≥ 0 against division by zero
 */
public record RAdam(Rate eta, double beta1, double beta2, double epsilon) implements Rule {
    public RAdam {
        Numbers.fraction("β1", beta1);
        Numbers.fraction("β2", beta2);
        Numbers.notNegative("ε", epsilon);
    }

    public RAdam(double eta) {
        this(Rate.of(eta), 0.9, 0.999, 1e-8);
    }

    @Override
    public Step start(int n) {
        double[] m = new double[n];
        double[] v = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta) / (1 - Math.pow(beta1, walk.t()));
            double r = rectification(walk.t());
            for (int i = 0; i < n; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                g[i] = -eta * (r == 0 ? m[i] : r * Numbers.quotient(m[i], v[i], epsilon, true));
            }
            return g;
        };
    }

    /** r·√(1−β₂ᵗ), 0 while ρₜ ≤ 5. */
    private double rectification(int t) {
        double power = Math.pow(beta2, t);
        double most = 2 / (1 - beta2) - 1;
        double rho = most - 2 * t * power / (1 - power);
        if (rho <= 5) return 0;
        return Math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho) * (1 - power));
    }

    @Override
    public String name() {
        return "radam";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "β1", beta1, "β2", beta2, "ε", epsilon);
    }
}
