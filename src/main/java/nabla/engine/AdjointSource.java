package nabla.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.engine.AdjointMeaning.*;
import nabla.language.Tree;
import nabla.language.Tree.*;

/**
 * Puts a function, with all the functions of the program that it calls, into the form that is differentiated: {@link AdjointStep}s
 * on variables that carry a number after their name. Throws {@link Outside} where the program uses anything else.
 */
final class AdjointSource {
    /** Statements after which a program counts as too large. */
    private static final int LARGEST = 3000;

    private static final int DEEPEST = 40;

    /** Every variable, and whether it holds an array. */
    final Map<String, Boolean> arrays = new HashMap<>();

    /** The arrays that grow: their sizes are read when they are met. */
    final Set<String> growing = new HashSet<>();

    final AdjointShapes shapes;
    private final boolean tiny;
    final Engine engine;
    /** Where the generated code runs: what its names call. */
    final Functions.Scope home;

    private final AdjointExpressions expressions = new AdjointExpressions(this);
    private List<AdjointStep> out = new ArrayList<>();
    private int made;
    private int size;
    private int depth;

    AdjointSource(Engine engine, Functions.Scope home, boolean tiny) {
        this.tiny = tiny;
        shapes = new AdjointShapes(arrays);
        this.engine = engine;
        this.home = home;
    }

    /** One function being put in place: its names, and where it was written. */
    static final class Activation {
        final Map<String, AdjointMeaning> names = new HashMap<>();
        final Functions.Scope scope;
        final int nargin;
        final int number;
        /** Arrays that grow. */
        Set<String> growing = Set.of();

        Activation(Functions.Scope scope, int nargin, int number) {
            this.scope = scope;
            this.nargin = nargin;
            this.number = number;
        }
    }

    List<AdjointStep> steps() {
        return out;
    }

    // ---- what expressions need -----------------------------------------------------------------------------------

    /** A new variable. */
    String fresh(String name, boolean array) {
        String v = name + "@" + ++made;
        arrays.put(v, array);
        return v;
    }

    void add(AdjointStep step) {
        if (++size > LARGEST) throw new Outside("too large");
        boolean truth = step instanceof AdjointStep.Assign a && Conditions.isTruth(a.value);
        out.add(truth ? ((AdjointStep.Assign) step).counted() : step);
    }

    void assign(String target, Expression value) {
        if (isArray(target)) shapes.note(target, shapes.of(value));
        add(new AdjointStep.Assign(Terms.name(target), value));
    }

    /** Whether products of matrices are loops. */
    boolean isTiny() {
        return tiny;
    }

    /** The size of an array, kept in a variable where it grows. */
    Expression size(Paren size) {
        return growing.contains(((Name) size.arguments().get(0)).id()) ? hold(size) : size;
    }

    /** How many steps there are so far on this level. */
    int count() {
        return out.size();
    }

    /** Calls a function with these meanings of its arguments; the names of its first results. */
    List<String> call(AdjointMeaning f, List<AdjointMeaning> arguments, int results) {
        if (++depth > DEEPEST) throw new Outside("recursion");
        List<String> r;
        if (f instanceof Own o) r = call(o.function(), arguments, results);
        else if (f instanceof Lambda l) r = List.of(call(l, arguments));
        else throw new Outside("a function of the library as a value");
        depth--;
        return r;
    }

    private List<String> call(UserFunction f, List<AdjointMeaning> arguments, int results) {
        if (f.nargin() < arguments.size() || f.tree.results().size() < Math.max(1, results)) throw new Outside(f.name());
        Activation a = new Activation(f.scope, arguments.size(), ++made);
        Names names = Names.of(f.tree.body());
        if (names.byName(Set.of()) || names.used.contains("nargout")) throw new Outside("variables by name");
        List<Statement> body = AdjointJumps.settle(f.tree.body());
        a.growing = AdjointJumps.growing(body);
        parameters(f.tree.parameters(), arguments, names.assigned, a);
        body(body, a);
        List<String> r = new ArrayList<>();
        for (int k = 0; k < Math.max(1, results); k++) {
            if (!(a.names.get(f.tree.results().get(k).name()) instanceof Variable v)) throw new Outside("result");
            r.add(v.name());
        }
        return r;
    }

