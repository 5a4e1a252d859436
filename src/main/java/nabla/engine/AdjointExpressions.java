package nabla.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nabla.engine.AdjointArrays.Lifted;
import nabla.engine.AdjointMeaning.*;
import nabla.engine.AdjointSource.Activation;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;
import nabla.value.Callable;

/**
 * Puts expressions into the form that is differentiated: variables renamed, calls of the program's functions replaced by the
 * variables that hold their results, {@code end} by the size it means.
 */
final class AdjointExpressions {
    /** Functions that make an array of given sizes. */
    private static final Set<String> CREATORS = Set.of("zeros", "ones", "eye", "linspace");

    /** Functions of an array's shape alone, which is 1 in every direction for a scalar. */
    static final Set<String> SHAPES = Set.of("numel", "length", "size", "rows", "columns");

    /** Functions that answer yes or no. */
    private static final Set<String> TESTS = Set.of("isnan", "isinf", "isfinite", "xor");

    /** Functions that, twice, give one number of a matrix. */
    private static final Set<String> TOTALS = Set.of("sum", "mean");

    private final AdjointSource source;
    private final AdjointArrays arrays;
    private final Deque<EndOf> ends = new ArrayDeque<>();

    private record EndOf(String array, int index, int count) {}

    AdjointExpressions(AdjointSource source) {
        this.source = source;
        this.arrays = new AdjointArrays(source, this);
    }

    AdjointArrays arrays() {
        return arrays;
    }

    boolean isLibrary(String name, Activation a) {
        return !a.names.containsKey(name) && source.engine.functions.isLibrary(name, a.scope) && source.engine.functions.isLibrary(name, source.home);
    }

    // ---- values --------------------------------------------------------------------------------------------------

    /** A real scalar. */
    Expression scalar(Expression e, Activation a) {
        Expression v = value(e, a);
        if (v instanceof Name n && source.isArray(n.id())) throw new Outside("an array where a scalar stands");
        return v;
    }

    /** A condition: a scalar, or truths joined. */
    Expression condition(Expression e, Activation a) {
        return scalar(e, a);
    }

    /** A real scalar, or the name of a variable that holds an array. */
    Expression value(Expression e, Activation a) {
        if (e instanceof Number n && !n.imaginary()) return Terms.number(n.value());
        if (e instanceof Group g) return value(g.inner(), a);
        if (AdjointFields.name(e) != null) return name(AdjointFields.name(e), a);
        if (e instanceof End && !ends.isEmpty()) return end();
        if (e instanceof Prefix || e instanceof Transpose || e instanceof Binary || e instanceof Paren) {
            Lifted x = lifted(e, a);
            return x.isScalar() ? x.scalar() : Terms.name(arrays.name(x, null));
        }
        if (e instanceof ShortCircuit s) {
            Expression left = scalar(s.left(), a);
            int before = source.count();
            Expression right = scalar(s.right(), a);
            if (source.count() != before) throw new Outside("a call in a condition");
            return new ShortCircuit(Terms.AT, s.and(), left, right);
        }
        if (e instanceof Matrix m) return matrix(m, a);
        throw new Outside(e.getClass().getSimpleName());
    }

    /** A real scalar, or an array by its elements. */
    Lifted lifted(Expression e, Activation a) {
        if (e instanceof Group g) return lifted(g.inner(), a);
        if (e instanceof Prefix p) {
            Lifted operand = lifted(p.operand(), a);
            if (p.operator().equals("+")) return operand;
            return operand.map(x -> p.operator().equals("-") ? Terms.negate(x) : new Prefix(Terms.AT, p.operator(), x));
        }
        if (e instanceof Transpose t) return arrays.transposed(lifted(t.operand(), a));
        if (e instanceof Binary b) {
            Lifted left = lifted(b.left(), a);
            return arrays.binary(b.operator(), left, lifted(b.right(), a));
        }
        return e instanceof Paren p ? paren(p, a) : arrays.of(value(e, a));
    }

    /** The operator for scalars. */
    static String plain(String operator) {
        return operator.startsWith(".") ? operator.substring(1) : operator;
    }

    private Expression end() {
        EndOf of = ends.peek();
        return source.size(of.count == 1 ? Terms.of("numel", Terms.name(of.array)) : Terms.of("size", Terms.name(of.array), Terms.number(of.index + 1)));
    }

