package nabla.library.mathematics;

import nabla.library.Broadcast;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.arrays.Casts;
import nabla.value.Bool;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Value;

/** Operations on the bits of whole numbers; doubles count as 53 bits. */
public final class Bits {
    private Bits() {}

    private interface Both {
        long of(long a, long b);
    }

    private static Value both(String name, Numeric x, Numeric y, Both f) {
        IntType t = x instanceof Ints i ? i.type() : y instanceof Ints i ? i.type() : null;
        if (x instanceof Ints i && y instanceof Ints k && i.type() != k.type()) {
            throw Failure.of("%s: both integers must be of one class", "%s: целые должны быть одного класса", name);
        }
        Broadcast s = new Broadcast(name, x.dims(), y.dims());
        int count = Dims.count(s.dims);
        long[] whole = new long[count];
        s.each((x0, dx, y0, dy, r, n) -> {
            for (int i = 0; i < n; i++) whole[r + i] = f.of(bits(name, x, x0 + i * dx), bits(name, y, y0 + i * dy));
        });
        if (t != null) return new Ints(t, whole, s.dims);
        double[] r = new double[count];
        for (int i = 0; i < count; i++) r[i] = whole[i];
        if (x instanceof Bool && y instanceof Bool) return Casts.logical(new nabla.value.Real(r, s.dims));
        return Result.real(x.isSingle() || y.isSingle(), r, s.dims);
    }

    private static long bits(String name, Numeric x, int i) {
        if (x instanceof Ints n) return n.data()[i];
        double v = x.re(i);
        if (v < 0 || v != Math.rint(v) || v > 0x1p53) {
            throw Failure.of("%s: inputs must be non-negative integers up to 2^53", "%s: нужны целые от 0 до 2^53", name);
        }
        return (long) v;
    }

    @Function(call = "c = bitand(a, b)", en = "The bits that both have.", ru = "Биты, которые есть у обоих.", examples = {"bitand(12, 10)  % 8"})
    public static Value bitand(Numeric a, Numeric b) {
        return both("bitand", a, b, (p, q) -> p & q);
    }

    @Function(call = "c = bitor(a, b)", en = "The bits that one of them has.", ru = "Биты, которые есть хоть у одного.", examples = {"bitor(12, 10)  % 14"})
    public static Value bitor(Numeric a, Numeric b) {
        return both("bitor", a, b, (p, q) -> p | q);
    }

    @Function(call = "c = bitxor(a, b)", en = "The bits that exactly one has.", ru = "Биты, которые есть ровно у одного.", examples = {"bitxor(12, 10)  % 6"})
    public static Value bitxor(Numeric a, Numeric b) {
        return both("bitxor", a, b, (p, q) -> p ^ q);
    }

    @Function(call = "c = bitshift(a, n)",
            en = "The bits moved n places to the left (times 2^n), to the right for negative n.",
            ru = "Двоичные разряды, сдвинутые на n мест влево (умножение на 2^n), при отрицательном n — вправо.",
            examples = {"bitshift(1, 3)  % 8", "bitshift(16, -2)  % 4"})
    public static Value bitshift(Numeric a, Numeric n) {
        IntType t = a instanceof Ints i ? i.type() : null;
        for (int i = 0; i < n.numel(); i++) {
            if (n.re(i) != Math.rint(n.re(i))) {
                throw Failure.of("bitshift: K must be a scalar or array of integers", "bitshift: число разрядов должно быть целым");
            }
        }
        Numeric places = new nabla.value.Real(n.toDoubles().clone(), n.dims());
        Broadcast s = new Broadcast("bitshift", a.dims(), places.dims());
        long[] whole = new long[Dims.count(s.dims)];
        s.each((x0, dx, y0, dy, r, m) -> {
            for (int i = 0; i < m; i++) {
                int by = (int) places.re(y0 + i * dy);
                int k = x0 + i * dx;
                whole[r + i] = t != null ? shifted(((Ints) a).data()[k], by, t) : (long) Math.signum(a.re(k)) * shifted(magnitude(a.re(k)), by);
            }
        });
        if (t != null) return new Ints(t, whole, s.dims);
        double[] r = new double[whole.length];
        for (int i = 0; i < r.length; i++) r[i] = whole[i];
        return Result.real(a.isSingle(), r, s.dims);
    }

    /** Within the class's bits; a negative number keeps its sign to the right. */
    private static long shifted(long v, int by, IntType t) {
        int rest = 64 - t.bits;
        if (by < 0) return t.signed ? v >> Math.min(-by, 63) : by <= -64 ? 0 : v >>> -by;
        if (by >= (t.signed ? t.bits - 1 : t.bits)) return 0;
        return t.signed ? v << by + rest >> rest : v << by + rest >>> rest;
    }

    private static long shifted(long v, int by) {
        return Math.abs(by) >= 53 ? 0 : by < 0 ? v >> -by : v << by & (1L << 53) - 1;
    }

    private static long magnitude(double x) {
        return bits("bitshift", nabla.value.Real.of(Math.abs(x)), 0);
    }

    @Function(call = "m = bitmax",
            en = "The largest whole number whose bits are exact in a double.",
            ru = "Наибольшее целое, все биты которого точны в double.",
            examples = {"bitmax == 2^53 - 1  % 1"})
    public static double bitmax() {
        return 0x1p53 - 1;
    }
}
