package nabla.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nabla.engine.AdjointMeaning.*;
import nabla.engine.AdjointShapes.Shape;
import nabla.engine.AdjointSource.Activation;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Puts operations on arrays into the form that is differentiated: loops over their elements, and products of matrices. Where sizes turn out to differ when
 * the program runs, it fails and tapes take over.
 */
final class AdjointArrays {
    /**
     * A scalar, or an array by its elements.
     *
     * @param shape null for a scalar
     * @param model a variable of the same sizes, or null; a vector needs none
     * @param count how many elements there are
     * @param used the arrays whose elements are read
     * @param aligned whether element k is computed from elements k of the arrays used
     * @param at the element in the place that a counter says
     * @param flipped the matrix of which this is the transpose, whose elements are not to be had; or null
     */
    record Lifted(Shape shape, String model, Expression count, Set<String> used, boolean aligned, Function<Expression, Expression> at, String flipped) {
        Lifted(Shape shape, String model, Expression count, Set<String> used, boolean aligned, Function<Expression, Expression> at) {
            this(shape, model, count, used, aligned, at, null);
        }

        boolean isScalar() {
            return shape == null;
        }

        boolean isVector() {
            return shape == Shape.ROW || shape == Shape.COLUMN;
        }

        Expression scalar() {
            return at.apply(null);
        }

        Lifted map(Function<Expression, Expression> f) {
            return new Lifted(shape, model, count, used, aligned, k -> f.apply(at.apply(k)));
        }
    }

    /** Whether products of matrices are loops, when the largest array has so many elements. */
    static boolean isTiny(int elements) {
        return elements <= 64;
    }

    /** Functions that take not much longer than a product. */
    private static final Set<String> CHEAP = Set.of("abs", "sign", "max", "min", "floor", "ceil", "round", "fix", "sqrt", "real");

    private final AdjointSource source;
    private final AdjointExpressions expressions;
    final AdjointReductions reductions;

    AdjointArrays(AdjointSource source, AdjointExpressions expressions) {
        this.source = source;
        this.expressions = expressions;
        this.reductions = new AdjointReductions(source, this);
    }

    private static Lifted scalar(Expression e) {
        return new Lifted(null, null, Terms.number(1), Set.of(), true, k -> e);
    }

    /** A value in form: a scalar, or the whole of the array that a name holds. */
    Lifted of(Expression value) {
        if (!(value instanceof Name n && source.isArray(n.id()))) return scalar(value);
        Shape s = source.shapes.rely(n.id());
        return new Lifted(s, n.id(), Terms.of("numel", n), Set.of(n.id()), true, k -> Terms.of(n.id(), k));
    }

    /** The same array, held by a variable. */
    Lifted whole(Lifted x) {
        return of(Terms.name(name(x, null)));
    }

    // ---- operations ----------------------------------------------------------------------------------------------

    Lifted transposed(Lifted x) {
        if (x.isScalar()) return x;
        if (x.shape == Shape.MIXED) throw new Outside("an array of unknown shape");
        if (x.flipped != null) return of(Terms.name(x.flipped));
        if (!x.isVector()) {
            String m = name(x, null);
            return new Lifted(Shape.MATRIX, null, Terms.of("numel", Terms.name(m)), Set.of(m), false, AdjointArrays::nowhere, m);
        }
        return new Lifted(x.shape.transposed(), null, x.count, x.used, x.aligned, x.at);
    }

    private static Expression nowhere(Expression place) {
        throw new Outside("an element of a transposed matrix");
    }

    Lifted binary(String operator, Lifted a, Lifted b) {
        if (!a.isScalar() && !b.isScalar() && operator.equals("*")) return product(a, b);
        boolean matrix = operator.equals("^") || operator.equals("/") && !b.isScalar() || operator.equals("\\") && !a.isScalar();
        if (matrix && !(a.isScalar() && b.isScalar())) throw new Outside("a function of matrices");
        String plain = AdjointExpressions.plain(operator);
        boolean cheap = !plain.equals("^") || b.isScalar() && Constants.smallInteger(b.scalar());
        Lifted x = joined(List.of(a, b), parts -> new Binary(Terms.AT, plain, parts.get(0), parts.get(1)));
        return cheap ? x : once(x);
    }

    /** A function of scalars for each element. */
    Lifted each(String name, List<Lifted> arguments) {
        if (source.engine.library.scalar(name, arguments.size()) == null) throw new Outside(name);
        Lifted x = joined(arguments, parts -> Terms.of(name, parts));
        return CHEAP.contains(name) ? x : once(x);
    }

