package nabla.optim;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov, Hutter 2019): Adam's step and, apart from it, θ ← θ − η·λ·θ, both from the same θ.
 *
 * @param adam η, the memories and ε
 * @param lambda the decay λ ≥ 0
 */
public record AdamW(Adam adam, double lambda) implements Rule {
    public AdamW {
        Numbers.notNegative("λ", lambda);
    }

    @Override
    public Step start(int n) {
        Step step = adam.start(n);
        return (g, walk) -> {
            double decay = walk.eta(adam.eta()) * lambda;
            double[] d = step.next(g, walk);
            for (int i = 0; i < n; i++) d[i] -= decay * walk.x()[i];
            return d;
        };
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> p = new LinkedHashMap<>(adam.parameters());
        p.put("λ", lambda);
        return p;
    }
}
