package nabla.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Value;

/**
 * Tasks that a program is about to do one after another, and that forks begin meanwhile at the other end. The program goes through them
 * in order and does each itself unless a fork has done it: so results, errors and effects are those of one thread, and forks only save
 * time. They run where what is left is worth it, measured on the tasks before.
 *
 * @param <T> what a task gives
 */
public final class Ahead<T> implements AutoCloseable {
    /** Task k, done with these functions; called by several threads at a time. */
    @FunctionalInterface
    public interface Task<T> {
        T of(Session session, FunctionHandle[] functions, int k);
    }

    /** What a fork has done: the result, and the last error caught on the way. */
    private record Done<T>(T result, Failure caught) {}

    /** Work for less than so many nanoseconds is done sooner than handed out. */
    private static final double WORTH = 200_000;

    /** A wait that is not worth giving up the processor for, and one after which to look up from it; in nanoseconds. */
    private static final long SHORT = 20_000;

    private static final long LONG = 1_000_000;

    private static final Object TAKEN = new Object();
    private static final Object FAILED = new Object();

    private final Engine engine;
    private final FunctionHandle[] functions;
    /** What the forks call in their place; null before they begin. */
    private Map<Fork, FunctionHandle[]> twins;

    /** None before there is work for them. */
    private List<Fork> forks = List.of();

    private volatile Refused refused;
    private Batch batch;
    /** How long a task takes, in nanoseconds; 0 before it is known. */
    private double cost;

    Ahead(Engine engine, FunctionHandle[] functions) {
        this.engine = engine;
        this.functions = functions;
    }

    /** The next n tasks are these. Those of before that nobody asked for are forgotten. */
    public void begin(int n, Task<T> task) {
        forget();
        batch = refused != null || n < 2 ? null : new Batch(n, task);
        if (batch != null && n * cost >= WORTH) batch.start();
    }

    /** The tasks are not those that were foreseen. */
    public void forget() {
        if (batch != null) batch.end();
        batch = null;
    }

    /** No more tasks: forks stop where they are. */
    @Override
    public void close() {
        if (batch != null && batch.results != null) forks.forEach(f -> f.stop(this));
        forget();
    }

    /** The result of the next task, null where the program is to do it itself. */
    public T next() {
        return batch == null ? null : batch.next();
    }

    /** A call that a task makes: arguments and results cross between the program and a fork, which functions and objects can't do. */
    public static Value[] call(Session fork, FunctionHandle f, Value[] arguments, int nargout) {
        Value[] r = f.target().call(((Fork) fork).twins(arguments), nargout);
        for (Value v : r) if (v != null) Twins.leave(v);
        return r;
    }

    /** What hindered the forks, null when nothing did. */
    public Refused refused() {
        return refused;
    }

    private final class Batch {
        private final int n;
        private final Task<T> task;
        private final Thread program = Thread.currentThread();
        private final int depth = engine.depth();
        /** When the program began its second task. */
        private long begun;

        private volatile boolean over;
        /** The next task that the program asks for. */
        private int next;
        /** When the program began the task it is doing itself beside the forks; 0 when it does none. */
        private long doing;

        /** For each task null, TAKEN, FAILED or what it gave; null before forks begin. */
        private AtomicReferenceArray<Object> results;
        /** The last task that a fork has begun. */
        private AtomicInteger last;

        Batch(int n, Task<T> task) {
            this.n = n;
            this.task = task;
        }

        void start() {
            forks = engine.forks();
            if (forks.isEmpty()) return;
            results = new AtomicReferenceArray<>(n);
            last = new AtomicInteger(n);
            if (twins == null) twins = new ConcurrentHashMap<>();
            for (Fork f : forks) f.run(Ahead.this, () -> work(f));
        }

        void end() {
            if (results != null) over = true;
        }

        // ---- on a fork's thread ----------------------------------------------------------------------------------

        private void work(Fork fork) {
            while (!over) {
                int k = last.decrementAndGet();
                if (k < 0 || !results.compareAndSet(k, null, TAKEN)) return;
                results.set(k, attempt(fork, k));
                LockSupport.unpark(program);
            }
        }

        /** What the task gave; FAILED when the program is to see for itself. */
        private Object attempt(Fork fork, int k) {
            try {
                FunctionHandle[] own = twins.computeIfAbsent(fork, f -> (FunctionHandle[]) f.twins(functions));
                fork.begin(depth);
                return new Done<>(task.of(fork, own, k), fork.caught());
            } catch (Failure | StackOverflowError e) {
                return FAILED;
            } catch (Throwable t) {
                if (t instanceof Refused r) refused = r;
                over = true;
                return FAILED;
            }
        }

        // ---- on the program's thread -----------------------------------------------------------------------------

        T next() {
            int k = next++;
            if (k == n) {
                forget();
                return null;
            }
            if (results == null) {
                measure(k);
                return null;
            }
            long now = System.nanoTime();
            if (doing != 0) cost += (now - doing - cost) / 4;
            doing = 0;
            T done = results.compareAndSet(k, null, TAKEN) ? null : await(k, now);
            if (done == null) doing = System.nanoTime();
            return done;
        }

        /**
         * Looks at the clock seldom, as a task may be a matter of nanoseconds; not at the first task, which has classes to load and code
         * to make, and not before the last, which the program is about to do.
         */
        private void measure(int k) {
            if (k == 0 || (k & k - 1) != 0 || k == n - 1) return;
            if (k == 1) {
                begun = System.nanoTime();
                return;
            }
            cost = (double) (System.nanoTime() - begun) / (k - 1);
            if ((n - k) * cost >= WORTH) start();
        }

        /** What a fork makes of a task it has begun; null when the program is as quick to do it itself. */
        @SuppressWarnings("unchecked")
        private T await(int k, long now) {
            long deadline = now + (long) (2 * cost) + SHORT;
            Object r = results.get(k);
            for (long at = now; r == TAKEN && at < deadline; at = System.nanoTime()) {
                Ops.poll();
                if (at - now < SHORT) Thread.onSpinWait();
                else LockSupport.parkNanos(this, Math.min(deadline - at, LONG));
                r = results.get(k);
            }
            if (!(r instanceof Done)) return null;
            Done<T> done = (Done<T>) r;
            if (done.caught != null) engine.lastError(done.caught);
            return done.result;
        }
    }
}
