package nabla.engine;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Value;

/**
 * An engine on a thread of its own that calls the functions of another one, made again for it, and holds nothing else of that session:
 * variables, random numbers, files, figures, output. A function that comes to any of these is {@link Refused} before anything has
 * happened, so that what a fork does finish depends on its arguments alone and nobody can notice that it was done.
 */
final class Fork extends Engine {
    private static final int STACK = 1 << 28;

    private final Twins twins;
    private final ThreadPoolExecutor thread;
    /** The thread while it works, and for whom. */
    private Thread working;

    private Object owner;
    private boolean leaving;

    Fork(Engine of) {
        super(of);
        twins = (Twins) functions;
        thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread t = new Thread(null, work, "ahead", STACK);
            t.setDaemon(true);
            return t;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Does the work on the fork's thread, after what it was given before. */
    void run(Object owner, Runnable work) {
        thread.execute(() -> {
            arrive(owner);
            try {
                work.run();
            } finally {
                leave();
            }
        });
    }

    private synchronized void arrive(Object owner) {
        interruption.attach();
        Lang.attach(language());
        working = Thread.currentThread();
        this.owner = owner;
    }

    private synchronized void leave() {
        working = null;
        Thread.interrupted();
        if (leaving) Interruption.left();
        leaving = false;
    }

    /** Stops the work under way, if it is the owner's. */
    synchronized void stop(Object owner) {
        if (working == null || leaving || owner != this.owner) return;
        leaving = true;
        Interruption.leave(working);
    }

    /** Stops all work. */
    synchronized void rest() {
        thread.getQueue().clear();
        stop(owner);
    }

    /** The values as this fork may hold them, in an array of the same kind; nulls stay. */
    Value[] twins(Value[] values) {
        Value[] own = values.clone();
        for (int k = 0; k < own.length; k++) own[k] = twins.of(own[k]);
        return own;
    }

    /** Before a task: where a program stands that is so deep in calls. */
    void begin(int depth) {
        stand(depth);
        super.lastError(null);
    }

    /** The last error that a try of this task caught, or null. */
    Failure caught() {
        return super.lastError();
    }

    @Override
    List<Fork> forks() {
        return List.of();
    }

    @Override
    public boolean attended() {
        return false;
    }

    // ---- what is the session's alone -----------------------------------------------------------------------------

    @Override
    Workspace.Global global(String name) {
        throw new Refused("the global variable " + name, "глобальная переменная " + name);
    }

    @Override
    Workspace.Global persistent(UserFunction f, String name) {
        throw new Refused("the persistent variable " + name, "постоянная переменная " + name);
    }

    @Override
    void define(nabla.language.Tree.Function f, Functions.Scope scope) {
        throw new Refused("the definition of " + f.name(), "определение " + f.name());
    }

    @Override
    public PrintStream out() {
        throw new Refused("output", "вывод");
    }

    @Override
    public PrintStream err() {
        throw new Refused("output", "вывод");
    }

    @Override
    public PrintStream divert(PrintStream other) {
        throw new Refused("output", "вывод");
    }

    @Override
    public <T> T state(Class<T> type, Supplier<T> first) {
        throw new Refused(type.getSimpleName(), type.getSimpleName());
    }

    @Override
    public <T> void keep(Class<T> type, T state) {
        throw new Refused(type.getSimpleName(), type.getSimpleName());
    }

    @Override
    public Path folder() {
        throw files();
    }

    @Override
    public void folder(Path other) {
        throw files();
    }

    @Override
    public List<Path> path() {
        throw files();
    }

    @Override
    public Path file(String name) {
        throw files();
    }

    @Override
    public void refresh() {
        throw files();
    }

    private static Refused files() {
        return new Refused("files", "файлы");
    }

    @Override
    public Failure lastError() {
        throw new Refused("the last error", "последняя ошибка");
    }

    @Override
    public void lastError(Failure f) {
        throw new Refused("the last error", "последняя ошибка");
    }

    @Override
    public List<Failure.Place> stack() {
        throw new Refused("the stack of calls", "стек вызовов");
    }

    @Override
    public Workspace callerWorkspace() {
        throw new Refused("the caller's variables", "переменные вызвавшей функции");
    }

    @Override
    public Workspace baseWorkspace() {
        throw new Refused("the console's variables", "переменные консоли");
    }

    @Override
    public Value[] evaluate(String code, Workspace workspace, int nargout) {
        throw new Refused("code in a string", "код в строке");
    }

    @Override
    public void run(Path file, Workspace workspace) {
        throw files();
    }

    @Override
    public void clearFunctions(Predicate<String> names) {
        throw new Refused("clear", "clear");
    }

    @Override
    public void clearGlobals(Predicate<String> names) {
        throw new Refused("clear", "clear");
    }
}
