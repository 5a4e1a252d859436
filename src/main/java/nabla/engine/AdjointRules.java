package nabla.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.language.Reader;
import nabla.language.Reading;
import nabla.language.Source;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/** The library's table of derivatives as trees: what arrives at a function's result, handed on to its arguments. */
final class AdjointRules {
    /** The formula of one function; a pullback is null where an argument has no derivative. */
    private record Rule(String result, List<String> arguments, List<Expression> pullbacks) {}

    private static final Map<String, String> OPERATORS =
            Map.of("+", "plus", "-", "minus", "*", "times", "/", "rdivide", "\\", "ldivide", "^", "power");

    private final Library library;
    private final Map<String, Rule> rules = new HashMap<>();

    AdjointRules(Library library) {
        this.library = library;
    }

    /** What argument k of an operator or a call receives from {@code g}; null when it has no derivative. */
    Expression pullback(Expression e, int k, Expression g) {
        return pullback(e, e, k, g);
    }

    /** The same where what the operator or the call gives has another name. */
    Expression pullback(Expression e, Expression result, int k, Expression g) {
        List<Expression> arguments = Terms.parts(e);
        if (e instanceof Binary b && b.operator().equals("^") && b.right() instanceof Number n) return power(b.left(), n.value(), g);
        Rule rule = rule(function(e));
        if (rule == null || rule.arguments.size() != arguments.size() || rule.pullbacks.get(k) == null) return null;
        Map<String, Expression> meaning = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) meaning.put(rule.arguments.get(i), arguments.get(i));
        meaning.put(rule.result, result);
        meaning.put("g", g);
        return Terms.substitute(rule.pullbacks.get(k), meaning);
    }

    /** (xⁿ)' = n xⁿ⁻¹. */
    private static Expression power(Expression x, double n, Expression g) {
        if (n == 0) return Terms.number(0);
        Expression lower = n == 1 ? Terms.number(1) : n == 2 ? x : new Binary(Terms.AT, "^", x, Terms.number(n - 1));
        return Terms.times(Terms.times(Terms.number(n), lower), g);
    }

    private static String function(Expression e) {
        if (e instanceof Prefix p) return p.operator().equals("-") ? "uminus" : "";
        return e instanceof Binary b ? OPERATORS.getOrDefault(b.operator(), "") : ((Name) ((Paren) e).target()).id();
    }

    private Rule rule(String name) {
        if (!rules.containsKey(name)) rules.put(name, parse(library.derivative(name)));
        return rules.get(name);
    }

    /** {@code y = f(a, b) -> for a, for b}. */
    private static Rule parse(String line) {
        if (line == null || line.startsWith("[")) return null;
        int arrow = line.indexOf("->");
        Assign call = (Assign) read(line.substring(0, arrow));
        List<String> arguments = new ArrayList<>();
        for (Expression a : ((Paren) call.value()).arguments()) {
            if (!(a instanceof Name n)) return null;
            arguments.add(n.id());
        }
        List<Expression> pullbacks = new ArrayList<>();
        CellArray formulas = (CellArray) read("{" + line.substring(arrow + 2).replace("?", "[]") + "}");
        for (Expression e : formulas.rows().get(0)) pullbacks.add(e instanceof Matrix ? null : e);
        while (pullbacks.size() < arguments.size()) pullbacks.add(null);
        return new Rule(((Name) call.targets().get(0)).id(), arguments, pullbacks);
    }

    private static Expression read(String text) {
        Reading.Complete r = (Reading.Complete) Reader.read(new Source("", null, text), n -> false);
        return ((Evaluate) r.program().statements().get(0)).expression();
    }
}
