package nabla.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Finds the variables that hold a real double scalar wherever they are read: every assignment gives them one, and one comes
 * before each use. Starts from the belief that all candidates are such and drops those an assignment or a use refutes.
 */
final class Kinds {
    private final Set<String> scalars;
    private final Predicate<String> scalarFunction;
    private boolean changed;

    private Kinds(Set<String> scalars, Predicate<String> scalarFunction) {
        this.scalars = scalars;
        this.scalarFunction = scalarFunction;
    }

    /**
     * @param candidates variables that may qualify; the result is a subset
     * @param given those of them that hold a scalar at the start
     * @param scalarFunction whether a name calls a library function that maps scalars to a real scalar
     */
    static Set<String> scalars(Set<String> candidates, Set<String> given, List<Statement> body, Predicate<String> scalarFunction) {
        Kinds k = new Kinds(new HashSet<>(candidates), scalarFunction);
        do {
            k.changed = false;
            k.statements(body, new HashSet<>(given));
        } while (k.changed);
        return k.scalars;
    }

    private void drop(String name) {
        changed |= scalars.remove(name);
    }

    /** Returns false when control never gets past the statements. */
    private boolean statements(List<Statement> list, Set<String> defined) {
        boolean on = true;
        if (list != null) for (Statement s : list) on &= statement(s, defined);
        return on;
    }

    private boolean statement(Statement s, Set<String> defined) {
        if (s instanceof Evaluate e) {
            if (!(e.expression() instanceof Assign || e.expression() instanceof Increment)) drop("ans");
            scan(e.expression(), defined);
        }
        else if (s instanceof If i) return branch(i, defined);
        else if (s instanceof While w) {
            scan(w.condition(), defined);
            statements(w.body(), new HashSet<>(defined));
        } else if (s instanceof DoUntil d) {
            statements(d.body(), defined);
            scan(d.condition(), defined);
        } else if (s instanceof For f) loop(f, defined);
        else if (s instanceof Switch w) {
            scan(w.subject(), defined);
            for (Case c : w.cases()) {
                scan(c.label(), defined);
                statements(c.body(), new HashSet<>(defined));
            }
            statements(w.otherwise(), new HashSet<>(defined));
        } else if (s instanceof Try t) {
            statements(t.body(), new HashSet<>(defined));
            if (t.error() != null) drop(t.error());
            statements(t.handler(), new HashSet<>(defined));
        } else if (s instanceof Unwind u) {
            Set<String> before = new HashSet<>(defined);
            statements(u.body(), defined);
            statements(u.cleanup(), before);
        } else if (s instanceof Declare d) d.names().forEach(p -> drop(p.name()));
        else return !(s instanceof Break || s instanceof Continue || s instanceof Return);
        return true;
    }

    private boolean branch(If i, Set<String> defined) {
        Set<String> common = null;
        boolean on = false;
        for (Branch b : i.branches()) {
            scan(b.condition(), defined);
            Set<String> d = new HashSet<>(defined);
            if (statements(b.body(), d)) common = meet(common, d);
        }
        Set<String> d = new HashSet<>(defined);
        if (statements(i.otherwise(), d)) common = meet(common, d);
        if (common == null) return false;
        defined.addAll(common);
        return true;
    }

    private static Set<String> meet(Set<String> a, Set<String> b) {
        if (a == null) return b;
        a.retainAll(b);
        return a;
    }

    private void loop(For f, Set<String> defined) {
        scan(f.values(), defined);
        Set<String> inside = new HashSet<>(defined);
        if (f.target() instanceof Name n) {
            boolean numbers = f.values() instanceof Range r
                    && scalar(r.base())
                    && (r.step() == null || scalar(r.step()))
                    && scalar(r.limit());
            if (!numbers) drop(n.id());
            inside.add(n.id());
        } else refuse(f.target());
        statements(f.body(), inside);
    }

    /** Looks at an expression in the order of evaluation: uses, and assignments inside it. */
    private void scan(Expression e, Set<String> defined) {
        if (e instanceof Assign a) {
            scan(a.value(), defined);
            boolean simple = a.targets().size() == 1 && !a.bracketed() && a.targets().get(0) instanceof Name;
            if (!simple) {
                a.targets().forEach(this::refuse);
                return;
            }
            String name = ((Name) a.targets().get(0)).id();
            if (!a.operator().equals("=")) {
                use(name, defined);
                if (!"+=-=*=/=".contains(a.operator())) drop(name);
            }
            if (!scalar(a.value())) drop(name);
            defined.add(name);
        } else if (e instanceof Increment i) {
            if (i.target() instanceof Name n) use(n.id(), defined);
            else refuse(i.target());
        } else if (e instanceof Anonymous a) {
            Names.of(a).used.forEach(n -> use(n, defined));
        } else if (e instanceof Name n) use(n.id(), defined);
        else Children.of(e).forEach(c -> scan(c, defined));
    }

    private void use(String name, Set<String> defined) {
        if (!defined.contains(name)) drop(name);
    }

    /** An indexed or multiple target: not a scalar for us. */
    private void refuse(Expression target) {
        if (target instanceof Name n) drop(n.id());
        else if (target instanceof Paren p) refuse(p.target());
        else if (target instanceof Brace p) refuse(p.target());
        else if (target instanceof Field f) refuse(f.target());
        else if (target instanceof DynamicField f) refuse(f.target());
    }

    /** Whether the expression gives a real double scalar, if the current belief holds. */
    private boolean scalar(Expression e) {
        if (e instanceof Number n) return !n.imaginary();
        if (e instanceof Name n) return scalars.contains(n.id()) || Constants.has(n.id()) && scalarFunction.test(n.id());
        if (e instanceof Group g) return scalar(g.inner());
        if (e instanceof Prefix p) return !p.operator().equals("!") && scalar(p.operand());
        if (e instanceof Binary b) {
            boolean power = b.operator().equals("^") || b.operator().equals(".^");
            if (power) return scalar(b.left()) && Constants.smallInteger(b.right());
            return Constants.isArithmetic(b.operator()) && scalar(b.left()) && scalar(b.right());
        }
        if (e instanceof Paren p && p.target() instanceof Name f && !p.arguments().isEmpty()) {
            return !scalars.contains(f.id()) && scalarFunction.test(f.id()) && p.arguments().stream().allMatch(this::scalar);
        }
        return false;
    }
}
