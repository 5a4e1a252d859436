package nabla.engine;

import nabla.value.Callable;
import nabla.value.Failure;
import nabla.value.Value;

/** A place in a program that calls a function by name: finds it once and keeps it until functions change. */
public final class Call {
    private static final Value[] NONE = {};

    private final String name;
    private Callable target;
    private long stamp = -1;

    public Call(String name) {
        this.name = name;
    }

    /** Calls with these arguments; the results may be fewer than wanted. */
    public Value[] all(Frame frame, Value[] arguments, int nargout) {
        resolve(frame);
        Value[] r = target.call(arguments, nargout);
        return r == null ? NONE : Calls.wanted(r, nargout);
    }

    private void resolve(Frame frame) {
        Functions functions = frame.engine.functions;
        if (stamp != functions.stamp()) {
            target = functions.find(name, frame.scope);
            stamp = functions.stamp();
        }
        if (target == null) throw Unknown.name(name, frame);
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
