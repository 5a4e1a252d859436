package nabla.library.arrays;

import java.util.Arrays;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Arrays and cells of strings as sets. */
public final class Sets {
    private Sets() {}

    /** Two sets in one array: elements (or rows) below {@code split} are the first's. */
    private record Both(Array all, int split, int count, Order.Positions order, boolean rows, boolean row) {
        static Both of(String name, Value a, Value b, Value[] options) {
            boolean rows = has(options, "rows");
            Array x = (Array) a;
            Array y = (Array) b;
            if (x instanceof Cell != y instanceof Cell) {
                if (x instanceof Cell && y.isEmpty()) y = new Cell(new Value[0], 0, 1);
                else if (y instanceof Cell && x.isEmpty()) x = new Cell(new Value[0], 0, 1);
                else throw Failure.of("%s: A and B must be arrays or cell arrays of strings", "%s: нужны два числовых массива или две строки ячеек", name);
            }
            boolean row = (isRow(a) || a.isEmpty()) && (isRow(b) || b.isEmpty());
            if (rows) {
                if (x.columns() != y.columns() && !x.isEmpty() && !y.isEmpty()) {
                    throw Failure.of("%s: number of columns in A and B must match", "%s: число столбцов должно совпадать", name);
                }
                Array all = Joining.below(x, y);
                return new Both(all, x.isEmpty() ? 0 : x.rows(), all.rows(), Order.rows(name, all), true, false);
            }
            Array all = Joining.below(x.reshape(x.numel(), 1), y.reshape(y.numel(), 1));
            return new Both(all, x.numel(), all.numel(), Order.of(name, all), false, row);
        }

        int[] sorted() {
            return Order.sorted(Order.all(count), order, false);
        }

        Array taken(int[] p, int n) {
            int[] q = Arrays.copyOf(p, n);
            if (rows) return Sorting.rows(all, q);
            return all.gather(q, row ? new int[] {1, n} : new int[] {n, n == 0 && all.isEmpty() ? 0 : 1});
        }
    }

    private static boolean isRow(Value v) {
        return v.ndims() == 2 && v.rows() == 1 && v.columns() > 0;
    }

    private static boolean has(Value[] options, String name) {
        for (Value v : options) if (v instanceof Char c && c.text().equals(name)) return true;
        return false;
    }

    /** Which words there may be, and which exclude each other. */
    private static void check(String name, Value[] options, String... known) {
        for (Value v : options) {
            if (!(v instanceof Char c)) throw Failure.of("%s: options must be strings, not %s", "%s: параметры — слова, а не %s", name, v.className());
            if (!Arrays.asList(known).contains(c.text())) {
                throw Failure.of("%s: invalid option '%s': there are %s", "%s: слова '%s' нет; есть %s", name, c.text(), String.join(", ", known));
            }
        }
        exclude(name, options, "first", "last");
        for (String order : new String[] {"sorted", "stable"}) {
            for (String other : new String[] {"first", "last", "legacy"}) exclude(name, options, order, other);
        }
        exclude(name, options, "sorted", "stable");
    }

    private static void exclude(String name, Value[] options, String one, String other) {
        if (has(options, one) && has(options, other)) {
            throw Failure.of("%s: cannot specify both \"%s\" and \"%s\": leave one out", "%s: \"%s\" и \"%s\" исключают друг друга", name, one, other);
        }
    }

    /** A string beside a cell of strings stands for one set element, a matrix of characters for its rows. */
    private static Value beside(Value v, Value other) {
        if (!(v instanceof Char c) || !(other instanceof Cell)) return v;
        if (c.rows() <= 1) return new Cell(new Value[] {v}, 1, 1);
        Value[] rows = new Value[c.rows()];
        for (int i = 0; i < rows.length; i++) rows[i] = Texts.row10(c.row(i));
        return new Cell(rows, rows.length, 1);
    }

