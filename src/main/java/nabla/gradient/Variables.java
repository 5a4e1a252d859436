package nabla.gradient;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** The real arrays inside a value (an array itself, or cells and structures of them) as variables of a tape. */
public final class Variables {
    private final Tape tape;
    private final Value model;
    private final List<Value> arrays = new ArrayList<>();
    private final Value followed;

    /**
     * @param x a real array, or cells and structures that hold some
     */
    public Variables(Tape tape, Value x) {
        this.tape = tape;
        Value p = Overloaded.primal(x);
        boolean holder = x instanceof Cell || x instanceof Struct;
        if (!holder && !(p instanceof Real) && !(p instanceof Bool)) {
            throw Failure.of(
                    "a gradient needs real variables: an array of doubles, or cells and structures of them, not a %s",
                    "градиент берут по вещественным переменным: массиву чисел, ячейкам или структурам из них, а не по %s",
                    (p instanceof Numeric n && n.isComplex() ? "complex " : "") + p.className());
        }
        model = p instanceof Bool b ? new Real(b.toDoubles(), b.dims()) : x;
        followed = follow(model);
    }

    private Value follow(Value v) {
        if (v instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = follow(c.get(i));
            return new Cell(r, c.dims());
        }
        if (v instanceof Struct s) {
            Struct r = s.copy();
            for (String name : s.names()) for (int i = 0; i < s.numel(); i++) r.put(name, i, follow(s.get(name, i)));
            return r;
        }
        if (!(Overloaded.primal(v) instanceof Real)) return v;
        Value t = tape.variable(v);
        arrays.add(t);
        return t;
    }

    /** The value with its arrays followed by the tape: what the function is called with. */
    public Value followed() {
        return followed;
    }

    /** The arrays, in the order of cells and fields. */
    public Value[] arrays() {
        return arrays.toArray(new Value[0]);
    }

    /** Derivatives in the shape of the value; 0 for what is no real number in it. */
    public Value shaped(Value[] derivatives) {
        int[] next = {0};
        return shaped(model, derivatives, next);
    }

    private static Value shaped(Value v, Value[] derivatives, int[] next) {
        if (v instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = shaped(c.get(i), derivatives, next);
            return new Cell(r, c.dims());
        }
        if (v instanceof Struct s) {
            Struct r = s.copy();
            for (String name : s.names()) for (int i = 0; i < s.numel(); i++) r.put(name, i, shaped(s.get(name, i), derivatives, next));
            return r;
        }
        return Overloaded.primal(v) instanceof Real ? derivatives[next[0]++] : Real.zeros(v.dims());
    }
}
