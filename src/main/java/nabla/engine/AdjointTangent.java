package nabla.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nabla.engine.AdjointMeaning.Outside;
import nabla.language.Tree.*;

/**
 * Forward differentiation of a program that {@link AdjointSweeps} wrote: before each assignment {@code v = e} stands one of the
 * derivative of e along the direction in which the input moves. Of a program for the gradient this gives the product of the Hessian
 * with the direction.
 */
final class AdjointTangent {
    /** Functions whose values do not change with small changes of their arguments, or only in jumps. */
    private static final Set<String> STILL = Set.of("sign", "floor", "ceil", "fix", "round", "isnan", "isinf", "isfinite", "xor");

    private static final Set<String> MAKERS = Set.of("zeros", "ones", "eye", "linspace");

    private final AdjointRules rules;
    private final Predicate<String> isArray;
    /** The variables that move. */
    private final Set<String> moving = new HashSet<>();
    private int made;

    /**
     * @param input the variable that moves by itself
     * @param isArray whether a variable holds an array
     */
    AdjointTangent(AdjointRules rules, String input, Predicate<String> isArray) {
        this.rules = rules;
        this.isArray = isArray;
        moving.add(input);
    }

    /** The name of the variable that holds how a variable moves. */
    static String along(String variable) {
        return "δ" + variable;
    }

    /** The program with the assignments of derivatives, that of its result in any case. */
    List<Statement> differentiate(List<Statement> program, String result) {
        while (move(program)) {}
        List<Statement> out = follow(program);
        if (!moving.contains(result)) out.add(Terms.set(along(result), Terms.of("zeros", Terms.of("size", Terms.name(result)))));
        return out;
    }

    // ---- what moves ----------------------------------------------------------------------------------------------

    private boolean move(List<Statement> list) {
        boolean changed = false;
        for (Statement s : list) {
            if (assignment(s) != null) {
                Assign a = assignment(s);
                if (moves(a.value())) changed |= moving.add(variable(a.targets().get(0)));
            } else if (s instanceof If i) changed |= move(i.branches().get(0).body()) | move(i.otherwise());
            else if (s instanceof For f) changed |= move(f.body());
            else if (s instanceof While w) changed |= move(w.body());
        }
        return changed;
    }

    private static Assign assignment(Statement s) {
        return s instanceof Evaluate e && e.expression() instanceof Assign a ? a : null;
    }

    /** The variable of a target or an element; null when the expression is neither. */
    private static String variable(Expression e) {
        if (e instanceof Name n) return n.id();
        if (e instanceof Paren p) return variable(p.target());
        return e instanceof Brace b ? variable(b.target()) : null;
    }

    private boolean isElement(Expression e) {
        return e instanceof Brace || e instanceof Paren p && isArray.test(variable(p));
    }

    private boolean moves(Expression e) {
        if (e instanceof Name n) return moving.contains(n.id());
        if (isElement(e)) return moving.contains(variable(e));
        if (e instanceof Binary b && !Terms.isArithmetic(b.operator())) return false;
        if (e instanceof ShortCircuit || e instanceof Prefix p && !p.operator().equals("-")) return false;
        if (e instanceof Paren p) {
            String f = variable(p);
            if (STILL.contains(f) || MAKERS.contains(f) || AdjointExpressions.SHAPES.contains(f)) return false;
        }
        return Terms.parts(e).stream().anyMatch(this::moves);
    }

    // ---- the program ---------------------------------------------------------------------------------------------

    private List<Statement> follow(List<Statement> list) {
        List<Statement> out = new ArrayList<>();
        for (Statement s : list) {
            Assign a = assignment(s);
            if (a != null && moving.contains(variable(a.targets().get(0)))) out.addAll(both(a, s));
            else if (s instanceof If i) {
                Branch b = i.branches().get(0);
                out.add(Terms.choose(b.condition(), follow(b.body()), follow(i.otherwise())));
            } else if (s instanceof For f) out.add(new For(f.at(), f.target(), f.values(), follow(f.body())));
            else if (s instanceof While w) out.add(new While(w.at(), w.condition(), follow(w.body())));
            else out.add(s);
        }
        return out;
    }

    private List<Statement> both(Assign a, Statement itself) {
        Expression target = a.targets().get(0);
        Expression moves = moves(a.value()) ? along(a.value()) : still(a.value());
        List<Statement> pair = List.of(Terms.set(part(target), moves), itself);
        return moves(a.value()) ? Terms.share(pair, e -> e instanceof Binary || e instanceof Paren, () -> "#along" + ++made) : pair;
    }

    /** The place where it is kept how a variable or an element moves. */
    private static Expression part(Expression e) {
        if (e instanceof Name n) return Terms.name(along(n.id()));
        if (e instanceof Paren p) return Terms.of(along(variable(p)), p.arguments());
        Brace b = (Brace) e;
        return new Brace(Terms.AT, Terms.name(along(variable(b))), b.arguments());
    }

    /** How a value that does not move, moves: zeros of its size. */
    private Expression still(Expression value) {
        if (value instanceof CellArray) return value;
        boolean array = isWhole(value) || value instanceof Range || value instanceof Paren p && MAKERS.contains(variable(p));
        return array ? Terms.of("zeros", Terms.of("size", value)) : Terms.number(0);
    }

    /** Whether the expression is an array, one transposed, or made of such by products and sums. */
    private boolean isWhole(Expression e) {
        if (e instanceof Name n) return isArray.test(n.id());
        return e instanceof Transpose || Terms.isLinear(e) || e instanceof Binary b && isWhole(b.left()) && isWhole(b.right());
    }

    /** The derivative of an expression that moves. */
    private Expression along(Expression e) {
        if (e instanceof Name || isElement(e)) return part(e);
        if (e instanceof Transpose t) return Terms.transpose(along(t.operand()));
        if (e instanceof Binary b && b.operator().equals("*") && isWhole(e)) {
            Expression first = moves(b.left()) ? Terms.product(along(b.left()), b.right()) : Terms.number(0);
            return Terms.plus(first, moves(b.right()) ? Terms.product(b.left(), along(b.right())) : Terms.number(0));
        }
        if (Terms.isLinear(e)) {
            List<Expression> arguments = new ArrayList<>(((Paren) e).arguments());
            arguments.set(0, along(arguments.get(0)));
            return new Paren(Terms.AT, ((Paren) e).target(), arguments);
        }
        List<Expression> parts = Terms.parts(e);
        Expression sum = Terms.number(0);
        for (int k = 0; k < parts.size(); k++) {
            if (!moves(parts.get(k))) continue;
            Expression p = rules.pullback(e, k, along(parts.get(k)));
            if (p == null) throw new Outside("no derivative");
            sum = Terms.plus(sum, p);
        }
        return sum;
    }
}
