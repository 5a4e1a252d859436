package nabla.optim;

/**
 * A method of minimization. It is written as its formulas are: asks the {@link Run} for values and gradients, hands it every
 * iterate, and returns when a test of its own is met. What ends a run from outside (limits, the watcher, values that are no
 * numbers) is the run's affair: the method never sees it. A method is immutable and can serve any number of runs.
 */
public interface Method {
    /** The name, as it is called in the language. */
    String name();

    /** Looks for a minimum from {@code run.start()}, within what its {@link #scope} says; returns why it can do no more. */
    Reason run(Run run);

    /** What a method keeps to. */
    enum Scope {
        /** Nothing: it goes wherever f is lower. */
        FREE,
        /** The bounds of the problem. */
        BOUNDED,
        /** Its bounds and all its other constraints. */
        CONSTRAINED
    }

    /** What the method keeps to: the bounds, unless it says otherwise. */
    default Scope scope() {
        return Scope.BOUNDED;
    }
}
