package nabla.optim;

import java.util.Map;

/**
 * Adam. As the lecture writes it, which is the default: m ← β₁·m + (1−β₁)·g, v ← β₂·v + (1−β₂)·g², θ ← θ − η·m/√(v + ε), from
 * m = v = 0. Its first step is 0.1/√0.001 = 3.162 η long in each variable.
 *
 * <p>With bias correction and ε outside as Kingma and Ba (2015) write it: m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ), θ ← θ − η·m̂/(√v̂ + ε);
 * the first step is η long. As AMSGrad (Reddi, Kale, Kumar 2018) the greatest v so far stands for v, so that no step grows again.
 *
 * @param eta the learning rate η &gt; 0
 * @param biasCorrection whether m and v are divided by 1−βᵗ
 * @param epsilonOutside whether ε is added to the root instead of under it
 * @param amsgrad whether the greatest v so far is taken
 */
public record Adam(
        Rate eta, double beta1, double beta2, double epsilon, boolean biasCorrection, boolean epsilonOutside, boolean amsgrad)
        implements Rule {
    public Adam {
        Numbers.fraction("β1", beta1);
        Numbers.fraction("β2", beta2);
        Numbers.notNegative("ε", epsilon);
    }

    public Adam(double eta) {
        this(eta, 0.9, 0.999, 1e-8);
    }

    public Adam(double eta, double beta1, double beta2, double epsilon) {
        this(Rate.of(eta), beta1, beta2, epsilon, false, false, false);
    }

    @Override
    public Step start(int n) {
        double[] m = new double[n];
        double[] v = new double[n];
        double[] greatest = amsgrad ? new double[n] : v;
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            double c1 = biasCorrection ? 1 - Math.pow(beta1, walk.t()) : 1;
            double c2 = biasCorrection ? 1 - Math.pow(beta2, walk.t()) : 1;
            for (int i = 0; i < n; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                greatest[i] = Math.max(greatest[i], v[i]);
                g[i] = -Numbers.quotient(eta * (m[i] / c1), greatest[i] / c2, epsilon, epsilonOutside);
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "β1", beta1, "β2", beta2, "ε", epsilon,
                "BiasCorrection", biasCorrection, "EpsilonOutside", epsilonOutside, "AMSGrad", amsgrad);
    }
}
