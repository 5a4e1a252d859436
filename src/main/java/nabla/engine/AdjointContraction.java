package nabla.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/** Makes scalars of arrays of which one loop only uses elements, and each of its iterations one element, which it writes first. */
final class AdjointContraction {
    private final Map<String, Boolean> arrays;
    private final Set<String> growing;
    /** How arrays are made that are assigned whole once: with these zeros. */
    private final Map<String, Paren> zeros = new HashMap<>();
    /** Arrays that have to stay. */
    private final Set<String> kept = new HashSet<>();
    /** The counter of the loop that uses an array. */
    private final Map<String, String> users = new HashMap<>();
    /** Arrays whose element in hand has been written, for each loop around. */
    private final Deque<Set<String>> written = new ArrayDeque<>();

    /**
     * @param arrays every variable, and whether it holds an array; arrays that become scalars are noted there
     * @param growing the arrays that grow
     */
    AdjointContraction(Map<String, Boolean> arrays, Set<String> growing) {
        this.arrays = arrays;
        this.growing = growing;
    }

    /** Whether an element is the one that the counter of a loop is at. */
    static boolean isAt(Paren element, String counter) {
        return element.arguments().size() == 1 && element.arguments().get(0) instanceof Name n && n.id().equals(counter);
    }

    /** The program without the arrays that need not be. */
    List<AdjointStep> contract(List<AdjointStep> steps) {
        survey(steps, null, true);
        Set<String> gone = new HashSet<>(zeros.keySet());
        gone.removeAll(kept);
        gone.removeAll(growing);
        gone.removeIf(v -> !users.containsKey(v));
        if (gone.isEmpty()) return steps;
        for (String v : gone) arrays.put(v, false);
        return AdjointStep.map(without(steps, gone), e -> scalar(e, gone));
    }

    // ---- which ---------------------------------------------------------------------------------------------------

    /**
     * @param counter of the loop over elements around, or null
     * @param certain whether every iteration comes here
     */
    private void survey(List<AdjointStep> steps, String counter, boolean certain) {
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Assign a) assign(a, counter, certain);
            else if (s instanceof AdjointStep.Choice c) {
                read(c.condition, counter);
                survey(c.yes, counter, false);
                survey(c.no, counter, false);
            } else if (s instanceof AdjointStep.Raise r) read(((Evaluate) r.call).expression(), counter);
            else if (s instanceof AdjointStep.Loop l) {
                l.range().forEach(e -> read(e, counter));
                if (l.condition != null) read(l.condition, counter);
                boolean outermost = l.each && counter == null;
                if (outermost) written.push(new HashSet<>());
                survey(l.body, outermost ? l.variable : counter, outermost);
                if (outermost) written.pop();
            }
        }
    }

    private void assign(AdjointStep.Assign a, String counter, boolean certain) {
        read(a.value, counter);
        String v = a.variable();
        if (!arrays.get(v)) return;
        if (a.target instanceof Paren p) {
            p.arguments().forEach(i -> read(i, counter));
            if (certain && counter != null && isAt(p, counter)) written.peek().add(v);
            element(p, counter);
        } else if (!isZeros(a.value) || zeros.put(v, (Paren) a.value) != null) kept.add(v);
    }

    private static boolean isZeros(Expression e) {
        if (!(e instanceof Paren p && ((Name) p.target()).id().equals("zeros"))) return false;
        List<Expression> n = p.arguments();
        boolean vector = n.size() == 2 && (Terms.isNumber(n.get(0), 1) || Terms.isNumber(n.get(1), 1));
        return vector || n.size() == 1 && AdjointUses.measured(n.get(0)) instanceof Name;
    }

    private void element(Paren p, String counter) {
        String v = ((Name) p.target()).id();
        boolean inHand = counter != null && isAt(p, counter) && written.peek().contains(v);
        if (!inHand || !users.computeIfAbsent(v, x -> counter).equals(counter)) kept.add(v);
    }

    private void read(Expression e, String counter) {
        if (e instanceof Name n) kept.add(n.id());
        else if (AdjointUses.measured(e) instanceof Name n) {
            List<Expression> more = ((Paren) e).arguments();
            if (more.size() > 1 && !(more.get(1) instanceof Number)) kept.add(n.id());
            more.stream().skip(1).forEach(x -> read(x, counter));
        } else {
            if (e instanceof Paren p && arrays.getOrDefault(((Name) p.target()).id(), false)) element(p, counter);
            Terms.parts(e).forEach(x -> read(x, counter));
        }
    }

    // ---- without them --------------------------------------------------------------------------------------------

    private static List<AdjointStep> without(List<AdjointStep> steps, Set<String> gone) {
        List<AdjointStep> out = new ArrayList<>();
        for (AdjointStep s : steps) {
            if (s instanceof AdjointStep.Assign a && a.whole() && gone.contains(a.variable())) continue;
            if (s instanceof AdjointStep.Choice c) out.add(new AdjointStep.Choice(c.condition, without(c.yes, gone), without(c.no, gone)));
            else if (s instanceof AdjointStep.Loop l && !l.each) out.add(l.with(without(l.body, gone)));
            else out.add(s);
        }
        return out;
    }

    private Expression scalar(Expression e, Set<String> gone) {
        if (AdjointUses.measured(e) instanceof Name n && gone.contains(n.id())) return scalar(size(((Name) ((Paren) e).target()).id(), (Paren) e, zeros.get(n.id())), gone);
        if (isZeros(e) && ((Paren) e).arguments().size() == 1) {
            Name n = (Name) AdjointUses.measured(((Paren) e).arguments().get(0));
            return gone.contains(n.id()) ? scalar(zeros.get(n.id()), gone) : e;
        }
        if (e instanceof Paren p && gone.contains(((Name) p.target()).id())) return p.target();
        return Terms.map(e, x -> scalar(x, gone));
    }

    /** A size of zeros(m, n), one of them 1, or of zeros(size(x)). */
    private static Expression size(String function, Paren asked, Paren zeros) {
        List<Expression> n = zeros.arguments();
        if (n.size() == 1) {
            List<Expression> arguments = new ArrayList<>(asked.arguments());
            arguments.set(0, AdjointUses.measured(n.get(0)));
            return Terms.of(function, arguments);
        }
        return switch (function) {
            case "rows" -> n.get(0);
            case "columns" -> n.get(1);
            case "size" -> ((Number) asked.arguments().get(1)).value() > 2 ? Terms.number(1) : n.get((int) ((Number) asked.arguments().get(1)).value() - 1);
            default -> Terms.isNumber(n.get(0), 1) ? n.get(1) : n.get(0);
        };
    }
}
