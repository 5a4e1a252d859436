package nabla.library.arrays;

import nabla.library.Along;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Result;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Putting in order. */
public final class Sorting {
    private Sorting() {}

    @Function(call = "s = sort(x)\n[s, i] = sort(x)\n... = sort(x, dim)\n... = sort(x, 'descend')",
            en = "Elements in order along each column (or dim), NaN last, and their former positions. Sorts cells of strings too.",
            ru = "Элементы по порядку в каждом столбце (или по dim), NaN в конце, и их прежние номера. Сортирует и ячейки со строками.",
            examples = {"sort([3 1 2])  % 1 2 3", "[s, i] = sort([3 1 2], 'descend'); i  % 1 3 2"})
    public static Value[] sort(Array x, @Nargout int nargout, Value... options) {
        Value dim = null;
        boolean descending = false;
        if (options.length > 2) throw Failure.of("Invalid call to sort: after the array come a dimension and a mode", "sort: после массива — измерение и порядок").id("Octave:invalid-fun-call");
        for (Value v : options) {
            if (!(v instanceof Char c)) dim = v;
            else if (c.text().equalsIgnoreCase("descend")) descending = true;
            else if (!c.text().equalsIgnoreCase("ascend")) {
                throw Failure.of("sort: MODE must be either \"ascend\" or \"descend\"", "sort: порядок — 'ascend' или 'descend'");
            }
        }
        if (dim != null && dim.isEmpty()) throw Failure.of("sort: DIM must be a valid dimension", "sort: неверный номер измерения");
        Along a = Along.of("sort", x.dims(), dim);
        if (nargout < 2 && x instanceof Real r) return Result.of(numbers(r, a, descending));
        Order.Positions order = Order.of("sort", x);
        int[] from = new int[x.numel()];
        double[] index = new double[from.length];
        int[] line = new int[a.length];
        for (int k = 0; k < a.lines; k++) {
            int start = a.start(k);
            for (int i = 0; i < a.length; i++) line[i] = start + i * a.stride;
            int[] s = Order.sorted(line, order, descending);
            for (int i = 0; i < a.length; i++) {
                from[start + i * a.stride] = s[i];
                index[start + i * a.stride] = (s[i] - start) / a.stride + 1;
            }
        }
        return Result.of(x.gather(from, x.dims()), new Real(index, x.dims()));
    }

    private static Value numbers(Real x, Along a, boolean descending) {
        double[] r = new double[x.numel()];
        for (int k = 0; k < a.lines; k++) {
            double[] line = a.line(x.data(), k);
            for (int i = 0; i < line.length; i++) if (line[i] == 0) line[i] = 0.0;
            java.util.Arrays.sort(line);
            int p = a.start(k);
            for (int i = 0; i < a.length; i++, p += a.stride) r[p] = line[descending ? a.length - 1 - i : i];
        }
        return new Real(x.isSingle(), r, x.dims());
    }

    @Function(call = "t = issorted(x)\nt = issorted(x, mode)\nt = issorted(A, 'rows', mode)",
            en = "Whether the elements of a vector or the rows of a matrix are in order: 'ascend' (unless given), 'descend' or 'either'.",
            ru = "Стоят ли по порядку элементы вектора или строки матрицы: 'ascend' (по умолчанию), 'descend' или 'either'.",
            examples = {"issorted([1 2 2])  % 1"})
    public static boolean issorted(Array x, @Default Value mode, @Default Value more) {
        Texts.known("issorted", new Value[] {mode, more}, "rows", "ascend", "descend", "either");
        boolean rows = isText(mode, "rows") || isText(more, "rows");
        boolean descending = isText(mode, "descend") || isText(more, "descend");
        boolean either = isText(mode, "either") || isText(more, "either");
        if (mode != null && !(mode instanceof Char)) throw Failure.of("issorted: second argument must be a string", "issorted: второй аргумент — слово");
        if (!rows && !x.isEmpty() && !x.isVector()) throw Failure.of("issorted: needs a vector; for the rows of a matrix give 'rows'", "issorted: нужен вектор; для строк матрицы добавьте 'rows'");
        if (rows && x.ndims() > 2) throw Failure.of("issorted: A must be a 2-D object", "issorted: A должна быть матрицей");
        Order.Positions order = rows ? Order.rows("issorted", x) : Order.of("issorted", x);
        int n = rows ? x.rows() : x.numel();
        return !descending && inOrder(order, n, 1) || (descending || either) && inOrder(order, n, -1);
    }

    private static boolean inOrder(Order.Positions order, int n, int way) {
        for (int i = 1; i < n; i++) if (way * order.compare(i - 1, i) > 0) return false;
        return true;
    }

    private static boolean isText(Value v, String text) {
        return v instanceof Char c && c.text().startsWith(text);
    }

