package nabla.value;

import java.math.BigDecimal;

/** Integers of one of the eight classes, kept in longs (uint64 as unsigned bits). */
public final class Ints extends Numeric {
    private final IntType type;
    private final long[] data;

    public Ints(IntType type, long[] data, int... dims) {
        super(dims);
        this.type = type;
        this.data = data;
    }

    public static Ints of(IntType type, double x) {
        return new Ints(type, new long[] {type.saturate(x)}, 1, 1);
    }

    public IntType type() {
        return type;
    }

    /** The elements; the internal array, not to be changed. */
    public long[] data() {
        return data;
    }

    @Override
    public double re(int i) {
        return type.toDouble(data[i]);
    }

    @Override
    public BigDecimal exact(int i) {
        return new BigDecimal(type.exact(data[i]));
    }

    /** Whether a double would round some of the elements. */
    public boolean isWide() {
        if (type.bits < 64) return false;
        for (long v : data) if (v > 1L << 53 || v < (type.signed ? -1L << 53 : 0)) return true;
        return false;
    }

    @Override
    public String className() {
        return type.label;
    }

    @Override
    public Ints blank(int... dims) {
        return new Ints(type, new long[Dims.count(dims)], dims);
    }

    @Override
    public Ints gather(int[] positions, int[] dims) {
        long[] r = new long[positions.length];
        for (int k = 0; k < r.length; k++) r[k] = data[positions[k]];
        return new Ints(type, r, dims);
    }

    @Override
    public void set(int at, Array source, int from) {
        data[at] = ((Ints) source).data[from];
    }

    @Override
    public Ints reshape(int... dims) {
        share();
        Ints r = new Ints(type, data, dims);
        r.share();
        return r;
    }

    @Override
    public Ints copy() {
        return new Ints(type, data.clone(), dims());
    }
}
