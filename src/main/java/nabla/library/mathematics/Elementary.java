package nabla.library.mathematics;

import java.math.BigDecimal;
import java.util.Locale;
import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Scalars;
import nabla.library.Texts;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Powers, logarithms, rounding: the functions of every pocket calculator. */
public final class Elementary {
    private Elementary() {}

    @Function(call = "y = abs(x)", en = "Absolute value; the modulus of complex numbers.", ru = "Абсолютная величина; модуль комплексного числа.",
            examples = {"abs([-1 2])  % 1 2", "abs(3+4i)  % 5"})
    @Elementwise(complex = "abs")
    public static double abs(double x) {
        return Math.abs(x);
    }

    static BigDecimal abs(BigDecimal x) {
        return x.abs();
    }

    static double[] abs(double x, double y) {
        return ComplexMath.real(Math.hypot(x, y));
    }

    @Function(call = "y = sign(x)", en = "-1, 0 or 1 by the sign; z/|z| for complex numbers.", ru = "-1, 0 или 1 по знаку; z/|z| для комплексных чисел.",
            examples = {"sign([-2 0 3])  % -1 0 1"}, aliases = "signum")
    @Elementwise(complex = "sign")
    public static double sign(double x) {
        return x > 0 ? 1 : x < 0 ? -1 : x == x ? 0 : x;
    }

    static double[] sign(double x, double y) {
        double r = Math.hypot(x, y);
        return r == 0 ? new double[2] : new double[] {x / r, y / r};
    }

    @Function(call = "y = sqrt(x)", en = "Square root, complex for negative numbers.", ru = "Квадратный корень, комплексный для отрицательных чисел.",
            examples = {"sqrt([4 9])  % 2 3", "sqrt(-4)  % 0 + 2i"})
    @Elementwise(complex = "sqrt", leavesReals = true, integers = false)
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    static double[] sqrt(double x, double y) {
        return ComplexMath.sqrt(x, y);
    }

    @Function(call = "y = cbrt(x)", en = "Real cube root.", ru = "Вещественный кубический корень.", examples = {"cbrt(-8)  % -2"})
    @Elementwise(integers = false)
    public static double cbrt(double x) {
        return Math.cbrt(x);
    }

    @Function(call = "y = exp(x)", en = "The exponential function e^x, element by element.", ru = "Показательная функция e^x, поэлементно.",
            examples = {"exp(1)  % 2.7183"})
    @Elementwise(complex = "exp", integers = false)
    public static double exp(double x) {
        return Exp.exp(x);
    }

    static double[] exp(double x, double y) {
        return ComplexMath.exp(x, y);
    }

    @Function(call = "y = expm1(x)", en = "e^x - 1, accurate for small x.", ru = "e^x - 1, точно при малых x.", examples = {"expm1(0)  % 0"})
    @Elementwise(integers = false)
    public static double expm1(double x) {
        return Exp.expm1(x);
    }

    @Function(call = "y = log(x)",
            en = "Natural logarithm, complex for negative numbers.",
            ru = "Натуральный логарифм, комплексный для отрицательных чисел.",
            examples = {"log([1 e])  % 0 1"})
    @Elementwise(complex = "log", leavesReals = true, integers = false)
    public static double log(double x) {
        return Log.log(x);
    }

    static double[] log(double x, double y) {
        return ComplexMath.log(x, y);
    }

    @Function(call = "y = log10(x)", en = "Logarithm to base 10.", ru = "Десятичный логарифм.", examples = {"log10(1000)  % 3"})
    @Elementwise(complex = "log10", leavesReals = true, integers = false)
    public static double log10(double x) {
        return Math.log10(x);
    }

    static double[] log10(double x, double y) {
        return ComplexMath.scaled(ComplexMath.log(x, y), 1 / Log.log(10));
    }

    @Function(call = "y = log1p(x)", en = "log(1 + x), accurate for small x.", ru = "log(1 + x), точно при малых x.", examples = {"log1p(0)  % 0"})
    @Elementwise(complex = "log1p", leavesReals = true, integers = false)
    public static double log1p(double x) {
        return Log.log1p(x);
    }

    static double[] log1p(double x, double y) {
        return ComplexMath.log(1 + x, y);
    }

