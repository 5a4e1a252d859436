package nabla.library.sparse;

import java.util.LinkedHashMap;
import java.util.Map;
import nabla.library.Function;
import nabla.library.Result;
import nabla.linalg.SparseMatrix;
import nabla.linalg.Triplets;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Display;
import nabla.value.Failure;
import nabla.value.Format;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** Makes sparse matrices and tells them from full ones. */
public final class SparseFunctions {
    private SparseFunctions() {}

    @Function(call = "S = sparse(A)\nS = sparse(m, n)\nS = sparse(i, j, s)\nS = sparse(i, j, s, m, n)\nS = sparse(i, j, s, m, n, 'unique')",
            en = "A sparse matrix: the elements of A that are not 0; the zeros of m rows and n columns; the elements s in rows i and columns j, "
                    + "those of the same place added up ('unique' keeps the last). Complex matrices stay full.",
            ru = "Разреженная матрица: ненулевые элементы A; нули, m строк и n столбцов; элементы s в строках i и столбцах j, при этом "
                    + "элементы одного места складываются ('unique' – остаётся последний). Комплексные матрицы остаются полными.",
            examples = {"full(sparse([1 2 2], [1 2 2], [5 3 4]))  % 5 0; 0 7", "nnz(sparse(1e5, 1e5))  % 0"})
    public static Value sparse(Value... a) {
        return switch (a.length) {
            case 1 -> ofMatrix(a[0]);
            case 2 -> zeros(a[0], a[1]);
            case 3, 5, 6 -> ofElements(a);
            default -> throw Failure.of("Invalid call to sparse", "Неверный вызов sparse: аргументов может быть 1, 2, 3, 5 или 6");
        };
    }

    private static Value ofMatrix(Value a) {
        if (a instanceof Complex c && c.ndims() == 2) return Result.same(c);
        Sparse s = a instanceof Numeric n && !(n instanceof Char) && n.className().equals("single") ? null : Sparse.of(a);
        if (s == null) {
            throw Failure.of("sparse: a matrix of doubles or truth values is needed, not %s %s",
                    "sparse: нужна матрица чисел double или логических, а не %s %s", Dims.text(a.dims()), a.className());
        }
        return s;
    }

    private static Value zeros(Value m, Value n) {
        int rows = size(m);
        int columns = size(n);
        return new Sparse(SparseMatrix.zeros(rows, columns), false);
    }

    private static int size(Value v) {
        double n = v instanceof Numeric x && x.numel() == 1 && !x.isComplex() ? x.re(0) : -1;
        if (!(n >= 0) || n != Math.rint(n)) {
            throw Failure.of("sparse: dimensions M and N must be non-negative integers", "sparse: размеры – целые неотрицательные числа");
        }
        if (n > Integer.MAX_VALUE - 8) {
            throw Failure.of("sparse: at most 2^31 - 9 rows and columns are possible", "sparse: строк и столбцов не может быть больше 2^31 - 9");
        }
        return (int) n;
    }

    private static Value ofElements(Value[] a) {
        Numeric i = numbers(a[0]);
        Numeric j = numbers(a[1]);
        Numeric v = numbers(a[2]);
        int count = Math.max(i.numel(), Math.max(j.numel(), v.numel()));
        if (i.isEmpty() || j.isEmpty() || v.isEmpty()) count = 0;
        for (Numeric x : new Numeric[] {i, j, v}) {
            if (x.numel() != 1 && x.numel() != count) throw Failure.of("sparse: dimension mismatch", "sparse: длины i, j и s не совпадают");
        }
        int rows = a.length > 3 ? size(a[3]) : greatest(i, count);
        int columns = a.length > 3 ? size(a[4]) : greatest(j, count);
        boolean last = a.length == 6 && a[5] instanceof Char c && c.text().equals("unique");
        boolean logical = v instanceof Bool;
        Map<Long, Double> unique = new LinkedHashMap<>();
        Triplets t = new Triplets();
        for (int k = 0; k < count; k++) {
            int row = position(i, k, rows, "row");
            int column = position(j, k, columns, "column");
            double x = v.re(v.numel() == 1 ? 0 : k);
            if (last || logical) unique.merge(row + (long) column * rows, x, (p, q) -> logical ? Math.max(p, q) : q);
            else t.add(row, column, x);
        }
        unique.forEach((at, x) -> t.add((int) (at % rows), (int) (at / rows), x));
        return new Sparse(t.matrix(rows, columns), logical);
    }

    private static Numeric numbers(Value v) {
        if (Overloaded.primal(v) instanceof Numeric n && !n.isComplex() && !(n instanceof Char)) return n;
        throw Failure.of("sparse: i, j and s must be real arrays", "sparse: i, j и s – массивы вещественных чисел");
    }

    private static int greatest(Numeric x, int count) {
        double r = 0;
        for (int k = 0; k < x.numel() && count > 0; k++) r = Math.max(r, x.re(k));
        return size(Real.of(Math.rint(r)));
    }

    /** The k-th index (from 0) as a position from 0. */
    private static int position(Numeric x, int k, int bound, String what) {
        double p = x.re(x.numel() == 1 ? 0 : k);
        if (!(p >= 1) || p != Math.rint(p)) {
            throw Failure.of("sparse: indices must be positive integers, not %s", "sparse: индексы – целые положительные числа, а не %s",
                            Display.plain(Real.of(p), Format.initial()).strip())
                    .id("Octave:index-out-of-bounds");
        }
        if (p > bound) {
            throw Failure.of("sparse: %s index %d out of bound %d", "sparse: индекс (%s) %d больше размера %d", what, (long) p, bound)
                    .id("Octave:index-out-of-bounds");
        }
        return (int) p - 1;
    }

    @Function(call = "tf = issparse(A)", en = "Whether A is a sparse matrix.", ru = "Разрежена ли матрица A.",
            examples = {"[issparse(sparse([1 0])), issparse([1 0])]  % 1 0"})
    public static boolean issparse(Value a) {
        return a instanceof Sparse;
    }

    @Function(call = "F = full(S)", en = "The full matrix of a sparse one; any other array as it is.",
            ru = "Полная матрица вместо разреженной; любой другой массив остаётся как есть.", examples = {"full(sparse([1 0]))  % 1 0"})
    public static Value full(Value a) {
        return Result.same(Overloaded.primal(a));
    }

    @Function(call = "n = nzmax(S)", en = "How many elements are stored: those of a sparse matrix that are not 0, all of a full one.",
            ru = "Сколько элементов хранится: у разреженной матрицы ненулевые, у полной все.", examples = {"nzmax(sparse([1 0 2]))  % 2"})
    public static double nzmax(Value a) {
        return a instanceof Sparse s ? s.matrix().count() : a.numel();
    }
}