    @Function(call = "u = unique(x)\n[u, i, j] = unique(x)\n... = unique(x, 'rows', 'stable', 'first', 'last', 'legacy')",
            en = "Each element once, in order: u = x(i), x = u(j), i the first of equal ones unless 'last'. 'stable' keeps the order of x; "
                    + "'legacy' means 'last', with i and j rows for a row.",
            ru = "Каждый элемент один раз, по порядку: u = x(i), x = u(j), i — первый из равных, если не задано 'last'. 'stable' сохраняет "
                    + "порядок x; 'legacy' — то же, что 'last', причём у строки i и j — строки.",
            examples = {"unique([3 1 1])  % 1 3"})
    public static Value[] unique(Array x, Value... options) {
        check("unique", options, "rows", "sorted", "stable", "first", "last", "legacy");
        boolean rows = has(options, "rows") && !(x instanceof Cell);
        boolean stable = has(options, "stable");
        boolean legacy = has(options, "legacy");
        boolean first = !has(options, "last") && !(legacy && !has(options, "first"));
        int n = rows ? x.rows() : x.numel();
        Order.Positions order = rows ? Order.rows("unique", x) : Order.of("unique", x);
        int[] sorted = Order.sorted(Order.all(n), order, false);
        int[] pick = new int[n];
        int[] group = new int[n];
        int count = 0;
        for (int k = 0; k < n; k++) {
            boolean fresh = k == 0 || order.compare(sorted[k - 1], sorted[k]) != 0 || isNaN(x, sorted[k], rows);
            if (fresh) pick[count++] = sorted[k];
            else if (!first) pick[count - 1] = sorted[k];
            group[sorted[k]] = count - 1;
        }
        pick = Arrays.copyOf(pick, count);
        if (stable) {
            int[] rank = Order.sorted(Order.all(count), byValue(pick), false);
            int[] place = new int[count];
            int[] was = pick.clone();
            for (int k = 0; k < count; k++) {
                pick[k] = was[rank[k]];
                place[rank[k]] = k;
            }
            for (int k = 0; k < n; k++) group[k] = place[group[k]];
        }
        boolean row = isRow(x) && !rows;
        Array u = rows
                ? Sorting.rows(x, pick)
                : x.gather(pick, row ? new int[] {1, count} : new int[] {count, count == 0 && x.columns() == 0 && x.rows() != 1 ? 0 : 1});
        if (!legacy || !row) return Result.of(u, Sorting.column(pick), Sorting.column(group));
        return Result.of(u, laid(Sorting.column(pick)), laid(Sorting.column(group)));
    }

    private static Value laid(Real column) {
        return column.reshape(1, column.numel());
    }

    private static Order.Positions byValue(int[] v) {
        return (p, q) -> Integer.compare(v[p], v[q]);
    }

    private static boolean isNaN(Array x, int k, boolean rows) {
        return !rows && x instanceof Numeric v && v.re(k) != v.re(k);
    }

    private static Real index(int[] p, int n) {
        return Sorting.column(Arrays.copyOf(p, n));
    }

    @Function(call = "u = union(a, b)\n[u, ia, ib] = union(a, b, 'rows')", en = "Elements of a or b, each once, in order. With 'legacy' positions are those of the last ones, as rows.", ru = "Элементы a или b, каждый один раз, по порядку. С 'legacy' номера — последних из равных, строками.",
            examples = {"union([1 3], [2 3])  % 1 2 3"})
    public static Value[] union(Value a, Value b, Value... options) {
        check("union", options, "rows", "sorted", "stable", "legacy");
        boolean legacy = has(options, "legacy");
        Both s = Both.of("union", beside(a, b), beside(b, a), options);
        int[] sorted = s.sorted();
        int[] pick = new int[s.count];
        int[] ia = new int[s.count];
        int[] ib = new int[s.count];
        int n = 0;
        int na = 0;
        int nb = 0;
        for (int k = 0; k < sorted.length; ) {
            int end = end(s, sorted, k);
            int p = sorted[legacy ? end - 1 : k];
            pick[n++] = p;
            if (p < s.split) ia[na++] = p;
            else ib[nb++] = p - s.split;
            k = end;
        }
        if (has(options, "stable")) {
            Arrays.sort(pick, 0, n);
            Arrays.sort(ia, 0, na);
            Arrays.sort(ib, 0, nb);
        }
        return shaped(s.taken(pick, n), index(ia, na), index(ib, nb), legacy && !s.rows && !(column(a) && column(b)));
    }

    private static int end(Both s, int[] sorted, int k) {
        int end = k + 1;
        while (end < sorted.length && s.order.compare(sorted[k], sorted[end]) == 0 && !isNaN(s.all, sorted[k], s.rows)) end++;
        return end;
    }

    @Function(call = "c = intersect(a, b)\n[c, ia, ib] = intersect(a, b, 'rows')", en = "Elements of both a and b, each once, in order (of a with 'stable'); c = a(ia) = b(ib).",
            ru = "Общие элементы a и b, каждый один раз, по порядку (с 'stable' — как в a); c = a(ia) = b(ib).",
            examples = {"intersect([1 2 3], [3 1])  % 1 3", "intersect([3 1 2], [1 3], 'stable')  % 3 1"})
    public static Value[] intersect(Value a, Value b, Value... options) {
        check("intersect", options, "rows", "sorted", "stable", "legacy");
        boolean legacy = has(options, "legacy");
        Both s = Both.of("intersect", beside(a, b), beside(b, a), options);
        if (s.all instanceof Cell && (s.split == 0 || s.split == s.count)) return Result.of(new Cell(new Value[0], 0, 0), Real.empty(), Real.empty());
        int[] sorted = s.sorted();
        int[] ia = new int[s.count];
        int[] ib = new int[s.count];
        int n = 0;
        for (int k = 0; k < sorted.length; ) {
            int end = end(s, sorted, k);
            int last = sorted[end - 1];
            if (sorted[k] < s.split && last >= s.split) {
                int p = k;
                while (sorted[p] < s.split) p++;
                ia[n] = legacy ? sorted[p - 1] : sorted[k];
                ib[n++] = (legacy ? last : sorted[p]) - s.split;
            }
            k = end;
        }
        if (has(options, "stable")) {
            int[] order = Order.sorted(Order.all(n), byValue(ia), false);
            ia = picked(ia, order);
            ib = picked(ib, order);
        }
        return shaped(s.taken(ia, n), index(ia, n), index(ib, n), legacy && !s.rows && !(column(a) && column(b)));
    }

