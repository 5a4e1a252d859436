package nabla.optim;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam. As the lecture writes it, which is the default: m ← β₁·m + (1−β₁)·g, v ← β₂·v + (1−β₂)·g², θ ← θ − η·m/√(v + ε), from
 * m = v = 0. Its first step is 0.1/√0.001 = 3.162 η long in each variable.
 *
 * <p>With both options as Kingma and Ba (2015) write it: m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ), θ ← θ − η·m̂/(√v̂ + ε); the first step
 * is η long.
 *
 * @param biasCorrection whether m and v are divided by 1−βᵗ
 * @param epsilonOutside whether ε is added to the root instead of under it
 */
public record Adam(double eta, double beta1, double beta2, double epsilon, boolean biasCorrection, boolean epsilonOutside)
        implements Rule {
    public Adam {
        Numbers.positive("η", eta);
        Numbers.fraction("β1", beta1);
        Numbers.fraction("β2", beta2);
        Numbers.notNegative("ε", epsilon);
    }

    public Adam(double eta) {
        this(eta, 0.9, 0.999, 1e-8);
    }

    public Adam(double eta, double beta1, double beta2, double epsilon) {
        this(eta, beta1, beta2, epsilon, false, false);
    }

    @Override
    public Step start(int n) {
        return new Memory(n);
    }

    private final class Memory implements Step {
        private final double[] m;
        private final double[] v;
        private double power1 = 1;
        private double power2 = 1;

        Memory(int n) {
            m = new double[n];
            v = new double[n];
        }

        @Override
        public double[] next(double[] g) {
            power1 *= beta1;
            power2 *= beta2;
            double c1 = biasCorrection ? 1 - power1 : 1;
            double c2 = biasCorrection ? 1 - power2 : 1;
            for (int i = 0; i < m.length; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                g[i] = -quotient(eta * (m[i] / c1), v[i] / c2, epsilon, epsilonOutside);
            }
            return g;
        }
    }

    /** a/√(v + ε) or a/(√v + ε); 0 for 0/0, where the gradient has always been zero. */
    static double quotient(double a, double v, double epsilon, boolean outside) {
        return a == 0 ? 0 : a / (outside ? Math.sqrt(v) + epsilon : Math.sqrt(v + epsilon));
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> p = new LinkedHashMap<>();
        p.put("η", eta);
        p.put("β1", beta1);
        p.put("β2", beta2);
        p.put("ε", epsilon);
        return p;
    }

    @Override
    public String text() {
        String s = Rule.super.text();
        if (biasCorrection) s = s.replace(")", ", BiasCorrection)");
        return epsilonOutside ? s.replace(")", ", EpsilonOutside)") : s;
    }
}
