package nabla.library.mathematics;

import nabla.kernel.Circle;
import nabla.kernel.Erf;
import nabla.kernel.Exp;
import nabla.kernel.Gamma;
import nabla.kernel.Log;
import nabla.kernel.LogGamma;
import nabla.library.Elementwise;
import nabla.library.Function;

/** Gamma and error functions of real numbers. */
public final class Special {
    private Special() {}

    @Function(call = "y = gamma(x)", en = "The gamma function; gamma(n + 1) = n!.", ru = "Гамма-функция; gamma(n + 1) = n!.", examples = {"gamma(5)  % 24", "gamma(0.5)^2  % 3.1416"})
    @Elementwise(integers = false)
    public static double gamma(double x) {
        return Gamma.of(x);
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
        double c = a + b;
        if (a > 0 && b > 0 && c < 170) return gamma(a) * gamma(b) / gamma(c);
        if (a > 0 && b > 0) return Exp.exp(LogGamma.beta(a, b));
        return sign(a) * sign(b) * sign(c) * Exp.exp(betaln(a, b));
    }

    /** The sign of Γ(x). */
    private static double sign(double x) {
        return x > 0 || Math.floor(x) % 2 == 0 ? 1 : -1;
    }

    @Function(call = "y = betaln(a, b)", en = "The logarithm of |beta(a, b)|.", ru = "Логарифм |beta(a, b)|.", examples = {"betaln(1, 1)  % 0"})
    @Elementwise(integers = false)
    public static double betaln(double a, double b) {
        return a > 0 && b > 0 ? LogGamma.beta(a, b) : gammaln(a) + gammaln(b) - gammaln(a + b);
    }

    @Function(call = "y = erf(x)",
            en = "The error function 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x, also of complex x.",
            ru = "Функция ошибок: 2/sqrt(pi) на интеграл exp(-t^2) от 0 до x, в том числе комплексного.",
            examples = {"erf(1)  % 0.8427"})
    @Elementwise(complex = "erf", integers = false)
    public static double erf(double x) {
        return Erf.erf(x);
    }

    /** erf(x + iy), within about 1e-15 of its size (Abramowitz and Stegun, 7.1.29; the powers of e are joined before they overflow). */
    static double[] erf(double x, double y) {
        if (x < 0) return ComplexMath.scaled(erf(-x, -y), -1);
        double c = Math.cos(2 * x * y);
        double s = Math.sin(2 * x * y);
        double f = x == 0 ? 0 : (1 - c) / (4 * x);
        double g = x == 0 ? y / 2 : s / (4 * x);
        for (int n = 1; n < 2 * Math.abs(y) + 20; n++) {
            double up = Math.exp(n * y - n * n / 4.0);
            double down = Math.exp(-n * y - n * n / 4.0);
            double cosh = (up + down) / 2;
            double sinh = (up - down) / 2;
            double d = n * n + 4 * x * x;
            f += (2 * x * (Math.exp(-n * n / 4.0) - cosh * c) + n * sinh * s) / d;
            g += (2 * x * cosh * s + n * sinh * c) / d;
        }
        double e = 2 / Math.PI * Math.exp(-x * x);
        return new double[] {Erf.erf(x) + e * f, e * g};
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
        return Erf.inverse(y);
    }

    @Function(call = "x = erfcinv(y)", en = "The x with erfc(x) = y.", ru = "Такое x, что erfc(x) = y.", examples = {"erfcinv(1)  % 0"})
    @Elementwise(integers = false)
    public static double erfcinv(double y) {
        return Erf.complementInverse(y);
    }
}
