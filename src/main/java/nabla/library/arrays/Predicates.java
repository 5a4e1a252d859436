package nabla.library.arrays;

import nabla.library.Binder;
import nabla.library.Default;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.FunctionHandle;
import nabla.value.Ints;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Questions about the class of a value and about single elements. */
public final class Predicates {
    private Predicates() {}

    @Function(call = "s = class(x)", en = "The name of x's class.", ru = "Имя класса x.", examples = {"class(1)  % double", "class('a')  % char"})
    public static String class_(Value x) {
        return x.className();
    }

    @Function(call = "t = isnumeric(x)",
            en = "Whether x holds numbers: not logical, not characters.",
            ru = "Верно ли, что x — числа: не логические значения и не символы.",
            examples = {"isnumeric(1)  % 1", "isnumeric(true)  % 0"})
    public static boolean isnumeric(Value x) {
        return x instanceof Real || x instanceof Complex || x instanceof Ints;
    }

    @Function(call = "t = isreal(x)",
            en = "Whether x is a numeric, logical or character array that is not complex.",
            ru = "Верно ли, что x — не комплексный числовой, логический или символьный массив.",
            examples = {"isreal(1)  % 1", "isreal(1i)  % 0"})
    public static boolean isreal(Value x) {
        return x instanceof Numeric && !(x instanceof Complex);
    }

    @Function(call = "t = iscomplex(x)", en = "Whether x is complex.", ru = "Верно ли, что x комплексный.", examples = {"iscomplex(1i)  % 1"})
    public static boolean iscomplex(Value x) {
        return x instanceof Complex;
    }

    @Function(call = "t = ischar(x)", en = "Whether x is a string or character array.", ru = "Верно ли, что x — строка или символьный массив.", examples = {"ischar('a')  % 1"})
    public static boolean ischar(Value x) {
        return x instanceof Char;
    }

    @Function(call = "t = islogical(x)", en = "Whether x is logical.", ru = "Верно ли, что x логический.", aliases = "isbool", examples = {"islogical(1 > 0)  % 1"})
    public static boolean islogical(Value x) {
        return x instanceof Bool;
    }

    @Function(call = "t = isfloat(x)", en = "Whether x is double or single.", ru = "Верно ли, что x класса double или single.", examples = {"isfloat(1)  % 1"})
    public static boolean isfloat(Value x) {
        return x instanceof Real || x instanceof Complex;
    }

    @Function(call = "t = isinteger(x)", en = "Whether x is of an integer class.", ru = "Верно ли, что x целого класса.", examples = {"isinteger(1)  % 0", "isinteger(int8(1))  % 1"})
    public static boolean isinteger(Value x) {
        return x instanceof Ints;
    }

    @Function(call = "t = is_function_handle(x)", en = "Whether x is a function handle.", ru = "Верно ли, что x — указатель на функцию.", examples = {"is_function_handle(@sin)  % 1"})
    public static boolean is_function_handle(Value x) {
        return x instanceof FunctionHandle;
    }

    @Function(call = "t = isa(x, class)", en = "Whether x is of the class, or of the group 'numeric', 'float' or 'integer'; for a cell of names, each.",
            ru = "Верно ли, что x этого класса или группы 'numeric', 'float', 'integer'; для ячеек с именами — каждого.", examples = {"isa(1, 'float')  % 1"})
    public static Value isa(Value x, Value type) {
        if (!(type instanceof nabla.value.Cell c)) return Bool.of(is(x, type));
        boolean[] t = new boolean[c.numel()];
        for (int i = 0; i < t.length; i++) t[i] = is(x, c.get(i));
        return new Bool(t, c.dims());
    }

    private static boolean is(Value x, Value type) {
        String name = type instanceof Char c ? c.text() : "";
        return switch (name) {
            case "numeric" -> isnumeric(x);
            case "float" -> isfloat(x);
            case "integer" -> isinteger(x);
            default -> x.className().equals(name);
        };
    }

    @Function(call = "t = isnan(x)", en = "Which elements are NaN; no for what is not a number.", ru = "Какие элементы — NaN; для нечисловых — ложь.",
            examples = {"isnan([1 NaN])  % 0 1"})
    public static Value isnan(Value x) {
        return each(x, 0);
    }

    @Function(call = "t = isinf(x)", en = "Which elements are infinite.", ru = "Какие элементы бесконечны.", examples = {"isinf([1 -Inf])  % 0 1"})
    public static Value isinf(Value x) {
        return each(x, 1);
    }

