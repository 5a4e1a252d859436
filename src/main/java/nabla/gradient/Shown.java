package nabla.gradient;

import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Overloaded;
import nabla.value.Value;

/** Text that shows numbers a tape follows, such as num2str's: it may be printed and compared, but no numbers can be made of it. */
final class Shown extends Overloaded {
    private final Char text;
    final Tape tape;
    /** The function that made text of numbers. */
    final String maker;

    private Shown(Char text, Tape tape, String maker) {
        this.text = text;
        this.tape = tape;
        this.maker = maker;
    }

    /** What a function made: text, also in cells, is marked; anything else stays as it is. */
    static Value mark(Tape tape, String maker, Value made) {
        if (made instanceof Char c) return new Shown(c, tape, maker);
        if (!(made instanceof Cell c)) return made;
        Value[] r = new Value[c.numel()];
        for (int i = 0; i < r.length; i++) r[i] = mark(tape, maker, c.get(i));
        return new Cell(r, c.dims());
    }

    /** The first of its kind among the values, also in cells, whose tape still runs; null when there is none. */
    static Shown first(Value... values) {
        for (Value v : values) {
            Shown s = v instanceof Cell c ? first(c.data()) : v instanceof Shown t && t.tape.runs() ? t : null;
            if (s != null) return s;
        }
        return null;
    }

    @Override
    public Value[] call(String function, Callable plain, Value[] arguments, int nargout) {
        return tape.runs() ? tape.recorder().call(function, plain, arguments, nargout) : plain.call(primals(arguments), nargout);
    }

    @Override
    protected Value[] readBack(String function, Value[] results) {
        return tape.recorder().readBack(function, results);
    }

    @Override
    public Value primal() {
        return text;
    }

    @Override
    public boolean isActive() {
        return tape.runs();
    }

    @Override
    public int[] dims() {
        return text.dims();
    }

    @Override
    public int numel() {
        return text.numel();
    }

    @Override
    public String className() {
        return text.className();
    }

    @Override
    public boolean isTrue() {
        return text.isTrue();
    }
}
