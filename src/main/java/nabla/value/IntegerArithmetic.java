package nabla.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
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
        return saturate(type, exact(type, x).subtract(exact(type, y)));
    }

    /** An element of a 64-bit class as it is. */
    static BigInteger exact(IntType type, long v) {
        BigInteger b = BigInteger.valueOf(v);
        return type == IntType.UINT64 && v < 0 ? b.add(BigInteger.ONE.shiftLeft(64)) : b;
    }

    static long saturate(IntType type, BigInteger x) {
        BigInteger max = exact(type, type.max());
        BigInteger min = BigInteger.valueOf(type.min());
        return x.compareTo(max) > 0 ? type.max() : x.compareTo(min) < 0 ? type.min() : x.longValue();
    }

    private static long wide(Operator op, IntType type, Numeric a, int i, Numeric b, int j) {
        double x = a.re(i);
        double y = b.re(j);
        double rough = narrow(op, x, y);
        if (Math.abs(x) < 0x1p31 && Math.abs(y) < 0x1p31 && x == Math.rint(x) && y == Math.rint(y)) return type.saturate(rough);
        if (Double.isNaN(rough) || Double.isInfinite(rough) || Double.isInfinite(y)) return type.saturate(rough);
        BigDecimal p = decimal(a, i);
        BigDecimal q = decimal(b, j);
        BigDecimal r =
                switch (op) {
                    case PLUS -> p.add(q);
                    case MINUS -> p.subtract(q);
                    case TIMES -> p.multiply(q);
                    default -> p.divide(q, MathContext.DECIMAL128);
                };
        return saturate(type, r.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    /** Element i exactly. */
    static BigDecimal decimal(Numeric a, int i) {
        return a instanceof Ints x ? new BigDecimal(exact(x.type(), x.data()[i])) : new BigDecimal(a.re(i));
    }

    private static long power(IntType type, Numeric a, int i, Numeric b, int j) {
        double y = b.re(j);
        if (a instanceof Ints x && y == Math.rint(y) && y >= 0 && type.bits == 64 && y < 64) {
            return saturate(type, exact(type, x.data()[i]).pow((int) y));
        }
        return type.saturate(Power.pow(a.re(i), y));
    }
}
