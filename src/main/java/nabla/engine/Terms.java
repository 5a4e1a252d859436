package nabla.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/** Builds trees of scalar programs, leaving out what does nothing: sums with 0, products with 1, double negation. */
final class Terms {
    /** Where everything built stands: nowhere in a text. */
    static final Position AT = new Position(1, 1);

    private Terms() {}

    static Number number(double value) {
        return new Number(AT, value, false);
    }

    static Name name(String id) {
        return new Name(AT, id);
    }

    /** A call of a function, or an element of an array. */
    static Paren of(String id, Expression... arguments) {
        return new Paren(AT, name(id), List.of(arguments));
    }

    static Paren of(String id, List<Expression> arguments) {
        return new Paren(AT, name(id), arguments);
    }

    static Statement set(Expression target, Expression value) {
        return new Evaluate(AT, new Assign(AT, List.of(target), false, "=", value), false);
    }

    static Statement set(String target, Expression value) {
        return set(name(target), value);
    }

    static Statement choose(Expression condition, List<Statement> yes, List<Statement> no) {
        return new If(AT, List.of(new Branch(AT, condition, yes)), no);
    }

    static Statement loop(String variable, Expression base, Expression step, Expression limit, List<Statement> body) {
        return new For(AT, name(variable), new Range(AT, base, step, limit), body);
    }

    static Expression binary(String operator, Expression a, Expression b) {
        return switch (operator) {
            case "+" -> plus(a, b);
            case "-" -> plus(a, negate(b));
            case "*", ".*" -> times(a, b);
            case "/", "./" -> isNumber(b, 1) ? a : signed(a, b, "/");
            case "\\", ".\\" -> binary("/", b, a);
            case ".^" -> new Binary(AT, "^", a, b);
            default -> new Binary(AT, operator, a, b);
        };
    }

    static Expression plus(Expression a, Expression b) {
        if (isNumber(a, 0)) return b;
        if (isNumber(b, 0)) return a;
        if (b instanceof Prefix p && p.operator().equals("-")) return new Binary(AT, "-", a, p.operand());
        if (b instanceof Number n && n.value() < 0) return new Binary(AT, "-", a, number(-n.value()));
        return new Binary(AT, "+", a, b);
    }

    static Expression negate(Expression a) {
        if (a instanceof Number n) return number(-n.value());
        if (a instanceof Prefix p && p.operator().equals("-")) return p.operand();
        return new Prefix(AT, "-", a);
    }

    static Expression times(Expression a, Expression b) {
        if (isNumber(a, 1)) return b;
        if (isNumber(b, 1)) return a;
        if (a instanceof Number m && b instanceof Number n) return number(m.value() * n.value());
        return signed(a, b, "*");
    }

    /** A product or quotient with the signs of both before it. */
    private static Expression signed(Expression a, Expression b, String operator) {
        boolean left = a instanceof Prefix p && p.operator().equals("-");
        boolean right = b instanceof Prefix p && p.operator().equals("-");
        if (!left && !right) return new Binary(AT, operator, a, b);
        Expression of = binary(operator, left ? ((Prefix) a).operand() : a, right ? ((Prefix) b).operand() : b);
        return left == right ? of : negate(of);
    }

    /** The transpose of a matrix, of a product that of its factors. */
    static Expression transpose(Expression a) {
        if (a instanceof Transpose t) return t.operand();
        return a instanceof Binary b ? product(transpose(b.right()), transpose(b.left())) : new Transpose(AT, "'", a);
    }

    static Binary product(Expression a, Expression b) {
        return new Binary(AT, "*", a, b);
    }

    static boolean isNumber(Expression e, double value) {
        return e instanceof Number n && n.value() == value;
    }

    /** Functions of an array that are linear in it. */
    private static final Set<String> LINEAR = Set.of("reshape", "sum");

