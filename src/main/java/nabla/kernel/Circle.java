package nabla.kernel;

/**
 * Sine and cosine without branches, by a table of the circle: x = k·π/64 + r gives sin x = sin(kπ/64)·cos r + cos(kπ/64)·sin r with
 * |r| ≤ π/128 (Gal and Bachelis 1991 build theirs alike). Every operation is exactly defined, so the digits are the same on any
 * machine; where x is beyond ±2¹⁵, or within k·2⁻³⁰ of a zero other than 0, StrictMath answers.
 */
public final class Circle {
    private static final int STEPS = 128;
    private static final int HALF = STEPS / 2;
    private static final int QUARTER = STEPS / 4;
    private static final double STEPS_BY_TURN = 0x1.45f306dc9c883p4;
    /** π/64 in three parts; the first two are so short that their products with k are exact. */
    private static final double STEP = 0x1.921fb54400000p-5;

    private static final double STEP_NEXT = 0x1.0b4611a600000p-39;
    private static final double STEP_REST = 0x1.3198a2e037073p-74;
    private static final double ROUND = 0x1.8p52;
    private static final double LARGE = 0x1p15;
    private static final double SMALL = 0x1p-27;
    private static final double CLOSE = 0x1p-30;

    /** At i: sin(iπ/64). */
    private static final double[] SIN = new double[STEPS];
    /** At i: the rest of it. */
    private static final double[] SIN_REST = new double[STEPS];

    static {
        // one turn by π/64 after the other up to π/4, in numbers of twice the length; the rest by symmetry
        double[] cos = {0x1.ff621e3796d7ep-1, -0x1.c57bc2e24aa15p-57};
        double[] sin = {0x1.91f65f10dd814p-5, -0x1.912bd0d569a9p-61};
        double[] c = {1, 0};
        double[] s = {0, 0};
        for (int i = 0; i <= QUARTER / 2; i++) {
            put(i, s);
            put(QUARTER - i, c);
            double[] next = sum(product(s, cos), product(c, sin));
            c = sum(product(c, cos), product(new double[] {-s[0], -s[1]}, sin));
            s = next;
        }
    }

    private Circle() {}

    private static void put(int i, double[] sin) {
        for (int k : new int[] {i, HALF - i}) {
            SIN[k] = sin[0];
            SIN_REST[k] = sin[1];
            SIN[HALF + k & STEPS - 1] = 0 - sin[0];
            SIN_REST[HALF + k & STEPS - 1] = 0 - sin[1];
        }
    }

    private static double[] product(double[] a, double[] b) {
        double p = a[0] * b[0];
        return normal(p, Math.fma(a[0], b[0], -p) + (a[0] * b[1] + a[1] * b[0]));
    }

    private static double[] sum(double[] a, double[] b) {
        double s = a[0] + b[0];
        double v = s - a[0];
        return normal(s, (a[0] - (s - v)) + (b[0] - v) + (a[1] + b[1]));
    }

    private static double[] normal(double high, double low) {
        double s = high + low;
        return new double[] {s, low - (s - high)};
    }

    /** sin x, within 0.75 ulp. */
    public static double sin(double x) {
        return Math.abs(x) < SMALL ? x : sin(x, 0);
    }

    /** cos x, within 0.75 ulp. */
    public static double cos(double x) {
        return sin(x, QUARTER);
    }

    /** sin(x + shift·π/64), shift being 0 or a quarter turn. */
    private static double sin(double x, int shift) {
        double t = Math.fma(x, STEPS_BY_TURN, ROUND);
        double n = t - ROUND;
        double far = Math.fma(-n, STEP, x);
        double r = far - n * STEP_NEXT;
        int k = (int) Double.doubleToRawLongBits(t) + shift;
        if (!(Math.abs(x) < LARGE) || isLost(r, n, k)) return shift == 0 ? StrictMath.sin(x) : StrictMath.cos(x);
        int i = k & STEPS - 1;
        int j = k + QUARTER & STEPS - 1;
        return turned(r, rest(far, r, n), SIN[i], SIN[j], Math.fma(SIN_REST[j], r, SIN_REST[i]));
    }

    /** What r lacks to x − n·π/64. */
    private static double rest(double far, double r, double n) {
        return Math.fma(-n, STEP_REST, (far - r) - n * STEP_NEXT);
    }

    /** Whether sin(kπ/64 + r) is so near to 0 that three parts of π/64 do not tell its digits. */
    private static boolean isLost(double r, double n, int k) {
        return (k & HALF - 1) == 0 && Math.abs(r) < Math.abs(n) * CLOSE;
    }

    /** s·cos(r + rest) + c·sin(r + rest) + low. */
    private static double turned(double r, double rest, double s, double c, double low) {
        double r2 = r * r;
        double bend = r2 * Math.fma(r2, Math.fma(r2, -1 / 5040.0, 1 / 120.0), -1 / 6.0);
        double drop = r2 * Math.fma(r2, Math.fma(r2, Math.fma(r2, 1 / 40320.0, -1 / 720.0), 1 / 24.0), -0.5);
        double across = c * r;
        double high = s + across;
        double lost = (s - high) + across + Math.fma(c, r, -across);
        return high + (lost + Math.fma(c, Math.fma(r, bend, rest), Math.fma(s, Math.fma(-r, rest, drop), low)));
    }
}
