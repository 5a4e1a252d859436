package nabla.gradient;

import java.util.Arrays;
import java.util.Set;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Ints;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Calls functions with traced arguments and puts steps on the tape, each in the way the table of derivatives says. */
final class Recorder {
    /** Functions whose dimension may be 'all', and those of them whose formulas hold for several dimensions. */
    private static final Set<String> REDUCTIONS = Set.of("sum", "sumsq", "prod", "mean", "median", "var", "std", "max", "min", "range", "cumsum", "cumprod");

    private static final Set<String> SEVERAL = Set.of("sum", "sumsq", "mean", "var", "std");
    private static final String NOT_DIFFERENTIABLE = "nabla:not-differentiable";

    /** What may be asked of densities that are functions. */
    private static final Set<String> MEASURES = Set.of("kl", "crossentropy", "jsd", "diffentropy");

    private final Tape tape;
    private final Derivatives table;

    Recorder(Tape tape, Derivatives table) {
        this.tape = tape;
        this.table = table;
    }

    /** The function's results, traced where they depend on what the tape follows. */
    Value[] call(String function, Callable plain, Value[] a, int nargout) {
        Shown s = Shown.first(a);
        if (s != null) return text(function, s, plain, a, nargout);
        if (ComplexParts.among(a)) return complex(function, plain, a, nargout);
        if (MEASURES.contains(function) && areDensities(a)) return Solution.of(tape, Derivatives.DENSITIES, function, plain, a, nargout);
        Value[] opened = Made.opened(a);
        if (opened != null || table.kind(function) == Derivatives.Kind.ASKED) return asked(function, plain, a, opened == null ? a : opened, nargout);
        if (Traced.innermost(a) == null) return held(function, plain, a, nargout);
        switch (function) {
            case "subsref":
                return one(Indexed.get(tape, plain, a));
            case "subsasgn":
                return one(Indexed.assign(tape, plain, a));
            case "isfollowed":
                return one(Bool.of(true));
            case "delete":
                return a.length == 1 ? plain.call(Overloaded.primals(a), nargout) : one(Moved.call(tape, "delete", plain, a));
            default:
                return named(function, plain, a, nargout);
        }
    }

    /** Whether there are functions for densities. */
    private static boolean areDensities(Value[] a) {
        return a.length > 0 && a[0] instanceof FunctionHandle || a.length > 1 && a[1] instanceof FunctionHandle;
    }

    static Value[] one(Value v) {
        return new Value[] {v};
    }

    private Value[] named(String function, Callable plain, Value[] a, int nargout) {
        if (REDUCTIONS.contains(function) && a.length > 1) {
            Value[] plainly = reduction(function, a);
            if (plainly != a) return Overloaded.invoke(function, plain, plainly, nargout);
        }
        String f = variant(function, a, nargout);
        Derivatives.Kind kind = table.kind(f);
        if (kind == null) throw unknown(function);
        return switch (kind) {
            case CONSTANT -> plain.call(Overloaded.primals(a), nargout);
            case JUMPS -> jump(function, plain.call(Overloaded.primals(a), nargout));
            case ROUNDS -> one(rounded(function, plain, a));
            case SHOWS -> shown(function, plain, a, nargout);
            case READS -> read(function, plain, a, nargout);
            case TEXT -> textual(function, plain.call(Overloaded.primals(a), nargout));
            case WRITES -> written(function, plain, a, nargout);
            case MADE -> one(made(plain.call(Overloaded.primals(a), 1)[0], a));
            case COMPLEX -> complex(function, plain, a, nargout);
            case ASKED, UNWRITTEN, NONE -> throw unknown(function);
            case THROUGH -> plain.call(a, nargout);
            case SOLVED -> Solution.of(tape, Derivatives.SOLVED, function, plain, a, nargout);
            case DEFINED -> tape.function(Derivatives.PROGRAMS + f).call(a, nargout);
            case PICKS -> Moved.pick(tape, function, plain, a, nargout);
            case MOVES -> one(Moved.call(tape, function, plain, a));
            case STEPS -> throw steps(function);
            case ELEMENTWISE, ARRAYS, ALONG -> formula(function, table.row(f), kind, plain, a, nargout);
        };
    }

    private Value[] jump(String function, Value[] results) {
        tape.jumped(function);
        return results;
    }

