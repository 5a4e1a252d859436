package nabla.library.arrays;

import java.util.Arrays;
import nabla.library.Along;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Subscripts, grids, and gathering by subscript. */
public final class Positions {
    private Positions() {}

    @Function(call = "k = sub2ind(dims, i, j, ...)", en = "The position of the element with the subscripts in an array of these sizes.",
            ru = "Номер элемента с этими индексами в массиве таких размеров.", examples = {"sub2ind([2 3], 2, 3)  % 6"})
    public static Value sub2ind(double[] dims, Value... subscripts) {
        if (subscripts.length == 0) throw Failure.of("Invalid call to sub2ind: subscripts are missing", "sub2ind: нет индексов");
        int[] d = folded("sub2ind", dims, subscripts.length);
        double[] r = new double[subscripts[0].numel()];
        double step = 1;
        for (int k = 0; k < subscripts.length; k++) {
            if (!(subscripts[k] instanceof Numeric s) || !Dims.same(s.dims(), subscripts[0].dims())) {
                throw Failure.of("sub2ind: all subscripts must be of the same size", "sub2ind: размеры индексов должны совпадать");
            }
            for (int i = 0; i < r.length; i++) {
                double v = s.re(i);
                if (v != Math.rint(v)) throw Failure.of("sub2ind: subscripts must be either integers 1 to (2^63)-1 or logicals", "sub2ind: индексы должны быть целыми");
                if (v < 1) throw Failure.of("index (%s): out of bound; value %s out of bound %d", "индекс %s: значение %s вне границы %d", place(k, v, subscripts.length), (long) v, d[k]).id("Octave:index-out-of-bounds");
                if (v > d[k]) throw Failure.of("sub2ind: index out of range", "sub2ind: индекс вне границ").id("Octave:index-out-of-bounds");
                r[i] += (v - 1) * step;
            }
            step *= d[k];
        }
        for (int i = 0; i < r.length; i++) r[i]++;
        return new Real(r, subscripts[0].dims());
    }

