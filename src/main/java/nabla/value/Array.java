package nabla.value;

import java.util.Arrays;

/**
 * Elements of one class in column-major order. Indexing, assignment, deletion, reshaping and concatenation are written once,
 * over the few moves declared here; each kind of array says how it moves its elements.
 */
public abstract class Array extends Value {
    private int[] dims;

    protected Array(int[] dims) {
        this.dims = dims;
    }

    @Override
    public final int[] dims() {
        return dims;
    }

    /** For growth in place, by the subclass alone. */
    protected final void setDims(int[] dims) {
        this.dims = dims;
    }

    /** A new array of this class (and precision, fields, …) whose elements all hold the default: 0, false, NUL, []. */
    public abstract Array blank(int... dims);

    /** A new array: element k is this array's element positions[k] (from 0). */
    public abstract Array gather(int[] positions, int[] dims);

    /** Writes in place: this array's element {@code at} becomes element {@code from} of {@code source}, an array of the same kind. */
    public abstract void set(int at, Array source, int from);

    /** The same elements under other sizes. The two may hold the same memory, so both are marked shared. */
    public abstract Array reshape(int... dims);

    /** A copy that nobody shares. */
    public Array copy() {
        Array c = blank(dims);
        for (int i = 0, n = numel(); i < n; i++) c.set(i, this, i);
        return c;
    }

    /** One element as a scalar of the same class. */
    public Array element(int i) {
        return gather(new int[] {i}, new int[] {1, 1});
    }

    /** A copy enlarged to the sizes, each at least as large as now, padded with the default. */
    public Array resize(int... to) {
        if (Arrays.equals(to, dims)) return copy();
        Array r = blank(to);
        int n = numel();
        if (n == 0) return r;
        if (growsAtEnd(to)) {
            for (int i = 0; i < n; i++) r.set(i, this, i);
            return r;
        }
        int[] d = Arrays.copyOf(dims, to.length);
        for (int k = dims.length; k < to.length; k++) d[k] = 1;
        int[] at = new int[to.length];
        for (int i = 0; i < n; i++) {
            int target = 0;
            for (int k = to.length - 1; k >= 0; k--) target = target * to[k] + at[k];
            r.set(target, this, i);
            for (int k = 0; k < at.length && ++at[k] == d[k]; k++) at[k] = 0;
        }
        return r;
    }

    /** Whether all sizes but the last stay, so that no element moves. */
    private boolean growsAtEnd(int[] to) {
        for (int k = 0; k < to.length - 1; k++) if (to[k] != Dims.at(dims, k)) return false;
        return to.length >= dims.length;
    }
}