    private Value rounded(String function, Callable plain, Value[] a) {
        Value[] bare = a.clone();
        for (int k = 0; k < a.length; k++) bare[k] = Elements.bare(tape, a[k]);
        Value y = Overloaded.invoke(function, plain, bare, 1)[0];
        return isReal(function, y) ? tape.add(new Step.Rounded(y, function, Elements.number(tape, a[0])), y) : y;
    }

    /** The arguments of a reduction without words: {@code sum(x, 'all')} is {@code sum(x(:), 1)}; the given ones when they have none. */
    private Value[] reduction(String function, Value[] a) {
        boolean all = false;
        Value[] r = a.clone();
        for (int k = 1; k < a.length; k++) {
            if (Overloaded.primal(a[k]) instanceof Char c && !c.isEmpty()) {
                if (!c.text().equalsIgnoreCase("all")) throw unknown(function + "(..., '" + c.text() + "')");
                r[k] = Real.of(1);
                all = true;
            } else if (k == (function.equals("max") || function.equals("min") ? 2 : 1) && a[k].numel() > 1 && !SEVERAL.contains(function)) {
                throw unknown(function + "(..., [d1 d2])");
            }
        }
        if (!all) return a;
        r[0] = tape.function("vec").call(new Value[] {a[0]}, 1)[0];
        return r;
    }

    private Made made(Value object, Value[] a) {
        return new Made(object, tape, object instanceof Complex ? ComplexParts.expanded(tape, a, object.dims()) : a);
    }

    /** Computes with complex numbers: with their real and imaginary parts. */
    private Value[] complex(String function, Callable plain, Value[] a, int nargout) {
        Value[] chosen = ComplexParts.chosen(tape, function, plain, a);
        if (chosen != null) return chosen;
        Derivatives.Kind kind = table.kind(function);
        if (kind == null) throw unknown(function);
        return switch (kind) {
            case ELEMENTWISE, ARRAYS, ALONG, PICKS, MOVES, COMPLEX, DEFINED -> ComplexParts.program(tape, function, a);
            default -> ComplexParts.isOwn(function) ? ComplexParts.program(tape, function, a) : held(function, plain, a, nargout);
        };
    }

    /** Something asked of a distribution: by the formulas of its family, unless it is a plain question such as its class. */
    private Value[] asked(String function, Callable plain, Value[] a, Value[] opened, int nargout) {
        Derivatives.Kind kind = table.kind(function);
        if (kind == Derivatives.Kind.THROUGH) return plain.call(a, nargout);
        if (kind != null && kind.isConstant() && !function.equals("rand")) return plain.call(bare(a), nargout);
        if (kind == Derivatives.Kind.SHOWS) return shown(function, plain, a, nargout);
        Value[] given = new Value[opened.length + 1];
        given[0] = Char.of(function);
        System.arraycopy(opened, 0, given, 1, opened.length);
        return tape.function(Derivatives.PROGRAMS + Derivatives.DISTRIBUTION).call(given, 1);
    }

    /** What tapes follow is inside cells, or was met while the function ran. */
    private Value[] held(String function, Callable plain, Value[] a, int nargout) {
        Derivatives.Kind kind = table.kind(function);
        if (kind == null) throw unknown(function);
        return switch (kind) {
            case CONSTANT -> plain.call(bare(a), nargout);
            case JUMPS -> jump(function, plain.call(bare(a), nargout));
            case SHOWS -> shown(function, plain, a, nargout);
            case READS -> read(function, plain, a, nargout);
            case TEXT -> marked(function, plain.call(bare(a), nargout));
            case DEFINED -> tape.function(Derivatives.PROGRAMS + function).call(a, nargout);
            case SOLVED -> Solution.of(tape, Derivatives.SOLVED, function, plain, a, nargout);
            case STEPS -> throw steps(function);
            case UNWRITTEN, NONE -> throw unknown(function);
            default -> plain.call(a, nargout);
        };
    }

    /** The values as ordinary ones, those in cells too. */
    private static Value[] bare(Value[] a) {
        Value[] r = Overloaded.primals(a);
        for (int k = 0; k < r.length; k++) if (r[k] instanceof Cell c && Overloaded.within(c) != null) r[k] = new Cell(bare(c.data()), c.dims());
        return r;
    }

