package nabla.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Finds the loops of a generated program whose iterations do not depend on each other, so that they can be done in any order and on
 * several cores: each writes elements of arrays that no other one uses, numbers that it sets before it reads them and that nobody reads
 * afterwards, and sums to which it adds.
 */
final class Independence {
    /**
     * What such a loop needs.
     *
     * @param reads the variables it reads but does not set, arrays that it writes among them
     * @param writes the arrays of which it writes elements
     * @param sums the numbers to which it adds
     * @param own the numbers that each iteration sets for itself
     */
    record Iterations(Set<String> reads, Set<String> writes, Set<String> sums, Set<String> own) {}

    private final Compiler unit;
    private final Map<For, Iterations> found = new IdentityHashMap<>();
    /** What is read after each loop around, innermost first. */
    private final Deque<Set<String>> afterLoops = new ArrayDeque<>();

    private Independence(Compiler unit) {
        this.unit = unit;
    }

    /** The independent loops of a function's body, for which the unit has declared its variables. */
    static Map<For, Iterations> of(List<Statement> body, Set<String> results, Compiler unit) {
        Independence d = new Independence(unit);
        d.before(body, results);
        return d.found;
    }

    // ---- what is read later --------------------------------------------------------------------------------------

    /** The variables whose values matter before the statements, given those that matter after them. */
    private Set<String> before(List<Statement> list, Set<String> after) {
        Set<String> live = new HashSet<>(after);
        for (int k = list.size() - 1; k >= 0; k--) live = before(list.get(k), live);
        return live;
    }

    private Set<String> before(Statement s, Set<String> after) {
        Set<String> live = new HashSet<>(after);
        if (s instanceof Evaluate e && e.expression() instanceof Assign a && a.targets().get(0) instanceof Name n) {
            live.remove(n.id());
            live.addAll(Names.of(a.value()).used);
        } else if (s instanceof If i) {
            live = before(i.otherwise(), after);
            for (Branch b : i.branches()) {
                live.addAll(before(b.body(), after));
                live.addAll(Names.of(b.condition()).used);
            }
        } else if (s instanceof For f) {
            Set<String> inside = around(f.body(), after);
            if (f.target() instanceof Name n) inside.remove(n.id());
            live.addAll(inside);
            live.addAll(Names.of(f.values()).used);
            Iterations i = new Check(f).iterations(after);
            if (i == null) found.remove(f);
            else found.put(f, i);
        } else if (s instanceof While w) {
            live.addAll(Names.of(w.condition()).used);
            live.addAll(around(w.body(), live));
        } else if (s instanceof Break) live = new HashSet<>(afterLoops.peek());
        else live.addAll(Names.of(List.of(s)).used);
        return live;
    }

    /** What matters before an iteration. */
    private Set<String> around(List<Statement> body, Set<String> after) {
        afterLoops.push(after);
        Set<String> live = new HashSet<>(after);
        while (live.addAll(before(body, live))) {}
        afterLoops.pop();
        return live;
    }

    // ---- one loop ------------------------------------------------------------------------------------------------

    /** Looks at a loop; anything unexpected makes it dependent. */
    private final class Check {
        private final For loop;
        private final Set<String> assigned;
        private final Set<String> reads = new LinkedHashSet<>();
        private final Set<String> own = new LinkedHashSet<>();
        private final Set<String> sums = new LinkedHashSet<>();
        private final Set<String> writes = new LinkedHashSet<>();
        private final Map<String, List<List<Expression>>> elements = new HashMap<>();
        private boolean fits = true;

        Check(For loop) {
            this.loop = loop;
            assigned = Names.of(loop.body()).assigned;
        }

        /** @param after the variables read when the loop is over */
        Iterations iterations(Set<String> after) {
            fits = loop.target() instanceof Name && loop.values() instanceof Range r && Counters.isWholeStep(r) && new Size().of(loop.body()) <= Size.TYPED_METHOD;
            if (!fits) return null;
            fits &= !assigned.contains(counter());
            own.add(counter());
            body(loop.body(), new HashSet<>(own));
            fits &= own.stream().noneMatch(after::contains) && sums.stream().noneMatch(v -> own.contains(v) || reads.contains(v));
            fits &= writes.stream().allMatch(this::isApart);
            return fits ? new Iterations(reads, writes, sums, own) : null;
        }

        private String counter() {
            return ((Name) loop.target()).id();
        }

