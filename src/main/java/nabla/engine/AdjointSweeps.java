package nabla.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Writes the program that computes a value and its gradient: the forward sweep is the program itself, putting on a stack what it
 * overwrites and which way it goes; the reverse sweep runs it backwards, taking from the stack and handing derivatives on.
 */
final class AdjointSweeps {
    /** How much room the stack gets at first: a parameter of the program; and how much it needed: its last result. */
    static final String ROOM = "#room";

    static final String USED = "#used";

    /** The value, which the reverse sweep does not touch. */
    static final String VALUE = "#value";

    private static final String STACK = "#stack";
    private static final String TOP = "#top";
    private static final String ARRAYS = "#arrays";
    private static final String ARRAYS_TOP = "#arraysTop";
    private static final String KEPT = "#kept ";

    private final AdjointActivity activity;
    /** The ways taken that a break skips recording, innermost first; one list for each loop around. */
    private final Deque<Deque<Integer>> ways = new ArrayDeque<>(List.of(new ArrayDeque<>()));
    /** Recomputed variables that the reverse sweep reads. */
    private final Set<String> wanted = new HashSet<>();
    private int loops;
    private final boolean tiny;
    private boolean pushes;
    private boolean pushesArrays;
    /** How many loops there are around. */
    private int depth;
    /** The arrays that hold for each iteration what a step sets or overwrites. */
    private final Map<AdjointStep, String> files = new IdentityHashMap<>();
    /** The counter of the innermost loop around. */
    private String counter;

    /** @param tiny whether arrays are so small that each of their elements is better kept by itself */
    AdjointSweeps(AdjointActivity activity, boolean tiny) {
        this.activity = activity;
        this.tiny = tiny;
    }

    /** The statements that set {@link #VALUE}, the derivative of the result by the input, and {@link #USED}. */
    List<Statement> write(List<AdjointStep> steps, String result) {
        want(steps);
        List<Statement> out = new ArrayList<>();
        out.add(Terms.set(TOP, Terms.number(0)));
        Set<String> undefined = new HashSet<>();
        saved(steps, undefined);
        made(steps, false, undefined);
        for (String v : undefined) {
            out.add(Terms.set(v, activity.isArray(v) ? Terms.of("zeros", Terms.number(0), Terms.number(0)) : Terms.name("NaN")));
        }
        int start = out.size();
        forward(steps, out);
        if (pushesArrays) {
            out.add(start, Terms.set(ARRAYS, new CellArray(Terms.AT, List.of())));
            out.add(start, Terms.set(ARRAYS_TOP, Terms.number(0)));
        }
        for (String file : files.values()) out.add(start, Terms.set(file, Terms.of("zeros", Terms.number(0), Terms.number(0))));
        if (pushes) out.add(start, Terms.set(STACK, Terms.of("zeros", Terms.number(1), Terms.name(ROOM))));
        out.add(Terms.set(VALUE, Terms.name(result)));
        out.add(Terms.set(USED, Terms.name(TOP)));
        Set<String> local = new HashSet<>();
        AdjointStep.assignments(steps, a -> {
            if (a.local) local.add(a.variable());
        });
        for (String v : activity.variables()) {
            if (local.contains(v)) continue;
            Expression none = activity.isArray(v) ? Terms.of("zeros", Terms.of("size", Terms.name(v))) : Terms.number(0);
            out.add(Terms.set(AdjointPullback.derivative(v), none));
        }
        if (activity.variables().contains(result)) out.add(Terms.set(AdjointPullback.derivative(result), Terms.number(1)));
        reverse(steps, out);
        return out;
    }

    static boolean isStack(String variable) {
        return variable.equals(STACK) || variable.equals(ARRAYS) || variable.startsWith(KEPT);
    }

    // ---- what is kept for each iteration -------------------------------------------------------------------------

    private boolean isKept(AdjointStep.Assign a) {
        return a.kept && wanted.contains(a.variable());
    }

    /** The place in the present iteration of a loop over elements for what a step sets or overwrites; null where that goes on the stack. */
    private Expression kept(AdjointStep.Assign a) {
        return files.containsKey(a) ? Terms.of(files.get(a), Terms.name(counter)) : null;
    }

