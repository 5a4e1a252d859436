package nabla.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Decides what goes on the stack in the forward sweep: a value that is overwritten is saved only when the reverse sweep of what came
 * before reads it; a cheap variable of one block is computed again instead; a condition on what never changes is tested again.
 */
final class AdjointSaving {
    /** Functions cheaper than a visit to the stack. */
    private static final Set<String> CHEAP = Set.of("abs", "sign", "max", "min", "floor", "ceil", "round", "fix", "sqrt", "mod", "rem");

    private final AdjointActivity activity;
    /** How often each variable is assigned in the text. */
    private final Map<String, Integer> assignments = new HashMap<>();
    /** Variables assigned inside a loop. */
    private final Set<String> varying = new HashSet<>();
    /** Variables that the reverse sweep computes again, or that are kept. */
    private final Set<String> recomputed = new HashSet<>();
    /** How often each variable is read in the text. */
    private final Map<String, Integer> reads = new HashMap<>();

    private final boolean tiny;

    /** @param tiny whether arrays are so small that each of their elements is better kept by itself */
    AdjointSaving(AdjointActivity activity, boolean tiny) {
        this.activity = activity;
        this.tiny = tiny;
    }

    /** Marks the steps of a program whose result is {@code result}. */
    void decide(List<AdjointStep> steps, String result) {
        reads.merge(result, 1, Integer::sum);
        survey(steps, false);
        recompute(steps, false, false);
        record(steps, new HashSet<>());
        through(steps, new HashSet<>());
    }

    // ---- survey --------------------------------------------------------------------------------------------------

    private void survey(List<AdjointStep> steps, boolean inLoop) {
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Assign a) {
                assigned(a.variable(), inLoop);
                read(a.value);
                if (!a.whole()) read(a.target);
            } else if (s instanceof AdjointStep.Choice c) {
                read(c.condition);
                survey(c.yes, inLoop);
                survey(c.no, inLoop);
            } else if (s instanceof AdjointStep.Loop l) {
                if (l.variable != null) assigned(l.variable, inLoop);
                l.range().forEach(this::read);
                if (l.condition != null) read(l.condition);
                survey(l.body, true);
            }
        }
    }

    private void assigned(String name, boolean inLoop) {
        assignments.merge(name, 1, Integer::sum);
        if (inLoop) varying.add(name);
    }

    private void read(Expression e) {
        for (String n : activity.variables(e)) reads.merge(n, 1, Integer::sum);
    }

    // ---- what is computed or tested again ------------------------------------------------------------------------

    /**
     * Finds the variables that a block assigns once and that no one reads elsewhere: cheap ones are computed again where that is from what
     * the block does not change afterwards.
     *
     * @param inLoop whether there is a loop around
     * @param each whether the block is an iteration of a loop over elements, what it computes being kept in arrays
     */
    private void recompute(List<AdjointStep> block, boolean inLoop, boolean each) {
        for (int k = 0; k < block.size(); k++) {
            AdjointStep s = block.get(k);
            if (s instanceof AdjointStep.Choice c) {
                recompute(c.yes, inLoop, false);
                recompute(c.no, inLoop, false);
            } else if (s instanceof AdjointStep.Loop l) recompute(l.body, true, l.each && !(tiny && inLoop));
            else if (s instanceof AdjointStep.Assign a && a.whole() && !activity.isArray(a.variable()) && assignments.get(a.variable()) == 1) {
                recompute(a, block.subList(k + 1, block.size()), each);
            }
        }
    }

    private void recompute(AdjointStep.Assign a, List<AdjointStep> rest, boolean each) {
        String v = a.variable();
        AdjointSaving counting = new AdjointSaving(activity, tiny);
        counting.survey(rest, false);
        a.local = counting.reads.getOrDefault(v, 0).equals(reads.getOrDefault(v, 0));
        if (!a.local) return;
        Set<String> used = activity.variables(a.value);
        used.retainAll(counting.assignments.keySet());
        a.recomputed = used.isEmpty() && cheap(a.value);
        a.kept = each && !a.recomputed;
        if (a.recomputed || a.kept) recomputed.add(v);
    }

    private boolean cheap(Expression e) {
        if (e instanceof Binary b && b.operator().equals("^") && !Constants.smallInteger(b.right())) return false;
        if (e instanceof Paren p) {
            String f = ((Name) p.target()).id();
            if (!activity.isArray(f) && !CHEAP.contains(f) && !AdjointExpressions.SHAPES.contains(f)) return false;
            if (AdjointExpressions.SHAPES.contains(f) && activity.isResized(((Name) p.arguments().get(0)).id())) return false;
        }
        return Terms.parts(e).stream().allMatch(this::cheap);
    }

    /** Settles which choices are recorded, given the loop variables around. */
    private void record(List<AdjointStep> steps, Set<String> around) {
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Choice c) {
                c.recorded = !activity.variables(c.condition).stream().allMatch(v -> isStable(v, around)) || !cheap(c.condition);
                record(c.yes, around);
                record(c.no, around);
            } else if (s instanceof AdjointStep.Loop l) {
                l.counted = l.variable == null || AdjointStep.leaves(l.body) || !isCountable(l);
                Set<String> inside = new HashSet<>(around);
                if (l.variable != null) inside.add(l.variable);
                record(l.body, inside);
            }
        }
    }

    /** Whether a variable has, when the reverse sweep comes to a place, the value it had there before. */
    private boolean isStable(String v, Set<String> around) {
        if (around.contains(v) || recomputed.contains(v)) return true;
        int n = assignments.getOrDefault(v, 0);
        return n == 0 || n == 1 && !varying.contains(v) && !activity.isArray(v);
    }

    /** Whether the last value of a range is found without counting. */
    private boolean isCountable(AdjointStep.Loop l) {
        return l.step instanceof Number n && n.value() != 0 && activity.whole(l.base) && activity.whole(l.step) && activity.whole(l.limit);
    }

    // ---- what is saved -------------------------------------------------------------------------------------------

    /** Follows the program forward; {@code needed} holds the variables whose present values the reverse sweep reads. */
    private void through(List<AdjointStep> steps, Set<String> needed) {
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Assign a) through(a, needed);
            else if (s instanceof AdjointStep.Choice c) {
                Set<String> other = new HashSet<>(needed);
                through(c.yes, needed);
                through(c.no, other);
                needed.addAll(other);
            } else if (s instanceof AdjointStep.Loop l) through(l, needed);
        }
    }

    private void through(AdjointStep.Assign a, Set<String> needed) {
        Set<String> needs = new HashSet<>(a.recomputed ? activity.variables(a.value) : a.needs);
        if (a.recomputed) {
            needs.removeAll(recomputed);
            needed.addAll(needs);
            return;
        }
        String v = a.variable();
        if (!a.grows && !a.kept && (needed.contains(v) || needs.contains(v) && !a.readsResult)) a.saved = true;
        if (a.saved && a.target instanceof Paren p) p.arguments().forEach(i -> needs.addAll(activity.variables(i)));
        needs.removeAll(recomputed);
        if (a.whole()) {
            needed.remove(v);
            if (!a.readsResult) needs.remove(v);
        }
        needed.addAll(needs);
    }

    private void through(AdjointStep.Loop l, Set<String> needed) {
        if (l.variable != null && needed.remove(l.variable)) l.saved = true;
        for (Expression e : l.range()) needed.addAll(activity.variables(e));
        needed.removeAll(recomputed);
        int before;
        do {
            before = needed.size();
            Set<String> after = new HashSet<>(needed);
            through(l.body, after);
            needed.addAll(after);
            needed.remove(l.variable);
        } while (needed.size() > before);
    }
}
