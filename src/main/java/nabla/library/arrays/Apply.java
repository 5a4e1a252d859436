package nabla.library.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.engine.Ahead;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Concat;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** A function on every cell, element or field. */
public final class Apply {
    private Apply() {}

    /** Element i of what is run over. */
    private interface Element {
        Value at(Value from, int i);
    }

    /** The options after the collections. */
    private record Options(int collections, boolean uniform, Callable handler) {}

    private static Options options(Session session, String name, Value[] a) {
        boolean uniform = true;
        Callable handler = null;
        int n = a.length;
        while (n >= 4 && a[n - 2] instanceof Char c && Texts.isRow(c)) {
            if (abbreviates(c.text(), "uniformoutput")) uniform = a[n - 1].isTrue();
            else if (abbreviates(c.text(), "errorhandler")) handler = callable(session, a[n - 1], name);
            else break;
            n -= 2;
        }
        return new Options(n, uniform, handler);
    }

    /** Whether the word is the option's first letters, two at least, in any case. */
    private static boolean abbreviates(String word, String option) {
        return word.length() >= 2 && option.startsWith(word.toLowerCase(Locale.ROOT));
    }

    /** What a handle, a name or an expression in x stands for. */
    static Callable callable(Session session, Value f, String who) {
        return function(session, f, who).target();
    }

    private static FunctionHandle function(Session session, Value f, String who) {
        if (f instanceof FunctionHandle h) return h;
        if (f instanceof Char c && Texts.isRow(c)) {
            Callable found = session.function(c.text());
            if (found != null) return new FunctionHandle(c.text(), false, found);
            throw Failure.of(
                            "%s: invalid function NAME: %s",
                            "%s: нет функции с именем %s", who, c.text())
                    .id("Octave:undefined-function");
        }
        throw Failure.of(
                "%s: argument NAME must be a string or function handle",
                "%s: нужна функция (@f) или её имя", who);
    }

    @Function(
            call = "[a, ...] = cellfun(f, c, ...)\n... = cellfun(..., 'UniformOutput', tf, 'ErrorHandler', h)",
            en = "f on each cell of c (and its partners). Results are scalars gathered in arrays, or cells when 'UniformOutput' is false. 'ErrorHandler' is called with what went wrong in place of an error. "
                    + "Other processors take a part where f is slow and needs only its arguments.",
            ru = "Функция f от каждой ячейки c (и парных ей). Результаты — скаляры, собранные в массивы, или ячейки при 'UniformOutput', false. 'ErrorHandler' вызывается вместо ошибки. "
                    + "Если f медленная и ей нужны только её аргументы, часть работы берут другие процессоры.",
            examples = {"cellfun(@numel, {'ab', 'c'})  %    2   1"})
    public static Value[] cellfun(Session session, @Nargout int nargout, Value f, Value... a) {
        Options o = options(session, "cellfun", prepend(f, a));
        int n = o.collections - 1;
        if (n < 1) throw Failure.of("Invalid call to cellfun", "cellfun: нужны функция и массив ячеек").id("Octave:invalid-fun-call");
        if (!(a[0] instanceof Cell)) throw Failure.of("cellfun: C must be a cell array", "cellfun: C должно быть массивом ячеек");
        for (int k = 1; k < n; k++) {
            if (a[k] instanceof Cell) continue;
            if (f instanceof Char c && (c.text().equals("size") || c.text().equals("isclass"))) break;
            if (a[k] instanceof Char c && k > 0) {
                throw Failure.of("cellfun: unrecognized parameter %s: there are UniformOutput and ErrorHandler", "cellfun: параметра %s нет; есть UniformOutput и ErrorHandler", c.text());
            }
            throw Failure.of("cellfun: C must be a cell array", "cellfun: C должно быть массивом ячеек");
        }
        Value old = f instanceof Char c ? legacy(c.text(), a, n) : null;
        if (old != null) return new Value[] {old};
        return run("cellfun", session, function(session, f, "cellfun"), a, n, o, nargout, (v, i) -> ((Cell) v).get(i));
    }

    private static Value[] prepend(Value f, Value[] a) {
        Value[] r = new Value[a.length + 1];
        r[0] = f;
        System.arraycopy(a, 0, r, 1, a.length);
        return r;
    }

