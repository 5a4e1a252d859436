package nabla.entropy;

import java.util.Arrays;

/** Points in boxes within boxes (Bentley 1975), those of a box beside each other in memory. */
final class KdTree implements Points {
    private static final int LEAF = 12;

    /** How many coordinates a point has. */
    private final int d;

    private final int n;
    private final double[] points;
    /** Node i has the children 2i+1 and 2i+2, and the box from low to high, d numbers each from i·d on. */
    private final double[] low;

    private final double[] high;

    /** Runs the pause for every box. */
    KdTree(double[][] x, Runnable pause) {
        d = x.length;
        n = x[0].length;
        points = new double[n * d];
        for (int j = 0; j < d; j++) for (int i = 0; i < n; i++) points[i * d + j] = x[j][i];
        int nodes = 1;
        for (int m = n; m > LEAF; m = (m + 1) / 2) nodes = 2 * nodes + 1;
        low = new double[nodes * d];
        high = new double[nodes * d];
        build(0, 0, n, pause);
    }

    private void build(int node, int from, int to, Runnable pause) {
        pause.run();
        int widest = 0;
        double most = -1;
        for (int j = 0; j < d; j++) {
            double lo = Double.POSITIVE_INFINITY;
            double hi = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double x = points[i * d + j];
                lo = Math.min(lo, x);
                hi = Math.max(hi, x);
            }
            low[node * d + j] = lo;
            high[node * d + j] = hi;
            if (hi - lo > most) {
                most = hi - lo;
                widest = j;
            }
        }
        if (to - from <= LEAF) return;
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, widest);
        build(2 * node + 1, from, middle, pause);
        build(2 * node + 2, middle, to, pause);
    }

    /** Hoare's selection (1961): the points before the middle are not beyond it in this coordinate, those after not below. */
    private void select(int from, int to, int middle, int coordinate) {
        while (from < to) {
            double pivot = points[((from + to) >>> 1) * d + coordinate];
            int i = from;
            int j = to;
            while (i <= j) {
                while (points[i * d + coordinate] < pivot) i++;
                while (points[j * d + coordinate] > pivot) j--;
                if (i > j) break;
                swap(i++, j--);
            }
            if (middle <= j) to = j;
            else if (middle >= i) from = i;
            else return;
        }
    }

    private void swap(int i, int j) {
        for (int a = i * d, b = j * d, end = a + d; a < end; a++, b++) {
            double t = points[a];
            points[a] = points[b];
            points[b] = t;
        }
    }

    @Override
    public double[] point(int i) {
        return Arrays.copyOfRange(points, i * d, i * d + d);
    }

    @Override
    public double distance(double[] x, int k) {
        double[] nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        search(0, 0, n, x, nearest);
        return nearest[k - 1];
    }

    private void search(int node, int from, int to, double[] x, double[] nearest) {
        int k = nearest.length;
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) {
                double r = to(x, i);
                if (r >= nearest[k - 1]) continue;
                int at = k - 1;
                for (; at > 0 && nearest[at - 1] > r; at--) nearest[at] = nearest[at - 1];
                nearest[at] = r;
            }
            return;
        }
        int left = 2 * node + 1;
        int middle = (from + to) >>> 1;
        double a = outside(left, x);
        double b = outside(left + 1, x);
        if (a <= b && a < nearest[k - 1]) search(left, from, middle, x, nearest);
        if (b < nearest[k - 1]) search(left + 1, middle, to, x, nearest);
        if (a > b && a < nearest[k - 1]) search(left, from, middle, x, nearest);
    }

    @Override
    public int within(double[] x, double radius) {
        return within(0, 0, n, x, radius);
    }

    private int within(int node, int from, int to, double[] x, double radius) {
        if (outside(node, x) >= radius) return 0;
        if (farthest(node, x) < radius) return to - from;
        int count = 0;
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) if (to(x, i) < radius) count++;
            return count;
        }
        int middle = (from + to) >>> 1;
        return within(2 * node + 1, from, middle, x, radius) + within(2 * node + 2, middle, to, x, radius);
    }

    private double to(double[] x, int i) {
        double r = 0;
        for (int j = 0; j < d; j++) r = Math.max(r, Math.abs(x[j] - points[i * d + j]));
        return r;
    }

    private double outside(int node, double[] x) {
        double r = 0;
        for (int j = 0, at = node * d; j < d; j++, at++) r = Math.max(r, Math.max(low[at] - x[j], x[j] - high[at]));
        return r;
    }

    private double farthest(int node, double[] x) {
        double r = 0;
        for (int j = 0, at = node * d; j < d; j++, at++) r = Math.max(r, Math.max(high[at] - x[j], x[j] - low[at]));
        return r;
    }
}
