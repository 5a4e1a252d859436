package nabla.library.sparse;

import static nabla.library.sparse.SparseOperations.*;

import java.util.Map;
import nabla.linalg.SparseMatrix;
import nabla.linalg.Triplets;
import nabla.value.Bool;
import nabla.value.Real;
import nabla.value.Value;

/** Sizes, counts, diagonals, triangles and other shapes of sparse matrices, and matrices joined. */
final class SparseShapes {
    private SparseShapes() {}

    static void define(Map<String, Operation> known) {
        known.put("size", SparseShapes::size);
        known.put("numel", (a, n) -> a.length == 1 ? number((double) a[0].rows() * a[0].columns()) : null);
        known.put("ndims", (a, n) -> number(2));
        known.put("rows", (a, n) -> number(a[0].rows()));
        known.put("columns", (a, n) -> number(a[0].columns()));
        known.put("length", (a, n) -> number(a[0].isEmpty() ? 0 : Math.max(a[0].rows(), a[0].columns())));
        known.put("isempty", (a, n) -> truth(a[0].isEmpty()));
        known.put("issquare", (a, n) -> truth(a[0].rows() == a[0].columns()));
        known.put("isscalar", (a, n) -> truth(a[0].rows() == 1 && a[0].columns() == 1));
        known.put("isvector", (a, n) -> truth((a[0].rows() == 1) != (a[0].columns() == 1) && !a[0].isEmpty()));
        known.put("isrow", (a, n) -> truth(a[0].rows() == 1));
        known.put("iscolumn", (a, n) -> truth(a[0].columns() == 1));
        known.put("ismatrix", (a, n) -> truth(true));
        known.put("nnz", (a, n) -> number(((Sparse) a[0]).matrix().count()));
        known.put("nonzeros", (a, n) -> one(Real.column(((Sparse) a[0]).matrix().values())));
        known.put("logical", (a, n) -> sparse(((Sparse) a[0]).matrix().map(x -> 1), true));
        known.put("find", SparseShapes::find);
        known.put("isequal", (a, n) -> a.length == 2 && a[0] instanceof Sparse x && a[1] instanceof Sparse y ? truth(same(x, y)) : null);
        known.put("diag", (a, n) -> a[0] instanceof Sparse s ? diagonal(s, offset(a)) : null);
        known.put("tril", (a, n) -> triangle(a, -1));
        known.put("triu", (a, n) -> triangle(a, 1));
        known.put("horzcat", (a, n) -> joined(a, true));
        known.put("vertcat", (a, n) -> joined(a, false));
        known.put("reshape", (a, n) -> reshaped(a));
    }

    private static Value[] number(double x) {
        return one(Real.of(x));
    }

    private static Value[] truth(boolean x) {
        return one(Bool.of(x));
    }

    private static Value[] size(Value[] a, int nargout) {
        if (!(a[0] instanceof Sparse s)) return null;
        if (a.length == 1 && nargout <= 1) return one(Real.row(s.rows(), s.columns()));
        if (a.length == 1 && nargout == 2) return new Value[] {Real.of(s.rows()), Real.of(s.columns())};
        if (a.length != 2 || !isNumber(a[1])) return null;
        double k = SparseOperations.number(a[1]);
        return k == 1 ? number(s.rows()) : k == 2 ? number(s.columns()) : k > 2 && k == Math.rint(k) ? number(1) : null;
    }

    private static Value[] find(Value[] a, int nargout) {
        if (a.length != 1) return null;
        Sparse s = (Sparse) a[0];
        int n = s.matrix().count();
        double[] i = new double[n];
        double[] j = new double[n];
        int[] k = {0};
        s.matrix().each((row, column, v) -> {
            i[k[0]] = row + 1;
            j[k[0]++] = column + 1;
        });
        if (nargout <= 1) {
            for (int p = 0; p < n; p++) i[p] += (j[p] - 1) * s.rows();
            return one(line(s, i));
        }
        double[] v = s.matrix().values();
        if (!s.logical()) return new Value[] {line(s, i), line(s, j), line(s, v)};
        boolean[] t = new boolean[n];
        java.util.Arrays.fill(t, true);
        return new Value[] {line(s, i), line(s, j), s.rows() == 1 ? new Bool(t, 1, n) : new Bool(t, n, 1)};
    }

