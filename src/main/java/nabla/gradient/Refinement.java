package nabla.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nabla.value.Cell;
import nabla.value.Failure;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * Derivatives that doubles can't tell, since numbers on the way have overflowed, vanished or lost their digits: they are computed again with
 * {@link Precise} numbers. What is undefined even so, 0 times infinity, is the limit for points nearby, the mean of both sides, where that
 * does not depend on the direction; otherwise it stays NaN.
 */
public final class Refinement {
    /** How near the points are: 2 to this power. */
    private static final long NEAR = -10_000;

    private final UnaryOperator<Value[]> program;
    private final Value[] arguments;
    private final int count;

    /**
     * @param program gives for the arguments the value of a function and then derivatives
     * @param count by how many of the arguments is differentiated
     */
    private Refinement(UnaryOperator<Value[]> program, Value[] arguments, int count) {
        this.program = program;
        this.arguments = arguments;
        this.count = count;
    }

    /**
     * The value and the derivatives, those that doubles lose included.
     *
     * @param found what the program gave for the arguments themselves
     */
    public static Value[] of(UnaryOperator<Value[]> program, Value[] arguments, int count, Value[] found) {
        Refinement r = new Refinement(program, arguments, count);
        for (int k = 0; k < count; k++) if (!isFinite(arguments[k])) return found;
        Value[] precise = r.near(0, 0);
        if (precise == null) return found;
        precise[0] = found[0];
        return r.withLimits(precise);
    }

    /** Whether the numbers are finite, those in cells and structures too. */
    public static boolean isFinite(Value... values) {
        for (double d : flat(values)) if (d - d != 0) return false;
        return true;
    }

    /** Whether one of the numbers is NaN. */
    public static boolean hasNaN(Value... values) {
        for (double d : flat(values)) if (d != d) return true;
        return false;
    }

    private Value[] withLimits(Value[] found) {
        double[] d = flat(found);
        if (!hasNaN(found)) return found;
        double[][] limits = {limit(1), limit(2)};
        if (limits[0] == null || limits[1] == null) return found;
        for (int i = 0; i < d.length; i++) {
            double a = limits[0][i];
            double b = limits[1][i];
            boolean same = a == b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
            if (d[i] != d[i] && same) d[i] = a;
        }
        int[] next = {0};
        Value[] r = found.clone();
        for (int k = 0; k < r.length; k++) r[k] = rebuilt(r[k], d, next);
        r[0] = found[0];
        return r;
    }

    /** The mean of what both sides in a direction approach; of the one side where the other is NaN. */
    private double[] limit(int direction) {
        Value[] before = near(-1, direction);
        Value[] after = near(1, direction);
        if (before == null && after == null) return null;
        double[] a = flat(before == null ? after : before);
        double[] b = flat(after == null ? before : after);
        for (int i = 0; i < a.length; i++) a[i] = a[i] != a[i] ? b[i] : b[i] != b[i] ? a[i] : a[i] == b[i] ? a[i] : a[i] / 2 + b[i] / 2;
        return a;
    }

    /** The results at the point or next to it, rounded; null where the program fails there. */
    private Value[] near(int side, int direction) {
        Value[] a = arguments.clone();
        int[] next = {0};
        for (int k = 0; k < count; k++) a[k] = moved(a[k], side, direction, next);
        try {
            Value[] r = program.apply(a);
            for (int k = 0; k < r.length; k++) r[k] = rounded(r[k]);
            return r;
        } catch (Failure e) {
            return null;
        }
    }

    private static Value moved(Value v, int side, int direction, int[] next) {
        if (v instanceof Real x) {
            double[] by = new double[x.numel()];
            for (int i = 0; i < by.length; i++) by[i] = side * part(next[0]++, direction);
            PreciseArray p = PreciseArray.of(x);
            return side == 0 ? p : p.moved(by, NEAR);
        }
        return map(v, e -> moved(e, side, direction, next));
    }

    /** The components of a direction, none of them a simple multiple of another: all positive, or with changing signs. */
    private static double part(int i, int direction) {
        double w = 1 + (i + 1) * (direction == 1 ? 0.6180339887 : 0.4142135624) % 1;
        return direction == 2 && i % 2 == 1 ? -w : w;
    }

    // ---- cells and structures ------------------------------------------------------------------------------------

    private static Value map(Value v, UnaryOperator<Value> f) {
        if (v instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = f.apply(c.get(i));
            return new Cell(r, c.dims());
        }
        if (!(v instanceof Struct s)) return v;
        Struct r = s.copy();
        for (String name : s.names()) for (int i = 0; i < s.numel(); i++) r.put(name, i, f.apply(s.get(name, i)));
        return r;
    }

    private static Value rounded(Value v) {
        return v instanceof Overloaded o ? o.primal() : map(v, Refinement::rounded);
    }

    private static double[] flat(Value... values) {
        List<double[]> parts = new ArrayList<>();
        for (Value v : values) gather(v, parts);
        return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    private static Value gather(Value v, List<double[]> parts) {
        if (Overloaded.primal(v) instanceof Real x) parts.add(x.data());
        else map(v, e -> gather(e, parts));
        return v;
    }

    private static Value rebuilt(Value v, double[] data, int[] next) {
        if (!(v instanceof Real x)) return map(v, e -> rebuilt(e, data, next));
        Real r = Real.zeros(x.dims());
        for (int i = 0; i < r.numel(); i++) r.data()[i] = data[next[0]++];
        return r;
    }
}
