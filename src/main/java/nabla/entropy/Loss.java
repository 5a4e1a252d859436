package nabla.entropy;

import java.util.concurrent.atomic.DoubleAccumulator;
import nabla.entropy.Fault.Kind;
import nabla.kernel.Cores;
import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.kernel.Runs;
import nabla.kernel.Sums;

/** Cross-entropies of classifiers from their raw outputs (logits), in nats, safe for logits of any size. */
public final class Loss {
    /** e to so much is a number, but hardly more. */
    private static final double OVERFLOWS = 700;

    /** So many logits are gone through at a time. */
    private static final int BLOCK = 1024;

    private Loss() {}

    /** log Σ e^zᵢ = m + log Σ e^(zᵢ−m), m the greatest: no term overflows. */
    public static double logSumExp(double[] z) {
        return logSumExp(z, 0, z.length);
    }

    /** The same of n of them from one position on. */
    static double logSumExp(double[] z, int start, int n) {
        double m = greatest(z, start, n);
        return Double.isInfinite(m) || m != m ? m : m + Log.log(Sums.of(n, (from, to) -> sum(z, m, start + from, start + to)));
    }

    /** The greatest of them, NaN when one is NaN, −∞ when there is none. */
    static double greatest(double[] z) {
        return greatest(z, 0, z.length);
    }

    private static double greatest(double[] z, int start, int n) {
        DoubleAccumulator top = new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);
        Cores.each(n, (from, to) -> top.accumulate(greatestBetween(z, start + from, start + to)));
        return top.get();
    }

    private static double greatestBetween(double[] z, int from, int to) {
        double m = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double v = z[i];
            if (v <= m) continue;
            if (v != v) return v;
            m = v;
        }
        return m;
    }

    /** Σ e^(zᵢ−m) from one position to before another. */
    private static double sum(double[] z, double m, int from, int to) {
        return exponentials(z, m, from, to, new double[to - from], 0);
    }

    /**
     * log softmax(z)ᵢ = (zᵢ − m) − log(1 + Σ e^(zⱼ−m) over all others than a greatest logit m): exact where a class is nearly certain, and
     * for logits of any size.
     */
    public static double[] logSoftmax(double[] z) {
        double[] r = new double[z.length];
        logSoftmax(z, 0, z.length, r);
        return r;
    }

    /** The same of n of them from one position on, put into r at their positions. */
    static void logSoftmax(double[] z, int start, int n, double[] r) {
        if (n == 0) return;
        int top = start;
        for (int i = start + 1; i < start + n; i++) if (z[i] > z[top]) top = i;
        int greatest = top;
        double m = z[top];
        double rest = Log.log1p(Sums.of(n, (from, to) -> {
            int a = start + from;
            int b = start + to;
            double[] e = new double[to - from];
            double sum = exponentials(z, m, a, b, e, 0);
            if (greatest < a || greatest >= b) return sum;
            e[greatest - a] = 0;
            return Sums.block(e, 0, b - a);
        }));
        Cores.each(n, (from, to) -> {
            System.arraycopy(z, start + from, r, start + from, to - from);
            for (int i = start + from; i < start + to; i++) r[i] = r[i] - m - rest;
        });
    }

    /** softmax(z)ᵢ = e^(zᵢ−m)/Σ e^(zⱼ−m), m the greatest: positive and of sum 1. */
    public static double[] softmax(double[] z) {
        double[] r = new double[z.length];
        softmax(z, 0, z.length, r);
        return r;
    }

    /**
     * The same of n of them from one position on, put into r at their positions. Each block begins from its own greatest mᵦ, so that it is
     * read once, and is multiplied by e^(mᵦ−m)/Σ when all are known.
     */
    static void softmax(double[] z, int start, int n, double[] r) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        double[] m = new double[blocks];
        double[] sum = new double[blocks];
        Cores.each(blocks, BLOCK, (from, to) -> {
            for (int b = from; b < to; b++) {
                int first = start + b * BLOCK;
                int end = Math.min(first + BLOCK, start + n);
                m[b] = greatestBetween(z, first, end);
                sum[b] = exponentials(z, m[b], first, end, r, first);
            }
        });
        double top = greatest(m);
        for (int b = 0; b < blocks; b++) m[b] = Exp.exp(m[b] - top);
        double total = Sums.of(blocks, (from, to) -> {
            double part = 0;
            for (int b = from; b < to; b++) part += m[b] * sum[b];
            return part;
        });
        Cores.each(blocks, BLOCK, (from, to) -> {
            for (int b = from; b < to; b++) {
                int first = start + b * BLOCK;
                scale(r, first, Math.min(first + BLOCK, start + n), m[b], total);
            }
        });
    }

    /** Σ e^(zᵢ−m), whose terms are put into r from a position on. */
    private static double exponentials(double[] z, double m, int from, int to, double[] r, int at) {
        if (m == Double.NEGATIVE_INFINITY) return 0;
        int n = to - from;
        System.arraycopy(z, from, r, at, n);
        for (int i = at; i < at + n; i++) r[i] -= m;
        Runs.exp(r, at, r, at, n);
        return Sums.block(r, at, at + n);
    }

    /** Divides by the total, without losing a digit where the block holds the greatest of all. */
    private static void scale(double[] r, int from, int to, double factor, double total) {
        double f = factor / total;
        if (factor == 1) for (int i = from; i < to; i++) r[i] /= total;
        else for (int i = from; i < to; i++) r[i] *= f;
    }

    /** σ(z) = 1/(1 + e^(−z)), which keeps the digits of small values; e^z where e^(−z) would overflow. */
    public static double sigmoid(double z) {
        return z > -OVERFLOWS ? 1 / (1 + Exp.exp(-z)) : Exp.exp(z);
    }

    /** log(1 + e^z) = max(z, 0) + log(1 + e^(−|z|)). */
    public static double softplus(double z) {
        return Math.max(z, 0) + Log.log1p(Exp.exp(-Math.abs(z)));
    }

    /** −log softmax(z)_k = log Σ e^zᵢ − z_k for the true class k, counted from 1. */
    public static double softmaxCrossEntropy(double[] z, int k) {
        if (k < 1 || k > z.length) throw new Fault(Kind.LABEL, Double.NaN, k);
        return logSumExp(z) - z[k - 1];
    }

    /** −Σ pᵢ·log softmax(z)ᵢ for target probabilities p. */
    public static double softmaxCrossEntropy(double[] z, double[] p) {
        if (z.length != p.length) throw new Fault(Kind.LENGTHS, z.length, p.length);
        Entropy.checked(p);
        double all = logSumExp(z);
        double loss = 0;
        for (int i = 0; i < z.length; i++) if (p[i] > 0) loss += p[i] * (all - z[i]);
        return loss;
    }

    /** −y·log σ(z) − (1−y)·log(1−σ(z)) = max(z, 0) − z·y + log(1 + e^(−|z|)). */
    public static double binaryCrossEntropy(double z, double y) {
        return Math.max(z, 0) - z * y + Log.log1p(Exp.exp(-Math.abs(z)));
    }
}
