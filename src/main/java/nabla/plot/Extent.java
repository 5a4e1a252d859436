package nabla.plot;

/** The smallest and largest finite x, y, z and colour value of what axes show, with the smallest positive ones for logarithms. */
public final class Extent {
    /** Indices into {@link #low}, {@link #high} and {@link #positive}. */
    public static final int X = 0;

    public static final int Y = 1;
    public static final int Z = 2;
    public static final int C = 3;

    public final double[] low = {inf(), inf(), inf(), inf()};
    public final double[] high = {-inf(), -inf(), -inf(), -inf()};
    public final double[] positive = {inf(), inf(), inf(), inf()};

    private static double inf() {
        return Double.POSITIVE_INFINITY;
    }

    public void add(int k, double v) {
        if (v - v != 0) return;
        if (v < low[k]) low[k] = v;
        if (v > high[k]) high[k] = v;
        if (v > 0 && v < positive[k]) positive[k] = v;
    }

    public void add(int k, double[] values) {
        if (values == null) return;
        for (double v : values) add(k, v);
    }

    public boolean isEmpty(int k) {
        return low[k] > high[k];
    }

    /** Whether the other extent's values on axis k lie within this one's. */
    public boolean contains(Extent o, int k) {
        return o.isEmpty(k) || low[k] <= o.low[k] && o.high[k] <= high[k];
    }
}
