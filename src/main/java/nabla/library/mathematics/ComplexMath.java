package nabla.library.mathematics;

import nabla.kernel.Exp;
import nabla.kernel.Log;
import nabla.kernel.Circle;

/** Elementary functions of one complex number x + iy; the branch cuts are those of C99. */
final class ComplexMath {
    private ComplexMath() {}

    static double[] real(double x) {
        return new double[] {x, 0};
    }

    static double[] scaled(double[] z, double f) {
        return new double[] {z[0] * f, z[1] * f};
    }

    static double[] times(double[] a, double[] b) {
        return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
    }

    /** a/b by Smith's method. */
    static double[] over(double[] a, double[] b) {
        double c = b[0];
        double d = b[1];
        if (d == 0) return new double[] {a[0] / c, a[1] / c};
        if (Math.abs(c) >= Math.abs(d)) {
            double r = d / c;
            double t = c + d * r;
            return new double[] {(a[0] + a[1] * r) / t, (a[1] - a[0] * r) / t};
        }
        double r = c / d;
        double t = c * r + d;
        return new double[] {(a[0] * r + a[1]) / t, (a[1] * r - a[0]) / t};
    }

    static double[] sqrt(double x, double y) {
        if (y == 0) return x >= 0 ? new double[] {Math.sqrt(x), 0} : new double[] {0, Math.sqrt(-x)};
        double r = Math.hypot(x, y);
        double u = Math.sqrt((r + Math.abs(x)) / 2);
        double v = Math.abs(y) / (2 * u);
        return x >= 0 ? new double[] {u, Math.copySign(v, y)} : new double[] {v, Math.copySign(u, y)};
    }

    static double[] exp(double x, double y) {
        double e = Exp.exp(x);
        return y == 0 ? new double[] {e, 0} : new double[] {e * Circle.cos(y), e * Circle.sin(y)};
    }

    static double[] log(double x, double y) {
        return new double[] {Log.log(Math.hypot(x, y)), Math.atan2(y, x)};
    }

    static double[] sin(double x, double y) {
        return new double[] {Circle.sin(x) * Math.cosh(y), Circle.cos(x) * Math.sinh(y)};
    }

    static double[] cos(double x, double y) {
        return new double[] {Circle.cos(x) * Math.cosh(y), -Circle.sin(x) * Math.sinh(y)};
    }

    static double[] sinh(double x, double y) {
        return new double[] {Math.sinh(x) * Circle.cos(y), Math.cosh(x) * Circle.sin(y)};
    }

    static double[] cosh(double x, double y) {
        return new double[] {Math.cosh(x) * Circle.cos(y), Math.sinh(x) * Circle.sin(y)};
    }

    static double[] tan(double x, double y) {
        double[] t = tanh(-y, x);
        return new double[] {t[1], -t[0]};
    }

    static double[] tanh(double x, double y) {
        if (Math.abs(x) > 20) return new double[] {Math.signum(x), 4 * Circle.sin(y) * Circle.cos(y) * Exp.exp(-2 * Math.abs(x))};
        double d = Math.cosh(2 * x) + Circle.cos(2 * y);
        return new double[] {Math.sinh(2 * x) / d, Circle.sin(2 * y) / d};
    }

    /** Hull, Fairgrieve and Tang's form by square roots of 1 − z and 1 + z (Kahan, 1987). */
    static double[] asin(double x, double y) {
        double[] a = sqrt(1 - x, -y);
        double[] b = sqrt(1 + x, y);
        double im = asinh(a[0] * b[1] - a[1] * b[0]);
        return new double[] {Math.atan2(x, a[0] * b[0] - a[1] * b[1]), im};
    }

    static double[] acos(double x, double y) {
        double[] a = sqrt(1 - x, -y);
        double[] b = sqrt(1 + x, y);
        return new double[] {2 * Math.atan2(a[0], b[0]), asinh(b[0] * a[1] - b[1] * a[0])};
    }

    static double[] acosh(double x, double y) {
        double[] a = sqrt(x - 1, y);
        double[] b = sqrt(x + 1, y);
        return new double[] {asinh(a[0] * b[0] + a[1] * b[1]), 2 * Math.atan2(a[1], b[0])};
    }

    static double[] asinh(double x, double y) {
        double[] t = asin(-y, x);
        return new double[] {t[1], -t[0]};
    }

    /** ½ log((1 + z)/(1 − z)). */
    static double[] atanh(double x, double y) {
        double[] a = log(1 + x, y);
        double[] b = log(1 - x, -y);
        return new double[] {(a[0] - b[0]) / 2, (a[1] - b[1]) / 2};
    }

    static double[] atan(double x, double y) {
        double[] t = atanh(-y, x);
        return new double[] {t[1], -t[0]};
    }

    static double asinh(double x) {
        double a = Math.abs(x);
        if (a > 1e8) return Math.copySign(Log.log(a) + Log.log(2), x);
        return Math.copySign(Log.log1p(a + a * a / (1 + Math.sqrt(a * a + 1))), x);
    }
}
