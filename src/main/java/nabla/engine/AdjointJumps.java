package nabla.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import nabla.language.Tree.*;

/**
 * Rewrites statements so that no jump skips any: what follows a choice that may jump moves into its branches, continue and return
 * vanish, break remains as the last statement of an iteration.
 */
final class AdjointJumps {
    /** The variable that tells that a loop was left by return. */
    static final String RETURNED = "#returned";

    private AdjointJumps() {}

    /** A function's body without jumps. */
    static List<Statement> settle(List<Statement> body) {
        List<Statement> settled = new ArrayList<>();
        if (body.stream().anyMatch(s -> returns(s, false))) settled.add(Terms.set(RETURNED, Terms.number(0)));
        settled.addAll(settle(body, false));
        return settled;
    }

    private static List<Statement> settle(List<Statement> list, boolean inLoop) {
        List<Statement> out = new ArrayList<>();
        for (int k = 0; k < list.size(); k++) {
            Statement s = list.get(k);
            List<Statement> rest = list.subList(k + 1, list.size());
            if (s instanceof Continue) return out;
            if (s instanceof Break || s instanceof Return) {
                if (s instanceof Return && inLoop) out.add(Terms.set(RETURNED, Terms.number(1)));
                if (inLoop) out.add(new Break(s.at()));
                return out;
            }
            if (isLoop(s)) {
                out.add(branches(s instanceof DoUntil d ? tested(d) : s, b -> settle(b, true)));
                if (!returns(s, false)) continue;
                Expression returned = new Binary(s.at(), "!=", Terms.name(RETURNED), Terms.number(0));
                List<Statement> after = new ArrayList<>(List.of(Terms.choose(returned, List.of(new Return(s.at())), List.of())));
                after.addAll(rest);
                out.addAll(settle(after, inLoop));
                return out;
            }
            if (jumps(s)) {
                out.add(branches(s, b -> {
                    List<Statement> all = new ArrayList<>(b);
                    all.addAll(rest);
                    return settle(all, inLoop);
                }));
                return out;
            }
            out.add(branches(s, b -> settle(b, inLoop)));
        }
        return out;
    }

    /** {@code do … until c} as an endless loop that breaks, where no continue jumps to the test. */
    private static Statement tested(DoUntil d) {
        if (d.body().stream().anyMatch(AdjointJumps::continues)) return d;
        List<Statement> body = new ArrayList<>(d.body());
        body.add(Terms.choose(d.condition(), List.of(new Break(d.at())), List.of()));
        return new While(d.at(), Terms.number(1), body);
    }

    private static boolean continues(Statement s) {
        return s instanceof Continue || !isLoop(s) && parts(s).stream().anyMatch(b -> b.stream().anyMatch(AdjointJumps::continues));
    }

    private static boolean isLoop(Statement s) {
        return s instanceof For || s instanceof While || s instanceof DoUntil;
    }

    /** Whether a choice leads to a jump outside loops of its own. */
    private static boolean jumps(Statement s) {
        if (s instanceof Break || s instanceof Continue || s instanceof Return) return true;
        return !isLoop(s) && parts(s).stream().anyMatch(b -> b.stream().anyMatch(AdjointJumps::jumps));
    }

    /** Whether a return stands inside a loop. */
    private static boolean returns(Statement s, boolean inLoop) {
        if (s instanceof Return) return inLoop;
        boolean in = inLoop || isLoop(s);
        return parts(s).stream().anyMatch(b -> b.stream().anyMatch(x -> returns(x, in)));
    }

    /** The arrays that get elements at their end, {@code v(end+1) = x}. */
    static Set<String> growing(List<Statement> list) {
        Set<String> names = new HashSet<>();
        for (Statement s : list) {
            if (s instanceof Evaluate e && e.expression() instanceof Assign a && a.targets().get(0) instanceof Paren p
                    && p.target() instanceof Name n && isNext(p.arguments())) names.add(n.id());
            parts(s).forEach(b -> names.addAll(growing(b)));
        }
        return names;
    }

    /** Whether the index is {@code end+1}. */
    static boolean isNext(List<Expression> indices) {
        return indices.size() == 1 && indices.get(0) instanceof Binary b && b.operator().equals("+") && b.left() instanceof End
                && Terms.isNumber(b.right(), 1);
    }

    private static List<List<Statement>> parts(Statement s) {
        List<List<Statement>> parts = new ArrayList<>();
        branches(s, b -> {
            parts.add(b);
            return b;
        });
        return parts;
    }

    /** The statement with each list of statements inside replaced; a choice gets its otherwise. */
    private static Statement branches(Statement s, UnaryOperator<List<Statement>> each) {
        if (s instanceof If i) {
            List<Branch> branches = new ArrayList<>();
            for (Branch b : i.branches()) branches.add(new Branch(b.at(), b.condition(), each.apply(b.body())));
            return new If(i.at(), branches, each.apply(orNone(i.otherwise())));
        }
        if (s instanceof Switch w) {
            List<Case> cases = new ArrayList<>();
            for (Case c : w.cases()) cases.add(new Case(c.at(), c.label(), each.apply(c.body())));
            return new Switch(w.at(), w.subject(), cases, each.apply(orNone(w.otherwise())));
        }
        if (s instanceof For f) return new For(f.at(), f.target(), f.values(), each.apply(f.body()));
        if (s instanceof While w) return new While(w.at(), w.condition(), each.apply(w.body()));
        if (s instanceof DoUntil d) return new DoUntil(d.at(), each.apply(d.body()), d.condition());
        return s;
    }

    private static List<Statement> orNone(List<Statement> list) {
        return list == null ? List.of() : list;
    }
}
