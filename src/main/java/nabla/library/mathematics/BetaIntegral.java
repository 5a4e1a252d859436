package nabla.library.mathematics;

import java.util.Locale;
import nabla.kernel.IncompleteBeta;
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
            en = "The incomplete beta function of x in 0 … 1, regularized to 1 at x = 1; a, b > 0. With 'upper' what is left to 1, exact also where it is tiny.",
            ru = "Неполная бета-функция от x из отрезка от 0 до 1, нормированная к 1 при x = 1; a, b > 0. С 'upper' — дополнение до 1, точное и там, где оно мало.", examples = {"betainc(0.5, 1, 2)  % 0.7500"})
    public static Value betainc(Real x, Real a, Real b, @Default("lower") String tail) {
        int[] d = x.numel() != 1 ? x.dims() : a.numel() != 1 ? a.dims() : b.dims();
        boolean upper = switch (tail.toLowerCase(Locale.ROOT)) {
            case "lower" -> false;
            case "upper" -> true;
            default -> throw Failure.of("betainc: TAIL is 'lower' or 'upper', not '%s'", "betainc: хвост — 'lower' или 'upper', а не '%s'", tail);
        };
        double[] r = new double[Dims.count(d)];
        for (int i = 0; i < r.length; i++) {
            double t = at(x, i);
            double p = at(a, i);
            double q = at(b, i);
            if (t < 0 || t > 1 || p <= 0 || q <= 0) {
                throw Failure.of("betainc: X must be in the range [0, 1], A and B positive", "betainc: x должно быть от 0 до 1, a и b положительны");
            }
            r[i] = upper ? IncompleteBeta.of(1 - t, t, q, p) : IncompleteBeta.of(t, 1 - t, p, q);
        }
        return Result.real(x.isSingle() || a.isSingle() || b.isSingle(), r, d);
    }

    private static double at(Real v, int i) {
        if (v.numel() != 1 && i >= v.numel()) {
            throw Failure.of("betainc: X, A and B must have consistent sizes", "betainc: размеры x, a и b должны совпадать");
        }
        return v.re(v.numel() == 1 ? 0 : i);
    }
}
