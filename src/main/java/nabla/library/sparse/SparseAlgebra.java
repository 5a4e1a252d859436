package nabla.library.sparse;

import static nabla.library.sparse.SparseOperations.*;

import java.util.Map;
import nabla.linalg.SparseMatrix;
import nabla.linalg.SparseSolver;
import nabla.value.Char;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Products, quotients, sums, extremes and norms of sparse matrices. */
final class SparseAlgebra {
    private SparseAlgebra() {}

    static void define(Map<String, Operation> known) {
        known.put("transpose", (a, n) -> sparse(((Sparse) a[0]).matrix().transpose(), ((Sparse) a[0]).logical()));
        known.put("ctranspose", known.get("transpose"));
        known.put("mtimes", (a, n) -> product(a[0], a[1]));
        known.put("mrdivide", (a, n) -> isNumber(a[1]) ? known.get("rdivide").apply(a, n) : null);
        known.put("mldivide", (a, n) -> isNumber(a[0]) ? known.get("rdivide").apply(new Value[] {a[1], a[0]}, n) : solution(a[0], a[1]));
        known.put("sum", (a, n) -> sums(a, false));
        known.put("sumsq", (a, n) -> sums(a, true));
        known.put("any", (a, n) -> counted(a, false));
        known.put("all", (a, n) -> counted(a, true));
        known.put("max", (a, n) -> extremes(a, n, 1));
        known.put("min", (a, n) -> extremes(a, n, -1));
        known.put("norm", (a, n) -> norm(a));
    }

    private static Value[] product(Value a, Value b) {
        if (isNumber(a) && b instanceof Sparse s) return mapped(s, x -> number(a) * x, false);
        if (isNumber(b) && a instanceof Sparse s) return mapped(s, x -> x * number(b), false);
        if (a.columns() != b.rows()) return null;
        if (a instanceof Sparse x && b instanceof Sparse y) return sparse(x.matrix().times(y.matrix()), false);
        if (a instanceof Sparse x && isFull(b)) {
            return one(new Real(x.matrix().times(((Numeric) b).toDoubles(), b.columns()), x.rows(), b.columns()));
        }
        if (b instanceof Sparse y && isFull(a)) {
            return one(new Real(y.matrix().leftTimes(((Numeric) a).toDoubles(), a.rows()), a.rows(), y.columns()));
        }
        return null;
    }

    /** A\b for a square sparse A that is far enough from singular. */
    private static Value[] solution(Value a, Value b) {
        if (!(a instanceof Sparse s) || s.rows() != s.columns() || b.rows() != s.rows() || s.isEmpty()) return null;
        if (!(b instanceof Sparse) && !isFull(b)) return null;
        SparseSolver solver = SparseSolver.of(s.matrix());
        if (solver == null) return null;
        double[] right = b instanceof Sparse t ? t.matrix().full() : ((Numeric) b).toDoubles();
        Real x = new Real(solver.solve(right, b.columns()), s.rows(), b.columns());
        return one(b instanceof Sparse ? Sparse.of(x) : x);
    }

    /** The dimension along which a function works: the given one, or the first that isn't 1; 0 where it is none of the two. */
    private static int dimension(Sparse s, Value[] a, int place) {
        if (a.length <= place) return s.rows() == 1 ? 2 : 1;
        if (a.length > place + 1 || !isNumber(a[place])) return 0;
        double d = number(a[place]);
        return d == 1 ? 1 : d == 2 ? 2 : 0;
    }

    private static Value[] sums(Value[] a, boolean squares) {
        if (!(a[0] instanceof Sparse s)) return null;
        int d = dimension(s, a, 1);
        if (d == 0) return null;
        double[] r = new double[d == 1 ? s.columns() : s.rows()];
        s.matrix().each((i, j, v) -> r[d == 1 ? j : i] += squares ? v * v : v);
        return sparse(line(r, d), false);
    }

    /** Whether an element, or each of them, is kept along the dimension. */
    private static Value[] counted(Value[] a, boolean each) {
        if (!(a[0] instanceof Sparse s)) return null;
        int d = dimension(s, a, 1);
        if (d == 0 || s.isEmpty()) return null;
        double[] r = new double[d == 1 ? s.columns() : s.rows()];
        s.matrix().each((i, j, v) -> r[d == 1 ? j : i]++);
        int least = !each ? 1 : d == 1 ? s.rows() : s.columns();
        for (int k = 0; k < r.length; k++) r[k] = r[k] >= least ? 1 : 0;
        return sparse(line(r, d), true);
    }

    /** The greatest or least elements along a dimension, zeros that aren't kept among them. */
    private static Value[] extremes(Value[] a, int nargout, int sign) {
        if (nargout > 1 || a.length == 2 || !(a[0] instanceof Sparse s) || s.isEmpty()) return null;
        int d = dimension(s, a, 2);
        if (d == 0 || a.length > 1 && !a[1].isEmpty()) return null;
        int n = d == 1 ? s.columns() : s.rows();
        int length = d == 1 ? s.rows() : s.columns();
        double[] r = new double[n];
        int[] kept = new int[n];
        int[] numbers = new int[n];
        s.matrix().each((i, j, v) -> {
            int k = d == 1 ? j : i;
            kept[k]++;
            if (!Double.isNaN(v)) r[k] = numbers[k]++ == 0 ? v : sign * Math.max(sign * r[k], sign * v);
        });
        for (int k = 0; k < n; k++) {
            if (kept[k] < length) r[k] = numbers[k] == 0 ? 0 : sign * Math.max(sign * r[k], 0);
            else if (numbers[k] == 0) r[k] = Double.NaN;
        }
        return sparse(line(r, d), false);
    }

    private static SparseMatrix line(double[] r, int dimension) {
        return SparseMatrix.of(r, dimension == 1 ? 1 : r.length, dimension == 1 ? r.length : 1);
    }

    /** The norms that need no singular values: 1, Inf, 'fro', and those of vectors. */
    private static Value[] norm(Value[] a) {
        if (!(a[0] instanceof Sparse s)) return null;
        boolean vector = s.rows() == 1 || s.columns() == 1;
        String kind = a.length == 1 ? "2" : a[1] instanceof Char c ? c.text() : isNumber(a[1]) ? Real.of(number(a[1])).re(0) + "" : "";
        if (kind.equals("fro") || vector && (kind.equals("2") || kind.equals("2.0"))) {
            return one(Real.of(vectorNorm(s.matrix().values())));
        }
        if (vector || a.length != 2) return null;
        boolean columns = kind.equals("1.0");
        if (!columns && !kind.equals("Infinity") && !kind.equalsIgnoreCase("inf")) return null;
        double[] r = new double[columns ? s.columns() : s.rows()];
        s.matrix().each((i, j, v) -> r[columns ? j : i] += Math.abs(v));
        double greatest = 0;
        for (double x : r) greatest = Math.max(greatest, x);
        return one(Real.of(greatest));
    }

    private static double vectorNorm(double[] v) {
        double scale = 0;
        for (double x : v) scale = Math.max(scale, Math.abs(x));
        if (scale == 0 || Double.isInfinite(scale)) return scale;
        double sum = 0;
        for (double x : v) sum += x / scale * (x / scale);
        return scale * Math.sqrt(sum);
    }
}
