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
    private static final String WORDS_EN = ": " + Reduction.EN + "; " + Reduction.NAN_EN + ". ";
    private static final String WORDS_RU = ": " + Reduction.RU + "; " + Reduction.NAN_RU + ". ";
    private static final String RUNNING_EN = "; 'reverse' from the end, " + Reduction.NAN_EN + ".";
    private static final String RUNNING_RU = "; 'reverse' — с конца, " + Reduction.NAN_RU + ".";
    private static final String CLASS_EN = "Of integers and truths a double; with 'native' of their own class, integers kept within it at each step; with 'double' a double for single too.";
    private static final String CLASS_RU = "Для целых и истин — double; с 'native' — их собственного класса, целые не выходят за него на каждом шаге; с 'double' и для single — double.";

    /** Computed doubles in the class asked for. */
    private static Value result(Reduction q, double[] re, double[] im, int[] dims) {
        if (im != null) return Result.complex(q.single(), re, im, dims);
        if (q.within()) return Result.like(q.x, re, dims);
        if (!q.truths()) return Result.real(q.single(), re, dims);
        boolean[] t = new boolean[re.length];
        for (int i = 0; i < t.length; i++) t[i] = re[i] != 0;
        return new Bool(t, dims);
    }

    @Function(call = "s = sum(x)\ns = sum(x, dim)\ns = sum(x, 'all')\ns = sum(..., 'omitnan')\ns = sum(..., 'native')",
            en = "Sum of the elements " + EN + WORDS_EN + CLASS_EN, ru = "Сумма элементов " + RU + WORDS_RU + CLASS_RU,
            examples = {"sum([1 2; 3 4])  % 4 6", "sum([1 2; 3 4], 2)'  % 3 7", "sum([])  % 0", "sum(int8([100 100]), 'native')  % 127",
                "sum([1 2; 3 4], 'all')  % 10", "sum([1 NaN 3], 'omitnan')  % 4"})
    public static Value sum(Numeric x, Value... options) {
        Reduction q = Reduction.of("sum", x, options, Reduction.ALL, Reduction.NAN, Reduction.CLASS).filling(0);
        Numeric u = q.x;
        Along a = q.sums();
        if (q.within()) return result(q, saturated((Ints) u, a, false), null, q.dims(a));
        return result(q, sums(u.toDoubles(), a), u.isComplex() ? sums(Result.imaginary(u), a) : null, q.dims(a));
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

    @Function(call = "s = sumsq(x)\ns = sumsq(x, dim)", en = "Sum of squares " + EN + WORDS_EN, ru = "Сумма квадратов " + RU + WORDS_RU,
            examples = {"sumsq([1 2 3])  % 14"})
    public static Value sumsq(Numeric x, Value... options) {
        Reduction r = Reduction.of("sumsq", x, options, Reduction.ALL, Reduction.NAN).filling(0);
        Numeric u = r.x;
        double[] q = u.toDoubles().clone();
        for (int i = 0; i < q.length; i++) q[i] = q[i] * q[i] + (u.isComplex() ? u.im(i) * u.im(i) : 0);
        Along a = r.sums();
        return Result.real(u.isSingle(), sums(q, a), r.dims(a));
    }

    @Function(call = "p = prod(x)\np = prod(x, dim)\np = prod(x, 'all')\np = prod(..., 'omitnan')\np = prod(..., 'native')",
            en = "Product of the elements " + EN + WORDS_EN + CLASS_EN, ru = "Произведение элементов " + RU + WORDS_RU + CLASS_RU,
            examples = {"prod([1 2 3 4])  % 24", "prod([])  % 1", "prod([1 2; 3 4], 'all')  % 24"})
    public static Value prod(Numeric x, Value... options) {
        Reduction q = Reduction.of("prod", x, options, Reduction.ALL, Reduction.NAN, Reduction.CLASS).filling(1);
        Numeric y = q.x;
        Along a = q.sums();
        if (q.within()) return result(q, saturated((Ints) y, a, true), null, q.dims(a));
        double[] re = new double[a.lines];
        double[] im = y.isComplex() ? new double[a.lines] : null;
        for (int k = 0; k < a.lines; k++) {
            double u = 1;
            double v = 0;
            for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
                if (im == null) {
                    u *= y.re(p);
                    continue;
                }
                double t = u * y.re(p) - v * y.im(p);
                v = u * y.im(p) + v * y.re(p);
                u = t;
            }
            re[k] = u;
            if (im != null) im[k] = v;
        }
        return result(q, re, im, q.dims(a));
    }

    @Function(call = "s = cumsum(x)\ns = cumsum(x, dim)\ns = cumsum(..., 'reverse')\ns = cumsum(..., 'omitnan')", en = "Running sums " + EN + RUNNING_EN,
            ru = "Накопленные суммы " + RU + RUNNING_RU, examples = {"cumsum([1 2 3])  % 1 3 6", "cumsum([1 2 3], 'reverse')  % 6 5 3"})
    public static Value cumsum(Numeric x, Value... options) {
        Reduction q = Reduction.of("cumsum", x, options, Reduction.DIRECTION, Reduction.NAN, Reduction.CLASS).filling(0);
        Along a = Along.of("cumsum", x.dims(), q.dim);
        Numeric u = q.reverse ? (Numeric) Shapes.flipped(q.x, a) : q.x;
        Value r = result(q, running(u.toDoubles(), a), u.isComplex() ? running(Result.imaginary(u), a) : null, u.dims());
        return q.reverse ? Shapes.flipped((Numeric) r, a) : r;
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

    @Function(call = "p = cumprod(x)\np = cumprod(x, dim)\np = cumprod(..., 'reverse')\np = cumprod(..., 'omitnan')", en = "Running products " + EN + RUNNING_EN,
            ru = "Накопленные произведения " + RU + RUNNING_RU, examples = {"cumprod([1 2 3])  % 1 2 6"})
    public static Value cumprod(Numeric x, Value... options) {
        Reduction q = Reduction.of("cumprod", x, options, Reduction.DIRECTION, Reduction.NAN).filling(1);
        Along a = Along.of("cumprod", x.dims(), q.dim);
        Numeric y = q.reverse ? (Numeric) Shapes.flipped(q.x, a) : q.x;
        double[] re = new double[y.numel()];
        double[] im = new double[re.length];
        for (int k = 0; k < a.lines; k++) {
            double u = 1;
            double v = 0;
            for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
                double t = y.isComplex() ? u * y.re(p) - v * y.im(p) : u * y.re(p);
                if (y.isComplex()) v = u * y.im(p) + v * y.re(p);
                re[p] = u = t;
                im[p] = v;
            }
        }
        Numeric r = y.isComplex() ? Result.complex(y.isSingle(), re, im, y.dims()) : Result.real(y.isSingle(), re, y.dims());
        return q.reverse ? Shapes.flipped(r, a) : r;
    }

    @Function(call = "d = diff(x)\nd = diff(x, k)\nd = diff(x, k, dim)", en = "Differences of neighbours, k times over.",
            ru = "Разности соседних элементов, k раз подряд.", examples = {"diff([1 4 9])  % 3 5", "diff([1 4 9], 2)  % 2"})
    public static Value diff(Numeric x, @Default Value order, @Default Value dim) {
        if (x instanceof Char) throw Failure.of("diff: X must be numeric or logical, not char", "diff: x — числа или истины, а не строка");
        int times = Scalars.whole("diff", "k", order, 0, 1);
        Numeric r = x instanceof Real || x instanceof Ints || x instanceof Complex ? x : new Real(x.toDoubles(), x.dims());
        if (times == 0) return Result.same(r);
        if (dim == null && x.isScalar()) return Result.like(r, new double[0], 0, 0);
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
