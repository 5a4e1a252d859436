package nabla.value;

import nabla.kernel.Circle;
import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.kernel.Power;

/** Sums, products, quotients and powers where an operand, or the result, is complex. */
final class ComplexArithmetic {
    private static final int LARGEST_MULTIPLIED_POWER = 1024;

    private ComplexArithmetic() {}

    /** The result, real when no imaginary part is left. */
    static Numeric apply(Operator op, Numeric a, Numeric b) {
        int[] d = Broadcast.dims(a.dims(), b.dims(), op);
        a = Broadcast.stretch(a, d);
        b = Broadcast.stretch(b, d);
        boolean single = a.isSingle() || b.isSingle();
        int n = Dims.count(d);
        double[] re = new double[n];
        double[] im = new double[n];
        double[] z = new double[2];
        int sa = a.numel() == 1 ? 0 : 1;
        int sb = b.numel() == 1 ? 0 : 1;
        boolean ca = a.isComplex();
        boolean cb = b.isComplex();
        for (int i = 0; i < n; i++) {
            one(op, a.re(i * sa), a.im(i * sa), ca, b.re(i * sb), b.im(i * sb), cb, z);
            re[i] = single ? (float) z[0] : z[0];
            im[i] = single ? (float) z[1] : z[1];
        }
        return new Complex(single, re, im, d).narrow();
    }

    private static void one(Operator op, double a, double b, boolean ca, double c, double d, boolean cb, double[] z) {
        switch (op) {
            case PLUS -> put(z, a + c, ca ? cb ? b + d : b : d);
            case MINUS -> put(z, a - c, ca ? cb ? b - d : b : -d);
            case TIMES -> times(a, b, ca, c, d, cb, z);
            case RIGHT_DIVIDE -> {
                if (cb) divide(a, b, c, d, z);
                else put(z, a / c, b / c);
            }
            default -> power(a, b, c, d, z);
        }
    }

    private static void put(double[] z, double re, double im) {
        z[0] = re;
        z[1] = im;
    }

    private static void times(double a, double b, boolean ca, double c, double d, boolean cb, double[] z) {
        if (!ca) put(z, a * c, a * d);
        else if (!cb) put(z, a * c, b * c);
        else put(z, a * c - b * d, a * d + b * c);
    }

    /** (a + bi) / (c + di) by Smith's method, which does not overflow where the quotient does not. */
    private static void divide(double a, double b, double c, double d, double[] z) {
        if (c == 0 && d == 0) {
            double inf = Math.copySign(Double.POSITIVE_INFINITY, c);
            put(z, a == 0 && b == 0 ? Double.NaN : inf * a, a == 0 && b == 0 ? Double.NaN : inf * b);
        } else if (Math.abs(c) < Math.abs(d)) {
            double r = c / d;
            double q = c * r + d;
            put(z, (a * r + b) / q, (b * r - a) / q);
        } else {
            double r = d / c;
            double q = d * r + c;
            put(z, (b * r + a) / q, (b - a * r) / q);
        }
    }

    /** (a + bi) ^ (c + di): whole powers by multiplying, others by exp((c + di)·log(a + bi)). */
    private static void power(double a, double b, double c, double d, double[] z) {
        if (d == 0 && c == Math.rint(c) && Math.abs(c) <= LARGEST_MULTIPLIED_POWER) {
            wholePower(a, b, (int) c, z);
        } else if (b == 0 && a >= 0 && d == 0) {
            put(z, Power.pow(a, c), 0);
        } else if (a == 0 && b == 0) {
            put(z, 0, 0);
        } else {
            double logarithm = Log.log(Math.hypot(a, b));
            double angle = Math.atan2(b, a);
            double r = d == 0 ? Math.pow(Math.hypot(a, b), c) : Exp.exp(c * logarithm - d * angle);
            double t = d * logarithm + c * angle;
            put(z, r * Circle.cos(t), r * Circle.sin(t));
        }
    }

    private static void wholePower(double a, double b, int n, double[] z) {
        double re = 1;
        double im = 0;
        for (int k = Math.abs(n); k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                double t = re * a - im * b;
                im = re * b + im * a;
                re = t;
            }
            double t = a * a - b * b;
            b = 2 * a * b;
            a = t;
        }
        if (n < 0) divide(1, 0, re, im, z);
        else put(z, re, im);
    }
}
