package nabla.gradient;

import nabla.value.Callable;
import nabla.value.Overloaded;
import nabla.value.Value;

/**
 * A real array that remembers how it was computed: its value and the step of a {@link Tape} that made it. The value may be traced
 * itself, by a tape that was begun earlier; so derivatives of derivatives need nothing of their own.
 */
final class Traced extends Overloaded {
    final Value value;
    final Tape tape;
    /** The number of the step whose result this is. */
    final int step;

    Traced(Value value, Tape tape, int step) {
        this.value = value;
        this.tape = tape;
        this.step = step;
    }

    @Override
    protected Value index() {
        if (tape.runs()) tape.chooses(step);
        return index(value);
    }

    static void begun() {
        MAKERS.incrementAndGet();
    }

    static void ended() {
        MAKERS.decrementAndGet();
    }

    /** The value behind all tapes. */
    static Value behind(Value v) {
        Value b = v;
        while (b instanceof Traced t) b = t.value;
        return b;
    }

    @Override
    public Value primal() {
        return primal(behind(value));
    }

    @Override
    public Value[] call(String function, Callable plain, Value[] arguments, int nargout) {
        Tape t = innermost(arguments);
        if (t == null && among(arguments) == null) t = innermost(this);
        if (t != null) return t.recorder().call(function, plain, arguments, nargout);
        return plain.call(primals(arguments), nargout);
    }

    @Override
    protected Value[] readBack(String function, Value[] results) {
        Tape t = innermost(this);
        for (Value v = value; t == null; v = ((Traced) v).value) t = innermost(v);
        return t.recorder().readBack(function, results);
    }

    /** The tape begun last of those that still run and have traced one of the values; null when there is none. */
    static Tape innermost(Value... values) {
        Tape t = null;
        for (Value v : values) if (v instanceof Traced x && x.tape.runs() && (t == null || x.tape.laterThan(t))) t = x.tape;
        return t;
    }

    @Override
    public boolean isActive() {
        for (Value v = this; v instanceof Traced t; v = t.value) if (t.tape.runs()) return true;
        return false;
    }

    @Override
    public int[] dims() {
        return value.dims();
    }

    @Override
    public int numel() {
        return value.numel();
    }

    @Override
    public String className() {
        return value.className();
    }

    @Override
    public boolean isTrue() {
        return primal().isTrue();
    }
}
