package nabla.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.language.Tree;
import nabla.value.Arithmetic;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Index;
import nabla.value.Operator;
import nabla.value.Overloaded;
import nabla.value.Ranges;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** What generated code calls, where the fast path on doubles does not apply. */
public final class Ops {
    private Ops() {}

    // ---- pairs ---------------------------------------------------------------------------------------------------

    /** Whether a value travels as a double: a real double scalar. */
    public static boolean isNumber(Value v) {
        return v instanceof Real r && r.numel() == 1 && !r.isSingle();
    }

    public static double number(Value v) {
        return ((Real) v).re(0);
    }

    /** The pair as a value; an error when the variable is not defined. */
    public static Value box(double d, Value r, String name) {
        if (r == null) return Real.of(d);
        if (r == Code.UNDEFINED) throw Unknown.variable(name);
        return r;
    }

    /** The pair as a value, null when it holds none. */
    public static Value result(double d, Value r) {
        return r == null ? Real.of(d) : r == Code.UNDEFINED ? null : r;
    }

    /** The reference of a pair about to be stored elsewhere too. */
    public static Value hold(Value r, String name) {
        if (r == null) return null;
        if (r == Code.UNDEFINED) throw Unknown.variable(name);
        r.share();
        return r;
    }

    /** The value of a global or persistent variable. */
    public static Value defined(Value v, String name) {
        if (v == null) throw Unknown.variable(name);
        return v;
    }

    /** A value taken out of a cell that goes on holding it, null where there is none. */
    public static Value held(Value v) {
        if (v != null) v.share();
        return v;
    }

    public static Value[] held(Value[] values) {
        for (Value v : values) held(v);
        return values;
    }

    /** Parameter k, null when it was not given. */
    public static Value given(Value[] arguments, int k) {
        if (k >= arguments.length || arguments[k] == null) return null;
        arguments[k].share();
        return arguments[k];
    }

    /** An array for n values that are not there yet. */
    public static Value[] undefined(int n) {
        Value[] v = new Value[n];
        Arrays.fill(v, Code.UNDEFINED);
        return v;
    }

    public static void put(double d, double[] to, int k) {
        to[k] = d;
    }

    public static void put(Value v, Value[] to, int k) {
        to[k] = v;
    }

    /** Parameter k, undefined when it was not given. */
    public static Value argument(Value[] arguments, int k) {
        Value v = k < arguments.length ? arguments[k] : null;
        return v == null ? Code.UNDEFINED : v;
    }

    public static Value orUndefined(Value v) {
        return v == null ? Code.UNDEFINED : v;
    }

    /** Tells the caller of a {@link NumberCode} what is returned: null when it is the double. */
    public static void giveBack(Frame frame, Value r) {
        frame.engine.returned = r;
    }

    /** The reference of the pair that a call with numbers returned. */
    public static Value takeBack(Frame frame) {
        Value r = frame.engine.returned;
        if (r == null) return null;
        frame.engine.returned = null;
        if (r != Code.UNDEFINED) return r;
        throw Failure.of("value on the right hand side of the assignment not defined", "функция не задала свой результат")
                .id("Octave:undefined-function");
    }

    /** A function handle called with n numbers, or an array indexed by them; the result as {@link #takeBack} has it. */
    public static double apply(Frame frame, Value f, double a, double b, double c, int n, String name) {
        if (f instanceof FunctionHandle h && h.target() instanceof Closure closure) {
            NumberCode code = closure.numbers(n);
            if (code != null) return closure.run(code, a, b, c);
        }
        return frame.engine.split(paren(frame, f, boxes(a, b, c, n), name));
    }

    static Value[] boxes(double a, double b, double c, int n) {
        Value[] v = new Value[n];
        v[0] = Real.of(a);
        if (n > 1) v[1] = Real.of(b);
        if (n > 2) v[2] = Real.of(c);
        return v;
    }

    public static Value[] array(Value v) {
        return new Value[] {v};
    }

    public static Value bool(boolean b) {
        return Bool.of(b);
    }

    public static Workspace.Global global(Frame frame, String name) {
        Workspace.Global g = frame.engine.global(name);
        if (frame.workspace != null) frame.workspace.declare(name, g);
        return g;
    }

