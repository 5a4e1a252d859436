package nabla.entropy;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import nabla.entropy.Fault.Kind;
import nabla.kernel.LogGamma;
import nabla.kernel.Sums;

/**
 * Measures of densities known from samples alone, in nats, by the distances to the k-th nearest neighbours; distances are the greatest
 * of the coordinates' differences. The j-th coordinates of all samples are x[j]. Samples that coincide tell of an outcome with mass: an entropy of −∞.
 *
 * <p>Many samples are shared out among the processor's cores. The methods that take a pause run it for each sample, on every core; it may
 * throw to stop them.
 */
public final class Neighbours {
    /** Distances that differ by less, as a part of them, are equal but for rounding, such as that of other units. */
    private static final double EQUAL = 1e-10;

    private Neighbours() {}

    /** H = ψ(N) − ψ(k) + d·⟨ln 2ε⟩, ε the distance to the k-th neighbour (Kozachenko and Leonenko 1987). */
    public static double entropy(double[][] x, int k) {
        return entropy(x, k, () -> {});
    }

    /** The same, with a pause for each sample. */
    public static double entropy(double[][] x, int k, Runnable pause) {
        int n = samples(x);
        check(k, n - 1);
        Points points = Points.of(x, pause);
        double mean = mean(n, pause, i -> Math.log(2 * points.distance(points.point(i), k + 1)));
        return LogGamma.digamma(n) - LogGamma.digamma(k) + x.length * mean;
    }

    /**
     * D(p‖q) = d·⟨ln (ν/ρ)⟩ + ln (M/(N−1)) from N samples of p and M of q, ρ and ν the distances of p's samples to the k-th neighbour
     * among p's others and among q's (Wang, Kulkarni and Verdú 2009). May come out below 0; a {@link Fault} where more than k of p's coincide.
     */
    public static double kullbackLeibler(double[][] p, double[][] q, int k) {
        return kullbackLeibler(p, q, k, () -> {});
    }

    /** The same, with a pause for each sample. */
    public static double kullbackLeibler(double[][] p, double[][] q, int k, Runnable pause) {
        int n = samples(p);
        int m = samples(q);
        check(k, Math.min(n - 1, m));
        if (p.length != q.length) throw new Fault(Kind.LENGTHS, p.length, q.length);
        Points ps = Points.of(p, pause);
        Points qs = Points.of(q, pause);
        double mean = mean(n, pause, i -> {
            double[] x = ps.point(i);
            double own = ps.distance(x, k + 1);
            if (own == 0) throw new Fault(Kind.TIES, k, 0);
            return Math.log(qs.distance(x, k)) - Math.log(own);
        });
        return p.length * mean + Math.log(m / (n - 1.0));
    }

    /**
     * I(X; Y) = ψ(k) + ψ(N) − ⟨ψ(n_x + 1) + ψ(n_y + 1)⟩, n_x and n_y how many x and y are nearer than the k-th neighbour of (x, y)
     * (Kraskov, Stögbauer and Grassberger 2004, first algorithm); where k neighbours coincide with a sample, k is the number of all that do
     * (Gao, Kannan, Oh and Viswanath 2017). I does not depend on the coordinates' units, the estimate does: see {@link #standardized}. May
     * come out below 0.
     */
    public static double mutual(double[][] x, double[][] y, int k) {
        return mutual(x, y, k, () -> {});
    }

    /** The same, with a pause for each sample. */
    public static double mutual(double[][] x, double[][] y, int k, Runnable pause) {
        int n = samples(x);
        if (samples(y) != n) throw new Fault(Kind.LENGTHS, n, samples(y));
        check(k, n - 1);
        double[][] both = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, both, x.length, y.length);
        Points xy = Points.of(both, pause);
        Points xs = Points.of(x, pause);
        Points ys = Points.of(y, pause);
        double mean = mean(n, pause, i -> {
            double[] at = xy.point(i);
            double distance = xy.distance(at, k + 1);
            double e = Math.max(distance * (1 - EQUAL), Double.MIN_VALUE);
            // counts hold the sample itself
            int near = distance > 0 ? k : xy.within(at, e);
            double apart = LogGamma.digamma(xs.within(at, e)) + LogGamma.digamma(ys.within(Arrays.copyOfRange(at, x.length, at.length), e));
            return apart - LogGamma.digamma(near);
        });
        return LogGamma.digamma(n) - mean;
    }

    /** Each coordinate in units of its standard deviation. */
    public static double[][] standardized(double[][] x) {
        samples(x);
        return Arrays.stream(x).map(Neighbours::standardized).toArray(double[][]::new);
    }

    private static double[] standardized(double[] x) {
        double size = Arrays.stream(x).map(Math::abs).max().orElse(0);
        if (size == 0) return x;
        double mean = Arrays.stream(x).map(v -> v / size).sum() / x.length;
        double deviation = Math.sqrt(Arrays.stream(x).map(v -> (v / size - mean) * (v / size - mean)).sum() / x.length);
        return deviation == 0 ? x : Arrays.stream(x).map(v -> v / size / deviation).toArray();
    }

    /** The mean of a term over n samples. */
    private static double mean(int n, Runnable pause, IntToDoubleFunction term) {
        return Sums.of(n, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += term.applyAsDouble(i);
                pause.run();
            }
            return sum;
        }) / n;
    }

    private static void check(int k, int most) {
        if (k < 1 || k > most) throw new Fault(Kind.NEIGHBOURS, k, 0);
    }

    /** How many samples there are, all of them finite. */
    private static int samples(double[][] x) {
        if (x.length == 0 || x[0].length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        int n = x[0].length;
        for (double[] xj : x) {
            if (xj.length != n) throw new Fault(Kind.LENGTHS, n, xj.length);
            for (int i = 0; i < n; i++) if (!Double.isFinite(xj[i])) throw new Fault(Kind.NOT_A_NUMBER, xj[i], i + 1);
        }
        return n;
    }
}
