package nabla.kernel;

/**
 * The error function and its kin by quotients of polynomials (as Cody 1969 has it): erf x/x in x² near
 * 0, then e^(x²)·erfc x in x, and x·e^(x²)·erfc x in 1/x² far out. All coefficients are positive, so nothing cancels.
 */
public final class Erf {
    private static final Quotient CENTRE = new Quotient(
            new double[] {0x1.20dd750429b6dp0, 0x1.0fd8d811765dcp-3, 0x1.47f76bd259669p-5, 0x1.237d82bf9b276p-10, 0x1.11f319501c3ecp-14},
            new double[] {1, 0x1.cdcadc035f0aap-2, 0x1.5f731882fe455p-4, 0x1.0ff1c861a8f7ep-7, 0x1.70bf4a5a09ef6p-12});
    private static final Quotient MIDDLE = new Quotient(
            new double[] {
                0x1.ffffffff7e106p-1, 0x1.b66c5b983f19ep0, 0x1.7654f08afb19ep0, 0x1.8af263c9102dfp-1, 0x1.127d9ce43d3cbp-2,
                0x1.f4cc7ec88ec77p-5, 0x1.16c321d53ee55p-7, 0x1.283dcf7ba7bf7p-11, 0x1.0f85f64e7cd89p-37
            },
            new double[] {
                1, 0x1.6ba4e84c4e0d6p1, 0x1.d57e913d8fb91p1, 0x1.69260a5980506p1, 0x1.6bc37f3a84844p0, 0x1.ee3cef833ed95p-2,
                0x1.bddfb4426474p-4, 0x1.ee17b10af196ep-7, 0x1.06898f603fef4p-10
            });
    private static final Quotient OUTSIDE = new Quotient(
            new double[] {
                0x1.20dd750429b6dp-1, 0x1.82fb945e33ad2p3, 0x1.4a3eb75ac04ebp6, 0x1.9f78a64c1ca54p7, 0x1.46f1eade5270bp7, 0x1.2187b1fd547fap4
            },
            new double[] {1, 0x1.5ef45b402700ep4, 0x1.391b4dc29a015p7, 0x1.afe70b0f9012p8, 0x1.a6d94463ec32dp8, 0x1.8ac60574de08dp6});
    private static final double CENTRAL = 0.5;
    private static final double FAR = 4;

    private Erf() {}

    /** erf x = 2/√π·∫₀ˣ e^(−t²) dt, within 2 ulp. */
    public static double erf(double x) {
        double a = Math.abs(x);
        if (a < CENTRAL) return x * CENTRE.at(x * x);
        return x != x ? x : Math.copySign(1 - erfc(a), x);
    }

    /** erfc x = 1 − erf x, within 4 ulp. */
    public static double erfc(double x) {
        if (x < -CENTRAL) return 2 - erfc(-x);
        if (x < CENTRAL) return 1 - x * CENTRE.at(x * x);
        double square = x * x;
        if (Double.isInfinite(square)) return 0;
        double rest = Math.fma(x, x, -square);
        return (1 - rest) * Exp.exp(-square) * erfcx(x);
    }

    /** e^(x²)·erfc x, within 4 ulp. */
    public static double erfcx(double x) {
        if (x < CENTRAL) {
            double square = x * x;
            double rest = Math.fma(x, x, -square);
            double e = Double.isInfinite(square) ? square : Exp.exp(square) * (1 + rest);
            return e * erfc(x);
        }
        return x < FAR ? MIDDLE.at(x) : OUTSIDE.at(1 / x / x) / x;
    }

    /** The x with erf x = y: ±∞ at ±1, NaN outside. */
    public static double inverse(double y) {
        if (!(Math.abs(y) < 1)) return Math.abs(y) == 1 ? y / 0.0 : Double.NaN;
        return y < 0 ? -inverse(-y) : y < 0.5 ? newton(y) : complementInverse(1 - y);
    }

    /** By Halley's method. */
    private static double newton(double y) {
        double x = y * Math.sqrt(Math.PI) / 2;
        for (int k = 0; k < 8; k++) {
            double u = (erf(x) - y) * Math.sqrt(Math.PI) / 2 * Exp.exp(x * x);
            x -= u / (1 + x * u);
        }
        return x;
    }

    /** The x with erfc x = y: ∞ at 0, −∞ at 2, NaN outside; exact for the smallest y too. */
    public static double complementInverse(double y) {
        if (!(y > 0 && y < 2)) return y == 0 ? Double.POSITIVE_INFINITY : y == 2 ? Double.NEGATIVE_INFINITY : Double.NaN;
        if (y > 1) return -complementInverse(2 - y);
        if (y > 0.5) return newton(1 - y);
        double t = Math.sqrt(-2 * Log.log(y / 2));
        double x = (t - (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481))) / Math.sqrt(2);
        for (int k = 0; k < 8; k++) {
            double u = (erfc(x) - y) / (2 / Math.sqrt(Math.PI) * Exp.exp(-x * x));
            x += u / (1 + x * u);
        }
        return x;
    }
}
