package nabla.kernel;

/** The gamma function and its logarithm, by quotients of polynomials, Γ(x + 1) = x·Γ(x) and Stirling's formula. */
public final class Gamma {
    /** Γ(2 + t), 0 ≤ t ≤ 1. */
    private static final Quotient GAMMA = new Quotient(
            new double[] {
                1, 0x1.18e3b885516dp-1, 0x1.e322facb80f8fp-3, 0x1.e03a866715dd4p-5, 0x1.a72897f3a4e62p-7, 0x1.a7772bb2139c6p-10, 0x1.adaf95500aa3bp-13
            },
            new double[] {
                1, 0x1.01b22131339a8p-3, -0x1.d54319d44a53p-3, 0x1.6a09c0a3b88dcp-6, 0x1.b7dd08cc4cc0bp-7, -0x1.d087c4ef34cd1p-9, 0x1.158061adf916dp-12
            });
    /** ln Γ(1 + t)/(t·(t − 1)), −½ ≤ t ≤ 0. */
    private static final Quotient LOG_LOW = new Quotient(
            new double[] {
                0x1.2788cfc6fb619p-1, 0x1.06f341adb3a86p1, 0x1.71e852027790ap1, 0x1.03ddebc6388c3p1,
                0x1.797fcc3c20e37p-1, 0x1.05b329e43f6bfp-3, 0x1.083d40920c9bep-7, 0x1.95eca32294abfp-15
            },
            new double[] {
                1, 0x1.fdef53c280694p1, 0x1.9b85b007af26dp2, 0x1.58101dff1f5e2p2, 0x1.3b83bbf29e32bp1, 0x1.33c08bf7cf9fdp-1,
                0x1.18b8b33976ddfp-4, 0x1.4df98234124c7p-9
            });
    /** ln Γ(1 + t)/(t·(t − 1)), 0 ≤ t ≤ 2. */
    private static final Quotient LOG = new Quotient(
            new double[] {
                0x1.2788cfc6fb619p-1, 0x1.cbbeba362b2d8p0, 0x1.17e053ec459aap1, 0x1.529bb473e316ep0, 0x1.ab8bc5250afb7p-2,
                0x1.0f2e927faa9d5p-4, 0x1.2f7213768d2afp-8, 0x1.b0cebd7564047p-14, 0x1.4c0bf4f546525p-23
            },
            new double[] {
                1, 0x1.c4a116161a19fp1, 0x1.415c4a1907c9cp2, 0x1.d60b5ccb251b2p1, 0x1.7a23415784892p0, 0x1.4bc09ae2a40ecp-2,
                0x1.280ca663cf9f7p-5, 0x1.c9ccc78425767p-10, 0x1.9e6da5be1423p-16
            });

    /** x·(ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π), what Stirling's formula lacks, in 1/x² for x ≥ 4: a minimax fit, to 2e-17. */
    private static final double[] BEYOND_STIRLING = {
        0x1.5555555555554p-4, -0x1.6c16c16bf8e5ap-9, 0x1.a01a00d011c3fp-11, -0x1.3812f4d6d20edp-11, 0x1.b921d97c344f1p-11,
        -0x1.f1f275fb1532ap-10, 0x1.7fb4127bade4cp-8, -0x1.318653437cf14p-6, 0x1.31de77d5e6582p-5
    };

    /** Where the fit begins. */
    public static final double STIRLING = 4;

    private static final double HALF_LOG_2PI = 0x1.d67f1c864beb5p-1;

    /** The function itself is for arguments between ½ and this. */
    public static final double MOST = 12;

    /** Lanczos' coefficients for g = 607/128 (Godfrey, 2001). */
    private static final double[] LANCZOS = {
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
        -0.49191381609762019978, .33994649984811888699e-4, .46523628927048575665e-4, -.98374475304879564677e-4,
        .15808870322491248884e-3, -.21026444172410488319e-3, .21743961811521264320e-3, -.16431810653676389022e-3,
        .84418223983852743293e-4, -.26190838401581408670e-4, .36899182659531622704e-5
    };

    /** The factorials that are numbers, made when first asked for. */
    private static final class Factorials {
        static final double[] VALUES = new double[171];

        static {
            java.math.BigInteger f = java.math.BigInteger.ONE;
            for (int n = 0; n < VALUES.length; n++) {
                if (n > 0) f = f.multiply(java.math.BigInteger.valueOf(n));
                VALUES[n] = f.doubleValue();
            }
        }
    }

    private Gamma() {}

    /** Γ(x), ½ ≤ x ≤ {@value #MOST}. */
    public static double gamma(double x) {
        double product = 1;
        double y = x;
        for (; y > 3; product *= y) y--;
        double below = 1;
        for (; y < 2; y++) below *= y;
        return product * GAMMA.at(y - 2) / below;
    }

    /** ln Γ(x), x ≥ ½, to full precision also near its zeros 1 and 2. */
    public static double log(double x) {
        if (x >= STIRLING) return stirling(x);
        if (x < 0.75) return log(x + 1) - Log.log(x);
        if (x < 1) return (x - 1) * (x - 2) * LOG_LOW.at(x - 1);
        if (x <= 3) return (x - 1) * (x - 2) * LOG.at(x - 1);
        return Log.log(x - 1) + (x - 2) * (x - 3) * LOG.at(x - 2);
    }

    private static double stirling(double x) {
        return Math.fma(x - 0.5, Log.log(x), HALF_LOG_2PI - x) + beyondStirling(x);
    }

    /** ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π) = 1/(12x) − 1/(360x³) + …, x ≥ {@value #STIRLING}. */
    public static double beyondStirling(double x) {
        double i = 1 / x;
        double u = i * i;
        double s = BEYOND_STIRLING[BEYOND_STIRLING.length - 1];
        for (int k = BEYOND_STIRLING.length - 2; k >= 0; k--) s = Math.fma(s, u, BEYOND_STIRLING[k]);
        return s * i;
    }

    /** Γ(x) of any x; ±∞ at 0, as the sign of zero says, and +∞ at the other poles. */
    public static double of(double x) {
        if (x == 0) return 1 / x;
        if (x == Math.rint(x)) {
            if (x < 0) return x == Double.NEGATIVE_INFINITY ? Double.NaN : Double.POSITIVE_INFINITY;
            return x <= 171 ? Factorials.VALUES[(int) x - 1] : Double.POSITIVE_INFINITY;
        }
        if (x < 0.5) return Math.PI / (Circle.sin(Math.PI * x) * of(1 - x));
        if (x <= MOST) return gamma(x);
        if (x > 171.7) return Double.POSITIVE_INFINITY;
        if (x != x) return x;
        double t = x + 607.0 / 128 - 0.5;
        double p = Math.pow(t, (x - 0.5) / 2);
        return Math.sqrt(2 * Math.PI) * p * Exp.exp(-t) * p * series(x);
    }

    private static double series(double x) {
        double s = LANCZOS[0];
        for (int k = LANCZOS.length - 1; k > 0; k--) s += LANCZOS[k] / (x - 1 + k);
        return s;
    }
}