    @Function(call = "y = floor(x)", en = "The largest integer not above x.", ru = "Наибольшее целое, не большее x.", examples = {"floor(-2.5)  % -3"})
    @Elementwise(complex = "floor")
    public static double floor(double x) {
        return Math.floor(x);
    }

    static BigDecimal floor(BigDecimal x) {
        return x;
    }

    static double[] floor(double x, double y) {
        return new double[] {Math.floor(x), Math.floor(y)};
    }

    @Function(call = "y = ceil(x)", en = "The smallest integer not below x.", ru = "Наименьшее целое, не меньшее x.", examples = {"ceil(2.1)  % 3"})
    @Elementwise(complex = "ceil")
    public static double ceil(double x) {
        return Math.ceil(x);
    }

    static BigDecimal ceil(BigDecimal x) {
        return x;
    }

    static double[] ceil(double x, double y) {
        return new double[] {Math.ceil(x), Math.ceil(y)};
    }

    @Function(call = "y = round(x)\ny = round(x, n)\ny = round(x, n, 'significant')",
            en = "The nearest integer, halves away from zero; or the nearest number with n digits after the point (before it, n < 0), or with n significant digits.",
            ru = "Ближайшее целое, половины — от нуля; либо ближайшее число с n знаками после запятой (до неё, если n < 0) или с n значащими цифрами.",
            examples = {"round([-0.5 0.5 2.4])  % -1 1 2", "round(2.567, 2)  % 2.5700", "round(1234.5, 2, 'significant')  % 1200"})
    @Elementwise(complex = "round", more = "rounded")
    public static double round(double x) {
        double a = Math.abs(x);
        if (!(a < 0x1p52)) return x;
        double r = Math.floor(a);
        return Math.copySign(a - r >= 0.5 ? r + 1 : r, x);
    }

    static BigDecimal round(BigDecimal x) {
        return x;
    }

    /** {@code round(x, n)} and {@code round(x, n, 'significant')}. */
    public static Value rounded(Numeric x, Value... options) {
        int n = (int) Scalars.of("round", "n", options[0], 0);
        if (n != Scalars.of("round", "n", options[0], 0) || options[0] instanceof Char || options[0].isEmpty()) {
            throw Failure.of("round: n must be a whole number of digits", "round: n — целое число знаков");
        }
        String word = options.length < 2 ? "decimals" : Texts.text(options[1], "round", "the third argument").toLowerCase(Locale.ROOT);
        boolean significant = word.equals("significant");
        if (options.length > 2 || !significant && !word.equals("decimals") || significant && n < 1) {
            throw Failure.of("Invalid call to round: after n (1 or more digits) comes 'significant' or 'decimals'",
                    "Неверный вызов round: после n (от одной цифры) стоит 'significant' или 'decimals'");
        }
        double[] re = rounded(x.toDoubles(), n, significant);
        return x.isComplex() ? Result.complex(x.isSingle(), re, rounded(Result.imaginary(x), n, significant), x.dims()) : Result.like(x, re, x.dims());
    }

