package nabla.value;

/**
 * The operators between elements, for every class. Matrix products, divisions and powers are handled only where an operand is a
 * scalar that makes them elementwise. Beside a single operand the other becomes single first.
 */
public final class Arithmetic {
    private Arithmetic() {}

    public static Value binary(Operator op, Value a, Value b) {
        if (a instanceof Numeric x && b instanceof Numeric y) return numbers(op, x, y);
        if (a instanceof FunctionHandle f && b instanceof FunctionHandle g && (op == Operator.EQ || op == Operator.NE)) {
            return Bool.of(Equality.sameHandle(f, g) == (op == Operator.EQ));
        }
        Overloaded o = Overloaded.among(a, b);
        if (o == null) throw op.undefined(a, b);
        return o.call(op.function(), (v, n) -> new Value[] {binary(op, v[0], v[1])}, new Value[] {a, b}, 1)[0];
    }

    private static Value numbers(Operator op, Numeric a, Numeric b) {
        Operator e = op.elementwise();
        if (e != op && !elementwise(op, a, b)) {
            if (a instanceof Ints || b instanceof Ints) throw op.undefined(a, b);
            throw op.nonconformant(a.dims(), b.dims());
        }
        if (e == Operator.LEFT_DIVIDE) {
            if (integersClash(a, b)) throw op.undefined(a, b);
            return numbers(Operator.RIGHT_DIVIDE, b, a);
        }
        if (a.isSingle() != b.isSingle() && !(a instanceof Ints || b instanceof Ints)) return numbers(op, Convert.toSingle(a), Convert.toSingle(b));
        if (a instanceof Real x && b instanceof Real y && e.ordinal() <= Operator.POWER.ordinal()) {
            return RealArithmetic.apply(e, x, y);
        }
        if (e.isComparison()) return Comparison.apply(e, a, b);
        if (e.isLogical()) return Logic.apply(e, a, b);
        if (a instanceof Ints || b instanceof Ints) {
            if (integersClash(a, b)) throw op.undefined(a, b);
            return IntegerArithmetic.apply(e, a, b);
        }
        if (a.isComplex() || b.isComplex()) return ComplexArithmetic.apply(e, a, b);
        return RealArithmetic.apply(e, Convert.toReal(a), Convert.toReal(b));
    }

    /** Whether a matrix operator on these is the one between elements. */
    private static boolean elementwise(Operator op, Numeric a, Numeric b) {
        return switch (op) {
            case MTIMES -> a.isScalar() || b.isScalar();
            case MRIGHT_DIVIDE -> b.isScalar();
            case MLEFT_DIVIDE -> a.isScalar();
            default -> a.isScalar() && b.isScalar();
        };
    }

    private static boolean integersClash(Numeric a, Numeric b) {
        if (a instanceof Ints x && b instanceof Ints y) return x.type() != y.type();
        return a instanceof Ints && b.isComplex() || b instanceof Ints && a.isComplex();
    }

    public static Value unary(Operator op, Value a) {
        switch (op) {
            case TRANSPOSE, PLAIN_TRANSPOSE:
                if (a instanceof Array x) return Permute.transpose(x, op == Operator.TRANSPOSE);
                break;
            case NOT:
                if (a instanceof Numeric n) return Logic.not(n);
                break;
            case NEGATE:
                if (a instanceof Numeric n) return negate(n);
                break;
            case PLUS:
                if (a instanceof Numeric n) return plus(n);
                break;
            default:
                break;
        }
        if (!(a instanceof Overloaded o)) throw op.undefined(a);
        return o.call(op.function(), (v, n) -> new Value[] {unary(op, v[0])}, new Value[] {a}, 1)[0];
    }

    private static Value plus(Numeric n) {
        if (n instanceof Bool || n instanceof Char) return Convert.toReal(n);
        n.share();
        return n;
    }

    private static Value negate(Numeric a) {
        if (a instanceof Ints x) {
            long[] r = new long[x.numel()];
            long[] d = x.data();
            for (int i = 0; i < r.length; i++) r[i] = IntegerArithmetic.minus(x.type(), 0, d[i]);
            return new Ints(x.type(), r, x.dims());
        }
        if (a instanceof Complex z) {
            return new Complex(z.isSingle(), negated(z.reData()), negated(z.imData()), z.dims());
        }
        return new Real(a.isSingle(), negated(a.toDoubles()), a.dims());
    }

    static double[] negated(double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) r[i] = -x[i];
        return r;
    }
}
