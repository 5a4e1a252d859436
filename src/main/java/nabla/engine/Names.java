package nabla.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.language.Tree;
import nabla.language.Tree.*;

/** The names of a piece of program: which are assigned, which used, declared global or persistent, and how they are looked at. */
final class Names {
    /** Functions that see or change their caller's variables by name. */
    private static final Set<String> BY_NAME = Set.of(
            "eval", "evalc", "evalin", "assignin", "exist", "who", "whos", "save", "load", "clear", "clearvars", "clearall",
            "keyboard", "run", "source", "isglobal", "input", "which");

    final Set<String> assigned = new LinkedHashSet<>();
    final Set<String> used = new LinkedHashSet<>();
    final Set<String> globals = new HashSet<>();
    final Set<String> persistents = new HashSet<>();
    /** What import statements name. */
    final Set<String> imports = new LinkedHashSet<>();
    /** Variables shared with nested functions. */
    final Set<String> shared = new LinkedHashSet<>();
    /** Variables of loops that may have no iteration, which leaves them empty. */
    final Set<String> emptied = new HashSet<>();

    static Names of(List<Statement> body) {
        Names n = new Names();
        n.statements(body);
        return n;
    }

    static Names of(Expression e) {
        Names n = new Names();
        n.expression(e);
        return n;
    }

    /** Whether a function of this name sees or changes its caller's variables. */
    static boolean byName(String function) {
        return BY_NAME.contains(function);
    }

    /** Whether a function is called that sees or changes variables by name, these names being variables. */
    boolean byName(Set<String> variables) {
        for (String n : used) if (BY_NAME.contains(n) && !variables.contains(n) && !assigned.contains(n)) return true;
        return false;
    }

    /** Adds the names in the value that a parameter has when it is not given. */
    void initial(Parameter p) {
        if (p.initial() != null) expression(p.initial());
    }

    private void use(String name) {
        used.add(name);
    }

    private void statements(List<Statement> list) {
        if (list != null) for (Statement s : list) statement(s);
    }

    private void statement(Statement s) {
        if (s instanceof Evaluate e) {
            if (!(e.expression() instanceof Assign || e.expression() instanceof Increment)) assigned.add("ans");
            expression(e.expression());
        }
        else if (s instanceof Command c) {
            use(c.name());
            if (c.name().equals("import")) imports.addAll(c.words());
        }
        else if (s instanceof If i) {
            for (Branch b : i.branches()) {
                expression(b.condition());
                statements(b.body());
            }
            statements(i.otherwise());
        } else if (s instanceof While w) {
            expression(w.condition());
            statements(w.body());
        } else if (s instanceof DoUntil d) {
            statements(d.body());
            expression(d.condition());
        } else if (s instanceof For f) {
            target(f.target());
            if (f.target() instanceof Name n && !Constants.isFilled(f.values())) emptied.add(n.id());
            expression(f.values());
            statements(f.body());
        } else if (s instanceof Switch w) {
            expression(w.subject());
            for (Case c : w.cases()) {
                expression(c.label());
                statements(c.body());
            }
            statements(w.otherwise());
        } else if (s instanceof Try t) {
            statements(t.body());
            if (t.error() != null) assigned.add(t.error());
            statements(t.handler());
        } else if (s instanceof Unwind u) {
            statements(u.body());
            statements(u.cleanup());
        } else if (s instanceof Declare d) {
            for (Parameter p : d.names()) {
                assigned.add(p.name());
                (d.global() ? globals : persistents).add(p.name());
                if (p.initial() != null) expression(p.initial());
            }
        } else if (!(s instanceof Define || s instanceof Break || s instanceof Continue || s instanceof Return)) throw new AssertionError(s);
    }

    void expressions(List<Expression> list) {
        for (Expression e : list) expression(e);
    }

    private void expression(Expression e) {
        if (e instanceof Name n) use(n.id());
        else if (e instanceof Anonymous a) anonymous(a);
        else if (e instanceof Assign a) {
            for (Expression t : a.targets()) target(t);
            expression(a.value());
        } else if (e instanceof Increment i) target(i.target());
        else expressions(Children.of(e));
    }

    /** What the body uses beyond its parameters is used here, when the function is made. */
    private void anonymous(Anonymous a) {
        Names inner = new Names();
        inner.expression(a.body());
        for (Parameter p : a.parameters()) {
            inner.used.remove(p.name());
            if (p.initial() != null) expression(p.initial());
        }
        used.addAll(inner.used);
    }

    private void target(Expression t) {
        if (t instanceof Name n) {
            assigned.add(n.id());
            used.add(n.id());
        } else if (t instanceof Paren p) {
            target(p.target());
            expressions(p.arguments());
        } else if (t instanceof Brace p) {
            target(p.target());
            expressions(p.arguments());
        } else if (t instanceof Field f) target(f.target());
        else if (t instanceof DynamicField f) {
            target(f.target());
            expression(f.name());
        } else if (t instanceof Matrix m) m.rows().get(0).forEach(this::target);
    }
}
