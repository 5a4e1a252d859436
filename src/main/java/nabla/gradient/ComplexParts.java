package nabla.gradient;

import java.util.Set;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** Complex numbers made of real and imaginary parts that a tape follows. */
final class ComplexParts {
    private static final Set<String> CHOOSE = Set.of("subsref", "subsasgn", "delete");

    /** Constant for real numbers, not for complex ones. */
    private static final Set<String> OWN = Set.of("imag", "sign", "signum");

    /** Functions of real numbers that give complex ones outside their domain and are computed from real and imaginary parts then. */
    private static final Set<String> EXTEND = Set.of("log", "log2", "log10", "sqrt", "power", "mpower");

    private ComplexParts() {}

    static boolean extend(String function) {
        return EXTEND.contains(function);
    }

    /** Whether complex numbers have a derivative of the function where real ones need none. */
    static boolean isOwn(String function) {
        return OWN.contains(function);
    }

    /** Whether the operation is one of complex numbers. */
    static boolean among(Value[] a) {
        for (Value v : a) if (v instanceof Complex || v instanceof Made m && m.isActive() && m.primal() instanceof Complex) return true;
        return false;
    }

    /** Elements read, written or deleted, in both parts; null when the function does something else. */
    static Value[] chosen(Tape tape, String function, Callable plain, Value[] a) {
        if (!CHOOSE.contains(function)) return null;
        Value[] parts = new Value[2];
        for (int part = 0; part < 2; part++) {
            Value[] b = a.clone();
            for (int k = 0; k < (function.equals("subsasgn") ? 2 : 1); k++) b[k] = opened(a[k]).get(1 + part);
            for (Value v : b) v.share();
            parts[part] = Overloaded.invoke(function, plain, b, 1)[0];
        }
        return tape.function("complex").call(parts, 1);
    }

    /** By the program for complex numbers. */
    static Value[] program(Tape tape, String function, Value[] a) {
        Value[] given = new Value[a.length + 1];
        given[0] = Char.of(function);
        for (int k = 0; k < a.length; k++) given[k + 1] = among(new Value[] {a[k]}) ? opened(a[k]) : a[k];
        return tape.function(Derivatives.PROGRAMS + Derivatives.COMPLEX_NUMBERS).call(given, 1);
    }

    /** Both parts in the size of the number: a scalar goes with every element. */
    static Value[] expanded(Tape tape, Value[] parts, int[] dims) {
        Value[] r = parts.length == 2 ? parts.clone() : new Value[] {parts[0], Real.zeros(dims)};
        for (int k = 0; k < r.length; k++) {
            if (!Dims.same(r[k].dims(), dims)) r[k] = tape.function("plus").call(new Value[] {r[k], Real.zeros(dims)}, 1)[0];
        }
        return r;
    }

    /** Real and imaginary part. */
    static Value[] split(Value v) {
        Numeric z = (Numeric) v;
        double[] im = new double[z.numel()];
        for (int i = 0; i < im.length; i++) im[i] = z.im(i);
        return new Value[] {new Real(z.isSingle(), z.toDoubles(), z.dims()), new Real(z.isSingle(), im, z.dims())};
    }

    /** The number, its real and its imaginary part. */
    private static Cell opened(Value v) {
        if (v instanceof Made) return (Cell) Made.opened(new Value[] {v})[0];
        if (v instanceof Complex) {
            Value[] parts = split(v);
            return new Cell(new Value[] {v, parts[0], parts[1]}, 1, 3);
        }
        return new Cell(new Value[] {v, v, Real.zeros(v.dims())}, 1, 3);
    }
}
