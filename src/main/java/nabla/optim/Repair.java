package nabla.optim;

import java.util.Arrays;

/**
 * Moves points to near ones where all constraints hold: each step is the shortest one to where they hold as far as slopes tell (the
 * gradient-based repair of Chootinan and Chen, Computers &amp; Operations Research 33, 2006). Takes no values of f.
 */
public final class Repair {
    private static final int STEPS = 12;
    /** Constraints are made to hold to within this part of their tolerance: what is left is not to be gained by leaning on it. */
    private static final double PART = 1e-3;

    /** Of violations, where slopes promise no feasible point within the bounds. */
    private static final double PRICE = 1000;

    private final Run run;
    private final Problem problem;
    private final double[][] unit;
    private int tries;
    private int failures;

    public Repair(Run run) {
        this.run = run;
        problem = run.problem();
        unit = new double[problem.n()][problem.n()];
        for (int i = 0; i < unit.length; i++) unit[i][i] = 1;
    }

    /** Whether points rarely come to be feasible: slopes say little of such constraints. */
    boolean fails() {
        return 10 * failures > 9 * tries;
    }

    /**
     * A feasible point near x; null when none is reached.
     *
     * @param slopes those of the constraints near by, for all steps; null: taken anew for each, by differences
     * @param whole variables that keep their values; null for none
     */
    public double[] of(double[] x, Constraints.Slopes slopes, boolean[] whole) {
        tries++;
        double[] y = repaired(problem.inside(x), slopes, whole);
        if (y == null) failures++;
        return y;
    }

    private double[] repaired(double[] start, Constraints.Slopes slopes, boolean[] whole) {
        double[] x = start;
        double tolerance = problem.constraints().tolerance();
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; ; k++) {
            Constraints.Values c = run.constraints(x);
            double violation = c.violation();
            if (violation <= PART * tolerance) return x;
            // no more is gained
            if (!(violation < 0.9 * before) || k == STEPS) return violation <= tolerance ? x : null;
            before = violation;
            double[] low = Numbers.minus(problem.lower(), x);
            double[] high = Numbers.minus(problem.upper(), x);
            for (int i = 0; i < x.length; i++) if (whole != null && whole[i]) low[i] = high[i] = 0;
            Constraints.Slopes s = slopes != null ? slopes : problem.constraints().estimated(x, problem.box());
            Subproblem.Step step = finite(s) ? new Subproblem(unit, new double[x.length], s, low, high).solve(c, slopes == null ? PRICE : 0) : null;
            if (step == null) return violation <= tolerance ? x : null;
            x = problem.inside(Numbers.moved(x, 1, step.d()));
        }
    }

    private static boolean finite(Constraints.Slopes s) {
        return Arrays.stream(s.inequalities()).allMatch(Numbers::finite) && Arrays.stream(s.equalities()).allMatch(Numbers::finite);
    }
}
