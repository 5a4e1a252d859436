package nabla.engine;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nabla.language.Tree;
import nabla.value.Callable;
import org.objectweb.asm.Label;

/**
 * Compiles one unit: a function, an anonymous function, or a statement of a script. A unit's variables live in locals, each a
 * pair of a double and a reference; a unit whose variables are seen by name keeps a workspace besides, written before and read
 * after whatever may look at it.
 */
final class Compiler {
    final Engine engine;
    final Functions.Scope scope;
    final Emit emit;
    /** Compiling for numbers: parameters come as doubles. */
    private final boolean numbers;
    final Map<String, Operand.Pair> variables = new LinkedHashMap<>();
    /** Global and persistent variables: the local that holds their {@link Workspace.Global}. */
    final Map<String, Integer> cells = new LinkedHashMap<>();
    /** Names that may turn out to be variables only when the unit runs. */
    final Set<String> maybe = new HashSet<>();

    final Expressions expressions;
    final Statements statements;
    final Assignments assignments;
    final Counters counters;
    final Views views = new Views(this);
    /** The value that {@code end} measures, innermost first. */
    final Deque<EndOf> ends = new ArrayDeque<>();

    private boolean byName;
    /** The code calls what looks at variables by name or changes them. */
    private boolean looked;
    private Set<String> written = Set.of();
    /** Every variable is known to hold real numbers. */
    private boolean typed;
    /** The variables are at home in arrays. */
    private boolean atHome;
    /** Cleanup blocks of the unwind_protect statements around the code being compiled, innermost first. */
    final Deque<List<Tree.Statement>> cleanups = new ArrayDeque<>();

    final Label leave = new Label();
    /** In a block, the local that says how it ended; −1 elsewhere. */
    int signal = -1;
    /** In a script's unit, the local of its results; −1 elsewhere. */
    private int script = -1;
    private UserFunction function;
    /** The loops that may be spread over cores. */
    private Map<Tree.For, Independence.Iterations> independent = Map.of();
    /** Compiling iterations of such a loop: arrays keep their sizes. */
    private boolean spread;

    private final Set<String> persistents = new HashSet<>();
    /** Variables shared with nested functions. */
    private final Set<String> shared = new HashSet<>();

    /** What {@code end} means: the pair indexed, and which of how many indices. */
    record EndOf(Operand.Pair of, int index, int count) {}

    private Compiler(Engine engine, Functions.Scope scope, boolean numbers) {
        this(engine, scope, numbers, numbers ? Emit.numbers() : Emit.code());
    }

    private Compiler(Engine engine, Functions.Scope scope, boolean numbers, Emit emit) {
        this.engine = engine;
        this.scope = scope;
        this.numbers = numbers;
        this.emit = emit;
        counters = new Counters(emit);
        expressions = new Expressions(this);
        assignments = new Assignments(this);
        statements = new Statements(this);
    }

    /** For a block of a unit: a method of its own that shares the arrays where the unit's variables are at home. */
    Compiler(Compiler unit, Emit emit, Names body) {
        this(unit.engine, unit.scope, false, emit);
        independent = unit.independent;
        byName = unit.byName;
        looked = unit.looked;
        typed = unit.typed;
        written = unit.written;
        maybe.addAll(unit.maybe);
        atHome = true;
        script = unit.script;
        function = unit.function;
        variables.putAll(unit.variables);
        Names cells = new Names();
        for (String n : unit.cells.keySet()) {
            if (!body.used.contains(n) && !body.assigned.contains(n)) continue;
            (unit.persistents.contains(n) ? cells.persistents : unit.shared.contains(n) ? cells.shared : cells.globals).add(n);
        }
        declareCells(cells, function);
    }

    /** For the iterations of an independent loop: a method with these variables, all 0. */
    Compiler(Engine engine, Functions.Scope scope, Emit emit, Map<String, Operand.Kind> kinds) {
        this(engine, scope, false, emit);
        typed = true;
        spread = true;
        kinds.forEach((name, kind) -> {
            Operand.Pair p = emit.pair(kind, name);
            emit.number(0);
            emit.storeNumber(p);
            variables.put(name, p);
        });
    }

