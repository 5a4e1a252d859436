package nabla.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/** Numbers of elements as linear forms in the sizes of arrays and in other numbers, so that equal ones are known to be equal. */
final class AdjointCounts {
    /** Σ coefficient · number + constant, the numbers by what they are called. */
    private record Linear(Map<String, Double> terms, double constant) {
        Linear plus(Linear o, double factor) {
            Map<String, Double> sum = new TreeMap<>(terms);
            o.terms.forEach((k, v) -> sum.merge(k, factor * v, Double::sum));
            sum.values().removeIf(v -> v == 0);
            return new Linear(sum, constant + factor * o.constant);
        }

        boolean isWhole() {
            if (constant != Math.rint(constant)) return false;
            return terms.entrySet().stream().allMatch(t -> t.getKey().startsWith(WHOLE) && t.getValue() == Math.rint(t.getValue()));
        }

        boolean isNumber(double x) {
            return terms.isEmpty() && constant == x;
        }
    }

    /** How a number is called that is whole for certain; no variable is called so. */
    private static final String WHOLE = "whole ";

    private static final Linear ZERO = new Linear(Map.of(), 0);

    /** Rows and columns; null where they are not known apart from those of the array named. */
    private record Sizes(String like, Linear rows, Linear columns) {}

    private final Map<String, Boolean> arrays;
    /** How often each variable is assigned in the text. */
    private final Map<String, Integer> assignments;
    private final Set<String> growing;
    private final Map<String, Linear> numbers = new HashMap<>();
    private final Map<String, Sizes> sizes = new HashMap<>();
    private final Map<Linear, Linear> equal = new HashMap<>();

    AdjointCounts(Map<String, Boolean> arrays, Map<String, Integer> assignments, Set<String> growing) {
        this.arrays = arrays;
        this.assignments = assignments;
        this.growing = growing;
    }

    /** The same knowledge, to which more can be added apart. */
    AdjointCounts copy() {
        AdjointCounts c = new AdjointCounts(arrays, assignments, growing);
        c.numbers.putAll(numbers);
        c.sizes.putAll(sizes);
        c.equal.putAll(equal);
        return c;
    }

    /** Whether the two numbers that a check compares are known to be equal. */
    boolean holds(AdjointStep.Choice check) {
        Binary b = (Binary) check.condition;
        return same(b.left(), b.right());
    }

    boolean same(Expression a, Expression b) {
        Linear x = known(a);
        return x != null && x.equals(known(b));
    }

    private Linear known(Expression e) {
        Linear x = of(e);
        while (equal.containsKey(x)) x = equal.get(x);
        return x;
    }

    /** Takes notice of a step that control has passed. */
    void note(AdjointStep s) {
        if (s instanceof AdjointStep.Loop l && l.variable != null) variable(l.variable);
        if (s instanceof AdjointStep.Choice c && isCheck(c)) {
            Binary b = (Binary) c.condition;
            Linear x = known(b.left());
            Linear y = known(b.right());
            if (x != null && y != null && !x.equals(y)) equal.put(x, y);
        }
        if (!(s instanceof AdjointStep.Assign a) || !a.whole() || assignments.get(a.variable()) != 1) return;
        if (arrays.get(a.variable())) sizes.put(a.variable(), sizes(a));
        else {
            Linear x = of(a.value);
            if (x != null) numbers.put(a.variable(), x);
            else variable(a.variable());
        }
    }

    /** A number of which nothing is known, but that it does not change any more. */
    void variable(String name) {
        if (assignments.getOrDefault(name, 0) <= 1) numbers.put(name, new Linear(Map.of(name, 1.0), 0));
    }

    /** Whether the step raises an error unless two numbers are equal. */
    static boolean isCheck(AdjointStep.Choice c) {
        return c.condition instanceof Binary b && b.operator().equals("!=") && c.no.isEmpty() && c.yes.size() == 1 && c.yes.get(0) instanceof AdjointStep.Raise;
    }

    private Sizes sizes(AdjointStep.Assign a) {
        if (a.value instanceof Name n) return sizes(n.id());
        boolean zeros = a.value instanceof Paren p && ((Name) p.target()).id().equals("zeros");
        if (zeros && ((Paren) a.value).arguments().get(0) instanceof Paren size && AdjointUses.measured(size) instanceof Name n && size.arguments().size() == 1) {
            return sizes(n.id());
        }
        boolean two = zeros && ((Paren) a.value).arguments().size() == 2;
        Linear rows = two ? of(((Paren) a.value).arguments().get(0)) : null;
        Linear columns = two ? of(((Paren) a.value).arguments().get(1)) : null;
        return rows == null || columns == null ? new Sizes(a.variable(), null, null) : new Sizes(a.variable(), rows, columns);
    }

    private Sizes sizes(String array) {
        Sizes s = sizes.get(array);
        return s != null ? s : assignments.getOrDefault(array, 0) == 0 && !growing.contains(array) ? new Sizes(array, null, null) : null;
    }

    /** The linear form of a number; null when it may change. */
    private Linear of(Expression e) {
        if (e instanceof Number n) return new Linear(Map.of(), n.value());
        if (e instanceof Name n) {
            boolean given = !assignments.containsKey(n.id()) && arrays.containsKey(n.id());
            return given ? new Linear(Map.of(n.id(), 1.0), 0) : numbers.get(n.id());
        }
        if (e instanceof Binary b) {
            Linear x = of(b.left());
            Linear y = of(b.right());
            if (x == null || y == null) return null;
            if (b.operator().equals("+") || b.operator().equals("-")) return x.plus(y, b.operator().equals("+") ? 1 : -1);
            return b.operator().equals("*") && x.terms.isEmpty() ? ZERO.plus(y, x.constant) : null;
        }
        if (AdjointUses.measured(e) instanceof Name n) return size(((Name) ((Paren) e).target()).id(), ((Paren) e).arguments(), sizes(n.id()));
        if (!(e instanceof Paren p) || !((Name) p.target()).id().equals("floor")) return null;
        Linear x = of(p.arguments().get(0));
        return x == null || x.isWhole() ? x : new Linear(Map.of(WHOLE + x, 1.0), 0);
    }

    private static Linear size(String function, java.util.List<Expression> arguments, Sizes s) {
        if (s == null) return null;
        String what = function;
        if (function.equals("size")) {
            if (arguments.size() != 2 || !(arguments.get(1) instanceof Number d) || d.value() > 2) return null;
            what = d.value() == 1 ? "rows" : "columns";
        }
        if (s.rows != null) {
            if (what.equals("rows")) return s.rows;
            if (what.equals("columns")) return s.columns;
            if (s.rows.isNumber(1)) return s.columns;
            if (s.columns.isNumber(1)) return s.rows;
        }
        return new Linear(Map.of(WHOLE + what + " " + s.like, 1.0), 0);
    }
}