    private String call(Lambda f, List<AdjointMeaning> arguments) {
        Activation a = new Activation(f.scope(), arguments.size(), ++made);
        if (f.tree().parameters().size() < arguments.size()) throw new Outside("too many arguments");
        a.names.putAll(f.captured());
        parameters(f.tree().parameters(), arguments, Set.of(), a);
        return variable(expressions.value(f.tree().body(), a));
    }

    /** The expression as a variable: itself, or a new one that holds its value. */
    String variable(Expression e) {
        if (e instanceof Name n) return n.id();
        String v = fresh("", false);
        assign(v, e);
        return v;
    }

    private void parameters(List<Parameter> parameters, List<AdjointMeaning> arguments, Set<String> assigned, Activation a) {
        for (int k = 0; k < parameters.size(); k++) {
            Parameter p = parameters.get(k);
            if (p.name().equals("varargin")) throw new Outside("varargin");
            if (k < arguments.size()) AdjointFields.put(p.name(), assigned.contains(p.name()) ? copy(p.name(), arguments.get(k), a.growing.contains(p.name())) : arguments.get(k), a.names);
            else if (p.initial() != null) a.names.put(p.name(), new Variable(variable(expressions.value(p.initial(), a))));
        }
    }

    private AdjointMeaning copy(String name, AdjointMeaning argument, boolean grows) {
        if (argument instanceof Structure s) {
            Map<String, AdjointMeaning> fields = new HashMap<>();
            s.fields().forEach((field, m) -> fields.put(field, m instanceof Variable || m instanceof Literal ? copy(field, m, false) : m));
            return new Structure(fields);
        }
        if (!(argument instanceof Variable || argument instanceof Literal)) throw new Outside("assigned function");
        Expression value = argument instanceof Variable v ? Terms.name(v.name()) : Terms.number(((Literal) argument).value());
        String own = fresh(name, argument instanceof Variable v && arrays.get(v.name()));
        if (grows) growing.add(own);
        assign(own, value);
        return new Variable(own);
    }

    // ---- statements ----------------------------------------------------------------------------------------------

    private void body(List<Statement> list, Activation a) {
        for (Statement s : list) statement(s, a);
    }

    private List<AdjointStep> apart(List<Statement> list, Activation a) {
        return apart(() -> body(list, a));
    }

    /** The steps that are added meanwhile, which stand inside another one. */
    List<AdjointStep> apart(Runnable adding) {
        List<AdjointStep> before = out;
        out = new ArrayList<>();
        adding.run();
        List<AdjointStep> made = out;
        out = before;
        return made;
    }

    private void statement(Statement s, Activation a) {
        if (s instanceof Evaluate e && (!e.printed() || isError(e.expression(), a))) evaluate(e.expression(), a);
        else if (s instanceof If i) choose(i.branches(), orNone(i.otherwise()), a);
        else if (s instanceof Switch w) choose(w, a);
        else if (s instanceof While w) loop(w, a);
        else if (s instanceof For f) loop(f, a);
        else if (s instanceof Tree.Break) add(new AdjointStep.Break());
        else throw new Outside(s.getClass().getSimpleName());
    }

    private static List<Statement> orNone(List<Statement> list) {
        return list == null ? List.of() : list;
    }

    private void evaluate(Expression e, Activation a) {
        if (e instanceof Tree.Assign x) assign(x, a);
        else if (e instanceof Increment i) assign(Assignments.step(i), a);
        else if (isError(e, a)) {
            List<Expression> arguments = new ArrayList<>();
            for (Expression x : ((Paren) e).arguments()) arguments.add(x instanceof Text ? x : expressions.scalar(x, a));
            add(new AdjointStep.Raise(new Evaluate(Terms.AT, Terms.of("error", arguments), false)));
        } else throw new Outside("a statement that is no assignment");
    }

