package nabla.optim;

import java.util.Arrays;
import nabla.optim.Reason.Kind;

/**
 * What stands behind the word of a run that says it has converged: where its claim is of the first order (a short gradient, steps or
 * gains that are none any more) the point is looked at once more. Without bounds and constraints the gradient must be small, relative to
 * the value, to the steepest slope of the run and to the columns of a Jacobian; within bounds the projected one; under constraints the
 * conditions of Karush, Kuhn and Tucker must nearly hold; a method without gradients must have no lower point close by. Where that
 * is not so, the run goes on from the lower point that shows up, or from the same one afresh, and when that gains nothing it ends as
 * {@link Kind#STALLED}.
 */
final class FirstOrder {
    /** As much optimality under constraints, or of a gradient relative to 1 and |f|, is a minimum. */
    private static final double NEARLY = 1e-6;
    /** So is a gradient this short relative to the steepest one met: the function's values have no more digits. */
    private static final double ROUNDING = 1e-9;
    /** Residuals are orthogonal to a column of their Jacobian below this cosine. */
    private static final double COSINE = 1e-5;
    /** The gain, relative to |f|, that a step along one variable must promise to be tried. */
    private static final double GAIN = 1e-4;
    /** The steps of a look around, relative to 1 and |x|, and the slope that is none. */
    private static final double NEAR = 1e-5;
    /** Where f is the same at this distance on all sides, it is a plateau. */
    private static final double PLATEAU = 1e-3;

    /** Where the run is to go on, null when all is well or that is no use; and what is to be said if it does not. */
    record Finding(double[] from, Reason reason) {}

    private final Run run;
    private final Problem problem;
    private final Reason claim;
    private final Point at;
    private final double optimality;

    /**
     * @param at the last iterate
     * @param optimality as the method told it
     */
    FirstOrder(Run run, Reason claim, Point at, double optimality) {
        this.run = run;
        problem = run.problem();
        this.claim = claim;
        this.at = at;
        this.optimality = optimality;
    }

    /** Whether the claim is one to be looked at, and there are evaluations to do so. */
    boolean examinable() {
        boolean claimed = switch (claim.kind()) {
            case GRADIENT_SMALL, STEP_SMALL, GAIN_SMALL, NO_DESCENT -> true;
            default -> false;
        };
        return claimed && Double.isFinite(at.value()) && run.left() > 2 * run.n() + 10;
    }

    /** @param ruled whether the method follows a rule to a gradient as short as its user wants it */
    Finding examined(boolean ruled) {
        if (problem.constraints() != null) return new Finding(null, nearly() ? claim : stalled(NEARLY));
        if (at.gradient() == null) return around();
        if (Numbers.largest(at.gradient()) == 0) return plateau();
        if (problem.f() instanceof Residuals r) return orthogonal(r) ? new Finding(null, claim) : new Finding(at.x(), stalled(COSINE));
        if (ruled) return new Finding(null, claim);
        double[] lower = problem.f().hasGradient() ? farther() : null;
        double enough = Math.max(run.limits().tolerance(), Math.max(NEARLY * Math.max(1, Math.abs(at.value())), ROUNDING * run.steepest()));
        if (lower != null) return new Finding(lower, stalled(enough));
        return optimality <= enough ? new Finding(null, claim) : new Finding(at.x(), stalled(enough));
    }

    private boolean nearly() {
        return optimality != optimality || optimality <= Math.max(run.limits().tolerance(), NEARLY);
    }

    private Reason stalled(double enough) {
        return Reason.of(Kind.STALLED, optimality, enough);
    }

    // ---- sums of squares -----------------------------------------------------------------------------------------

    /** Whether what single variables can change of the residuals is next to nothing of them, or of what they are made of. */
    private boolean orthogonal(Residuals f) {
        double[] x = at.x();
        double[] size = FiniteDifferences.sizes(x);
        double[] r = run.residuals(x);
        double[] j = run.jacobian(x, null, size);
        int m = r.length;
        double[] g = new double[x.length];
        double[] length = new double[x.length];
        double made = 0;
        for (int k = 0; k < x.length; k++) {
            double[] column = Arrays.copyOfRange(j, k * m, (k + 1) * m);
            g[k] = Numbers.dot(column, r);
            length[k] = Numbers.norm(column);
            made = Math.max(made, length[k] * Math.abs(x[k]));
        }
        double loose = claim.kind() == Kind.GAIN_SMALL ? 10 * Math.sqrt(claim.limit()) : 0;
        double enough = Math.max(COSINE, loose) * Math.sqrt(at.value()) + ROUNDING * made;
        if (claim.kind() == Kind.STEP_SMALL) enough = Math.max(enough, 10 * claim.limit());
        double[] ahead = problem.inside(Numbers.minus(x, g));
        for (int k = 0; k < x.length; k++) {
            double noise = f.hasJacobian() || length[k] == 0 ? 0 : 5 * Math.ulp(at.value()) / (FiniteDifferences.STEP * size[k] * length[k]);
            boolean steep = length[k] > 0 && Math.abs(g[k]) / length[k] > enough + noise;
            if (steep && Math.abs(ahead[k] - x[k]) * Math.abs(g[k]) > enough * enough) return false;
        }
        return true;
    }

