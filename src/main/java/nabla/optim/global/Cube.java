package nabla.optim.global;

import java.util.random.RandomGenerator;
import nabla.optim.Problem;
import nabla.optim.Run;

/**
 * A run's problem on the unit cube: u ∈ [0, 1]ⁿ stands for x = l + u·(h − l). Where a bound is infinite, l or h is ten sizes of the
 * start away from it: the search begins in that range and may leave it, u &lt; 0 or u &gt; 1.
 */
final class Cube {
    /** How far the first range reaches where there is no bound, in sizes 1 + |start|. */
    private static final double REACH = 10;

    final int n;
    private final Run run;
    private final Problem problem;
    private final double[] low;
    private final double[] high;

    Cube(Run run) {
        this.run = run;
        problem = run.problem();
        n = run.n();
        low = problem.lower().clone();
        high = problem.upper().clone();
        double[] start = problem.inside(problem.start());
        for (int i = 0; i < n; i++) {
            double reach = REACH * (1 + Math.abs(start[i]));
            if (Double.isInfinite(low[i])) low[i] = Math.min(start[i], high[i]) - reach;
            if (Double.isInfinite(high[i])) high[i] = start[i] + reach;
        }
    }

    /** Where the problem starts. */
    double[] start() {
        return of(problem.inside(problem.start()));
    }

    double[] of(double[] x) {
        double[] u = new double[n];
        for (int i = 0; i < n; i++) u[i] = high[i] > low[i] ? (x[i] - low[i]) / (high[i] - low[i]) : 0;
        return u;
    }

    /** The point u stands for, moved to the nearest one within the bounds. */
    double[] x(double[] u) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) x[i] = u[i] == 1 ? high[i] : low[i] + u[i] * (high[i] - low[i]);
        return problem.inside(x);
    }

    /** f at the nearest point within the bounds; +∞ for NaN, so that it is lower than nothing. */
    double value(double[] u) {
        return number(run.value(x(u)));
    }

    /** The values at points whose order does not matter: +∞ for NaN. */
    double[] values(double[][] us) {
        double[][] xs = new double[us.length][];
        for (int k = 0; k < xs.length; k++) xs[k] = x(us[k]);
        double[] v = run.values(xs);
        for (int k = 0; k < v.length; k++) v[k] = number(v[k]);
        return v;
    }

    static double number(double v) {
        return v == v ? v : Double.POSITIVE_INFINITY;
    }

    double width(int i) {
        return high[i] - low[i];
    }

    boolean below(int i, double u) {
        return u < 0 && !Double.isInfinite(problem.lower()[i]);
    }

    boolean above(int i, double u) {
        return u > 1 && !Double.isInfinite(problem.upper()[i]);
    }

    /** u within the bounds: coordinates beyond a bound are moved onto it. */
    double[] clipped(double[] u) {
        double[] c = u.clone();
        for (int i = 0; i < n; i++) c[i] = below(i, u[i]) ? 0 : above(i, u[i]) ? 1 : u[i];
        return c;
    }

    /** A coordinate within the bounds: beyond a bound it is mirrored there. */
    double mirrored(int i, double u) {
        if (below(i, u)) u = -u;
        if (above(i, u)) u = 2 - u;
        return below(i, u) || above(i, u) ? u - Math.floor(u) : u;
    }

    /** The integer nearest to v within the bounds of a variable. */
    double wholeWithin(int i, double v) {
        return Math.min(Math.max(v, Math.ceil(problem.lower()[i])), Math.floor(problem.upper()[i]));
    }

    /** A uniform point of the cube. */
    double[] random(RandomGenerator random) {
        double[] u = new double[n];
        for (int i = 0; i < n; i++) u[i] = random.nextDouble();
        return u;
    }

    /** Tells the run of a generation. */
    void generation(double[][] us, double[] values) {
        generation(us, values, lowest(values));
    }

    /** Tells the run of a generation whose best point is not the lowest. */
    void generation(double[][] us, double[] values, int best) {
        double[][] xs = new double[us.length][];
        for (int k = 0; k < xs.length; k++) xs[k] = x(us[k]);
        run.generation(xs, xs[best], values[best]);
    }

    /** The greatest distance between coordinates. */
    static double distance(double[] a, double[] b) {
        double d = 0;
        for (int i = 0; i < a.length; i++) d = Math.max(d, Math.abs(a[i] - b[i]));
        return d;
    }

    static int lowest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) if (values[k] < values[best]) best = k;
        return best;
    }
}