    // ---- operators -----------------------------------------------------------------------------------------------

    public static Value binary(Frame frame, Value a, Value b, Operator op) {
        poll();
        return Operators.apply(frame, a, b, op);
    }

    public static Value product(Frame frame, Value a, Operator forA, Value b, Operator forB) {
        poll();
        return Operators.product(frame, a, forA, b, forB);
    }

    public static Value unary(Value a, Operator op) {
        poll();
        return Arithmetic.unary(op, a);
    }

    /** {@code +x}: x as a number. */
    public static Value plus(Value a) {
        return Arithmetic.binary(Operator.TIMES, Real.of(1), a);
    }

    public static Value range(Value[] parts) {
        return Operators.range(parts[0], parts.length == 3 ? parts[1] : Real.of(1), parts[parts.length - 1]);
    }

    /** How many elements base:step:limit has. */
    public static int count(double base, double step, double limit) {
        return Ranges.count(base, step, limit);
    }

    public static Value matrix(Frame frame, Value[][] rows) {
        return Literals.matrix(rows);
    }

    public static Value cell(Frame frame, Value[][] rows) {
        return Literals.cells(rows);
    }

    public static Value gradient(Frame frame, Value f) {
        return frame.engine.standard("grad").call(new Value[] {f}, 1)[0];
    }

    // ---- loops ---------------------------------------------------------------------------------------------------

    public static int columns(Value v) {
        if (!(v instanceof Array || v instanceof Overloaded)) return 1;
        int rows = v.rows();
        return rows == 0 && v.ndims() == 2 ? 0 : v.numel() == 0 ? 0 : v.numel() / rows;
    }

    public static Value column(Value v, int k) {
        if (v instanceof Overloaded o) return Indices.overloaded(o, new Value[] {Index.COLON, Real.of(k + 1)});
        if (!(v instanceof Array a)) return v;
        if (a instanceof Struct && a.numel() == 1) return a;
        int m = a.rows();
        if (m == 1) return a.element(k);
        int[] at = new int[m];
        for (int i = 0; i < m; i++) at[i] = k * m + i;
        return a.gather(at, new int[] {m, 1});
    }

    /** What the variable of a loop over no columns holds: the empty array, as a matrix; a row for a range of numbers, which is null. */
    public static Value nothing(Value v) {
        if (v == null) return Real.zeros(1, 0);
        return v instanceof Array a && a.ndims() > 2 ? a.reshape(a.rows(), a.rows() == 0 ? Dims.count(Arrays.copyOfRange(a.dims(), 1, a.ndims())) : 0) : v;
    }

    /** A structure's fields as columns of two: the value, and the name. */
    public static Value fields(Value v) {
        if (!(v instanceof Struct s)) {
            throw Failure.of("in statement 'for [X, Y] = VAL', VAL must be a structure", "в цикле for [x, имя] = s нужна структура s");
        }
        List<Value> columns = new ArrayList<>();
        for (String name : s.names()) {
            Value[] all = Indices.fieldAll(s, name, null);
            columns.add(s.numel() == 1 ? all[0] : new Cell(all, s.dims()));
            columns.add(Char.of(name));
        }
        return new Cell(columns.toArray(new Value[0]), 2, s.names().size());
    }

    /** The value or the name (j = 0, 1) of field k. */
    public static Value field(Value fields, int k, int j) {
        return ((Cell) fields).get(2 * k + j);
    }

    /** An element of a range, not beyond its limit. */
    public static double within(double x, double step, double limit) {
        return step > 0 ? Math.min(x, limit) : Math.max(x, limit);
    }

    /** A loop's first index as an int; one that no array has, when it is no whole number. */
    public static int counter(double base) {
        int i = (int) base;
        return i == base && Math.abs(i) < 1 << 30 ? i : Integer.MIN_VALUE;
    }

    public static void poll() {
        if (Interruption.wanted) Interruption.poll();
    }

    // ---- indices and calls ---------------------------------------------------------------------------------------

    public static double end(double d, Value r, int k, int count) {
        return Indices.end(d, r, k, count);
    }

