package nabla.optim;

import java.util.Map;

/**
 * A way of turning gradients into displacements: the method x ← x + Δx with Δx from the gradient g and what the rule remembers.
 * A rule is immutable and can serve any number of runs; what it remembers lives in the {@link Step} of one run.
 */
public interface Rule {
    /** One run's memory. */
    interface Step {
        /** The displacement for this gradient, in an array of the caller's. May return its argument changed in place. */
        double[] next(double[] g);
    }

    /** A fresh memory for a run in n variables. */
    Step start(int n);

    /** The name, as it is called in the language: {@code adam}. */
    String name();

    /** The parameters by name, in the order of the formula. */
    Map<String, Double> parameters();

    /** This rule's result handed to the next one: {@code clip(1).then(adam(0.01))} limits the gradient before Adam sees it. */
    default Rule then(Rule next) {
        return new Chain(this, next);
    }

    /** The name with its parameters: {@code momentum(η=0.01, γ=0.9)}. */
    default String text() {
        StringBuilder s = new StringBuilder(name()).append('(');
        parameters().forEach((k, v) -> s.append(s.charAt(s.length() - 1) == '(' ? "" : ", ").append(k).append('=').append(Numbers.shortest(v)));
        return s.append(')').toString();
    }
}
