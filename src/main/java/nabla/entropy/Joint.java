package nabla.entropy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nabla.entropy.Fault.Kind;
import nabla.kernel.Log;

/**
 * The joint distribution p(x, y) of two variables and what they tell of each other (Shannon 1948; Cover and Thomas 2006, chapter 2).
 *
 * <p>The table is stored by columns: x runs down, y runs across.
 */
public final class Joint {
    /** What is so many times smaller than the entropy of the table is not found by a difference from it. */
    private static final double CANCELS = 128;

    private final double[] p;
    /** The marginals p(x) and p(y). */
    private final double[] px;

    private final double[] py;

    /** A table of weights that sum to 1, with so many rows. */
    public Joint(double[] table, int rows) {
        p = Entropy.checked(table);
        px = new double[rows];
        py = new double[table.length / rows];
        for (int y = 0; y < py.length; y++) {
            for (int x = 0; x < rows; x++) {
                double pxy = p[y * rows + x];
                px[x] += pxy;
                py[y] += pxy;
            }
        }
    }

    /** How often each pair occurs among samples of x and y, which may be any numbers. */
    public static Joint of(double[] x, double[] y) {
        if (x.length != y.length) throw new Fault(Kind.LENGTHS, x.length, y.length);
        if (x.length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        int[] a = labels(x);
        int[] b = labels(y);
        int rows = greatest(a) + 1;
        double[] count = new double[rows * (greatest(b) + 1)];
        for (int i = 0; i < a.length; i++) count[b[i] * rows + a[i]]++;
        return new Joint(Entropy.normalized(count), rows);
    }

    /** The samples as numbers 0, 1, ... in the order in which their values first occur. */
    static int[] labels(double[] x) {
        Map<Double, Integer> known = new HashMap<>();
        int[] label = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i] != x[i]) throw new Fault(Kind.NOT_A_NUMBER, x[i], i + 1);
            Integer next = known.size();
            Integer old = known.putIfAbsent(x[i] + 0.0, next);
            label[i] = old == null ? next : old;
        }
        return label;
    }

    static int greatest(int[] labels) {
        int m = 0;
        for (int l : labels) m = Math.max(m, l);
        return m;
    }

    /** H(X, Y) = −Σ p(x, y)·log p(x, y). */
    public double entropy(double base) {
        return Entropy.entropy(p, base);
    }

    /** H(X | Y) = H(X, Y) − H(Y) = −Σ p(x, y)·log (p(x, y)/p(y)): what is still unknown of x when y is known. */
    public double conditional(double base) {
        double joint = Entropy.entropy(p, base);
        double difference = joint - Entropy.entropy(py, base);
        if (Math.abs(joint) <= CANCELS * difference) return difference;
        double h = 0;
        for (int y = 0; y < py.length; y++) {
            double logY = Log.log(py[y]);
            for (int i = y * px.length; i < (y + 1) * px.length; i++) if (p[i] > 0) h += p[i] * (logY - Log.log(p[i]));
        }
        return Math.max(h, 0) / Entropy.scale(base);
    }

    /** I(X; Y) = H(X) + H(Y) − H(X, Y) = D(p(x, y)‖p(x)·p(y)): what y tells of x, and x of y. */
    public double mutual(double base) {
        double joint = Entropy.entropy(p, base);
        double difference = Entropy.entropy(px, base) + Entropy.entropy(py, base) - joint;
        if (Math.abs(joint) <= CANCELS * difference) return difference;
        return Entropy.kullbackLeibler(p, product(), base);
    }

    /** The table p(x)·p(y) of independent variables with these marginals, of p's sum; a product never underflows where p has mass. */
    private double[] product() {
        double sum = Arrays.stream(py).sum();
        double[] q = new double[p.length];
        for (int i = 0, y = 0; y < py.length; y++) {
            double share = py[y] / sum;
            for (int x = 0; x < px.length; x++, i++) q[i] = Math.max(px[x] * share, p[i] > 0 ? Double.MIN_NORMAL : 0);
        }
        return q;
    }

    /**
     * Schreiber's transfer entropy (2000) from x to y, T = I(y(t+1); x(t), ..., x(t−k+1) | y(t), ..., y(t−k+1)), of two sequences:
     * what the past of x tells of the next y beyond y's own past.
     */
    public static double transfer(double[] x, double[] y, int k, double base) {
        if (x.length != y.length) throw new Fault(Kind.LENGTHS, x.length, y.length);
        if (k < 1) throw new Fault(Kind.COUNT, k, 0);
        if (x.length <= k) throw new Fault(Kind.EMPTY, 0, 0);
        double[] next = new double[x.length - k];
        double[] past = new double[next.length];
        double[] other = new double[next.length];
        int[] own = blocks(labels(y), k);
        int[] theirs = blocks(labels(x), k);
        for (int t = 0; t < next.length; t++) {
            next[t] = y[t + k];
            past[t] = own[t];
            other[t] = theirs[t];
        }
        return Math.max(of(next, past).conditional(base) - of(next, pairs(past, other)).conditional(base), 0);
    }

    /** A number for each block of k labels that follow each other. */
    private static int[] blocks(int[] label, int k) {
        double[] block = new double[label.length - k + 1];
        for (int t = 0; t < block.length; t++) block[t] = label[t];
        for (int j = 1; j < k; j++) {
            double[] last = new double[block.length];
            for (int t = 0; t < last.length; t++) last[t] = label[t + j];
            block = pairs(block, last);
        }
        return labels(block);
    }

    /** A number for each pair of values. */
    private static double[] pairs(double[] a, double[] b) {
        int[] la = labels(a);
        int[] lb = labels(b);
        double[] pair = new double[a.length];
        double n = greatest(lb) + 1.0;
        for (int i = 0; i < pair.length; i++) pair[i] = la[i] * n + lb[i];
        return pair;
    }
}
