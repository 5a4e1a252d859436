package nabla.value;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A value that takes every operation upon itself, such as a number that remembers how it was computed.
 *
 * <p>Operators, indexing and joining are known by the names of their functions: {@code plus}, {@code mtimes}, {@code subsref} (array,
 * indices …), {@code subsasgn} (array, new value, indices …), {@code delete} (array, indices …), {@code horzcat}, {@code vertcat},
 * {@code colon} (base, step, limit). Ordinary values never come here: each place asks only when no ordinary case has applied.
 */
public abstract class Overloaded extends Value {
    /** Thrown where an algorithm in Java gets such a value from a function that it calls; the algorithm's name is then asked as an operation. */
    public static final class Met extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Overloaded value;

        private Met(Overloaded value) {
            super(value.className(), null, false, false);
            this.value = value;
        }

        public Overloaded value() {
            return value;
        }
    }

    /** How many makers of such values are at work: while there are none, nobody looks for them inside cells. */
    protected static final AtomicInteger MAKERS = new AtomicInteger();

    /** The last one that this thread's program put where it may read it back as ordinary text or numbers; null when there is none. */
    private static final ThreadLocal<Overloaded> OUTSIDE = new ThreadLocal<>();

    /**
     * Does what the function does, this value being among the arguments.
     *
     * @param plain the function for ordinary arguments
     */
    public abstract Value[] call(String function, Callable plain, Value[] arguments, int nargout);

    /** The ordinary value behind it: what conditions test, indices mean and output shows. */
    public abstract Value primal();

    /** The ordinary value behind it where it serves as an index. */
    protected Value index() {
        return primal();
    }

    /** Whether it still takes operations upon itself; otherwise it stands for the ordinary value behind it. */
    public boolean isActive() {
        return false;
    }

    /** How it is shown, by {@code disp}, where that is not how the ordinary value behind it is; null elsewhere. */
    public String shown(Format format) {
        return null;
    }

    /** The results of a function that was called after this value was put on the screen, into a figure or a message. */
    protected Value[] readBack(String function, Value[] results) {
        return results;
    }

    /** Notes that the values go to the screen, into a figure or a message. */
    public static void leave(Value... values) {
        Overloaded o = among(values);
        if (o == null && MAKERS.get() > 0) o = within(values);
        if (o != null && o.isActive()) OUTSIDE.set(o);
    }

    /** The results of a function that may read back what was put on the screen, into a figure or a message. */
    public static Value[] returned(String function, Value... results) {
        Overloaded o = OUTSIDE.get();
        if (o == null) return results;
        if (o.isActive()) return o.readBack(function, results);
        OUTSIDE.remove();
        return results;
    }

    /** Element i (from 0). */
    public final Value element(int i) {
        Callable part = (v, n) -> new Value[] {Indexing.get((Array) v[0], new Value[] {v[1]}, null)};
        return call("subsref", part, new Value[] {this, Real.of(i + 1)}, 1)[0];
    }

    /** The first of its kind among the values, or null. */
    public static Overloaded among(Value... values) {
        for (Value v : values) if (v instanceof Overloaded o) return o;
        return null;
    }

    /** The first of its kind inside cells among the values, or null. */
    public static Overloaded within(Value... values) {
        for (Value v : values) {
            if (!(v instanceof Cell c)) continue;
            Overloaded o = among(c.data());
            if (o == null) o = within(c.data());
            if (o != null) return o;
        }
        return null;
    }

    /** The values with each of its kind replaced by the ordinary value behind it. */
    public static Value[] primals(Value... values) {
        Value[] r = values.clone();
        for (int k = 0; k < r.length; k++) r[k] = primal(r[k]);
        return r;
    }

    /** The value where it is an ordinary one, as algorithms in Java need it. */
    public static Value ordinary(Value v) {
        if (!(v instanceof Overloaded o)) return v;
        if (o.isActive()) throw new Met(o);
        return o.primal();
    }

    /** The ordinary value behind v, v itself when it is one. */
    public static Value primal(Value v) {
        return v instanceof Overloaded o ? o.primal() : v;
    }

    /** The ordinary value behind v where it serves as an index, v itself when it is one. */
    public static Value index(Value v) {
        return v instanceof Overloaded o ? o.index() : v;
    }

    /** The function's results, by the first argument of this kind or, when there is none and none is met, plainly. */
    public static Value[] invoke(String function, Callable plain, Value[] arguments, int nargout) {
        Overloaded o = among(arguments);
        if (o == null && MAKERS.get() > 0) o = within(arguments);
        if (o != null) return o.call(function, plain, arguments, nargout);
        try {
            return returned(function, plain.call(arguments, nargout));
        } catch (Met m) {
            return m.value.call(function, plain, arguments, nargout);
        }
    }
}
