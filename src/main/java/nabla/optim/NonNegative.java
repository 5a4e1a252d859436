package nabla.optim;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nabla.optim.Reason.Kind;

/**
 * Convex quadratic functions over x ≥ 0 by the method of Lawson and Hanson (1974): a set of positive variables grows by the one
 * along which the function falls fastest, and loses those that would become negative on the way to its minimum.
 */
public final class NonNegative {
    /**
     * @param x the minimum
     * @param slopes −∇ there: 0 where x is positive, else ≤ 0
     */
    public record Solution(double[] x, double[] slopes, int iterations, Reason reason) {}

    private final int n;
    private final Function<int[], double[]> minimum;
    private final UnaryOperator<double[]> slopes;
    private final double tolerance;

    private NonNegative(int n, Function<int[], double[]> minimum, UnaryOperator<double[]> slopes, double tolerance) {
        this.n = n;
        this.minimum = minimum;
        this.slopes = slopes;
        this.tolerance = tolerance;
    }

    /**
     * The least ‖C·x − d‖ over x ≥ 0.
     *
     * @param columns C by columns
     */
    public static Solution leastSquares(double[][] columns, double[] d, double[] start, int iterations) {
        int n = columns.length;
        double size = 0;
        for (double[] c : columns) {
            double sum = 0;
            for (double v : c) sum += Math.abs(v);
            size = Math.max(size, sum);
        }
        UnaryOperator<double[]> slopes = x -> {
            double[] rest = d.clone();
            for (int j = 0; j < n; j++) for (int i = 0; i < rest.length; i++) rest[i] -= columns[j][i] * x[j];
            double[] w = new double[n];
            for (int j = 0; j < n; j++) w[j] = Numbers.dot(columns[j], rest);
            return w;
        };
        Function<int[], double[]> minimum = p -> p.length == 0 ? new double[0] : new NullSpace(columns, p, p.length).coefficients(d);
        double tolerance = 10 * Math.ulp(1.0) * size * Math.max(n, d.length);
        return new NonNegative(n, minimum, slopes, tolerance).solve(start, iterations);
    }

    /** The least ½·xᵀ·C·x + dᵀ·x over x ≥ 0, with C positive definite. */
    public static Solution quadratic(double[][] c, double[] d, double[] start, int iterations) {
        int n = d.length;
        UnaryOperator<double[]> slopes = x -> {
            double[] w = new double[n];
            for (int i = 0; i < n; i++) w[i] = -d[i] - Numbers.dot(c[i], x);
            return w;
        };
        Function<int[], double[]> minimum = p -> {
            double[][] block = new double[p.length][p.length];
            double[] right = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                right[i] = -d[p[i]];
                for (int j = 0; j < p.length; j++) block[i][j] = c[p[i]][p[j]];
            }
            Factor factor = Factor.of(block);
            if (factor == null) throw new IllegalArgumentException("C must be positive definite");
            return factor.solve(right);
        };
        double size = 0;
        for (double[] row : c) for (double v : row) size = Math.max(size, Math.abs(v));
        return new NonNegative(n, minimum, slopes, 10 * Math.ulp(1.0) * n * size).solve(start, iterations);
    }

    private Solution solve(double[] start, int iterations) {
        double[] x = new double[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            positive[i] = start != null && start[i] > 0;
            if (positive[i]) x[i] = start[i];
        }
        for (int k = 1; k <= iterations; k++) {
            int[] p = chosen(positive);
            double[] to = minimum.apply(p);
            if (blocked(x, p, to, positive)) continue;
            Arrays.fill(x, 0);
            for (int i = 0; i < p.length; i++) x[p[i]] = to[i];
            double[] w = slopes.apply(x);
            for (int i : p) w[i] = 0;
            int steepest = -1;
            for (int i = 0; i < n; i++) if (w[i] > tolerance && (steepest < 0 || w[i] > w[steepest])) steepest = i;
            if (steepest < 0) return new Solution(x, w, k, Reason.of(Kind.GRADIENT_SMALL, 0, tolerance));
            positive[steepest] = true;
        }
        return new Solution(x, slopes.apply(x), iterations, Reason.of(Kind.STEPS_DONE, iterations, iterations));
    }

    private int[] chosen(boolean[] positive) {
        int[] p = new int[n];
        int q = 0;
        for (int i = 0; i < n; i++) if (positive[i]) p[q++] = i;
        return Arrays.copyOf(p, q);
    }

    /** Goes towards the minimum until a variable becomes 0 and takes it out; false when none does on the way. */
    private static boolean blocked(double[] x, int[] p, double[] to, boolean[] positive) {
        double t = 1;
        int first = -1;
        for (int i = 0; i < p.length; i++) {
            if (to[i] >= 0) continue;
            double reach = x[p[i]] / (x[p[i]] - to[i]);
            if (first >= 0 && reach >= t) continue;
            t = reach;
            first = p[i];
        }
        if (first < 0) return false;
        for (int i = 0; i < p.length; i++) x[p[i]] += t * (to[i] - x[p[i]]);
        x[first] = 0;
        positive[first] = false;
        return true;
    }
}
