package nabla.library.arrays;

import java.util.Arrays;
import nabla.kernel.Cores;
import nabla.library.Along;
import nabla.library.Broadcast;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Pairwise;
import nabla.library.Result;
import nabla.value.Bool;
import nabla.value.Array;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** The largest and the smallest; NaN counts as missing, complex numbers compare by modulus. */
public final class Extremes {
    /** So many neighbours are looked through in one go. */
    private static final int PIECE = 1 << 14;

    private static final String WORDS_EN = Reduction.EN + ", where the position counts in all of x. NaN is left out unless 'includenan' is said.";
    private static final String WORDS_RU = Reduction.RU + ", и тогда номер — во всём массиве x. NaN пропускаются, если не сказано 'includenan'.";

    private Extremes() {}

    @Function(call = "m = max(x)\n[m, i] = max(x)\n[m, i] = max(x, [], dim)\nm = max(x, [], 'all')\nm = max(x, y)",
            en = "The largest element of each column (or along dim) and its position; " + WORDS_EN + " Of two arrays, the larger of each pair.",
            ru = "Наибольший элемент каждого столбца (или по dim) и его номер; " + WORDS_RU + " Для двух массивов — больший из каждой пары.",
            examples = {"max([3 9 2])  % 9", "[m, i] = max([3 9 2]); i  % 2", "max([1 5], 3)  % 3 5"})
    @Pairwise("larger")
    public static Value[] max(Numeric x, @Default Value y, @Nargout int nargout, Value... options) {
        return extreme("max", x, y, options, 1, nargout);
    }

    @Function(call = "m = min(x)\n[m, i] = min(x)\n[m, i] = min(x, [], dim)\nm = min(x, [], 'all')\nm = min(x, y)",
            en = "The smallest element of each column (or along dim) and its position; " + WORDS_EN + " Of two arrays, the smaller of each pair.",
            ru = "Наименьший элемент каждого столбца (или по dim) и его номер; " + WORDS_RU + " Для двух массивов — меньший из каждой пары.",
            examples = {"min([3 9 2])  % 2", "min([1 5], 3)  % 1 3"})
    @Pairwise("smaller")
    public static Value[] min(Numeric x, @Default Value y, @Nargout int nargout, Value... options) {
        return extreme("min", x, y, options, -1, nargout);
    }

    /** The larger of two numbers; NaN counts as missing. */
    public static double larger(double a, double b) {
        double m = Math.max(a, b);
        return m == m ? m : a == a ? a : b;
    }

    /** The smaller of two numbers. */
    public static double smaller(double a, double b) {
        double m = Math.min(a, b);
        return m == m ? m : a == a ? a : b;
    }

    private static Value[] extreme(String name, Numeric x, Value y, Value[] options, int sign, int nargout) {
        Reduction q = Reduction.of(name, x, options, Reduction.ALL, Reduction.NAN);
        if (y != null && !(y.isEmpty() && (options.length > 0 || nargout > 1))) {
            if (q.dim != null) throw Failure.of("%s: DIM must be a valid dimension", "%s: с двумя массивами измерение не задают", name);
            if (nargout > 1) throw Failure.of("Invalid call to %s: two arrays give one result", "%s: для двух массивов результат один", name);
            if (!(y instanceof Numeric other) || y instanceof Char && !(x instanceof Char)) {
                throw Failure.of("%s: cannot compare %s with %s", "%s: нельзя сравнить %s и %s", name, x.className(), y.className());
            }
            return Result.of(pairs(name, x, other, sign, q.includesNaN));
        }
        return lines(name, q, q.x == x && q.dim == null, sign);
    }

    /** The best of each line and its position. */
    private static Value[] lines(String name, Reduction q, boolean plain, int sign) {
        Numeric x = q.x;
        Along a = Along.of(name, x.dims(), q.dim);
        int[] to = a.length == 0 && plain && x.ndims() == 2 && x.rows() == 0 && x.columns() == 0 ? new int[] {0, 0} : a.sized(a.length == 0 ? 0 : 1);
        int n = Dims.count(to);
        int[] best = new int[n];
        double[] index = new double[n];
        int[] winners = winners(x, a, sign);
        for (int k = 0; k < n; k++) {
            int at = q.includesNaN ? missing(x, a, k, winners[k]) : winners[k];
            index[k] = q.number(a, k, at);
            best[k] = a.start(k) + at * a.stride;
        }
        Array m = x instanceof Char ? new Real(gathered(x, best), to) : x.gather(best, to);
        if (m instanceof Complex c) m = c.narrow();
        return Result.of(q.shaped(m), q.shaped(new Real(index, to)));
    }

