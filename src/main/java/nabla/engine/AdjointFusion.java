package nabla.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nabla.language.Tree.*;

/**
 * Makes one loop of several over equally many elements, and scalars of arrays of which such a loop uses only the element in hand: arrays
 * with names then cost no more than one long formula. Allen and Kennedy, Optimizing Compilers for Modern Architectures, 2002: loop fusion
 * and array contraction.
 */
final class AdjointFusion {
    private final Map<String, Boolean> arrays;
    private final Set<String> growing;
    private final List<AdjointStep> steps;
    private final Map<AdjointStep, AdjointUses> uses = new IdentityHashMap<>();
    private AdjointCounts counts;

    /**
     * @param arrays every variable, and whether it holds an array; arrays that become scalars are noted there
     * @param growing the arrays that grow
     */
    AdjointFusion(Map<String, Boolean> arrays, Set<String> growing, List<AdjointStep> steps) {
        this.arrays = arrays;
        this.growing = growing;
        this.steps = steps;
        Map<String, Integer> assignments = new HashMap<>();
        AdjointStep.assignments(steps, a -> {
            if (a.whole()) assignments.merge(a.variable(), 1, Integer::sum);
        });
        counts = new AdjointCounts(arrays, assignments, growing);
    }

    /** The program in its new form. */
    List<AdjointStep> fused() {
        return new AdjointContraction(arrays, growing).contract(block(steps));
    }

    private List<AdjointStep> block(List<AdjointStep> list) {
        List<AdjointStep> out = new ArrayList<>();
        for (AdjointStep s : list) {
            if (s instanceof AdjointStep.Choice c && AdjointCounts.isCheck(c) && counts.holds(c)) continue;
            counts.note(s);
            AdjointStep t = inside(s);
            if (!(t instanceof AdjointStep.Loop l && l.each && join(l, out))) out.add(t);
        }
        return out;
    }

    /** The step with what stands inside of it in its new form. */
    private AdjointStep inside(AdjointStep s) {
        if (s instanceof AdjointStep.Choice c) return new AdjointStep.Choice(c.condition, apart(c.yes), apart(c.no));
        return s instanceof AdjointStep.Loop l ? l.with(apart(l.body)) : s;
    }

    /** Steps that may not be reached: what is known after them is what was known before. */
    private List<AdjointStep> apart(List<AdjointStep> list) {
        AdjointCounts before = counts;
        counts = before.copy();
        List<AdjointStep> out = block(list);
        counts = before;
        return out;
    }

    // ---- loops ---------------------------------------------------------------------------------------------------

    /** Puts the loop into an earlier one, and before that what the loop needs of the steps between them; false when there is none that fits. */
    private boolean join(AdjointStep.Loop l, List<AdjointStep> out) {
        List<AdjointStep> needed = new ArrayList<>();
        for (int k = out.size() - 1; k >= 0; k--) {
            AdjointStep s = out.get(k);
            AdjointUses u = uses(s);
            boolean bound = needed.stream().anyMatch(n -> uses(n).bind(u));
            if (!bound && s instanceof AdjointStep.Loop m && m.each && counts.same(m.limit, l.limit) && aligned(m, l)) {
                List<AdjointStep> body = new ArrayList<>(m.body);
                UnaryOperator<Expression> rename = e -> Terms.substitute(e, Map.of(l.variable, Terms.name(m.variable)));
                body.addAll(AdjointStep.map(l.body, rename));
                out.removeAll(needed);
                out.set(k, m.with(body));
                out.addAll(k, needed);
                return true;
            }
            if (bound || uses(l).bind(u)) needed.add(0, s);
        }
        return false;
    }

    private AdjointUses uses(AdjointStep s) {
        return uses.computeIfAbsent(s, x -> new AdjointUses(arrays, x));
    }

    /** Whether each iteration of the second loop may come right after the same one of the first: both use the same element of what they share. */
    private boolean aligned(AdjointStep.Loop first, AdjointStep.Loop second) {
        Set<String> shared = uses(first).between(uses(second));
        return shared != null && shared.stream().allMatch(v -> arrays.getOrDefault(v, false) && isByElement(v, first) && isByElement(v, second));
    }

    private boolean isByElement(String array, AdjointStep.Loop l) {
        boolean[] only = {true};
        AdjointStep.map(l.body, e -> {
            only[0] &= isByElement(array, l.variable, e);
            return e;
        });
        return only[0];
    }

    private static boolean isByElement(String array, String counter, Expression e) {
        if (e instanceof Name n) return !n.id().equals(array);
        if (e instanceof Paren p && ((Name) p.target()).id().equals(array)) return AdjointContraction.isAt(p, counter);
        return Terms.parts(e).stream().allMatch(x -> isByElement(array, counter, x));
    }
}
