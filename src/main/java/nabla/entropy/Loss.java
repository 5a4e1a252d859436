package nabla.entropy;

import nabla.entropy.Fault.Kind;
import nabla.kernel.Exp;
import nabla.kernel.Log;

/** Cross-entropies of classifiers from their raw outputs (logits), in nats, safe for logits of any size. */
public final class Loss {
    private Loss() {}

    /** log Σ e^zᵢ = m + log Σ e^(zᵢ−m), m the greatest: no term overflows. */
    public static double logSumExp(double[] z) {
        double m = Double.NEGATIVE_INFINITY;
        for (double v : z) m = Math.max(m, v);
        if (Double.isInfinite(m) || m != m) return m;
        double sum = 0;
        for (double v : z) sum += Exp.exp(v - m);
        return m + Log.log(sum);
    }

    /**
     * log softmax(z)ᵢ = (zᵢ − m) − log(1 + Σ e^(zⱼ−m) over all others than a greatest logit m): exact where a class is nearly certain, and
     * for logits of any size.
     */
    public static double[] logSoftmax(double[] z) {
        int top = 0;
        for (int i = 1; i < z.length; i++) if (z[i] > z[top]) top = i;
        double others = 0;
        for (int i = 0; i < z.length; i++) if (i != top) others += Exp.exp(z[i] - z[top]);
        double rest = Log.log1p(others);
        double[] r = new double[z.length];
        for (int i = 0; i < z.length; i++) r[i] = z[i] - z[top] - rest;
        return r;
    }

    /** softmax(z)ᵢ = e^(zᵢ−m)/Σ e^(zⱼ−m), m the greatest: positive and of sum 1. */
    public static double[] softmax(double[] z) {
        double m = Double.NEGATIVE_INFINITY;
        for (double v : z) m = Math.max(m, v);
        double[] r = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) sum += r[i] = Exp.exp(z[i] - m);
        for (int i = 0; i < z.length; i++) r[i] /= sum;
        return r;
    }

    /** σ(z) = 1/(1 + e^(−z)); for negative z e^z/(1 + e^z), which keeps the digits of small values. */
    public static double sigmoid(double z) {
        double e = Exp.exp(-Math.abs(z));
        return (z < 0 ? e : 1) / (1 + e);
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
