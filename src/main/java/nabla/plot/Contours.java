package nabla.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of equal height on a grid by marching squares, joined to long lines; a saddle is parted by the mean of its cell's corners.
 */
public final class Contours {
    private final Grid g;
    private final double level;
    private final boolean closed;

    /** For each edge the (at most two) edges its line goes on to, or −1. Edge 2p runs from point p along the row, 2p + 1 down the column. */
    private final int[] next;

    private Contours(Grid g, double level, boolean closed) {
        this.g = g;
        this.level = level;
        this.closed = closed;
        this.next = new int[4 * g.m() * g.n()];
        Arrays.fill(next, -1);
    }

    /** The lines, each as {x, y}; closed ones end where they begin. */
    public static List<double[][]> lines(Grid g, double level) {
        return new Contours(g, level, false).trace();
    }

    /** The rings around all that is at least as high as the level, borders of the grid included; fill them by the even-odd rule. */
    public static List<double[][]> region(Grid g, double level) {
        return new Contours(framed(g), level, true).trace();
    }

    /** Levels at round steps, for a grid with these lowest and highest heights. */
    public static double[] levels(double low, double high) {
        if (!(low < high)) return new double[] {low};
        double s = Ticks.step(low, high, 18);
        int first = (int) Math.floor(low / s) + 1;
        int last = (int) Math.ceil(high / s) - 1;
        double[] r = new double[Math.max(0, last - first + 1)];
        for (int k = 0; k < r.length; k++) r[k] = (first + k) * s;
        return r.length == 0 ? levels(low, high, 10) : r;
    }

    /** n levels evenly spaced strictly between the two heights. */
    public static double[] levels(double low, double high, int n) {
        double[] r = new double[n];
        for (int k = 0; k < n; k++) r[k] = low + (high - low) * (k + 1) / (n + 1);
        return r;
    }

    /** The grid with a rim of infinitely low points on its border, so that every line closes. */
    private static Grid framed(Grid g) {
        int m = g.m() + 2;
        int n = g.n() + 2;
        double[] x = new double[m * n];
        double[] y = new double[m * n];
        double[] z = new double[m * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                int p = g.at(Math.max(0, Math.min(g.m() - 1, i - 1)), Math.max(0, Math.min(g.n() - 1, j - 1)));
                boolean rim = i == 0 || j == 0 || i == m - 1 || j == n - 1;
                x[i + j * m] = g.x()[p];
                y[i + j * m] = g.y()[p];
                z[i + j * m] = rim || g.z()[p] != g.z()[p] ? Double.NEGATIVE_INFINITY : g.z()[p];
            }
        }
        return new Grid(m, n, x, y, z);
    }

    private List<double[][]> trace() {
        for (int j = 0; j + 1 < g.n(); j++) {
            for (int i = 0; i + 1 < g.m(); i++) cell(i, j);
        }
        List<double[][]> lines = new ArrayList<>();
        int edges = next.length / 2;
        for (int e = 0; e < edges; e++) if ((next[2 * e] < 0) != (next[2 * e + 1] < 0)) lines.add(follow(e));
        for (int e = 0; e < edges; e++) if (next[2 * e] >= 0) lines.add(follow(e));
        return lines;
    }

    private void cell(int i, int j) {
        int a = g.at(i, j);
        int b = g.at(i, j + 1);
        int c = g.at(i + 1, j + 1);
        int d = g.at(i + 1, j);
        double[] z = g.z();
        if (z[a] != z[a] || z[b] != z[b] || z[c] != z[c] || z[d] != z[d]) return;
        int kind =
                (z[a] >= level ? 1 : 0) | (z[b] >= level ? 2 : 0) | (z[c] >= level ? 4 : 0) | (z[d] >= level ? 8 : 0);
        int ab = 2 * a;
        int bc = 2 * b + 1;
        int cd = 2 * d;
        int da = 2 * a + 1;
        switch (kind) {
            case 1, 14 -> join(da, ab);
            case 2, 13 -> join(ab, bc);
            case 4, 11 -> join(bc, cd);
            case 8, 7 -> join(cd, da);
            case 3, 12 -> join(da, bc);
            case 6, 9 -> join(ab, cd);
            case 5, 10 -> {
                boolean high = (z[a] + z[b] + z[c] + z[d]) / 4 >= level;
                if (high == (kind == 5)) {
                    join(ab, bc);
                    join(cd, da);
                } else {
                    join(da, ab);
                    join(bc, cd);
                }
            }
            default -> {}
        }
    }

    private void join(int e, int f) {
        next[2 * e + (next[2 * e] < 0 ? 0 : 1)] = f;
        next[2 * f + (next[2 * f] < 0 ? 0 : 1)] = e;
    }

    private double[][] follow(int start) {
        double[] x = new double[16];
        double[] y = new double[16];
        int n = 0;
        int e = start;
        while (e >= 0) {
            if (n + 1 >= x.length) {
                x = Arrays.copyOf(x, 2 * n);
                y = Arrays.copyOf(y, 2 * n);
            }
            put(e, x, y, n++);
            int f = next[2 * e] >= 0 ? next[2 * e] : next[2 * e + 1];
            cut(e, f);
            if (f >= 0) cut(f, e);
            e = f;
        }
        if (closed && n > 0) {
            x[n] = x[0];
            y[n++] = y[0];
        }
        return new double[][] {Arrays.copyOf(x, n), Arrays.copyOf(y, n)};
    }

    private void cut(int e, int f) {
        if (f < 0) return;
        if (next[2 * e] == f) next[2 * e] = -1;
        else next[2 * e + 1] = -1;
    }

    /** Where the line crosses edge e. */
    private void put(int e, double[] x, double[] y, int k) {
        int p = e / 2;
        int q = e % 2 == 0 ? p + g.m() : p + 1;
        double zp = g.z()[p];
        double zq = g.z()[q];
        double t = zp == Double.NEGATIVE_INFINITY ? 1 : zq == Double.NEGATIVE_INFINITY ? 0 : (level - zp) / (zq - zp);
        if (!(t >= 0 && t <= 1)) t = 0.5;
        x[k] = g.x()[p] + t * (g.x()[q] - g.x()[p]);
        y[k] = g.y()[p] + t * (g.y()[q] - g.y()[p]);
    }
}