    private Expression name(String name, Activation a) {
        AdjointMeaning m = a.names.get(name);
        if (m instanceof Variable v) return Terms.name(v.name());
        if (m instanceof Literal l) return Terms.number(l.value());
        if (AdjointFields.of(name, a.names) != null) throw new Outside("a structure");
        if (m == null && name.equals("nargin")) return Terms.number(a.nargin);
        if (m == null && isLibrary(name, a)) {
            if (Constants.has(name)) return Terms.number(Constants.value(name));
            if (name.equals("true") || name.equals("false")) return Terms.number(name.equals("true") ? 1 : 0);
        }
        if (m == null && source.engine.functions.find(name, a.scope) instanceof UserFunction f) {
            return Terms.name(source.call(new Own(f), List.of(), 1).get(0));
        }
        throw new Outside(name);
    }

    private Lifted paren(Paren p, Activation a) {
        String name = AdjointFields.name(p.target());
        if (name == null) throw new Outside("a call of an expression");
        if (a.names.get(name) instanceof Variable v) {
            if (source.isArray(v.name()) && AdjointArrays.isSlice(p.arguments())) return arrays.slice(v.name(), p.arguments(), a);
            if (!source.isArray(v.name()) || p.arguments().size() != 1) return arrays.of(element(v.name(), p.arguments(), a));
            Expression index = p.arguments().get(0);
            Lifted at = inside(v.name(), 0, 1, () -> lifted(index, a));
            return at.isScalar() ? arrays.of(Terms.of(v.name(), at.scalar())) : arrays.picked(v.name(), at, Conditions.isTruth(index));
        }
        AdjointMeaning f = meaning(name, a);
        if (f instanceof Standard s) return standard(s.name(), p.arguments(), a);
        if (!(f instanceof Own || f instanceof Lambda)) throw new Outside(name);
        return arrays.of(Terms.name(source.call(f, arguments(p.arguments(), a), 1).get(0)));
    }

    /** An element of an array by scalar indices. */
    Expression element(String array, List<Expression> indices, Activation a) {
        if (!source.isArray(array) || indices.isEmpty() || indices.size() > 2) throw new Outside("an index of a scalar");
        List<Expression> at = new ArrayList<>();
        for (int k = 0; k < indices.size(); k++) at.add(index(array, k, indices.size(), indices.get(k), a));
        return Terms.of(array, at);
    }

    /** An index of an array, the one of these number among so many. */
    Expression index(String array, int number, int count, Expression index, Activation a) {
        return inside(array, number, count, () -> scalar(index, a));
    }

    /** What is found where {@code end} means a size of the array. */
    <T> T inside(String array, int number, int count, Supplier<T> found) {
        ends.push(new EndOf(array, number, count));
        T t = found.get();
        ends.pop();
        return t;
    }

    private Lifted standard(String name, List<Expression> arguments, Activation a) {
        if (SHAPES.contains(name) && !arguments.isEmpty()) return arrays.of(shape(name, arguments, a));
        if (name.equals("arrayfun") && arguments.size() > 1) return arrayfun(arguments, a);
        if (name.equals("reshape") && arguments.size() > 1) return reshape(arguments, a);
        if (TOTALS.contains(name) && arguments.size() == 1 && isCall(arguments.get(0), name, a)) {
            return arrays.reductions.overall(name, lifted(((Paren) arguments.get(0)).arguments().get(0), a));
        }
        List<Lifted> given = new ArrayList<>();
        for (Expression x : arguments) given.add(lifted(x, a));
        if (given.stream().anyMatch(x -> !x.isScalar())) {
            Lifted reduced = arrays.reductions.of(name, given);
            return reduced != null ? reduced : arrays.each(name, given);
        }
        Library library = source.engine.library;
        boolean known = library.scalar(name, given.size()) != null || library.derivative(name) != null || TESTS.contains(name);
        if (!known) throw new Outside(name);
        return arrays.of(Terms.of(name, given.stream().map(Lifted::scalar).toList()));
    }

    /** Whether the expression is a call of the library's function with one argument. */
    private boolean isCall(Expression e, String name, Activation a) {
        return e instanceof Paren p && p.arguments().size() == 1 && p.target() instanceof Name n && n.id().equals(name) && isLibrary(name, a);
    }

