package nabla.optim;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Derivatives by differences of values, all of them taken within a box: where a bound leaves no room for a step to either side, two
 * steps to one side are taken (differences of second order on three points).
 */
public final class FiniteDifferences {
    /** ∛(machine epsilon), which balances the truncation error h² of central differences against rounding ε/h. */
    static final double STEP = Math.cbrt(Math.ulp(1.0));

    private static final double FORWARD = Math.sqrt(Math.ulp(1.0));

    private FiniteDifferences() {}

    /** Without bounds. */
    public static double[] central(Objective f, double[] x) {
        return central(f, x, Box.free(x.length));
    }

    /**
     * ∂f/∂xᵢ ≈ (f(x + h·eᵢ) − f(x − h·eᵢ)) / 2h with h = ∛ε·max(1, |xᵢ|). Where one side is not finite (the edge of the
     * function's domain) the other side alone is used. 0 for a variable that the box holds fast.
     */
    public static double[] central(Objective f, double[] x, Box box) {
        double[][] columns = new Differences(y -> new double[] {f.value(y)}, f, x, stencils(x, unit(x), box)).columns(null);
        double[] g = new double[x.length];
        for (int i = 0; i < g.length; i++) g[i] = columns[i][0];
        return g;
    }

    /** max(1, |xᵢ|). */
    private static double[] unit(double[] x) {
        double[] size = new double[x.length];
        for (int i = 0; i < size.length; i++) size[i] = Math.max(1, Math.abs(x[i]));
        return size;
    }

    /** For each variable the two steps h, −h, or where there is no room for them two to one side; none for a variable held fast. */
    private static double[][] stencils(double[] x, double[] size, Box box) {
        double[][] steps = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double h = STEP * size[i];
            double up = box.upper()[i] - x[i];
            double down = x[i] - box.lower()[i];
            if (x[i] + h <= box.upper()[i] && x[i] - h >= box.lower()[i]) steps[i] = new double[] {h, -h};
            else steps[i] = oneSided(up >= down ? Math.min(h, up / 2) : -Math.min(h, down / 2));
        }
        return steps;
    }

    private static double[] oneSided(double h) {
        return h == 0 ? new double[0] : new double[] {h, 2 * h};
    }

    /** For each variable one step, upwards unless a bound is nearer than that. */
    private static double[][] forward(double[] x, double[] size, Box box) {
        double[][] steps = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double h = FORWARD * size[i];
            double up = box.upper()[i] - x[i];
            double down = x[i] - box.lower()[i];
            double step = x[i] + h <= box.upper()[i] ? h : up >= down ? up : -Math.min(h, down);
            steps[i] = step == 0 ? new double[0] : new double[] {step};
        }
        return steps;
    }

    /** The Jacobian of c at x by central differences, its columns: one for each variable; h as for gradients. */
    static double[][] jacobian(UnaryOperator<double[]> c, double[] x, Box box) {
        return new Differences(c, null, x, stencils(x, unit(x), box)).columns(null);
    }

    /**
     * ∂rᵢ/∂xⱼ at [i + j·m] by central differences of a function with m results, with steps h = ∛ε·sizeⱼ: about eleven digits.
     *
     * @param size how large each variable typically is
     */
    public static double[] jacobian(Residuals r, double[] x, double[] size, Box box) {
        return joined(new Differences(r::residuals, r, x, stencils(x, size, box)).columns(null));
    }

    /** The same by forward differences from r(x) = here, with steps h = √ε·sizeⱼ: half the price and about eight digits. */
    public static double[] jacobian(Residuals r, double[] x, double[] size, Box box, double[] here) {
        return joined(new Differences(r::residuals, r, x, forward(x, size, box)).columns(here));
    }

    private static double[] joined(double[][] columns) {
        return Arrays.stream(columns).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The values of a function around a point, and the slopes that they tell of. */
    private record Differences(UnaryOperator<double[]> f, Objective told, double[] x, double[][] steps) {
        /**
         * ∂f/∂xᵢ, a column for each i.
         *
         * @param here f(x), null when it is not known
         */
        double[][] columns(double[] here) {
            boolean oneSided = Arrays.stream(steps).anyMatch(s -> s.length != 2 || s[0] != -s[1]);
            double[] centre = here == null && oneSided ? f.apply(x) : here;
            foretell();
            double[][] columns = new double[x.length][];
            for (int i = 0; i < x.length; i++) columns[i] = steps[i].length == 0 ? new double[centre.length] : column(i, centre);
            return columns;
        }

        private void foretell() {
            if (told == null) return;
            int[] which = new int[2 * x.length];
            int n = 0;
            for (int i = 0; i < x.length; i++) for (int k = 0; k < steps[i].length; k++) which[n++] = 2 * i + k;
            told.ahead(n, k -> moved(which[k] / 2, which[k] % 2));
        }

        private double[] moved(int i, int k) {
            double[] at = x.clone();
            at[i] += steps[i][k];
            return at;
        }

        private double[] column(int i, double[] centre) {
            double[] at = moved(i, 0);
            double a = at[i];
            double[] fa = f.apply(at);
            if (steps[i].length == 1) return slopes(a, fa, x[i], centre);
            at[i] = x[i] + steps[i][1];
            double b = at[i];
            double[] fb = f.apply(at);
            if (!Numbers.finite(fa) || !Numbers.finite(fb)) {
                double[] c = centre == null ? f.apply(x) : centre;
                return Numbers.finite(fa) ? slopes(a, fa, x[i], c) : slopes(x[i], c, b, fb);
            }
            return steps[i][0] == -steps[i][1] ? slopes(a, fa, b, fb) : parabolas(a - x[i], fa, b - x[i], fb, centre);
        }

        private static double[] slopes(double a, double[] fa, double b, double[] fb) {
            double[] d = new double[fa.length];
            for (int k = 0; k < d.length; k++) d[k] = (fa[k] - fb[k]) / (a - b);
            return d;
        }

        /** The slope at 0 of the parabola through a, b and 0. */
        private static double[] parabolas(double a, double[] fa, double b, double[] fb, double[] f0) {
            double[] d = new double[fa.length];
            for (int k = 0; k < d.length; k++) d[k] = (b / a * (fa[k] - f0[k]) - a / b * (fb[k] - f0[k])) / (b - a);
            return d;
        }
    }

    /**
     * The matrix of second derivatives by central differences of gradients, made symmetric. Where these are differences themselves
     * the steps are √√ε, longer than theirs. Within the box where it is wide enough.
     */
    public static double[] hessian(Objective f, double[] x, Box box) {
        int n = x.length;
        double step = f.hasGradient() ? STEP : Math.sqrt(FORWARD);
        double[] at = x.clone();
        double[] h = new double[n * n];
        for (int j = 0; j < n; j++) {
            double right = Math.min(x[j] + step * Math.max(1, Math.abs(x[j])), box.upper()[j]);
            double left = Math.max(x[j] - step * Math.max(1, Math.abs(x[j])), box.lower()[j]);
            at[j] = right;
            double[] above = f.gradient(at);
            at[j] = left;
            double[] below = f.gradient(at);
            at[j] = x[j];
            for (int i = 0; i < n; i++) {
                double half = (above[i] - below[i]) / (right - left) / 2;
                h[i + j * n] += half;
                h[j + i * n] += half;
            }
        }
        return h;
    }

    /** How large variables typically are: |xⱼ|, and 1 for those that are 0. */
    static double[] sizes(double[] x) {
        double[] size = new double[x.length];
        for (int j = 0; j < size.length; j++) size[j] = x[j] == 0 ? 1 : Math.abs(x[j]);
        return size;
    }
}
