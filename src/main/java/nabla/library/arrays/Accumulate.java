package nabla.library.arrays;

import java.util.Arrays;
import java.util.stream.IntStream;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Shape;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Concat;
import nabla.value.Decimal;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** Values gathered by the subscripts they share. */
public final class Accumulate {
    private Accumulate() {}

    @Function(call = "A = accumarray(subs, vals)\nA = accumarray(subs, vals, sz, f, fill)",
            en = "Sums (or f of) the values that share a row of subscripts; fill stands where there are none. subs may be a cell with one vector "
                    + "of subscripts for each dimension; [] stands for a default. A sixth argument, whether A is to be sparse, is accepted: A is full.",
            ru = "Суммирует (или применяет f к) значения с одинаковой строкой индексов; где их нет, стоит fill. Вместо subs можно дать ячейки "
                    + "с вектором индексов для каждого измерения; [] — значение по умолчанию. Шестой аргумент (разреженность) допускается, но A полная.",
            examples = {"accumarray([1; 2; 1], [10; 20; 30])'  % 40 20", "accumarray([1; 3], [5; 6], [], @max, -1)'  % 5 -1 6"})
    public static Value accumarray(Value subs, Numeric vals, @Default Numeric size, @Default Value f, @Default Numeric fill, @Default Value sparse) {
        Numeric s = matrix(subs);
        int n = s.rows() == 1 && vals.numel() > 1 ? 1 : s.columns();
        int m = n == 0 ? 0 : s.numel() / n;
        if (vals.numel() != 1 && vals.numel() != m) {
            throw Failure.of("accumarray: dimensions mismatch: %d rows of subscripts, %d values", "accumarray: индексов %d строк, а значений %d", m, vals.numel());
        }
        int[] d = sizes(s, m, n, size);
        int[] at = new int[m];
        for (int k = n - 1; k >= 0; k--) for (int i = 0; i < m; i++) at[i] = at[i] * (n == 1 ? 0 : d[k]) + subscript(s.re(i + k * m)) - 1;
        if (f == null || f.isEmpty() || f instanceof FunctionHandle h && h.text().equals("sum") && zero(fill)) return summed(at, vals, d);
        if (f instanceof FunctionHandle h) return grouped(at, vals, d, h, fill);
        throw Failure.of("accumarray: FUNC must be a function handle, such as @max", "accumarray: f — функция, например @max");
    }

    private static boolean zero(Numeric fill) {
        return fill == null || fill.isEmpty() || fill.re(0) == 0;
    }

    private static Numeric matrix(Value v) {
        if (v instanceof Numeric x && !(v instanceof Char)) return x;
        if (v instanceof Cell c) {
            Value[] columns = new Value[c.numel()];
            for (int k = 0; k < columns.length; k++) {
                if (!(c.get(k) instanceof Numeric x) || x instanceof Char) throw Failure.of("accumarray: cell %d of the subscripts holds no numbers", "accumarray: в ячейке %d индексов не числа", k + 1);
                columns[k] = x.reshape(x.numel(), 1);
            }
            if (Concat.horizontal(columns) instanceof Numeric x) return x;
        }
        throw Failure.of("accumarray: the subscripts must be numbers or a cell of vectors, not a %s", "accumarray: индексы — числа или ячейки с векторами, а не %s", v.className());
    }

    /** The sizes of the answer: as asked for, when the subscripts lie within, and else the largest subscripts. */
    private static int[] sizes(Numeric s, int m, int n, Numeric size) {
        int[] d = new int[Math.max(2, n)];
        if (n == 1) d[1] = 1;
        for (int k = 0; k < n; k++) for (int i = 0; i < m; i++) d[k] = Math.max(d[k], subscript(s.re(i + k * m)));
        if (size == null || size.isEmpty()) return d;
        int[] asked = Shape.dims("accumarray", size);
        boolean inside = n != 1 || d[0] <= Dims.count(asked);
        for (int k = 0; k < n && n > 1; k++) inside &= d[k] <= Dims.at(asked, k);
        if (inside) return IntStream.range(0, Math.max(asked.length, n)).map(k -> Dims.at(asked, k)).toArray();
        throw Failure.of("accumarray: dimensions mismatch: the subscripts go up to %s, the sizes are %s", "accumarray: индексы доходят до %s, а размеры %s", Dims.text(d), Dims.text(asked));
    }

    private static int subscript(double v) {
        if (v >= 1 && v == Math.rint(v) && v <= Integer.MAX_VALUE) return (int) v;
        throw Failure.of("accumarray: index (%s): subscripts must be positive integers", "accumarray: индекс %s должен быть целым положительным", Decimal.general(v, 5, false))
                .id("Octave:index-out-of-bounds");
    }

    private static Value summed(int[] at, Numeric vals, int[] d) {
        double[] re = new double[Dims.count(d)];
        double[] im = new double[vals.isComplex() ? re.length : 0];
        for (int i = 0; i < at.length; i++) {
            int from = vals.numel() == 1 ? 0 : i;
            re[at[i]] += vals.re(from);
            if (im.length > 0) im[at[i]] += vals.im(from);
        }
        return vals.isComplex() ? Result.complex(vals.isSingle(), re, im, Dims.normal(d)) : Result.like(vals, re, Dims.normal(d));
    }

    /** f of each group, of the class that f gives, among elements equal to fill. */
    private static Value grouped(int[] at, Numeric vals, int[] d, FunctionHandle f, Numeric fill) {
        int[] order = Order.sorted(Order.all(at.length), (p, q) -> Integer.compare(at[p], at[q]), false);
        Array r = null;
        for (int k = 0; k < order.length; ) {
            int end = k + 1;
            while (end < order.length && at[order[end]] == at[order[k]]) end++;
            int[] p = Arrays.copyOfRange(order, k, end);
            if (vals.numel() == 1) Arrays.fill(p, 0);
            Value v = Overloaded.ordinary(f.apply(vals.gather(p, new int[] {p.length, 1})));
            if (!(v instanceof Numeric || v instanceof Cell) || v.numel() != 1) {
                throw Failure.of("accumarray: f must give one number or one cell for a group, not a %s %s: write @(x) {...}", "accumarray: f должна давать для группы одно число или одну ячейку, а не %s %s: напишите @(x) {...}",
                        Dims.text(v.dims()), v.className());
            }
            if (r == null) r = ground((Array) v, d, fill);
            if (r.getClass() != v.getClass()) v = r instanceof Numeric like && v instanceof Numeric x ? Casts.convert(x, like.className()) : v;
            r.set(at[order[k]], (Array) v, 0);
            k = end;
        }
        return r == null ? ground(Real.empty(), d, fill) : r;
    }

    /** The answer before its first group: fill everywhere, of the class of f's values when that is zero. */
    private static Array ground(Array value, int[] d, Numeric fill) {
        int[] dims = Dims.normal(d);
        if (zero(fill)) return value.blank(dims);
        Numeric one = value instanceof Bool ? fill : (Numeric) Casts.convert(fill, value.className());
        return one.gather(new int[Dims.count(dims)], dims);
    }
}