    /** {@code arrayfun}: what a function of the program gives for each element. */
    Lifted each(Function<List<Expression>, Expression> function, List<Lifted> arguments) {
        return joined(arguments, function);
    }

    /** An array whose elements are put into variables, so that the reverse sweep finds them there. */
    private Lifted once(Lifted x) {
        return x.isScalar() ? x : x.map(e -> Terms.name(source.variable(e)));
    }

    private Lifted joined(List<Lifted> parts, Function<List<Expression>, Expression> join) {
        Lifted first = null;
        Set<String> used = new HashSet<>();
        boolean aligned = true;
        String model = null;
        for (Lifted p : parts) {
            used.addAll(p.used);
            aligned &= p.aligned;
            if (p.isScalar()) continue;
            if (p.shape == Shape.MIXED) throw new Outside("an array of unknown shape");
            if (first == null) first = p;
            else same(first, p);
            if (model == null) model = p.model;
        }
        if (first == null) return scalar(join.apply(parts.stream().map(Lifted::scalar).toList()));
        // scalars are computed before the loop: it may write over what they read
        List<Lifted> ready = parts.stream().map(p -> p.isScalar() ? scalar(hold(p.scalar())) : p).toList();
        return new Lifted(first.shape, model, first.count, used, aligned, k -> join.apply(ready.stream().map(p -> p.at.apply(k)).toList()));
    }

    /** A new array. */
    Lifted made(Expression value) {
        String r = source.fresh("", true);
        source.assign(r, value);
        return of(Terms.name(r));
    }

    /** Two arrays must have the same sizes: known from their names, or tested when the program runs. */
    private void same(Lifted a, Lifted b) {
        if (a.shape != b.shape) throw new Outside("rows with columns");
        if (a.model != null && a.model.equals(b.model) || a.isVector() && a.count.equals(b.count)) return;
        if (a.isVector()) mustBe(a.count, b.count);
        else for (int d = 1; d <= 2; d++) mustBe(size(a, d), size(b, d));
    }

    private static Expression size(Lifted x, int d) {
        if (x.model == null) throw new Outside("a matrix of unknown sizes");
        return Terms.of("size", Terms.name(x.model), Terms.number(d));
    }

    void mustBe(Expression a, Expression b) {
        raiseIf(new Binary(Terms.AT, "!=", a, b));
    }

    void raiseIf(Expression wrong) {
        AdjointStep raise = new AdjointStep.Raise(new Evaluate(Terms.AT, Terms.of("error", new Text(Terms.AT, "sizes", false)), false));
        source.add(new AdjointStep.Choice(wrong, List.of(raise), List.of()));
    }

    private Lifted product(Lifted a, Lifted b) {
        if (a.shape == Shape.ROW && b.shape == Shape.COLUMN) {
            return reductions.of("dot", List.of(a, b));
        }
        boolean loops = source.isTiny() && a.flipped == null && b.flipped == null;
        if (loops && a.shape == Shape.MATRIX && b.shape == Shape.COLUMN) return rows(a, b, Shape.COLUMN);
        if (loops && a.shape == Shape.ROW && b.shape == Shape.MATRIX) return rows(b, a, Shape.ROW);
        if (a.shape == Shape.MIXED || b.shape == Shape.MIXED) throw new Outside("an array of unknown shape");
        return made(Terms.product(factor(a), factor(b)));
    }

    /** An array that can be multiplied as it is: one with a name, or the transpose of one. */
    private Expression factor(Lifted x) {
        if (x.flipped != null) return Terms.transpose(Terms.name(x.flipped));
        if (x.isVector() && x.used.size() == 1) {
            String v = x.used.iterator().next();
            boolean vector = source.shapes.rely(v) == x.shape || source.shapes.rely(v) == x.shape.transposed();
            if (vector && x.count.equals(Terms.of("numel", Terms.name(v))) && startsLike(x, v)) {
                return source.shapes.rely(v) == x.shape ? Terms.name(v) : Terms.transpose(Terms.name(v));
            }
        }
        return Terms.name(name(x, null));
    }

    /** The products of a vector with the rows of a matrix, or, the result being a row, with its columns. */
    private Lifted rows(Lifted matrix, Lifted vector, Shape shape) {
        String m = name(matrix, null);
        String v = name(vector, null);
        boolean column = shape == Shape.COLUMN;
        Expression n = hold(Terms.of(column ? "rows" : "columns", Terms.name(m)));
        Expression inner = hold(Terms.of(column ? "columns" : "rows", Terms.name(m)));
        mustBe(inner, Terms.of("numel", Terms.name(v)));
        String r = vector(n, shape, null);
        loop(n, i -> {
            Expression s = reductions.sum(inner, k -> Terms.times(column ? Terms.of(m, i, k) : Terms.of(m, k, i), Terms.of(v, k)));
            source.add(new AdjointStep.Assign(Terms.of(r, i), s));
        });
        return of(Terms.name(r));
    }

