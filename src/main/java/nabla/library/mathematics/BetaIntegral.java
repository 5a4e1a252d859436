package nabla.library.mathematics;

import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** The incomplete beta function. */
public final class BetaIntegral {
    private BetaIntegral() {}

    @Function(call = "y = betainc(x, a, b)\ny = betainc(x, a, b, 'upper')",
            en = "The incomplete beta function of x in 0 … 1, regularized to 1 at x = 1; a, b > 0. With 'upper' what is left to 1.",
            ru = "Неполная бета-функция от x из отрезка от 0 до 1, нормированная к 1 при x = 1; a, b > 0. С 'upper' — дополнение до 1.", examples = {"betainc(0.5, 1, 2)  % 0.7500"})
    public static Value betainc(Real x, Real a, Real b, @Default("lower") String tail) {
        int[] d = x.numel() != 1 ? x.dims() : a.numel() != 1 ? a.dims() : b.dims();
        double[] r = new double[Dims.count(d)];
        for (int i = 0; i < r.length; i++) {
            double p = regularized(at(x, i), at(a, i), at(b, i));
            r[i] = tail.equals("upper") ? 1 - p : p;
        }
        return Result.real(x.isSingle() || a.isSingle() || b.isSingle(), r, d);
    }

    private static double at(Real v, int i) {
        if (v.numel() != 1 && i >= v.numel()) {
            throw Failure.of("betainc: X, A and B must have consistent sizes", "betainc: размеры x, a и b должны совпадать");
        }
        return v.re(v.numel() == 1 ? 0 : i);
    }

    private static double regularized(double x, double a, double b) {
        if (x < 0 || x > 1 || a <= 0 || b <= 0) {
            throw Failure.of("betainc: X must be in the range [0, 1], A and B positive", "betainc: x должно быть от 0 до 1, a и b положительны");
        }
        if (x == 0 || x == 1) return x;
        if (x > (a + 1) / (a + b + 2)) return 1 - regularized(1 - x, b, a);
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - Special.betaln(a, b)) / a;
        return front * fraction(x, a, b);
    }

    /** Lentz's evaluation of the continued fraction (Numerical Recipes, 6.4). */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / (1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 10000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-16) break;
        }
        return h;
    }
}
