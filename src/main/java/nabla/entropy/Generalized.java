package nabla.entropy;

import nabla.kernel.Coarse;
import nabla.kernel.Cores;
import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.kernel.Sums;

/** Entropies with an order, of which Shannon's is the one of order 1 (Rényi 1961, Tsallis 1988), over the outcomes that can happen. */
public final class Generalized {
    /** So near to order 1, p^α = p·p^(α−1) is kept apart from p by expm1. */
    private static final double NEAR = 0.5;

    /** e to minus so much is a normal number. */
    private static final double SAFE = 600;

    private Generalized() {}

    /** H_α(p) = log (Σ pᵢ^α)/(1−α); α = 0: log of the number of outcomes (Hartley), 1: Shannon, ∞: −log max pᵢ. */
    public static double renyi(double[] p, double alpha, double base) {
        if (alpha == 1) return Entropy.entropy(p, base);
        Entropy.checked(p);
        if (alpha == Double.POSITIVE_INFINITY) return -Log.log(Loss.greatest(p)) / Entropy.scale(base) + 0.0;
        double h = Math.abs(alpha - 1) < NEAR ? Log.log1p(excess(p, alpha)) : logPowers(p, alpha);
        return h / (1 - alpha) / Entropy.scale(base) + 0.0;
    }

    /** S_q(p) = (1 − Σ pᵢ^q)/(q−1); q = 1: Shannon's in nats. */
    public static double tsallis(double[] p, double q) {
        if (q == 1) return Entropy.entropy(p, Math.E);
        Entropy.checked(p);
        return -excess(p, q) / (q - 1) + 0.0;
    }

    /** Σ pᵢ^α − 1 = Σ pᵢ·(pᵢ^(α−1) − 1). */
    private static double excess(double[] p, double alpha) {
        return Sums.of(p.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) if (p[i] > 0) sum += p[i] * Exp.expm1((alpha - 1) * Coarse.log(p[i]));
            return sum;
        });
    }

    /** log Σ pᵢ^α. The greatest of n is at least 1/n, so for orders from 0 on that are not too high the sum stays far from underflow. */
    private static double logPowers(double[] p, double alpha) {
        if (alpha == 2) return Log.log(squares(p));
        if (alpha >= 0 && alpha * Math.log(p.length) < SAFE) return Log.log(powers(p, alpha));
        double[] z = new double[p.length];
        Cores.each(z.length, (from, to) -> {
            for (int i = from; i < to; i++) z[i] = p[i] > 0 ? alpha * Log.log(p[i]) : Double.NEGATIVE_INFINITY;
        });
        return Loss.logSumExp(z);
    }

    private static double squares(double[] p) {
        return Sums.of(p.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) sum += p[i] * p[i];
            return sum;
        });
    }

    private static double powers(double[] p, double alpha) {
        return Sums.of(p.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) if (p[i] > 0) sum += Exp.exp(alpha * Coarse.log(p[i]));
            return sum;
        });
    }

    /** The perplexity e^H(p), H in nats: the number of equally likely outcomes that are as uncertain. */
    public static double perplexity(double[] p) {
        return Exp.exp(Entropy.entropy(p, Math.E));
    }

    /** The redundancy 1 − H(p)/log n of n outcomes: 0 where all are equally likely, 1 where one is certain (0 for n = 1). */
    public static double redundancy(double[] p) {
        double h = Entropy.bits(p);
        return p.length == 1 ? 0 : 1 - h / Log.log2(p.length);
    }
}
