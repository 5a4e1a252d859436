package nabla.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import nabla.language.Reader;
import nabla.language.Reading;
import nabla.language.Source;
import nabla.language.Tree;
import nabla.value.Callable;
import nabla.value.Char;
import nabla.value.Display;
import nabla.value.Failure;
import nabla.value.Format;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Runs programs: reads, compiles and calls; keeps the functions, the global variables and the stack of calls. */
public class Engine extends Session {
    /** As Octave's max_recursion_depth. */
    static final int DEEPEST = 256;

    final Functions functions;
    final Library library;
    final Places places = new Places();
    /** Adjoint code by the function and the kinds of what it is called with. */
    final Map<List<Object>, Adjoint> adjoints = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Adjoint> eldest) {
            return size() > 200;
        }
    };

    /** The wish of this session's user that programs end, and the language chosen; forks share them. */
    final Interruption interruption;

    private final Lang.Choice language;
    private final Map<String, Workspace.Global> globals = new HashMap<>();
    private final Workspace base = new Workspace();
    private final List<Path> path = new ArrayList<>();
    private final Frame top;
    private final PrintStream out;
    /** Where everything is printed that evalc returns; null elsewhere. */
    private PrintStream caught;
    private Path folder;
    private Frame current;
    private int depth;
    private Failure lastError;
    private final List<Fork> forks = new ArrayList<>();
    private final Deque<Running> scripts = new ArrayDeque<>();
    /** The place that called a function last, for what the library's function says of it. */
    Call latest;
    /** The place that is calling a function just now, for the function's frame. */
    Call calling;
    /** What the last {@link NumberCode} returned, null when that is its double. */
    Value returned;

    public Engine(Library library, PrintStream out, Path folder) {
        this.library = library;
        interruption = new Interruption();
        language = new Lang.Choice();
        this.out = out;
        this.folder = folder.toAbsolutePath().normalize();
        this.functions = new Functions(this, library);
        this.top = new Frame(this, null, "", new Functions.Scope(new Source("", null, "")), base);
        this.current = top;
    }

    /** For a fork: knows the functions of the engine, as twins. */
    Engine(Engine of) {
        library = of.library;
        out = null;
        interruption = of.interruption;
        language = of.language;
        Functions.Scope scope = new Functions.Scope(of.top.scope);
        functions = new Twins(this, of.functions);
        top = new Frame(this, null, "", scope, base);
        current = top;
    }

    // ---- running -------------------------------------------------------------------------------------------------

    /** Runs a text in the console's variables; throws {@link Failure} with its places filled in. */
    public void execute(Source source) {
        execute(source, null);
    }

    /** The same for the program that the command line names: of a file that holds functions alone, the first is called with these arguments. */
    public void execute(Source source, Value[] arguments) {
        Interruption otherInterruption = interruption.begin();
        Lang.Choice otherLanguage = Lang.attach(language);
        attention(null);
        depth = 0;
        current = top;
        try {
            Tree.Program program = read(source, base::has);
            runScript(program, top);
            if (arguments != null && source.path() != null && program.isFunctionFile()) new FunctionFile(program, arguments).call(this, top);
        } catch (Failure f) {
            places.locate(f);
            lastError = f;
            throw f;
        } catch (CancellationException | Exit e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw Failures.of(e);
        } finally {
            current = top;
            depth = 0;
            forks.forEach(Fork::rest);
            interruption.end(otherInterruption);
            Lang.attach(otherLanguage);
        }
    }

    /** The language this session's user has chosen. */
    public Lang.Choice language() {
        return language;
    }

    /** Stops the program that runs, soon, unless it gives attention; true when it stops. Called from another thread. */
    public boolean interrupt() {
        BooleanSupplier attention = attention();
        if (attention != null && attention.getAsBoolean()) return false;
        interruption.ask();
        return true;
    }

    /** Reads a text; throws when it is not a program. */
    Tree.Program read(Source source, Predicate<String> isVariable) {
        Reading r = Reader.read(source, isVariable);
        if (r instanceof Reading.Complete c) return c.program();
        throw Failures.of(r, source);
    }

    /** Runs a program statement by statement in the variables of a frame. */
    void runScript(Tree.Program program, Frame in) {
        Functions.Scope scope = new Functions.Scope(program.source(), in.scope);
        Frame frame = new Frame(this, in.caller, in.name, scope, in.variables());
        frame.host = in;
        frame.outer = in.outer;
        frame.function = in.function;
        frame.nargin = in.nargin;
        frame.nargout = in.nargout;
        Running running = new Running(this, program, scope);
        running.define();
        scripts.push(running);
        Frame before = enter(frame);
        try {
            for (Tree.Statement s : program.statements()) {
                running.step();
                if (s instanceof Tree.Define) continue;
                if (s instanceof Tree.Return) break;
                if (gives(s, frame)) continue;
                Value[] r = Compiler.statement(this, s, scope, frame.workspace).code().run(frame, new Value[0], 0);
                if (r == Code.RETURNED) break;
            }
        } finally {
            leave(before);
            scripts.pop();
        }
    }

    /** Does a statement that gives a variable a constant, which needs no code; false for any other. */
    private boolean gives(Tree.Statement s, Frame frame) {
        if (!(s instanceof Tree.Evaluate e && e.expression() instanceof Tree.Assign a && a.operator().equals("=") && !a.bracketed())) return false;
        if (!(a.targets().get(0) instanceof Tree.Name name)) return false;
        Value v = Constants.simple(a.value());
        if (v == null) return false;
        Ops.poll();
        frame.workspace.set(name.id(), v);
        if (e.printed()) display(name.id(), v);
        return true;
    }

    void define(Tree.Function f, Functions.Scope scope) {
        functions.define(new UserFunction(this, f, scope));
    }

    /** Makes a frame the one that calls; returns the one before, for {@link #leave}. */
    Frame enter(Frame frame) {
        Ops.poll();
        if (++depth > DEEPEST) throw Failures.tooDeep();
        Frame before = current;
        current = frame;
        return before;
    }

    void leave(Frame before) {
        depth--;
        current = before;
    }

    /** The session is over: what onCleanup keeps for the console's variables is done. */
    public void end() {
        top.end(null);
    }

    Frame current() {
        return current;
    }

    /** How many calls are under way inside each other. */
    int depth() {
        return depth;
    }

    /** Stands at top level, as if that were inside so many calls. */
    void stand(int depth) {
        current = top;
        this.depth = depth;
    }

    /** The engines that run ahead of this one: one for each processor but the program's own. */
    List<Fork> forks() {
        if (forks.isEmpty()) for (int k = 1; k < Runtime.getRuntime().availableProcessors(); k++) forks.add(new Fork(this));
        return forks;
    }

    /** The place that called the function which is starting, null when that is no place in a program. */
    Call takeCalling() {
        Call c = calling;
        calling = null;
        return c;
    }

    /** The calls under way, innermost first: where each stands. */
    public List<Failure.Place> stack() {
        Failure here = new Failure("");
        places.locate(here);
        return here.places();
    }

    /** Fills in where in the program the failure happened. */
    public void locate(Failure f) {
        places.locate(f);
    }

    /** A value as a call with numbers returns it. */
    double split(Value v) {
        boolean number = Ops.isNumber(v);
        returned = number ? null : v;
        return number ? Ops.number(v) : 0;
    }

    // ---- errors --------------------------------------------------------------------------------------------------

    /** What a catch block receives; throws on what no program may catch. */
    Value caught(Frame frame, Throwable t) {
        if (t instanceof CancellationException c) throw c;
        if (t instanceof Exit e) throw e;
        Failure f = Failures.of(t);
        places.locate(f);
        lastError = f;
        return describe(f);
    }

    /** The last error of the session, or null. */
    public Failure lastError() {
        return lastError;
    }

    public void lastError(Failure f) {
        lastError = f;
    }

    /** An error as scripts see it: message, identifier, stack. */
    public Struct describe(Failure f) {
        places.locate(f);
        Failure.Place p = f.places().isEmpty() ? new Failure.Place("", "", -1, -1) : f.places().get(0);
        Struct stack = Struct.scalar()
                .with("file", Char.of(p.file()))
                .with("name", Char.of(p.function()))
                .with("line", Real.of(p.line()))
                .with("column", Real.of(p.column()));
        return Struct.scalar()
                .with("message", Overloaded.returned("lasterr", Char.of(String.valueOf(f.caught())))[0])
                .with("identifier", Char.of(f.identifier()))
                .with("stack", stack);
    }

    // ---- what generated code asks for ----------------------------------------------------------------------------

    Workspace.Global global(String name) {
        return globals.computeIfAbsent(name, k -> new Workspace.Global());
    }

    Workspace.Global persistent(UserFunction f, String name) {
        return f.persistent.computeIfAbsent(name, k -> new Workspace.Global());
    }

    /** Forgets the global variables of these names. */
    public void clearGlobals(Predicate<String> names) {
        globals.keySet().removeIf(names);
        for (String n : workspace().names()) if (workspace().isGlobal(n) && names.test(n)) workspace().clear(n);
    }

    void display(String name, Value v) {
        out().print(Display.named(name, v, state(Format.class, Format::initial)));
    }

    Value handle(String name, Frame frame) {
        Callable target = frame.nested(name);
        if (target == null) target = functions.find(name, frame.scope);
        if (target == null) {
            Functions.Scope scope = frame.scope;
            Call late = new Call(name, null);
            Frame made = new Frame(this, frame, name, scope, null);
            target = (arguments, nargout) -> late.all(made, arguments, nargout);
        }
        return new FunctionHandle(name, false, target);
    }

    Set<String> functionNames() {
        return library.names();
    }

    // ---- the session ---------------------------------------------------------------------------------------------

    @Override
    public PrintStream out() {
        return caught == null ? out : caught;
    }

    /** Where warnings go. */
    public PrintStream err() {
        return caught == null ? System.err : caught;
    }

    /** Prints there from now on, warnings too; null for where it printed at first. Returns where it printed so before, or null. */
    public PrintStream divert(PrintStream other) {
        PrintStream before = caught;
        caught = other;
        return before;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void folder(Path other) {
        folder = other.toAbsolutePath().normalize();
        functions.changed();
    }

    @Override
    public List<Path> path() {
        return path;
    }

    /** From now on the running code calls the packages' functions {@code pkg.f}, {@code pkg.*} by their last names. */
    public void importNames(List<String> names) {
        current.scope.imports.addAll(names);
        functions.changed();
    }

    /** What the running code has imported. */
    public Set<String> imported() {
        return current.scope.imports;
    }

    /** Functions may have changed: the path, or a file. */
    public void refresh() {
        functions.changed();
    }

    @Override
    public Callable function(String name) {
        Frame frame = user();
        Callable nested = frame.nested(name);
        return nested != null ? nested : functions.find(name, frame.scope);
    }

    @Override
    public Callable standard(String name) {
        return functions.fromLibrary(name);
    }

    /** The file that a name stands for on the search path, or null. */
    public Path file(String name) {
        return functions.file(name);
    }

    /**
     * Forgets the functions of these names that were defined at the console and the persistent variables of those in files. What the
     * running scripts define further on stays.
     */
    public void clearFunctions(Predicate<String> names) {
        functions.clear(names);
        scripts.forEach(Running::define);
    }

    /** The innermost call under way of code that is not the library's. */
    private Frame user() {
        Frame f = current;
        while (f.scope.standard && f.caller != null) f = f.caller;
        return f;
    }

    @Override
    public Workspace workspace() {
        return current.variables();
    }

    @Override
    public Workspace callerWorkspace() {
        return current.caller == null ? base : current.caller.variables();
    }

    @Override
    public Workspace baseWorkspace() {
        return base;
    }

    /** The arguments, as the program has them, of the library's function of this name that has just been called; null when not known. */
    public String argumentText(String function) {
        return latest == null ? null : latest.text(function);
    }

    /** How many arguments the function that is calling the library was given, and asked for. */
    public Frame frame() {
        return current;
    }

    /** The running code's file without its ending; with option fullpath, with its folder; fullpathext keeps the ending too. */
    public String fileName(String option) {
        Source s = current.scope.source;
        if (s.path() == null) return "";
        String full = s.path().toAbsolutePath().normalize().toString();
        if (option.equals("fullpathext")) return full;
        String bare = full.substring(0, Math.max(full.lastIndexOf('.'), full.lastIndexOf('/') + 1));
        return option.equals("fullpath") ? bare : bare.substring(bare.lastIndexOf('/') + 1);
    }

    @Override
    public Value[] evaluate(String code, Workspace workspace, int nargout) {
        Tree.Program program = read(new Source("", null, code), workspace::has);
        Frame in = new Frame(this, current.caller, current.name, user().scope, workspace);
        in.host = current;
        Frame user = user();
        if (user.outer != null || user.function != null) in.outer = user;
        in.nargin = current.nargin;
        in.nargout = current.nargout;
        if (nargout == 0 || program.statements().size() != 1 || !(program.statements().get(0) instanceof Tree.Evaluate e)) {
            runScript(program, in);
            return new Value[0];
        }
        Frame before = enter(in);
        try {
            return Compiler.expression(this, e.expression(), in.scope, workspace).code().run(in, new Value[0], nargout);
        } finally {
            leave(before);
        }
    }

    @Override
    public void run(Path file, Workspace workspace) {
        try {
            Tree.Program p = read(new Source(file.getFileName().toString(), file, Functions.text(file)), workspace::has);
            Frame in = new Frame(this, current.caller, current.name, current.scope, workspace);
            in.host = current;
            runScript(p, in);
        } catch (IOException e) {
            throw Failure.of("%s can't be read: %s", "файл %s не читается: %s", file, e.getMessage());
        }
    }

    @Override
    public <T> Ahead<T> ahead(FunctionHandle... functions) {
        return new Ahead<>(this, functions);
    }

    @Override
    public boolean attended() {
        return true;
    }

    @Override
    public void poll() {
        Ops.poll();
    }
}
