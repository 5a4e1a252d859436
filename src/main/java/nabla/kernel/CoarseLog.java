package nabla.kernel;

/**
 * log₂ x for sums of many: exact for powers of two, and else with errors to 2⁻⁵² beside the last place, which buys speed. With a table of
 * 1/c and log₂ c for c in the middle of each step, log₂ x = log₂ c + log₂(1 + r), r = x/c − 1; of the table only the powers of two in use stay near
 * the processor.
 */
public final class CoarseLog {
    /** So many steps from one power of two to the next. */
    private static final int STEPS = 128;

    private static final int LEAST = -64;
    private static final int SIZE = -2 * LEAST * STEPS;
    /** The bits of half a step below 2⁻⁶⁴. */
    private static final long FROM = (1023L + LEAST << 52) - (1L << 44);

    private static final double LOG2E = 0x1.71547652b82fep0;
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private static final double[] INVERSE = new double[SIZE];
    private static final double[] LOG = new double[SIZE];

    static {
        for (int j = 0; j < STEPS; j++) {
            double inverse = STEPS / (double) (STEPS + j);
            double log = 0 - StrictMath.log(inverse) / StrictMath.log(2);
            for (int k = LEAST; k < -LEAST; k++) {
                INVERSE[(k - LEAST) * STEPS + j] = Math.scalb(inverse, -k);
                LOG[(k - LEAST) * STEPS + j] = k + log;
            }
        }
    }

    private CoarseLog() {}

    /** log₂ x. */
    public static double log2(double x) {
        int i = (int) (Double.doubleToRawLongBits(x) - FROM >> 45);
        if (i < 0 || i >= SIZE) return Log.log2(x);
        double r = Math.fma(x, INVERSE[i], -1);
        double r2 = r * r;
        double a = Math.fma(r, -LOG2E / 2, LOG2E);
        double b = Math.fma(r, -LOG2E / 4, LOG2E / 3);
        double c = Math.fma(r, -LOG2E / 6, LOG2E / 5);
        return Math.fma(r, Math.fma(r2, Math.fma(r2, c, b), a), LOG[i]);
    }

    /** ln x. */
    public static double log(double x) {
        return log2(x) * LN2;
    }
}
