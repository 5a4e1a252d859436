package nabla.value;

import java.util.Arrays;

/** {@code target(indices) = rhs}: sizes, growth and moves; {@link Promotion} decides the class. */
final class Assignment {
    private Assignment() {}

    static Array assign(Array target, Value[] indices, Value rhs, String name) {
        if (indices.length == 0) throw Failure.of("invalid empty index list", "нужен хотя бы один индекс");
        if (target instanceof Real x && rhs instanceof Real y && x != y && scalar(x, indices, y)) return x;
        if (target instanceof Cell c && appends(c, indices, rhs)) return c;
        Index[] ix = Indexing.read(indices, name);
        Promotion p = Promotion.of(target, rhs, target != null && grows(target, ix));
        Array t = p.target();
        Array r = p.rhs();
        Array result = ix.length == 1 ? linear(t, ix[0], r) : many(t, ix, r);
        return result instanceof Complex z ? z.narrow() : result;
    }

    /** Whether the indices name elements that the array does not have yet. */
    private static boolean grows(Array a, Index[] ix) {
        int[] d = Indexing.fold(a.dims(), ix.length);
        for (int k = 0; k < d.length; k++) if (ix[k].extent() > d[k]) return true;
        return false;
    }

    /** x(i) = y and x(i,j) = y on real numbers in place; false when it takes more than that. */
    private static boolean scalar(Real x, Value[] indices, Real y) {
        if (x.shared() || y.numel() != 1 || y.isSingle() != x.isSingle() || indices.length > 2) return false;
        double i = number(indices[0]);
        if (indices.length == 2) {
            double j = number(indices[1]);
            int m = x.rows();
            if (x.ndims() > 2 || !(i >= 1 && i <= m && j >= 1 && j <= x.columns()) || i != (int) i || j != (int) j) return false;
            i += (j - 1) * m;
        }
        if (x.has(i)) {
            x.put(i, y.re(0));
            return true;
        }
        boolean vector = x.ndims() == 2 && (x.rows() == 1 || x.columns() == 1 && x.rows() > 2 || x.rows() == 0 && x.columns() == 0);
        if (indices.length == 2 || !vector || i != x.numel() + 1) return false;
        x.append(y.re(0));
        return true;
    }

    /** c(end+1) = {v} in place; false when it takes more than that. */
    private static boolean appends(Cell c, Value[] indices, Value rhs) {
        if (c.shared() || indices.length != 1 || c == rhs || number(indices[0]) != c.numel() + 1) return false;
        boolean vector = c.ndims() == 2 && (c.rows() <= 1 && (c.rows() == 1 || c.columns() == 0) || c.columns() == 1);
        if (!vector) return false;
        Value v = rhs instanceof Cell r ? r.numel() == 1 ? r.get(0) : null : rhs;
        if (v == null) return false;
        c.append(v);
        return true;
    }

    private static double number(Value v) {
        return v instanceof Real r && r.numel() == 1 ? r.re(0) : Double.NaN;
    }

    private static Array linear(Array t, Index ix, Array rhs) {
        int n = t.numel();
        int count = ix.length(n);
        int m = rhs.numel();
        if (m != 1 && m != count) throw Operator.nonconformant("=", Dims.of(count, 1), rhs.dims());
        if (ix.isColon() && m == 1 || ix.extent() <= n) t = writable(t, rhs);
        else t = t.resize(grown(t.dims(), ix));
        if (t instanceof Real x && m == count && ix.contiguous(n)) {
            x.setPiece(ix, (Real) rhs);
            return t;
        }
        int step = m == 1 ? 0 : 1;
        for (int i = 0; i < count; i++) t.set(ix.at(i), rhs, i * step);
        return t;
    }

    private static int[] grown(int[] d, Index ix) {
        int n = ix.grown(0);
        if (d.length == 2 && d[0] <= 1) return Dims.of(1, n);
        if (d.length == 2 && d[1] == 1) return Dims.of(n, 1);
        throw ambiguous();
    }

    private static Failure ambiguous() {
        return Failure.of(
                        "Invalid resizing operation or ambiguous assignment to an out-of-bounds array element",
                        "так массив не расширить: элемент за границей, а размеры неоднозначны")
                .id("Octave:invalid-resize");
    }

    /** The array itself when nobody else holds it, its copy otherwise. */
    private static Array writable(Array t, Array rhs) {
        return t.shared() || t == rhs ? t.copy() : t;
    }

    private static Array many(Array t, Index[] ix, Array rhs) {
        int total = ix.length;
        int[] d = Indexing.fold(t.dims(), total);
        if (allZero(t.dims())) d = fromColons(d, ix, rhs.dims());
        int[] lengths = new int[total];
        int[] to = new int[total];
        for (int k = 0; k < total; k++) {
            lengths[k] = ix[k].length(d[k]);
            to[k] = ix[k].grown(d[k]);
        }
        boolean fill = rhs.numel() == 1;
        if (!fill && !Arrays.equals(trimmed(lengths), trimmed(rhs.dims()))) {
            if (Dims.count(lengths) == 0 && rhs.isEmpty()) return t;
            throw mismatch(lengths, rhs.dims());
        }
        if (Arrays.equals(to, Indexing.fold(t.dims(), total))) t = writable(t, rhs);
        else if (t.ndims() > total) throw ambiguous();
        else t = t.resize(Dims.normal(to));
        if (t instanceof Real x && total == 2 && !fill) {
            x.setPart(ix[0], ix[1], to[0], (Real) rhs);
            return t;
        }
        int[] p = Indexing.positions(ix, lengths, to);
        int step = fill ? 0 : 1;
        for (int i = 0; i < p.length; i++) t.set(p[i], rhs, i * step);
        return t;
    }

    private static boolean allZero(int[] d) {
        for (int x : d) if (x != 0) return false;
        return true;
    }

    /**
     * For a target of no size at all: what its colons stand for. All the sizes of the right side belong to the indices that are not
     * scalars, where there are as many of those; else the sizes that are not 1 do.
     */
    private static int[] fromColons(int[] d, Index[] ix, int[] rhs) {
        int[] r = d.clone();
        int many = 0;
        for (Index i : ix) if (i.isColon() || i.length(0) != 1) many++;
        boolean colons = Arrays.stream(ix).allMatch(Index::isColon) && rhs.length <= ix.length;
        int[] sizes = colons || many == rhs.length ? rhs : trimmed(rhs);
        for (int k = 0, j = 0; k < r.length; k++) {
            boolean colon = ix[k].isColon();
            if (colon) r[k] = j < sizes.length ? sizes[j] : 1;
            if (colon || ix[k].length(0) != 1) j++;
        }
        return r;
    }

    private static int[] trimmed(int[] d) {
        int n = 0;
        for (int x : d) if (x != 1) n++;
        int[] r = new int[n];
        n = 0;
        for (int x : d) if (x != 1) r[n++] = x;
        return r;
    }

    private static Failure mismatch(int[] lengths, int[] rhs) {
        if (lengths.length == 2) return Operator.nonconformant("=", lengths, rhs);
        return Operator.nonconformant("=", Dims.normal(lengths), Dims.normal(trimmed(rhs)));
    }
}
