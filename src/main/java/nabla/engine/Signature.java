package nabla.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import nabla.value.Real;
import nabla.value.Value;

/** The kinds of the first values that a unit is called with, as a number: code is compiled for each that occurs, up to a few. */
final class Signature {
    /** Nothing is known. */
    static final long NONE = 0;

    private static final Operand.Kind[] KINDS = Operand.Kind.values();
    private static final int MOST = 24;
    private static final int UNITS = 4;

    private Signature() {}

    static long of(Value[] values) {
        long signature = 0;
        for (int k = Math.min(values.length, MOST) - 1; k >= 0; k--) signature = 3 * signature + kind(values[k]).ordinal();
        return signature;
    }

    static Operand.Kind kind(Value v) {
        return !(v instanceof Real r) || r.isSingle() ? Operand.Kind.ANY : r.numel() == 1 ? Operand.Kind.SCALAR : Operand.Kind.REAL;
    }

    /** The kind of value k. */
    static Operand.Kind kind(long signature, int k) {
        if (k >= MOST) return Operand.Kind.ANY;
        for (int i = 0; i < k; i++) signature /= 3;
        return KINDS[(int) (signature % 3)];
    }

    /** What was compiled for each signature. */
    static final class Table<T> {
        private final Map<Long, T> made = new HashMap<>();
        private long last = -1;
        private T latest;

        /** What there is for the signature, made when it is new; once there are many, what serves them all. */
        T get(long signature, LongFunction<T> maker) {
            if (signature == last) return latest;
            long serves = made.containsKey(signature) || made.size() < UNITS ? signature : NONE;
            if (!made.containsKey(serves)) made.put(serves, maker.apply(serves));
            last = signature;
            latest = made.get(serves);
            return latest;
        }
    }
}