    /** A row for a row, a column for anything else. */
    private static Real line(Sparse s, double[] x) {
        return s.rows() == 1 && s.columns() != 1 ? Real.row(x) : Real.column(x);
    }

    private static boolean same(Sparse x, Sparse y) {
        return sameSize(x, y) && x.matrix().merge(y.matrix(), (p, q) -> p == q ? 0 : 1).count() == 0;
    }

    /** The second argument as the number of a diagonal, NaN when it is none. */
    private static double offset(Value[] a) {
        return a.length == 1 ? 0 : a.length == 2 && isNumber(a[1]) ? Math.rint(SparseOperations.number(a[1])) : Double.NaN;
    }

    private static Value[] diagonal(Sparse s, double offset) {
        if (Double.isNaN(offset) || Math.abs(offset) > 1e9) return null;
        int k = (int) offset;
        Triplets t = new Triplets();
        if (s.rows() == 1 || s.columns() == 1) {
            int n = s.rows() * s.columns() + Math.abs(k);
            s.matrix().each((i, j, v) -> t.add(i + j + Math.max(0, -k), i + j + Math.max(0, k), v));
            return sparse(t.matrix(n, n), s.logical());
        }
        int n = Math.max(0, Math.min(s.rows() + Math.min(0, k), s.columns() - Math.max(0, k)));
        s.matrix().each((i, j, v) -> {
            if (j - i == k) t.add(Math.min(i, j), 0, v);
        });
        return sparse(t.matrix(n, 1), s.logical());
    }

    private static Value[] triangle(Value[] a, int side) {
        double k = offset(a);
        if (!(a[0] instanceof Sparse s) || Double.isNaN(k)) return null;
        Triplets t = new Triplets();
        s.matrix().each((i, j, v) -> {
            if (side * (j - i - k) >= 0) t.add(i, j, v);
        });
        return sparse(t.matrix(s.rows(), s.columns()), s.logical());
    }

    /** Matrices side by side or one above the other; empty 0×0 ones are left out. */
    private static Value[] joined(Value[] parts, boolean beside) {
        Triplets t = new Triplets();
        int along = 0;
        int across = -1;
        boolean logical = true;
        for (Value v : parts) {
            Sparse s = Sparse.of(v);
            if (s == null) return null;
            if (s.rows() == 0 && s.columns() == 0) continue;
            int width = beside ? s.rows() : s.columns();
            if (across >= 0 && width != across) return null;
            across = width;
            logical &= s.logical();
            int from = along;
            s.matrix().each((i, j, x) -> t.add(beside ? i : i + from, beside ? j + from : j, x));
            along += beside ? s.columns() : s.rows();
        }
        across = Math.max(0, across);
        SparseMatrix m = beside ? t.matrix(across, along) : t.matrix(along, across);
        return sparse(m, logical);
    }

    private static Value[] reshaped(Value[] a) {
        if (!(a[0] instanceof Sparse s)) return null;
        double[] d = a.length == 2 && a[1] instanceof Real r && r.numel() == 2 ? r.toDoubles()
                : a.length == 3 && isNumber(a[1]) && isNumber(a[2]) ? new double[] {SparseOperations.number(a[1]), SparseOperations.number(a[2])} : null;
        if (d == null || d[0] * d[1] != (double) s.rows() * s.columns() || d[0] > Integer.MAX_VALUE || d[1] > Integer.MAX_VALUE) return null;
        return sparse(SparseParts.reshaped(s.matrix(), (int) d[0], (int) d[1]), s.logical());
    }
}
