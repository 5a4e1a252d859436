package nabla.entropy;

import nabla.entropy.Fault.Kind;
import nabla.kernel.CoarseLog;
import nabla.kernel.Cores;
import nabla.kernel.Log;
import nabla.kernel.Sums;

/**
 * Entropies and divergences of discrete distributions (Hartley 1928, Shannon 1948, Kullback and Leibler 1951).
 *
 * <p>0·log 0 is 0, so outcomes that never happen add nothing; p &gt; 0 where q = 0 makes a cross-entropy or divergence +∞.
 * Weights must be 0 or more and sum to 1; anything else is a {@link Fault}, which names the sum. {@link #normalized} makes a
 * distribution of any weights.
 */
public final class Entropy {
    /** How far a sum may be from 1: a hundred thousand weights, each rounded, stay below it. */
    private static final double SLACK = 1e-9;

    private static final double LN2 = Math.log(2);

    private Entropy() {}

    /** Hartley's information in one of n equally likely outcomes: log₂ n bits. */
    public static double hartley(double n) {
        if (!(n >= 1)) throw new Fault(Kind.COUNT, n, 0);
        return Log.log2(n);
    }

    /** Shannon's entropy H(p) = −Σ pᵢ·log₂ pᵢ, in bits. */
    public static double bits(double[] p) {
        return entropy(p, 2);
    }

    /** H(p) = −Σ pᵢ·log pᵢ, the logarithm to this base, in one pass. */
    public static double entropy(double[] p, double base) {
        double scale = scale(base);
        double[] sums = Sums.of(p.length, 3, (from, to, s, at) -> {
            double total = 0;
            double whole = 0;
            double rest = 0;
            for (int i = from; i < to; i++) {
                double w = p[i];
                total += w;
                if (w >= Double.MIN_NORMAL) {
                    long above = CoarseLog.above(w);
                    whole += w * CoarseLog.exponent(above);
                    rest += w * CoarseLog.fraction(above);
                } else if (w > 0) rest += w * Log.log(w);
                else if (w != 0) total = Double.NaN;
            }
            s[at] = total;
            s[at + 1] = whole;
            s[at + 2] = rest;
        });
        if (!(Math.abs(sums[0] - 1) <= SLACK)) throw new Fault(Kind.SUM, sum(p), 0);
        return -logarithm(sums[1], sums[2], base, scale) + 0.0;
    }

    /** whole·log 2 + rest·log e to the base, exact in bits where rest is 0. */
    private static double logarithm(double whole, double rest, double base, double scale) {
        return base == 2 ? whole + rest / LN2 : (whole * LN2 + rest) / scale;
    }

    /** −log p, the surprise of an outcome of probability p: ∞ where p = 0. */
    public static double surprisal(double p, double base) {
        if (p != p) throw new Fault(Kind.NOT_A_NUMBER, p, 1);
        if (p < 0) throw new Fault(Kind.NEGATIVE, p, 1);
        if (p > 1) throw new Fault(Kind.PROBABILITY, p, "p");
        return (base == 2 ? -Log.log2(p) : -Log.log(p) / scale(base)) + 0.0;
    }

    /** H(p, q) = −Σ pᵢ·log qᵢ: the cost of coding p's outcomes with the code for q. */
    public static double crossEntropy(double[] p, double[] q, double base) {
        pair(p, q);
        double scale = scale(base);
        double[] sums = Sums.of(p.length, 2, (from, to, s, at) -> {
            for (int i = from; i < to; i++) {
                if (p[i] == 0) continue;
                if (q[i] >= Double.MIN_NORMAL) {
                    long above = CoarseLog.above(q[i]);
                    s[at] += p[i] * CoarseLog.exponent(above);
                    s[at + 1] += p[i] * CoarseLog.fraction(above);
                } else s[at + 1] += p[i] * Log.log(q[i]);
            }
        });
        return -logarithm(sums[0], sums[1], base, scale) + 0.0;
    }

    /** D(p‖q) = Σ pᵢ·log(pᵢ/qᵢ) = H(p, q) − H(p) ≥ 0, zero only where p = q, to full relative precision also where p and q are close. */
    public static double kullbackLeibler(double[] p, double[] q, double base) {
        pair(p, q);
        double d = Sums.of(p.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) sum += term(p[i], q[i], q[i] - p[i]);
            return sum;
        });
        return d / scale(base);
    }

    /** Jensen and Shannon's divergence (D(p‖m) + D(q‖m))/2 from the mean m of p and q (Lin 1991), between 0 and log 2. */
    public static double jensenShannon(double[] p, double[] q, double base) {
        pair(p, q);
        double d = Sums.of(p.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) sum += fromMiddle(p[i], q[i]);
            return sum;
        });
        return d / 2 / scale(base);
    }

    private static double fromMiddle(double p, double q) {
        if (p == 0 || q == 0) return (p + q) * LN2;
        double m = p / 2 + q / 2;
        double half = (q - p) / 2;
        return term(p, m, half) + term(q, m, -half);
    }

    /**
     * p·ln(p/q) − p + q = p·(u − ln(1 + u)) ≥ 0, u = (q − p)/p: these terms have the divergence's sum, as p and q have the same, but none of
     * them is negative, so nothing cancels.
     *
     * @param d q − p
     */
    private static double term(double p, double q, double d) {
        if (p == 0) return q;
        if (q == 0) return Double.POSITIVE_INFINITY;
        double ratio = q / p;
        double log = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE ? Log.log(ratio) : Log.log(q) - Log.log(p);
        double u = d / p;
        return Math.abs(u) <= 0.5 ? p * Logarithm.excess(u, log) : d - p * log;
    }

    /** The weights divided by their sum, which must be positive and finite. */
    public static double[] normalized(double[] weights) {
        double sum = sum(weights);
        if (sum == 0 || Double.isInfinite(sum)) throw new Fault(Kind.SUM, sum, 0);
        double[] p = new double[weights.length];
        Cores.each(p.length, (from, to) -> {
            for (int i = from; i < to; i++) p[i] = weights[i] / sum;
        });
        return p;
    }

    /** The same array, when it is a distribution. */
    public static double[] checked(double[] p) {
        double sum = sum(p);
        if (!(Math.abs(sum - 1) <= SLACK)) throw new Fault(Kind.SUM, sum, 0);
        return p;
    }

    private static void pair(double[] p, double[] q) {
        if (p.length != q.length) throw new Fault(Kind.LENGTHS, p.length, q.length);
        checked(p);
        checked(q);
    }

    private static double sum(double[] weights) {
        if (weights.length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        double sum = Sums.of(weights.length, (from, to) -> {
            double part = 0;
            for (int i = from; i < to; i++) part += weights[i] >= 0 ? weights[i] : Double.NaN;
            return part;
        });
        if (sum == sum) return sum;
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            if (!(w >= 0)) throw new Fault(w < 0 ? Kind.NEGATIVE : Kind.NOT_A_NUMBER, w, i + 1);
        }
        throw new AssertionError("a sum of numbers that are 0 or more is a number");
    }

    /** ln base: what natural units are divided by. */
    public static double scale(double base) {
        if (!(base > 0) || base == 1 || Double.isInfinite(base)) throw new Fault(Kind.BASE, base, 0);
        return Math.log(base);
    }
}
