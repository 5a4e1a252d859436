package nabla.library.mathematics;

import nabla.library.Default;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.library.Shape;
import nabla.value.Bool;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Decimal;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Numbers with names, and arrays filled with them. */
public final class Constants {
    private Constants() {}

    private static Value filled(String name, double x, Value[] a) {
        if (a.length == 0) return Real.of(x);
        Shape s = Shape.of(name, a);
        if (s.type != null && !s.type.equals("double") && !s.type.equals("single")) {
            throw Failure.of("%s: the class must be floating point, double or single, not %s", "%s: класс — double или single, а не %s", name, s.type);
        }
        return s.filled(x);
    }

    @Function(call = "x = pi\nx = pi(n)\nx = pi(m, n)", en = "The ratio of a circle's circumference to its diameter.",
            ru = "Отношение длины окружности к диаметру.", examples = {"pi  % 3.1416"})
    public static Value pi(Value... sizes) {
        return filled("pi", Math.PI, sizes);
    }

    @Function(call = "x = e\nx = e(m, n)", en = "The base of the natural logarithm.", ru = "Основание натурального логарифма.",
            examples = {"e  % 2.7183"})
    public static Value e(Value... sizes) {
        return filled("e", Math.E, sizes);
    }

    @Function(call = "x = Inf\nx = Inf(m, n)", en = "Infinity; with sizes, an array of it.", ru = "Бесконечность; с размерами — массив из неё.",
            aliases = "inf", examples = {"-Inf  % -Inf"})
    public static Value Inf(Value... sizes) {
        return filled("Inf", Double.POSITIVE_INFINITY, sizes);
    }

    @Function(call = "x = NaN\nx = NaN(m, n)", en = "Not a number, the result of 0/0; with sizes, an array of it.",
            ru = "Не число, результат 0/0; с размерами — массив.", aliases = "nan", examples = {"NaN(1, 2)  % NaN NaN"})
    public static Value NaN(Value... sizes) {
        return filled("NaN", Double.NaN, sizes);
    }

    @Function(call = "x = NA\nx = NA(m, n)", en = "The mark of a missing value, a NaN of its own.", ru = "Знак пропущенного значения, особое NaN.",
            examples = {"isna(NA)  % 1"})
    public static Value NA(Value... sizes) {
        return filled("NA", Decimal.NOT_AVAILABLE, sizes);
    }

    @Function(call = "t = isna(x)", en = "Which elements are missing values (NA).", ru = "Какие элементы отмечены как пропущенные (NA).",
            examples = {"isna([1 NaN NA])  % 0 0 1"})
    @Elementwise(logical = true)
    public static double isna(double x) {
        return (Double.doubleToRawLongBits(x) & 0xFFFFFFFFL) == 0x7A2 && x != x ? 1 : 0;
    }

    @Function(call = "z = i\nz = i(m, n)", en = "The imaginary unit.", ru = "Мнимая единица.", aliases = {"j", "I", "J"},
            examples = {"i^2  % -1"})
    public static Value i(Value... sizes) {
        if (sizes.length == 0) return Complex.of(0, 1);
        int[] d = Shape.of("i", sizes).dims;
        double[] im = new double[Dims.count(d)];
        java.util.Arrays.fill(im, 1);
        return new Complex(new double[im.length], im, d);
    }

    @Function(call = "t = true\nt = true(n)\nt = true(m, n, ...)", en = "The truth value; with sizes, an array of it.",
            ru = "Истина; с размерами — массив истин.", examples = {"true(1, 2)  % 1 1"})
    public static Value true_(Value... sizes) {
        return truths("true", true, sizes);
    }

    @Function(call = "t = false\nt = false(n)\nt = false(m, n, ...)", en = "The false truth value; with sizes, an array of it.",
            ru = "Ложь; с размерами — массив.", examples = {"false  % 0"})
    public static Value false_(Value... sizes) {
        return truths("false", false, sizes);
    }

    private static Value truths(String name, boolean b, Value[] a) {
        if (a.length == 0) return Bool.of(b);
        Shape s = Shape.of(name, a);
        if (s.type != null && !s.type.equals("logical")) {
            throw Failure.of("%s: invalid data type '%s': the class must be logical", "%s: класс — logical, а не «%s»", name, s.type);
        }
        int[] d = s.dims;
        boolean[] t = new boolean[Dims.count(d)];
        if (b) java.util.Arrays.fill(t, true);
        return new Bool(t, d);
    }

