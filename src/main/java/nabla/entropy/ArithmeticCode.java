package nabla.entropy;

import java.util.Arrays;
import nabla.entropy.Fault.Kind;

/**
 * Arithmetic coding (Rissanen 1976) in whole numbers as Witten, Neal and Cleary describe it (1987): a sequence becomes one number in
 * an interval as long as its probability, so a long one takes H bits an outcome.
 */
public final class ArithmeticCode {
    private static final long WHOLE = 1L << 32;
    private static final long HALF = WHOLE / 2;
    private static final long QUARTER = WHOLE / 4;

    /** Outcome k, counted from 1, owns the counts from below[k−1] to below[k]. */
    private final long[] below;

    /** @param counts how often each outcome is expected, whole numbers; their sum may be 2^30 at most */
    public ArithmeticCode(double[] counts) {
        if (counts.length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        below = new long[counts.length + 1];
        for (int k = 0; k < counts.length; k++) {
            if (!(counts[k] >= 0) || counts[k] != Math.rint(counts[k])) throw new Fault(Kind.COUNTS, counts[k], k + 1);
            below[k + 1] = below[k] + (long) counts[k];
            if (below[k + 1] > QUARTER) throw new Fault(Kind.COUNTS, counts[k], k + 1);
        }
        if (total() == 0) throw new Fault(Kind.SUM, 0, 0);
    }

    private long total() {
        return below[below.length - 1];
    }

    /**
     * The binary digits of a number in the outcomes' interval, the outcomes counted from 1.
     *
     * @throws Fault for an outcome that is not expected
     */
    public String encode(int[] outcomes) {
        StringBuilder bits = new StringBuilder();
        long low = 0;
        long high = WHOLE;
        int pending = 0;
        for (int i = 0; i < outcomes.length; i++) {
            int k = outcomes[i];
            if (k < 1 || k >= below.length || below[k] == below[k - 1]) throw new Fault(Kind.OUTCOME, k, i + 1);
            long range = high - low;
            high = low + range * below[k] / total();
            low += range * below[k - 1] / total();
            while (true) {
                if (high <= HALF) {
                    pending = write(bits, '0', pending);
                } else if (low >= HALF) {
                    pending = write(bits, '1', pending);
                    low -= HALF;
                    high -= HALF;
                } else if (low >= QUARTER && high <= HALF + QUARTER) {
                    pending++;
                    low -= QUARTER;
                    high -= QUARTER;
                } else {
                    break;
                }
                low *= 2;
                high *= 2;
            }
        }
        write(bits, low < QUARTER ? '0' : '1', pending + 1);
        return bits.toString();
    }

    /** The bit, and its opposite for every bit that waited for it. */
    private static int write(StringBuilder bits, char bit, int pending) {
        bits.append(bit);
        for (int i = 0; i < pending; i++) bits.append(bit == '0' ? '1' : '0');
        return 0;
    }

    /** The n outcomes that these bits were written for. */
    public int[] decode(String bits, int n) {
        int[] outcomes = new int[n];
        long low = 0;
        long high = WHOLE;
        long value = 0;
        int next = 0;
        for (; next < 32; next++) value = 2 * value + bit(bits, next);
        for (int i = 0; i < n; i++) {
            long range = high - low;
            int k = owner(((value - low + 1) * total() - 1) / range);
            outcomes[i] = k;
            high = low + range * below[k] / total();
            low += range * below[k - 1] / total();
            while (true) {
                long off = high <= HALF ? 0 : low >= HALF ? HALF : low >= QUARTER && high <= HALF + QUARTER ? QUARTER : -1;
                if (off < 0) break;
                low = 2 * (low - off);
                high = 2 * (high - off);
                value = 2 * (value - off) + bit(bits, next++);
            }
        }
        return outcomes;
    }

    /** The outcome that owns this count: the last whose counts begin at or below it. */
    private int owner(long count) {
        int at = Arrays.binarySearch(below, count);
        if (at < 0) return -at - 1;
        while (below[at + 1] == count) at++;
        return at + 1;
    }

    private static int bit(String bits, int at) {
        return at < bits.length() && bits.charAt(at) == '1' ? 1 : 0;
    }
}
