package nabla.optim;

import java.util.function.DoubleUnaryOperator;
import nabla.optim.Reason.Kind;

/** Functions of one variable on an interval: a minimum, a zero (Brent 1973). */
public final class Scalar {
    /**
     * Where a run on an interval ended.
     *
     * @param low the remaining interval
     * @param lowValue f at its ends; NaN of a minimum, which needs none
     * @param end {@code STEP_SMALL} when it was found, {@code STEPS_DONE} or {@code STOPPED} otherwise
     */
    public record Point(double x, double value, int iterations, int evaluations, double low, double high, double lowValue, double highValue, Kind end) {
        public boolean found() {
            return end == Kind.STEP_SMALL;
        }
    }

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double EPS = Math.ulp(1.0);

    private Scalar() {}

    /** A local minimum between a and b by golden sections and parabolas, to within the tolerance. */
    public static Point minimum(DoubleUnaryOperator f, double a, double b, double tolerance, int iterations, Watch watch) {
        double x = a + GOLDEN * (b - a);
        double w = x;
        double v = x;
        double fx = f.applyAsDouble(x);
        double fw = fx;
        double fv = fx;
        double d = 0;
        double e = 0;
        for (int k = 0; ; k++) {
            Kind end = watch.stop(Iterate.of(k, x, fx, k + 1)) ? watch.why(k).kind() : null;
            double middle = (a + b) / 2;
            double tol = Math.sqrt(EPS) * Math.abs(x) + tolerance / 3;
            if (end == null && Math.abs(x - middle) <= 2 * tol - (b - a) / 2) end = Kind.STEP_SMALL;
            if (end == null && k >= iterations) end = Kind.STEPS_DONE;
            if (end != null) return new Point(x, fx, k, k + 1, a, b, Double.NaN, Double.NaN, end);
            boolean golden = true;
            if (Math.abs(e) > tol) {
                double r = (x - w) * (fx - fv);
                double q = (x - v) * (fx - fw);
                double p = (x - v) * q - (x - w) * r;
                q = 2 * (q - r);
                if (q > 0) p = -p;
                q = Math.abs(q);
                if (Math.abs(p) < Math.abs(q * e / 2) && p > q * (a - x) && p < q * (b - x)) {
                    e = d;
                    d = p / q;
                    double u = x + d;
                    if (u - a < 2 * tol || b - u < 2 * tol) d = x < middle ? tol : -tol;
                    golden = false;
                }
            }
            if (golden) {
                e = x < middle ? b - x : a - x;
                d = GOLDEN * e;
            }
            double u = Math.abs(d) >= tol ? x + d : x + (d > 0 ? tol : -tol);
            double fu = f.applyAsDouble(u);
            if (fu <= fx) {
                if (u < x) b = x;
                else a = x;
                v = w;
                fv = fw;
                w = x;
                fw = fx;
                x = u;
                fx = fu;
            } else {
                if (u < x) a = u;
                else b = u;
                if (fu <= fw || w == x) {
                    v = w;
                    fv = fw;
                    w = u;
                    fw = fu;
                } else if (fu <= fv || v == x || v == w) {
                    v = u;
                    fv = fu;
                }
            }
        }
    }

    /**
     * Two points with their values, x₁, f₁, x₂, f₂, between which f changes its sign: the secant's zero from a overshot a little, and
     * then ever longer steps on either side; null when there is no change to be found.
     */
    public static double[] bracket(DoubleUnaryOperator f, double a, double fa) {
        double unit = a == 0 ? 1 : Math.abs(a);
        double near = a + 0.1 * unit;
        double fNear = f.applyAsDouble(near);
        if (differs(fa, fNear)) return new double[] {a, fa, near, fNear};
        double to = a - 1.1 * fa * (near - a) / (fNear - fa);
        for (int k = 0; k < 2 && Double.isFinite(to) && Math.abs(to - a) <= 1000 * unit; k++) {
            double v = f.applyAsDouble(to);
            boolean beyond = Math.abs(to - near) < Math.abs(to - a);
            if (differs(fa, v)) return beyond ? new double[] {near, fNear, to, v} : new double[] {a, fa, to, v};
            to = a + 1.6 * (to - a);
        }
        for (double d : new double[] {.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 50, 100, 500, 1000}) {
            for (int side = -1; side <= 1; side += 2) {
                double b = a + side * d * unit;
                double v = f.applyAsDouble(b);
                if (differs(fa, v)) return new double[] {a, fa, b, v};
            }
        }
        return null;
    }

    /**
     * The same for two points one or both of which are infinite: ever farther from the finite one, or from 0, up to where numbers end;
     * null where f changes its sign nowhere before.
     */
    public static double[] bracket(DoubleUnaryOperator f, double a, double fa, double b, double fb) {
        if (Double.isInfinite(a) && Double.isInfinite(b)) {
            double middle = f.applyAsDouble(0);
            return a == b ? null : bracket(f, 0, middle, differs(middle, fb) ? b : a, Double.NaN);
        }
        double from = Double.isInfinite(a) ? b : a;
        double value = Double.isInfinite(a) ? fb : fa;
        double side = (Double.isInfinite(a) ? a : b) > 0 ? 1 : -1;
        double near = from;
        double fNear = value;
        for (double step = Math.max(1, Math.abs(from)); step < 1e308 && value != 0; step *= 4) {
            double to = from + side * step;
            double v = f.applyAsDouble(to);
            // what has sunk below the least number is no zero
            if (v == 0 && f.applyAsDouble(to + side * step) == 0) return null;
            if (differs(value, v)) return new double[] {near, fNear, to, v};
            near = to;
            fNear = v;
        }
        return value == 0 ? new double[] {from, 0, from, 0} : null;
    }

    private static boolean differs(double fa, double fb) {
        return fb == 0 || fb == fb && fa < 0 != fb < 0;
    }

    /** A zero between a and b, where f has different signs, by bisection, secants and inverse parabolas. */
    public static Point zero(DoubleUnaryOperator f, double a, double fa, double b, double fb, double tolerance, int iterations, Watch watch) {
        double c = a;
        double fc = fa;
        double d = b - a;
        double e = d;
        for (int k = 0; ; k++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double tol = 2 * EPS * Math.abs(b) + tolerance / 2;
            double m = (c - b) / 2;
            Kind end = watch.stop(Iterate.of(k, b, fb, k)) ? watch.why(k).kind() : null;
            if (end == null && (Math.abs(m) <= tol || fb == 0)) end = Kind.STEP_SMALL;
            if (end == null && k >= iterations) end = Kind.STEPS_DONE;
            if (end != null) return new Point(b, fb, k, k, Math.min(b, c), Math.max(b, c), b < c ? fb : fc, b < c ? fc : fb, end);
            if (Math.abs(e) >= tol && Math.abs(fa) > Math.abs(fb)) {
                double s = fb / fa;
                double p = 2 * m * s;
                double q = 1 - s;
                if (a != c) {
                    double r = fb / fc;
                    q = fa / fc;
                    p = s * (2 * m * q * (q - r) - (b - a) * (r - 1));
                    q = (q - 1) * (r - 1) * (s - 1);
                }
                if (p > 0) q = -q;
                else p = -p;
                boolean good = 2 * p < Math.min(3 * m * q - Math.abs(tol * q), Math.abs(e * q));
                e = good ? d : m;
                d = good ? p / q : m;
            } else {
                d = m;
                e = m;
            }
            a = b;
            fa = fb;
            b += Math.abs(d) > tol ? d : m > 0 ? tol : -tol;
            fb = f.applyAsDouble(b);
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
                d = b - a;
                e = d;
            }
        }
    }
}
