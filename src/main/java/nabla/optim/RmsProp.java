package nabla.optim;

import java.util.Map;

/**
 * RMSProp as the lecture writes it, ε under the root: v ← γ·v + (1−γ)·g², θ ← θ − η·g/√(v + ε), starting from v = 0.
 *
 * <p>Centred (Graves 2013), v less the square of the mean gradient stands for v: a ← γ·a + (1−γ)·g, v − a², never below 0. With
 * momentum μ the quotient q = g/√(v + ε) is accumulated: b ← μ·b + q, θ ← θ − η·b.
 *
 * @param eta the learning rate η &gt; 0
 * @param gamma the memory γ of the squares, 0 ≤ γ &lt; 1
 * @param epsilon ε ≥ 0 against division by zero
 * @param momentum μ, 0 ≤ μ &lt; 1; 0 is none
 * @param epsilonOutside whether ε is added to the root instead: η·g/(√v + ε)
 */
public record RmsProp(Rate eta, double gamma, double epsilon, double momentum, boolean centered, boolean epsilonOutside) implements Rule {
    public RmsProp {
        Numbers.fraction("γ", gamma);
        Numbers.notNegative("ε", epsilon);
        Numbers.fraction("μ", momentum);
    }

    public RmsProp(double eta, double gamma, double epsilon) {
        this(Rate.of(eta), gamma, epsilon, 0, false, false);
    }

    public RmsProp(double eta) {
        this(eta, 0.9, 1e-8);
    }

    @Override
    public Step start(int n) {
        double[] v = new double[n];
        double[] a = new double[n];
        double[] b = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            for (int i = 0; i < n; i++) {
                v[i] = gamma * v[i] + (1 - gamma) * g[i] * g[i];
                a[i] = centered ? gamma * a[i] + (1 - gamma) * g[i] : 0;
                double spread = Math.max(0, v[i] - a[i] * a[i]);
                b[i] = momentum * b[i] + Numbers.quotient(g[i], spread, epsilon, epsilonOutside);
                g[i] = -eta * b[i];
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public Map<String, Object> parameters() {
        Object mu = momentum == 0 ? Boolean.FALSE : (Object) momentum;
        return Named.parameters("η", eta, "γ", gamma, "ε", epsilon, "μ", mu, "Centered", centered, "EpsilonOutside", epsilonOutside);
    }
}
