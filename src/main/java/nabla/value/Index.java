package nabla.value;

/** An index as positions from 0; all of them for a colon. */
public final class Index {
    /** The magic colon as a value; the string {@code ':'} means the same. */
    public static final Value COLON = colonValue();
    /** The index that takes all. */
    public static final Index ALL = new Index(null, null, 0);

    private static final int SHOWN_NEIGHBOURS = 5;

    private final int[] positions;
    private final int[] dims;
    private final long extent;

    private Index(int[] positions, int[] dims, long extent) {
        this.positions = positions;
        this.dims = dims;
        this.extent = extent;
    }

    private static Value colonValue() {
        Char c = Char.of(":");
        c.share();
        return c;
    }

    public static boolean isColon(Value v) {
        return v == COLON || v instanceof Char c && c.numel() == 1 && c.data()[0] == ':';
    }

    /**
     * The index that a value means.
     *
     * @param place which of {@code total} indices it is, from 0, for errors
     * @param name of the variable indexed, null when it has none
     */
    public static Index of(Value v, int place, int total, String name) {
        if (isColon(v)) return ALL;
        if (v instanceof Bool b) return mask(b);
        if (v instanceof Overloaded o) return of(o.index(), place, total, name);
        if (!(v instanceof Numeric n)) throw bad("<" + Types.describe(v) + ">", place, total, name);
        if (n.isComplex()) throw complex(n, place, total, name);
        int count = n.numel();
        int[] p = new int[count];
        long extent = 0;
        for (int i = 0; i < count; i++) {
            double x = n.re(i);
            if (!(x >= 1) || x != Math.rint(x) || x >= 0x1p63) throw bad(text(x), place, total, name);
            if (x > extent) extent = (long) x;
            p[i] = (int) x - 1;
        }
        return new Index(p, n.dims(), extent);
    }

    private static Index mask(Bool b) {
        boolean[] m = b.data();
        int count = 0;
        for (boolean x : m) if (x) count++;
        int[] p = new int[count];
        int extent = 0;
        for (int i = 0, k = 0; i < m.length; i++) {
            if (!m[i]) continue;
            p[k++] = i;
            extent = i + 1;
        }
        if (m.length == 1) return new Index(p, Dims.of(count, count), extent);
        boolean row = b.ndims() == 2 && b.rows() == 1;
        return new Index(p, row ? Dims.of(1, count) : Dims.of(count, 1), extent);
    }

    /** The index of these positions, from 0. */
    static Index at(int[] positions) {
        int extent = 0;
        for (int p : positions) extent = Math.max(extent, p + 1);
        return new Index(positions, Dims.of(1, positions.length), extent);
    }

    public boolean isColon() {
        return positions == null;
    }

    /** How many positions, of a dimension of that size. */
    int length(int size) {
        return positions == null ? size : positions.length;
    }

    /** Position i (from 0). */
    int at(int i) {
        return positions == null ? i : positions[i];
    }

    /** The positions in a dimension of that size, not to be changed. */
    public int[] positions(int size) {
        if (positions != null) return positions;
        int[] p = new int[size];
        for (int i = 0; i < size; i++) p[i] = i;
        return p;
    }

    /** The sizes of the index itself; those of a mask are its chosen positions as a row or column. */
    int[] dims() {
        return dims;
    }

    /** Whether the positions in a dimension of that size follow one another, so that they are one piece. */
    boolean contiguous(int size) {
        if (positions == null) return true;
        int n = positions.length;
        if (n == 0 || positions[n - 1] - positions[0] != n - 1) return n == 0;
        for (int i = 1; i < n; i++) if (positions[i] != positions[0] + i) return false;
        return true;
    }

    /** The largest position, from 1. */
    public long extent() {
        return extent;
    }

    /** The largest position as the size that a dimension of this size must grow to. */
    public int grown(int size) {
        if (extent > Integer.MAX_VALUE - 8) throw Dims.tooLarge(Dims.of(1, Integer.MAX_VALUE));
        return Math.max(size, (int) extent);
    }

    /** Fails when a position passes the end of a dimension of that size, the one of {@code total} at that place. */
    public void within(int size, int place, int total, String name, int[] dims) {
        if (extent > size) throw outOfBound(extent, place, total, name, size, dims);
    }

    private static Failure complex(Numeric n, int place, int total, String name) {
        String value = text(n.re(0)) + (n.im(0) < 0 ? "" : "+") + text(n.im(0)) + "i";
        return Failure.of(
                        "%s: subscripts must be real (forgot to initialize i or j?)",
                        "%s: индекс должен быть вещественным (забыли задать i или j?)",
                        where(value, place, total, name))
                .id("Octave:invalid-index");
    }

    private static Failure bad(String value, int place, int total, String name) {
        return Failure.of(
                        "%s: subscripts must be either integers 1 to (2^63)-1 or logicals",
                        "%s: индексы — целые от 1 до (2^63)-1 или логические",
                        where(value, place, total, name))
                .id("Octave:invalid-index");
    }

    /** The error that an index passes the end of what it indexes. */
    static Failure outOfBound(long index, int place, int total, String name, int bound, int[] dims) {
        return Failure.of(
                        "%s: out of bound %d (dimensions are %s)",
                        "%s: за границей %d (размеры %s)",
                        where(Long.toString(index), place, total, name),
                        bound,
                        Dims.text(dims))
                .id("Octave:index-out-of-bounds");
    }

    /** {@code x(_,3)}: the index among blanks for the others, which are counted when they are many. */
    private static String where(String value, int place, int total, String name) {
        return (name == null || name.isEmpty() ? "index " : name) + "(" + blanks(place, true) + value
                + blanks(total - place - 1, false) + ")";
    }

    private static String blanks(int n, boolean before) {
        if (n >= SHOWN_NEIGHBOURS - (before ? 1 : 0)) return "...[x" + n + "]...";
        return (before ? "_," : ",_").repeat(Math.max(n, 0));
    }

    private static String text(double x) {
        if (x != x) return "nan";
        if (Double.isInfinite(x)) return x > 0 ? "inf" : "-inf";
        if (x == Math.rint(x) && Math.abs(x) < 1e15) return Long.toString((long) x);
        String s = new java.math.BigDecimal(x).round(new java.math.MathContext(6)).stripTrailingZeros().toString();
        return s.replace("E", "e");
    }
}
