package nabla.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work on long arrays shared out among the processor's cores. The parts are the same however many cores there are, and no part may depend
 * on another, so the result is the same too.
 */
public final class Cores {
    /** So many elements make a part; a whole number of {@link Sums} blocks. */
    static final int PART = 1 << 14;
    /** Below so many, waking another core does not pay. */
    private static final int MANY = 4 * PART;

    /** Arrays as long as this are gone through again and again. */
    private static final int VERY_MANY = 1 << 24;

    private static final int COUNT = Runtime.getRuntime().availableProcessors();

    /** What is done with the elements from one position to before another. */
    public interface Part {
        void run(int from, int to);
    }

    /** Made when first needed. */
    private static final class Helpers {
        static final ExecutorService POOL = Executors.newFixedThreadPool(COUNT - 1, r -> {
            Thread t = new Thread(r, "helper");
            t.setDaemon(true);
            return t;
        });
    }

    private Cores() {}

    /** Runs the work on all of n elements, in one piece or in parts; an exception in any part is thrown when all have ended. */
    public static void each(int n, Part work) {
        each(n, 1, work);
    }

    /** The same for n things of so many elements each. */
    public static void each(int n, int elements, Part work) {
        int part = Math.max(1, PART / Math.max(1, elements));
        if ((long) n * elements < MANY || n <= part || COUNT == 1) {
            for (int from = 0; from < n; from = end(from, part, n)) work.run(from, end(from, part, n));
            return;
        }
        expect((long) n * elements);
        Job job = new Job(n, part, work);
        for (int k = 1; k < COUNT; k++) Helpers.POOL.execute(job);
        job.run();
        job.await();
    }

    /** Tells that so many elements are going to be gone through: what needs time to be ready for very many is begun. */
    public static void expect(long elements) {
        if (elements >= VERY_MANY) Runs.prepare();
    }

    private static int end(int from, int part, int n) {
        return from + Math.min(part, n - from);
    }

    /** The parts of one call, taken in turn by whoever is free. */
    private static final class Job implements Runnable {
        private final int n;
        private final int part;
        private final Part work;
        private final int parts;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<Throwable> thrown = new AtomicReference<>();

        Job(int n, int part, Part work) {
            this.n = n;
            this.part = part;
            this.work = work;
            parts = (n - 1) / part + 1;
        }

        @Override
        public void run() {
            for (int k = next.getAndIncrement(); k < parts; k = next.getAndIncrement()) {
                try {
                    int from = k * part;
                    work.run(from, end(from, part, n));
                } catch (RuntimeException | Error e) {
                    thrown.compareAndSet(null, e);
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        /** At most one part of each helper is under way when the caller comes here, so it does not sleep. */
        void await() {
            while (done.get() < parts) Thread.yield();
            Throwable t = thrown.get();
            if (t instanceof Error e) throw e;
            if (t != null) throw (RuntimeException) t;
        }
    }
}
