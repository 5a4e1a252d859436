package nabla.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import nabla.engine.Engine;
import nabla.engine.Exit;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.library.files.Started;
import nabla.plot.Figures;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Real;
import nabla.value.Value;

/** The wiring: an engine with its library and screen, and running texts in it on a thread with room for deep recursion. */
final class Program {
    private static final long STACK = 1L << 29;

    final Engine engine;
    final Catalog catalog = new Catalog();
    private final Figures figures = new Figures();
    private final PrintStream out;
    private final PrintStream err;
    private final ChosenScreen screen;
    /** What follows the program's name on the command line: numbers as numbers. */
    private final Value[] arguments;
    private volatile Thread worker;

    Program(Options options, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.engine = new Engine(catalog, out, Path.of(""));
        Lang.everywhere(engine.language());
        engine.state(Catalog.class, () -> catalog);
        engine.state(Figures.class, () -> figures);
        Started started = new Started(options.text() == null ? "nabla" : options.text(), options.arguments());
        engine.state(Started.class, () -> started);
        arguments = options.arguments().stream().map(Program::value).toArray(Value[]::new);
        screen = new ChosenScreen(options, engine, err);
        figures.screen(screen);
    }

    /** Runs a text; the answer is the exit status. Errors are told on the error stream. A file's program finds the functions beside it. */
    int run(Source source) {
        Path beside = source.path() == null ? null : source.path().toAbsolutePath().normalize().getParent();
        if (beside != null && !beside.equals(engine.folder().toAbsolutePath().normalize())) {
            engine.path().add(beside);
            engine.refresh();
        }
        int[] status = {0};
        Thread thread = new Thread(null, () -> status[0] = attempt(source), "program", STACK);
        worker = thread;
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker = null;
        return status[0];
    }

    private static Value value(String word) {
        boolean number = word.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
        return number ? Real.of(Double.parseDouble(word)) : Char.of(word);
    }

    /** The session is over: what onCleanup keeps is done. */
    void end() {
        engine.end();
        out.flush();
    }

    /** Returns when the user has closed the windows that the program left behind. */
    void linger() {
        screen.linger();
    }

    /** Stops the program that runs, if one does: its loops ask the engine, long computations and waits their thread. */
    boolean interrupt() {
        Thread running = worker;
        if (running == null) return false;
        if (engine.interrupt()) running.interrupt();
        return true;
    }

    private int attempt(Source source) {
        int status = 0;
        try {
            engine.execute(source, arguments);
        } catch (Exit e) {
            figures.write();
            throw left(e);
        } catch (Failure f) {
            out.flush();
            Trouble.tell(f, source, engine, catalog, err);
            status = 1;
        } catch (CancellationException e) {
            Thread.interrupted();
            out.flush();
            err.println(Lang.say("interrupted", "прервано"));
            status = 130;
        } catch (StackOverflowError e) {
            err.println(Lang.say("error: the recursion is too deep", "ошибка: слишком глубокая рекурсия"));
            status = 1;
        }
        show();
        out.flush();
        err.flush();
        return status;
    }

    private void show() {
        try {
            figures.write();
        } catch (Failure f) {
            err.println(Lang.say("error: ", "ошибка: ") + f.getMessage());
        }
    }

    /** The program asked to leave: ends the process from here, everything written. */
    private Error left(Exit e) {
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(e.status());
        return new AssertionError();
    }
}