    // ---- parts of arrays -----------------------------------------------------------------------------------------

    static boolean isSlice(List<Expression> indices) {
        return indices.stream().anyMatch(i -> i instanceof Colon || i instanceof Range || i instanceof Group g && isSlice(List.of(g.inner())));
    }

    /** {@code x(range)}, {@code x(:)}, {@code A(i, range)}, {@code A(range, j)}. */
    Lifted slice(String array, List<Expression> indices, Activation a) {
        Shape shape = source.shapes.rely(array);
        if (shape == Shape.MIXED) throw new Outside("an array of unknown shape");
        int n = indices.size();
        if (n > 2) throw new Outside("an index of more dimensions");
        List<Lifted> at = new ArrayList<>();
        for (int d = 0; d < n; d++) at.add(index(array, d, n, indices.get(d), a));
        if (n == 1) {
            Lifted k = at.get(0);
            boolean all = indices.get(0) instanceof Colon;
            Shape s = all ? Shape.COLUMN : shape == Shape.COLUMN ? shape : Shape.ROW;
            return new Lifted(s, null, k.count, Set.of(array), all, i -> Terms.of(array, k.at.apply(i)));
        }
        Lifted first = at.get(0);
        Lifted second = at.get(1);
        if (first.isScalar()) return new Lifted(Shape.ROW, null, second.count, Set.of(array), false, k -> Terms.of(array, first.scalar(), second.at.apply(k)));
        if (second.isScalar()) return new Lifted(Shape.COLUMN, null, first.count, Set.of(array), false, k -> Terms.of(array, first.at.apply(k), second.scalar()));
        throw new Outside("a part of a matrix");
    }

    private Lifted index(String array, int d, int n, Expression e, Activation a) {
        if (e instanceof Group g) return index(array, d, n, g.inner(), a);
        if (e instanceof Colon) {
            Expression count = n == 1 ? Terms.of("numel", Terms.name(array)) : Terms.of("size", Terms.name(array), Terms.number(d + 1));
            return new Lifted(Shape.ROW, null, hold(count), Set.of(), true, k -> k);
        }
        if (!(e instanceof Range r)) return scalar(hold(expressions.index(array, d, n, e, a)));
        Expression base = hold(expressions.index(array, d, n, r.base(), a));
        Expression step = r.step() == null ? Terms.number(1) : hold(expressions.index(array, d, n, r.step(), a));
        Expression limit = hold(expressions.index(array, d, n, r.limit(), a));
        Expression span = Terms.binary("/", Terms.binary("-", limit, base), step);
        Expression count = hold(Terms.plus(Terms.of("floor", span), Terms.number(1)));
        raiseIf(new Binary(Terms.AT, "<", count, Terms.number(0)));
        Expression before = Terms.isNumber(step, 1) && base instanceof Number b ? Terms.number(b.value() - 1) : null;
        Function<Expression, Expression> at = k -> before != null
                ? Terms.plus(k, before)
                : Terms.plus(base, Terms.times(Terms.binary("-", k, Terms.number(1)), step));
        return new Lifted(Shape.ROW, null, count, Set.of(), true, at);
    }

    /**
     * The elements where a condition holds, or those at the positions.
     *
     * @param truth whether the index says yes or no for each element
     */
    Lifted picked(String array, Lifted index, boolean truth) {
        Lifted x = of(Terms.name(array));
        if (x.shape == Shape.MIXED || index.shape == Shape.MIXED) throw new Outside("an array of unknown shape");
        Lifted at = truth ? positions(x, index) : whole(index);
        Shape shape = x.isVector() ? x.shape : truth ? Shape.COLUMN : at.shape;
        if (shape == Shape.MATRIX) throw new Outside("a matrix of elements");
        Set<String> used = new HashSet<>(at.used);
        used.add(array);
        return new Lifted(shape, null, at.count, used, false, k -> Terms.of(array, at.at.apply(k)));
    }

