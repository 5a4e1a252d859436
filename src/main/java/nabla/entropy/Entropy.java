package nabla.entropy;

import nabla.entropy.Fault.Kind;

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

    private static final int BLOCK = 1024;

    /** The bits of a number that are zero in powers of two. */
    private static final long FRACTION = (1L << 52) - 1;

    private Entropy() {}

    /** Hartley's information in one of n equally likely outcomes: log₂ n bits. */
    public static double hartley(double n) {
        if (!(n >= 1)) throw new Fault(Kind.COUNT, n, 0);
        return log2(n);
    }

    /** Shannon's entropy H(p) = −Σ pᵢ·log₂ pᵢ, in bits. */
    public static double bits(double[] p) {
        return entropy(p, 2);
    }

    /** H(p) = −Σ pᵢ·log pᵢ, the logarithm to this base: one pass, sums in blocks of {@value #BLOCK}. */
    public static double entropy(double[] p, double base) {
        double scale = base == 2 ? 1 : scale(base);
        if (p.length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        double total = 0;
        double h = 0;
        for (int from = 0; from < p.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, p.length);
            double sum = 0;
            double part = 0;
            for (int i = from; i < to; i++) {
                double w = p[i];
                if (!(w >= 0)) throw new Fault(w < 0 ? Kind.NEGATIVE : Kind.NOT_A_NUMBER, w, i + 1);
                sum += w;
                if (w > 0) part -= base == 2 ? w * log2(w) : w * Math.log(w);
            }
            total += sum;
            h += part;
        }
        if (!(Math.abs(total - 1) <= SLACK)) throw new Fault(Kind.SUM, total, 0);
        return h / scale + 0.0;
    }

    /** −log p, the surprise of an outcome of probability p: ∞ where p = 0. */
    public static double surprisal(double p, double base) {
        if (p != p) throw new Fault(Kind.NOT_A_NUMBER, p, 1);
        if (p < 0) throw new Fault(Kind.NEGATIVE, p, 1);
        if (p > 1) throw new Fault(Kind.PROBABILITY, p, "p");
        return (base == 2 ? -log2(p) : -Math.log(p) / scale(base)) + 0.0;
    }

    /** H(p, q) = −Σ pᵢ·log qᵢ: the cost of coding p's outcomes with the code for q. */
    public static double crossEntropy(double[] p, double[] q, double base) {
        pair(p, q);
        double h = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) h -= q[i] == 0 ? Double.NEGATIVE_INFINITY : p[i] * (base == 2 ? log2(q[i]) : Math.log(q[i]));
        }
        return (base == 2 ? h : h / scale(base)) + 0.0;
    }

    /** D(p‖q) = Σ pᵢ·log(pᵢ/qᵢ) = H(p, q) − H(p) ≥ 0, zero only where p = q. */
    public static double kullbackLeibler(double[] p, double[] q, double base) {
        pair(p, q);
        double d = 0;
        for (int i = 0; i < p.length; i++) d += term(p[i], q[i]);
        // rounding can leave a trace below zero where p = q
        return Math.max(d, 0) / scale(base);
    }

    /** Jensen and Shannon's divergence (D(p‖m) + D(q‖m))/2 from the mean m of p and q (Lin 1991), between 0 and log 2. */
    public static double jensenShannon(double[] p, double[] q, double base) {
        pair(p, q);
        double d = 0;
        for (int i = 0; i < p.length; i++) d += term(p[i], (p[i] + q[i]) / 2) + term(q[i], (p[i] + q[i]) / 2);
        return Math.max(d / 2, 0) / scale(base);
    }

    /** p·(ln p − ln q): not p·ln(p/q), whose quotient overflows and underflows. */
    private static double term(double p, double q) {
        if (p == 0) return 0;
        if (q == 0) return Double.POSITIVE_INFINITY;
        return p == q ? 0 : p * (Math.log(p) - Math.log(q));
    }

    /** The weights divided by their sum. */
    public static double[] normalized(double[] weights) {
        double sum = sum(weights);
        if (sum == 0 || Double.isInfinite(sum)) throw new Fault(Kind.SUM, sum, 0);
        double[] p = weights.clone();
        for (int i = 0; i < p.length; i++) p[i] /= sum;
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
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            if (w != w) throw new Fault(Kind.NOT_A_NUMBER, w, i + 1);
            if (w < 0) throw new Fault(Kind.NEGATIVE, w, i + 1);
            double y = w - lost;
            double t = sum + y;
            lost = t - sum - y;
            sum = t;
        }
        return sum;
    }

    /** ln base: what natural units are divided by. */
    public static double scale(double base) {
        if (!(base > 0) || base == 1 || Double.isInfinite(base)) throw new Fault(Kind.BASE, base, 0);
        return Math.log(base);
    }

    /** log₂ x, exact for powers of two. */
    static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int e = Math.getExponent(x);
        if ((bits & FRACTION) == 0 && bits > 0 && e >= Double.MIN_EXPONENT && e <= Double.MAX_EXPONENT) return e;
        return Math.log(x) / Math.log(2);
    }
}