    private static String place(int k, double v, int n) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < n; i++) s.append(i == 0 ? "" : ",").append(i == k ? Long.toString((long) v) : "_");
        return s.toString();
    }

    /** The sizes as n of them: the last takes in those beyond, missing ones are 1. */
    private static int[] folded(String function, double[] dims, int n) {
        for (double d : dims) {
            if (!(d >= 0) || d != Math.rint(d) || d > Integer.MAX_VALUE) {
                throw Failure.of("%s: the sizes must be whole numbers from 0 on, not %s", "%s: размеры — целые неотрицательные числа, а не %s", function, nabla.value.Decimal.general(d, 5, false));
            }
        }
        int[] d = new int[n];
        Arrays.fill(d, 1);
        for (int k = 0; k < dims.length; k++) {
            if (k < n) d[k] = (int) dims[k];
            else d[n - 1] *= (int) dims[k];
        }
        return d;
    }

    @Function(call = "[i, j, ...] = ind2sub(dims, k)", en = "The subscripts of the element at position k in an array of these sizes.",
            ru = "Индексы элемента с номером k в массиве таких размеров.", examples = {"[i, j] = ind2sub([2 3], 6); [i j]  % 2 3"})
    public static Value[] ind2sub(double[] dims, Real k, @Nargout int nargout) {
        int n = Math.max(1, nargout);
        int[] d = folded("ind2sub", dims, n);
        double[][] r = new double[n][k.numel()];
        double total = 1;
        for (double s : dims) total *= s;
        for (int i = 0; i < k.numel(); i++) {
            double at = k.re(i);
            if (at != Math.rint(at) || at < 1) throw Failure.of("ind2sub: invalid index %s", "ind2sub: неверный номер %s", at);
            if (!(at <= total)) throw Failure.of("ind2sub: index out of range", "ind2sub: номер вне границ").id("Octave:index-out-of-bounds");
            int rest = (int) at - 1;
            for (int q = 0; q < n; q++) {
                r[q][i] = (q == n - 1 ? rest : rest % d[q]) + 1;
                rest /= d[q];
            }
        }
        Value[] out = new Value[n];
        for (int q = 0; q < n; q++) out[q] = new Real(r[q], k.dims());
        return out;
    }

    @Function(call = "[X, Y] = meshgrid(x, y)\n[X, Y] = meshgrid(x)\n[X, Y, Z] = meshgrid(x, y, z)",
            en = "The coordinates of a grid's points: x runs along rows, y down columns.", ru = "Координаты узлов сетки: x меняется вдоль строк, y — вдоль столбцов.",
            examples = {"[X, Y] = meshgrid(1:2, 1:2); X(1, :)  % 1 2"})
    public static Value[] meshgrid(Array x, @Default Array y, @Default Array z, @Nargout int nargout) {
        Array b = y == null ? x : y;
        Texts.numbers("meshgrid", x, b, z);
        Array c = z != null ? z : nargout > 2 ? b : null;
        int[] d = c == null ? new int[] {b.numel(), x.numel()} : new int[] {b.numel(), x.numel(), c.numel()};
        if (c == null) return Result.of(spread(x, d, 1), spread(b, d, 0));
        return Result.of(spread(x, d, 1), spread(b, d, 0), spread(c, d, 2));
    }

    @Function(call = "[X, Y, ...] = ndgrid(x, y, ...)\n[X, Y, ...] = ndgrid(x)", en = "The coordinates of a grid's points: each vector runs along its own dimension.",
            ru = "Координаты узлов сетки: каждый вектор меняется вдоль своего измерения.", examples = {"[X, Y] = ndgrid(1:2, 1:2); X(:, 1)'  % 1 2"})
    public static Value[] ndgrid(Array first, @Nargout int nargout, Value... more) {
        Texts.numbers("ndgrid", more);
        int n = more.length == 0 ? Math.max(2, nargout) : more.length + 1;
        int[] d = new int[n];
        Array[] v = new Array[n];
        for (int k = 0; k < n; k++) {
            v[k] = k == 0 || more.length == 0 ? first : vector(more[k - 1]);
            d[k] = v[k].numel();
        }
        Value[] r = new Value[Math.max(1, Math.min(n, nargout))];
        for (int k = 0; k < r.length; k++) r[k] = spread(v[k], d, k);
        return r;
    }

    private static Array vector(Value v) {
        if (v instanceof Array a) return a;
        throw Failure.of("ndgrid: all arguments must be vectors, not a %s", "ndgrid: аргументы — векторы, а не %s", v.className());
    }

    /** The vector along dimension k of an array of these sizes, the same everywhere else. */
    private static Array spread(Array v, int[] d, int k) {
        Along a = new Along(d, k);
        int[] p = new int[Dims.count(d)];
        for (int line = 0; line < a.lines && p.length > 0; line++) {
            for (int i = 0; i < a.length; i++) p[a.start(line) + i * a.stride] = i;
        }
        return v.gather(p, Dims.normal(d));
    }

    @Function(call = "B = blkdiag(A1, A2, ...)", en = "The matrices along the diagonal, zeros elsewhere.", ru = "Матрицы вдоль диагонали, в остальных местах нули.",
            examples = {"blkdiag([1 2], 3)(2, :)  % 0 0 3"})
    public static Value blkdiag(Value... blocks) {
        Texts.numbers("blkdiag", blocks);
        int m = 0;
        int n = 0;
        for (Value v : blocks) {
            if (!(v instanceof Numeric) || v.ndims() != 2) throw Failure.of("blkdiag: all arguments must be numeric matrices", "blkdiag: нужны числовые матрицы");
            m += v.rows();
            n += v.columns();
        }
        double[] r = new double[Dims.count(new int[] {m, n})];
        int i0 = 0;
        int j0 = 0;
        for (Value v : blocks) {
            for (int j = 0; j < v.columns(); j++) for (int i = 0; i < v.rows(); i++) r[i0 + i + (j0 + j) * m] = ((Numeric) v).re(i + j * v.rows());
            i0 += v.rows();
            j0 += v.columns();
        }
        return new Real(r, m, n);
    }
}
