package nabla.library.mathematics;

import nabla.library.Broadcast;
import nabla.library.Default;
import nabla.library.Elementwise;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Roots, binary exponents and whole quotients. */
public final class Powers {
    private Powers() {}

    @Function(call = "y = log2(x)\n[f, e] = log2(x)", en = "Logarithm to base 2; with two results the parts of x = f*2^e, 0.5 <= |f| < 1.",
            ru = "Двоичный логарифм; с двумя результатами — части x = f*2^e, 0.5 <= |f| < 1.", examples = {"log2(8)  % 3", "[f, e] = log2(8); [f e]  % 0.5000 4.0000"})
    public static Value[] log2(Numeric x, @Nargout int nargout) {
        int n = x.numel();
        double[] f = new double[n];
        double[] e = new double[n];
        boolean complex = x.isComplex();
        for (int i = 0; i < n; i++) {
            double v = x.re(i);
            if (nargout < 2) {
                complex |= v < 0;
                f[i] = base2(v);
            } else if (v != 0 && v == v && !Double.isInfinite(v)) {
                int k = Math.getExponent(v) + 1;
                if (Math.abs(v) < Double.MIN_NORMAL) k = Math.getExponent(v * 0x1p54) - 53;
                e[i] = k;
                f[i] = Math.scalb(Math.scalb(v, -k / 2), -(k - k / 2));
            } else f[i] = v;
        }
        if (nargout >= 2) return Result.of(Result.real(x.isSingle(), f, x.dims()), Result.real(x.isSingle(), e, x.dims()));
        if (!complex) return Result.of(Result.real(x.isSingle(), f, x.dims()));
        for (int i = 0; i < n; i++) {
            double[] z = ComplexMath.scaled(ComplexMath.log(x.re(i), x.im(i)), 1 / Math.log(2));
            f[i] = x.im(i) == 0 ? base2(Math.abs(x.re(i))) : z[0];
            e[i] = z[1];
        }
        return Result.of(Result.complex(x.isSingle(), f, e, x.dims()));
    }

    /** Exact at powers of two. */
    private static double base2(double v) {
        if (v > 0 && v < Double.POSITIVE_INFINITY) {
            int k = Math.getExponent(v);
            if (k >= Double.MIN_EXPONENT && v == Math.scalb(1.0, k)) return k;
        }
        return Math.log(v) / Math.log(2);
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
        return Math.log(x);
    }

    @Function(call = "q = idivide(a, b)\nq = idivide(a, b, how)",
            en = "Whole quotient of integers; how is 'fix' (default), 'floor', 'ceil' or 'round'.",
            ru = "Целое частное; how — 'fix' (по умолчанию), 'floor', 'ceil' или 'round'.", examples = {"idivide(int32(7), int32(2))  % 3"})
    public static Value idivide(Numeric a, Numeric b, @Default("fix") String how) {
        Numeric model = a instanceof nabla.value.Ints ? a : b;
        if (!(model instanceof nabla.value.Ints) || b instanceof nabla.value.Ints && !b.className().equals(model.className())) {
            throw Failure.of(
                    "idivide: at least one input (A or B) must be an integer type, both of one class",
                    "idivide: хотя бы один аргумент должен быть целого класса, оба — одного");
        }
        Broadcast s = new Broadcast("idivide", a.dims(), b.dims());
        double[] r = new double[nabla.value.Dims.count(s.dims)];
        s.each((x0, dx, y0, dy, r0, n) -> {
            for (int i = 0; i < n; i++) {
                double q = a.re(x0 + i * dx) / b.re(y0 + i * dy);
                r[r0 + i] = switch (how) {
                    case "fix" -> Elementary.fix(q);
                    case "floor" -> Math.floor(q);
                    case "ceil" -> Math.ceil(q);
                    case "round" -> Elementary.round(q);
                    default -> throw Failure.of("idivide: unrecognized rounding type \"%s\"", "idivide: неизвестное округление «%s»", how);
                };
            }
        });
        return Result.like(model, r, s.dims);
    }
}
