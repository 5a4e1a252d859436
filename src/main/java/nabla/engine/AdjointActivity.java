package nabla.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.engine.AdjointMeaning.Outside;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Which variables carry derivatives: those that the input changes smoothly and that the result depends on. And which scalars are
 * whole numbers throughout.
 */
final class AdjointActivity {
    private static final Set<String> STEPS = Set.of("floor", "ceil", "round", "fix");
    private static final Set<String> WHOLE = Set.of("mod", "rem", "max", "min", "abs", "sign");
    private static final Set<String> CONSTANT = Set.of("zeros", "ones", "eye", "isnan", "isinf", "isfinite", "xor");

    private final Map<String, Boolean> arrays;
    private final List<AdjointStep> steps;
    private final Set<String> active = new HashSet<>();
    private final Set<String> whole;
    /** Variables that hold differences. */
    private final Set<String> differences = new HashSet<>();
    /** Arrays that may have different sizes at different times. */
    private final Set<String> resized;

    /**
     * @param input the variable to differentiate by
     * @param given parameters that are whole numbers
     * @param growing arrays that grow
     */
    AdjointActivity(
            Map<String, Boolean> arrays, List<AdjointStep> steps, String input, String result, Set<String> given, Set<String> growing) {
        this.arrays = arrays;
        this.steps = steps;
        resized = new HashSet<>(growing);
        resize(steps, false, new HashSet<>());
        active.add(input);
        while (vary(steps)) {}
        Set<String> useful = new HashSet<>(Set.of(result));
        while (use(steps, useful)) {}
        active.retainAll(useful);
        AdjointStep.assignments(steps, a -> {
            if (isMinus(a.value)) differences.add(a.variable());
        });
        whole = new HashSet<>(given);
        AdjointStep.assigned(steps, whole);
        while (narrow(steps)) {}
    }

    boolean isArray(String name) {
        return arrays.getOrDefault(name, false);
    }

    boolean isResized(String name) {
        return resized.contains(name);
    }

    /** Arrays assigned whole in a loop, or more than once. */
    private void resize(List<AdjointStep> list, boolean inLoop, Set<String> made) {
        for (AdjointStep s : list) {
            if (s instanceof AdjointStep.Assign a) {
                if (a.whole() && isArray(a.variable()) && (!made.add(a.variable()) || inLoop)) resized.add(a.variable());
            } else if (s instanceof AdjointStep.Choice c) {
                resize(c.yes, inLoop, made);
                resize(c.no, inLoop, made);
            } else if (s instanceof AdjointStep.Loop l) resize(l.body, true, made);
        }
    }

    boolean isVariable(String name) {
        return arrays.containsKey(name);
    }

    /** The variables that carry derivatives. */
    Set<String> variables() {
        return active;
    }

    /** Whether the expression is a difference that varies, or a variable that holds one. */
    boolean isDifference(Expression e) {
        if (!active(e)) return false;
        return isMinus(e) || e instanceof Name n && differences.contains(n.id()) || e instanceof Paren p && differences.contains(((Name) p.target()).id());
    }

    private static boolean isMinus(Expression e) {
        return e instanceof Binary b && b.operator().equals("-");
    }

    /** Whether the program reads the variable's value. */
    boolean reads(String variable) {
        Set<String> read = new HashSet<>();
        AdjointStep.map(steps, e -> {
            read.addAll(variables(e));
            return e;
        });
        return read.contains(variable);
    }

    /** Whether small changes of the input change the expression's value in proportion. */
    boolean active(Expression e) {
        if (e instanceof Name n) return active.contains(n.id());
        if (e instanceof Prefix p) return !p.operator().equals("!") && active(p.operand());
        if (e instanceof Binary b) return Terms.isArithmetic(b.operator()) && (active(b.left()) || active(b.right()));
        if (e instanceof Transpose t) return active(t.operand());
        if (e instanceof Range r) {
            if (Children.of(r).stream().anyMatch(this::active)) throw new Outside("a range that varies");
            return false;
        }
        if (!(e instanceof Paren p)) return false;
        String name = ((Name) p.target()).id();
        boolean any = p.arguments().stream().anyMatch(this::active);
        if (isArray(name)) {
            if (any) throw new Outside("an index that varies");
            return active.contains(name);
        }
        return any && !CONSTANT.contains(name) && !AdjointExpressions.SHAPES.contains(name);
    }