    @Function(call = "t = isfinite(x)", en = "Which elements are finite numbers.", ru = "Какие элементы — конечные числа.", aliases = "finite", examples = {"isfinite([1 NaN Inf])  % 1 0 0"})
    public static Value isfinite(Value x) {
        return each(x, 2);
    }

    private static Value each(Value v, int what) {
        if (v instanceof FunctionHandle || !(v instanceof Numeric x)) {
            if (v instanceof nabla.value.Cell) return new Bool(new boolean[v.numel()], v.dims());
            throw nabla.value.Failure.of("wrong type argument '%s'", "значение класса %s здесь не годится", Binder.kind(v));
        }
        boolean[] t = new boolean[x.numel()];
        for (int i = 0; i < t.length; i++) {
            double a = x.re(i);
            double b = x.im(i);
            t[i] = switch (what) {
                case 0 -> a != a || b != b;
                case 1 -> Double.isInfinite(a) || Double.isInfinite(b);
                default -> Double.isFinite(a) && Double.isFinite(b);
            };
        }
        return new Bool(t, x.dims());
    }

    @Function(call = "t = signbit(x)", en = "Whether the sign is minus, of zero too.", ru = "Стоит ли знак минус, в том числе у нуля.", examples = {"signbit(-0) != 0  % 1"})
    @Elementwise(logical = true)
    public static double signbit(double x) {
        return Math.copySign(1, x) < 0 ? 1 : 0;
    }

    @Function(call = "t = ishermitian(A)\nt = ishermitian(A, tol)\nt = ishermitian(A, 'skew')",
            en = "Whether A equals its conjugate transpose, up to tol times its norm; with 'skew' the opposite of it.",
            ru = "Эрмитова ли матрица A: равна ли она (с допуском tol от нормы) своей сопряжённо-транспонированной; с 'skew' — противоположна ли ей.",
            examples = {"ishermitian([1 2i; -2i 1])  % 1"})
    public static boolean ishermitian(Value v, @Default Value option) {
        return v instanceof Numeric && !(v instanceof Char) && mirrored("ishermitian", v, option, -1);
    }

    @Function(call = "t = issymmetric(A)\nt = issymmetric(A, tol)\nt = issymmetric(A, 'skew')",
            en = "Whether A equals its transpose (not conjugated), up to tol times its norm; with 'skew' the opposite of it.",
            ru = "Симметрична ли A: равна ли она (с допуском tol от нормы) своей транспонированной, без сопряжения; с 'skew' — противоположна ли ей.",
            examples = {"issymmetric([1 2; 2 1])  % 1", "issymmetric([1 2i; 2i 3])  % 1"})
    public static boolean issymmetric(Value v, @Default Value option) {
        return mirrored("issymmetric", v, option, 1);
    }

    private static boolean mirrored(String name, Value v, Value option, int conjugate) {
        if (!(v instanceof Numeric a)) {
            throw Failure.of("%s: A must be a numeric, logical, or character matrix", "%s: A — числовая, логическая или текстовая матрица", name);
        }
        boolean skew = option instanceof Char c && c.text().equals("skew");
        boolean words = option == null || skew || option instanceof Char d && d.text().equals("nonskew");
        if (!words && !(option instanceof Numeric t && !(option instanceof Char) && t.isScalar() && !t.isComplex() && t.re(0) >= 0)) {
            throw Failure.of("%s: after A comes a tolerance from 0, 'skew' or 'nonskew'", "%s: после A — допуск от 0, 'skew' или 'nonskew'", name);
        }
        return a.ndims() == 2 && a.rows() == a.columns() && within(a, skew ? -1 : 1, conjugate, words ? 0 : ((Numeric) option).re(0));
    }

    /** Whether A differs from ±Aᵀ (conjugated: −1) by at most tol·‖A‖∞. */
    private static boolean within(Numeric a, int sign, int conjugate, double tol) {
        int n = a.rows();
        double norm = 0;
        double gap = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            double off = 0;
            for (int j = 0; j < n; j++) {
                row += Math.hypot(a.re(i + j * n), a.im(i + j * n));
                double d = Math.hypot(a.re(i + j * n) - sign * a.re(j + i * n), a.im(i + j * n) - sign * conjugate * a.im(j + i * n));
                if (d != d) return false;
                off += d;
            }
            norm = Math.max(norm, row);
            gap = Math.max(gap, off);
        }
        return gap == 0 || gap / norm <= tol;
    }
}
