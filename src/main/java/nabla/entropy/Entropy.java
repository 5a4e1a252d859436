package nabla.entropy;

import nabla.entropy.Fault.Kind;
import nabla.kernel.Coarse;
import nabla.kernel.Cores;
import nabla.kernel.Log;
import nabla.kernel.Logarithm;
import nabla.kernel.Runs;
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

    /** So many weights are divided by their sum before their entropy is taken. */
    private static final int FEW = 1024;

    /** An entropy so many times smaller than the logarithm of the sum is not found by a difference from it. */
    private static final double CANCELS = 16;

    private static final double LN2 = Math.log(2);

    private Entropy() {}

    /** Hartley's information in one of n equally likely outcomes: log₂ n bits. */
    public static double hartley(double n) {
        if (!(n >= 1)) throw new Fault(Kind.COUNT, n, 0);
        return Log.log2(n);
    }

    /** The same to another base, which is positive and not 1. */
    public static double hartley(double n, double base) {
        if (!(base > 0) || base == 1) throw new Fault(Kind.BASE, base, 0);
        return base == 2 ? hartley(n) : hartley(n) / Log.log2(base);
    }

    /** Shannon's entropy H(p) = −Σ pᵢ·log₂ pᵢ, in bits. */
    public static double bits(double[] p) {
        return entropy(p, 2);
    }

    /** H(p) = −Σ pᵢ·log pᵢ, the logarithm to this base, in one pass. */
    public static double entropy(double[] p, double base) {
        double scale = scale(base);
        double[] sums = logarithms(p);
        summing(sums[0], p);
        return -to(base, scale, sums[1]) + 0.0;
    }

    /**
     * The entropy of weights divided by their sum S, H = log S − (Σ wᵢ·log wᵢ)/S, in one pass. Few weights are divided first, which keeps whole
     * results whole, and so are those whose entropy is small beside log S: the difference would cancel.
     */
    public static double ofWeights(double[] w, double base) {
        double scale = scale(base);
        if (w.length > FEW) {
            double[] sums = logarithms(w);
            double s = sums[0];
            if (s >= Double.MIN_NORMAL && s <= Double.MAX_VALUE) {
                double log = Coarse.log2(s);
                double h = log - sums[1] / s;
                if (Math.abs(log) <= CANCELS * h) return to(base, scale, h);
            }
        }
        return entropy(normalized(w), base);
    }

    /** Σ wᵢ, NaN where a weight is none, and Σ wᵢ·log₂ wᵢ. */
    private static double[] logarithms(double[] weights) {
        return Sums.of(weights.length, 2, (from, to, sums, at) -> Runs.weights(weights, from, to, sums, at));
    }

    /** Bits to units of the logarithm to a base. */
    private static double to(double base, double scale, double bits) {
        return base == 2 ? bits : bits * LN2 / scale;
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
        double scale = scale(base);
        double[] sums = pairs(p, q, (from, to, s, at) -> {
            double ps = 0;
            double qs = 0;
            double logs = 0;
            for (int i = from; i < to; i++) {
                double pi = p[i];
                double qi = q[i];
                ps += pi >= 0 ? pi : Double.NaN;
                qs += qi >= 0 ? qi : Double.NaN;
                if (pi > 0) logs = Math.fma(pi, Coarse.log2(qi), logs);
            }
            put(s, at, ps, qs, logs);
        });
        return -to(base, scale, sums[2]) + 0.0;
    }

    /** D(p‖q) = Σ pᵢ·log(pᵢ/qᵢ) = H(p, q) − H(p) ≥ 0, zero only where p = q, to full relative precision also where p and q are close. */
    public static double kullbackLeibler(double[] p, double[] q, double base) {
        double scale = scale(base);
        double[] sums = pairs(p, q, (from, to, s, at) -> {
            double ps = 0;
            double qs = 0;
            double d = 0;
            for (int i = from; i < to; i++) {
                double pi = p[i];
                double qi = q[i];
                ps += pi >= 0 ? pi : Double.NaN;
                qs += qi >= 0 ? qi : Double.NaN;
                d += term(pi, qi);
            }
            put(s, at, ps, qs, d);
        });
        return sums[2] / scale;
    }

    /** Jensen and Shannon's divergence (D(p‖m) + D(q‖m))/2 from the mean m of p and q (Lin 1991), between 0 and log 2. */
    public static double jensenShannon(double[] p, double[] q, double base) {
        double scale = scale(base);
        double[] sums = pairs(p, q, (from, to, s, at) -> {
            double ps = 0;
            double qs = 0;
            double d = 0;
            for (int i = from; i < to; i++) {
                double pi = p[i];
                double qi = q[i];
                ps += pi >= 0 ? pi : Double.NaN;
                qs += qi >= 0 ? qi : Double.NaN;
                d += fromMiddle(pi, qi);
            }
            put(s, at, ps, qs, d);
        });
        return sums[2] / 2 / scale;
    }

    private static void put(double[] sums, int at, double p, double q, double measure) {
        sums[at] = p;
        sums[at + 1] = q;
        sums[at + 2] = measure;
    }

    /**
     * Three sums over two distributions, the first two of them their own, which must be 1. Each measure has a loop of its own for all three:
     * a loop apart for the sums, in the same block, makes cross-entropies 1.6 times slower and divergences 1.2 times.
     */
    private static double[] pairs(double[] p, double[] q, Sums.Terms terms) {
        if (p.length != q.length) throw new Fault(Kind.LENGTHS, p.length, q.length);
        double[] sums = Sums.of(p.length, 3, terms);
        summing(sums[0], p);
        summing(sums[1], q);
        return sums;
    }

    /** p·ln(p/m) + q·ln(q/m) = m·((1−s)·ln(1−s) + (1+s)·ln(1+s)), m = (p + q)/2, s = (q − p)/(p + q). */
    private static double fromMiddle(double p, double q) {
        double d = q - p;
        double s = d / (p + q);
        if (Math.abs(s) < Logarithm.NEAR) return d * s * Logarithm.entropic(s * s);
        if (p + q == 0) return 0;
        return (p + q) / 2 * (timesLog(1 - s) + timesLog(1 + s));
    }

    private static double timesLog(double x) {
        return x > 0 ? x * Coarse.log(x) : 0;
    }

    /**
     * p·ln(p/q) − p + q = p·(u − ln(1 + u)) ≥ 0, u = (q − p)/p: these terms have the divergence's sum, as p and q have the same, but none of
     * them is negative, so nothing cancels.
     */
    private static double term(double p, double q) {
        double d = q - p;
        double s = d / (p + q);
        if (Math.abs(s) < Logarithm.NEAR) return s * (d - p * (s * s) * Logarithm.bend(s * s));
        if (p == 0) return q;
        if (q == 0) return Double.POSITIVE_INFINITY;
        double ratio = q / p;
        boolean normal = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
        return d - p * (normal ? Coarse.log(ratio) : Log.log(q) - Log.log(p));
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
        summing(sum(p), p);
        return p;
    }

    /** Throws unless the sum, found on the way, is 1. */
    private static void summing(double sum, double[] p) {
        if (!(Math.abs(sum - 1) <= SLACK)) throw new Fault(Kind.SUM, sum(p), 0);
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