    /** The first NaN of a line, otherwise where there is none. */
    private static int missing(Numeric x, Along a, int k, int otherwise) {
        for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) if (Reduction.isNaN(x, p)) return i;
        return otherwise;
    }

    private static double[] gathered(Numeric x, int[] positions) {
        double[] r = new double[positions.length];
        for (int k = 0; k < r.length; k++) r[k] = x.re(positions[k]);
        return r;
    }

    /** The first of the best elements of each line, from 0; 0 where all are NaN. */
    private static int[] winners(Numeric x, Along a, int sign) {
        int[] best = new int[a.lines];
        if (a.length == 0) return best;
        if (x.isComplex()) {
            for (int k = 0; k < best.length; k++) best[k] = Math.max(complex(x, a, k, sign), 0);
            return best;
        }
        double[] re = x.toDoubles();
        a.bands((line, count) -> {
            if (a.stride == 1) best[line] = winner(re, a.start(line), a.length, sign);
            else sideBySide(re, a, line, count, sign, best);
        });
        return best;
    }

    /** Of a line of neighbours: the best of the best of its pieces. */
    private static int winner(double[] x, int start, int n, int sign) {
        int[] best = new int[(n - 1) / PIECE + 1];
        Cores.each(best.length, PIECE, (from, to) -> {
            for (int k = from; k < to; k++) best[k] = first(x, start, k * PIECE, Math.min(n, (k + 1) * PIECE), sign);
        });
        int winner = best[0];
        for (int k : best) if (better(x[start + k], x[start + winner], sign)) winner = k;
        return winner;
    }

    private static int first(double[] x, int start, int from, int to, int sign) {
        int best = from;
        while (best < to - 1 && x[start + best] != x[start + best]) best++;
        double top = sign * x[start + best];
        for (int i = best + 1; i < to; i++) {
            double v = sign * x[start + i];
            if (!(v > top)) continue;
            best = i;
            top = v;
        }
        return top == top ? best : from;
    }

    private static void sideBySide(double[] x, Along a, int line, int count, int sign, int[] best) {
        double[] top = new double[count];
        Arrays.fill(top, Double.NaN);
        for (int i = 0, p = a.start(line); i < a.length; i++, p += a.stride) {
            for (int j = 0; j < count; j++) {
                double v = sign * x[p + j];
                if (!(v > top[j]) && (top[j] == top[j] || v != v)) continue;
                best[line + j] = i;
                top[j] = v;
            }
        }
    }

    private static boolean better(double a, double than, int sign) {
        return sign * a > sign * than || than != than && a == a;
    }

    private static int complex(Numeric x, Along a, int k, int sign) {
        int best = -1;
        double top = 0;
        double phase = 0;
        for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
            double v = Math.hypot(x.re(p), x.im(p));
            if (v != v) continue;
            double f = Math.atan2(x.im(p), x.re(p));
            if (best < 0 || (sign > 0 ? v > top : v < top) || v == top && (sign > 0 ? f > phase : f < phase)) {
                best = i;
                top = v;
                phase = f;
            }
        }
        return best;
    }

    private static Value pairs(String name, Numeric x, Numeric y, int sign, boolean includesNaN) {
        Broadcast b = new Broadcast(name, x.dims(), y.dims());
        int count = Dims.count(b.dims);
        boolean single = x.isSingle() || y.isSingle();
        double[] re = new double[count];
        double[] im = x.isComplex() || y.isComplex() ? new double[count] : null;
        if (x instanceof Ints i && i.isWide()) return exactPairs(i.type(), x, y, b, sign);
        if (y instanceof Ints i && i.isWide()) return exactPairs(i.type(), x, y, b, sign);
        if (im == null) {
            double[] u = x.toDoubles();
            double[] v = y.toDoubles();
            b.each((x0, dx, y0, dy, r0, n) -> Cores.each(n, (from, to) -> {
                for (int i = from, p = x0 + from * dx, q = y0 + from * dy; i < to; i++, p += dx, q += dy) re[r0 + i] = sign > 0 ? larger(u[p], v[q]) : smaller(u[p], v[q]);
            }));
        } else {
            b.each((x0, dx, y0, dy, r0, n) -> {
                for (int i = 0; i < n; i++) {
                    int p = x0 + i * dx;
                    int q = y0 + i * dy;
                    boolean first = first(Math.hypot(x.re(p), x.im(p)), Math.hypot(y.re(q), y.im(q)), sign);
                    re[r0 + i] = first ? x.re(p) : y.re(q);
                    im[r0 + i] = first ? x.im(p) : y.im(q);
                }
            });
        }
        if (includesNaN) spoil(b, x, y, re);
        if (im != null) return Result.complex(single, re, im, b.dims);
        if (x instanceof Bool && y instanceof Bool) {
            boolean[] t = new boolean[count];
            for (int i = 0; i < count; i++) t[i] = re[i] != 0;
            return new Bool(t, b.dims);
        }
        return x instanceof Ints || !(y instanceof Ints) && single ? Result.like(x instanceof Ints || x.isSingle() ? x : y, re, b.dims) : Result.like(y instanceof Ints ? y : Real.of(0), re, b.dims);
    }

    /** NaN wherever one of the pair is. */
    private static void spoil(Broadcast b, Numeric x, Numeric y, double[] re) {
        b.each((x0, dx, y0, dy, r0, n) -> {
            for (int i = 0; i < n; i++) if (Reduction.isNaN(x, x0 + i * dx) || Reduction.isNaN(y, y0 + i * dy)) re[r0 + i] = Double.NaN;
        });
    }

    private static Ints exactPairs(IntType type, Numeric x, Numeric y, Broadcast b, int sign) {
        long[] r = new long[Dims.count(b.dims)];
        b.each((x0, dx, y0, dy, r0, n) -> {
            for (int i = 0; i < n; i++) {
                int p = x0 + i * dx;
                int q = y0 + i * dy;
                boolean finite = Double.isFinite(x.re(p)) && Double.isFinite(y.re(q));
                boolean first = finite ? x.exact(p).compareTo(y.exact(q)) * sign >= 0 : first(x.re(p), y.re(q), sign);
                Numeric of = first ? x : y;
                int k = first ? p : q;
                r[r0 + i] = Double.isFinite(of.re(k)) ? type.saturate(of.exact(k)) : type.saturate(of.re(k));
            }
        });
        return new Ints(type, r, b.dims);
    }

    private static boolean first(double a, double b, int sign) {
        return b != b || (sign > 0 ? a >= b : a <= b);
    }

    @Function(call = "m = cummax(x)\n[m, i] = cummax(x, dim)", en = "The largest element so far, and its position.",
            ru = "Наибольший элемент из пройденных и его номер.", examples = {"cummax([1 3 2])  % 1 3 3"})
    public static Value[] cummax(Numeric x, @Default Value dim) {
        return running("cummax", x, dim, 1);
    }

    @Function(call = "m = cummin(x)\n[m, i] = cummin(x, dim)", en = "The smallest element so far, and its position.",
            ru = "Наименьший элемент из пройденных и его номер.", examples = {"cummin([3 1 2])  % 3 1 1"})
    public static Value[] cummin(Numeric x, @Default Value dim) {
        return running("cummin", x, dim, -1);
    }

    private static Value[] running(String name, Numeric x, Value dim, int sign) {
        Along a = Along.of(name, x.dims(), dim);
        int[] from = new int[x.numel()];
        double[] index = new double[from.length];
        for (int k = 0; k < a.lines; k++) {
            int start = a.start(k);
            int best = 0;
            for (int i = 0, p = start; i < a.length; i++, p += a.stride) {
                double old = size(x, start + best * a.stride);
                double v = size(x, p);
                if (old != old ? v == v : sign > 0 ? v > old : v < old) best = i;
                from[p] = start + best * a.stride;
                index[p] = best + 1;
            }
        }
        return Result.of(x.gather(from, x.dims()), new Real(index, x.dims()));
    }

    private static double size(Numeric x, int at) {
        return x instanceof Complex ? Math.hypot(x.re(at), x.im(at)) : x.re(at);
    }

    @Function(call = "r = range(x)\nr = range(x, dim)\nr = range(x, 'all')", en = "The largest minus the smallest element of each column (or along dim): " + Reduction.EN + ".",
            ru = "Наибольший элемент минус наименьший в каждом столбце (или по dim): " + Reduction.RU + ".", examples = {"range([1 5 3])  % 4"})
    public static Value range(Numeric x, Value... options) {
        Reduction q = Reduction.of("range", x, options, Reduction.ALL, Reduction.NAN);
        Numeric u = q.x;
        Along a = Along.of("range", u.dims(), q.dim);
        double[] r = new double[a.length == 0 ? 0 : a.lines];
        int[] most = winners(u, a, 1);
        int[] least = winners(u, a, -1);
        for (int k = 0; k < r.length; k++) r[k] = u.re(a.start(k) + most[k] * a.stride) - u.re(a.start(k) + least[k] * a.stride);
        return q.shaped(Result.like(u, r, a.sized(a.length == 0 ? 0 : 1)));
    }
}
