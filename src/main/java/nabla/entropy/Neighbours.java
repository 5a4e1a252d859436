package nabla.entropy;

import java.util.Arrays;
import nabla.entropy.Fault.Kind;

/**
 * Measures of densities known from samples alone, in nats, by the distances to the k-th nearest neighbours; distances are the greatest
 * of the coordinates' differences. Each row is a sample. Samples that coincide tell of an outcome with mass: an entropy of −∞.
 *
 * <p>The methods that take a pause run it after each sample; it may throw to stop them.
 */
public final class Neighbours {
    private Neighbours() {}

    /** H = ψ(N) − ψ(k) + d·⟨ln 2ε⟩, ε the distance to the k-th neighbour (Kozachenko and Leonenko 1987). */
    public static double entropy(double[][] x, int k) {
        return entropy(x, k, () -> {});
    }

    /** The same, with a pause after each sample. */
    public static double entropy(double[][] x, int k, Runnable pause) {
        check(x, k, x.length - 1);
        KdTree tree = new KdTree(x);
        double sum = 0;
        for (double[] xi : x) {
            sum += Math.log(2 * tree.distance(xi, k + 1));
            pause.run();
        }
        return LogGamma.digamma(x.length) - LogGamma.digamma(k) + x[0].length * sum / x.length;
    }

    /**
     * D(p‖q) = d·⟨ln (ν/ρ)⟩ + ln (M/(N−1)) from N samples of p and M of q, ρ and ν the distances of p's samples to the k-th neighbour
     * among p's others and among q's (Wang, Kulkarni and Verdú 2009). May come out below 0.
     */
    public static double kullbackLeibler(double[][] p, double[][] q, int k) {
        return kullbackLeibler(p, q, k, () -> {});
    }

    /** The same, with a pause after each sample. */
    public static double kullbackLeibler(double[][] p, double[][] q, int k, Runnable pause) {
        check(p, k, p.length - 1);
        check(q, k, q.length);
        if (p[0].length != q[0].length) throw new Fault(Kind.LENGTHS, p[0].length, q[0].length);
        KdTree ps = new KdTree(p);
        KdTree qs = new KdTree(q);
        double sum = 0;
        for (double[] x : p) {
            sum += Math.log(qs.distance(x, k)) - Math.log(ps.distance(x, k + 1));
            pause.run();
        }
        return p[0].length * sum / p.length + Math.log(q.length / (p.length - 1.0));
    }

    /**
     * I(X; Y) = ψ(k) + ψ(N) − ⟨ψ(n_x + 1) + ψ(n_y + 1)⟩, n_x and n_y how many x and y are nearer than the k-th neighbour of (x, y)
     * (Kraskov, Stögbauer and Grassberger 2004, first algorithm). May come out below 0.
     */
    public static double mutual(double[][] x, double[][] y, int k) {
        return mutual(x, y, k, () -> {});
    }

    /** The same, with a pause after each sample. */
    public static double mutual(double[][] x, double[][] y, int k, Runnable pause) {
        if (x.length != y.length) throw new Fault(Kind.LENGTHS, x.length, y.length);
        check(x, k, x.length - 1);
        double[][] both = new double[x.length][];
        for (int i = 0; i < both.length; i++) {
            both[i] = Arrays.copyOf(x[i], x[i].length + y[i].length);
            System.arraycopy(y[i], 0, both[i], x[i].length, y[i].length);
        }
        check(both, k, both.length - 1);
        KdTree xy = new KdTree(both);
        KdTree xs = new KdTree(x);
        KdTree ys = new KdTree(y);
        double sum = 0;
        for (int i = 0; i < both.length; i++) {
            // the count holds the sample itself; where k neighbours coincide with it the distance is 0
            double e = Math.max(xy.distance(both[i], k + 1), Double.MIN_VALUE);
            sum += LogGamma.digamma(xs.within(x[i], e)) + LogGamma.digamma(ys.within(y[i], e));
            pause.run();
        }
        return LogGamma.digamma(k) + LogGamma.digamma(x.length) - sum / x.length;
    }

    private static void check(double[][] x, int k, int most) {
        if (x.length == 0 || x[0].length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        if (k < 1 || k > most) throw new Fault(Kind.NEIGHBOURS, k, 0);
        for (int i = 0; i < x.length; i++) for (double v : x[i]) if (!Double.isFinite(v)) throw new Fault(Kind.NOT_A_NUMBER, v, i + 1);
    }
}
