package nabla.optim;

import java.util.Arrays;
import java.util.Map;

/**
 * Rprop (Riedmiller, Braun 1993) in the variant iRprop− (Igel, Hüsken 2000): each variable has a step s of its own, η at first.
 * Where the gradient keeps its sign, s ← min(s·up, s_max); where it changes it, s ← max(s·down, s_min) and g ← 0, so that the
 * variable waits; θ ← θ − s·sign(g).
 *
 * @param eta the first step η &gt; 0
 * @param down the factor when the sign changes, in (0, 1)
 * @param up the factor when it stays, above 1
 * @param least s_min &gt; 0
 * @param greatest s_max &gt; 0
 */
public record Rprop(double eta, double down, double up, double least, double greatest) implements Rule {
    public Rprop {
        Numbers.positive("η", eta);
        Numbers.fraction("down", down);
        Numbers.positive("up", up);
        Numbers.positive("least", least);
        Numbers.positive("greatest", greatest);
    }

    public Rprop(double eta) {
        this(eta, 0.5, 1.2, 1e-6, 50);
    }

    @Override
    public Step start(int n) {
        double[] last = new double[n];
        double[] s = new double[n];
        Arrays.fill(s, eta);
        return (g, walk) -> {
            for (int i = 0; i < n; i++) {
                double sign = Math.signum(g[i]) * Math.signum(last[i]);
                if (sign != 0) s[i] = Math.min(Math.max(s[i] * (sign > 0 ? up : down), least), greatest);
                last[i] = sign < 0 ? 0 : g[i];
                g[i] = -s[i] * Math.signum(last[i]);
            }
            return g;
        };
    }

    @Override
    public String name() {
        return "rprop";
    }

    @Override
    public Map<String, Object> parameters() {
        return Named.parameters("η", eta, "down", down, "up", up, "least", least, "greatest", greatest);
    }
}
