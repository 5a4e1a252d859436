package nabla.entropy;

import java.util.Arrays;

/** Points on a line, in increasing order. */
final class Line implements Points {
    /** So many numbers are sorted in one go. */
    private static final int BLOCK = 1 << 16;

    private final double[] v;

    /** Runs the pause for every block, and whenever two of them are merged. */
    Line(double[] points, Runnable pause) {
        int n = points.length;
        double[] a = points.clone();
        for (int from = 0; from < n; from += BLOCK) {
            pause.run();
            Arrays.sort(a, from, Math.min(from + BLOCK, n));
        }
        double[] b = n > BLOCK ? new double[n] : a;
        for (int size = BLOCK; size < n; size *= 2) {
            for (int from = 0; from < n; from += 2 * size) {
                pause.run();
                merge(a, from, Math.min(from + size, n), Math.min(from + 2 * size, n), b);
            }
            double[] t = a;
            a = b;
            b = t;
        }
        v = a;
    }

    /** Two sorted ranges of a, one after the other, become one in b. */
    private static void merge(double[] a, int from, int middle, int to, double[] b) {
        for (int i = from, j = middle, at = from; at < to; at++) b[at] = j == to || i < middle && a[i] <= a[j] ? a[i++] : a[j++];
    }

    @Override
    public double[] point(int i) {
        return new double[] {v[i]};
    }

    @Override
    public double distance(double[] x, int k) {
        int right = first(x[0]);
        int left = right - 1;
        double d = 0;
        for (int n = 0; n < k; n++) {
            double below = left < 0 ? Double.POSITIVE_INFINITY : x[0] - v[left];
            double above = right == v.length ? Double.POSITIVE_INFINITY : v[right] - x[0];
            d = Math.min(below, above);
            if (below <= above) left--;
            else right++;
        }
        return d;
    }

    /** The place of the first point that is not below x. */
    private int first(double x) {
        int from = 0;
        int to = v.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (v[middle] < x) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    @Override
    public int within(double[] x, double radius) {
        int middle = first(x[0]);
        int from = 0;
        for (int to = middle; from < to; ) {
            int i = (from + to) >>> 1;
            if (x[0] - v[i] < radius) to = i;
            else from = i + 1;
        }
        int end = middle;
        for (int to = v.length; end < to; ) {
            int i = (end + to) >>> 1;
            if (v[i] - x[0] < radius) end = i + 1;
            else to = i;
        }
        return end - from;
    }
}
