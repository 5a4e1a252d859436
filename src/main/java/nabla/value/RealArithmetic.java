package nabla.value;

import java.util.Arrays;
import nabla.kernel.Cores;
import nabla.kernel.Power;

/** Sums, products, quotients and powers of real arrays. */
final class RealArithmetic {
    private RealArithmetic() {}

    /** The result, complex where a power of a negative number is. */
    static Numeric apply(Operator op, Real a, Real b) {
        int[] d = a.dims();
        if (!Arrays.equals(d, b.dims())) {
            if (b.numel() == 1) d = a.dims();
            else if (a.numel() == 1) d = b.dims();
            else {
                d = Broadcast.dims(a.dims(), b.dims(), op);
                a = (Real) Broadcast.stretch(a, d);
                b = (Real) Broadcast.stretch(b, d);
            }
            if (a.numel() == 1 && b.numel() == 1) d = a.dims().length >= b.dims().length ? a.dims() : b.dims();
        }
        boolean single = a.isSingle() || b.isSingle();
        double[] x = a.data();
        double[] y = b.data();
        if (op == Operator.POWER && needsComplex(x, y)) return ComplexArithmetic.apply(op, a, b);
        double[] r = Real.allocate(d);
        Cores.each(r.length, (from, to) -> part(op, x, y, r, from, to));
        if (single) for (int i = 0; i < r.length; i++) r[i] = (float) r[i];
        return new Real(single, r, d);
    }

    private static void part(Operator op, double[] x, double[] y, double[] r, int from, int to) {
        switch (op) {
            case PLUS -> plus(x, y, r, from, to);
            case MINUS -> minus(x, y, r, from, to);
            case TIMES -> times(x, y, r, from, to);
            case RIGHT_DIVIDE -> divide(x, y, r, from, to);
            default -> power(x, y, r, from, to);
        }
    }

    private static void plus(double[] x, double[] y, double[] r, int from, int to) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = from; i < to; i++) r[i] = x[i] + y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = from; i < to; i++) r[i] = x[i] + c;
        } else {
            double c = x[0];
            for (int i = from; i < to; i++) r[i] = c + y[i];
        }
    }

    private static void minus(double[] x, double[] y, double[] r, int from, int to) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = from; i < to; i++) r[i] = x[i] - y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = from; i < to; i++) r[i] = x[i] - c;
        } else {
            double c = x[0];
            for (int i = from; i < to; i++) r[i] = c - y[i];
        }
    }

    private static void times(double[] x, double[] y, double[] r, int from, int to) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = from; i < to; i++) r[i] = x[i] * y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = from; i < to; i++) r[i] = x[i] * c;
        } else {
            double c = x[0];
            for (int i = from; i < to; i++) r[i] = c * y[i];
        }
    }

    private static void divide(double[] x, double[] y, double[] r, int from, int to) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = from; i < to; i++) r[i] = x[i] / y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = from; i < to; i++) r[i] = x[i] / c;
        } else {
            double c = x[0];
            for (int i = from; i < to; i++) r[i] = c / y[i];
        }
    }

    private static void power(double[] x, double[] y, double[] r, int from, int to) {
        double e = y.length == 1 && x.length == r.length ? y[0] : 0;
        if (e == 1) System.arraycopy(x, from, r, from, to - from);
        else if (e == 2) for (int i = from; i < to; i++) r[i] = x[i] * x[i];
        else if (e == 3) for (int i = from; i < to; i++) r[i] = x[i] * x[i] * x[i];
        else {
            int sx = x.length == 1 ? 0 : 1;
            int sy = y.length == 1 ? 0 : 1;
            for (int i = from; i < to; i++) r[i] = Power.pow(x[i * sx], y[i * sy]);
        }
    }

    private static boolean needsComplex(double[] x, double[] y) {
        if (y.length == 1 && y[0] == Math.rint(y[0])) return false;
        if (x.length == 1 || y.length == 1) {
            return anyNegative(x) && anyFraction(y);
        }
        for (int i = 0; i < x.length; i++) if (x[i] < 0 && y[i] != Math.rint(y[i])) return true;
        return false;
    }

    private static boolean anyNegative(double[] x) {
        for (double v : x) if (v < 0) return true;
        return false;
    }

    private static boolean anyFraction(double[] y) {
        for (double v : y) if (v != Math.rint(v)) return true;
        return false;
    }
}