    /** Gives variables locals of their own, filled from where they are at home. */
    void settleDown(Set<String> names) {
        for (String n : names) {
            Operand.Pair home = variables.get(n);
            if (home == null) continue;
            Operand.Pair p = emit.pair(home.kind(), n);
            emit.move(home, p);
            variables.put(n, p);
        }
    }

    /** Whether this is a function's code, where functions inside are its own. */
    boolean isFunction() {
        return function != null;
    }

    boolean atHome() {
        return atHome;
    }

    boolean looked() {
        return looked;
    }

    boolean byName() {
        return byName;
    }

    boolean isSpread() {
        return spread;
    }

    /** The loop as one that may be spread over cores, or null. */
    Spread spread(Tree.For loop) {
        Independence.Iterations i = independent.get(loop);
        return i == null ? null : new Spread(this, loop, i);
    }

    /** How large a method of this unit may become. */
    int most() {
        return typed ? Size.TYPED_METHOD : Size.METHOD;
    }

    // ---- units ---------------------------------------------------------------------------------------------------

    /** The function for calls whose arguments have the kinds of the signature. */
    static Unit function(Engine engine, UserFunction f, long signature) {
        Compiler c = new Compiler(engine, f.scope, false);
        c.body(f, Names.of(f.tree.body()), signature);
        c.results(f.tree.results());
        return new Unit((Code) c.emit.finish(engine, f.tree.name(), f.scope.source.name()), c.byName);
    }

    /** The function for a call with numbers alone, or null when it asks how it was called or looks at variables by name. */
    static NumberCode numbers(Engine engine, UserFunction f) {
        Names names = Names.of(f.tree.body());
        if (names.byName(Set.of()) || names.used.contains("nargin") || names.used.contains("nargout")) return null;
        Compiler c = new Compiler(engine, f.scope, true);
        c.body(f, names, Signature.NONE);
        if (c.byName) return null;
        c.number(c.resultOperand(f.tree.results().get(0).name()));
        return (NumberCode) c.emit.finish(engine, f.tree.name(), f.scope.source.name());
    }

