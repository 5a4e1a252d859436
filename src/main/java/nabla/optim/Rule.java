package nabla.optim;

/**
 * A way of turning gradients into displacements: the method x ← x + Δx with Δx from the gradient g and what the rule remembers.
 * A rule is immutable and can serve any number of runs; what it remembers lives in the {@link Step} of one run.
 */
public interface Rule extends Named {
    /** One run's memory. */
    @FunctionalInterface
    interface Step {
        /** The displacement for the gradient g where the walk is, in an array of the caller's. May return g changed in place. */
        double[] next(double[] g, Walk walk);

        /** The point that stands for x in the run's trace and result: x itself, unless the rule averages. Asked once an iterate. */
        default double[] answer(double[] x) {
            return x;
        }
    }

    /** A fresh memory for a run in n variables. */
    Step start(int n);

    /** This rule's result handed to the next one: {@code clip(1).then(adam(0.01))} limits the gradient before Adam sees it. */
    default Rule then(Rule next) {
        return new Chain(this, next);
    }
}
