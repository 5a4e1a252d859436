package nabla.library.mathematics;

import java.util.Locale;
import nabla.kernel.Exp;
import nabla.kernel.Gamma;
import nabla.kernel.IncompleteGamma;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** The incomplete gamma functions as scripts call them; negative arguments are worked out here. */
public final class GammaIntegral {
    private static final int MOST = 100_000;

    private GammaIntegral() {}

    @Function(
            call = "y = gammainc(x, a)\ny = gammainc(x, a, tail)",
            en = "The incomplete gamma function of x: the integral of exp(-t) t^(a-1)/gamma(a) from 0 to x ('lower', unless given) or from x to Inf "
                    + "('upper'), exact also where it is tiny; 'scaledlower' and 'scaledupper' multiply it by gamma(a+1) exp(x)/x^a. x and a are of "
                    + "one size or scalars, a is not negative; for negative x the result is complex unless a is an integer.",
            ru = "Неполная гамма-функция от x: интеграл exp(-t) t^(a-1)/gamma(a) от 0 до x ('lower', по умолчанию) или от x до Inf ('upper'), "
                    + "точна и там, где мала; 'scaledlower' и 'scaledupper' умножают её на gamma(a+1) exp(x)/x^a. x и a одного размера или числа, "
                    + "a не отрицательно; при отрицательном x результат комплексный, если a не целое.",
            examples = {"gammainc(1, 2)  % 0.2642", "gammainc(60, 6, 'upper')  % 6.1802e-20", "gammainc(1, -2)  % error: gammainc: A must be non-negative"})
    public static Value gammainc(Value x, Value a, @Default("lower") String tail) {
        Numeric u = real(x);
        Numeric v = real(a);
        boolean scaled = tail.toLowerCase(Locale.ROOT).startsWith("scaled");
        boolean upper = switch (tail.toLowerCase(Locale.ROOT)) {
            case "lower", "scaledlower" -> false;
            case "upper", "scaledupper" -> true;
            default -> throw Failure.of("gammainc: invalid value for TAIL: '%s' is not one of lower, upper, scaledlower, scaledupper",
                    "gammainc: хвоста '%s' нет; есть lower, upper, scaledlower, scaledupper", tail);
        };
        if (!u.isScalar() && !v.isScalar() && !java.util.Arrays.equals(u.dims(), v.dims())) {
            throw Failure.of("gammainc: X and A must be of common size or scalars, not %s and %s",
                    "gammainc: x и a должны быть одного размера или числами, а не %s и %s", Dims.text(u.dims()), Dims.text(v.dims()));
        }
        int[] d = u.isScalar() ? v.dims() : u.dims();
        double[] re = new double[Dims.count(d)];
        double[] im = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            double s = v.re(v.isScalar() ? 0 : i);
            if (s < 0) throw Failure.of("gammainc: A must be non-negative", "gammainc: a не должно быть отрицательным");
            double t = u.re(u.isScalar() ? 0 : i);
            if (t < 0) negative(t, s, upper, scaled, re, im, i);
            else re[i] = positive(t, s, upper, scaled);
        }
        return Result.complex(u.isSingle() || v.isSingle(), re, im, d);
    }

    private static Numeric real(Value v) {
        if (v instanceof Numeric n && !n.isComplex()) return n;
        throw Failure.of("gammainc: all inputs must be real, not %s", "gammainc: x и a должны быть вещественными, а не %s", v instanceof Numeric ? "complex" : v.className());
    }

    private static double positive(double x, double a, boolean upper, boolean scaled) {
        if (upper) return scaled ? IncompleteGamma.scaledUpper(x, a) : IncompleteGamma.upper(x, a);
        return scaled ? IncompleteGamma.scaledLower(x, a) : IncompleteGamma.lower(x, a);
    }

    /** P = xᵃ/Γ(a + 1)·Σ a·|x|ⁿ/((a + n)·n!) for x < 0: all terms are positive, xᵃ = |x|ᵃ·(cos πa + i·sin πa). */
    private static void negative(double x, double a, boolean upper, boolean scaled, double[] re, double[] im, int at) {
        if (a == 1 || a == 0 || x == Double.NEGATIVE_INFINITY || a != a) {
            re[at] = a != a ? a : a == 0 ? positive(-x, a, upper, false) * (scaled ? Exp.exp(x) : 1) : a == 1 ? IncompleteGamma.exponential(x, upper, scaled) : Double.NaN;
            return;
        }
        double s = 1;
        double lost = 0;
        double term = 1;
        for (int n = 1; n < MOST && (n < -x || term * a > 1e-18 * s * (a + n)); n++) {
            term = term * -x / n;
            double next = a * term / (a + n);
            double sum = s + next;
            lost += s >= next ? s - sum + next : next - sum + s;
            s = sum;
        }
        s += lost;
        double sign = a % 2 < 1 ? 1 : -1;
        double cos = sign * Math.sin(Math.PI * (0.5 - a % 1));
        double sin = a % 1 == 0 ? 0 : sign * Math.sin(Math.PI * (a % 1));
        double power = a <= 170 ? Math.pow(-x, a) / Gamma.of(a + 1) : Math.exp(a * Math.log(-x) - Special.gammaln(a + 1));
        if (scaled) {
            double lower = s * Math.exp(x);
            double inverse = upper ? Math.exp(x) / power : 0;
            re[at] = upper ? inverse * cos - lower : lower;
            im[at] = -inverse * sin;
            return;
        }
        re[at] = upper ? 1 - power * s * cos : power * s * cos;
        im[at] = upper ? -power * s * sin : power * s * sin;
    }
}
