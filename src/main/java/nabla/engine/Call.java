package nabla.engine;

import java.util.List;
import java.util.stream.Collectors;
import nabla.language.Tree;
import nabla.language.Unparser;
import nabla.value.Callable;
import nabla.value.Failure;
import nabla.value.Value;

/** A place in a program that calls a function by name: finds it once and keeps it until functions change. */
public final class Call {
    private static final Value[] NONE = {};

    private final String name;
    private final Tree.Position at;
    private final List<Tree.Expression> arguments;
    private final List<Tree.Expression> targets;
    private Callable target;
    private long stamp = -1;

    /** @param at where the program has the name; null for a call from elsewhere */
    public Call(String name, Tree.Position at) {
        this(name, at, List.of());
    }

    Call(String name, Tree.Position at, List<Tree.Expression> arguments) {
        this(name, at, arguments, List.of());
    }

    /** @param targets what takes the results; none for a single one */
    Call(String name, Tree.Position at, List<Tree.Expression> arguments, List<Tree.Expression> targets) {
        this.name = name;
        this.targets = targets;
        this.at = at;
        this.arguments = arguments;
    }

    /** The name of the variable given as argument k, from 0; empty when the argument is something else. */
    public String argument(int k) {
        return k < arguments.size() && arguments.get(k) instanceof Tree.Name n ? n.id() : "";
    }

    /** Whether nothing takes result k, from 1. */
    boolean ignores(int k) {
        return k <= targets.size() && targets.get(k - 1) instanceof Tree.Ignored;
    }

    /** The arguments as the program has them, {@code x == 4,[1, 2]}; null when another function is called. */
    String text(String function) {
        return name.equals(function) ? arguments.stream().map(Unparser::text).collect(Collectors.joining(",")) : null;
    }

    /** Calls with these arguments; the results may be fewer than wanted. */
    public Value[] all(Frame frame, Value[] arguments, int nargout) {
        resolve(frame);
        Ops.poll();
        frame.engine.latest = this;
        frame.engine.calling = target instanceof UserFunction || target instanceof Nesting.Bound ? this : null;
        Value[] r = target.call(arguments, nargout);
        return r == null ? NONE : Calls.wanted(r, nargout);
    }

    private void resolve(Frame frame) {
        if (frame.outer != null || frame.function != null) {
            Callable nested = frame.nested(name);
            if (nested != null) {
                target = nested;
                stamp = -1;
                return;
            }
        }
        Functions functions = frame.engine.functions;
        if (stamp != functions.stamp()) {
            target = functions.find(name, frame.scope);
            stamp = functions.stamp();
        }
        if (target == null) throw Unknown.name(Unknown.use(name, at), frame);
    }

    /** Calls with n numbers for one value, as {@link NumberCode} returns it. */
    public double numbers(Frame frame, double a, double b, double c, int n) {
        resolve(frame);
        if (target instanceof UserFunction f) {
            NumberCode code = f.numbers(n);
            if (code != null) return f.run(code, a, b, c);
        }
        return frame.engine.split(one(frame, Ops.boxes(a, b, c, n)));
    }

    /** Calls for one value. */
    public Value one(Frame frame, Value[] arguments) {
        Value[] r = all(frame, arguments, 1);
        if (r.length == 0 || r[0] == null) {
            throw Failure.of(
                            "value on the right hand side of the assignment not defined: %s returns nothing",
                            "справа от присваивания нет значения: %s ничего не возвращает",
                            name)
                    .id("Octave:undefined-function");
        }
        return r[0];
    }
}
