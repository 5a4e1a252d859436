package nabla.engine;

import java.util.Arrays;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** What generated code does with a variable known to hold real numbers: an array, or a scalar, whose reference is null. */
public final class Reals {
    private Reals() {}

    // ---- elements, by one-based indices --------------------------------------------------------------------------------

    public static double element(double d, Value r, double i, String name) {
        return r instanceof Real x && x.has(i) ? x.at(i) : other(d, r, name, Real.of(i));
    }

    public static double element(double d, Value r, double i, double j, String name) {
        return r instanceof Real x && x.has(i, j) ? x.at(i, j) : other(d, r, name, Real.of(i), Real.of(j));
    }

    private static double other(double d, Value r, String name, Value... indices) {
        return Ops.number(Indices.paren(null, Ops.box(d, r, name), indices, name));
    }

    /** x(i) = v; the variable's new value. */
    public static Value store(double d, Value r, double i, double v, String name) {
        return Ops.put(r, i, v) ? r : Ops.assign(Ops.result(d, r), new Value[] {Real.of(i)}, Real.of(v), name);
    }

    /** x(i, j) = v; the variable's new value. */
    public static Value store(double d, Value r, double i, double j, double v, String name) {
        return Ops.put(r, i, j, v) ? r : Ops.assign(Ops.result(d, r), new Value[] {Real.of(i), Real.of(j)}, Real.of(v), name);
    }

    /** The array, copied where another may hold it. */
    public static Value own(Value r) {
        return isOwn(r) || !(r instanceof Real x) ? r : x.copy();
    }

    /** Where an array that keeps its size would have to grow. */
    public static void outside(String name) {
        throw Failure.of("%s: an index lies outside", "%s: индекс вне границ", name);
    }

    // ---- slices ------------------------------------------------------------------------------------------------------

    /** x(from:to); null when the general way is needed. */
    public static Value slice(Value v, double from, double to) {
        int n = length(v, from, to);
        if (n == 0) return null;
        return v.columns() == 1 ? ((Real) v).slice((int) from - 1, n, 1) : ((Real) v).slice((int) from - 1, 1, n);
    }

    /** x(from:to) = the number, or the vector when there is one, in place; false when the general assignment is needed. */
    public static boolean fill(Value v, double from, double to, double number, Value vector) {
        int n = length(v, from, to);
        if (n == 0 || v.shared()) return false;
        double[] x = ((Real) v).data();
        int first = (int) from - 1;
        if (vector == null) {
            Arrays.fill(x, first, first + n, number);
            return true;
        }
        boolean fits = vector instanceof Real y && !y.isSingle() && y.numel() == n && y.ndims() == 2 && (y.rows() == 1 || y.columns() == 1);
        if (fits) System.arraycopy(((Real) vector).data(), 0, x, first, n);
        return fits;
    }

    /** How many elements a range of indices names in a double matrix; 0 when it does not lie inside. */
    private static int length(Value v, double from, double to) {
        int a = (int) from;
        int b = (int) to;
        boolean inside = a == from && b == to && a >= 1 && a <= b && v instanceof Real x && b <= x.numel() && x.ndims() == 2 && !x.isSingle();
        return inside ? b - a + 1 : 0;
    }

    // ---- sizes -------------------------------------------------------------------------------------------------------

    public static double numel(Value r) {
        return r == null ? 1 : r.numel();
    }

    public static double length(Value r) {
        if (r == null) return 1;
        int most = 0;
        for (int d : r.dims()) most = Math.max(most, d);
        return r.isEmpty() ? 0 : most;
    }

    public static double rows(Value r) {
        return r == null ? 1 : r.rows();
    }

    public static double columns(Value r) {
        return r == null ? 1 : r.columns();
    }

    public static double ndims(Value r) {
        return r == null ? 2 : r.ndims();
    }

    public static double size(Value r, int dimension) {
        return r == null ? 1 : Dims.at(r.dims(), dimension - 1);
    }

    // ---- new arrays --------------------------------------------------------------------------------------------------

    /** zeros(size(x)). */
    public static Value zeros(Value r) {
        return r == null ? Real.of(0) : Real.zeros(r.dims());
    }

    /** zeros(m, n). */
    public static Value zeros(Frame frame, double m, double n) {
        if (m == (int) m && n == (int) n && m >= 0 && n >= 0 && m * n < 1 << 20) return Real.zeros((int) m, (int) n);
        return frame.engine.standard("zeros").call(new Value[] {Real.of(m), Real.of(n)}, 1)[0];
    }

    // ---- views: see Views --------------------------------------------------------------------------------------------

    private static final double[] NONE = {};

    /** The array's numbers, none where it has spare room or is no double array. */
    public static double[] numbers(Value r) {
        return r instanceof Real x && !x.isSingle() && x.isExact() ? x.data() : NONE;
    }

    /** Whether no other holder may see them. */
    public static boolean isOwn(Value r) {
        return r != null && !r.shared();
    }

    /** The rows of a matrix whose {@link #numbers} are there, 0 for anything else. */
    public static int rowCount(Value r) {
        return numbers(r).length > 0 && r.ndims() == 2 ? r.rows() : 0;
    }

    public static int columnCount(Value r) {
        return numbers(r).length > 0 && r.ndims() == 2 ? r.columns() : 0;
    }
}