    /** Makes the arrays that the iterations of a loop over elements fill. */
    private void keep(AdjointStep.Loop l, List<Statement> out) {
        if (!l.each || isIdle(l) || tiny && depth > 0) return;
        for (AdjointStep s : l.body) {
            boolean scalar = s instanceof AdjointStep.Assign a && !(a.whole() && activity.isArray(a.variable()));
            if (!scalar || !(isKept((AdjointStep.Assign) s) || ((AdjointStep.Assign) s).saved && back((AdjointStep.Assign) s) == null)) continue;
            String file = KEPT + files.size();
            files.put(s, file);
            out.add(Terms.set(file, Terms.of("zeros", Terms.number(1), l.limit)));
        }
    }

    /** Puts the arrays of a loop that may run again on the stack of arrays. */
    private void file(AdjointStep.Loop l, List<Statement> out) {
        for (AdjointStep s : l.body) if (depth > 0 && files.containsKey(s)) pushArray(Terms.name(files.get(s)), out);
    }

    private void unfile(AdjointStep.Loop l, List<Statement> out) {
        for (int k = l.body.size() - 1; k >= 0; k--) {
            String file = files.get(l.body.get(k));
            if (depth > 0 && file != null) popArray(Terms.name(file), out);
        }
    }

    // ---- the stack -----------------------------------------------------------------------------------------------

    private void push(Expression value, List<Statement> out) {
        pushes = true;
        out.add(Terms.set(TOP, Terms.binary("+", Terms.name(TOP), Terms.number(1))));
        out.add(Terms.set(Terms.of(STACK, Terms.name(TOP)), value));
    }

    private static void pop(Expression target, List<Statement> out) {
        out.add(Terms.set(target, Terms.of(STACK, Terms.name(TOP))));
        drop(out);
    }

    private static void drop(List<Statement> out) {
        out.add(Terms.set(TOP, Terms.binary("-", Terms.name(TOP), Terms.number(1))));
    }

    private static Expression arrayOnTop() {
        return new Brace(Terms.AT, Terms.name(ARRAYS), List.of(Terms.name(ARRAYS_TOP)));
    }

    /** The step {@code v = v + n} of a whole number by a whole number, which is undone by going back; null for any other. */
    private Expression back(AdjointStep.Assign a) {
        boolean counts = a.whole() && activity.whole(a.target) && activity.whole(a.value) && a.value instanceof Binary b
                && (b.operator().equals("+") || b.operator().equals("-")) && b.left().equals(a.target) && b.right() instanceof Number;
        if (!counts) return null;
        Binary b = (Binary) a.value;
        return Terms.binary(b.operator().equals("+") ? "-" : "+", b.left(), b.right());
    }

    private void save(AdjointStep.Assign a, List<Statement> out) {
        if (back(a) != null) return;
        if (kept(a) != null) {
            out.add(Terms.set(kept(a), a.target));
            return;
        }
        if (!(a.whole() && activity.isArray(a.variable()))) {
            push(a.target, out);
            return;
        }
        pushArray(a.target, out);
    }

    private void pushArray(Expression array, List<Statement> out) {
        pushesArrays = true;
        out.add(Terms.set(ARRAYS_TOP, Terms.binary("+", Terms.name(ARRAYS_TOP), Terms.number(1))));
        out.add(Terms.set(arrayOnTop(), array));
    }

    private static void popArray(Expression target, List<Statement> out) {
        out.add(Terms.set(target, arrayOnTop()));
        out.add(Terms.set(ARRAYS_TOP, Terms.binary("-", Terms.name(ARRAYS_TOP), Terms.number(1))));
    }

    private void restore(AdjointStep.Assign a, List<Statement> out) {
        if (back(a) != null) {
            out.add(Terms.set(a.target, back(a)));
            return;
        }
        if (kept(a) != null) {
            out.add(Terms.set(a.target, kept(a)));
            return;
        }
        if (!(a.whole() && activity.isArray(a.variable()))) {
            pop(a.target, out);
            return;
        }
        popArray(a.target, out);
    }

