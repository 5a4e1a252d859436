package nabla.kernel;

/**
 * The natural logarithm and its kin, by a table of logarithms and a short polynomial (Tang 1990): x = 2^k·z, and with m/256 near 1/z,
 * ln x = k·ln 2 − ln(m/256) + ln(1 + r), where r = z·m/256 − 1 is exact and |r| ≤ 1/128. Every operation is exactly defined, so
 * the digits are the same on any machine.
 */
public final class Log {
    private static final int STEPS = 128;
    /** The bits of 11/16: z goes from there to 11/8. */
    private static final long FROM = 0x3fe6000000000000L;

    private static final long EXPONENT = 0xfffL << 52;
    private static final long LEAST_NORMAL = 0x0010000000000000L;
    private static final long INFINITY = 0x7ff0000000000000L;

    /** ln 2 in two parts; the first is so short that its products with k are exact. */
    private static final double LN2 = 0x1.62e42fefap-1;

    private static final double LN2_REST = 0x1.cf79abc9e3b3ap-40;
    private static final double LOG2E = 0x1.71547652b82fep0;

    /** At i: m/256. */
    private static final double[] INVERSE = new double[STEPS];
    /** At i: −ln(m/256) to the last place of k·ln 2. */
    private static final double[] LOG = new double[STEPS];
    /** At i: the rest of it. */
    private static final double[] REST = new double[STEPS];

    static {
        double[] logs = new double[2 * 373];
        // ln((m+1)/256) − ln(m/256) = 2·artanh(1/(2m+1)) = s + s³/12 + s⁵/80 + s⁷/448 + …, s = 2/(2m+1)
        for (int m = 256; m < 372; m++) step(logs, m, m + 1, 1);
        for (int m = 256; m > 186; m--) step(logs, m, m - 1, -1);
        for (int i = 0; i < STEPS; i++) {
            double from = Double.longBitsToDouble(FROM + ((long) i << 45));
            double to = Double.longBitsToDouble(FROM + ((long) i + 1 << 45));
            int m = from == 1 || to == 1 ? 256 : (int) Math.rint(512 / (from + to));
            INVERSE[i] = m / 256.0;
            LOG[i] = 0 - logs[2 * m];
            REST[i] = 0 - logs[2 * m + 1];
        }
    }

    private Log() {}

    private static void step(double[] logs, int m, int next, int sign) {
        double q = m + next;
        double s = 2 / q;
        double rest = Math.fma(-s, q, 2) / q + s * s * s * (1 / 12.0 + s * s * (1 / 80.0 + s * s / 448));
        double a = logs[2 * m];
        // to a multiple of 2⁻⁴², the last place of 2¹⁰
        double sum = a + sign * s;
        double high = (sum + 0x1.8p10) - 0x1.8p10;
        double lost = (a - high) + sign * s;
        logs[2 * next] = high;
        logs[2 * next + 1] = lost + (logs[2 * m + 1] + sign * rest);
    }

    /** ln x, within 0.52 ulp; NaN for negative x. */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (bits < LEAST_NORMAL || bits >= INFINITY) return special(x);
        return log(bits, 0);
    }

    private static double special(double x) {
        if (x == 0) return Double.NEGATIVE_INFINITY;
        if (x < 0) return Double.NaN;
        return x < Double.MIN_NORMAL ? log(Double.doubleToRawLongBits(x * 0x1p52), -52) : x;
    }

    private static double log(long bits, int shift) {
        long above = bits - FROM;
        int i = (int) (above >> 45) & STEPS - 1;
        double k = (int) (above >> 52) + shift;
        double z = Double.longBitsToDouble(bits - (above & EXPONENT));
        return log(Math.fma(z, INVERSE[i], -1), Math.fma(k, LN2, LOG[i]), Math.fma(k, LN2_REST, REST[i]));
    }

    /** whole + ln(1 + r) + rest, whole being 0 or much larger than r. */
    private static double log(double r, double whole, double rest) {
        double high = whole + r;
        double low = (whole - high) + r + rest;
        return high + Math.fma(r * r, curve(r), low);
    }

    /** (ln(1 + r) − r)/r². */
    private static double curve(double r) {
        double r2 = r * r;
        double a = Math.fma(r, 1 / 3.0, -1 / 2.0);
        double b = Math.fma(r, 1 / 5.0, -1 / 4.0);
        double c = Math.fma(r, 1 / 7.0, -1 / 6.0);
        return Math.fma(r2, Math.fma(r2, Math.fma(r2, -1 / 8.0, c), b), a);
    }

    /** log₂ x = k + ln(z)/ln 2, exact for powers of two, within 2 ulp. */
    public static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (bits < LEAST_NORMAL || bits >= INFINITY) return x > 0 && x < 1 ? log2(x * 0x1p52) - 52 : special(x);
        long above = bits - FROM;
        int i = (int) (above >> 45) & STEPS - 1;
        double z = Double.longBitsToDouble(bits - (above & EXPONENT));
        double r = Math.fma(z, INVERSE[i], -1);
        double high = LOG[i] + r;
        double low = (LOG[i] - high) + r + REST[i];
        return Math.fma(high + Math.fma(r * r, curve(r), low), LOG2E, (int) (above >> 52));
    }

    /** ln(1 + x), within 1 ulp: exact for small x. */
    public static double log1p(double x) {
        double u = 1 + x;
        if (!(u > 0 && u < Double.POSITIVE_INFINITY) || x == 0) return x == 0 ? x : log(u);
        double v = u - 1;
        double lost = (1 - (u - v)) + (x - v);
        return log(u) + lost / u;
    }
}