    /** {@code reshape(x, m, n)}, one of the sizes perhaps {@code []}, {@code reshape(x, [m n])} or {@code reshape(x, size(y))}. */
    private Lifted reshape(List<Expression> arguments, Activation a) {
        Lifted x = lifted(arguments.get(0), a);
        if (x.isScalar()) throw new Outside("a scalar reshaped");
        List<Expression> sizes = arguments.subList(1, arguments.size());
        if (sizes.size() == 1 && sizes.get(0) instanceof Matrix m && m.rows().size() == 1) sizes = m.rows().get(0);
        Name v = Terms.name(arrays.name(x, null));
        List<Expression> call = new ArrayList<>(List.of(v));
        if (sizes.size() == 1 && size(sizes.get(0), a) instanceof Paren like && ((Name) like.target()).id().equals("size")) call.add(like);
        else if (sizes.size() == 2) {
            for (int k = 0; k < 2; k++) call.add(isNone(sizes.get(k)) ? Terms.binary("/", Terms.of("numel", v), scalar(sizes.get(1 - k), a)) : scalar(sizes.get(k), a));
        } else throw new Outside("sizes");
        return arrays.made(Terms.of("reshape", call));
    }

    private static boolean isNone(Expression e) {
        return e instanceof Matrix m && m.rows().isEmpty();
    }

    private Lifted arrayfun(List<Expression> arguments, Activation a) {
        AdjointMeaning f = function(arguments.get(0), a);
        if (!(f instanceof Own || f instanceof Lambda)) throw new Outside("arrayfun");
        List<Lifted> given = new ArrayList<>();
        for (Expression x : arguments.subList(1, arguments.size())) given.add(lifted(x, a));
        return arrays.each(parts -> {
            String r = source.call(f, parts.stream().map(this::given).toList(), 1).get(0);
            if (source.isArray(r)) throw new Outside("arrays from arrayfun");
            return Terms.name(r);
        }, given);
    }

    private Expression shape(String name, List<Expression> arguments, Activation a) {
        Expression of = value(arguments.get(0), a);
        if (!(of instanceof Name n && source.isArray(n.id()))) return Terms.number(1);
        if (arguments.size() != (name.equals("size") ? 2 : 1)) throw new Outside(name);
        return source.size(arguments.size() == 1 ? Terms.of(name, of) : Terms.of(name, of, scalar(arguments.get(1), a)));
    }

    // ---- functions -----------------------------------------------------------------------------------------------

    private AdjointMeaning meaning(String name, Activation a) {
        AdjointMeaning m = a.names.get(name);
        if (m != null) return m;
        if (AdjointFields.of(name, a.names) != null) throw new Outside("a structure");
        Callable f = source.engine.functions.find(name, a.scope);
        if (f instanceof UserFunction u) return new Own(u);
        if (isLibrary(name, a)) return new Standard(name);
        throw new Outside(name);
    }

    /** The function that an expression is, or null when it is none. */
    AdjointMeaning function(Expression e, Activation a) {
        if (e instanceof Group g) return function(g.inner(), a);
        if (e instanceof Handle h) return meaning(h.name(), a);
        String name = AdjointFields.name(e);
        if (name != null) {
            AdjointMeaning m = a.names.get(name);
            if (m == null) return AdjointFields.of(name, a.names);
            return m instanceof Variable || m instanceof Literal ? null : m;
        }
        if (!(e instanceof Anonymous f)) return null;
        Map<String, AdjointMeaning> captured = new HashMap<>();
        Set<String> used = Names.of(f.body()).used;
        f.parameters().forEach(p -> used.remove(p.name()));
        for (String n : used) {
            AdjointMeaning m = a.names.containsKey(n) ? a.names.get(n) : AdjointFields.of(n, a.names);
            if (m != null) AdjointFields.put(n, captured(n, m), captured);
        }
        return new Lambda(f, captured, a.scope);
    }

    /** Whether the expression is a call of {@code struct} with names and values. */
    boolean isStructure(Expression e, Activation a) {
        return e instanceof Paren p && p.target() instanceof Name n && n.id().equals("struct") && p.arguments().size() > 1 && isLibrary("struct", a);
    }

    AdjointMeaning structure(Paren call, Activation a) {
        Map<String, AdjointMeaning> fields = new HashMap<>();
        for (int k = 0; k + 1 < call.arguments().size(); k += 2) {
            if (!(call.arguments().get(k) instanceof Text t)) throw new Outside("a field's name");
            fields.put(t.value(), arguments(call.arguments().subList(k + 1, k + 2), a).get(0));
        }
        return new Structure(fields);
    }