    /** Where the condition holds, in a variable with room for all. */
    private Lifted positions(Lifted x, Lifted condition) {
        fit(x, condition);
        Expression n = hold(x.count);
        String held = vector(n, Shape.COLUMN, null);
        Name count = Terms.name(source.fresh("", false));
        source.assign(count.id(), Terms.number(0));
        loop(n, k -> {
            Expression holds = condition.at.apply(k);
            source.add(new AdjointStep.Choice(holds, source.apart(() -> {
                source.assign(count.id(), Terms.plus(count, Terms.number(1)));
                source.add(new AdjointStep.Assign(Terms.of(held, count), k));
            }), List.of()));
        });
        return new Lifted(Shape.COLUMN, null, count, Set.of(held), false, k -> Terms.of(held, k));
    }

    private void fit(Lifted x, Lifted condition) {
        if (!x.isVector() || !condition.isVector()) same(x, condition);
        else if (!x.count.equals(condition.count)) mustBe(x.count, condition.count);
    }

    /** {@code x(condition) = number}. */
    void assignWhere(String array, Lifted condition, Lifted value) {
        if (!value.isScalar()) throw new Outside("elements where a condition holds");
        Lifted x = of(Terms.name(array));
        fit(x, condition);
        Expression v = hold(value.scalar());
        loop(x.count, k -> {
            Expression holds = condition.at.apply(k);
            source.add(new AdjointStep.Choice(holds, List.of(new AdjointStep.Assign(Terms.of(array, k), v)), List.of()));
        });
    }

    // ---- arrays made ---------------------------------------------------------------------------------------------

    /**
     * The variable that holds an array, made and filled where there is none.
     *
     * @param target the variable to fill, or null
     */
    String name(Lifted x, String target) {
        if (isWhole(x)) return x.model;
        if (x.shape == Shape.MIXED) throw new Outside("an array of unknown shape");
        String r;
        Expression count = x.count;
        if (x.isVector()) {
            count = hold(count);
            r = vector(count, x.shape, target);
        } else {
            if (x.model == null) throw new Outside("a matrix of unknown sizes");
            r = target == null ? source.fresh("", true) : target;
            source.assign(r, Terms.of("zeros", Terms.of("size", Terms.name(x.model))));
        }
        fill(k -> Terms.of(r, k), count, x);
        return r;
    }

    /** Whether it is the array itself that its model names. */
    private boolean isWhole(Lifted x) {
        return x.model != null && x.used.equals(Set.of(x.model)) && startsLike(x, x.model);
    }

    /** Whether the first element is that of this array, as it stands there. */
    private boolean startsLike(Lifted x, String array) {
        List<Expression> first = new ArrayList<>();
        source.apart(() -> first.add(x.at.apply(Terms.number(1))));
        return first.get(0).equals(Terms.of(array, Terms.number(1)));
    }

    String vector(Expression count, Shape shape, String target) {
        String r = target == null ? source.fresh("", true) : target;
        Expression one = Terms.number(1);
        source.assign(r, shape == Shape.ROW ? Terms.of("zeros", one, count) : Terms.of("zeros", count, one));
        return r;
    }

    /** Writes each element in its place. */
    private void fill(Function<Expression, Expression> place, Expression count, Lifted x) {
        loop(count, k -> source.add(new AdjointStep.Assign(place.apply(k), x.at.apply(k))));
    }

    /** Whether the elements can be written over those of this array, of the same sizes, as they are computed. */
    static boolean updates(Lifted x, String array) {
        return x.aligned && x.used.contains(array) && array.equals(x.model);
    }

    /** {@code v = x} in place: v has x's sizes. */
    void update(String array, Lifted x) {
        fill(k -> Terms.of(array, k), x.count, x);
    }

    /** {@code v(indices) = x}. */
    void assign(String array, List<Expression> indices, Lifted x, Activation a) {
        if (!isSlice(indices)) {
            assignWhere(array, expressions.inside(array, 0, 1, () -> expressions.lifted(indices.get(0), a)), x);
            return;
        }
        Lifted value = x.used.contains(array) ? of(Terms.name(name(x, null))) : x;
        Lifted to = slice(array, indices, a);
        if (!value.isScalar()) mustBe(to.count, value.count);
        fill(to.at, to.count, value.isScalar() ? scalar(hold(value.scalar())) : value);
    }

    void loop(Expression count, java.util.function.Consumer<Expression> body) {
        Name k = Terms.name(source.fresh("", false));
        Expression n = hold(count);
        List<AdjointStep> steps = source.apart(() -> body.accept(k));
        AdjointStep.Loop loop = new AdjointStep.Loop(k.id(), Terms.number(1), Terms.number(1), n, steps);
        loop.each = true;
        source.add(loop);
    }

    /** An expression that costs nothing to compute again. */
    Expression hold(Expression e) {
        return e instanceof Number ? e : Terms.name(source.variable(e));
    }
}
