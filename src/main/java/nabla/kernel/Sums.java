package nabla.kernel;

/**
 * Sums over long arrays: plain in blocks of {@value #BLOCK}, compensated over the blocks (Neumaier 1974), so that the error stays near the
 * last place and does not depend on how many cores work.
 */
public final class Sums {
    /** Up to so many terms a sum is a plain one. */
    public static final int BLOCK = 1024;

    /** Several sums over the same elements: those from one position to before another are put from sums[at] on. */
    public interface Terms {
        void of(int from, int to, double[] sums, int at);
    }

    /** One sum over the elements from one position to before another. */
    public interface Term {
        double of(int from, int to);
    }

    private Sums() {}

    /** The sum of n elements of x from one position on. */
    public static double of(double[] x, int start, int n) {
        if (n > BLOCK) return of(n, (from, to) -> block(x, start + from, start + to));
        double sum = 0;
        for (int i = start; i < start + n; i++) sum += x[i];
        return sum;
    }

    /** The sum from one position to before another, not many: four sums side by side, since an addition waits for the one before it. */
    public static double block(double[] x, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < to; i++) a += x[i];
        return a + b + (c + d);
    }

    /** The sum over n elements. */
    public static double of(int n, Term term) {
        if (n <= BLOCK) return term.of(0, n);
        return of(n, 1, (from, to, sums, at) -> sums[at] = term.of(from, to))[0];
    }

    /** So many sums over n elements. */
    public static double[] of(int n, int count, Terms terms) {
        int blocks = n == 0 ? 0 : (n - 1) / BLOCK + 1;
        double[] sums = new double[Math.max(1, blocks) * count];
        if (blocks <= 1) {
            terms.of(0, n, sums, 0);
            return sums;
        }
        Cores.each(n, (from, to) -> {
            for (int b = from; b < to; b += BLOCK) terms.of(b, Math.min(b + BLOCK, to), sums, b / BLOCK * count);
        });
        double[] total = new double[count];
        for (int k = 0; k < count; k++) total[k] = total(sums, k, count);
        return total;
    }

    private static double total(double[] sums, int first, int step) {
        double total = 0;
        double lost = 0;
        for (int i = first; i < sums.length; i += step) {
            double s = total + sums[i];
            lost += Math.abs(total) >= Math.abs(sums[i]) ? total - s + sums[i] : sums[i] - s + total;
            total = s;
        }
        return Double.isFinite(lost) ? total + lost : total;
    }
}