    /** Arrays with derivatives that are made in loops or branches only, perhaps never. */
    private void made(List<AdjointStep> steps, boolean inside, Set<String> names) {
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Assign a && a.whole() && activity.variables().contains(a.variable()) && activity.isArray(a.variable())) {
                if (inside) names.add(a.variable());
            } else if (s instanceof AdjointStep.Choice c) {
                made(c.yes, true, names);
                made(c.no, true, names);
            } else if (s instanceof AdjointStep.Loop l) made(l.body, true, names);
        }
    }

    /** Variables saved before they may hold anything. */
    private void saved(List<AdjointStep> steps, Set<String> names) {
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Assign a && a.saved && a.whole()) names.add(a.variable());
            else if (s instanceof AdjointStep.Choice c) {
                saved(c.yes, names);
                saved(c.no, names);
            } else if (s instanceof AdjointStep.Loop l) {
                if (l.saved) names.add(l.variable);
                saved(l.body, names);
            }
        }
    }

    // ---- what the reverse sweep has to do ------------------------------------------------------------------------

    /** Finds the recomputed variables in use, the last first. */
    private void want(List<AdjointStep> steps) {
        for (int k = steps.size() - 1; k >= 0; k--) {
            AdjointStep s = steps.get(k);
            if (s instanceof AdjointStep.Assign a) {
                wanted.addAll(a.needs);
                if (a.recomputed && wanted.contains(a.variable())) wanted.addAll(activity.variables(a.value));
                else if (a.saved && a.target instanceof Paren p) p.arguments().forEach(i -> wanted.addAll(activity.variables(i)));
            } else if (s instanceof AdjointStep.Choice c) {
                want(c.yes);
                want(c.no);
                if (!c.recorded) wanted.addAll(activity.variables(c.condition));
            } else if (s instanceof AdjointStep.Loop l) {
                want(l.body);
                l.range().forEach(e -> wanted.addAll(activity.variables(e)));
            }
        }
    }

    private boolean isIdle(AdjointStep s) {
        if (s instanceof AdjointStep.Assign a) return !a.saved && a.adjoint.isEmpty();
        if (s instanceof AdjointStep.Choice c) return c.yes.stream().allMatch(this::isIdle) && c.no.stream().allMatch(this::isIdle);
        return !(s instanceof AdjointStep.Loop l) || !l.saved && l.body.stream().allMatch(this::isIdle);
    }

    // ---- forward -------------------------------------------------------------------------------------------------

    private void forward(List<AdjointStep> steps, List<Statement> out) {
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Assign a) {
                if (a.saved) save(a, out);
                out.add(Terms.set(a.target, a.value));
                if (isKept(a) && kept(a) != null) out.add(Terms.set(kept(a), a.target));
            } else if (s instanceof AdjointStep.Choice c) forward(c, out);
            else if (s instanceof AdjointStep.Loop l) forward(l, out);
            else if (s instanceof AdjointStep.Raise r) out.add(raise(((Evaluate) r.call).expression()));
            else {
                for (int way : ways.peek()) push(Terms.number(way), out);
                out.add(new Break(Terms.AT));
            }
        }
    }

    /** A call of error as an assignment to nothing: there is no {@code ans}, which might hold anything. */
    private static Statement raise(Expression call) {
        return new Evaluate(Terms.AT, new Assign(Terms.AT, List.of(new Ignored(Terms.AT)), true, "=", call), false);
    }

    private void forward(AdjointStep.Choice c, List<Statement> out) {
        boolean recorded = c.recorded && !isIdle(c);
        out.add(Terms.choose(c.condition, way(c.yes, recorded ? 1 : -1), way(c.no, recorded ? 0 : -1)));
    }

    /** One way of a choice, recorded when not negative. */
    private List<Statement> way(List<AdjointStep> steps, int number) {
        List<Statement> out = new ArrayList<>();
        if (number >= 0) ways.peek().push(number);
        forward(steps, out);
        if (number >= 0) {
            ways.peek().pop();
            if (out.isEmpty() || !(out.get(out.size() - 1) instanceof Break)) push(Terms.number(number), out);
        }
        return out;
    }

    private void forward(AdjointStep.Loop l, List<Statement> out) {
        if (l.saved) push(Terms.name(l.variable), out);
        keep(l, out);
        boolean counted = l.counted && !isIdle(l);
        String count = "#count" + ++loops;
        List<Statement> body = new ArrayList<>();
        if (counted) {
            out.add(Terms.set(count, Terms.number(0)));
            body.add(Terms.set(count, Terms.binary("+", Terms.name(count), Terms.number(1))));
        }
        ways.push(new ArrayDeque<>());
        String around = counter;
        counter = l.variable;
        depth++;
        forward(l.body, body);
        depth--;
        counter = around;
        ways.pop();
        out.add(
                l.variable == null
                        ? new While(Terms.AT, l.condition, body)
                        : Terms.loop(l.variable, l.base, l.step, l.limit, body));
        file(l, out);
        if (counted) push(Terms.name(count), out);
    }

    // ---- reverse -------------------------------------------------------------------------------------------------

    private void reverse(List<AdjointStep> steps, List<Statement> out) {
        List<Statement> block = new ArrayList<>();
        for (AdjointStep s : steps) {
            if (!(s instanceof AdjointStep.Assign a)) continue;
            if (a.local && !a.adjoint.isEmpty()) block.add(nothing(a));
            if (isKept(a)) block.add(Terms.set(a.target, kept(a)));
            else if (a.recomputed && wanted.contains(a.variable())) block.add(Terms.set(a.target, a.value));
        }
        for (int k = steps.size() - 1; k >= 0; k--) {
            AdjointStep s = steps.get(k);
            if (isIdle(s)) continue;
            if (s instanceof AdjointStep.Assign a) {
                if (a.saved && !a.readsResult) restore(a, block);
                // a local derivative begins at 0 each time instead of ending there
                block.addAll(a.local && !a.adjoint.isEmpty() ? a.adjoint.subList(0, a.adjoint.size() - 1) : a.adjoint);
                if (a.saved && a.readsResult) restore(a, block);
            } else if (s instanceof AdjointStep.Choice c) reverse(c, block);
            else reverse((AdjointStep.Loop) s, block);
        }
        out.addAll(begun(block));
    }

    /** The statements with {@code v = 0} left out where {@code v = v + e} is the next that mentions v, which then sets it. */
    private static List<Statement> begun(List<Statement> block) {
        List<Statement> out = new ArrayList<>();
        Map<String, Statement> zero = new HashMap<>();
        Set<Statement> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Statement s : block) {
            Assign a = s instanceof Evaluate e && e.expression() instanceof Assign x && x.targets().get(0) instanceof Name ? x : null;
            String v = a == null ? null : ((Name) a.targets().get(0)).id();
            Statement t = s;
            if (a != null && Terms.isNumber(a.value(), 0)) zero.put(v, s);
            else {
                Expression first = a != null && zero.containsKey(v) ? first(v, a.value()) : null;
                if (first != null) {
                    dropped.add(zero.get(v));
                    t = Terms.set(v, first);
                }
                zero.keySet().removeAll(Names.of(List.of(s)).used);
            }
            out.add(t);
        }
        out.removeIf(dropped::contains);
        return out;
    }

    /** What e of {@code v + e} or {@code v - e} is when v is 0; null for anything else. */
    private static Expression first(String v, Expression value) {
        if (!(value instanceof Binary b && b.left().equals(Terms.name(v))) || Terms.names(b.right()).contains(v)) return null;
        return b.operator().equals("+") ? b.right() : b.operator().equals("-") ? Terms.negate(b.right()) : null;
    }

    /** A local variable's derivative is 0 when its block begins. */
    private static Statement nothing(AdjointStep.Assign a) {
        return Terms.set(AdjointPullback.derivative(a.variable()), Terms.number(0));
    }

    private void reverse(AdjointStep.Choice c, List<Statement> out) {
        Expression condition = c.condition;
        if (c.recorded) {
            drop(out);
            Expression taken = Terms.of(STACK, Terms.binary("+", Terms.name(TOP), Terms.number(1)));
            condition = new Binary(Terms.AT, ">", taken, Terms.number(0));
        }
        List<Statement> yes = new ArrayList<>();
        List<Statement> no = new ArrayList<>();
        reverse(c.yes, yes);
        reverse(c.no, no);
        out.add(Terms.choose(condition, yes, no));
    }

    private void reverse(AdjointStep.Loop l, List<Statement> out) {
        List<Statement> body = new ArrayList<>();
        String around = counter;
        counter = l.variable;
        unfile(l, out);
        depth++;
        if (!l.counted) {
            reverse(l.body, body);
            out.add(Terms.loop(l.variable, last(l), Terms.negate(l.step), l.base, body));
        } else {
            String count = "#count" + ++loops;
            String k = "#k" + loops;
            pop(Terms.name(count), out);
            if (l.variable != null) {
                Expression passed = Terms.binary("-", Terms.name(k), Terms.number(1));
                body.add(Terms.set(l.variable, Terms.binary("+", l.base, Terms.times(passed, l.step))));
            }
            reverse(l.body, body);
            out.add(Terms.loop(k, Terms.name(count), Terms.number(-1), Terms.number(1), body));
        }
        depth--;
        counter = around;
        if (l.saved) pop(Terms.name(l.variable), out);
    }

    /** The last value of a range of whole numbers. */
    private static Expression last(AdjointStep.Loop l) {
        double step = ((Number) l.step).value();
        if (Math.abs(step) == 1) return l.limit;
        Expression steps = Terms.of("floor", Terms.binary("/", Terms.binary("-", l.limit, l.base), l.step));
        return Terms.binary("+", l.base, Terms.times(l.step, steps));
    }
}