    /** The names that cellfun has always understood by itself. */
    private static Value legacy(String name, Value[] a, int n) {
        Cell c = (Cell) a[0];
        double[] r = new double[c.numel()];
        for (int i = 0; i < r.length; i++) {
            Value v = c.get(i);
            switch (name) {
                case "isempty" -> r[i] = v.isEmpty() ? 1 : 0;
                case "isclass" -> r[i] = n > 1 && v.className().equals(a[1].toString()) ? 1 : 0;
                case "islogical" -> r[i] = v instanceof Bool ? 1 : 0;
                case "isreal" -> r[i] = v instanceof Numeric x && !x.isComplex() ? 1 : 0;
                case "length" -> {
                    for (int d : v.dims()) r[i] = v.isEmpty() ? 0 : Math.max(r[i], d);
                }
                case "numel", "prodofsize" -> r[i] = v.numel();
                case "ndims" -> r[i] = v.ndims();
                case "size" -> {
                    if (n < 2) throw Failure.of("cellfun: not enough arguments for \"size\"", "cellfun: для size нужен номер измерения");
                    r[i] = Dims.at(v.dims(), (int) ((Numeric) a[1]).re(0) - 1);
                }
                default -> {
                    return null;
                }
            }
        }
        if (!name.startsWith("is")) return new Real(r, c.dims());
        boolean[] b = new boolean[r.length];
        for (int i = 0; i < b.length; i++) b[i] = r[i] != 0;
        return new Bool(b, c.dims());
    }

    @Function(
            call = "[a, ...] = arrayfun(f, x, ...)\n... = arrayfun(..., 'UniformOutput', tf, 'ErrorHandler', h)",
            en = "f on each element of x (and its partners), results gathered in arrays, or in cells when 'UniformOutput' is false. Other "
                    + "processors take a part where f is slow and needs only its arguments.",
            ru = "Функция f от каждого элемента x (и парных ему); результаты собраны в массивы или в ячейки при 'UniformOutput', false. "
                    + "Если f медленная и ей нужны только её аргументы, часть работы берут другие процессоры.",
            examples = {"arrayfun(@(x) x^2, [1 2 3])  %    1   4   9"})
    public static Value[] arrayfun(Session session, @Nargout int nargout, Value f, Value... a) {
        Options o = options(session, "arrayfun", prepend(f, a));
        int n = o.collections - 1;
        if (n < 1) throw Failure.of("Invalid call to arrayfun", "arrayfun: нужны функция и массив").id("Octave:invalid-fun-call");
        return run("arrayfun", session, function(session, f, "arrayfun"), a, n, o, nargout,
                (v, i) -> v instanceof Array x ? x.element(i) : v instanceof Overloaded x ? x.element(i) : v);
    }

    @Function(
            call = "[a, ...] = structfun(f, s)\n... = structfun(..., 'UniformOutput', tf, 'ErrorHandler', h)",
            en = "f on each field of a structure: a column of results (per element of an array); structures if 'UniformOutput' is false.",
            ru = "Функция f от каждого поля структуры: столбец результатов, у массива — по столбцу на элемент; структуры при 'UniformOutput', false.",
            examples = {"sum(structfun(@(x) x*2, struct('a', 1, 'b', 2)))  % 6"})
    public static Value[] structfun(Session session, @Nargout int nargout, Value f, Struct s, Value... rest) {
        Value[] all = prepend(s, rest);
        Options o = options(session, "structfun", prepend(f, all));
        List<String> names = new ArrayList<>(s.names());
        int n = names.size();
        int[] dims = new int[s.dims().length + 1];
        dims[0] = n;
        System.arraycopy(s.dims(), 0, dims, 1, s.dims().length);
        Value[] fields = new Value[n * s.numel()];
        for (int i = 0; i < fields.length; i++) fields[i] = s.get(names.get(i % n), i / n);
        Value[] r = run("structfun", session, function(session, f, "structfun"), new Value[] {new Cell(fields, Dims.normal(dims))}, 1,
                o, nargout, (v, i) -> ((Cell) v).get(i));
        if (o.uniform) return r;
        for (int k = 0; k < r.length; k++) r[k] = withValues(s, names, (Cell) r[k]);
        return r;
    }

    /** A structure array of the size of {@code s} whose fields have these values, the fields of each element one after the other. */
    private static Struct withValues(Struct s, List<String> names, Cell values) {
        Struct t = s.copy();
        for (int i = 0; i < values.numel(); i++) t.put(names.get(i % names.size()), i / names.size(), values.get(i));
        return t;
    }