    private static double[] rounded(double[] x, int n, boolean significant) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) r[i] = digits(x[i], significant ? n - 1 - (int) Math.floor(Math.log10(Math.abs(x[i]))) : n);
        return r;
    }

    private static double digits(double x, int n) {
        if (x == 0 || Double.isNaN(x) || Double.isInfinite(x) || n > 300) return x;
        double p = Math.pow(10, Math.abs(n));
        double y = n >= 0 ? x * p : x / p;
        return Math.abs(y) >= 0x1p52 ? x : n >= 0 ? round(y) / p : round(y) * p;
    }

    static double[] round(double x, double y) {
        return new double[] {round(x), round(y)};
    }

    @Function(call = "y = fix(x)", en = "The integer part: towards zero.", ru = "Целая часть: округление к нулю.", examples = {"fix(-2.5)  % -2"})
    @Elementwise(complex = "fix")
    public static double fix(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    static BigDecimal fix(BigDecimal x) {
        return x;
    }

    static double[] fix(double x, double y) {
        return new double[] {fix(x), fix(y)};
    }

    @Function(call = "r = mod(x, y)", en = "The remainder x - y*floor(x/y), with the sign of y; x where y is 0.",
            ru = "Остаток x - y*floor(x/y), знак как у y; x при y = 0.", examples = {"mod(-1, 3)  % 2", "mod(5, 0)  % 5"})
    @Elementwise
    public static double mod(double x, double y) {
        if (y == 0) return x;
        double r = remainder(x, y);
        if (r != 0 && r < 0 != y < 0) r += y;
        return r == 0 ? Math.copySign(0, y) : r;
    }

    static BigDecimal mod(BigDecimal x, BigDecimal y) {
        BigDecimal r = rem(x, y);
        return y.signum() == 0 ? x : r.signum() * y.signum() < 0 ? r.add(y) : r;
    }

    @Function(call = "r = rem(x, y)", en = "The remainder x - y*fix(x/y), with the sign of x; NaN where y is 0.",
            ru = "Остаток x - y*fix(x/y), знак как у x; NaN при y = 0.", examples = {"rem(-1, 3)  % -1"})
    @Elementwise
    public static double rem(double x, double y) {
        return y == 0 ? Double.NaN : remainder(x, y);
    }

    static BigDecimal rem(BigDecimal x, BigDecimal y) {
        return y.signum() == 0 ? BigDecimal.ZERO : x.remainder(y);
    }

    /** Java's remainder, but 0 where x is a multiple of y up to round-off, as 0.3 is of 0.1. */
    private static double remainder(double x, double y) {
        if (y == Math.rint(y)) return x % y;
        double q = x / y;
        double n = Math.rint(q);
        if (Math.abs(q - n) < Math.ulp(1.0) * Math.max(1, Math.abs(n)) && Math.abs(q) < 0x1p53) return 0;
        double f = q < 0 ? Math.ceil(q) : Math.floor(q);
        return Math.copySign(1, x) * Math.abs(x - y * f);
    }

    @Function(call = "r = hypot(x, y)", en = "sqrt(x^2 + y^2) without overflow.", ru = "sqrt(x^2 + y^2) без переполнения.", examples = {"hypot(3, 4)  % 5"})
    @Elementwise(integers = false)
    public static double hypot(double x, double y) {
        return Math.hypot(x, y);
    }

    @Function(call = "a = atan2(y, x)",
            en = "The polar angle of the point (x, y) in radians, from -pi to pi.",
            ru = "Полярный угол точки (x, y) в радианах, от -pi до pi.",
            examples = {"atan2(1, 1)  % 0.7854"})
    @Elementwise(integers = false)
    public static double atan2(double y, double x) {
        return Math.atan2(y, x);
    }

    @Function(call = "y = real(z)", en = "The real part.", ru = "Вещественная часть.", examples = {"real(3+4i)  % 3"})
    @Elementwise(complex = "real")
    public static double real(double x) {
        return x;
    }

    static BigDecimal real(BigDecimal x) {
        return x;
    }

    static double[] real(double x, double y) {
        return ComplexMath.real(x);
    }

    @Function(call = "y = imag(z)", en = "The imaginary part.", ru = "Мнимая часть.", examples = {"imag(3+4i)  % 4"})
    @Elementwise(complex = "imag")
    public static double imag(double x) {
        return 0;
    }

    static double[] imag(double x, double y) {
        return ComplexMath.real(y);
    }

    @Function(call = "w = conj(z)", en = "The complex conjugate.", ru = "Комплексно сопряжённое.", examples = {"conj(3+4i)  % 3 - 4i"})
    @Elementwise(complex = "conj")
    public static double conj(double x) {
        return x;
    }

    static BigDecimal conj(BigDecimal x) {
        return x;
    }

    static double[] conj(double x, double y) {
        return new double[] {x, -y};
    }

    @Function(call = "a = arg(z)",
            en = "The phase of complex numbers in radians, from -pi to pi.",
            ru = "Аргумент (фаза) комплексного числа в радианах, от -pi до pi.",
            examples = {"arg(-1)  % 3.1416"})
    @Elementwise(complex = "arg")
    public static double arg(double x) {
        return Math.atan2(0, x);
    }

    static double[] arg(double x, double y) {
        return ComplexMath.real(Math.atan2(y, x));
    }
}
