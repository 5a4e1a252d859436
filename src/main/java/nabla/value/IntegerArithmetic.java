package nabla.value;

import java.math.BigDecimal;
import java.math.MathContext;
import nabla.kernel.Power;

/** Arithmetic with integers of one class, or with one such and a real operand: rounded to nearest, saturated, 64 bits exact. */
final class IntegerArithmetic {
    private IntegerArithmetic() {}

    static Ints apply(Operator op, Numeric a, Numeric b) {
        int[] d = Broadcast.dims(a.dims(), b.dims(), op);
        a = Broadcast.stretch(a, d);
        b = Broadcast.stretch(b, d);
        IntType type = a instanceof Ints x ? x.type() : ((Ints) b).type();
        long[] r = new long[Dims.count(d)];
        int sa = a.numel() == 1 ? 0 : 1;
        int sb = b.numel() == 1 ? 0 : 1;
        if (op == Operator.POWER) {
            for (int i = 0; i < r.length; i++) r[i] = power(type, a, i * sa, b, i * sb);
        } else if (type.bits == 64) {
            for (int i = 0; i < r.length; i++) r[i] = wide(op, type, a, i * sa, b, i * sb);
        } else {
            for (int i = 0; i < r.length; i++) r[i] = type.saturate(narrow(op, a.re(i * sa), b.re(i * sb)));
        }
        return new Ints(type, r, d);
    }

    private static double narrow(Operator op, double x, double y) {
        return switch (op) {
            case PLUS -> x + y;
            case MINUS -> x - y;
            case TIMES -> x * y;
            default -> x / y;
        };
    }

    static long minus(IntType type, long x, long y) {
        if (type.bits < 64) return Math.max(type.min(), Math.min(type.max(), x - y));
        return type.saturate(type.exact(x).subtract(type.exact(y)));
    }

    private static long wide(Operator op, IntType type, Numeric a, int i, Numeric b, int j) {
        double x = a.re(i);
        double y = b.re(j);
        double rough = narrow(op, x, y);
        if (Math.abs(x) < 0x1p31 && Math.abs(y) < 0x1p31 && x == Math.rint(x) && y == Math.rint(y)) return type.saturate(rough);
        if (Double.isNaN(rough) || Double.isInfinite(rough) || Double.isInfinite(y)) return type.saturate(rough);
        BigDecimal p = a.exact(i);
        BigDecimal q = b.exact(j);
        BigDecimal r =
                switch (op) {
                    case PLUS -> p.add(q);
                    case MINUS -> p.subtract(q);
                    case TIMES -> p.multiply(q);
                    default -> p.divide(q, MathContext.DECIMAL128);
                };
        return type.saturate(r);
    }

    private static long power(IntType type, Numeric a, int i, Numeric b, int j) {
        double y = b.re(j);
        if (a instanceof Ints x && y == Math.rint(y) && y >= 0 && type.bits == 64 && y < 64) {
            return type.saturate(type.exact(x.data()[i]).pow((int) y));
        }
        return type.saturate(Power.pow(a.re(i), y));
    }
}
