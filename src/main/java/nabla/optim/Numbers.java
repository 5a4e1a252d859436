package nabla.optim;

import java.math.BigDecimal;

/** Small things about numbers that the package shares. */
final class Numbers {
    private static final int CHAINED = 256;

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
        double plain = dot(x, x);
        return plain > 1e-290 && plain < 1e290 ? Math.sqrt(plain) : scaledNorm(x);
    }

    private static double scaledNorm(double[] x) {
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

    /** Σaᵢ·bᵢ; long sums run in four chains, which a processor adds at once. */
    static double dot(double[] a, double[] b) {
        int n = a.length;
        int i = 0;
        double sum = 0;
        if (n >= CHAINED) {
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (; i + 3 < n; i += 4) {
                sum += a[i] * b[i];
                s1 += a[i + 1] * b[i + 1];
                s2 += a[i + 2] * b[i + 2];
                s3 += a[i + 3] * b[i + 3];
            }
            sum = sum + s1 + (s2 + s3);
        }
        for (; i < n; i++) sum += a[i] * b[i];
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

    /** ‖a − b‖. */
    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.sqrt(sum);
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
