package nabla.library.mathematics;

import java.util.Arrays;
import nabla.kernel.Circle;
import nabla.kernel.Erf;
import nabla.kernel.Exp;
import nabla.kernel.Gamma;
import nabla.kernel.Log;
import nabla.library.Default;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** Gamma and error functions of real numbers. */
public final class Special {
    private Special() {}

    /** Lanczos' coefficients for g = 607/128 (Godfrey, 2001). */
    private static final double[] LANCZOS = {
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
        -0.49191381609762019978, .33994649984811888699e-4, .46523628927048575665e-4, -.98374475304879564677e-4,
        .15808870322491248884e-3, -.21026444172410488319e-3, .21743961811521264320e-3, -.16431810653676389022e-3,
        .84418223983852743293e-4, -.26190838401581408670e-4, .36899182659531622704e-5
    };

    private static final double[] FACTORIALS = new double[171];

    static {
        java.math.BigInteger f = java.math.BigInteger.ONE;
        for (int n = 0; n < FACTORIALS.length; n++) {
            if (n > 0) f = f.multiply(java.math.BigInteger.valueOf(n));
            FACTORIALS[n] = f.doubleValue();
        }
    }

    @Function(call = "y = gamma(x)", en = "The gamma function; gamma(n + 1) = n!.", ru = "Гамма-функция; gamma(n + 1) = n!.", examples = {"gamma(5)  % 24", "gamma(0.5)^2  % 3.1416"})
    @Elementwise(integers = false)
    public static double gamma(double x) {
        if (x == 0) return 1 / x;
        if (x == Math.rint(x)) {
            if (x < 0) return x == Double.NEGATIVE_INFINITY ? Double.NaN : Double.POSITIVE_INFINITY;
            return x <= 171 ? FACTORIALS[(int) x - 1] : Double.POSITIVE_INFINITY;
        }
        if (x < 0.5) return Math.PI / (Circle.sin(Math.PI * x) * gamma(1 - x));
        if (x <= Gamma.MOST) return Gamma.gamma(x);
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

    @Function(call = "y = gammaln(x)", en = "The logarithm of |gamma(x)|.", ru = "Логарифм |gamma(x)|.", aliases = "lgamma", examples = {"gammaln(10)  % 12.802"})
    @Elementwise(integers = false)
    public static double gammaln(double x) {
        if (x != x) return x;
        if (x <= 0 && x == Math.rint(x) || Double.isInfinite(x)) return Double.POSITIVE_INFINITY;
        if (x < 0.5) return Log.log(Math.PI / Math.abs(Circle.sin(Math.PI * x))) - gammaln(1 - x);
        return Gamma.log(x);
    }

    @Function(call = "y = beta(a, b)", en = "The beta function gamma(a)gamma(b)/gamma(a + b).", ru = "Бета-функция gamma(a)gamma(b)/gamma(a + b).", examples = {"beta(2, 3)  % 0.083333"})
    @Elementwise(integers = false)
    public static double beta(double a, double b) {
        return Exp.exp(betaln(a, b));
    }

    @Function(call = "y = betaln(a, b)", en = "The logarithm of the beta function.", ru = "Логарифм бета-функции.", examples = {"betaln(1, 1)  % 0"})
    @Elementwise(integers = false)
    public static double betaln(double a, double b) {
        return gammaln(a) + gammaln(b) - gammaln(a + b);
    }

    @Function(call = "y = erf(x)",
            en = "The error function 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x.",
            ru = "Функция ошибок: 2/sqrt(pi) на интеграл exp(-t^2) от 0 до x.",
            examples = {"erf(1)  % 0.8427"})
    @Elementwise(integers = false)
    public static double erf(double x) {
        return Erf.erf(x);
    }

    @Function(call = "y = erfc(x)", en = "1 - erf(x), accurate for large x.", ru = "1 - erf(x), точно при больших x.", examples = {"erfc(0)  % 1"})
    @Elementwise(integers = false)
    public static double erfc(double x) {
        return Erf.erfc(x);
    }

    @Function(call = "y = erfcx(x)", en = "exp(x^2) erfc(x), without underflow.", ru = "exp(x^2) erfc(x) без потери малых значений.", examples = {"erfcx(0)  % 1"})
    @Elementwise(integers = false)
    public static double erfcx(double x) {
        return Erf.erfcx(x);
    }

    @Function(call = "x = erfinv(y)", en = "The x with erf(x) = y.", ru = "Такое x, что erf(x) = y.", examples = {"erfinv(0.5)  % 0.4769"})
    @Elementwise(integers = false)
    public static double erfinv(double y) {
        if (!(Math.abs(y) < 1)) return Math.abs(y) == 1 ? y / 0.0 : Double.NaN;
        return y < 0 ? -erfcinv(1 + y) : y < 0.5 ? newton(y) : erfcinv(1 - y);
    }

    private static double newton(double y) {
        double x = y * Math.sqrt(Math.PI) / 2;
        for (int k = 0; k < 8; k++) {
            double u = (erf(x) - y) * Math.sqrt(Math.PI) / 2 * Exp.exp(x * x);
            x -= u / (1 + x * u);
        }
        return x;
    }

    @Function(call = "x = erfcinv(y)", en = "The x with erfc(x) = y.", ru = "Такое x, что erfc(x) = y.", examples = {"erfcinv(1)  % 0"})
    @Elementwise(integers = false)
    public static double erfcinv(double y) {
        if (!(y > 0 && y < 2)) return y == 0 ? Double.POSITIVE_INFINITY : y == 2 ? Double.NEGATIVE_INFINITY : Double.NaN;
        if (y > 1) return -erfcinv(2 - y);
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