    private AdjointMeaning captured(String name, AdjointMeaning m) {
        if (m instanceof Variable v) return snapshot(v, name);
        if (!(m instanceof Structure s)) return m;
        Map<String, AdjointMeaning> now = new HashMap<>();
        s.fields().forEach((field, of) -> now.put(field, captured(field, of)));
        return new Structure(now);
    }

    /** The variable's value as it is now. */
    private Variable snapshot(Variable v, String name) {
        String now = source.fresh(name, source.isArray(v.name()));
        source.assign(now, Terms.name(v.name()));
        return new Variable(now);
    }

    private List<AdjointMeaning> arguments(List<Expression> arguments, Activation a) {
        List<AdjointMeaning> m = new ArrayList<>();
        for (Expression e : arguments) {
            AdjointMeaning f = function(e, a);
            m.add(f != null ? f : given(value(e, a)));
        }
        return m;
    }

    private AdjointMeaning given(Expression value) {
        return value instanceof Number n ? new Literal(n.value()) : new Variable(source.variable(value));
    }

    /** The values of a call that gives several. */
    List<Expression> several(Expression e, int count, Activation a) {
        if (!(e instanceof Paren p && p.target() instanceof Name n)) throw new Outside("several values");
        List<Expression> values = new ArrayList<>();
        AdjointMeaning f = meaning(n.id(), a);
        if (f instanceof Standard s && s.name().equals("size") && count == 2 && p.arguments().size() == 1) {
            for (int k = 1; k <= 2; k++) values.add(shape("size", List.of(p.arguments().get(0), Terms.number(k)), a));
        } else if (f instanceof Own || f instanceof Lambda && count == 1) {
            for (String r : source.call(f, arguments(p.arguments(), a), count)) values.add(Terms.name(r));
        } else throw new Outside(n.id());
        return values;
    }

    // ---- arrays --------------------------------------------------------------------------------------------------

    /** Puts what may be assigned whole to a name into form. */
    void store(String name, Expression e, Activation a) {
        Consumer<Expression> array = v -> source.store(name, v, true, a);
        if (e instanceof Group g) {
            store(name, g.inner(), a);
            return;
        }
        if (e instanceof Range r) {
            Expression step = r.step() == null ? null : scalar(r.step(), a);
            array.accept(new Range(Terms.AT, scalar(r.base(), a), step, scalar(r.limit(), a)));
        } else if (e instanceof Matrix m) array.accept(matrix(m, a));
        else if (e instanceof Paren p && p.target() instanceof Name n && CREATORS.contains(n.id()) && isLibrary(n.id(), a)) {
            List<Expression> sizes = new ArrayList<>();
            for (Expression x : p.arguments()) sizes.add(size(x, a));
            array.accept(Terms.of(n.id(), sizes));
        } else {
            boolean copy = AdjointFields.name(e) != null;
            Lifted x = copy ? null : lifted(e, a);
            Expression v = copy ? value(e, a) : x.isScalar() ? x.scalar() : null;
            if (v != null) source.store(name, v, v instanceof Name n && source.isArray(n.id()), a);
            else source.store(name, x, e instanceof Binary || e instanceof Paren p && isStandard(p, a), a);
        }
    }

    private boolean isStandard(Paren p, Activation a) {
        return p.target() instanceof Name n && isLibrary(n.id(), a);
    }

    private Expression size(Expression e, Activation a) {
        if (e instanceof Paren p && p.target() instanceof Name n && n.id().equals("size") && p.arguments().size() == 1 && isLibrary("size", a)) {
            if (value(p.arguments().get(0), a) instanceof Name v && source.isArray(v.id())) return Terms.of("size", v);
        }
        return scalar(e, a);
    }

    /** Scalars in brackets: a new array, filled one by one. */
    private Expression matrix(Matrix m, Activation a) {
        int rows = m.rows().size();
        if (rows == 0) return Terms.of("zeros", Terms.number(0), Terms.number(0));
        int columns = m.rows().get(0).size();
        String v = source.fresh("", true);
        source.assign(v, Terms.of("zeros", Terms.number(rows), Terms.number(columns)));
        for (int i = 0; i < rows; i++) {
            if (m.rows().get(i).size() != columns) throw new Outside("rows of different lengths");
            for (int j = 0; j < columns; j++) {
                Expression e = scalar(m.rows().get(i).get(j), a);
                source.add(new AdjointStep.Assign(Terms.of(v, Terms.number(j * rows + i + 1)), e));
            }
        }
        return Terms.name(v);
    }
}
