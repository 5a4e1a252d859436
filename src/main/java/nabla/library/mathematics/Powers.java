package nabla.library.mathematics;

import java.math.RoundingMode;
import nabla.kernel.Cores;
import nabla.kernel.Log;
import nabla.library.Broadcast;
import nabla.library.Default;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Roots, binary exponents and whole quotients. */
public final class Powers {
    private Powers() {}

    @Function(call = "y = log2(x)\n[f, e] = log2(x)", en = "Logarithm to base 2; with two results the parts of x = f*2^e, 0.5 <= |f| < 1.",
            ru = "Двоичный логарифм; с двумя результатами — части x = f*2^e, 0.5 <= |f| < 1.", examples = {"log2(8)  % 3", "[f, e] = log2(8); [f e]  % 0.5000 4.0000"})
    public static Value[] log2(Numeric x, @Nargout int nargout) {
        double[] v = x.toDoubles();
        double[] f = new double[v.length];
        if (nargout >= 2) {
            double[] e = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                e[i] = exponent(v[i]);
                int k = (int) e[i];
                f[i] = Math.scalb(Math.scalb(v[i], -k / 2), -(k - k / 2));
            }
            return Result.of(Result.real(x.isSingle(), f, x.dims()), Result.real(x.isSingle(), e, x.dims()));
        }
        boolean complex = x.isComplex();
        for (double w : v) complex |= w < 0;
        if (complex) return Result.of(complexLog2(x));
        Cores.each(v.length, (from, to) -> {
            for (int i = from; i < to; i++) f[i] = Log.log2(v[i]);
        });
        return Result.of(Result.real(x.isSingle(), f, x.dims()));
    }

    /** e of v = f·2^e, ½ ≤ |f| < 1; 0 for what has none. */
    private static int exponent(double v) {
        if (v == 0 || v != v || Double.isInfinite(v)) return 0;
        return Math.abs(v) < Double.MIN_NORMAL ? Math.getExponent(v * 0x1p54) - 53 : Math.getExponent(v) + 1;
    }

    private static Numeric complexLog2(Numeric x) {
        double[] re = new double[x.numel()];
        double[] im = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            double[] z = ComplexMath.scaled(ComplexMath.log(x.re(i), x.im(i)), 1 / Log.log(2));
            re[i] = x.im(i) == 0 ? Log.log2(Math.abs(x.re(i))) : z[0];
            im[i] = z[1];
        }
        return Result.complex(x.isSingle(), re, im, x.dims());
    }

    @Function(call = "y = pow2(x)\ny = pow2(f, e)", en = "2^x, or f*2^e.", ru = "2^x или f*2^e.", examples = {"pow2(3)  % 8"})
    public static Value pow2(Real f, @Default Real e) {
        if (e == null) {
            double[] r = new double[f.numel()];
            for (int i = 0; i < r.length; i++) r[i] = Math.pow(2, f.re(i));
            return Result.like(f, r, f.dims());
        }
        Broadcast b = new Broadcast("pow2", f.dims(), e.dims());
        double[] r = new double[nabla.value.Dims.count(b.dims)];
        b.each((x0, dx, y0, dy, r0, n) -> {
            for (int i = 0; i < n; i++) r[r0 + i] = f.re(x0 + i * dx) * Math.pow(2, e.re(y0 + i * dy));
        });
        return Result.like(f, r, b.dims);
    }

    @Function(call = "n = nextpow2(x)", en = "The smallest n with 2^n >= |x|.", ru = "Наименьшее n, для которого 2^n >= |x|.", examples = {"nextpow2(100)  % 7"})
    @Elementwise
    public static double nextpow2(double x) {
        double a = Math.abs(x);
        if (a == 0 || a != a || Double.isInfinite(a)) return a;
        int k = Math.getExponent(a);
        return a == Math.scalb(1.0, k) ? k : k + 1;
    }

    @Function(call = "y = nthroot(x, n)", en = "The real n-th root; n odd for negative x.", ru = "Вещественный корень степени n; для отрицательных x степень нечётна.",
            examples = {"nthroot(-27, 3)  % -3"})
    @Elementwise
    public static double nthroot(double x, double n) {
        if (n != Math.rint(n) || n == 0) {
            if (Double.isInfinite(n)) return 1;
            throw Failure.of("nthroot: N must be a real nonzero scalar or matrix of integers", "nthroot: n должно быть целым, не нулём");
        }
        if (x < 0 && n % 2 == 0) {
            throw Failure.of(
                    "nthroot: N must be an odd integer if X contains negative values", "nthroot: для отрицательных x степень n должна быть нечётной");
        }
        if (n == 3) return Math.cbrt(x);
        double y = Math.copySign(Math.pow(Math.abs(x), 1 / n), x);
        if (y == 0 || Double.isInfinite(y) || y != y) return y;
        double corrected = y - (y - x / Math.pow(y, n - 1)) / n;
        return Double.isNaN(corrected) || Double.isInfinite(corrected) ? y : corrected;
    }

    @Function(call = "y = realsqrt(x)", en = "Square root that refuses negative numbers.", ru = "Квадратный корень, не принимающий отрицательных чисел.",
            examples = {"realsqrt(4)  % 2"})
    @Elementwise(integers = false)
    public static double realsqrt(double x) {
        if (x < 0) throw Failure.of("realsqrt: produced complex result", "realsqrt: результат был бы комплексным");
        return Math.sqrt(x);
    }

    @Function(call = "y = reallog(x)", en = "Logarithm that refuses negative numbers.", ru = "Логарифм, не принимающий отрицательных чисел.", examples = {"reallog(1)  % 0"})
    @Elementwise(integers = false)
    public static double reallog(double x) {
        if (x < 0) throw Failure.of("reallog: produced complex result", "reallog: результат был бы комплексным");
        return Log.log(x);
    }

    @Function(call = "q = idivide(a, b)\nq = idivide(a, b, how)",
            en = "Whole quotient of integers; how is 'fix' (default), 'floor', 'ceil' or 'round'.",
            ru = "Целое частное; how — 'fix' (по умолчанию), 'floor', 'ceil' или 'round'.", examples = {"idivide(int32(7), int32(2))  % 3"})
    public static Value idivide(Numeric a, Numeric b, @Default("fix") String how) {
        Numeric model = a instanceof Ints ? a : b;
        if (!(model instanceof Ints) || b instanceof Ints && !b.className().equals(model.className())) {
            throw Failure.of(
                    "idivide: at least one input (A or B) must be an integer type, both of one class",
                    "idivide: хотя бы один аргумент должен быть целого класса, оба — одного");
        }
        RoundingMode mode = switch (how) {
            case "fix" -> RoundingMode.DOWN;
            case "floor" -> RoundingMode.FLOOR;
            case "ceil" -> RoundingMode.CEILING;
            case "round" -> RoundingMode.HALF_UP;
            default -> throw Failure.of("idivide: unrecognized rounding type \"%s\"", "idivide: неизвестное округление «%s»", how);
        };
        IntType type = ((Ints) model).type();
        Broadcast s = new Broadcast("idivide", a.dims(), b.dims());
        long[] r = new long[Dims.count(s.dims)];
        s.each((x0, dx, y0, dy, r0, n) -> {
            for (int i = 0; i < n; i++) r[r0 + i] = quotient(type, a, x0 + i * dx, b, y0 + i * dy, mode);
        });
        return new Ints(type, r, s.dims);
    }

    private static long quotient(IntType type, Numeric a, int i, Numeric b, int j, RoundingMode mode) {
        double q = a.re(i) / b.re(j);
        if (type.bits == 64 && Double.isFinite(q) && Double.isFinite(b.re(j))) return type.saturate(a.exact(i).divide(b.exact(j), 0, mode));
        return type.saturate(switch (mode) {
            case DOWN -> Elementary.fix(q);
            case FLOOR -> Math.floor(q);
            case CEILING -> Math.ceil(q);
            default -> q;
        });
    }
}
