package nabla.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.engine.AdjointMeaning.Outside;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * What the reverse sweep does for one assignment {@code v = e}: with g the derivative of the result by v, v's own derivative
 * becomes 0 and every variable in e receives g times the derivative of e by it.
 */
final class AdjointPullback {
    private static final Set<String> SENSITIVE = Set.of("log", "log2", "log10", "reallog", "sqrt");
    private static final double SMALL = 0x1p-20;

    private final AdjointActivity activity;
    private final AdjointRules rules;
    private int made;
    /** The seeds that are computed first. */
    private List<Statement> seeds;
    /** What each derivative receives, in the order of the first contribution. */
    private Map<Expression, Expression> received;

    AdjointPullback(AdjointActivity activity, AdjointRules rules) {
        this.activity = activity;
        this.rules = rules;
    }

    /** The name of the variable that holds the derivative of the result by a variable. */
    static String derivative(String variable) {
        return "∂" + variable;
    }

    private static Expression derivative(Expression target) {
        if (target instanceof Name n) return Terms.name(derivative(n.id()));
        Paren p = (Paren) target;
        return Terms.of(derivative(((Name) p.target()).id()), p.arguments());
    }

    /** Fills in what the reverse sweep does for the assignment. */
    void differentiate(AdjointStep.Assign a) {
        if (!activity.variables().contains(a.variable())) return;
        seeds = new ArrayList<>();
        received = new LinkedHashMap<>();
        a.adjoint = a.whole() && activity.isArray(a.variable()) ? array(a) : scalar(a);
        a.needs = new HashSet<>();
        for (Statement s : a.adjoint) {
            Assign x = (Assign) ((Evaluate) s).expression();
            a.needs.addAll(activity.variables(x.value()));
            if (x.targets().get(0) instanceof Paren p) p.arguments().forEach(i -> a.needs.addAll(activity.variables(i)));
        }
        a.readsResult = isNew(a) && a.needs.contains(a.variable());
    }

    /** Whether the assignment is of a scalar, and its value is not computed from the old one. */
    private boolean isNew(AdjointStep.Assign a) {
        return a.whole() && !activity.isArray(a.variable()) && !activity.variables(a.value).contains(a.variable());
    }

    /** An array copied or made. */
    private List<Statement> array(AdjointStep.Assign a) {
        String mine = derivative(a.variable());
        List<Statement> s = new ArrayList<>();
        if (a.value instanceof Binary b) {
            give(b.left(), Terms.product(Terms.name(mine), Terms.transpose(b.right())), s);
            give(b.right(), Terms.product(Terms.transpose(b.left()), Terms.name(mine)), s);
        } else if (Terms.isLinear(a.value)) {
            Paren p = (Paren) a.value;
            Expression x = p.arguments().get(0);
            boolean sum = ((Name) p.target()).id().equals("sum");
            // what a sum receives is repeated where it is added
            give(x, sum ? Terms.name(mine) : Terms.of("reshape", Terms.name(mine), Terms.of("size", x)), s);
        } else give(a.value, Terms.name(mine), s);
        if (activity.isResized(a.variable())) s.add(Terms.set(mine, Terms.of("zeros", Terms.of("size", Terms.name(a.variable())))));
        return s;
    }

    /** Hands g on to an array that varies, or to that of which this is the transpose. */
    private void give(Expression array, Expression g, List<Statement> s) {
        if (!activity.active(array)) return;
        Expression to = derivative(array instanceof Transpose t ? t.operand() : array);
        s.add(Terms.set(to, new Binary(Terms.AT, "+", to, array instanceof Transpose ? Terms.transpose(g) : g)));
    }

    private List<Statement> scalar(AdjointStep.Assign a) {
        Expression mine = derivative(a.target);
        List<Expression> terms = new ArrayList<>();
        sum(a.value, false, terms);
        boolean adds = terms.remove(a.target) && terms.stream().noneMatch(t -> activity.variables(t).contains(a.variable()));
        Expression g;
        if (adds) {
            g = mine instanceof Name || terms.stream().filter(activity::active).count() < 2 ? mine : seed(mine);
            for (Expression t : terms) pull(t, t, g);
        } else if (activity.active(a.value)) {
            g = seed(mine);
            pull(a.value, isNew(a) ? a.target : a.value, g);
        }
        List<Statement> s = new ArrayList<>(seeds);
        Expression own = adds || mine instanceof Paren ? null : received.remove(mine);
        if (!adds && mine instanceof Paren) s.add(Terms.set(mine, Terms.number(0)));
        received.forEach((to, what) -> s.add(Terms.set(to, Terms.binary("+", to, what))));
        if (!adds && mine instanceof Name) s.add(Terms.set(mine, own == null ? Terms.number(0) : own));
        return Terms.share(s, this::computedBefore, () -> "#" + ++made);
    }

    /** The terms of a sum, each with its sign. */
    private static void sum(Expression e, boolean negative, List<Expression> terms) {
        if (e instanceof Binary b && (b.operator().equals("+") || b.operator().equals("-"))) {
            sum(b.left(), negative, terms);
            sum(b.right(), negative != b.operator().equals("-"), terms);
        } else terms.add(negative ? Terms.negate(e) : e);
    }

    /** Values of the program, which the reverse sweep of this assignment leaves alone. */
    private boolean computedBefore(Expression e) {
        for (String n : Terms.names(e)) if (n.startsWith("∂") || n.startsWith("#")) return false;
        return !activity.whole(e) && (e instanceof Binary b && Terms.isArithmetic(b.operator()) || e instanceof Paren);
    }

    private Expression seed(Expression g) {
        if (g instanceof Name || g instanceof Number) return g;
        Name t = Terms.name("#" + ++made);
        seeds.add(Terms.set(t, g));
        return t;
    }

    /** Hands g, the derivative by the value of e, on to the variables in e; the value is that of {@code result}. */
    private void pull(Expression e, Expression result, Expression g) {
        if (!activity.active(e)) return;
        if (isLeaf(e)) {
            received.merge(derivative(e), g, Terms::plus);
            return;
        }
        List<Expression> parts = Terms.parts(e);
        Set<Integer> varying = new HashSet<>();
        for (int k = 0; k < parts.size(); k++) if (activity.active(parts.get(k))) varying.add(k);
        Expression s = varying.size() > 1 ? seed(g) : g;
        for (int k : varying) {
            Expression p = rules.pullback(e, result, k, s);
            if (p == null) throw new Outside("no derivative");
            Expression sensitive = sensitive(e, parts);
            if (sensitive != null && activity.isDifference(sensitive)) p = Terms.plus(p, unlessSmall(sensitive));
            pull(parts.get(k), parts.get(k), p);
        }
    }

    /** The part of an operation whose lost digits its derivative loses too; null when it has none. */
    private static Expression sensitive(Expression e, List<Expression> parts) {
        if (e instanceof Binary b) return b.operator().equals("/") ? b.right() : b.operator().equals("\\") ? b.left() : null;
        return e instanceof Paren p && SENSITIVE.contains(((Name) p.target()).id()) ? parts.get(0) : null;
    }

    /** 0, or NaN where the difference is so small that few of its digits may be right: tapes then look closer. */
    private static Expression unlessSmall(Expression difference) {
        return new Binary(Terms.AT, "/", Terms.number(0), new Binary(Terms.AT, ">=", Terms.of("abs", difference), Terms.number(SMALL)));
    }

    private boolean isLeaf(Expression e) {
        return e instanceof Name || e instanceof Paren p && activity.isArray(((Name) p.target()).id());
    }
}
