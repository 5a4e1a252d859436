package nabla.entropy;

import nabla.entropy.Fault.Kind;

/** Cross-entropies of classifiers from their raw outputs (logits), in nats, safe for logits of any size. */
public final class Loss {
    private Loss() {}

    /** log Σ e^zᵢ = m + log Σ e^(zᵢ−m), m the greatest: no term overflows. */
    public static double logSumExp(double[] z) {
        double m = Double.NEGATIVE_INFINITY;
        for (double v : z) m = Math.max(m, v);
        if (Double.isInfinite(m) || m != m) return m;
        double sum = 0;
        for (double v : z) sum += Math.exp(v - m);
        return m + Math.log(sum);
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
        return Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