    private boolean vary(List<AdjointStep> list) {
        boolean changed = false;
        for (AdjointStep s : list) {
            if (s instanceof AdjointStep.Assign a) {
                if (active(a.value)) changed |= active.add(a.variable());
                if (!a.whole()) active(a.target);
            } else if (s instanceof AdjointStep.Choice c) changed |= vary(c.yes) | vary(c.no);
            else if (s instanceof AdjointStep.Loop l) {
                if (l.variable != null && (active(l.base) || active(l.step))) throw new Outside("a range that varies");
                changed |= vary(l.body);
            }
        }
        return changed;
    }

    private boolean use(List<AdjointStep> list, Set<String> useful) {
        boolean changed = false;
        for (AdjointStep s : list) {
            if (s instanceof AdjointStep.Assign a) {
                if (useful.contains(a.variable())) changed |= useful.addAll(variables(a.value));
            } else if (s instanceof AdjointStep.Choice c) changed |= use(c.yes, useful) | use(c.no, useful);
            else if (s instanceof AdjointStep.Loop l) changed |= use(l.body, useful);
        }
        return changed;
    }

    /** The variables whose values an expression reads; arrays of which it asks the size only are none. */
    Set<String> variables(Expression e) {
        Set<String> names = new HashSet<>();
        read(e, names);
        return names;
    }

    private void read(Expression e, Set<String> names) {
        if (e instanceof Name n && isVariable(n.id())) names.add(n.id());
        if (e instanceof Paren p) {
            String name = ((Name) p.target()).id();
            if (isArray(name)) names.add(name);
            boolean shape = AdjointExpressions.SHAPES.contains(name) && !(p.arguments().get(0) instanceof Name n && resized.contains(n.id()));
            for (int k = shape ? 1 : 0; k < p.arguments().size(); k++) read(p.arguments().get(k), names);
        } else for (Expression c : Children.of(e)) read(c, names);
    }

    // ---- whole numbers -------------------------------------------------------------------------------------------

    private boolean narrow(List<AdjointStep> list) {
        boolean changed = false;
        for (AdjointStep s : list) {
            if (s instanceof AdjointStep.Assign a) {
                if (a.whole() && !whole(a.value)) changed |= whole.remove(a.variable());
            } else if (s instanceof AdjointStep.Choice c) changed |= narrow(c.yes) | narrow(c.no);
            else if (s instanceof AdjointStep.Loop l) {
                if (l.variable != null && !(whole(l.base) && whole(l.step))) changed |= whole.remove(l.variable);
                changed |= narrow(l.body);
            }
        }
        return changed;
    }

    /** Whether the expression is certainly a whole number. */
    boolean whole(Expression e) {
        if (e instanceof Number n) return n.value() == Math.rint(n.value()) && !Double.isInfinite(n.value());
        if (e instanceof Name n) return whole.contains(n.id()) && !isArray(n.id());
        if (e instanceof Prefix p) return Conditions.isTruth(p.operand()) || p.operator().equals("-") && whole(p.operand());
        if (e instanceof Binary b) return "+-*".contains(b.operator()) && whole(b.left()) && whole(b.right());
        if (!(e instanceof Paren p)) return false;
        String name = ((Name) p.target()).id();
        if (isArray(name)) return false;
        return STEPS.contains(name)
                || AdjointExpressions.SHAPES.contains(name)
                || WHOLE.contains(name) && p.arguments().stream().allMatch(this::whole);
    }
}