    private boolean isError(Expression e, Activation a) {
        return e instanceof Paren p && p.target() instanceof Name n && n.id().equals("error") && expressions.isLibrary("error", a);
    }

    private void assign(Tree.Assign x, Activation a) {
        if (x.targets().size() > 1) {
            several(x, a);
            return;
        }
        Expression target = x.targets().get(0);
        String operator = x.operator().substring(0, x.operator().length() - 1);
        Expression value = operator.isEmpty() ? x.value() : new Binary(x.at(), operator, target, x.value());
        String name = AdjointFields.name(target instanceof Paren p ? p.target() : target);
        if (name == null || target instanceof Paren p && p.target() instanceof Field && AdjointJumps.isNext(p.arguments())) throw new Outside("target");
        if (!(target instanceof Paren p)) store(name, value, a);
        else {
            if (!(a.names.get(name) instanceof Variable v) || !isArray(v.name())) throw new Outside(name);
            part(v.name(), p.arguments(), value, a);
        }
    }

    private void part(String array, List<Expression> indices, Expression value, Activation a) {
        boolean condition = indices.size() == 1 && Conditions.isTruth(indices.get(0));
        if (condition || AdjointArrays.isSlice(indices)) {
            expressions.arrays().assign(array, indices, expressions.lifted(value, a), a);
            return;
        }
        Expression v = expressions.scalar(value, a);
        Paren element = (Paren) expressions.element(array, indices, a);
        boolean grows = AdjointJumps.isNext(indices);
        if (grows) element = Terms.of(array, hold(element.arguments().get(0)));
        AdjointStep.Assign step = new AdjointStep.Assign(element, v);
        step.grows = grows;
        add(step);
    }

    private void store(String name, Expression value, Activation a) {
        AdjointMeaning function = expressions.isStructure(value, a) ? expressions.structure((Paren) value, a) : expressions.function(value, a);
        boolean clash = AdjointFields.of(name, a.names) != null || name.contains(".") && a.names.containsKey(name.substring(0, name.indexOf('.')));
        if (clash) throw new Outside("a structure and a value of one name");
        if (function instanceof Structure s) {
            AdjointFields.put(name, copy(name, s, false), a.names);
            return;
        }
        if (function != null) {
            if (a.names.put(name, function) != null) throw new Outside("a function assigned twice");
            return;
        }
        expressions.store(name, value, a);
    }

    void store(String name, Expression value, boolean array, Activation a) {
        if (array || !a.growing.contains(name)) {
            assign(target(name, array, a), value);
            return;
        }
        String only = target(name, true, a);
        assign(only, Terms.of("zeros", Terms.number(1), Terms.number(1)));
        add(new AdjointStep.Assign(Terms.of(only, Terms.number(1)), value));
    }

    /**
     * Assigns an array by its elements: over the old ones where they are in line, else to a variable of its own.
     *
     * @param made whether no one else has the array, though it may have a variable
     */
    void store(String name, AdjointArrays.Lifted value, boolean made, Activation a) {
        AdjointArrays arrays = expressions.arrays();
        String old = a.names.get(name) instanceof Variable v && isArray(v.name()) ? v.name() : null;
        if (old != null && AdjointArrays.updates(value, old)) arrays.update(old, value);
        else {
            String fill = old != null && !value.used().contains(old) ? old : null;
            String held = arrays.name(value, fill);
            boolean mine = (made || !held.equals(value.model())) && !a.names.containsKey(name) && !a.growing.contains(name);
            if (mine) a.names.put(name, new Variable(held));
            else if (!held.equals(fill)) store(name, Terms.name(held), true, a);
        }
    }

    /** The variable a name stands for, made when first assigned. */
    String target(String name, boolean array, Activation a) {
        AdjointMeaning m = a.names.get(name);
        if (m == null) {
            m = new Variable(fresh(name, array));
            a.names.put(name, m);
            if (array && a.growing.contains(name)) growing.add(((Variable) m).name());
        }
        if (!(m instanceof Variable v) || arrays.get(v.name()) != array) throw new Outside(name + " changes its kind");
        return v.name();
    }

