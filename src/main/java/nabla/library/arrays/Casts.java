package nabla.library.arrays;

import nabla.library.Binder;
import nabla.library.Function;
import nabla.library.Result;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Conversions from class to class. */
public final class Casts {
    private Casts() {}

    /** The array in the class of that name. */
    public static Value convert(Numeric x, String to) {
        if (x.className().equals(to)) return Result.same(x);
        IntType t = IntType.named(to);
        if (t != null) return integers(x, t);
        switch (to) {
            case "double":
            case "single":
                boolean single = to.equals("single");
                if (x instanceof Complex c) {
                    return new Complex(single, rounded(c.reData(), single), rounded(c.imData(), single), x.dims()).narrow();
                }
                return new Real(single, rounded(x.toDoubles(), single), x.dims());
            case "logical":
                return logical(x);
            case "char":
                char[] r = new char[x.numel()];
                for (int i = 0; i < r.length; i++) r[i] = (char) x.re(i);
                return new Char(r, false, x.dims());
            default:
                throw Failure.of("cast: type name '%s' is not a built-in data type", "cast: класса «%s» нет", to);
        }
    }

    private static double[] rounded(double[] x, boolean single) {
        double[] r = x.clone();
        if (single) for (int i = 0; i < r.length; i++) r[i] = (float) r[i];
        return r;
    }

    private static Value integers(Numeric x, IntType to) {
        long[] r = new long[x.numel()];
        for (int i = 0; i < r.length; i++) r[i] = x instanceof Ints n ? between(n.type(), n.data()[i], to) : to.saturate(x.re(i));
        return new Ints(to, r, x.dims());
    }

    /** Exact between the 64-bit classes, where a double would round. */
    private static long between(IntType from, long v, IntType to) {
        boolean huge = from == IntType.UINT64 && v < 0;
        if (to == IntType.UINT64) return huge || v >= 0 ? v : 0;
        if (huge) return to.max();
        return Math.max(to.min(), Math.min(to.max(), v));
    }

    private static Value to(String name, Value v) {
        if (v instanceof Numeric x) return convert(x, name);
        throw Failure.of("%s: wrong type argument '%s'", "%s: значение класса %s не преобразуется в число", name, Binder.kind(v));
    }

    @Function(call = "y = double(x)", en = "x in double precision; the codes of characters.", ru = "x с двойной точностью; коды символов.", examples = {"double('a')  % 97"})
    public static Value double_(Value x) {
        return to("double", x);
    }

    @Function(call = "y = single(x)", en = "x in single precision.", ru = "x с одинарной точностью.", examples = {"class(single(1))  % single"})
    public static Value single(Value x) {
        return to("single", x);
    }

    @Function(call = "y = int8(x)",
            en = "Integers from -128 to 127: rounded, and the nearest at the ends.",
            ru = "Целые от -128 до 127: x округляется, значения вне диапазона заменяются его границей.",
            examples = {"int8(200)  % 127"})
    public static Value int8(Value x) {
        return to("int8", x);
    }

    @Function(call = "y = int16(x)", en = "16-bit integers.", ru = "16-битные целые.", examples = {"int16(2.5)  % 3"})
    public static Value int16(Value x) {
        return to("int16", x);
    }

    @Function(call = "y = int32(x)", en = "32-bit integers.", ru = "32-битные целые.", examples = {"int32(-2.5)  % -3"})
    public static Value int32(Value x) {
        return to("int32", x);
    }

    @Function(call = "y = int64(x)", en = "64-bit integers.", ru = "64-битные целые.", examples = {"int64(7)  % 7"})
    public static Value int64(Value x) {
        return to("int64", x);
    }

    @Function(call = "y = uint8(x)", en = "Integers from 0 to 255.", ru = "Целые от 0 до 255.", examples = {"uint8(-1)  % 0"})
    public static Value uint8(Value x) {
        return to("uint8", x);
    }

    @Function(call = "y = uint16(x)", en = "Unsigned 16-bit integers.", ru = "16-битные целые без знака.", examples = {"uint16(7)  % 7"})
    public static Value uint16(Value x) {
        return to("uint16", x);
    }

    @Function(call = "y = uint32(x)", en = "Unsigned 32-bit integers.", ru = "32-битные целые без знака.", examples = {"uint32(7)  % 7"})
    public static Value uint32(Value x) {
        return to("uint32", x);
    }

    @Function(call = "y = uint64(x)", en = "Unsigned 64-bit integers.", ru = "64-битные целые без знака.", examples = {"uint64(7)  % 7"})
    public static Value uint64(Value x) {
        return to("uint64", x);
    }

    @Function(call = "t = logical(x)", en = "True where x is not 0; NaN is an error.", ru = "Истина там, где x не 0; NaN — ошибка.", examples = {"logical([2 0])  % 1 0"})
    public static Value logical(Value v) {
        if (v instanceof Bool) return Result.same(v);
        if (!(v instanceof Numeric x) || v instanceof Char || v instanceof Complex) {
            throw Failure.of("logical: wrong type argument '%s'", "logical: значение класса %s не годится", Binder.kind(v));
        }
        boolean[] t = new boolean[x.numel()];
        for (int i = 0; i < t.length; i++) {
            if (Double.isNaN(x.re(i))) throw Failure.of("logical: NaN can't be converted to logical value", "logical: NaN не бывает истиной или ложью");
            t[i] = x.re(i) != 0;
        }
        return new Bool(t, x.dims());
    }

    @Function(call = "y = cast(x, type)", en = "x converted to the named class.", ru = "x, преобразованный в класс с этим именем.", examples = {"cast(3.7, 'int8')  % 4"})
    public static Value cast(Value x, String type) {
        return to(type, x);
    }
}
