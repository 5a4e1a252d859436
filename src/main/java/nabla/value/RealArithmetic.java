package nabla.value;

import java.util.Arrays;

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
        switch (op) {
            case PLUS -> plus(x, y, r);
            case MINUS -> minus(x, y, r);
            case TIMES -> times(x, y, r);
            case RIGHT_DIVIDE -> divide(x, y, r);
            default -> power(x, y, r);
        }
        if (single) for (int i = 0; i < r.length; i++) r[i] = (float) r[i];
        return new Real(single, r, d);
    }

    private static void plus(double[] x, double[] y, double[] r) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = 0; i < n; i++) r[i] = x[i] + y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = 0; i < n; i++) r[i] = x[i] + c;
        } else {
            double c = x[0];
            for (int i = 0; i < n; i++) r[i] = c + y[i];
        }
    }

    private static void minus(double[] x, double[] y, double[] r) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = 0; i < n; i++) r[i] = x[i] - y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = 0; i < n; i++) r[i] = x[i] - c;
        } else {
            double c = x[0];
            for (int i = 0; i < n; i++) r[i] = c - y[i];
        }
    }

    private static void times(double[] x, double[] y, double[] r) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = 0; i < n; i++) r[i] = x[i] * y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = 0; i < n; i++) r[i] = x[i] * c;
        } else {
            double c = x[0];
            for (int i = 0; i < n; i++) r[i] = c * y[i];
        }
    }

    private static void divide(double[] x, double[] y, double[] r) {
        int n = r.length;
        if (x.length == n && y.length == n) {
            for (int i = 0; i < n; i++) r[i] = x[i] / y[i];
        } else if (y.length == 1) {
            double c = y[0];
            for (int i = 0; i < n; i++) r[i] = x[i] / c;
        } else {
            double c = x[0];
            for (int i = 0; i < n; i++) r[i] = c / y[i];
        }
    }

    private static void power(double[] x, double[] y, double[] r) {
        int n = r.length;
        if (y.length == 1 && y[0] == 2) {
            for (int i = 0; i < n; i++) r[i] = x[i] * x[i];
            return;
        }
        if (y.length == 1 && y[0] == 1 && x.length == n) {
            System.arraycopy(x, 0, r, 0, n);
            return;
        }
        int sx = x.length == 1 ? 0 : 1;
        int sy = y.length == 1 ? 0 : 1;
        for (int i = 0; i < n; i++) r[i] = power(x[i * sx], y[i * sy]);
    }

    /** C's pow: unlike Java's, 1 to any power is 1, and so is −1 to an infinite one. */
    static double power(double x, double y) {
        if (y == 2) return x * x;
        if (x == 1 || x == -1 && Double.isInfinite(y)) return 1;
        return Math.pow(x, y);
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
