package nabla.library.arrays;

import nabla.library.Along;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Scalars;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Sums and products along a dimension, total and running. */
public final class Sums {
    private Sums() {}

    private static final String EN = "along the first dimension that is not 1, or along dim";
    private static final String RU = "по первому измерению, отличному от 1, или по dim";
    private static final String CLASS_EN = "Of integers and truths a double; with 'native' of their own class, integers kept within it at each step; with 'double' a double for single too.";
    private static final String CLASS_RU = "Для целых и истин — double; с 'native' — их собственного класса, целые не выходят за него на каждом шаге; с 'double' и для single — double.";

    /** The dimension and the class of the result: 'native' for the argument's own, 'double', or empty: integers and truths give doubles. */
    private record Request(Value dim, String kind) {
        static Request of(String name, Value[] a) {
            Value dim = null;
            String kind = "";
            for (Value v : a) {
                if (!(v instanceof Char c)) {
                    if (dim != null) throw Failure.of("Invalid call to %s: one dimension at most", "%s: измерение можно указать одно", name).id("Octave:invalid-fun-call");
                    dim = v;
                } else if (c.text().equals("native") || c.text().equals("double")) {
                    kind = c.text();
                } else if (!c.text().equals("extra")) {
                    throw Failure.of("%s: unrecognized type argument '%s'", "%s: непонятный аргумент «%s»", name, c.text());
                }
            }
            return new Request(dim, kind);
        }

        boolean within(Numeric x) {
            return kind.equals("native") && x instanceof Ints;
        }

        /** Computed doubles in the class asked for. */
        Numeric result(Numeric x, double[] re, double[] im, int[] dims) {
            boolean single = x.isSingle() && !kind.equals("double");
            if (im != null) return Result.complex(single, re, im, dims);
            if (within(x)) return Result.like(x, re, dims);
            if (!kind.equals("native") || !(x instanceof Bool)) return Result.real(single, re, dims);
            boolean[] t = new boolean[re.length];
            for (int i = 0; i < t.length; i++) t[i] = re[i] != 0;
            return new Bool(t, dims);
        }
    }

    @Function(call = "s = sum(x)\ns = sum(x, dim)\ns = sum(..., 'native')",
            en = "Sum of the elements " + EN + ". " + CLASS_EN, ru = "Сумма элементов " + RU + ". " + CLASS_RU,
            examples = {"sum([1 2; 3 4])  % 4 6", "sum([1 2; 3 4], 2)'  % 3 7", "sum([])  % 0", "sum(int8([100 100]), 'native')  % 127"})
    public static Value sum(Numeric x, Value... options) {
        Request q = Request.of("sum", options);
        Along a = Along.ofSum("sum", x.dims(), q.dim);
        if (q.within(x)) return q.result(x, saturated((Ints) x, a, false), null, a.reduced());
        return q.result(x, sums(x.toDoubles(), a), x.isComplex() ? sums(Result.imaginary(x), a) : null, a.reduced());
    }

