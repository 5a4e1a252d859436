package nabla.kernel;

/**
 * ln x = exponent·ln 2 + {@link #fraction} of a positive normal number, for sums of many: half the price of {@link Log#log}, errors to 2⁻⁵²
 * beside the last place, and its two parts apart, so that logarithms of powers of two to base 2 are exact.
 */
public final class CoarseLog {
    private static final int STEPS = 1024;
    /** The bits of 11/16: the fraction is a logarithm between it and 11/8. */
    private static final long FROM = 0x3fe6000000000000L;

    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final long EXPONENT = 0xfffL << 52;

    /** At i: m/2048, near 1/z for the i-th part of the range. */
    private static final double[] INVERSE = new double[STEPS];
    /** At i: −ln(m/2048). */
    private static final double[] LOG = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            double from = Double.longBitsToDouble(FROM + ((long) i << 42));
            double to = Double.longBitsToDouble(FROM + ((long) i + 1 << 42));
            double m = from == 1 || to == 1 ? 2048 : Math.rint(4096 / (from + to));
            INVERSE[i] = m / 2048;
            LOG[i] = 0 - StrictMath.log(INVERSE[i]);
        }
    }

    private CoarseLog() {}

    /** What the others take: the bits of x above those of 11/16. */
    public static long above(double x) {
        return Double.doubleToRawLongBits(x) - FROM;
    }

    /** k of x = 2^k·z, where z is between 11/16 and 11/8. */
    public static int exponent(long above) {
        return (int) (above >> 52);
    }

    /** ln z. */
    public static double fraction(long above) {
        int i = (int) (above >> 42) & STEPS - 1;
        double z = Double.longBitsToDouble(FROM + (above & ~EXPONENT));
        double r = Math.fma(z, INVERSE[i], -1);
        double r2 = r * r;
        return LOG[i] + Math.fma(r2, Math.fma(r2, -1 / 4.0, Math.fma(r, 1 / 3.0, -1 / 2.0)), r);
    }

    /** ln x. */
    public static double log(double x) {
        long above = above(x);
        return Math.fma(exponent(above), LN2, fraction(above));
    }
}
