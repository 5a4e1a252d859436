package nabla.value;

/** A number as a fraction of small integers, by its continued fraction, no longer than a given number of characters. */
public final class Fraction {
    private static final int MOST = Integer.MAX_VALUE;

    private Fraction() {}

    /** The best convergent of x that fits in the length: {@code 355/113}; whole numbers stand alone, 1/0 is infinite. */
    public static String text(double x, int length) {
        if (x != x) return "0/0";
        if (Double.isInfinite(x)) return x > 0 ? "1/0" : "-1/0";
        if (x == Math.rint(x) || Math.abs(x) >= MOST) return Decimal.fixed(Math.rint(x), 0);
        double n = Math.rint(x);
        double d = 1;
        double previousN = 1;
        double previousD = 0;
        double rest = x - n;
        String best = Decimal.fixed(n + 0.0, 0);
        while (true) {
            double flipped = 1 / rest;
            double step = Math.rint(flipped);
            if (Math.abs(flipped) > MOST) break;
            rest = flipped - step;
            double nextN = n * step + previousN;
            double nextD = d * step + previousD;
            previousN = n;
            previousD = d;
            n = nextN;
            d = nextD;
            if (Math.abs(n) > MOST || Math.abs(d) > MOST) break;
            String s = d < 0 ? whole(-n) + "/" + whole(-d) : whole(n) + "/" + whole(d);
            if (s.length() > length) break;
            best = s;
        }
        return best;
    }

    private static String whole(double x) {
        return Long.toString((long) x);
    }
}
