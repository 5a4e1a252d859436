package nabla.library.arrays;

import nabla.library.Along;
import nabla.library.Broadcast;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Logic over arrays, and where truth is found. */
public final class Truths {
    private Truths() {}

    @Function(call = "t = any(x)\nt = any(x, dim)\nt = any(x, 'all')", en = "Whether any element of each column (or along dim) is not 0; " + Reduction.EN + ".", ru = "Есть ли в каждом столбце (или по dim) ненулевой элемент; " + Reduction.RU + ".",
            examples = {"any([0 0; 0 1])  % 0 1"})
    public static Value any(Numeric x, Value... options) {
        return folded("any", x, options, true);
    }

    @Function(call = "t = all(x)\nt = all(x, dim)\nt = all(x, 'all')", en = "Whether all elements of each column (or along dim) are not 0; " + Reduction.EN + ".", ru = "Все ли элементы каждого столбца (или по dim) ненулевые; " + Reduction.RU + ".",
            examples = {"all([1 0; 1 1])  % 1 0"})
    public static Value all(Numeric x, Value... options) {
        return folded("all", x, options, false);
    }

    private static Value folded(String name, Numeric v, Value[] options, boolean found) {
        Reduction q = Reduction.of(name, v, options, Reduction.ALL);
        Numeric x = q.x;
        int[] d = x.dims();
        boolean vector = q.dim == null && d.length == 2 && (d[0] == 1 || d[1] == 1);
        Along a = vector ? new Along(d, d[0] == 1 ? 1 : 0) : q.sums();
        boolean[] t = new boolean[a.lines];
        for (int k = 0; k < a.lines; k++) {
            t[k] = !found;
            for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
                if ((x.re(p) != 0 || x.im(p) != 0) == found) {
                    t[k] = found;
                    break;
                }
            }
        }
        return new Bool(t, q.dims(a));
    }

    @Function(call = "t = xor(x, y, ...)", en = "Whether exactly one of x and y is not 0, element by element.", ru = "Верно ли, что ровно одно из x и y не 0, поэлементно.",
            examples = {"xor(true, false)  % 1"})
    public static Value xor(Numeric x, Numeric y, Value... more) {
        Broadcast b = new Broadcast("xor", x.dims(), y.dims());
        boolean[] t = new boolean[Dims.count(b.dims)];
        b.each((x0, dx, y0, dy, r, n) -> {
            for (int i = 0; i < n; i++) t[r + i] = x.re(x0 + i * dx) != 0 ^ y.re(y0 + i * dy) != 0;
        });
        Bool r = new Bool(t, b.dims);
        if (more.length == 0) return r;
        return xor(r, (Numeric) more[0], java.util.Arrays.copyOfRange(more, 1, more.length));
    }

    @Function(call = "n = nnz(x)", en = "The number of elements that are not 0.", ru = "Число ненулевых элементов.", examples = {"nnz([1 0 2])  % 2"})
    public static double nnz(Numeric x) {
        int n = 0;
        for (int i = 0; i < x.numel(); i++) if (x.re(i) != 0 || x.im(i) != 0) n++;
        return n;
    }

    @Function(call = "v = nonzeros(x)", en = "The elements that are not 0, as a column.", ru = "Ненулевые элементы столбцом.", examples = {"nonzeros([1 0 2])'  % 1 2"})
    public static Value nonzeros(Numeric x) {
        int[] p = found(x, Integer.MAX_VALUE, false);
        return x.gather(p, new int[] {p.length, 1});
    }

    @Function(call = "i = find(x)\ni = find(x, n)\ni = find(x, n, 'last')\n[r, c, v] = find(x)",
            en = "The positions of the elements that are not 0, the first or last n of them; or rows, columns and values.",
            ru = "Номера ненулевых элементов, первые или последние n из них; либо строки, столбцы и значения.",
            examples = {"find([0 1 1])  % 2 3", "[r, c] = find([0 1; 0 0]); [r c]  % 1 2"})
    public static Value[] find(Numeric x, @Default("Inf") double n, @Default("first") String direction, @Nargout int nargout) {
        if (n < 1 || n != Math.rint(n)) {
            throw Failure.of("find: N must be an integer", "find: n должно быть целым положительным числом");
        }
        boolean last = direction.equals("last");
        if (!last && !direction.equals("first")) {
            throw Failure.of("find: DIRECTION must be \"first\" or \"last\"", "find: направление — 'first' или 'last'");
        }
        int[] p = found(x, (int) Math.min(n, Integer.MAX_VALUE), last);
        int[] d = x.rows() == 1 && x.ndims() == 2 && x.columns() != 1
                ? new int[] {1, p.length}
                : new int[] {p.length, p.length == 0 && (x.numel() == 1 || x.rows() == 0 && x.columns() == 0) ? 0 : 1};
        if (nargout <= 1) {
            double[] r = new double[p.length];
            for (int k = 0; k < r.length; k++) r[k] = p[k] + 1;
            return Result.of(new Real(r, d));
        }
        double[] row = new double[p.length];
        double[] column = new double[p.length];
        int m = x.rows();
        for (int k = 0; k < p.length; k++) {
            row[k] = p[k] % m + 1;
            column[k] = p[k] / m + 1;
        }
        Array v = x.gather(p, d);
        return Result.of(new Real(row, d), new Real(column, d), v);
    }

    private static int[] found(Numeric x, int most, boolean last) {
        int n = x.numel();
        int[] p = new int[n];
        int count = 0;
        for (int k = 0; k < n && count < most; k++) {
            int i = last ? n - 1 - k : k;
            if (x.re(i) != 0 || x.im(i) != 0) p[count++] = i;
        }
        p = java.util.Arrays.copyOf(p, count);
        if (last) java.util.Arrays.sort(p);
        return p;
    }
}