    private void body(UserFunction f, Names names, long signature) {
        Tree.Function tree = f.tree;
        Set<String> all = new LinkedHashSet<>();
        tree.parameters().forEach(p -> all.add(p.name()));
        Kinds.Given given = new Kinds.Given(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (int k = 0; k < tree.parameters().size(); k++) {
            given.add(tree.parameters().get(k).name(), numbers ? Operand.Kind.SCALAR : Signature.kind(signature, k));
        }
        Set<String> candidates = new LinkedHashSet<>(names.assigned);
        candidates.removeAll(all);
        candidates.addAll(given.scalars());
        candidates.addAll(given.reals());
        tree.results().forEach(p -> {
            given.results().add(p.name());
            if (!all.contains(p.name())) candidates.add(p.name());
        });
        tree.results().forEach(p -> all.add(p.name()));
        all.addAll(names.assigned);
        settle(names, all);
        names.shared.addAll(f.nesting.shared());
        candidates.removeAll(names.shared);
        given.leaveOut(names.shared);
        Kinds kinds = byName ? Kinds.unknown() : Kinds.of(candidates, given, tree.body(), except(all));
        declareCells(names, f);
        declare(all, kinds::of, tree.body());
        parameters(tree.parameters());
        if (scope.real) independent = Independence.of(tree.body(), given.results(), this);
        statements.all(tree.body());
        emit.label(leave);
    }

    /** The anonymous function for calls whose arguments and captured values have the kinds of the signature. */
    static Unit anonymous(Engine engine, Closure.Site site, long signature) {
        Compiler c = new Compiler(engine, site.scope, false);
        c.captures(site, 2, site.tree.parameters().size(), signature);
        c.expressions.all(site.tree.body(), () -> c.emit.var(ILOAD, 3));
        c.emit.op(ARETURN);
        return new Unit((Code) c.emit.finish(engine, "@<anonymous>", site.scope.source.name()), c.byName);
    }

    /** The anonymous function for a call with numbers alone, or null when it looks at variables by name. */
    static NumberCode numbers(Engine engine, Closure.Site site) {
        Names names = Names.of(site.tree.body());
        if (names.byName(Set.of()) || names.used.contains("nargin") || names.used.contains("nargout")) return null;
        Compiler c = new Compiler(engine, site.scope, true);
        c.captures(site, 2, 0, Signature.NONE);
        if (c.byName) return null;
        Operand.Pair t = c.expressions.temporary(false);
        c.expressions.store(c.expressions.lift(site.tree.body()), t);
        c.number(t);
        return (NumberCode) c.emit.finish(engine, "@<anonymous>", site.scope.source.name());
    }

    /** Declares an anonymous function's parameters and captured variables, the latter found in an array from {@code first} on. */
    private void captures(Closure.Site site, int array, int first, long signature) {
        Names names = Names.of(site.tree.body());
        Set<String> all = new LinkedHashSet<>();
        site.tree.parameters().forEach(p -> all.add(p.name()));
        int parameters = all.size();
        all.addAll(List.of(site.captured));
        site.tree.parameters().forEach(p -> names.initial(p));
        all.addAll(names.assigned);
        maybe.addAll(site.uncertain);
        settle(names, all);
        List<String> order = new ArrayList<>(site.tree.parameters().stream().map(Tree.Parameter::name).toList());
        order.addAll(List.of(site.captured));
        declare(all, n -> kind(order.indexOf(n), parameters, signature), List.of());
        parameters(site.tree.parameters());
        for (int k = 0; k < site.captured.length; k++) value(array, first + k, variables.get(site.captured[k]));
        emit.at(site.tree.at());
    }

    /** The kind of an anonymous function's variable: parameter or captured value k; −1 for one that its body assigns. */
    private Operand.Kind kind(int k, int parameters, long signature) {
        if (k < 0) return Operand.Kind.ANY;
        return numbers && k < parameters ? Operand.Kind.SCALAR : Signature.kind(signature, k);
    }

    /** Returns the pair: as a double, with the engine told when it is another value. */
    private void number(Operand.Pair p) {
        if (!p.scalar()) {
            emit.frame();
            emit.var(ALOAD, p.r());
            emit.ops("giveBack", "(Lnabla/engine/Frame;Lnabla/value/Value;)V");
        }
        emit.var(DLOAD, p.d());
        emit.op(DRETURN);
    }

    private Operand.Pair resultOperand(String name) {
        Operand.Pair p = variables.get(name);
        if (p != null) return p;
        Operand.Pair t = expressions.temporary(false);
        result(name);
        emit.ops("orUndefined", "(Lnabla/value/Value;)Lnabla/value/Value;");
        emit.unbox(t);
        return t;
    }

    /** A statement of a script, about to run with these variables. */
    static Unit statement(Engine engine, Tree.Statement s, Functions.Scope scope, Workspace workspace) {
        Compiler c = new Compiler(engine, scope, false);
        return c.script(List.of(s), Names.of(List.of(s)), workspace, () -> {
            c.statements.all(List.of(s));
            c.emit.op(ICONST_0);
            c.emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        });
    }

    /** An expression to evaluate with these variables. */
    static Unit expression(Engine engine, Tree.Expression e, Functions.Scope scope, Workspace workspace) {
        Compiler c = new Compiler(engine, scope, false);
        return c.script(List.of(), Names.of(e), workspace, () -> c.expressions.all(e, () -> c.emit.var(ILOAD, 3)));
    }

    /** Code between reading the variables it uses and writing those it sets, whether it ends well or not; it pushes its results. */
    private Unit script(List<Tree.Statement> body, Names names, Workspace workspace, Runnable code) {
        Set<String> all = new LinkedHashSet<>(names.assigned);
        Kinds.Given given = new Kinds.Given(new HashSet<>(), new HashSet<>(), Set.of());
        for (String n : names.used) {
            nabla.value.Value v = workspace.get(n);
            if (v == null) continue;
            all.add(n);
            if (workspace.isGlobal(n)) names.globals.add(n);
            else given.add(n, Signature.kind(v));
        }
        looked = names.byName(all) || callsLooking(names, all);
        if (looked) {
            for (String n : names.used) if (all.add(n)) maybe.add(n);
        }
        Set<String> candidates = new HashSet<>(names.assigned);
        candidates.addAll(given.scalars());
        candidates.addAll(given.reals());
        Kinds kinds = looked ? Kinds.unknown() : Kinds.of(candidates, given, body, except(all));
        byName = true;
        written = looked ? all : names.assigned;
        declareCells(names, null);
        declare(all, kinds::of, body);
        reload();
        Label start = new Label();
        Label end = new Label();
        Label caught = new Label();
        int results = emit.newReference();
        script = results;
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
        return new Unit((Code) emit.finish(engine, "", scope.source.name()), true);
    }

    /** Notes before a jump to {@link #leave} that the program asked for it. */
    void noteReturn() {
        if (signal >= 0) {
            emit.integer(Blocks.RETURNED);
            emit.var(ISTORE, signal);
        } else if (script >= 0) {
            emit.m.visitFieldInsn(GETSTATIC, Emit.CODE, "RETURNED", "[Lnabla/value/Value;");
            emit.var(ASTORE, script);
        }
    }

    private void none(int results) {
        emit.op(ICONST_0);
        emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        emit.var(ASTORE, results);
    }

    // ---- variables -----------------------------------------------------------------------------------------------

    /** Decides whether a function keeps its variables by name, and which names may then become variables. */
    private void settle(Names names, Set<String> all) {
        Set<String> certain = new HashSet<>(all);
        certain.removeAll(maybe);
        byName = names.byName(certain) || callsLooking(names, certain);
        looked = byName;
        if (!byName) return;
        for (String n : names.used) if (all.add(n)) maybe.add(n);
        written = all;
    }

    private boolean callsLooking(Names names, Set<String> variables) {
        for (String n : names.used) if (!variables.contains(n) && looksAtCaller(n)) return true;
        return false;
    }

    /** Whether a name calls a program that sees its caller's variables: a script, or a function that asks for them. */
    private boolean looksAtCaller(String name) {
        Callable c = engine.functions.find(name, scope);
        return c instanceof Script || c instanceof UserFunction f && f.looksAtCaller();
    }

    private void declareCells(Names names, UserFunction f) {
        function = f;
        persistents.addAll(names.persistents);
        shared.addAll(names.shared);
        Set<String> all = new LinkedHashSet<>(names.globals);
        all.addAll(names.persistents);
        all.addAll(names.shared);
        for (String n : all) {
            int local = emit.newReference();
            if (names.globals.contains(n)) {
                emit.frame();
                emit.text(n);
                emit.ops("global", "(Lnabla/engine/Frame;Ljava/lang/String;)Lnabla/engine/Workspace$Global;");
            } else if (names.shared.contains(n) && !names.persistents.contains(n)) {
                emit.frame();
                emit.text(n);
                emit.virtual("nabla/engine/Frame", "shared", "(Ljava/lang/String;)Lnabla/engine/Workspace$Global;");
            } else if (f != null) {
                emit.constant(engine.persistent(f, n), Workspace.Global.class);
            } else {
                emit.constant(new Workspace.Global(), Workspace.Global.class);
            }
            emit.var(ASTORE, local);
            cells.put(n, local);
        }
    }

    /** Declares the variables: as locals, or at home in arrays when other methods share them or code looks at them by name. */
    private void declare(Set<String> all, Function<String, Operand.Kind> kinds, List<Tree.Statement> body) {
        List<String> names = new ArrayList<>(all);
        names.removeIf(cells::containsKey);
        typed = cells.isEmpty() && names.stream().allMatch(n -> kinds.apply(n) != Operand.Kind.ANY || AdjointSweeps.isStack(n));
        atHome = looked || Size.of(body) > most();
        if (atHome) emit.makeHome(names.size());
        for (int k = 0; k < names.size(); k++) {
            String n = names.get(k);
            Operand.Pair p = atHome ? Emit.atHome(k, kinds.apply(n), n) : emit.pair(kinds.apply(n), n);
            if (!atHome) emit.clear(p);
            variables.put(n, p);
        }
    }

    private void parameters(List<Tree.Parameter> parameters) {
        for (int k = 0; k < parameters.size(); k++) {
            Operand.Pair p = variables.get(parameters.get(k).name());
            if (p == null) {
                shared(k, parameters.get(k).name());
                continue;
            }
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

    /** Stores parameter k in the cell that nested functions see. */
    private void shared(int k, String name) {
        if (!shared.contains(name)) return;
        emit.var(ALOAD, cells.get(name));
        emit.var(ALOAD, 2);
        emit.integer(k);
        emit.ops("given", "([Lnabla/value/Value;I)Lnabla/value/Value;");
        emit.m.visitFieldInsn(PUTFIELD, "nabla/engine/Workspace$Global", "value", "Lnabla/value/Value;");
    }

    private void parameter(int k, Operand.Pair p) {
        if (!numbers) {
            value(2, k, p);
            return;
        }
        emit.var(DLOAD, 3 + 2 * k);
        emit.storeNumber(p);
    }

    /** Unpacks element k of an array of values into a pair. */
    private void value(int array, int k, Operand.Pair p) {
        emit.var(ALOAD, array);
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
            emit.results("varargout", "([Lnabla/value/Value;Lnabla/value/Value;)[Lnabla/value/Value;");
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
        return byName && (Names.byName(name) || looksAtCaller(name));
    }

    /** Writes the variables to the workspace. */
    void spill() {
        if (atHome) {
            String[] names = variables.keySet().stream().map(n -> written.contains(n) ? n : null).toArray(String[]::new);
            home("spill", names);
            return;
        }
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
        if (atHome) {
            home("reload", variables.keySet().toArray(String[]::new));
            return;
        }
        for (Map.Entry<String, Operand.Pair> v : variables.entrySet()) {
            emit.frame();
            emit.text(v.getKey());
            emit.virtual("nabla/engine/Frame", "load", "(Ljava/lang/String;)Lnabla/value/Value;");
            emit.unbox(v.getValue());
        }
    }

    private void home(String method, String[] names) {
        emit.constant(new Home(names), Home.class);
        emit.frame();
        emit.pushHome();
        emit.virtual("nabla/engine/Home", method, "(Lnabla/engine/Frame;[D[Lnabla/value/Value;)V");
    }

    /** Whether a name calls a library function that maps scalars to a real scalar, or is a number of the library. */
    /** What names mean that are none of these variables. */
    private Kinds.Functions except(Set<String> variables) {
        return new Kinds.Functions() {
            @Override
            public boolean isLibrary(String name) {
                return !variables.contains(name) && Compiler.this.isLibrary(name);
            }

            @Override
            public boolean isGenerated() {
                return scope.real;
            }

            @Override
            public boolean mapsScalars(String name) {
                return !variables.contains(name) && Compiler.this.mapsScalars(name);
            }
        };
    }

    /** Whether a name means the library's function of that name. */
    boolean isLibrary(String name) {
        return engine.functions.isLibrary(name, scope);
    }

    boolean mapsScalars(String name) {
        if (!isLibrary(name)) return false;
        if (Constants.has(name)) return true;
        boolean one = engine.library.scalar(name, 1) != null;
        boolean two = engine.library.scalar(name, 2) != null;
        return (one || two) && (scope.real || !engine.library.mayBeComplex(name));
    }
}
