package nabla.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nabla.value.Cell;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.FunctionHandle;
import nabla.value.Struct;
import nabla.value.Value;

/** What {@code onCleanup} makes: calls a function once, when its variable is cleared or its function's call ends, however it ends. */
public final class Cleanup implements Foreign.Named {
    /** How many have not been done: while there are none, nobody looks for them inside values. */
    private static final AtomicInteger WAITING = new AtomicInteger();

    private final FunctionHandle task;
    private final Consumer<Failure> failed;
    private boolean done;

    /** @param failed is told of an error in the task, which goes no further */
    public Cleanup(FunctionHandle task, Consumer<Failure> failed) {
        this.task = task;
        this.failed = failed;
        WAITING.incrementAndGet();
    }

    /** Calls the function unless that has been done. */
    void run() {
        if (done) return;
        done = true;
        WAITING.decrementAndGet();
        try {
            task.target().call(new Value[0], 0);
        } catch (Failure f) {
            failed.accept(f);
        }
    }

    /** Runs those that are the value or stand inside it, unless others of the values hold them. */
    static void runIn(Value v, Collection<Value> others) {
        if (v == null || WAITING.get() == 0) return;
        List<Cleanup> held = new ArrayList<>();
        collect(v, held);
        for (Cleanup c : held) if (others.stream().noneMatch(c::isIn)) c.run();
    }

    /** Whether it is the value or stands inside it. */
    boolean isIn(Value v) {
        List<Cleanup> held = new ArrayList<>();
        collect(v, held);
        return held.contains(this);
    }

    private static void collect(Value v, List<Cleanup> into) {
        if (v instanceof Cell c) {
            for (Value e : c.data()) collect(e, into);
        } else if (v instanceof Struct s) {
            for (String n : s.names()) for (int i = 0; i < s.numel(); i++) collect(s.get(n, i), into);
        } else if (v instanceof Foreign f && f.object() instanceof Cleanup c) into.add(c);
    }

    @Override
    public String className() {
        return "onCleanup";
    }

    @Override
    public String toString() {
        return "onCleanup (" + task.text() + ")";
    }
}
