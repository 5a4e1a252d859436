package nabla.value;

/**
 * What a variable holds.
 *
 * <p>A value is immutable to everyone who can read it. Writing goes through its only holder: {@code x(i) = v} changes the value
 * in place while {@link #shared()} is false, and works on a copy otherwise. Whoever stores a value in a second place (another
 * variable, a cell, a field, a captured variable) calls {@link #share()} first; the mark is never taken off. Values computed
 * afresh are not shared.
 */
public abstract class Value {
    private boolean shared;

    /** True once a second holder may exist: do not write in place. */
    public final boolean shared() {
        return shared;
    }

    /** Marks that a second holder exists from now on. */
    public final void share() {
        shared = true;
    }

    /** The sizes, at least two of them, no trailing ones beyond the second. Not to be changed. */
    public abstract int[] dims();

    /** The class's name in the language: {@code double}, {@code cell}, … */
    public abstract String className();

    /** The number of elements. */
    public int numel() {
        return Dims.count(dims());
    }

    public final int rows() {
        return dims()[0];
    }

    public final int columns() {
        return dims()[1];
    }

    public final int ndims() {
        return dims().length;
    }

    public final boolean isEmpty() {
        return numel() == 0;
    }

    public final boolean isScalar() {
        return numel() == 1;
    }

    /** 1×n or n×1, n ≥ 1, as {@code isvector} has it. */
    public final boolean isVector() {
        int[] d = dims();
        return d.length == 2 && (d[0] == 1 || d[1] == 1) && d[0] >= 1 && d[1] >= 1;
    }

    /** Whether {@code if} takes the branch: no element zero and at least one element. */
    public abstract boolean isTrue();
}
