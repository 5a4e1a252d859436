package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.language.Tree;
import org.objectweb.asm.Label;

/**
 * Compiles one unit: a function, an anonymous function, or a statement of a script. A unit's variables live in locals, each a
 * pair of a double and a reference; a unit whose variables are seen by name keeps a workspace besides, written before and read
 * after whatever may look at it.
 */
final class Compiler {
    final Engine engine;
    final Functions.Scope scope;
    final Emit emit = new Emit();
    final Map<String, Operand.Pair> variables = new LinkedHashMap<>();
    /** Global and persistent variables: the local that holds their {@link Workspace.Global}. */
    final Map<String, Integer> cells = new LinkedHashMap<>();
    /** Names that may turn out to be variables only when the unit runs. */
    final Set<String> maybe = new HashSet<>();

    final Expressions expressions;
    final Statements statements;
    final Assignments assignments;
    /** The value that {@code end} measures, innermost first. */
    final Deque<EndOf> ends = new ArrayDeque<>();

    private boolean byName;
    private Set<String> written = Set.of();
    /** Cleanup blocks of the unwind_protect statements around the code being compiled, innermost first. */
    final Deque<List<Tree.Statement>> cleanups = new ArrayDeque<>();

    Label leave = new Label();

    /** What {@code end} means: the pair indexed, and which of how many indices. */
    record EndOf(Operand.Pair of, int index, int count) {}

    private Compiler(Engine engine, Functions.Scope scope) {
        this.engine = engine;
        this.scope = scope;
        expressions = new Expressions(this);
        assignments = new Assignments(this);
        statements = new Statements(this);
    }

    // ---- units ---------------------------------------------------------------------------------------------------

    static Unit function(Engine engine, UserFunction f) {
        Compiler c = new Compiler(engine, f.scope);
        Tree.Function tree = f.tree;
        Names names = Names.of(tree.body());
        Set<String> all = new LinkedHashSet<>();
        tree.parameters().forEach(p -> all.add(p.name()));
        tree.results().forEach(p -> all.add(p.name()));
        Set<String> free = new LinkedHashSet<>(names.assigned);
        free.removeAll(all);
        all.addAll(names.assigned);
        c.settle(names, all);
        Set<String> scalars = c.byName ? Set.of() : Kinds.scalars(free, Set.of(), tree.body(), c::mapsScalars);
        c.declareCells(names, f);
        c.declare(all, scalars);
        c.parameters(tree.parameters());
        c.statements.all(tree.body());
        c.emit.label(c.leave);
        c.results(tree.results());
        return new Unit(c.emit.finish(engine, tree.name(), f.scope.source.name()), c.byName);
    }

    static Unit anonymous(Engine engine, Closure.Site site) {
        Compiler c = new Compiler(engine, site.scope);
        Names names = Names.of(site.tree.body());
        Set<String> all = new LinkedHashSet<>();
        site.tree.parameters().forEach(p -> all.add(p.name()));
        all.addAll(List.of(site.captured));
        c.settle(names, all);
        c.declare(all, Set.of());
        c.parameters(site.tree.parameters());
        int n = site.tree.parameters().size();
        for (int k = 0; k < site.captured.length; k++) c.parameter(n + k, c.variables.get(site.captured[k]));
        c.emit.at(site.tree.at());
        c.expressions.all(site.tree.body(), () -> c.emit.var(ILOAD, 3));
        c.emit.op(ARETURN);
        return new Unit(c.emit.finish(engine, "@<anonymous>", site.scope.source.name()), c.byName);
    }

    /** A statement of a script, about to run with these variables. */
    static Unit statement(Engine engine, Tree.Statement s, Functions.Scope scope, Workspace workspace) {
        Compiler c = new Compiler(engine, scope);
        return c.script(List.of(s), Names.of(List.of(s)), workspace, () -> {
            c.statements.all(List.of(s));
            c.emit.op(ICONST_0);
            c.emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        });
    }

    /** An expression to evaluate with these variables. */
    static Unit expression(Engine engine, Tree.Expression e, Functions.Scope scope, Workspace workspace) {
        Compiler c = new Compiler(engine, scope);
        return c.script(List.of(), Names.of(e), workspace, () -> c.expressions.all(e, () -> c.emit.var(ILOAD, 3)));
    }

    /** Code between reading the variables it uses and writing those it sets, whether it ends well or not; it pushes its results. */
    private Unit script(List<Tree.Statement> body, Names names, Workspace workspace, Runnable code) {
        Set<String> all = new LinkedHashSet<>(names.assigned);
        Set<String> given = new HashSet<>();
        for (String n : names.used) {
            nabla.value.Value v = workspace.get(n);
            if (v == null) continue;
            all.add(n);
            if (workspace.isGlobal(n)) names.globals.add(n);
            else if (Ops.isNumber(v)) given.add(n);
        }
        boolean looked = names.byName || callsScript(names, all);
        if (looked) {
            for (String n : names.used) if (all.add(n)) maybe.add(n);
        }
        Set<String> candidates = new HashSet<>(names.assigned);
        candidates.addAll(given);
        Set<String> scalars = looked ? Set.of() : Kinds.scalars(candidates, given, body, this::mapsScalars);
        byName = true;
        written = looked ? all : names.assigned;
        declareCells(names, null);
        declare(all, scalars);
        reload();
        Label start = new Label();
        Label end = new Label();
        Label caught = new Label();
        int results = emit.newReference();
        none(results);
        emit.label(start);
        emit.op(NOP);
        code.run();
        emit.var(ASTORE, results);
        emit.label(end);
        emit.label(leave);
        spill();
        emit.var(ALOAD, results);
        emit.op(ARETURN);
        emit.label(caught);
        int error = emit.newReference();
        emit.var(ASTORE, error);
        spill();
        emit.var(ALOAD, error);
        emit.op(ATHROW);
        emit.m.visitTryCatchBlock(start, end, caught, null);
        return new Unit(emit.finish(engine, "", scope.source.name()), true);
    }