    private void several(Tree.Assign x, Activation a) {
        List<Expression> values = expressions.several(x.value(), x.targets().size(), a);
        for (int k = 0; k < values.size(); k++) {
            Expression t = x.targets().get(k);
            if (t instanceof Ignored) continue;
            if (!(t instanceof Name n)) throw new Outside("target");
            store(n.id(), values.get(k), values.get(k) instanceof Name v && isArray(v.id()), a);
        }
    }

    private void choose(List<Branch> branches, List<Statement> otherwise, Activation a) {
        if (branches.isEmpty()) {
            body(otherwise, a);
            return;
        }
        Branch b = branches.get(0);
        Expression condition = expressions.condition(b.condition(), a);
        List<AdjointStep> yes = apart(b.body(), a);
        List<AdjointStep> before = out;
        out = new ArrayList<>();
        choose(branches.subList(1, branches.size()), otherwise, a);
        List<AdjointStep> no = out;
        out = before;
        add(new AdjointStep.Choice(condition, yes, no));
    }

    private void choose(Switch w, Activation a) {
        Name subject = Terms.name(variable(expressions.scalar(w.subject(), a)));
        AdjointMeaning.Variable v = new Variable(subject.id());
        String name = "#switch" + ++made;
        a.names.put(name, v);
        List<Branch> branches = new ArrayList<>();
        for (Case c : w.cases()) branches.add(new Branch(c.at(), matches(Terms.name(name), c.label()), c.body()));
        choose(branches, orNone(w.otherwise()), a);
    }

    private static Expression matches(Name subject, Expression label) {
        if (!(label instanceof CellArray c)) return new Binary(Terms.AT, "==", subject, label);
        Expression any = Terms.number(0);
        for (List<Expression> row : c.rows()) {
            for (Expression e : row) any = new ShortCircuit(Terms.AT, false, any, matches(subject, e));
        }
        return any;
    }

    private void loop(While w, Activation a) {
        List<AdjointStep> before = out;
        out = new ArrayList<>();
        Expression condition = expressions.condition(w.condition(), a);
        if (!out.isEmpty()) {
            List<AdjointStep> body = out;
            body.add(new AdjointStep.Choice(condition, apart(w.body(), a), List.of(new AdjointStep.Break())));
            out = before;
            add(new AdjointStep.Loop(Terms.number(1), body));
            return;
        }
        out = before;
        add(new AdjointStep.Loop(condition, apart(w.body(), a)));
    }

    private void loop(For f, Activation a) {
        if (!(f.target() instanceof Name n)) throw new Outside("target");
        Expression values = f.values() instanceof Group g ? g.inner() : f.values();
        if (!(values instanceof Range r)) throw new Outside("a loop over values");
        List<Expression> range = new ArrayList<>();
        range.add(expressions.scalar(r.base(), a));
        range.add(r.step() == null ? Terms.number(1) : expressions.scalar(r.step(), a));
        range.add(expressions.scalar(r.limit(), a));
        String variable = target(n.id(), false, a);
        List<AdjointStep> body = apart(f.body(), a);
        Set<String> assigned = new HashSet<>();
        AdjointStep.assigned(body, assigned);
        if (assigned.contains(variable)) throw new Outside("a loop's variable assigned");
        assigned.add(variable);
        for (int k = 0; k < range.size(); k++) {
            Set<String> used = Terms.names(range.get(k));
            used.retainAll(assigned);
            if (!used.isEmpty()) range.set(k, hold(range.get(k)));
        }
        add(new AdjointStep.Loop(variable, range.get(0), range.get(1), range.get(2), body));
    }

    private Name hold(Expression e) {
        String v = fresh("", false);
        assign(v, e);
        return Terms.name(v);
    }

    boolean isArray(String variable) {
        return arrays.getOrDefault(variable, false);
    }

    /** Whether a variable of the written program holds an array: one of the function's, its derivative, or a stack. */
    boolean holdsArray(String variable) {
        return isArray(variable) || AdjointSweeps.isStack(variable) || variable.startsWith("∂") && isArray(variable.substring(1));
    }
}
