package nabla.entropy;

import java.util.Arrays;

/** Points in boxes within boxes (Bentley 1975), for neighbours in the greatest-coordinate distance max |xⱼ − yⱼ|. */
final class KdTree {
    private static final int LEAF = 12;

    private final double[][] points;
    private final int[] order;
    /** Node i has the children 2i+1 and 2i+2, and the box from low[i] to high[i]. */
    private final double[][] low;

    private final double[][] high;

    KdTree(double[][] points) {
        this.points = points;
        order = new int[points.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        int nodes = 1;
        for (int n = points.length; n > LEAF; n = (n + 1) / 2) nodes = 2 * nodes + 1;
        low = new double[nodes][];
        high = new double[nodes][];
        build(0, 0, order.length);
    }

    private void build(int node, int from, int to) {
        double[] lo = points[order[from]].clone();
        double[] hi = lo.clone();
        for (int i = from + 1; i < to; i++) {
            double[] x = points[order[i]];
            for (int j = 0; j < lo.length; j++) {
                lo[j] = Math.min(lo[j], x[j]);
                hi[j] = Math.max(hi[j], x[j]);
            }
        }
        low[node] = lo;
        high[node] = hi;
        if (to - from <= LEAF) return;
        int widest = 0;
        for (int j = 1; j < lo.length; j++) if (hi[j] - lo[j] > hi[widest] - lo[widest]) widest = j;
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, widest);
        build(2 * node + 1, from, middle);
        build(2 * node + 2, middle, to);
    }

    /** Hoare's selection (1961): the points before the middle are not beyond it in this coordinate, those after not below. */
    private void select(int from, int to, int middle, int coordinate) {
        while (from < to) {
            double pivot = points[order[(from + to) >>> 1]][coordinate];
            int i = from;
            int j = to;
            while (i <= j) {
                while (points[order[i]][coordinate] < pivot) i++;
                while (points[order[j]][coordinate] > pivot) j--;
                if (i > j) break;
                int t = order[i];
                order[i++] = order[j];
                order[j--] = t;
            }
            if (middle <= j) to = j;
            else if (middle >= i) from = i;
            else return;
        }
    }

    /** The distance of the k-th nearest point. */
    double distance(double[] x, int k) {
        double[] nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        search(0, 0, order.length, x, nearest);
        return nearest[k - 1];
    }

    private void search(int node, int from, int to, double[] x, double[] nearest) {
        int k = nearest.length;
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) {
                double d = distance(x, points[order[i]]);
                if (d >= nearest[k - 1]) continue;
                int at = k - 1;
                for (; at > 0 && nearest[at - 1] > d; at--) nearest[at] = nearest[at - 1];
                nearest[at] = d;
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

    /** How many points are nearer than this. */
    int within(double[] x, double radius) {
        return within(0, 0, order.length, x, radius);
    }

    private int within(int node, int from, int to, double[] x, double radius) {
        if (outside(node, x) >= radius) return 0;
        if (farthest(node, x) < radius) return to - from;
        int n = 0;
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) if (distance(x, points[order[i]]) < radius) n++;
            return n;
        }
        int middle = (from + to) >>> 1;
        return within(2 * node + 1, from, middle, x, radius) + within(2 * node + 2, middle, to, x, radius);
    }

    private static double distance(double[] x, double[] y) {
        double d = 0;
        for (int j = 0; j < x.length; j++) d = Math.max(d, Math.abs(x[j] - y[j]));
        return d;
    }

    private double outside(int node, double[] x) {
        double d = 0;
        for (int j = 0; j < x.length; j++) d = Math.max(d, Math.max(low[node][j] - x[j], x[j] - high[node][j]));
        return d;
    }

    private double farthest(int node, double[] x) {
        double d = 0;
        for (int j = 0; j < x.length; j++) d = Math.max(d, Math.max(x[j] - low[node][j], high[node][j] - x[j]));
        return d;
    }
}