    // ---- without gradients ---------------------------------------------------------------------------------------

    /** Looks for a point lower by more than a slope that counts, a short step along each variable to both sides. */
    private Finding around() {
        double loose = claim.kind() == Kind.STEP_SMALL && claim.limit() == claim.limit() ? 10 * claim.limit() : 0;
        double[] best = null;
        double value = at.value();
        boolean level = true;
        for (int k = 0; k < 2 * run.n(); k++) {
            double[] y = beside(k, Math.max(NEAR, loose));
            double enough = NEAR * Numbers.distance(y, at.x()) * Math.max(1, Math.abs(at.value()) / Math.max(1, Numbers.largest(at.x())));
            double v = Arrays.equals(y, at.x()) ? Double.NaN : run.value(y);
            level &= v == at.value();
            if (!(v < value - enough)) continue;
            best = y;
            value = v;
        }
        if (level) return plateau();
        return new Finding(best, best == null ? claim : Reason.of(Kind.STALLED, (at.value() - value) / Numbers.distance(best, at.x()), NEAR));
    }

    /** A point of the box beside the last one: forth (k even) or back (k odd) along variable k/2. */
    private double[] beside(int k, double step) {
        double[] y = at.x().clone();
        y[k / 2] += step * Math.max(1, Math.abs(y[k / 2])) * (k % 2 == 0 ? 1 : -1);
        return problem.inside(y);
    }

    /**
     * Where nothing changes close by: whether f changes farther off, so that slopes say nothing; a variable with both neighbours higher
     * says that it is no plateau.
     */
    private Finding plateau() {
        boolean constant = true;
        for (int i = 0; i < run.n() && run.left() > 0; i++) {
            double[] forth = beside(2 * i, PLATEAU);
            double[] back = beside(2 * i + 1, PLATEAU);
            double up = run.value(forth);
            double down = run.value(back);
            if (up < at.value() || down < at.value()) return new Finding(up < down ? forth : back, flat());
            if (up > at.value() && down > at.value()) return new Finding(null, claim);
            for (double step = 10 * PLATEAU; step < 20; step *= 10) {
                for (int k = 2 * i; k < 2 * i + 2 && run.left() > 0; k++) {
                    double[] y = beside(k, step);
                    double v = run.value(y);
                    if (v < at.value()) return new Finding(y, flat());
                    constant &= v == at.value();
                }
            }
        }
        return new Finding(null, constant ? claim : flat());
    }

    private static Reason flat() {
        return Reason.of(Kind.PLATEAU, PLATEAU, Double.NaN);
    }

    // ---- scales --------------------------------------------------------------------------------------------------

    /**
     * A lower point along one variable that is far on the scale of the others: slopes and curvatures along each tell how far its minimum
     * is and what it gains, however its units are chosen. All are looked at together first, and those that promise a gain one by one.
     * Null where none gains anything that counts.
     */
    private double[] farther() {
        // values far below those that the run has come from count as nothing, unless all of them are small
        double nothing = Math.min(run.limits().tolerance(), ROUNDING * run.highest());
        double enough = Math.max(GAIN * Math.abs(at.value()), nothing);
        double[] all = at.x();
        for (int i = 0; i < run.n(); i++) all = moved(all, i);
        double[] there = run.gradient(all);
        for (int i = 0; i < run.n(); i++) {
            if (way(i, all, there, enough) == 0) continue;
            double[] y = moved(at.x(), i);
            double way = way(i, y, run.gradient(y), enough);
            double[] far = at.x().clone();
            far[i] += way;
            far = problem.inside(far);
            if (way != 0 && run.value(far) < at.value() - enough / 2) return far;
        }
        return null;
    }

    /** A point a short step down along variable i from x, within the bounds. */
    private double[] moved(double[] x, int i) {
        double[] y = x.clone();
        y[i] -= PLATEAU * Math.max(1, Math.abs(y[i])) * Math.signum(at.gradient()[i]);
        return problem.inside(y);
    }

    /** How far the minimum along variable i is by the slopes at y, a short step away; 0 when that is near or gains too little. */
    private double way(int i, double[] y, double[] there, double enough) {
        double slope = at.gradient()[i];
        double step = y[i] - at.x()[i];
        double curvature = (there[i] - slope) / step;
        double way = -slope / curvature;
        boolean far = curvature > 0 && 0.5 * Math.abs(slope * way) > enough && Math.abs(way) > 10 * Math.abs(step);
        return far ? way : 0;
    }
}
