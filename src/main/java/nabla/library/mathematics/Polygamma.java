package nabla.library.mathematics;

import nabla.kernel.Log;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** The derivatives of log(gamma(x)): recurrences towards large arguments, asymptotic series there (Abramowitz and Stegun, 6.3, 6.4). */
public final class Polygamma {
    private static final double EULER = 0.57721566490153286061;
    /** From here on the asymptotic series are exact to the last digits. */
    private static final double LARGE = 10;

    private Polygamma() {}

    @Function(call = "y = psi(x)\ny = psi(k, x)",
            en = "The digamma function, the derivative of log(gamma(x)), also of complex x; or its k-th derivative at real x, for k from 1 on at x from 0 on.",
            ru = "Дигамма-функция, производная log(gamma(x)), в том числе для комплексных x; или её k-я производная в вещественных x, при k от 1 для x от 0.",
            aliases = "digamma", examples = {"psi(1)  % -0.5772", "psi(1, 1)  % 1.6449"})
    public static Value psi(Numeric x, @Default Numeric at) {
        Numeric z = at == null ? x : at;
        if (z instanceof Char || z instanceof Ints) throw Failure.of("psi: Z must be a floating point variable, not %s", "psi: x — класса double или single, а не %s", z.className());
        double k = at == null ? 0 : x.numel() == 1 ? x.re(0) : -1;
        if (!(k >= 0 && k <= 170) || k != Math.rint(k)) throw Failure.of("psi: K must be a non-negative integer, at most 170", "psi: k — целое неотрицательное число не больше 170");
        double[] re = new double[z.numel()];
        if (z.isComplex()) {
            if (k > 0) throw Failure.of("psi: Z must be real value for polygamma (K > 0)", "psi: при k > 0 нужны вещественные x");
            double[] im = new double[re.length];
            for (int i = 0; i < re.length; i++) complex(z.re(i), z.im(i), i, re, im);
            return Result.complex(z.isSingle(), re, im, z.dims());
        }
        for (int i = 0; i < re.length; i++) {
            if (k > 0 && z.re(i) < 0) throw Failure.of("psi: Z must be non-negative for polygamma (K > 0)", "psi: при k > 0 нужны неотрицательные x");
            re[i] = k == 0 ? digamma(z.re(i)) : polygamma((int) k, z.re(i));
        }
        return new Real(z.isSingle(), re, z.dims());
    }

    private static double digamma(double x) {
        if (x == Math.rint(x) && x <= 0) return Double.NEGATIVE_INFINITY;
        if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
        if (x <= LARGE && x == Math.rint(2 * x) / 2) return harmonic(x);
        double s = 0;
        for (; x < LARGE; x++) s -= 1 / x;
        double q = 1 / (x * x);
        return s + Log.log(x) - 0.5 / x
                - q * (1.0 / 12 - q * (1.0 / 120 - q * (1.0 / 252 - q * (1.0 / 240 - q * (1.0 / 132 - q * (691.0 / 32760 - q / 12))))));
    }

    /** At whole and half numbers: sums of reciprocals (6.3.2, 6.3.4). */
    private static double harmonic(double x) {
        double s = 0;
        for (double k = x - 1; k > 0; k--) s += 1 / k;
        return s - EULER - (x == Math.rint(x) ? 0 : 2 * Math.log(2));
    }

    /** Digamma of a + bi as element i of the results. */
    private static void complex(double a, double b, int i, double[] re, double[] im) {
        if (b == 0) {
            re[i] = digamma(a);
            return;
        }
        if (a < 0) {
            complex(1 - a, -b, i, re, im);
            // pi cot(pi z) with cot(u + iv) = (sin 2u - i sinh 2v)/(cosh 2v - cos 2u)
            double u = 2 * Math.PI * a;
            double v = 2 * Math.PI * b;
            boolean far = Math.abs(v) > 700;
            double d = far ? 1 : Math.cosh(v) - Math.cos(u);
            re[i] -= far ? 0 : Math.PI * Math.sin(u) / d;
            im[i] += Math.PI * (far ? Math.signum(v) : Math.sinh(v) / d);
            return;
        }
        double s = 0;
        double t = 0;
        for (; a < LARGE; a++) {
            double d = a * a + b * b;
            s -= a / d;
            t += b / d;
        }
        double d = a * a + b * b;
        double p = a / d;
        double q = -b / d;
        double p2 = p * p - q * q;
        double q2 = 2 * p * q;
        double u = 0;
        double v = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            double c = BERNOULLI[k - 1] / (2 * k) + u;
            double e = v;
            u = c * p2 - e * q2;
            v = c * q2 + e * p2;
        }
        re[i] = s + Math.log(Math.hypot(a, b)) - p / 2 - u;
        im[i] = t + Math.atan2(b, a) - q / 2 - v;
    }

    /** The n-th derivative of digamma: terms ±n!/xⁿ⁺¹ until x is large, then the asymptotic series (6.4.6, 6.4.11). */
    private static double polygamma(int n, double x) {
        if (x == Math.rint(x) && x <= 0) return Double.POSITIVE_INFINITY;
        double factorial = 1;
        for (int k = 2; k < n; k++) factorial *= k;
        double s = 0;
        for (; x < 12 + n; x++) s += factorial * n / Math.pow(x, n + 1);
        double power = Math.pow(x, -n);
        s += factorial * power * (1 + n / (2 * x));
        double term = factorial * power * n;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            // term holds (2k+n-1)!/(2k)!/x^(2k+n)
            term *= k == 1 ? (n + 1) / (2 * x * x) : (2.0 * k + n - 2) * (2 * k + n - 1) / ((2.0 * k - 1) * (2 * k) * x * x);
            s += BERNOULLI[k - 1] * term;
        }
        return n % 2 == 1 ? s : -s;
    }

    /** The Bernoulli numbers of even index from 2. */
    private static final double[] BERNOULLI = {
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330
    };
}