    @Function(call = "x = eps\nd = eps(x)\nx = eps(m, n)",
            en = "The distance from 1 to the next larger double; eps(x): from |x| to the next, for each element.",
            ru = "Расстояние от 1 до следующего числа; eps(x) — от |x| до следующего, для каждого элемента.",
            examples = {"eps  % 2.2204e-16", "eps(1000)  % 1.1369e-13"})
    public static Value eps(Value... a) {
        if (a.length == 1 && (a[0] instanceof Ints || a[0] instanceof Bool)) {
            throw Failure.of("eps: X must be of a floating point type, not %s", "eps: x — double или single, а не %s", a[0].className());
        }
        if (a.length != 1 || !(a[0] instanceof Real x)) return a.length == 0 ? Real.of(0x1p-52) : precision("eps", a, 0x1p-52, 0x1p-23);
        double[] r = new double[x.numel()];
        for (int k = 0; k < r.length; k++) {
            double v = Math.abs(x.re(k));
            r[k] = Double.isNaN(v) || Double.isInfinite(v) ? Double.NaN : x.isSingle() ? Math.ulp((float) v) : Math.ulp(v);
        }
        return new Real(x.isSingle(), r, x.dims());
    }

    private static Value precision(String name, Value[] a, double ofDouble, double ofSingle) {
        if (a.length == 0) return Real.of(ofDouble);
        if (a.length == 1 && a[0] instanceof Real r) {
            if (r.isSingle()) return new Real(true, new double[] {ofSingle}, 1, 1);
        }
        Shape s = Shape.of(name, a);
        return s.filled("single".equals(s.type) ? ofSingle : ofDouble);
    }

    @Function(call = "x = realmax\nx = realmax('single')", en = "The largest finite number.", ru = "Наибольшее конечное число.",
            examples = {"realmax  % 1.7977e+308"})
    public static Value realmax(Value... a) {
        return precision("realmax", a, Double.MAX_VALUE, Float.MAX_VALUE);
    }

    @Function(call = "x = realmin\nx = realmin('single')", en = "The smallest positive number of full precision.",
            ru = "Наименьшее положительное число полной точности.", examples = {"realmin  % 2.2251e-308"})
    public static Value realmin(Value... a) {
        return precision("realmin", a, Double.MIN_NORMAL, Float.MIN_NORMAL);
    }

    @Function(call = "n = flintmax\nn = flintmax('single')", en = "The largest integer below which all integers are exact.",
            ru = "Граница, до которой все целые представимы точно.", examples = {"flintmax == 2^53  % 1"})
    public static Value flintmax(Value... a) {
        return precision("flintmax", a, 0x1p53, 0x1p24);
    }

    @Function(call = "n = intmax\nn = intmax('int8')", en = "The largest number of an integer class, int32 unless named.",
            ru = "Наибольшее число целого класса, по умолчанию int32.", examples = {"intmax('int8')  % 127"})
    public static Value intmax(@Default("int32") Value type) {
        IntType t = integer("intmax", type);
        return new Ints(t, new long[] {t.max()}, 1, 1);
    }

    @Function(call = "n = intmin\nn = intmin('int8')", en = "The smallest number of an integer class, int32 unless named.",
            ru = "Наименьшее число целого класса, по умолчанию int32.", examples = {"intmin('int8')  % -128"})
    public static Value intmin(@Default("int32") Value type) {
        IntType t = integer("intmin", type);
        return new Ints(t, new long[] {t.min()}, 1, 1);
    }

    private static IntType integer(String name, Value type) {
        String label = type instanceof nabla.value.Char c ? c.text() : ((Value) type).className();
        IntType t = IntType.named(label);
        if (t == null) {
            throw Failure.of("%s: not defined for class '%s'", "%s: класс %s не целый", name, label);
        }
        return t;
    }

    static boolean isNumber(Value v) {
        return v instanceof Numeric && !(v instanceof nabla.value.Char);
    }
}
