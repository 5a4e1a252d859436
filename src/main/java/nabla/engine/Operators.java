package nabla.engine;

import java.util.HashMap;
import java.util.Map;
import nabla.value.Arithmetic;
import nabla.value.Numeric;
import nabla.value.Operator;
import nabla.value.Overloaded;
import nabla.value.Ranges;
import nabla.value.Real;
import nabla.value.Value;

/** The operators of the language on values: elementwise ones by arithmetic, those of matrices by the library's functions. */
final class Operators {
    private static final Map<String, Operator> BINARY = new HashMap<>();
    private static final Map<String, Operator> UNARY = new HashMap<>();

    static {
        for (Operator o : Operator.values()) {
            boolean unary = o == Operator.NOT || o == Operator.NEGATE || o == Operator.TRANSPOSE || o == Operator.PLAIN_TRANSPOSE;
            (unary ? UNARY : BINARY).put(o.symbol(), o);
        }
    }

    private Operators() {}

    static Operator binary(String symbol) {
        return BINARY.get(symbol);
    }

    /** The unary operator of this symbol; null for {@code +}. */
    static Operator unary(String symbol) {
        return UNARY.get(symbol);
    }

    static Value apply(Frame frame, Value a, Value b, Operator op) {
        boolean elementwise =
                switch (op) {
                    case MTIMES -> isScalar(a) || isScalar(b);
                    case MRIGHT_DIVIDE -> isScalar(b);
                    case MLEFT_DIVIDE -> isScalar(a);
                    case MPOWER -> isScalar(a) && isScalar(b);
                    default -> true;
                };
        if (elementwise || !(a instanceof Numeric && b instanceof Numeric)) return beyond(frame, a, b, op);
        return frame.engine.standard(op.function()).call(new Value[] {a, b}, 1)[0];
    }

    /** A·B of which some factors are still to be transposed; the operators for that are null where there is nothing to do. */
    static Value product(Frame frame, Value a, Operator forA, Value b, Operator forB) {
        if (a instanceof Real x && b instanceof Real y && isMatrix(x) && isMatrix(y)) {
            boolean fits = (forA == null ? x.columns() : x.rows()) == (forB == null ? y.rows() : y.columns());
            if (fits) return frame.engine.library.product(x, forA != null, y, forB != null);
        }
        Value left = forA == null ? a : Arithmetic.unary(forA, a);
        Value right = forB == null ? b : Arithmetic.unary(forB, b);
        return apply(frame, left, right, Operator.MTIMES);
    }

    private static boolean isMatrix(Real x) {
        return x.ndims() == 2 && x.numel() != 1 && !x.isSingle();
    }

    /** Elements with elements, or what no function of matrices takes. */
    private static Value beyond(Frame frame, Value a, Value b, Operator op) {
        Overloaded o = a instanceof Numeric && b instanceof Numeric ? null : Overloaded.among(a, b);
        if (o == null) return Arithmetic.binary(op, a, b);
        return o.call(op.function(), (v, n) -> new Value[] {apply(frame, v[0], v[1], op)}, new Value[] {a, b}, 1)[0];
    }

    private static boolean isScalar(Value v) {
        return v.numel() == 1 && v instanceof Numeric;
    }

    /** The row base:step:limit in the class its parts ask for. */
    static Value range(Value base, Value step, Value limit) {
        Overloaded o = Overloaded.among(base, step, limit);
        if (o != null) {
            return o.call("colon", (v, n) -> new Value[] {range(v[0], v[1], v[2])}, new Value[] {base, step, limit}, 1)[0];
        }
        return Ranges.of(base, step, limit);
    }
}