    /** Text among the arguments shows numbers that are followed. */
    private Value[] text(String function, Shown s, Callable plain, Value[] a, int nargout) {
        Derivatives.Kind kind = table.kind(function);
        boolean part = function.equals("subsref") || function.equals("subsasgn") || function.equals("delete");
        if (part || kind == Derivatives.Kind.TEXT || kind == Derivatives.Kind.MOVES) return marked(s.maker, plain.call(bare(a), nargout));
        if (kind != null && kind.isConstant()) return plain.call(bare(a), nargout);
        if (kind == Derivatives.Kind.SHOWS) return shown(function, plain, a, nargout);
        if (kind == Derivatives.Kind.READS) return read(function, plain, a, nargout);
        if (kind == Derivatives.Kind.THROUGH) return plain.call(a, nargout);
        if (kind == Derivatives.Kind.WRITES) return written(function, plain, a, nargout);
        throw Failure.of(
                        "%s can't be differentiated: %s made its text of numbers that the gradient depends on; make it of detach(x)",
                        "%s не дифференцируется: её текст получен функцией %s из чисел, от которых зависит градиент; получайте его из detach(x)",
                        function,
                        s.maker)
                .id(NOT_DIFFERENTIABLE);
    }

    /** Text made of numbers; the functions that change text alone hand numbers on, which are not followed then. */
    private Value[] textual(String function, Value[] made) {
        for (Value v : made) if (v instanceof Real) throw unknown(function);
        return marked(function, made);
    }

    private Value[] marked(String maker, Value[] made) {
        Value[] r = made.clone();
        for (int k = 0; k < r.length; k++) r[k] = Shown.mark(tape, maker, r[k]);
        return r;
    }

    /** Seen by the user; and by programs, where they read it back. */
    private Value[] shown(String function, Callable plain, Value[] a, int nargout) {
        Overloaded.leave(a);
        return marked(function, plain.call(bare(a), nargout));
    }

    /** Functions such as xlim show what they are given and read what is shown. */
    private Value[] read(String function, Callable plain, Value[] a, int nargout) {
        return readBack(function, shown(function, plain, a, nargout));
    }

    /** The results, marked when the function reads back what has been shown: text as such, numbers as what has no derivative. */
    Value[] readBack(String function, Value[] results) {
        if (table.kind(function) != Derivatives.Kind.READS) return results;
        Value[] r = results.clone();
        for (int k = 0; k < r.length; k++) r[k] = unfollowed(function, r[k]);
        return r;
    }

    private Value unfollowed(String function, Value v) {
        if (v instanceof Real) return tape.add(new Step.Unfollowed(v, function), v);
        if (v instanceof Struct s) {
            Struct t = s.copy();
            for (String name : s.names()) for (int i = 0; i < s.numel(); i++) t.put(name, i, unfollowed(function, s.get(name, i)));
            return t;
        }
        if (!(v instanceof Cell c)) return Shown.mark(tape, function, v);
        Value[] parts = new Value[c.numel()];
        for (int i = 0; i < parts.length; i++) parts[i] = unfollowed(function, c.get(i));
        return new Cell(parts, c.dims());
    }

    /** On the screen, or an error where a number names a file. */
    private Value[] written(String function, Callable plain, Value[] a, int nargout) {
        boolean file = a.length > 1 && a[0] instanceof Real id && id.numel() == 1 && id.re(0) != 1 && id.re(0) != 2;
        if (file) throw failure(function, "what is written to a file is not followed", "запись в файл не отслеживается");
        return shown(function, plain, a, nargout);
    }

    /** The entry of the table: a matrix operator with a scalar works between elements, some functions are several by their arguments. */
    private String variant(String function, Value[] a, int nargout) {
        switch (function) {
            case "mtimes":
                if (a.length == 2 && (a[0].numel() == 1 || a[1].numel() == 1)) return "times";
                break;
            case "mrdivide":
                if (a[1].numel() == 1) return "rdivide";
                if (a[1].rows() != a[1].columns()) return "mrdivide/rectangular";
                break;
            case "mldivide":
                if (a[0].numel() == 1) return "ldivide";
                if (a[0].rows() != a[0].columns()) return "mldivide/rectangular";
                break;
            case "qr":
                if (a.length > 1 && !(a[1] instanceof Char) && !(a[1].numel() == 1 && a[1] instanceof Real zero && zero.re(0) == 0)) return "qr/right";
                break;
            case "mpower":
                if (a[0].numel() == 1 && a[1].numel() == 1) return "power";
                break;
            default:
                break;
        }
        if (!table.isVaried(function)) return function;
        String wanted = function + ":" + Math.max(1, nargout);
        if (table.kind(wanted) != null) return wanted;
        String given = function + "/" + a.length;
        return table.kind(given) == null ? function : given;
    }

