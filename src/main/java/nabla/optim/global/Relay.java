package nabla.optim.global;

import nabla.optim.Iterate;
import nabla.optim.Minimizer;
import nabla.optim.Run;
import nabla.optim.Watch;

/** Hands the steps of a part to the whole as its own, so that the whole's trace, target, watcher and limits see them. */
record Relay(Run whole) implements Watch {
    /** Limits for a part of the run: the whole's own decide. */
    static Minimizer limits(Run whole) {
        return whole.limits().steps(Integer.MAX_VALUE).evaluations(Integer.MAX_VALUE).target(Double.NEGATIVE_INFINITY).trace(false)
                .watch(new Relay(whole));
    }

    @Override
    public boolean stop(Iterate i) {
        if (i.generation() == null) whole.iterate(i.x(), i.value());
        else whole.generation(i.generation(), i.x(), i.value());
        return false;
    }
}
