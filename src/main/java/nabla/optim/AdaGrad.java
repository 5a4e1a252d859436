package nabla.optim;

import java.util.Map;

/**
 * AdaGrad (Duchi, Hazan, Singer 2011): v ← v + g², θ ← θ − η·g/√(v + ε), starting from v = 0.
 *
 * @param eta the learning rate η &gt; 0
 * @param epsilon ε ≥ 0 against division by zero
 * @param epsilonOutside whether ε is added to the root instead: η·g/(√v + ε)
 */
public record AdaGrad(Rate eta, double epsilon, boolean epsilonOutside) implements Rule {
    public AdaGrad {
        Numbers.notNegative("ε", epsilon);
    }

    public AdaGrad(double eta) {
        this(Rate.of(eta), 1e-8, false);
    }

    @Override
    public Step start(int n) {
        double[] v = new double[n];
        return (g, walk) -> {
            double eta = walk.eta(this.eta);
            for (int i = 0; i < n; i++) {
                v[i] += g[i] * g[i];
                g[i] = -Numbers.quotient(eta * g[i], v[i], epsilon, epsilonOutside);
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "ε", epsilon, "EpsilonOutside", epsilonOutside);
    }
}
