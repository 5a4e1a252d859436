package nabla.value;

/** What decides the layout of numbers: the largest and smallest magnitude among the finite ones, and of which kinds there are. */
final class Span {
    /** Beyond it doubles are whole without meaning it. */
    private static final double WHOLE = 0x1p53;

    private double most = -1;
    private double least = -1;
    private boolean whole = true;
    private boolean nearlyWhole = true;
    boolean special;

    void add(double x) {
        double m = Math.abs(x);
        if (!(m <= Double.MAX_VALUE)) {
            special = true;
            return;
        }
        if (most < 0 || m > most) most = m;
        if (least < 0 || m < least) least = m;
        if (whole && m != Math.rint(m)) whole = false;
        if (nearlyWhole && (float) m != Math.floor((float) m + 0.5f)) nearlyWhole = false;
    }

    static Span of(double[] x) {
        Span s = new Span();
        for (double v : x) s.add(v);
        return s;
    }

    /** Digits before the point of the largest number. */
    int upper() {
        return Decimal.magnitude(Math.max(most, 0));
    }

    /** Digits before the point of the smallest number. */
    int lower() {
        return Decimal.magnitude(Math.max(least, 0));
    }

    /** Whether the numbers print as integers: one when it is whole, those of a matrix when they are after rounding to single precision. */
    boolean countable(boolean alone) {
        return (whole || !alone && nearlyWhole) && most <= WHOLE;
    }

    /** Digits that stand before the point. */
    static int before(int magnitude) {
        return Math.max(magnitude, 1);
    }

    /** Digits after the point that show the precision for a number of this magnitude. */
    static int after(int magnitude, int precision) {
        if (magnitude == 0) return precision > 1 ? precision - 1 : precision;
        return precision > magnitude ? precision - magnitude : precision;
    }
}
