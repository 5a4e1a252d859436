package nabla.entropy;

import java.util.Arrays;
import nabla.kernel.Cores;
import nabla.kernel.Log;
import nabla.kernel.Runs;
import nabla.kernel.SideBySide;

/**
 * Lines of logits that lie side by side, one for each observation: element i of line l is z[start + i·stride + l], l &lt; count. They are
 * gone through in the order of memory; a stride of 1 means a single line.
 */
public record Logits(double[] z, int start, int length, int stride, int count) {
    /** So many lines are done together: what is read of them several times stays near the processor. */
    private static final int TOGETHER = 64;

    /** The softmax of each line, put into r at the logits' positions. */
    public void softmax(double[] r) {
        if (stride == 1) {
            Loss.softmax(z, start, length, r);
            return;
        }
        parts(part -> {
            double[] m = part.greatest();
            double[] sum = part.sums(m, r);
            double[] e = new double[part.count];
            for (int i = 0, p = part.start; i < length; i++, p += stride) {
                System.arraycopy(r, p, e, 0, e.length);
                for (int l = 0; l < e.length; l++) e[l] /= sum[l];
                System.arraycopy(e, 0, r, p, e.length);
            }
        });
    }

    /** Σ e^(z−m) of each line, whose terms are put into r at the logits' positions unless it is null. */
    private double[] sums(double[] m, double[] r) {
        SideBySide sums = new SideBySide(count, length);
        double[] e = new double[count];
        for (int i = 0, p = start; i < length; i++, p += stride) {
            exponentials(p, m, e);
            sums.add(i, e);
            if (r != null) System.arraycopy(e, 0, r, p, count);
        }
        return sums.totals();
    }

    /** e^(z−m) of an element of each line. */
    private void exponentials(int p, double[] m, double[] e) {
        less(p, m, e);
        Runs.exp(e, 0, e, 0, e.length);
    }

    /** z−m of an element of each line; loops over arrays from the same place on are compiled for vectors, others are not. */
    private void less(int p, double[] m, double[] e) {
        System.arraycopy(z, p, e, 0, e.length);
        for (int l = 0; l < e.length; l++) e[l] -= m[l];
    }

    /** The logarithm of each line's softmax, put into r at the logits' positions. */
    public void logSoftmax(double[] r) {
        if (stride == 1) {
            Loss.logSoftmax(z, start, length, r);
            return;
        }
        parts(part -> {
            double[] m = part.greatest();
            double[] rest = part.others(m);
            for (int l = 0; l < rest.length; l++) rest[l] = Log.log1p(rest[l]);
            double[] e = new double[part.count];
            for (int i = 0, p = part.start; i < length; i++, p += stride) {
                less(p, m, e);
                for (int l = 0; l < e.length; l++) e[l] -= rest[l];
                System.arraycopy(e, 0, r, p, e.length);
            }
        });
    }

    /**
     * Σ e^(z−m) of each line without a greatest logit: what is below 1 and how many are 1 are added apart, so that nothing is lost beside
     * the one that is left out.
     */
    private double[] others(double[] m) {
        SideBySide below = new SideBySide(count, length);
        double[] e = new double[count];
        double[] ones = new double[count];
        Arrays.fill(ones, -1);
        for (int i = 0, p = start; i < length; i++, p += stride) {
            exponentials(p, m, e);
            for (int l = 0; l < e.length; l++) {
                double one = Math.floor(e[l]);
                ones[l] += one;
                e[l] -= one;
            }
            below.add(i, e);
        }
        double[] rest = below.totals();
        for (int l = 0; l < rest.length; l++) rest[l] = m[l] == Double.POSITIVE_INFINITY ? 0 : rest[l] + ones[l];
        return rest;
    }

    /** The logarithm of each line's sum of exponentials, put into r from a position on. */
    public void logSumExp(double[] r, int at) {
        if (stride == 1) {
            r[at] = Loss.logSumExp(z, start, length);
            return;
        }
        parts(part -> {
            double[] m = part.greatest();
            double[] sum = part.sums(m, null);
            int to = at + part.start - start;
            for (int l = 0; l < m.length; l++) r[to + l] = Double.isInfinite(m[l]) ? m[l] : m[l] + Log.log(sum[l]);
        });
    }

    private interface Work {
        void on(Logits part);
    }

    private void parts(Work work) {
        Cores.each((count - 1) / TOGETHER + 1, TOGETHER * length, (from, to) -> {
            for (int b = from * TOGETHER; b < Math.min(to * TOGETHER, count); b += TOGETHER) {
                work.on(new Logits(z, start + b, length, stride, Math.min(TOGETHER, count - b)));
            }
        });
    }

    /** The greatest logit of each line, NaN where one is NaN. */
    private double[] greatest() {
        double[] m = new double[count];
        Arrays.fill(m, Double.NEGATIVE_INFINITY);
        double[] e = new double[count];
        for (int i = 0, p = start; i < length; i++, p += stride) {
            System.arraycopy(z, p, e, 0, count);
            for (int l = 0; l < m.length; l++) m[l] = Math.max(m[l], e[l]);
        }
        return m;
    }
}