    /** Sums or products of integers, each step kept within their class. */
    private static double[] saturated(Ints x, Along a, boolean product) {
        double[] r = new double[a.lines];
        for (int k = 0; k < a.lines; k++) {
            double s = product ? 1 : 0;
            for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) s = x.type().saturate(product ? s * x.re(p) : s + x.re(p));
            r[k] = s;
        }
        return r;
    }

    static double[] sums(double[] x, Along a) {
        double[] r = new double[a.lines];
        a.bands((line, count) -> {
            int start = a.start(line);
            if (a.stride == 1) {
                r[line] = nabla.kernel.Sums.of(x, start, a.length);
                return;
            }
            for (int i = 0, p = start; i < a.length; i++, p += a.stride) add(x, p, r, line, count);
        });
        return r;
    }

    private static void add(double[] x, int p, double[] r, int q, int n) {
        for (int j = 0; j < n; j++) r[q + j] += x[p + j];
    }

    @Function(call = "s = sumsq(x)\ns = sumsq(x, dim)", en = "Sum of squares " + EN + ".", ru = "Сумма квадратов " + RU + ".",
            examples = {"sumsq([1 2 3])  % 14"})
    public static Value sumsq(Numeric x, @Default Value dim) {
        double[] q = x.toDoubles().clone();
        for (int i = 0; i < q.length; i++) q[i] = q[i] * q[i] + (x.isComplex() ? x.im(i) * x.im(i) : 0);
        Along a = Along.ofSum("sumsq", x.dims(), dim);
        return Result.real(x.isSingle(), sums(q, a), a.reduced());
    }

    @Function(call = "p = prod(x)\np = prod(x, dim)\np = prod(..., 'native')",
            en = "Product of the elements " + EN + ". " + CLASS_EN, ru = "Произведение элементов " + RU + ". " + CLASS_RU,
            examples = {"prod([1 2 3 4])  % 24", "prod([])  % 1"})
    public static Value prod(Numeric x, Value... options) {
        Request q = Request.of("prod", options);
        Along a = Along.ofSum("prod", x.dims(), q.dim);
        if (q.within(x)) return q.result(x, saturated((Ints) x, a, true), null, a.reduced());
        double[] re = new double[a.lines];
        double[] im = x.isComplex() ? new double[a.lines] : null;
        for (int k = 0; k < a.lines; k++) {
            double u = 1;
            double v = 0;
            for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
                if (im == null) {
                    u *= x.re(p);
                    continue;
                }
                double t = u * x.re(p) - v * x.im(p);
                v = u * x.im(p) + v * x.re(p);
                u = t;
            }
            re[k] = u;
            if (im != null) im[k] = v;
        }
        return q.result(x, re, im, a.reduced());
    }

    @Function(call = "s = cumsum(x)\ns = cumsum(x, dim)", en = "Running sums " + EN + ".", ru = "Накопленные суммы " + RU + ".",
            examples = {"cumsum([1 2 3])  % 1 3 6"})
    public static Value cumsum(Numeric x, Value... options) {
        Request q = Request.of("cumsum", options);
        Along a = Along.of("cumsum", x.dims(), q.dim);
        return q.result(x, running(x.toDoubles(), a), x.isComplex() ? running(Result.imaginary(x), a) : null, x.dims());
    }

    private static double[] running(double[] x, Along a) {
        double[] r = new double[x.length];
        a.bands((line, count) -> {
            int p = a.start(line);
            if (a.stride == 1) {
                double s = 0;
                for (int end = p + a.length; p < end; p++) r[p] = s += x[p];
                return;
            }
            if (a.length > 0) System.arraycopy(x, p, r, p, count);
            for (int i = 1; i < a.length; i++) {
                p += a.stride;
                for (int j = p; j < p + count; j++) r[j] = r[j - a.stride] + x[j];
            }
        });
        return r;
    }

    @Function(call = "p = cumprod(x)\np = cumprod(x, dim)", en = "Running products " + EN + ".", ru = "Накопленные произведения " + RU + ".",
            examples = {"cumprod([1 2 3])  % 1 2 6"})
    public static Value cumprod(Numeric x, @Default Value dim) {
        Along a = Along.of("cumprod", x.dims(), dim);
        double[] re = new double[x.numel()];
        double[] im = new double[re.length];
        for (int k = 0; k < a.lines; k++) {
            double u = 1;
            double v = 0;
            for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
                double t = x.isComplex() ? u * x.re(p) - v * x.im(p) : u * x.re(p);
                if (x.isComplex()) v = u * x.im(p) + v * x.re(p);
                re[p] = u = t;
                im[p] = v;
            }
        }
        return x.isComplex() ? Result.complex(x.isSingle(), re, im, x.dims()) : Result.real(x.isSingle(), re, x.dims());
    }

    @Function(call = "d = diff(x)\nd = diff(x, k)\nd = diff(x, k, dim)", en = "Differences of neighbours, k times over.",
            ru = "Разности соседних элементов, k раз подряд.", examples = {"diff([1 4 9])  % 3 5", "diff([1 4 9], 2)  % 2"})
    public static Value diff(Numeric x, @Default Value order, @Default Value dim) {
        if (x instanceof Char) throw Failure.of("diff: X must be numeric or logical, not char", "diff: x — числа или истины, а не строка");
        int times = Scalars.whole("diff", "k", order, 0, 1);
        Numeric r = x instanceof Real || x instanceof Ints || x instanceof Complex ? x : new Real(x.toDoubles(), x.dims());
        if (times == 0) return Result.same(r);
        for (int t = 0; t < times && !r.isEmpty(); t++) {
            Along a = Along.of("diff", r.dims(), dim);
            r = once(r, a);
        }
        return r;
    }

    private static Numeric once(Numeric x, Along a) {
        int[] to = a.sized(Math.max(0, a.length - 1));
        Along b = new Along(to, a.dim);
        double[] re = new double[Dims.count(to)];
        double[] im = new double[re.length];
        for (int k = 0; k < b.lines && re.length > 0; k++) {
            int p = a.start(k);
            int q = b.start(k);
            for (int i = 0; i < b.length; i++, p += a.stride, q += b.stride) {
                re[q] = x.re(p + a.stride) - x.re(p);
                if (x.isComplex()) im[q] = x.im(p + a.stride) - x.im(p);
            }
        }
        return x.isComplex() ? Result.complex(x.isSingle(), re, im, to) : Result.like(x, re, to);
    }
}
