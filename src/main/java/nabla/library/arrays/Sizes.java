package nabla.library.arrays;

import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Questions about sizes. */
public final class Sizes {
    private Sizes() {}

    @Function(call = "d = size(x)\nn = size(x, k)\n[m, n, ...] = size(x)",
            en = "The sizes of an array as a row; one of them; or each as a result, where the last takes in the rest.",
            ru = "Размеры массива строкой; один из них; или каждый отдельным результатом, последний вбирает остальные.",
            examples = {"size(ones(2, 3))  % 2 3", "size(ones(2, 3), 1)  % 2"})
    public static Value[] size(Value x, @Nargout int nargout, Value... which) {
        int[] d = x.dims();
        Texts.numbers("size", which);
        if (which.length > 0) return picked(d, which, nargout);
        if (nargout <= 1) {
            double[] r = new double[d.length];
            for (int k = 0; k < r.length; k++) r[k] = d[k];
            return Result.of(Real.row(r));
        }
        Value[] r = new Value[nargout];
        for (int k = 0; k < nargout - 1; k++) r[k] = Real.of(Dims.at(d, k));
        double rest = 1;
        for (int k = nargout - 1; k < d.length; k++) rest *= d[k];
        r[nargout - 1] = Real.of(rest);
        return r;
    }

    private static Value[] picked(int[] d, Value[] which, int nargout) {
        int n = 0;
        for (Value v : which) n += v.numel();
        double[] r = new double[n];
        int at = 0;
        for (Value v : which) {
            for (int i = 0; i < v.numel(); i++) {
                double k = v instanceof Numeric q ? q.re(i) : Double.NaN;
                if (!(k >= 1) || k != Math.rint(k)) {
                    throw Failure.of(
                            "size: requested dimension DIM (= %s) out of range",
                            "size: измерения с номером %s нет: номера — целые от 1", k == Math.rint(k) ? (Object) (long) k : (Object) k);
                }
                r[at++] = Dims.at(d, (int) Math.min(k, 1 << 20) - 1);
            }
        }
        if (nargout <= 1) return Result.of(Real.row(r));
        Value[] each = new Value[n];
        for (int k = 0; k < n; k++) each[k] = Real.of(r[k]);
        return each;
    }

    @Function(call = "n = numel(x)", en = "The number of elements.", ru = "Число элементов.", examples = {"numel(ones(2, 3))  % 6"})
    public static double numel(Value x, Value... index) {
        if (index.length == 0) return x.numel();
        double n = 1;
        for (int k = 0; k < index.length; k++) {
            boolean colon = index[k] instanceof nabla.value.Char c && c.text().equals(":");
            n *= colon ? Dims.at(x.dims(), k) : index[k].numel();
        }
        return n;
    }

    @Function(call = "n = length(x)", en = "The largest size, 0 for an empty array.", ru = "Наибольший из размеров, 0 для пустого массива.",
            examples = {"length(ones(2, 5))  % 5"})
    public static double length(Value x) {
        int n = 0;
        for (int d : x.dims()) {
            if (d == 0) return 0;
            n = Math.max(n, d);
        }
        return n;
    }

    @Function(call = "n = ndims(x)", en = "The number of dimensions, at least 2.", ru = "Число измерений, не меньше 2.", examples = {"ndims(5)  % 2"})
    public static double ndims(Value x) {
        return x.ndims();
    }

    @Function(call = "m = rows(x)", en = "The number of rows.", ru = "Число строк.", examples = {"rows(ones(2, 3))  % 2"})
    public static double rows(Value x) {
        return x.rows();
    }

    @Function(call = "n = columns(x)", en = "The number of columns.", ru = "Число столбцов.", examples = {"columns(ones(2, 3))  % 3"})
    public static double columns(Value x) {
        return x.columns();
    }

    @Function(call = "t = isempty(x)", en = "Whether there are no elements.", ru = "Верно ли, что элементов нет.", examples = {"isempty([])  % 1"})
    public static boolean isempty(Value x) {
        return x.isEmpty();
    }

    @Function(call = "t = isnull(x)", en = "Whether x is an empty 0 by 0 array.", ru = "Верно ли, что x — пустой массив 0 на 0.", examples = {"isnull([])  % 1"})
    public static boolean isnull(Value x) {
        return x instanceof Real && x.rows() == 0 && x.columns() == 0;
    }

    @Function(call = "t = isscalar(x)", en = "Whether there is exactly one element.", ru = "Верно ли, что элемент один.", examples = {"isscalar(3)  % 1"})
    public static boolean isscalar(Value x) {
        return x.numel() == 1;
    }

    @Function(call = "t = isvector(x)", en = "Whether x is 1 by n or n by 1, n >= 1.", ru = "Верно ли, что x — строка или столбец (1 на n или n на 1).",
            examples = {"isvector([1 2 3])  % 1"})
    public static boolean isvector(Value x) {
        return x.isVector();
    }

    @Function(call = "t = isrow(x)", en = "Whether x is 1 by n.", ru = "Верно ли, что x — строка 1 на n.", examples = {"isrow([1 2])  % 1"})
    public static boolean isrow(Value x) {
        return x.ndims() == 2 && x.rows() == 1;
    }

    @Function(call = "t = iscolumn(x)", en = "Whether x is n by 1.", ru = "Верно ли, что x — столбец n на 1.", examples = {"iscolumn([1; 2])  % 1"})
    public static boolean iscolumn(Value x) {
        return x.ndims() == 2 && x.columns() == 1;
    }

    @Function(call = "t = ismatrix(x)", en = "Whether x has two dimensions.", ru = "Верно ли, что измерений два.", examples = {"ismatrix(5)  % 1"})
    public static boolean ismatrix(Value x) {
        return x.ndims() == 2;
    }

    @Function(call = "t = issquare(x)", en = "Whether x is n by n.", ru = "Верно ли, что x — матрица n на n.", examples = {"issquare(ones(3))  % 1"})
    public static boolean issquare(Value x) {
        return x.ndims() == 2 && x.rows() == x.columns();
    }

    @Function(call = "t = size_equal(a, b, ...)",
            en = "Whether all arguments have the same sizes.",
            ru = "Верно ли, что размеры всех аргументов совпадают.",
            examples = {"size_equal([1 2], [3 4])  % 1"})
    public static boolean size_equal(Value... a) {
        for (int k = 1; k < a.length; k++) if (!Dims.same(a[0].dims(), a[k].dims())) return false;
        return true;
    }

    @Function(call = "t = isindex(i)\nt = isindex(i, n)",
            en = "Whether i can index an array (of n elements).",
            ru = "Можно ли индексировать массив (из n элементов) числами i.",
            examples = {"isindex([1 2 3])  % 1", "isindex(0)  % 0"})
    public static boolean isindex(Value i, @Default("Inf") double n) {
        if (i instanceof Bool b) return b.numel() <= n;
        if (!(i instanceof Numeric x) || x.isComplex() || x instanceof nabla.value.Char) return false;
        for (int k = 0; k < x.numel(); k++) if (!(x.re(k) >= 1) || x.re(k) != Math.rint(x.re(k)) || x.re(k) > n) return false;
        return true;
    }
}
