package nabla.engine;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nabla.language.Tree.*;
import nabla.language.Tree.Number;

/**
 * Finds the variables that hold a real double scalar, or a real double array of any size, wherever they are read: every assignment
 * gives them one, and one comes before each use. Starts from the belief that all candidates are such and drops those an assignment
 * or a use refutes.
 */
final class Kinds {
    /** Functions that make real arrays when their arguments are scalars. */
    private static final Set<String> CREATORS = Set.of("zeros", "ones", "eye", "rand", "randn", "linspace", "NaN", "Inf");

    /** Functions of an array's shape: a number. */
    private static final Set<String> SHAPES = Set.of("numel", "length", "rows", "columns", "ndims", "size");

    /** What is known about names that are no variables. */
    interface Functions {
        /** Whether a name means the library's function of that name. */
        boolean isLibrary(String name);

        /** Whether a name calls a library function that maps scalars to a real scalar, or is a number of the library. */
        boolean mapsScalars(String name);

        /** Whether the program is generated for derivatives: powers of real scalars are real there, and cells hold real arrays. */
        boolean isGenerated();
    }

    /** What the variables hold at the start, and what is read at the end. */
    record Given(Set<String> scalars, Set<String> reals, Set<String> results) {
        static final Given NOTHING = new Given(Set.of(), Set.of(), Set.of());

        void add(String name, Operand.Kind kind) {
            if (kind == Operand.Kind.SCALAR) scalars.add(name);
            else if (kind == Operand.Kind.REAL) reals.add(name);
        }

        /** Nothing is known of these. */
        void leaveOut(Set<String> names) {
            scalars.removeAll(names);
            reals.removeAll(names);
            results.removeAll(names);
        }
    }

    private final Set<String> scalars;
    private final Set<String> reals;
    private final Given given;
    private final Functions functions;
    private final Map<Statement, Set<String>> emptied = new IdentityHashMap<>();
    /** Whether there is any such loop. */
    private boolean empties;
    private boolean changed;

    private Kinds(Set<String> candidates, Given given, Functions functions) {
        this.scalars = new HashSet<>(candidates);
        this.reals = new HashSet<>(candidates);
        this.given = given;
        this.functions = functions;
        scalars.removeAll(given.reals);
    }

    /** The kinds of the candidates in the statements. */
    static Kinds of(Set<String> candidates, Given given, List<Statement> body, Functions functions) {
        Kinds k = new Kinds(candidates, given, functions);
        k.empties = !functions.isGenerated() && !Names.of(body).emptied.isEmpty();
        do {
            k.changed = false;
            Set<String> defined = new HashSet<>(given.scalars);
            defined.addAll(given.reals);
            if (k.statements(body, defined)) k.leave(defined);
        } while (k.changed);
        return k;
    }

    static Kinds unknown() {
        return new Kinds(Set.of(), Given.NOTHING, null);
    }

    /** What the variable holds. */
    Operand.Kind of(String name) {
        return scalars.contains(name) ? Operand.Kind.SCALAR : reals.contains(name) ? Operand.Kind.REAL : Operand.Kind.ANY;
    }

    private void drop(String name) {
        changed |= scalars.remove(name) | reals.remove(name);
    }

    private void leave(Set<String> defined) {
        for (String r : given.results) use(r, defined);
    }

    /** Returns false when control never gets past the statements. */
    private boolean statements(List<Statement> list, Set<String> defined) {
        boolean on = true;
        if (list != null) {
            for (Statement s : list) {
                on &= statement(s, defined);
                forget(s, defined);
            }
        }
        return on;
    }

    /** Leaves out the variables that a loop over nothing may have left empty. */
    private void forget(Statement s, Set<String> defined) {
        if (s instanceof Evaluate || !empties) return;
        defined.removeAll(emptied.computeIfAbsent(s, k -> Names.of(List.of(k)).emptied));
    }

