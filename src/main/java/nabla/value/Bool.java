package nabla.value;

/** Truth values, the class {@code logical}. */
public final class Bool extends Numeric {
    public static final Bool TRUE = constant(true);
    public static final Bool FALSE = constant(false);

    private final boolean[] data;

    public Bool(boolean[] data, int... dims) {
        super(dims);
        this.data = data;
    }

    private static Bool constant(boolean b) {
        Bool r = new Bool(new boolean[] {b}, 1, 1);
        r.share();
        return r;
    }

    public static Bool of(boolean b) {
        return b ? TRUE : FALSE;
    }

    /** The elements; the internal array, not to be changed. */
    public boolean[] data() {
        return data;
    }

    @Override
    public double re(int i) {
        return data[i] ? 1 : 0;
    }

    @Override
    public String className() {
        return "logical";
    }

    @Override
    public Bool blank(int... dims) {
        return new Bool(new boolean[Dims.count(dims)], dims);
    }

    @Override
    public Bool gather(int[] positions, int[] dims) {
        boolean[] r = new boolean[positions.length];
        for (int k = 0; k < r.length; k++) r[k] = data[positions[k]];
        return new Bool(r, dims);
    }

    @Override
    public void set(int at, Array source, int from) {
        data[at] = ((Bool) source).data[from];
    }

    @Override
    public Bool reshape(int... dims) {
        share();
        Bool r = new Bool(data, dims);
        r.share();
        return r;
    }

    @Override
    public Bool copy() {
        return new Bool(data.clone(), dims());
    }
}
