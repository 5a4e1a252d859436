package nabla.kernel;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@link Coarse} functions of runs of an array, with the same digits on any machine: several elements at once where the processor and Java
 * can ({@link Vectors}), else one by one. The wide way is made ready in the background once there has been much to do.
 */
public final class Runs {
    /** Sums are kept in so many parts, element i in part i mod 8, which are added in the end: as many as the widest processors work at once. */
    static final int LANES = 8;

    /** So many elements are much to do. */
    private static final int MANY = 1 << 18;

    private static final AtomicBoolean ASKED = new AtomicBoolean();

    private static volatile Way way = new OneByOne();
    private static int done;

    /** How runs are gone through. */
    interface Way {
        void exp(double[] x, int from, double[] r, int at, int n);

        void weights(double[] w, int from, int to, double[] sums, int at);
    }

    private Runs() {}

    /** Puts e^x of n elements of x from one position on into r from another; the two may be the same. */
    public static void exp(double[] x, int from, double[] r, int at, int n) {
        count(n);
        way.exp(x, from, r, at, n);
    }

    /**
     * Puts Σ w into sums[at] and Σ w·log₂ w into the place after it, w the elements from one position to before another and 0·log₂ 0 = 0; the
     * first is NaN where a weight is negative or NaN.
     */
    public static void weights(double[] w, int from, int to, double[] sums, int at) {
        count(to - from);
        way.weights(w, from, to, sums, at);
    }

    /** Other threads may count at the same time and lose some; it is a matter of more or less. */
    private static void count(int n) {
        if (done > MANY) return;
        done += n;
        if (done > MANY) prepare();
    }

    /** Asks for the wide way, which will be taken when it is ready; once is enough. */
    static void prepare() {
        if (ASKED.compareAndSet(false, true)) Wide.prepare(wide -> way = wide);
    }

    /** Adds every eighth element, from one position to before another, to a part. */
    static void add(double[] w, int from, int to, double[] totals, double[] logs, int lane) {
        double total = totals[lane];
        double log = logs[lane];
        for (int i = from; i < to; i += LANES) {
            double x = w[i];
            total += x >= 0 ? x : Double.NaN;
            log = Math.fma(x, Coarse.normalLog2(x), log);
        }
        totals[lane] = total;
        logs[lane] = log;
    }

    static double total(double[] parts) {
        return parts[0] + parts[1] + (parts[2] + parts[3]) + (parts[4] + parts[5] + (parts[6] + parts[7]));
    }

    /** One element after the other. */
    static final class OneByOne implements Way {
        @Override
        public void exp(double[] x, int from, double[] r, int at, int n) {
            for (int i = 0; i < n; i++) r[at + i] = Coarse.exp(x[from + i]);
        }

        @Override
        public void weights(double[] w, int from, int to, double[] sums, int at) {
            double[] totals = new double[LANES];
            double[] logs = new double[LANES];
            for (int lane = 0; lane < LANES; lane++) add(w, from + lane, to, totals, logs, lane);
            sums[at] = total(totals);
            sums[at + 1] = total(logs);
        }
    }
}
