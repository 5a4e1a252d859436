package nabla.linalg;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Long computations and the wish to end them: interrupting the thread that computes ends them with a CancellationException. */
final class Patience {
    /** Fewer operations than these are over before anybody loses patience. */
    private static final double LONG = 1e9;

    private Patience() {}

    /** Asked between the steps of a long computation. */
    static void poll() {
        if (Thread.currentThread().isInterrupted()) throw new CancellationException();
    }

    /** The result of a computation that asks nothing in between; interrupted, it is left to end unheard on a thread of its own. */
    static <T> T over(double operations, Supplier<T> computation) {
        if (operations < LONG) return computation.get();
        FutureTask<T> task = new FutureTask<>(computation::get);
        Thread beside = new Thread(null, task, "computation", 1 << 24);
        beside.setDaemon(true);
        beside.start();
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) throw r;
            if (e.getCause() instanceof Error r) throw r;
            throw new IllegalStateException(e.getCause());
        }
    }
}
