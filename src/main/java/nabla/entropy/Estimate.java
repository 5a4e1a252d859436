package nabla.entropy;

import java.util.function.ToDoubleFunction;
import nabla.entropy.Fault.Kind;
import nabla.kernel.LogGamma;

/** Shannon's entropy of an unknown distribution, in nats, from how often each of its outcomes was seen. */
public enum Estimate {
    /** The entropy of the frequencies nᵢ/N themselves: too small by about (K−1)/(2N) for K outcomes seen. */
    PLUGIN(Estimate::plugin),
    /** The same with the first order of its bias added, (K−1)/(2N) (Miller 1955). */
    MILLER_MADOW(n -> plugin(n) + (seen(n) - 1) / (2 * sum(n))),
    /** The frequencies shrunk towards equal ones, (1−λ)·nᵢ/N + λ/K with the λ that the counts suggest (Hausser and Strimmer 2009). */
    JAMES_STEIN(Estimate::jamesStein),
    /** ln N − Σ nᵢ·G(nᵢ)/N with G(n) = ψ(⌊n/2⌋ + ½) + ln 2 (Grassberger 2003). */
    GRASSBERGER(Estimate::grassberger);

    private final ToDoubleFunction<double[]> formula;

    Estimate(ToDoubleFunction<double[]> formula) {
        this.formula = formula;
    }

    /** @param counts n, whole numbers of 0 or more; outcomes never seen count for {@link #JAMES_STEIN} alone */
    public double nats(double[] counts) {
        if (sum(counts) == 0) throw new Fault(Kind.EMPTY, 0, 0);
        return formula.applyAsDouble(counts) + 0.0;
    }

    private static double sum(double[] n) {
        double sum = 0;
        for (int i = 0; i < n.length; i++) {
            if (!(n[i] >= 0) || n[i] != Math.rint(n[i]) || Double.isInfinite(n[i])) throw new Fault(Kind.COUNTS, n[i], i + 1);
            sum += n[i];
        }
        return sum;
    }

    private static double seen(double[] n) {
        int k = 0;
        for (double ni : n) if (ni > 0) k++;
        return k;
    }

    private static double plugin(double[] n) {
        return Entropy.entropy(Entropy.normalized(n), Math.E);
    }

    /** λ = (1 − Σ pᵢ²)/((N−1)·Σ (1/K − pᵢ)²), between 0 and 1. */
    private static double jamesStein(double[] n) {
        double[] p = Entropy.normalized(n);
        double t = 1.0 / n.length;
        double squares = 0;
        double distance = 0;
        for (double pi : p) {
            squares += pi * pi;
            distance += (t - pi) * (t - pi);
        }
        double lambda = (1 - squares) / ((sum(n) - 1) * distance);
        if (!(lambda < 1)) lambda = 1;
        for (int i = 0; i < p.length; i++) p[i] = lambda * t + (1 - lambda) * p[i];
        return Entropy.entropy(p, Math.E);
    }

    private static double grassberger(double[] n) {
        double total = sum(n);
        double g = 0;
        for (double ni : n) if (ni > 0) g += ni * (LogGamma.digamma(Math.floor(ni / 2) + 0.5) + Math.log(2));
        return Math.log(total) - g / total;
    }

    /** How often each value occurs among the samples. */
    public static double[] counts(double[] samples) {
        if (samples.length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        int[] label = Joint.labels(samples);
        double[] n = new double[Joint.greatest(label) + 1];
        for (int l : label) n[l]++;
        return n;
    }
}
