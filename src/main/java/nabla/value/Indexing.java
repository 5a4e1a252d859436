package nabla.value;

/** Reading, writing and deleting the elements of arrays that indices name. */
public final class Indexing {
    private Indexing() {}

    /**
     * {@code a(indices)}.
     *
     * @param name of the variable, for errors; null when it has none
     */
    public static Array get(Array a, Value[] indices, String name) {
        int total = indices.length;
        if (total == 0) {
            a.share();
            return a;
        }
        if (a instanceof Real x && total <= 2) {
            Real r = scalar(x, indices);
            if (r != null) return r;
        }
        Index[] ix = read(indices, name);
        if (total == 1) return linear(a, ix[0], name);
        int[] d = fold(a.dims(), total);
        int[] lengths = new int[total];
        for (int k = 0; k < total; k++) {
            if (ix[k].extent() > d[k]) throw Index.outOfBound(ix[k].extent(), k, total, name, d[k], a.dims());
            lengths[k] = ix[k].length(d[k]);
        }
        if (a instanceof Real x && total == 2) return x.part(ix[0], ix[1], d[0], lengths);
        return a.gather(positions(ix, lengths, d), Dims.normal(lengths));
    }

    /** One element of a real array, when the indices are scalars within it. */
    private static Real scalar(Real a, Value[] indices) {
        double i = number(indices[0]);
        if (indices.length == 1) return a.has(i) ? new Real(a.isSingle(), new double[] {a.at(i)}, 1, 1) : null;
        double j = number(indices[1]);
        int m = a.rows();
        if (a.ndims() > 2 || !(i >= 1 && i <= m && i == (int) i) || !(j >= 1 && j <= a.columns() && j == (int) j)) return null;
        return new Real(a.isSingle(), new double[] {a.at(i + (j - 1) * m)}, 1, 1);
    }

    private static double number(Value v) {
        return v instanceof Real r && r.numel() == 1 ? r.re(0) : Double.NaN;
    }

    static Index[] read(Value[] indices, String name) {
        Index[] ix = new Index[indices.length];
        for (int k = 0; k < ix.length; k++) ix[k] = Index.of(indices[k], k, ix.length, name);
        return ix;
    }

    private static Array linear(Array a, Index ix, String name) {
        int n = a.numel();
        if (ix.isColon()) return a.reshape(n, 1);
        if (ix.extent() > n) throw Index.outOfBound(ix.extent(), 0, 1, name, n, a.dims());
        int[] shape = shape(a.dims(), n, ix);
        return a instanceof Real x && ix.contiguous(n) ? x.piece(ix, shape) : a.gather(ix.positions(n), shape);
    }

    /** A vector indexed gives a vector of its own direction when the index is one too; else the index gives the sizes. */
    private static int[] shape(int[] source, int n, Index ix) {
        int[] d = ix.dims();
        if (n == 1 || d.length != 2 || d[0] != 1 && d[1] != 1) return d;
        int length = ix.length(n);
        if (source.length == 2) {
            if (source[1] == 1) return Dims.of(length, 1);
            return source[0] == 1 ? Dims.of(1, length) : d;
        }
        int[] r = source.clone();
        int k = Dims.firstNonSingleton(source);
        for (int i = 0; i < r.length; i++) if (i != k && r[i] != 1) return d;
        r[k] = length;
        return Dims.normal(r);
    }

    /** The sizes as that many indices see them: the last one takes all dimensions that are left. */
    static int[] fold(int[] dims, int total) {
        int[] d = new int[total];
        for (int k = 0; k < total; k++) d[k] = Dims.at(dims, k);
        for (int k = total; k < dims.length; k++) d[total - 1] *= dims[k];
        return d;
    }

    /** The positions (from 0, column by column) in an array of these sizes that the indices name, within its bounds. */
    public static int[] positions(int[] dims, Value[] indices) {
        Index[] ix = read(indices, null);
        int[] d = fold(dims, ix.length);
        if (ix.length == 1) return ix[0].positions(d[0]);
        int[] lengths = new int[ix.length];
        for (int k = 0; k < lengths.length; k++) lengths[k] = ix[k].length(d[k]);
        return positions(ix, lengths, d);
    }

    /** The positions in an array of sizes d that the indices name, first index fastest. */
    static int[] positions(Index[] ix, int[] lengths, int[] d) {
        int n = Dims.count(lengths);
        int[] p = new int[n];
        if (n == 0) return p;
        int[] first = ix[0].positions(d[0]);
        int m = first.length;
        int[] at = new int[lengths.length];
        for (int i = 0; i < n; i += m) {
            int base = 0;
            for (int k = at.length - 1; k > 0; k--) base = base * d[k] + ix[k].at(at[k]);
            base *= d[0];
            for (int j = 0; j < m; j++) p[i + j] = base + first[j];
            for (int k = 1; k < at.length && ++at[k] == lengths[k]; k++) at[k] = 0;
        }
        return p;
    }

    /**
     * {@code target(indices) = rhs}: in place when nobody shares the target and class and sizes allow, else in a new array. The target
     * grows as needed; null is a variable that does not exist yet.
     */
    public static Array assign(Array target, Value[] indices, Value rhs) {
        return Assignment.assign(target, indices, rhs, null);
    }

    /** The same with the variable's name for errors. */
    public static Array assign(Array target, Value[] indices, Value rhs, String name) {
        return Assignment.assign(target, indices, rhs, name);
    }

    /** {@code target(indices) = []}. */
    public static Array delete(Array target, Value[] indices) {
        return Deletion.delete(target, indices, null);
    }

    /** The same with the variable's name for errors. */
    public static Array delete(Array target, Value[] indices, String name) {
        return Deletion.delete(target, indices, name);
    }
}
