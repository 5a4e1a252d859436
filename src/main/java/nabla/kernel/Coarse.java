package nabla.kernel;

/**
 * log₂ x and e^x for sums of many: within 3 ulp (powers of two exactly), by polynomials without tables, so that {@link Vectors} can do the
 * same operations on several numbers at once and find the same digits. The coefficients are minimax fits: of log₂((1 + s)/(1 − s))/s in s² for
 * √½ ≤ (1 + s)/(1 − s) ≤ √2 with relative error 1.7e-16, and of (e^r − 1 − r)/r² for |r| ≤ (ln 2)/2 with an error of 4e-18 in e^r.
 */
public final class Coarse {
    /** The bits of √½. */
    static final long ROOT = 0x3fe6a09e667f3bcdL;

    static final long MANTISSA = (1L << 52) - 1;
    /** Added to a small whole number, it gives a double that holds it in its last bits. */
    static final double ROUND = 0x1.8p52;

    static final long ROUND_BITS = 0x4338000000000000L;

    static final double L0 = 0x1.71547652b82ffp+1;
    static final double L1 = 0x1.ec709dc39c9ddp-1;
    static final double L2 = 0x1.2776c516aa3aap-1;
    static final double L3 = 0x1.a6175675e1f84p-2;
    static final double L4 = 0x1.484fac7b7d423p-2;
    static final double L5 = 0x1.0bb7b2030816bp-2;
    static final double L6 = 0x1.f185ec3de443bp-3;

    static final double LOG2E = 0x1.71547652b82fep0;
    /** −ln 2 in two parts; the first is so short that its products with exponents are exact. */
    static final double LESS_LN2 = -0x1.62e42fefap-1;

    static final double LESS_LN2_REST = -0x1.cf79abc9e3b3ap-40;

    static final double E2 = 0x1.000000000000ap-1;
    static final double E3 = 0x1.55555555554fap-3;
    static final double E4 = 0x1.5555555550885p-5;
    static final double E5 = 0x1.1111111127bdep-7;
    static final double E6 = 0x1.6c16c18428111p-10;
    static final double E7 = 0x1.a01a012a54324p-13;
    static final double E8 = 0x1.a0199a11e2e5fp-16;
    static final double E9 = 0x1.71df25669f462p-19;
    static final double E10 = 0x1.28ad6dc909063p-22;
    static final double E11 = 0x1.ad7f3d4a1ed61p-26;

    /** Within ± this, e^x is a normal number. */
    static final double NEAR = 708;
    /** Below this it is 0. */
    static final double LOWEST = -746;

    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private Coarse() {}

    /** log₂ x. */
    public static double log2(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE ? normalLog2(x) : Log.log2(x);
    }

    /** ln x. */
    public static double log(double x) {
        return log2(x) * LN2;
    }

    /** log₂ x of a normal number x > 0, and some finite number for 0 and those between. With x = 2^k·m, s = (m − 1)/(m + 1): k + log₂ m. */
    static double normalLog2(double x) {
        long b = Double.doubleToRawLongBits(x) - ROOT;
        double k = Double.longBitsToDouble((b >> 52) + ROUND_BITS) - ROUND;
        double m = Double.longBitsToDouble((b & MANTISSA) + ROOT);
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double q = Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, L6, L5), L4), L3), L2), L1), L0);
        return Math.fma(s, q, k);
    }

    /** e^x = 2^k·e^r, r = x − k·ln 2. */
    public static double exp(double x) {
        if (!(Math.abs(x) < NEAR)) return Exp.exp(x);
        double t = Math.fma(x, LOG2E, ROUND);
        double k = t - ROUND;
        double r = Math.fma(k, LESS_LN2_REST, Math.fma(k, LESS_LN2, x));
        double rr = r * r;
        double q = Math.fma(rr, Math.fma(rr, Math.fma(r, E11, E10), Math.fma(r, E9, E8)), Math.fma(r, E7, E6));
        q = Math.fma(rr, Math.fma(rr, q, Math.fma(r, E5, E4)), Math.fma(r, E3, E2));
        double power = Math.fma(rr, q, r) + 1;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(power) + (Double.doubleToRawLongBits(t) << 52));
    }
}