    /** Whether the expression is an array reshaped, or summed along a dimension. */
    static boolean isLinear(Expression e) {
        return e instanceof Paren p && p.target() instanceof Name n && LINEAR.contains(n.id());
    }

    static boolean isArithmetic(String operator) {
        return Constants.isArithmetic(operator) || operator.equals("^") || operator.equals(".^");
    }

    /** The expression with each of its direct parts replaced, simplified on the way. */
    static Expression map(Expression e, Function<Expression, Expression> part) {
        if (e instanceof Group g) return part.apply(g.inner());
        if (e instanceof Binary b) return binary(b.operator(), part.apply(b.left()), part.apply(b.right()));
        if (e instanceof ShortCircuit s) return new ShortCircuit(AT, s.and(), part.apply(s.left()), part.apply(s.right()));
        if (e instanceof Prefix p) {
            Expression operand = part.apply(p.operand());
            return p.operator().equals("-") ? negate(operand) : new Prefix(AT, p.operator(), operand);
        }
        if (e instanceof Transpose t) return new Transpose(AT, t.operator(), part.apply(t.operand()));
        if (e instanceof Range r) {
            return new Range(AT, part.apply(r.base()), r.step() == null ? null : part.apply(r.step()), part.apply(r.limit()));
        }
        if (!(e instanceof Paren p)) return e;
        List<Expression> arguments = new ArrayList<>();
        for (Expression a : p.arguments()) arguments.add(part.apply(a));
        return new Paren(AT, p.target(), arguments);
    }

    /** The expression with names replaced. */
    static Expression substitute(Expression e, Map<String, Expression> meaning) {
        if (e instanceof Name n) return meaning.getOrDefault(n.id(), new Name(AT, n.id()));
        if (e instanceof Number n) return number(n.value());
        return map(e, part -> substitute(part, meaning));
    }

    /** The names an expression mentions, functions among them. */
    static Set<String> names(Expression e) {
        return new HashSet<>(Names.of(e).used);
    }

    /**
     * Computes once, before the statements, what they compute several times.
     *
     * @param fixed whether an expression keeps its value throughout the statements and may move to their start
     * @param fresh makes the name of a new variable
     */
    static List<Statement> share(List<Statement> statements, java.util.function.Predicate<Expression> fixed, java.util.function.Supplier<String> fresh) {
        Map<Expression, Integer> counts = new HashMap<>();
        for (Statement s : statements) count(value(s), fixed, counts);
        List<Statement> result = new ArrayList<>();
        Map<Expression, Expression> shared = new HashMap<>();
        List<Statement> rest = new ArrayList<>();
        for (Statement s : statements) {
            Expression v = replace(value(s), counts, shared, result, fresh);
            rest.add(set(((Assign) ((Evaluate) s).expression()).targets().get(0), v));
        }
        result.addAll(rest);
        return result;
    }

    private static Expression value(Statement s) {
        return ((Assign) ((Evaluate) s).expression()).value();
    }

    private static void count(Expression e, java.util.function.Predicate<Expression> fixed, Map<Expression, Integer> counts) {
        boolean leaf = e instanceof Name || e instanceof Number;
        if (!leaf && fixed.test(e) && counts.merge(e, 1, Integer::sum) > 1) return;
        for (Expression c : parts(e)) count(c, fixed, counts);
    }

    /** The direct parts; of a call or an element, the arguments. */
    static List<Expression> parts(Expression e) {
        return e instanceof Paren p ? p.arguments() : Children.of(e);
    }

    private static Expression replace(
            Expression e, Map<Expression, Integer> counts, Map<Expression, Expression> shared, List<Statement> before, java.util.function.Supplier<String> fresh) {
        Expression known = shared.get(e);
        if (known != null) return known;
        Expression r = map(e, part -> replace(part, counts, shared, before, fresh));
        if (counts.getOrDefault(e, 0) < 2) return r;
        Name t = name(fresh.get());
        before.add(set(t, r));
        shared.put(e, t);
        return t;
    }
}