    @Function(call = "s = sortrows(A)\n[s, i] = sortrows(A, c)", en = "Rows in order of their columns, or of the columns c; a negative number sorts down.",
            ru = "Строки по порядку столбцов или столбцов c; отрицательный номер — по убыванию.", examples = {"sortrows([3 1; 1 2])(:, 1)'  % 1 3"})
    public static Value[] sortrows(Array a, @Default Real columns) {
        int m = a.rows();
        Order.Positions element = a instanceof Cell c ? Order.cells("sortrows", c) : Order.of("sortrows", a);
        if (a.ndims() > 2) throw Failure.of("sortrows: A must be a 2-D matrix, not %s", "sortrows: A должна быть матрицей, а не %s", Dims.text(a.dims()));
        if (columns != null && !columns.isVector()) throw Failure.of("sortrows: the columns c must be a vector", "sortrows: номера столбцов c должны быть вектором");
        double[] by = columns == null ? null : columns.data();
        if (by != null) {
            for (double c : by) {
                if (c == 0 || c != Math.rint(c) || Math.abs(c) > a.columns()) {
                    throw Failure.of("sortrows: index out of range", "sortrows: столбца с номером %s нет", (long) c);
                }
            }
        }
        int n = by == null ? a.columns() : by.length;
        Order.Positions rows = (p, q) -> {
            for (int k = 0; k < n; k++) {
                double c = by == null ? k + 1 : by[k];
                int j = (int) Math.abs(c) - 1;
                int r = element.compare(p + j * m, q + j * m);
                if (r != 0) return c < 0 ? -r : r;
            }
            return 0;
        };
        int[] order = Order.sorted(Order.all(m), rows, false);
        return Result.of(rows(a, order), column(order));
    }

    /** The rows of a matrix with these numbers (from 0). */
    static Array rows(Array a, int[] rows) {
        int n = a.columns();
        int[] positions = new int[rows.length * n];
        for (int j = 0; j < n; j++) for (int i = 0; i < rows.length; i++) positions[i + j * rows.length] = rows[i] + j * a.rows();
        return a.gather(positions, new int[] {rows.length, n});
    }

    /** Positions counted from 1, as a column. */
    static Real column(int[] positions) {
        double[] r = new double[positions.length];
        for (int i = 0; i < r.length; i++) r[i] = positions[i] + 1;
        return Real.column(r);
    }

    @Function(call = "i = lookup(table, y)", en = "For each y the last i with table(i) <= y, 0 below the first; table is sorted.",
            ru = "Для каждого y последнее i, где table(i) <= y; 0, если y меньше первого; table упорядочена.", examples = {"lookup([1 2 3], [0.5 1.5 3])  % 0 1 3"})
    public static Value lookup(Value table, Value y, @Default(" ") String options) {
        if (!options.matches("[ mblr]*")) throw Failure.of("lookup: unrecognized option '%s': letters of m, b, l, r", "lookup: непонятный параметр '%s': это буквы m, b, l, r", options);
        if (table instanceof Cell c) return strings(c, y, options);
        if (!(table instanceof Numeric t) || !(y instanceof Numeric v)) throw Failure.of("lookup: TABLE and Y must be numeric", "lookup: нужны числа");
        int n = t.numel();
        boolean down = n > 1 && t.re(0) > t.re(n - 1);
        double[] r = new double[v.numel()];
        for (int k = 0; k < r.length; k++) {
            double x = v.re(k);
            int low = 0;
            int high = n;
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean before = down ? t.re(middle) >= x : !(t.re(middle) > x) || x != x;
                if (before) low = middle + 1;
                else high = middle;
            }
            r[k] = matched(options, low, low > 0 && t.re(low - 1) == x, n);
        }
        return options.contains("b") ? Casts.logical(new Real(r, v.dims())) : new Real(r, v.dims());
    }

    private static double matched(String options, int at, boolean equal, int n) {
        if (options.contains("m")) return equal ? at : 0;
        if (options.contains("b")) return equal ? 1 : 0;
        double r = at;
        if (options.contains("l")) r = Math.max(r, 1);
        if (options.contains("r")) r = Math.min(r, n - 1);
        return r;
    }

    private static Value strings(Cell table, Value y, String options) {
        String[] t = Order.strings("lookup", table);
        String[] v = y instanceof Cell c ? Order.strings("lookup", c) : new String[] {((Char) y).text()};
        double[] r = new double[v.length];
        for (int k = 0; k < r.length; k++) {
            int p = java.util.Arrays.binarySearch(t, v[k]);
            r[k] = matched(options, p >= 0 ? p + 1 : -p - 1, p >= 0, t.length);
        }
        int[] d = y instanceof Cell ? y.dims() : new int[] {1, 1};
        return options.contains("b") ? Casts.logical(new Real(r, d)) : new Real(r, d);
    }
}
