package nabla.optim;

import java.util.Arrays;

/**
 * What is to be minimized: a function of n variables, a point to start from, a box lower ≤ x ≤ upper whose bounds may be infinite,
 * and constraints.
 *
 * @param constraints null when there are none but the bounds
 */
public record Problem(Objective f, double[] start, double[] lower, double[] upper, Constraints constraints) {
    public Problem {
        if (lower.length != start.length || upper.length != start.length) {
            throw new IllegalArgumentException("the start has " + start.length + " variables, the bounds " + lower.length + " and " + upper.length);
        }
        for (int i = 0; i < start.length; i++) {
            if (!(lower[i] <= upper[i])) throw new IllegalArgumentException("lower bound " + (i + 1) + " exceeds the upper one");
        }
    }

    /** Without constraints but the bounds. */
    public Problem(Objective f, double[] start, Box box) {
        this(f, start, box.lower(), box.upper(), null);
    }

    /** Without constraints but the bounds. */
    public Problem(Objective f, double[] start, double[] lower, double[] upper) {
        this(f, start, lower, upper, null);
    }

    /** Without bounds. */
    public Problem(Objective f, double... start) {
        this(f, start, Box.free(start.length));
    }

    /** A box alone: the start is its middle; where one bound is infinite, the other; where both are, 0. */
    public static Problem in(Objective f, double[] lower, double[] upper) {
        double[] start = new double[lower.length];
        for (int i = 0; i < start.length; i++) {
            boolean below = Double.isInfinite(lower[i]);
            boolean above = Double.isInfinite(upper[i]);
            start[i] = below && above ? 0 : below ? upper[i] : above ? lower[i] : lower[i] / 2 + upper[i] / 2;
        }
        return new Problem(f, start, lower, upper);
    }

    /** The number of variables. */
    public int n() {
        return start.length;
    }

    /** Whether any bound is finite. */
    public boolean bounded() {
        for (int i = 0; i < start.length; i++) if (!Double.isInfinite(lower[i]) || !Double.isInfinite(upper[i])) return true;
        return false;
    }

    /** The bounds. */
    public Box box() {
        return new Box(lower, upper);
    }

    /** Whether the bounds leave no choice. */
    boolean settled() {
        return start.length > 0 && Arrays.equals(lower, upper);
    }

    /** The nearest point of the box. */
    public double[] inside(double[] x) {
        return box().inside(x);
    }

    /** ‖x − P(x − ∇f)‖, P moving a point to the nearest one of the box: ‖∇f‖ without bounds, 0 at a minimum within them. */
    double optimality(Point p) {
        if (!bounded() || !p.finite()) return p.norm();
        return Numbers.norm(Numbers.minus(inside(Numbers.minus(p.x(), p.gradient())), p.x()));
    }

    /**
     * The nearest point that the bounds and the linear constraints allow, by a {@link QuadraticProgram}; null when there is none, or
     * x is no number.
     *
     * @param whole variables that keep their values; null for none
     */
    public double[] nearest(double[] x, boolean[] whole) {
        LinearConstraints rows = constraints == null ? LinearConstraints.NONE : constraints.linear();
        if (rows.b().length + rows.d().length == 0) return inside(x);
        int n = x.length;
        double[] low = lower.clone();
        double[] high = upper.clone();
        double[][] unit = new double[n][n];
        for (int i = 0; i < n; i++) {
            unit[i][i] = 1;
            if (whole != null && whole[i]) low[i] = high[i] = x[i];
        }
        QuadraticProgram.Solution s = new QuadraticProgram(unit, Numbers.negated(x), rows, low, high).solve(100 + 20 * n);
        return s.reason().success() ? inside(s.x()) : null;
    }
}
