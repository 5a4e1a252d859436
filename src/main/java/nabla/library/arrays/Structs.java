package nabla.library.arrays;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.library.texts.Strings;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Indexing;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Structures: making them, their fields. */
public final class Structs {
    private Structs() {}

    @Function(call = "s = struct('field', value, ...)",
            en = "A structure with these fields; a cell as value gives a structure array, one element a cell ({{…}} stores a cell).",
            ru = "Структура с этими полями; массив ячеек как значение даёт массив структур, по элементу на ячейку ({{…}} хранит сам массив ячеек).",
            examples = {"struct('a', 5).a  % 5", "size(struct('a', {1, 2}))  %    1   2"})
    public static Value structure(Value... a) {
        if (a.length == 0) return Struct.scalar();
        if (a.length == 1 && (a[0] instanceof Struct || a[0] instanceof Foreign)) {
            a[0].share();
            return a[0];
        }
        if (a.length == 1 && a[0] instanceof Real r && r.rows() == 0 && r.columns() == 0) return Struct.array(0, 0);
        if (a.length % 2 != 0) {
            throw Failure.of(
                    "struct: additional arguments must occur as \"field\", VALUE pairs", "struct: аргументы — пары 'поле', значение");
        }
        int[] dims = {1, 1};
        int source = -1;
        for (int i = 0; i < a.length; i += 2) {
            if (!Texts.isRow(a[i])) {
                throw Failure.of(
                        "struct: additional arguments must occur as \"field\", VALUE pairs", "struct: имя поля должно быть строкой");
            }
            if (!(a[i + 1] instanceof Cell c) || c.numel() == 1) continue;
            if (source >= 0 && !Dims.same(dims, c.dims())) {
                throw Failure.of(
                        "struct: dimensions of parameter %d do not match those of parameter %d",
                        "struct: размеры аргументов %d и %d не совпадают", source + 2, i + 2);
            }
            dims = c.dims();
            source = i;
        }
        Struct s = Struct.array(dims);
        int n = s.numel();
        for (int i = 0; i < a.length; i += 2) {
            String name = a[i].toString();
            s.addField(name);
            for (int k = 0; k < n; k++) {
                Value v = a[i + 1] instanceof Cell c ? c.get(c.numel() == 1 ? 0 : k) : a[i + 1];
                v.share();
                s.put(name, k, v);
            }
        }
        return s;
    }

    @Function(call = "tf = isstruct(s)", en = "Whether s is a structure.", ru = "Структура ли это.", examples = {"isstruct(struct())  % 1"})
    public static boolean isstruct(Value s) {
        return s instanceof Struct;
    }

    @Function(call = "names = fieldnames(s)", en = "The names of the fields, a column of cells.", ru = "Имена полей столбцом ячеек.",
            examples = {"fieldnames(struct('a', 1)){1}  % a"})
    public static Cell fieldnames(Value s) {
        if (!(s instanceof Struct t)) throw Failure.of("fieldnames: Invalid input argument", "fieldnames: нужна структура");
        List<Value> names = new ArrayList<>();
        for (String n : t.names()) names.add(Char.of(n));
        return new Cell(names.toArray(new Value[0]), names.size(), 1);
    }

    @Function(call = "n = numfields(s)", en = "The number of fields; 0 for what is no structure.", ru = "Число полей; 0, если это не структура.",
            examples = {"numfields(struct('a', 1))  % 1"})
    public static double numfields(Value s) {
        return s instanceof Struct t ? t.names().size() : 0;
    }

