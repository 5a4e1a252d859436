package nabla.library.sparse;

import java.util.Locale;
import nabla.linalg.SparseMatrix;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Display;
import nabla.value.Format;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/**
 * A sparse matrix of doubles or truth values, as {@code sparse} makes it. Where {@link SparseOperations} know how, an operation works
 * on the elements that are kept; anything else is done with the full matrix, so that every function gives the right values.
 */
public final class Sparse extends Overloaded {
    private final SparseMatrix matrix;
    private final boolean logical;

    Sparse(SparseMatrix matrix, boolean logical) {
        this.matrix = matrix;
        this.logical = logical;
    }

    /** The value as a sparse matrix where it is real and has two dimensions, null elsewhere. */
    static Sparse of(Value v) {
        if (v instanceof Sparse s) return s;
        if (!(v instanceof Real || v instanceof Bool) || v.ndims() > 2) return null;
        return new Sparse(SparseMatrix.of(((Numeric) v).toDoubles(), v.rows(), v.columns()), v instanceof Bool);
    }

    SparseMatrix matrix() {
        return matrix;
    }

    boolean logical() {
        return logical;
    }

    @Override
    public Value[] call(String function, Callable plain, Value[] arguments, int nargout) {
        Value[] r = SparseOperations.apply(function, plain, arguments, nargout);
        if (r != null) return r;
        Value[] full = arguments.clone();
        for (int k = 0; k < full.length; k++) if (full[k] instanceof Sparse s) full[k] = s.primal();
        r = Overloaded.invoke(function, plain, full, nargout);
        Sparse first = r.length > 0 && SparseOperations.staysSparse(function, arguments) ? Sparse.of(r[0]) : null;
        if (first == null) return r;
        r = r.clone();
        r[0] = first;
        return r;
    }

    /** The full matrix. */
    @Override
    public Value primal() {
        double[] full = matrix.full();
        if (!logical) return new Real(full, dims());
        boolean[] t = new boolean[full.length];
        for (int k = 0; k < t.length; k++) t[k] = full[k] != 0;
        return new Bool(t, dims());
    }

    @Override
    public int[] dims() {
        return new int[] {matrix.rows(), matrix.columns()};
    }

    /** The number of elements, zeros included; the largest integer where there are more. */
    @Override
    public int numel() {
        return (int) Math.min(Integer.MAX_VALUE, (long) matrix.rows() * matrix.columns());
    }

    @Override
    public String className() {
        return logical ? "logical" : "double";
    }

    @Override
    public boolean isTrue() {
        return matrix.count() > 0 && matrix.count() == (long) matrix.rows() * matrix.columns();
    }

    /** As Octave shows it: what it is, and a line for each element that is kept. */
    @Override
    public String shown(Format format) {
        StringBuilder r = new StringBuilder("Compressed Column Sparse (rows = ")
                .append(matrix.rows()).append(", cols = ").append(matrix.columns()).append(", nnz = ").append(matrix.count());
        double size = (double) matrix.rows() * matrix.columns();
        if (size > 0) r.append(" [").append(percent(100 * matrix.count() / size)).append("%]");
        r.append(")\n\n");
        matrix.each((i, j, v) -> r.append("  (").append(i + 1).append(", ").append(j + 1).append(") -> ")
                .append(Display.plain(logical ? Bool.of(v != 0) : Real.of(v), format)));
        return r.toString();
    }

    /** A share in two digits, more of them next to 100. */
    private static String percent(double p) {
        int digits = p == 100 || p > 99 && p <= 99.9 ? 3 : p > 99.9 ? 4 : 2;
        double shown = Math.min(p, p < 100 ? 99.99 : 100);
        String r = String.format(Locale.ROOT, "%." + (digits - 1) + "e", shown);
        int exponent = Integer.parseInt(r.substring(r.indexOf('e') + 1));
        if (exponent < -4) return r.replaceAll("\\.?0+e", "e");
        return new java.math.BigDecimal(r).stripTrailingZeros().toPlainString();
    }
}