    private boolean statement(Statement s, Set<String> defined) {
        if (s instanceof While || s instanceof DoUntil || s instanceof Try || s instanceof Unwind) forget(s, defined);
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
        } else if (s instanceof Declare d) for (Parameter p : d.names()) drop(p.name());
        else if (s instanceof Return) leave(defined);
        else if (!(s instanceof Command || s instanceof Define || s instanceof Break || s instanceof Continue)) throw new AssertionError(s);
        return !(s instanceof Break || s instanceof Continue || s instanceof Return);
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
        forget(f, defined);
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
            if (a.targets().size() == 1 && !a.bracketed()) assigned(a, a.targets().get(0), defined);
            else for (Expression t : a.targets()) refuse(t);
        } else if (e instanceof Increment i) {
            if (i.target() instanceof Name n) use(n.id(), defined);
            else refuse(i.target());
        } else if (e instanceof Anonymous a) {
            for (String n : Names.of(a).used) use(n, defined);
        } else if (e instanceof Name n) use(n.id(), defined);
        else for (Expression c : Children.of(e)) scan(c, defined);
    }

    private void assigned(Assign a, Expression target, Set<String> defined) {
        if (target instanceof Paren p && p.target() instanceof Name n) {
            for (Expression i : p.arguments()) scan(i, defined);
            use(n.id(), defined);
            changed |= scalars.remove(n.id());
            if (!real(a.value()) || !isArithmetic(a.operator())) drop(n.id());
            return;
        }
        if (!(target instanceof Name n)) {
            refuse(target);
            return;
        }
        if (!a.operator().equals("=")) use(n.id(), defined);
        if (!isArithmetic(a.operator()) || !real(a.value())) drop(n.id());
        if (!scalar(a.value())) changed |= scalars.remove(n.id());
        defined.add(n.id());
    }

    /** Plain assignment, or one whose operator keeps real numbers real. */
    private static boolean isArithmetic(String operator) {
        return operator.length() == 1 || "+=-=*=/=".contains(operator);
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
        else if (target instanceof Matrix m) m.rows().get(0).forEach(this::refuse);
    }

    /** Whether the expression gives a real double scalar, if the current belief holds. */
    private boolean scalar(Expression e) {
        if (e instanceof Number n) return !n.imaginary();
        if (e instanceof Name n) return scalars.contains(n.id()) || Constants.has(n.id()) && functions.mapsScalars(n.id());
        if (e instanceof End) return true;
        if (e instanceof Group g) return scalar(g.inner());
        if (e instanceof Prefix p) return !p.operator().equals("!") && factor(p.operand());
        if (e instanceof Binary b) {
            if (isPower(b)) return scalar(b.left()) && (Constants.smallInteger(b.right()) || functions.isGenerated() && scalar(b.right()));
            return Constants.isArithmetic(b.operator()) && factor(b.left()) && factor(b.right());
        }
        if (!(e instanceof Paren p && p.target() instanceof Name f) || p.arguments().isEmpty()) return false;
        boolean all = p.arguments().stream().allMatch(this::scalar);
        if (reals.contains(f.id())) return all && p.arguments().size() <= 2 && !scalars.contains(f.id());
        return all && maps(f.id()) || isShape(p, f.id());
    }

    /** Whether a function gives a number for numbers; a named number with arguments makes an array. */
    private boolean maps(String function) {
        return functions.mapsScalars(function) && !Constants.has(function);
    }

    /** Whether arithmetic takes the expression for a real double scalar: it is one, or true or false. */
    private boolean factor(Expression e) {
        return Conditions.isTruth(e) ? truth(e) : e instanceof Group g ? factor(g.inner()) : scalar(e);
    }

    /** Whether all that is compared there are scalars. */
    private boolean truth(Expression e) {
        if (e instanceof ShortCircuit) return true;
        boolean compares = e instanceof Binary b && Conditions.isComparison(b.operator());
        return Children.of(e).stream().allMatch(compares ? this::scalar : this::truth);
    }

    private static boolean isPower(Binary b) {
        return b.operator().equals("^") || b.operator().equals(".^");
    }

    private boolean isShape(Paren p, String name) {
        int n = p.arguments().size();
        return isShape(name, n) && (n == 1 || scalar(p.arguments().get(1))) && functions.isLibrary(name);
    }

    /** Whether a function of this name and so many arguments gives a number of an array's shape. */
    static boolean isShape(String name, int arguments) {
        return SHAPES.contains(name) && arguments == (name.equals("size") ? 2 : 1);
    }

    /** Whether the expression gives a real double array or scalar, if the current belief holds. */
    private boolean real(Expression e) {
        if (scalar(e)) return true;
        if (e instanceof Name n) return reals.contains(n.id());
        if (e instanceof Group g) return real(g.inner());
        if (e instanceof Prefix p) return p.operator().equals("-") && real(p.operand());
        if (e instanceof Transpose t) return real(t.operand());
        if (e instanceof Range r) return scalar(r.base()) && (r.step() == null || scalar(r.step())) && scalar(r.limit());
        if (e instanceof Brace) return functions.isGenerated();
        if (e instanceof Matrix m) return m.rows().stream().allMatch(row -> row.stream().allMatch(this::real));
        if (e instanceof Binary b) {
            if (isPower(b)) return b.operator().equals(".^") && real(b.left()) && Constants.smallInteger(b.right());
            return Constants.isArithmetic(b.operator()) && real(b.left()) && real(b.right());
        }
        if (!(e instanceof Paren p && p.target() instanceof Name f)) return false;
        if (reals.contains(f.id())) return p.arguments().stream().allMatch(a -> a instanceof Colon || real(a));
        if (Terms.isLinear(p) && !p.arguments().isEmpty()) {
            List<Expression> sizes = p.arguments().subList(1, p.arguments().size());
            return real(p.arguments().get(0)) && sizes.stream().allMatch(a -> scalar(a) || isSize(a)) && functions.isLibrary(f.id());
        }
        if (CREATORS.contains(f.id())) return p.arguments().stream().allMatch(a -> scalar(a) || isSize(a)) && functions.isLibrary(f.id());
        return maps(f.id()) && !p.arguments().isEmpty() && p.arguments().stream().allMatch(this::real);
    }

    /** {@code size(x)} as the sizes of a new array. */
    private boolean isSize(Expression e) {
        return e instanceof Paren p && p.target() instanceof Name f && f.id().equals("size") && p.arguments().size() == 1 && functions.isLibrary("size");
    }
}
