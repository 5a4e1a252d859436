package nabla.optim;

import java.util.Map;

/**
 * NAdam (Dozat 2016): Adam that looks ahead as Nesterov does. With μₜ = β₁·(1 − 0.96^(t·ψ)/2) and Mₜ = μ₁·…·μₜ:
 * m ← β₁·m + (1−β₁)·g, v ← β₂·v + (1−β₂)·g², v̂ = v/(1−β₂ᵗ),
 * θ ← θ − η·((1−μₜ)/(1−Mₜ)·g + μₜ₊₁/(1−Mₜ₊₁)·m)/(√v̂ + ε), from m = v = 0.
 *
 * @param eta the learning rate η &gt; 0
 * @param epsilon ε ≥ 0 against division by zero
 * @param psi ψ, how fast μ grows to β₁; 0.004 in the paper
 * @param muTwice whether Mₜ₊₁ has the factor μₜ twice, as PyTorch up to 1.13 computes it
 */
public record NAdam(Rate eta, double beta1, double beta2, double epsilon, double psi, boolean muTwice) implements Rule {
    public NAdam {
        Numbers.fraction("β1", beta1);
        Numbers.fraction("β2", beta2);
        Numbers.notNegative("ε", epsilon);
        Numbers.notNegative("ψ", psi);
    }

    public NAdam(double eta) {
        this(Rate.of(eta), 0.9, 0.999, 1e-8, 0.004, false);
    }

    private final class Memory implements Step {
        private final double[] m;
        private final double[] v;
        private double product = 1;

        Memory(int n) {
            m = new double[n];
            v = new double[n];
        }

        @Override
        public double[] next(double[] g, Walk walk) {
            double eta = walk.eta(NAdam.this.eta);
            double mu = mu(walk.t());
            double muNext = mu(walk.t() + 1);
            product *= mu;
            double now = (1 - mu) / (1 - product);
            double ahead = muNext / (1 - product * (muTwice ? mu : 1) * muNext);
            double c2 = 1 - Math.pow(beta2, walk.t());
            for (int i = 0; i < m.length; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                g[i] = -Numbers.quotient(eta * (now * g[i] + ahead * m[i]), v[i] / c2, epsilon, true);
            }
            return g;
        }

        private double mu(int t) {
            return beta1 * (1 - Math.pow(0.96, t * psi) / 2);
        }
    }

    @Override
    public Step start(int n) {
        return new Memory(n);
    }

    @Override
    public String name() {
        return "nadam";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "β1", beta1, "β2", beta2, "ε", epsilon, "ψ", psi, "MuTwice", muTwice);
    }
}