    private static int[] picked(int[] from, int[] order) {
        int[] r = new int[order.length];
        for (int k = 0; k < r.length; k++) r[k] = from[order[k]];
        return r;
    }

    private static boolean column(Value v) {
        return v.ndims() == 2 && v.columns() == 1 && v.rows() > 1;
    }

    /** The results, as rows where asked for. */
    private static Value[] shaped(Array c, Real ia, Real ib, boolean row) {
        return row ? Result.of(c.reshape(1, c.numel()), laid(ia), laid(ib)) : Result.of(c, ia, ib);
    }

    @Function(call = "c = setdiff(a, b)\n[c, ia] = setdiff(a, b, 'rows', 'stable')", en = "Elements of a that are not in b, each once, in order.",
            ru = "Элементы a, которых нет в b, каждый один раз, по порядку.", examples = {"setdiff([5 4 3], 4)  % 3 5"})
    public static Value[] setdiff(Value a, Value b, Value... options) {
        check("setdiff", options, "rows", "sorted", "stable", "legacy");
        boolean legacy = has(options, "legacy");
        Both s = Both.of("setdiff", beside(a, b), beside(b, a), options);
        boolean row = isRow(a);
        int[] sorted = s.sorted();
        int[] ia = new int[s.count];
        int n = 0;
        for (int k = 0; k < sorted.length; ) {
            int end = end(s, sorted, k);
            if (sorted[end - 1] < s.split) ia[n++] = sorted[legacy ? end - 1 : k];
            k = end;
        }
        if (has(options, "stable")) Arrays.sort(ia, 0, n);
        Both shaped = new Both(s.all, s.split, s.count, s.order, s.rows, row);
        Real positions = index(ia, n);
        return Result.of(shaped.taken(ia, n), legacy && !s.rows && !column(a) ? laid(positions) : positions);
    }

    @Function(call = "c = setxor(a, b)\n[c, ia, ib] = setxor(a, b, 'rows')", en = "Elements of a or b but not of both, in order.",
            ru = "Элементы только a или только b, по порядку.", examples = {"setxor([1 2], [2 3])  % 1 3"})
    public static Value[] setxor(Value a, Value b, Value... options) {
        check("setxor", options, "rows", "sorted", "stable", "legacy");
        boolean legacy = has(options, "legacy");
        Both s = Both.of("setxor", beside(a, b), beside(b, a), options);
        int[] sorted = s.sorted();
        int[] pick = new int[s.count];
        int[] ia = new int[s.count];
        int[] ib = new int[s.count];
        int na = 0;
        int nb = 0;
        for (int k = 0; k < sorted.length; ) {
            int end = end(s, sorted, k);
            int p = sorted[legacy ? end - 1 : k];
            if (sorted[k] >= s.split || sorted[end - 1] < s.split) {
                pick[na + nb] = p;
                if (p < s.split) ia[na++] = p;
                else ib[nb++] = p - s.split;
            }
            k = end;
        }
        if (has(options, "stable")) {
            Arrays.sort(pick, 0, na + nb);
            Arrays.sort(ia, 0, na);
            Arrays.sort(ib, 0, nb);
        }
        return shaped(s.taken(pick, na + nb), a.isEmpty() ? Real.empty() : index(ia, na), b.isEmpty() ? Real.empty() : index(ib, nb), legacy && !s.rows && !(column(a) && column(b)));
    }

    @Function(call = "t = ismember(a, s)\n[t, i] = ismember(a, s)\n... = ismember(a, s, 'rows')", en = "Which elements of a are in s, and where (0: nowhere).",
            ru = "Какие элементы a есть в s и где (0 — нигде).", examples = {"ismember([1 5 2], [2 1])  % 1 0 1", "ismember('a', {'a', 'b'})  % 1"})
    public static Value[] ismember(Value a, Value set, Value... options) {
        boolean legacy = has(options, "legacy");
        check("ismember", options, "rows", "legacy");
        Value elements = beside(a, set);
        Both s = Both.of("ismember", elements, beside(set, a), options);
        int[] d = s.rows ? new int[] {s.split, 1} : elements.dims();
        int m = s.split;
        int[] table = Order.sorted(range(m, s.count), s.order, false);
        boolean[] t = new boolean[m];
        double[] where = new double[m];
        for (int k = 0; k < m; k++) {
            int low = 0;
            int high = table.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (s.order.compare(table[middle], k) < 0) low = middle + 1;
                else high = middle;
            }
            t[k] = low < table.length && s.order.compare(table[low], k) == 0 && !isNaN(s.all, k, s.rows);
            while (legacy && t[k] && low + 1 < table.length && s.order.compare(table[low + 1], k) == 0) low++;
            if (t[k]) where[k] = table[low] - m + 1;
        }
        return Result.of(new Bool(t, d), new Real(where, d));
    }

    private static int[] range(int from, int to) {
        int[] r = new int[to - from];
        for (int k = 0; k < r.length; k++) r[k] = from + k;
        return r;
    }
}