    private void none(int results) {
        emit.op(ICONST_0);
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        emit.var(ASTORE, results);
    }

    // ---- variables -----------------------------------------------------------------------------------------------

    /** Decides whether a function keeps its variables by name, and which names may then become variables. */
    private void settle(Names names, Set<String> all) {
        byName = names.byName || callsScript(names, all);
        if (!byName) return;
        for (String n : names.used) if (all.add(n)) maybe.add(n);
        written = all;
    }

    private boolean callsScript(Names names, Set<String> variables) {
        for (String n : names.used) {
            if (!variables.contains(n) && engine.functions.find(n, scope) instanceof Script) return true;
        }
        return false;
    }

    private void declareCells(Names names, UserFunction f) {
        Set<String> all = new LinkedHashSet<>(names.globals);
        all.addAll(names.persistents);
        for (String n : all) {
            int local = emit.newReference();
            if (names.globals.contains(n)) {
                emit.frame();
                emit.text(n);
                emit.ops("global", "(Lnabla/engine/Frame;Ljava/lang/String;)Lnabla/engine/Workspace$Global;");
            } else if (f != null) {
                emit.constant(f.persistent.computeIfAbsent(n, k -> new Workspace.Global()), Workspace.Global.class);
            } else {
                emit.constant(new Workspace.Global(), Workspace.Global.class);
            }
            emit.var(ASTORE, local);
            cells.put(n, local);
        }
    }

    private void declare(Set<String> all, Set<String> scalars) {
        for (String n : all) {
            if (cells.containsKey(n)) continue;
            Operand.Pair p = emit.pair(scalars.contains(n), n);
            emit.clear(p);
            variables.put(n, p);
        }
    }

    private void parameters(List<Tree.Parameter> parameters) {
        for (int k = 0; k < parameters.size(); k++) {
            Operand.Pair p = variables.get(parameters.get(k).name());
            if (p == null) continue;
            parameter(k, p);
            if (parameters.get(k).initial() == null) continue;
            Label given = new Label();
            emit.var(ALOAD, p.r());
            emit.m.visitFieldInsn(GETSTATIC, Emit.CODE, "UNDEFINED", "Lnabla/value/Value;");
            emit.jump(IF_ACMPNE, given);
            expressions.value(parameters.get(k).initial());
            emit.unbox(p);
            emit.label(given);
        }
    }

    private void parameter(int k, Operand.Pair p) {
        emit.var(ALOAD, 2);
        emit.integer(k);
        emit.ops("argument", "([Lnabla/value/Value;I)Lnabla/value/Value;");
        emit.unbox(p);
    }

    private void results(List<Tree.Parameter> results) {
        int n = results.size();
        boolean variadic = n > 0 && results.get(n - 1).name().equals("varargout");
        int fixed = variadic ? n - 1 : n;
        emit.integer(fixed);
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        for (int k = 0; k < fixed; k++) {
            emit.op(DUP);
            emit.integer(k);
            result(results.get(k).name());
            emit.op(AASTORE);
        }
        if (variadic) {
            result("varargout");
            emit.ops("varargout", "([Lnabla/value/Value;Lnabla/value/Value;)[Lnabla/value/Value;");
        }
        emit.op(ARETURN);
    }

    /** Pushes a result's value or null. */
    private void result(String name) {
        Integer cell = cells.get(name);
        if (cell != null) {
            emit.var(ALOAD, cell);
            emit.m.visitFieldInsn(GETFIELD, "nabla/engine/Workspace$Global", "value", "Lnabla/value/Value;");
            return;
        }
        Operand.Pair p = variables.get(name);
        emit.var(DLOAD, p.d());
        emit.var(ALOAD, p.r());
        emit.ops("result", "(DLnabla/value/Value;)Lnabla/value/Value;");
    }

    /** Whether calling this name may look at or change variables by name. */
    boolean looksAtVariables(String name) {
        return byName && (Names.byName(name) || engine.functions.find(name, scope) instanceof Script);
    }

    /** Writes the variables to the workspace. */
    void spill() {
        for (String n : written) {
            Operand.Pair p = variables.get(n);
            if (p == null) continue;
            emit.frame();
            emit.var(DLOAD, p.d());
            emit.var(ALOAD, p.r());
            emit.text(n);
            emit.virtual("nabla/engine/Frame", "store", "(DLnabla/value/Value;Ljava/lang/String;)V");
        }
    }

    /** Reads the variables from the workspace. */
    void reload() {
        for (Map.Entry<String, Operand.Pair> v : variables.entrySet()) {
            emit.frame();
            emit.text(v.getKey());
            emit.virtual("nabla/engine/Frame", "load", "(Ljava/lang/String;)Lnabla/value/Value;");
            emit.unbox(v.getValue());
        }
    }

    /** Whether a name calls a library function that maps scalars to a real scalar, or is a number of the library. */
    boolean mapsScalars(String name) {
        if (!engine.functions.isLibrary(name, scope)) return false;
        if (Constants.has(name)) return true;
        boolean one = engine.library.scalar(name, 1) != null;
        boolean two = engine.library.scalar(name, 2) != null;
        return (one || two) && !engine.library.mayBeComplex(name);
    }
}
