package nabla.library.plotting;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Numeric;

/** Pairs of coordinate columns from vectors and matrices, as plot and its kin take them. */
record Columns(double[] x, double[] y) {
    /** @param x null: 1, 2, 3 … */
    static List<Columns> of(Drawing d, Numeric x, Numeric y) {
        List<Columns> r = new ArrayList<>();
        if (x == null && y.isComplex()) {
            double[] im = new double[y.numel()];
            for (int i = 0; i < im.length; i++) im[i] = y.im(i);
            r.add(new Columns(y.toDoubles(), im));
            return r;
        }
        double[] v = y.toDoubles();
        if (isLine(y) && (x == null || isLine(x))) {
            if (x != null && x.numel() != v.length && (x.numel() == 1 || v.length == 1)) return points(x.toDoubles(), v);
            if (x != null && x.numel() != v.length) throw d.sizes(x, y);
            r.add(new Columns(x == null ? Drawing.oneTo(v.length) : x.toDoubles(), v));
            return r;
        }
        if (isLine(y)) return alongMatrix(d, x, y);
        int m = y.rows();
        int n = m == 0 ? 0 : v.length / m;
        boolean byRows = x != null && isLine(x) && x.numel() != m;
        if (byRows && x.numel() != n || x != null && !isLine(x) && x.numel() != v.length) throw d.sizes(x, y);
        for (int j = 0; j < (byRows ? m : n); j++) {
            double[] yj = byRows ? row(v, m, n, j) : column(v, m, j);
            r.add(new Columns(
                    x == null ? Drawing.oneTo(m) : isLine(x) ? x.toDoubles() : column(x.toDoubles(), m, j), yj));
        }
        return r;
    }

    /** A scalar against a vector: each point by itself. */
    private static List<Columns> points(double[] x, double[] y) {
        List<Columns> r = new ArrayList<>();
        for (int k = 0; k < Math.max(x.length, y.length); k++) {
            r.add(new Columns(new double[] {x[x.length == 1 ? 0 : k]}, new double[] {y[y.length == 1 ? 0 : k]}));
        }
        return r;
    }

    private static List<Columns> alongMatrix(Drawing d, Numeric x, Numeric y) {
        List<Columns> r = new ArrayList<>();
        int m = x.rows();
        int n = x.columns();
        boolean byRows = y.numel() != m;
        if (byRows && y.numel() != n) throw d.sizes(x, y);
        for (int j = 0; j < (byRows ? m : n); j++) {
            r.add(new Columns(byRows ? row(x.toDoubles(), m, n, j) : column(x.toDoubles(), m, j), y.toDoubles()));
        }
        return r;
    }

    static boolean isLine(Numeric v) {
        return v.ndims() == 2 && (v.rows() == 1 || v.columns() == 1 || v.numel() == 0);
    }

    static double[] column(double[] v, int m, int j) {
        return java.util.Arrays.copyOfRange(v, j * m, (j + 1) * m);
    }

    static double[] row(double[] v, int m, int n, int i) {
        double[] r = new double[n];
        for (int j = 0; j < n; j++) r[j] = v[i + j * m];
        return r;
    }
}
