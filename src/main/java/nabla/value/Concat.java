package nabla.value;

import java.util.Arrays;

/** Joining arrays: {@code [a, b]}, {@code [a; b]}, {@code cat(dim, …)}. */
public final class Concat {
    private Concat() {}

    /** {@code [a, b, …]}. */
    public static Value horizontal(Value[] parts) {
        return join(1, parts, "horizontal dimensions mismatch (%s vs %s)", "строки разной высоты (%s и %s)");
    }

    /** {@code [a; b; …]}; strings of different lengths are padded with blanks. */
    public static Value vertical(Value[] parts) {
        return join(0, allChars(parts) ? padded(parts) : parts, "vertical dimensions mismatch (%s vs %s)",
                "строки разной ширины (%s и %s)");
    }

    /** {@code [a, b; c, d]}: where any part is a cell, every other part becomes an element of one. */
    public static Value matrix(Value[][] rows) {
        boolean cell = false;
        for (Value[] row : rows) for (Value v : row) cell |= v instanceof Cell;
        Value[] joined = new Value[rows.length];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = horizontal(cell ? ConcatClass.unify(withCell(rows[i])) : rows[i]);
        }
        return joined.length == 1 ? joined[0] : vertical(joined);
    }

    private static Value[] withCell(Value[] row) {
        Value[] r = Arrays.copyOf(row, row.length + 1);
        r[row.length] = new Cell(new Value[0], 0, 0);
        return r;
    }

    /** {@code cat(dim, …)}, the dimension counted from 0. */
    public static Value along(int dim, Value[] parts) {
        if (dim < 0) throw Failure.of("cat: DIM must be a valid dimension", "cat: измерение DIM должно быть не меньше 1");
        return join(dim, parts, null, null);
    }

    private static Value join(int dim, Value[] parts, String en, String ru) {
        if (parts.length == 0) return Real.empty();
        if (parts.length == 1 && parts[0] instanceof Array a) {
            a.share();
            return a instanceof Numeric n ? n.plain() : a;
        }
        if (scalars(parts)) return row(parts, dim);
        Overloaded o = Overloaded.among(parts);
        if (o != null && !anyCell(parts)) return overloaded(o, dim, parts);
        Array[] p = ConcatClass.unify(parts);
        int[] d = {0, 0};
        for (Array a : p) {
            int[] next = joined(d, a.dims(), dim, en != null);
            if (next == null) {
                if (en != null) throw Failure.of(en, ru, Dims.text(d), Dims.text(a.dims()));
                throw Failure.of("cat: dimension mismatch", "cat: размеры %s и %s не согласованы", Dims.text(d), Dims.text(a.dims()));
            }
            d = next;
        }
        return filled(p, Dims.normal(d), dim);
    }

    private static boolean anyCell(Value[] parts) {
        for (Value v : parts) if (v instanceof Cell) return true;
        return false;
    }

    private static Value overloaded(Overloaded o, int dim, Value[] parts) {
        if (parts.length == 1) return o;
        if (dim == 1) return o.call("horzcat", (v, n) -> new Value[] {horizontal(v)}, parts, 1)[0];
        if (dim == 0) return o.call("vertcat", (v, n) -> new Value[] {vertical(v)}, parts, 1)[0];
        Value[] all = new Value[parts.length + 1];
        all[0] = Real.of(dim + 1);
        System.arraycopy(parts, 0, all, 1, parts.length);
        return o.call("cat", (v, n) -> new Value[] {along(dim, Arrays.copyOfRange(v, 1, v.length))}, all, 1)[0];
    }

    private static boolean scalars(Value[] parts) {
        for (Value v : parts) if (!(v instanceof Real r) || r.isSingle() || r.numel() != 1) return false;
        return true;
    }

    private static Real row(Value[] parts, int dim) {
        double[] r = new double[parts.length];
        for (int i = 0; i < r.length; i++) r[i] = ((Real) parts[i]).re(0);
        int[] d = new int[Math.max(2, dim + 1)];
        Arrays.fill(d, 1);
        d[dim] = r.length;
        return new Real(r, Dims.normal(d));
    }

    /** The sizes after joining, null when they do not fit. Brackets also pass over 1×0 and 0×1. */
    private static int[] joined(int[] a, int[] b, int dim, boolean brackets) {
        int n = Math.max(Math.max(a.length, b.length), dim + 1);
        boolean fits = true;
        for (int k = 0; k < n; k++) fits &= k == dim || Dims.at(a, k) == Dims.at(b, k);
        if (fits) {
            int[] r = new int[n];
            for (int k = 0; k < n; k++) r[k] = Dims.at(a, k) + (k == dim ? Dims.at(b, k) : 0);
            return Dims.normal(r);
        }
        if (isNothing(a)) return b;
        if (isNothing(b)) return a;
        if (!brackets || a.length > 2 || b.length > 2) return null;
        if (b[0] + b[1] == 1) return a[0] + a[1] == 1 ? new int[] {0, 0} : a;
        return a[0] + a[1] == 1 ? b : null;
    }

    private static boolean isNothing(int[] d) {
        return d.length == 2 && d[0] == 0 && d[1] == 0;
    }

    private static Array filled(Array[] parts, int[] d, int dim) {
        Array r = parts[0].blank(d);
        int inner = 1;
        for (int k = 0; k < dim; k++) inner *= Dims.at(d, k);
        int stride = inner * Dims.at(d, dim);
        int offset = 0;
        for (Array a : parts) {
            int n = a.numel();
            if (n == 0) continue;
            int block = inner * Dims.at(a.dims(), dim);
            if (r instanceof Real x && a instanceof Real y) {
                for (int i = 0, to = offset; i < n; i += block, to += stride) {
                    System.arraycopy(y.data(), i, x.data(), to, block);
                }
            } else {
                for (int i = 0, to = offset; i < n; i += block, to += stride) {
                    for (int j = 0; j < block; j++) r.set(to + j, a, i + j);
                }
            }
            offset += block;
        }
        return r;
    }

    private static boolean allChars(Value[] parts) {
        for (Value v : parts) if (!(v instanceof Char) || v.ndims() > 2) return false;
        return true;
    }

    private static Value[] padded(Value[] parts) {
        int width = 0;
        for (Value v : parts) width = Math.max(width, v.columns());
        Value[] r = parts.clone();
        for (int i = 0; i < r.length; i++) {
            Char c = (Char) parts[i];
            int n = c.columns();
            if (n == width || c.isEmpty()) continue;
            char[] x = Arrays.copyOf(c.data(), c.rows() * width);
            Arrays.fill(x, c.numel(), x.length, ' ');
            r[i] = new Char(x, c.doubleQuoted(), c.rows(), width);
        }
        return r;
    }
}