    @Function(call = "tf = isfield(s, name)\ntf = isfield(s, names)", en = "Whether s has a field of that name; for a cell of names, each.",
            ru = "Есть ли у s такое поле; для ячеек — каждое из имён.", examples = {"isfield(struct('a', 1), {'a', 'b'})  %   1  0"})
    public static Bool isfield(Value s, Value name) {
        Struct t = s instanceof Struct x ? x : null;
        if (name instanceof Cell c && t != null) {
            boolean[] r = new boolean[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = c.get(i) instanceof Char n && t.has(n.text());
            return new Bool(r, c.dims());
        }
        return Bool.of(t != null && name instanceof Char n && t.has(n.text()));
    }

    @Function(call = "s = rmfield(s, name)\ns = rmfield(s, names)", en = "s without these fields.", ru = "Структура s без этих полей.",
            examples = {"isfield(rmfield(struct('a', 1), 'a'), 'a')  % 0"})
    public static Struct rmfield(Struct s, Value names) {
        for (String n : Texts.list(names, "rmfield")) {
            if (!s.has(n)) {
                throw Failure.of(
                        "rmfield: structure does not contain remove field %s", "rmfield: у структуры нет поля %s", n);
            }
            s = s.without(n);
        }
        return s;
    }

    private static int[] subscripts(Value v) {
        Cell c = (Cell) v;
        int[] r = new int[c.numel()];
        for (int i = 0; i < r.length; i++) r[i] = (int) ((Numeric) c.get(i)).re(0) - 1;
        return r;
    }

    private static int linear(int[] dims, int[] at) {
        int p = 0;
        for (int k = at.length - 1; k >= 0; k--) p = p * Dims.at(dims, k) + at[k];
        return p;
    }

    @Function(call = "v = getfield(s, 'field')\nv = getfield(s, {i, j}, 'field', {k, l}, ...)", en = "What a field holds; further names and subscripts lead deeper.",
            ru = "Значение поля; следующие имена и индексы ведут глубже.", examples = {"getfield(struct('a', 5), 'a')  % 5"})
    public static Value getfield(Value s, Value... way) {
        Value v = s;
        for (Value step : way) {
            if (step instanceof Cell) {
                v = Indexing.get((nabla.value.Array) v, ((Cell) step).data(), "getfield");
            } else {
                String name = Texts.text(step, "getfield", "field");
                if (!(v instanceof Struct t) || !t.has(name)) {
                    throw Failure.of("invalid use of undefined value", "у структуры нет поля '%s'", name).id("Octave:undefined-function");
                }
                v = t.get(name, 0);
            }
        }
        v.share();
        return v;
    }

    @Function(call = "s = setfield(s, 'field', value)\ns = setfield(s, {i, j}, 'field', {k, l}, ..., value)", en = "s with a field set; further names and subscripts lead deeper.",
            ru = "Структура s с новым значением поля; следующие имена и индексы ведут глубже.", examples = {"setfield(struct('a', 5), 'a', 7).a  % 7"})
    public static Value setfield(Value s, Value... way) {
        if (way.length < 2) throw Failure.of("Invalid call to setfield", "setfield: нужны поле и значение").id("Octave:invalid-fun-call");
        return set(s, way, 0);
    }

    private static Value set(Value s, Value[] way, int k) {
        if (k == way.length - 1) return way[k];
        if (way[k] instanceof Cell) {
            nabla.value.Array a = ((nabla.value.Array) s).copy();
            int[] at = subscripts(way[k]);
            boolean there = !a.isEmpty();
            for (int i = 0; i < at.length; i++) there &= at[i] < (at.length == 1 ? a.numel() : Dims.at(a.dims(), i));
            Value inner = set(there ? a.element(linear(a.dims(), at)) : Real.empty(), way, k + 1);
            if (inner instanceof Struct && a instanceof Real && a.isEmpty()) a = Struct.array(0, 0);
            return Indexing.assign(a, ((Cell) way[k]).data(), inner);
        }
        Struct t = s instanceof Struct x ? x.copy() : Struct.scalar();
        String name = Texts.text(way[k], "setfield", "field");
        Value before = t.has(name) ? t.get(name, 0) : Real.empty();
        Value inner = set(before, way, k + 1);
        inner.share();
        t.put(name, 0, inner);
        return t;
    }

    @Function(call = "[s, p] = orderfields(s)\n[s, p] = orderfields(s, order)",
            en = "s with its fields in alphabetical order, or in that of another structure, a cell of names or a permutation; p is the permutation.",
            ru = "Структура s с полями по алфавиту или в порядке другой структуры, имён в ячейках или перестановки; p — перестановка.",
            examples = {"fieldnames(orderfields(struct('b', 1, 'a', 2))){1}  % a"})
    public static Value[] orderfields(Struct s, @Default Value order) {
        List<String> names = new ArrayList<>(s.names());
        List<String> sorted = new ArrayList<>(names);
        if (order == null) Collections.sort(sorted);
        else if (order instanceof Struct t) sorted = new ArrayList<>(t.names());
        else if (order instanceof Cell) sorted = Texts.list(order, "orderfields");
        else {
            Numeric p = (Numeric) order;
            sorted.clear();
            for (int i = 0; i < p.numel(); i++) {
                int k = (int) p.re(i);
                if (k < 1 || k > names.size()) throw Failure.of("orderfields: invalid permutation vector P", "orderfields: это не перестановка");
                sorted.add(names.get(k - 1));
            }
        }
        Set<String> same = new HashSet<>(sorted);
        if (sorted.size() != names.size() || !same.equals(new HashSet<>(names))) {
            throw Failure.of("orderfields: FIELDS of S1 and S2 must match", "orderfields: наборы полей не совпадают");
        }
        double[] p = new double[names.size()];
        for (int i = 0; i < p.length; i++) p[i] = names.indexOf(sorted.get(i)) + 1;
        return new Value[] {s.ordered(sorted), Real.column(p)};
    }

    @Function(call = "c = struct2cell(s)", en = "The values of the fields, a cell for each along the first dimension.", ru = "Значения полей ячейками вдоль первого измерения.",
            examples = {"struct2cell(struct('a', 5)){1}  % 5"})
    public static Cell struct2cell(Struct s) {
        int n = s.numel();
        int m = s.names().size();
        Value[] r = new Value[n * m];
        int k = 0;
        for (String name : s.names()) {
            for (int i = 0; i < n; i++) r[k + i * m] = s.get(name, i);
            k++;
        }
        int[] d = s.dims();
        int[] dims = new int[d.length + 1];
        dims[0] = m;
        System.arraycopy(d, 0, dims, 1, d.length);
        return new Cell(r, Dims.normal(dims));
    }

    @Function(call = "s = cell2struct(c, fields)\ns = cell2struct(c, fields, dim)", en = "A structure array whose fields run along dimension dim (1) of c.",
            ru = "Массив структур, поля которых лежат в c вдоль измерения dim (1).", examples = {"cell2struct({1; 2}, {'a'; 'b'}, 1).b  % 2"})
    public static Struct cell2struct(Cell c, Value fields, @Default("1") int dim) {
        List<String> names = new ArrayList<>();
        for (String n : Texts.list(fields, "cell2struct")) names.add(Strings.trimEnd(n));
        int[] d = c.dims();
        if (dim < 1 || dim > d.length) throw Failure.of("cell2struct: DIM must be a valid dimension", "cell2struct: нет измерения %d", dim);
        if (names.size() != d[dim - 1]) {
            throw Failure.of(
                    "cell2struct: number of FIELDS does not match dimension", "cell2struct: полей %d, а размер измерения %d", names.size(), d[dim - 1]);
        }
        int[] rest = new int[Math.max(2, d.length - 1)];
        java.util.Arrays.fill(rest, 1);
        for (int k = 0, j = 0; k < d.length; k++) if (k != dim - 1) rest[j++] = d[k];
        Struct s = Struct.array(Dims.normal(rest));
        int stride = 1;
        for (int k = 0; k < dim - 1; k++) stride *= d[k];
        int n = s.numel();
        for (int f = 0; f < names.size(); f++) {
            s.addField(names.get(f));
            for (int i = 0; i < n; i++) {
                Value v = c.get(i % stride + (f + i / stride * d[dim - 1]) * stride);
                v.share();
                s.put(names.get(f), i, v);
            }
        }
        return s;
    }
}
