package nabla.window;

import nabla.plot.Axis;
import nabla.plot.Ticks;

/** Values along one axis to pixels: {@code low} lies at {@code from}, {@code high} at {@code to}. */
record Ruler(double low, double high, boolean log, double from, double to) {
    private static final double FAR = 1e5;

    static Ruler of(Axis axis, double[] limits, double from, double to) {
        double low = axis.log ? Math.log10(limits[0] > 0 ? limits[0] : limits[1] / 1e3) : limits[0];
        double high = axis.log ? Math.log10(limits[1]) : limits[1];
        return axis.reverse ? new Ruler(low, high, axis.log, to, from) : new Ruler(low, high, axis.log, from, to);
    }

    /** The pixel, held within a range that AWT copes with; NaN where the value has no place (log of what is not positive). */
    double at(double v) {
        double t = log ? v > 0 ? Math.log10(v) : Double.NaN : v;
        double p = from + (to - from) * (t - low) / (high - low);
        return p > FAR ? FAR : p < -FAR ? -FAR : p;
    }

    /** The value at a pixel. */
    double value(double pixel) {
        double t = low + (high - low) * (pixel - from) / (to - from);
        return log ? Math.pow(10, t) : t;
    }

    /** Where it is marked: the program's places, or at most so many round ones. */
    Ticks ticks(Axis axis, int most) {
        if (axis.ticks != null) return Ticks.given(axis.ticks, axis.tickLabels);
        Ticks t = log ? Ticks.log(Math.pow(10, low), Math.pow(10, high), most) : Ticks.linear(low, high, most);
        return axis.tickLabels == null ? t : Ticks.given(t.at(), axis.tickLabels);
    }

    boolean shows(double v) {
        double a = Math.min(from, to) - 0.5;
        double b = Math.max(from, to) + 0.5;
        double p = at(v);
        return p >= a && p <= b;
    }
}
