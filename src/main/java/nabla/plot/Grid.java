package nabla.plot;

/** An m×n grid of points, column-major as programs hold it: element (i, j) is at i + j·m. */
public record Grid(int m, int n, double[] x, double[] y, double[] z) {
    /** From coordinates that are vectors (x of n, y of m elements) or whole matrices. */
    public static Grid of(double[] x, double[] y, double[] z, int m, int n) {
        return new Grid(
                m, n, x.length == m * n ? x : spread(x, m, n, true), y.length == m * n ? y : spread(y, m, n, false), z);
    }

    private static double[] spread(double[] v, int m, int n, boolean alongColumns) {
        double[] r = new double[m * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) r[i + j * m] = v[alongColumns ? j : i];
        }
        return r;
    }

    public int at(int i, int j) {
        return i + j * m;
    }
}
