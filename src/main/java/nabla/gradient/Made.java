package nabla.gradient;

import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Overloaded;
import nabla.value.Value;

/** An object made of numbers that a tape follows, such as a distribution: it knows of what. */
final class Made extends Overloaded {
    private final Value object;
    private final Tape tape;
    private final Value[] arguments;

    /** @param arguments of the function that made the object */
    Made(Value object, Tape tape, Value... arguments) {
        this.object = object;
        this.tape = tape;
        this.arguments = arguments;
    }

    /** The values with each active one of its kind as a cell of the object and what it was made of; null when there is none. */
    static Value[] opened(Value[] values) {
        Value[] r = null;
        for (int k = 0; k < values.length; k++) {
            if (!(values[k] instanceof Made m) || !m.isActive()) continue;
            if (r == null) r = values.clone();
            Value[] parts = new Value[m.arguments.length + 1];
            parts[0] = m.object;
            System.arraycopy(m.arguments, 0, parts, 1, m.arguments.length);
            r[k] = new Cell(parts, 1, parts.length);
        }
        return r;
    }

    @Override
    public Value[] call(String function, Callable plain, Value[] values, int nargout) {
        return tape.runs() ? tape.recorder().call(function, plain, values, nargout) : plain.call(primals(values), nargout);
    }

    @Override
    protected Value[] readBack(String function, Value[] results) {
        return tape.recorder().readBack(function, results);
    }

    @Override
    public Value primal() {
        return object;
    }

    @Override
    public boolean isActive() {
        return tape.runs();
    }

    @Override
    public int[] dims() {
        return object.dims();
    }

    @Override
    public String className() {
        return object.className();
    }

    @Override
    public boolean isTrue() {
        return object.isTrue();
    }
}
