package nabla.optim;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * RMSProp as the lecture writes it, ε under the root: v ← γ·v + (1−γ)·g², θ ← θ − η·g/√(v + ε), starting from v = 0.
 *
 * @param eta the learning rate η &gt; 0
 * @param gamma the memory γ of the squares, 0 ≤ γ &lt; 1
 * @param epsilon ε ≥ 0 against division by zero
 * @param epsilonOutside whether ε is added to the root instead: η·g/(√v + ε)
 */
public record RmsProp(double eta, double gamma, double epsilon, boolean epsilonOutside) implements Rule {
    public RmsProp {
        Numbers.positive("η", eta);
        Numbers.fraction("γ", gamma);
        Numbers.notNegative("ε", epsilon);
    }

    public RmsProp(double eta, double gamma, double epsilon) {
        this(eta, gamma, epsilon, false);
    }

    public RmsProp(double eta) {
        this(eta, 0.9, 1e-8);
    }

    @Override
    public Step start(int n) {
        double[] v = new double[n];
        return g -> {
            for (int i = 0; i < n; i++) {
                v[i] = gamma * v[i] + (1 - gamma) * g[i] * g[i];
                g[i] = -Adam.quotient(eta * g[i], v[i], epsilon, epsilonOutside);
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> p = new LinkedHashMap<>();
        p.put("η", eta);
        p.put("γ", gamma);
        p.put("ε", epsilon);
        return p;
    }
}
