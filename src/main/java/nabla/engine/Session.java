package nabla.engine;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nabla.value.Callable;
import nabla.value.FunctionHandle;
import nabla.value.Value;

/**
 * One console's world: its functions, variables, folder and output. Library functions take it as their first parameter when they
 * need it.
 */
public abstract class Session {
    private final Map<Class<?>, Object> states = new HashMap<>();

    /** Where the program prints. */
    public abstract PrintStream out();

    /** The folder that file names are relative to; {@code cd} changes it. */
    public abstract Path folder();

    public abstract void folder(Path folder);

    /** The folders added by addpath, searched after the current one. */
    public abstract List<Path> path();

    /** What a user means by a function's name: the function that a call of it from the innermost code that is not the library's finds, or null. */
    public abstract Callable function(String name);

    /** The library's own function of this name, whatever else the name has come to mean; or null. */
    public abstract Callable standard(String name);

    /** The variables of the function that is calling the library (those of the console at top level). */
    public abstract Workspace workspace();

    /** The variables of the caller of that function. */
    public abstract Workspace callerWorkspace();

    /** The variables of the console. */
    public abstract Workspace baseWorkspace();

    /** Reads and runs code in the workspace, printing as it goes; returns {@code nargout} values when the code is an expression. */
    public abstract Value[] evaluate(String code, Workspace workspace, int nargout);

    /** Runs a file as a script in the workspace. */
    public abstract void run(Path file, Workspace workspace);

    /** Throws {@link Interrupted} when the user pressed Ctrl-C: for long loops in Java to poll. */
    public abstract void poll();

    /** Tasks to be done one after another, with these functions, that other processors may begin: nulls stand for no function. */
    public abstract <T> Ahead<T> ahead(FunctionHandle... functions);

    /** Whether somebody follows what programs do: sees their progress, may pause them. */
    public abstract boolean attended();

    private volatile BooleanSupplier attention;

    /** Who is told of Ctrl-C before the program is stopped; null for nobody. */
    public final BooleanSupplier attention() {
        return attention;
    }

    /** From now on Ctrl-C is told to the listener, on the thread that sees the key; when it answers true, the program is not stopped. */
    public final void attention(BooleanSupplier listener) {
        attention = listener;
    }

    /** The session's one object of this class, made when first asked for: random numbers, open files, figures. */
    public <T> T state(Class<T> type, Supplier<T> first) {
        return memo(type, first);
    }

    /** The same for an object that only saves time, in which no program can notice another's doing. */
    public final <T> T memo(Class<T> type, Supplier<T> first) {
        return type.cast(states.computeIfAbsent(type, t -> first.get()));
    }

    /** Replaces the session's object of this class: for settings that are values, such as the format of numbers. */
    public <T> void keep(Class<T> type, T state) {
        states.put(type, state);
    }
}
