package nabla.plot;

/** From where to where each ruler of axes goes: what the program set, or what the data need. */
public final class Limits {
    private Limits() {}

    /**
     * The limits of axis k (see {@link Extent}), low before high.
     *
     * @param most the number of steps a ruler of this length has at most
     */
    public static double[] of(Axes a, int k, int most) {
        Axis axis = a.axis(k);
        Extent e = a.extent();
        double[] set = axis.limits;
        if (set != null && isFinite(set[0]) && isFinite(set[1])) return set;
        double[] r = fromData(a, e, k, most);
        if (set != null) {
            if (isFinite(set[0])) r = new double[] {set[0], Math.max(r[1], set[0] + 1e-12 + Math.abs(set[0]) * 1e-9)};
            if (isFinite(set[1])) r = new double[] {Math.min(r[0], set[1] - 1e-12 - Math.abs(set[1]) * 1e-9), set[1]};
        }
        return r;
    }

    private static boolean isFinite(double v) {
        return v - v == 0;
    }

    private static double[] fromData(Axes a, Extent e, int k, int most) {
        if (e.isEmpty(k))
            return a.axis(k).log ? new double[] {1, 10} : k == Extent.Z ? new double[] {-1, 1} : new double[] {0, 1};
        if (a.axis(k).log) return logarithmic(a, e, k);
        if (e.low[k] == e.high[k]) return Ticks.around(e.low[k]);
        if (a.tight) return new double[] {e.low[k], e.high[k]};
        Extent close = closely(a, k);
        return close != null ? new double[] {close.low[k], close.high[k]} : Ticks.round(e.low[k], e.high[k], most);
    }

    private static double[] logarithmic(Axes a, Extent e, int k) {
        if (e.positive[k] == Double.POSITIVE_INFINITY) return new double[] {0.1, 1};
        double high = Math.max(e.high[k], e.positive[k]);
        if (a.tight && e.positive[k] < high) return new double[] {e.positive[k], high};
        return Ticks.roundLog(e.positive[k], high);
    }

    /** The extent of the item that fills the plane, wants no margin and holds all the others; null when there is none. */
    private static Extent closely(Axes a, int k) {
        if (k == Extent.Z) return null;
        Extent all = new Extent();
        for (Item i : a.items) if (i.visible) i.core(all);
        for (Item i : a.items) {
            if (!i.visible || !i.fitsClosely()) continue;
            Extent own = new Extent();
            i.extent(own);
            if (own.contains(all, k)) return own;
        }
        return null;
    }

    /** The values at the two ends of the colormap. */
    public static double[] colors(Axes a) {
        if (a.colorLimits != null) return a.colorLimits;
        Extent e = a.extent();
        if (e.isEmpty(Extent.C)) return new double[] {0, 1};
        double low = e.low[Extent.C];
        double high = e.high[Extent.C];
        return low < high ? new double[] {low, high} : Ticks.around(low);
    }
}
