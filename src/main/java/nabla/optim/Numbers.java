package nabla.optim;

import java.math.BigDecimal;

/** Small things about numbers that the package shares. */
final class Numbers {
    private Numbers() {}

    /** The shortest digits that give the number back, without an idle {@code .0}. */
    static String shortest(double v) {
        if (Double.isNaN(v) || Double.isInfinite(v)) return Double.isNaN(v) ? "NaN" : v > 0 ? "Inf" : "-Inf";
        double a = Math.abs(v);
        if (v == Math.rint(v) && a < 1e15) return Long.toString((long) v);
        return a >= 1e-3 && a < 1e15 ? BigDecimal.valueOf(v).toPlainString() : Double.toString(v).replace("E", "e").replace(".0e", "e");
    }

    /** ‖x‖₂ without overflow on the way. */
    static double norm(double[] x) {
        double largest = 0;
        for (double v : x) {
            if (v != v) return Double.NaN;
            largest = Math.max(largest, Math.abs(v));
        }
        if (largest == 0 || Double.isInfinite(largest)) return largest;
        double sum = 0;
        for (double v : x) sum += v / largest * (v / largest);
        return largest * Math.sqrt(sum);
    }

    static double sumOfSquares(double[] r) {
        return dot(r, r);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** a/√(v + ε) or a/(√v + ε); 0 for 0/0, where the gradient has always been zero. */
    static double quotient(double a, double v, double epsilon, boolean outside) {
        return a == 0 ? 0 : a / (outside ? Math.sqrt(v) + epsilon : Math.sqrt(v + epsilon));
    }

    /** x + t·d, in a new array. */
    static double[] moved(double[] x, double t, double[] d) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) y[i] = x[i] + t * d[i];
        return y;
    }

    static double[] minus(double[] a, double[] b) {
        return moved(a, -1, b);
    }

    static double[] negated(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) y[i] = -x[i];
        return y;
    }

    /** The greatest |xᵢ|. */
    static double largest(double[] x) {
        double m = 0;
        for (double v : x) m = Math.max(m, Math.abs(v));
        return m;
    }

    static boolean finite(double[] x) {
        for (double v : x) if (!Double.isFinite(v)) return false;
        return true;
    }

    static double positive(String name, double v) {
        return check(v > 0 && Double.isFinite(v), name, "positive", v);
    }

    static double fraction(String name, double v) {
        return check(v >= 0 && v < 1, name, "in [0, 1)", v);
    }

    static double notNegative(String name, double v) {
        return check(v >= 0 && Double.isFinite(v), name, "0 or more", v);
    }

    private static double check(boolean holds, String name, String what, double v) {
        if (!holds) throw new IllegalArgumentException(name + " must be " + what + ", not " + shortest(v));
        return v;
    }
}
