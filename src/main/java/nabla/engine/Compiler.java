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
import java.util.function.Supplier;
import nabla.language.Tree;
import nabla.value.Failure;
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
    final Meanings meanings;
    private final boolean numbers;
    final Map<String, Operand.Pair> variables = new LinkedHashMap<>();
    /** Global and persistent variables: the local that holds their {@link Workspace.Global}. */
    final Map<String, Integer> cells = new LinkedHashMap<>();
    /** Names that may turn out to be variables only when the unit runs. */
    final Set<String> maybe = new HashSet<>();

    final Expressions expressions;
    final Statements statements;
    final Assignments assignments;
    final Exchange exchange;
    private final Passing passing;
    final Counters counters;
    final Views views = new Views(this);
    /** The value that {@code end} measures, innermost first. */
    final Deque<EndOf> ends = new ArrayDeque<>();

    /** What takes the results of the call that is compiled next. */
    private List<Tree.Expression> targets = List.of();

    /** In a method for a part of an expression, what the part is; empty elsewhere. */
    List<Tree.Expression> parts = List.of();

    /** How large the parts of the unit are. */
    final Size size;

    private boolean byName;
    /** The code calls what looks at variables by name or changes them. */
    private boolean looked;
    /** Every variable is known to hold real numbers. */
    private boolean typed;
    /** The variables are at home in arrays. */
    private boolean atHome;
    /** Cleanup blocks of the unwind_protect statements around the code being compiled, innermost first. */
    final Deque<List<Tree.Statement>> cleanups = new ArrayDeque<>();

    final Label leave = new Label();
    /** In a block, the local that says how it ended; −1 elsewhere. */
    int signal = -1;
    /** Whether the block is one of choices, which notes when one of them is right. */
    boolean choosing;
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
        this(engine, scope, numbers, numbers ? Emit.numbers() : Emit.code(), new Size());
    }

    private Compiler(Engine engine, Functions.Scope scope, boolean numbers, Emit emit, Size size) {
        this.engine = engine;
        this.scope = scope;
        this.numbers = numbers;
        this.emit = emit;
        this.size = size;
        meanings = new Meanings(engine, scope, Set.of());
        counters = new Counters(emit);
        expressions = new Expressions(this);
        assignments = new Assignments(this);
        statements = new Statements(this);
        exchange = new Exchange(this);
        passing = new Passing(this);
    }

    /** For a block of a unit: a method of its own that shares the arrays where the unit's variables are at home. */
    Compiler(Compiler unit, Emit emit, Names body) {
        this(unit.engine, unit.scope, false, emit, unit.size);
        independent = unit.independent;
        byName = unit.byName;
        looked = unit.looked;
        typed = unit.typed;
        exchange.as(unit.exchange);
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
        this(engine, scope, false, emit, new Size());
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

    /** The next call compiled is the value of an assignment to these. */
    void giveTo(List<Tree.Expression> targets) {
        this.targets = targets;
    }

    /** What takes the results of the call that is compiled now. */
    List<Tree.Expression> takeTargets() {
        List<Tree.Expression> taken = targets;
        targets = List.of();
        return taken;
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

    /** Whether parameters come as doubles. */
    boolean numbers() {
        return numbers;
    }

    /** Whether nested functions share the variable. */
    boolean isShared(String variable) {
        return shared.contains(variable);
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
        return guarded(f.tree.at(), () -> compiled(engine, f, signature));
    }

    private static Unit compiled(Engine engine, UserFunction f, long signature) {
        Compiler c = new Compiler(engine, f.scope, false);
        c.body(f, Names.of(f.tree.body()), signature);
        c.passing.results(f.tree.results());
        return new Unit((Code) c.emit.finish(engine, f.tree.name(), f.scope.source.name()), c.byName);
    }

    /** The function for a call with numbers alone, or null when it asks how it was called or looks at variables by name. */
    static NumberCode numbers(Engine engine, UserFunction f) {
        Names names = Names.of(f.tree.body());
        if (names.byName(Set.of()) || names.used.contains("nargin") || names.used.contains("nargout")) return null;
        Compiler c = new Compiler(engine, f.scope, true);
        c.body(f, names, Signature.NONE);
        if (c.byName) return null;
        c.passing.number(c.passing.resultOperand(f.tree.results().get(0).name()));
        return (NumberCode) c.emit.finish(engine, f.tree.name(), f.scope.source.name());
    }

    private void body(UserFunction f, Names names, long signature) {
        Tree.Function tree = f.tree;
        Set<String> all = new LinkedHashSet<>();
        for (Tree.Parameter p : tree.parameters()) all.add(p.name());
        Kinds.Given given = new Kinds.Given(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (int k = 0; k < tree.parameters().size(); k++) {
            given.add(tree.parameters().get(k).name(), numbers ? Operand.Kind.SCALAR : Signature.kind(signature, k));
        }
        Set<String> candidates = new LinkedHashSet<>(names.assigned);
        candidates.removeAll(all);
        candidates.addAll(given.scalars());
        candidates.addAll(given.reals());
        for (Tree.Parameter p : tree.results()) {
            given.results().add(p.name());
            if (!all.contains(p.name())) candidates.add(p.name());
        }
        for (Tree.Parameter p : tree.results()) all.add(p.name());
        all.addAll(names.assigned);
        settle(names, all);
        names.shared.addAll(f.nesting.shared());
        candidates.removeAll(names.shared);
        given.leaveOut(names.shared);
        Kinds kinds = byName ? Kinds.unknown() : Kinds.of(candidates, given, tree.body(), meanings.besides(all));
        declareCells(names, f);
        declare(all, kinds::of, size.of(tree.body()));
        passing.parameters(tree.parameters());
        if (scope.real) independent = Independence.of(tree.body(), given.results(), this);
        statements.all(tree.body());
        emit.label(leave);
    }

    /** The anonymous function for calls whose arguments and captured values have the kinds of the signature. */
    static Unit anonymous(Engine engine, Closure.Site site, long signature) {
        return guarded(site.tree.at(), () -> compiled(engine, site, signature));
    }

    private static Unit compiled(Engine engine, Closure.Site site, long signature) {
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
        c.passing.number(t);
        return (NumberCode) c.emit.finish(engine, "@<anonymous>", site.scope.source.name());
    }

    /** Declares an anonymous function's parameters and captured variables, the latter found in an array from {@code first} on. */
    private void captures(Closure.Site site, int array, int first, long signature) {
        Names names = Names.of(site.tree.body());
        Set<String> all = new LinkedHashSet<>();
        for (Tree.Parameter p : site.tree.parameters()) all.add(p.name());
        int parameters = all.size();
        all.addAll(List.of(site.captured));
        for (Tree.Parameter p : site.tree.parameters()) names.initial(p);
        all.addAll(names.assigned);
        maybe.addAll(site.uncertain);
        settle(names, all);
        List<String> order = new ArrayList<>();
        for (Tree.Parameter p : site.tree.parameters()) order.add(p.name());
        order.addAll(List.of(site.captured));
        declare(all, n -> kind(order.indexOf(n), parameters, signature), size.of(site.tree.body()));
        passing.parameters(site.tree.parameters());
        for (int k = 0; k < site.captured.length; k++) passing.value(array, first + k, variables.get(site.captured[k]));
        emit.at(site.tree.at());
    }

    /** The kind of an anonymous function's variable: parameter or captured value k; −1 for one that its body assigns. */
    private Operand.Kind kind(int k, int parameters, long signature) {
        if (k < 0) return Operand.Kind.ANY;
        return numbers && k < parameters ? Operand.Kind.SCALAR : Signature.kind(signature, k);
    }

    /** A statement of a script, about to run with these variables. */
    static Unit statement(Engine engine, Tree.Statement s, Functions.Scope scope, Workspace workspace) {
        Compiler c = new Compiler(engine, scope, false);
        return guarded(s.at(), () -> c.script(List.of(s), c.size.of(s), Names.of(List.of(s)), workspace, () -> {
            c.statements.all(List.of(s));
            c.emit.op(ICONST_0);
            c.emit.m.visitTypeInsn(ANEWARRAY, Emit.VALUE);
        }));
    }

    /** An expression to evaluate with these variables. */
    static Unit expression(Engine engine, Tree.Expression e, Functions.Scope scope, Workspace workspace) {
        Compiler c = new Compiler(engine, scope, false);
        return guarded(e.at(), () -> c.script(List.of(), c.size.of(e), Names.of(e), workspace, () -> c.expressions.all(e, () -> c.emit.var(ILOAD, 3))));
    }

    /** What this makes of the code that stands there; code nested so deeply that compiling it fills the stack is refused. */
    private static Unit guarded(Tree.Position at, Supplier<Unit> made) {
        try {
            return made.get();
        } catch (StackOverflowError e) {
            throw Failure.of(
                    "the code that begins in line %d is nested too deeply to be compiled: split it",
                    "код, начинающийся в строке %d, вложен слишком глубоко: разбейте его", at.line());
        }
    }

    /** Code between reading the variables it uses and writing those it sets, whether it ends well or not; it pushes its results. */
    private Unit script(List<Tree.Statement> body, int size, Names names, Workspace workspace, Runnable code) {
        Set<String> all = new LinkedHashSet<>(names.assigned);
        Kinds.Given given = new Kinds.Given(new HashSet<>(), new HashSet<>(), Set.of());
        for (String n : names.used) {
            nabla.value.Value v = workspace.get(n);
            if (v == null) continue;
            all.add(n);
            if (workspace.isGlobal(n)) names.globals.add(n);
            else given.add(n, Signature.kind(v));
        }
        looked = meanings.besides(all).look(names);
        if (looked) {
            doubt(names, all);
        }
        Set<String> candidates = new HashSet<>(names.assigned);
        candidates.addAll(given.scalars());
        candidates.addAll(given.reals());
        Kinds kinds = looked ? Kinds.unknown() : Kinds.of(candidates, given, body, meanings.besides(all));
        byName = true;
        exchange.write(looked ? all : names.assigned);
        declareCells(names, null);
        declare(all, kinds::of, size);
        exchange.reload();
        thenSpill(code);
        return new Unit((Code) emit.finish(engine, "", scope.source.name()), true);
    }

    /** The code that pushes a script's results, which are returned once the variables are written, however it ends. */
    private void thenSpill(Runnable code) {
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
        exchange.spill();
        emit.var(ALOAD, results);
        emit.op(ARETURN);
        emit.label(caught);
        int error = emit.newReference();
        emit.var(ASTORE, error);
        exchange.spill();
        emit.var(ALOAD, error);
        emit.op(ATHROW);
        emit.m.visitTryCatchBlock(start, end, caught, null);
    }

    /** In a block of choices, notes that one was found. */
    void matched() {
        if (!choosing) return;
        emit.integer(Blocks.ENDED);
        emit.var(ISTORE, signal);
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
        byName = meanings.besides(certain).look(names);
        looked = byName;
        if (!byName) return;
        doubt(names, all);
        exchange.write(all);
    }

    /** Where code looks at variables by name, other names may become variables, and variables named like functions functions again. */
    private void doubt(Names names, Set<String> all) {
        for (String n : names.used) {
            boolean cell = names.globals.contains(n) || names.persistents.contains(n) || names.shared.contains(n);
            if (all.add(n) || !cell && engine.functions.find(n, scope) != null) maybe.add(n);
        }
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
    private void declare(Set<String> all, Function<String, Operand.Kind> kinds, int size) {
        List<String> names = new ArrayList<>(all);
        names.removeAll(cells.keySet());
        typed = cells.isEmpty();
        for (String n : names) typed &= kinds.apply(n) != Operand.Kind.ANY || AdjointSweeps.isStack(n);
        atHome = looked || size > most();
        if (atHome) emit.makeHome(names.size());
        for (int k = 0; k < names.size(); k++) {
            String n = names.get(k);
            Operand.Pair p = atHome ? Emit.atHome(k, kinds.apply(n), n) : emit.pair(kinds.apply(n), n);
            if (!atHome) emit.clear(p);
            variables.put(n, p);
        }
    }

    /** Whether calling this name may look at or change variables by name. */
    boolean looksAtVariables(String name) {
        return byName && meanings.looks(name);
    }
}