    /** The number, which the language would have complex if it is NaN. */
    public static double real(double d) {
        if (d == d) return d;
        throw Failure.of("a number that is not real", "число не вещественно");
    }

    public static double strayEnd() {
        throw Failure.of("'end' measures an array: it has no meaning here", "'end' измеряет массив: здесь он не имеет смысла");
    }

    public static Value paren(Frame frame, Value base, Value[] indices, String name) {
        poll();
        return Indices.paren(frame, base, indices, name);
    }

    public static Value[] parenAll(Frame frame, Value base, Value[] indices, String name, int nargout) {
        poll();
        return Indices.parenAll(frame, base, indices, name, nargout);
    }

    public static Value brace(Value base, Value[] indices, String name) {
        return only(Indices.braceAll(base, indices, name));
    }

    public static Value[] braceAll(Value base, Value[] indices, String name) {
        return Indices.braceAll(base, indices, name);
    }

    public static Value field(Value base, String name, Frame frame) {
        return only(Indices.fieldAll(base, name, frame));
    }

    public static Value[] fieldAll(Value base, String name, Frame frame) {
        return Indices.fieldAll(base, name, frame);
    }

    public static String fieldName(Value v) {
        Overloaded.leave(v);
        if (Overloaded.primal(v) instanceof Char c && c.rows() <= 1) return c.text();
        throw Failure.of("dynamic structure field names must be strings, not %s", "имя поля должно быть строкой, а не %s", v.className());
    }

    public static Value member(Value object, String name, Frame frame) {
        return Indices.member(object, name, frame);
    }

    public static Value[] memberAll(Frame frame, Value object, String name, Value[] arguments, Value member, String variable, int nargout) {
        return Indices.memberAll(frame, object, name, arguments, member, variable, nargout);
    }

    public static Value only(Value[] values) {
        if (values.length == 1 && values[0] != null) return values[0];
        if (values.length == 0) {
            throw Failure.of(
                    "indexing produces no results: there is no value to use here",
                    "индекс не даёт ни одного значения: использовать нечего");
        }
        throw Failure.of(
                "some elements undefined in argument list: %d values where one is needed",
                "здесь нужно одно значение, а получено %d",
                values.length);
    }

    /** x(i) = number in place; false when the general assignment is needed. */
    public static boolean put(Value x, double i, double v) {
        if (!(x instanceof Real r) || r.shared()) return false;
        if (r.has(i)) {
            r.put(i, v);
            return true;
        }
        boolean next = i == r.numel() + 1 && !r.isSingle() && r.ndims() == 2 && (r.rows() == 1 || r.columns() == 1 && r.numel() > 1 || r.numel() == 0 && r.rows() == 0 && r.columns() == 0);
        if (next) r.append(v);
        return next;
    }

    public static boolean put(Value x, double i, double j, double v) {
        if (!(x instanceof Real r) || r.shared() || !r.has(i, j)) return false;
        r.put(i, j, v);
        return true;
    }

    public static Value assign(Value base, Value[] indices, Value v, String name) {
        poll();
        return Step.assign(base, new Step[] {Step.paren(indices)}, v, name);
    }

    // ---- statements ----------------------------------------------------------------------------------------------

    public static void print(Frame frame, String name, Value v) {
        frame.engine.display(name, v);
    }

    /** A variable alone with a semicolon: nothing to do. */
    public static void see(Frame frame, String name, Value v) {}

    /** Prints the values of an expression; returns the last, for ans, or null. */
    public static Value answer(Frame frame, Value[] values, boolean printed) {
        Value last = null;
        for (Value v : values) {
            if (v == null) continue;
            if (printed) frame.engine.display("ans", v);
            last = v;
        }
        if (last != null) last.share();
        return last;
    }

    public static Value caught(Frame frame, Throwable t) {
        return frame.engine.caught(frame, t);
    }

    public static void define(Frame frame, Tree.Function f) {
        frame.engine.define(f, frame.scope);
    }

    public static Value handle(Frame frame, String name) {
        return frame.engine.handle(name, frame);
    }

    public static Value closure(Frame frame, Closure.Site site, Value[] captured) {
        for (Value v : captured) if (v != null) v.share();
        return new FunctionHandle(site.text, true, new Closure(frame, site, captured));
    }
}