    private Value[] formula(String function, Derivatives.Row row, Derivatives.Kind kind, Callable plain, Value[] a, int nargout) {
        int most = row.arguments().size();
        if (a.length > most && row.isRepeatable()) return folded(function, plain, a);
        Value[] bare = new Value[a.length];
        int[] parents = new int[Math.min(most, a.length)];
        int mask = 0;
        for (int k = 0; k < a.length; k++) {
            bare[k] = Elements.bare(tape, a[k]);
            int parent = Elements.number(tape, a[k]);
            if (k < most) parents[k] = parent;
            if (parent >= 0) mask |= 1 << k;
            if (parent >= 0 && (k >= most || row.pullbacks().get(k) == null)) throw noArgument(function, k);
        }
        if (a.length > most && !row.takesMore()) throw unknown(function + " of " + a.length);
        Value[] r = Overloaded.invoke(function, plain, bare, Math.max(nargout, row.results().size()));
        if (r.length < row.results().size()) r = ComplexParts.split(r[0]);
        if (Overloaded.primal(r[0]) instanceof Complex && ComplexParts.extend(function)) {
            tape.leftReals(function);
            return complex(function, plain, a, nargout);
        }
        if (!isReal(function, r[0])) return r;
        Value[] given = kind == Derivatives.Kind.ALONG && a.length < most ? along(bare, most) : bare;
        int results = row.results().size();
        Value[] named = r.length == results ? r.clone() : Arrays.copyOf(r, results);
        tape.doubt(row.function(), parents, bare);
        r[0] = tape.add(new Formula(table.pullback(row, mask), parents, given, named), r[0]);
        for (int k = 1; k < results; k++) r[k] = tape.addResult(r[k]);
        int wanted = Math.max(1, nargout);
        return r.length <= wanted ? r : Arrays.copyOf(r, wanted);
    }

    /** {@code plus(a, b, c, …)} two at a time. */
    private static Value[] folded(String function, Callable plain, Value[] a) {
        Value r = a[0];
        for (int k = 1; k < a.length; k++) r = Overloaded.invoke(function, plain, new Value[] {r, a[k]}, 1)[0];
        return one(r);
    }

    /** The arguments followed by the dimension along which the function works. */
    private static Value[] along(Value[] a, int length) {
        Value[] r = Arrays.copyOf(a, length);
        int[] d = a[0].dims();
        r[length - 1] = Real.of(Dims.firstNonSingleton(d) + 1);
        return r;
    }

    /** Whether the result can be traced; an error when it is complex or whole numbers. */
    static boolean isReal(String function, Value r) {
        Value v = Overloaded.primal(r);
        if (v instanceof Complex) throw complexOf(function);
        if (v instanceof Ints) throw steps(v.className());
        return v instanceof Real;
    }

    static Failure failure(String function, String en, String ru) {
        return Failure.of(
                        "%s can't be differentiated: " + en + "; take it of detach(x) to treat it as a constant",
                        "%s не дифференцируется: " + ru + "; вычисляйте её от detach(x), если это постоянная",
                        function)
                .id(NOT_DIFFERENTIABLE);
    }

    private static Failure unknown(String function) {
        return Failure.of(
                        "%s can't be differentiated: its derivative is not known; write it with functions whose derivatives are, or take it of detach(x)",
                        "%s не дифференцируется: её производная неизвестна; запишите её через другие функции или вычисляйте от detach(x)",
                        function)
                .id(NOT_DIFFERENTIABLE);
    }

    /** What is said of a function that gives complex numbers for real ones. */
    static Failure complexOf(String function) {
        return Failure.of(
                        "%s gives complex numbers here: gradients exist for real ones; keep its argument in the real domain",
                        "%s даёт здесь комплексные числа, а градиент есть у вещественных: не выводите аргумент из области определения",
                        function)
                .id(NOT_DIFFERENTIABLE);
    }

    static Failure steps(String function) {
        return failure(function, "it is constant between jumps", "между скачками она постоянна");
    }

    private static Failure noArgument(String function, int k) {
        return Failure.of(
                        "%s can't be differentiated by its argument %d: pass detach(x) there to treat it as a constant",
                        "%s не дифференцируется по аргументу %d: передайте туда detach(x), если это постоянная",
                        function,
                        k + 1)
                .id(NOT_DIFFERENTIABLE);
    }
}