        private void body(List<Statement> list, Set<String> set) {
            for (Statement s : list) {
                if (s instanceof Evaluate e && e.expression() instanceof Assign a && !a.bracketed() && a.operator().equals("=")) assign(a, set);
                else if (s instanceof If i && i.branches().size() == 1) {
                    read(i.branches().get(0).condition(), set);
                    Set<String> yes = new HashSet<>(set);
                    Set<String> no = new HashSet<>(set);
                    body(i.branches().get(0).body(), yes);
                    body(i.otherwise(), no);
                    yes.retainAll(no);
                    set.addAll(yes);
                } else fits = false;
            }
        }

        private void assign(Assign a, Set<String> set) {
            Expression target = a.targets().get(0);
            if (target instanceof Paren p && p.target() instanceof Name n) {
                read(a.value(), set);
                element(n.id(), p.arguments(), set);
                writes.add(n.id());
                return;
            }
            if (!(target instanceof Name n)) {
                fits = false;
                return;
            }
            String v = n.id();
            fits &= kind(v) == Operand.Kind.SCALAR;
            if (adds(v, a.value()) && !set.contains(v)) {
                sums.add(v);
                read(((Binary) a.value()).right(), set);
            } else {
                read(a.value(), set);
                own.add(v);
                set.add(v);
            }
        }

        private boolean adds(String v, Expression value) {
            return value instanceof Binary b && (b.operator().equals("+") || b.operator().equals("-"))
                    && b.left() instanceof Name n && n.id().equals(v) && !Names.of(b.right()).used.contains(v);
        }

        private Operand.Kind kind(String variable) {
            Operand.Pair p = unit.variables.get(variable);
            return p == null ? null : p.kind();
        }

        /** @param set the numbers that the iteration has set so far */
        private void read(Expression e, Set<String> set) {
            if (e instanceof Name n && kind(n.id()) == Operand.Kind.SCALAR) {
                if (set.contains(n.id())) return;
                fits &= !assigned.contains(n.id()) || sums.contains(n.id());
                reads.add(n.id());
            } else if (e instanceof Paren p && p.target() instanceof Name n) call(n.id(), p.arguments(), set);
            else if (e instanceof Binary || e instanceof Prefix || e instanceof Group || e instanceof ShortCircuit) {
                for (Expression part : Children.of(e)) read(part, set);
            } else fits &= e instanceof Number || e instanceof Name n && kind(n.id()) == null && unit.meanings.mapsScalars(n.id());
        }

        private void call(String name, List<Expression> arguments, Set<String> set) {
            if (kind(name) != null) {
                element(name, arguments, set);
                return;
            }
            boolean shape = Kinds.isShape(name, arguments.size()) && unit.meanings.isLibrary(name) && arguments.get(0) instanceof Name;
            fits &= shape || unit.meanings.mapsScalars(name);
            if (shape) reads.add(((Name) arguments.get(0)).id());
            for (Expression a : arguments.subList(shape ? 1 : 0, arguments.size())) read(a, set);
        }

        private void element(String array, List<Expression> indices, Set<String> set) {
            fits &= kind(array) == Operand.Kind.REAL && (indices.size() == 1 || indices.size() == 2);
            reads.add(array);
            elements.computeIfAbsent(array, x -> new ArrayList<>()).add(indices);
            for (Expression i : indices) read(i, set);
        }

        // ---- which elements --------------------------------------------------------------------------------------

        /** Whether no two iterations use the same element of the array: one index is the same everywhere and moves with the counter. */
        private boolean isApart(String array) {
            List<List<Expression>> all = elements.get(array);
            List<Expression> first = all.get(0);
            for (int d = 0; d < first.size(); d++) {
                int place = d;
                double slope = slope(first.get(d));
                boolean same = all.stream().allMatch(i -> i.size() == first.size() && i.get(place).equals(first.get(place)));
                if (same && slope != 0 && !Double.isNaN(slope)) return true;
            }
            return false;
        }

        /** By how much an index grows with the counter; NaN where that is not known. */
        private double slope(Expression e) {
            if (e instanceof Name n && n.id().equals(counter())) return 1;
            if (e instanceof Number || e instanceof Name n && !assigned.contains(n.id())) return 0;
            if (e instanceof Group g) return slope(g.inner());
            if (!(e instanceof Binary b)) return Double.NaN;
            return switch (b.operator()) {
                case "+" -> slope(b.left()) + slope(b.right());
                case "-" -> slope(b.left()) - slope(b.right());
                case "*" -> b.right() instanceof Number n ? slope(b.left()) * n.value() : b.left() instanceof Number n ? slope(b.right()) * n.value() : Double.NaN;
                default -> Double.NaN;
            };
        }
    }
}