    private static Value[] run(
            String name, Session session, FunctionHandle f, Value[] a, int n, Options o, int nargout, Element element) {
        int[] dims = a[0].dims();
        for (int k = 1; k < n; k++) {
            if (!Dims.same(dims, a[k].dims())) {
                throw Failure.of(
                                "%s: all the input arguments must have the same size and shape (arg 1 and arg %d)",
                                "%s: аргументы 1 и %d разного размера", name, k + 1)
                        .id("Octave:invalid-fun-call");
            }
        }
        int count = a[0].numel();
        int wanted = Math.max(1, nargout);
        Value[][] results = new Value[wanted][count];
        boolean some = nargout > 0;
        try (Ahead<Value[]> ahead = session.ahead(f)) {
            ahead.begin(count, (fork, g, i) -> Ahead.call(fork, g[0], arguments(a, n, element, i), nargout));
            for (int i = 0; i < count; i++) {
                session.poll();
                Value[] there = ahead.next();
                Value[] r = there != null ? there : call(f.target(), arguments(a, n, element, i), nargout, o, i);
                if (r.length < nargout) {
                    throw Failure.of(
                            "%s: function returned fewer than nargout values", "%s: функция вернула меньше значений, чем нужно", name);
                }
                for (int k = 0; k < wanted && k < r.length; k++) {
                    results[k][i] = r[k];
                    some |= r[k] != null;
                }
            }
        }
        if (!some && count > 0) return new Value[0];
        Value[] out = new Value[wanted];
        for (int k = 0; k < wanted; k++) out[k] = o.uniform ? gather(name, results[k], dims) : new Cell(results[k], dims);
        return out;
    }

    private static Value[] arguments(Value[] a, int n, Element element, int i) {
        Value[] x = new Value[n];
        for (int k = 0; k < n; k++) {
            x[k] = element.at(a[k], i);
            x[k].share();
        }
        return x;
    }

    private static Value[] call(Callable f, Value[] x, int nargout, Options o, int i) {
        if (o.handler == null) return f.call(x, nargout);
        try {
            return f.call(x, nargout);
        } catch (Failure e) {
            Struct error = Struct.scalar()
                    .with("message", Char.of(e.caught()))
                    .with("identifier", Char.of(e.identifier()))
                    .with("index", Real.of(i + 1));
            return o.handler.call(prepend(error, x), nargout);
        }
    }

    private static Value overloaded(String name, Value[] all, int[] dims) {
        for (Value v : all) {
            if (v.numel() != 1 || v instanceof Cell) throw notScalar(name);
        }
        if (all.length == 1) return all[0];
        Value row = Concat.horizontal(all);
        return Overloaded.invoke("reshape", (v, n) -> new Value[] {((Array) v[0]).reshape(dims)}, new Value[] {row, Real.row(doubles(dims))}, 1)[0];
    }

    private static double[] doubles(int[] dims) {
        double[] d = new double[dims.length];
        for (int k = 0; k < d.length; k++) d[k] = dims[k];
        return d;
    }

    private static Failure notScalar(String name) {
        return Failure.of(
                        "%s: all values must be scalars when UniformOutput = true; use the 'UniformOutput', false option",
                        "%s: значения должны быть скалярами; для прочих есть 'UniformOutput', false", name)
                .caught(Lang.say(name + ": all values must be scalars when UniformOutput = true", name + ": значения должны быть скалярами"))
                .id("Octave:invalid-fun-call");
    }

    /** One array of scalars of one class. */
    private static Value gather(String name, Value[] all, int[] dims) {
        if (all.length == 0) return Real.zeros(dims);
        if (Overloaded.among(all) != null) return overloaded(name, all, dims);
        Array out = null;
        for (int i = 0; i < all.length; i++) {
            if (!(all[i] instanceof Numeric v) || v.numel() != 1) throw notScalar(name);
            if (out == null) out = v.blank(dims);
            if (out instanceof Real r && v instanceof Complex c && r.isSingle() == c.isSingle()) {
                out = new Complex(r.isSingle(), r.data(), new double[r.numel()], dims);
            } else if (!out.className().equals(v.className())) {
                throw Failure.of(
                                "%s: return values must be of the same type (class): found '%s', expected '%s'",
                                "%s: значения разных классов: '%s' и '%s'", name, v.className(), out.className())
                        .id("Octave:invalid-fun-call");
            }
            out.set(i, v, 0);
        }
        return out;
    }
}
