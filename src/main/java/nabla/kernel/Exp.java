package nabla.kernel;

/**
 * The exponential function and its kin, by a table of powers of two and a short polynomial (Tang 1989): x = (k/128)·ln 2 + r gives
 * e^x = 2^(k/128)·e^r with |r| ≤ ln 2/256. Every operation is exactly defined, so the digits are the same on any machine.
 */
public final class Exp {
    /** So many steps from one power of two to the next. */
    private static final int STEPS = 128;

    private static final double STEPS_BY_LN2 = 0x1.71547652b82fep7;
    /** (ln 2)/128 in two parts; the first is so short that its products with k are exact. */
    private static final double STEP = 0x1.62e42fefap-8;

    private static final double STEP_REST = 0x1.cf79abc9e3b3ap-47;
    /** Added, it leaves no room for a fraction: the last bits are then the nearest whole number. */
    private static final double ROUND = 0x1.8p52;

    /** Within ± this no intermediate result overflows or becomes subnormal. */
    private static final double NEAR = 708;
    /** Above the first e^x is infinite, below the second zero. */
    private static final double HIGHEST = 710;

    private static final double LOWEST = -746;

    /** From here on tanh x rounds to 1. */
    private static final double FLAT = 22;

    /** At i: 2^(i/128). */
    private static final double[] POWER = new double[STEPS];
    /** At i: what is missing to 2^(i/128), relative to it. */
    private static final double[] REST = new double[STEPS];

    static {
        double root = 0x1.0163da9fb3335p0;
        double rootRest = 0x1.b61299ab8cdb7p-54;
        double p = 1;
        double rest = 0;
        for (int i = 0; i < STEPS; i++) {
            POWER[i] = p;
            REST[i] = rest / p;
            double next = p * root;
            double lost = Math.fma(p, root, -next) + (p * rootRest + rest * root);
            p = next + lost;
            rest = lost - (p - next);
        }
    }

    private Exp() {}

    /** e^x, within 0.51 ulp. */
    public static double exp(double x) {
        return Math.abs(x) < NEAR ? power(x, 0) : far(x);
    }

    /** e^x/2^shift. */
    private static double power(double x, int shift) {
        double t = Math.fma(x, STEPS_BY_LN2, ROUND);
        double n = t - ROUND;
        long k = Double.doubleToRawLongBits(t);
        int i = (int) k & STEPS - 1;
        double r = Math.fma(-n, STEP_REST, Math.fma(-n, STEP, x));
        double power = scaled(POWER[i], (k >> 7) - shift);
        return Math.fma(power, REST[i] + Math.fma(r * r, bend(r), r), power);
    }

    /** p·2^k, of k the last twelve bits. */
    private static double scaled(double p, long k) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(p) + (k << 52));
    }

    /** (e^r − 1 − r)/r². */
    private static double bend(double r) {
        double r2 = r * r;
        double even = Math.fma(r, 1 / 6.0, 1 / 2.0);
        double next = Math.fma(r2, 1 / 720.0, Math.fma(r, 1 / 120.0, 1 / 24.0));
        return Math.fma(r2, next, even);
    }

    /** Where the last product overflows, or rounds to what is left below the normal numbers. */
    private static double far(double x) {
        if (x != x) return x;
        if (x > HIGHEST) return Double.POSITIVE_INFINITY;
        if (x < LOWEST) return 0;
        return x > 0 ? power(x, 9) * 0x1p9 : power(x, -128) * 0x1p-128;
    }

    /** e^x − 1, within 1 ulp: exact for small x. */
    public static double expm1(double x) {
        if (!(Math.abs(x) < NEAR)) return far(x) - 1;
        double t = Math.fma(x, STEPS_BY_LN2, ROUND);
        double n = t - ROUND;
        if (n == 0) return x == 0 ? x : Math.fma(x * x, bend(x), x);
        double far = Math.fma(-n, STEP, x);
        double r = Math.fma(-n, STEP_REST, far);
        long k = Double.doubleToRawLongBits(t);
        int i = (int) k & STEPS - 1;
        return growth(r, Math.fma(-n, STEP_REST, far - r), scaled(POWER[i], k >> 7), REST[i]);
    }

    /** power·(1 + powerRest)·e^(r + rRest) − 1. */
    private static double growth(double r, double rRest, double power, double powerRest) {
        double above = power - 1;
        double first = power * r;
        double sum = above + first;
        double low = (above - sum) + first + Math.fma(power, r, -first);
        return sum + Math.fma(power, Math.fma(powerRest, r, powerRest) + Math.fma(r * r, bend(r), rRest), low);
    }

    /** The hyperbolic tangent (e^2x − 1)/(e^2x + 1), within 2 ulp. */
    public static double tanh(double x) {
        double a = Math.abs(x);
        if (!(a < FLAT)) return x != x ? x : Math.copySign(1, x);
        double e = expm1(2 * a);
        return Math.copySign(e / (e + 2), x);
    }
}
