package nabla.optim;

import java.util.Arrays;
import nabla.optim.Reason.Kind;

/**
 * Sequential quadratic programming (Wilson 1963, Han 1977, Powell 1978): each step solves a {@link Subproblem}, whose B learns the
 * Hessian of the function of Lagrange by BFGS with Powell's damping, and is shortened until the merit f + Σνᵢ·violationᵢ falls.
 * A full step that raises the merit gets a second-order correction first (Fletcher 1982), lest curved constraints keep the
 * method from its fast end. Where it ends at no feasible point, the {@link AugmentedLagrangian} gives it another start.
 */
public record Sqp() implements Method {
    private static final double DECREASE = 1e-4;
    private static final double ROUNDING = Math.ulp(1.0);
    /** Where rounding allows no further descent, this much optimality is a minimum. */
    private static final double NEARLY = 1e-6;
    /** Where the function bends down, B learns no less curvature than this: longer steps would drown the constraints in rounding. */
    private static final double FLAT = 1e-6;
    /** The steps that such a value's point may take back to the constraints. */
    private static final int RETURNS = 20;

    @Override
    public String name() {
        return "sqp";
    }

    @Override
    public Scope scope() {
        return Scope.CONSTRAINED;
    }

    @Override
    public Reason run(Run run) {
        Reason r = new Iteration(run).descend(run.start());
        if (r.kind() != Kind.INFEASIBLE || run.problem().constraints().curved() == null) return r;
        // linear models lead nowhere: come nearer by another way, then try again
        return new Iteration(run).descend(AugmentedLagrangian.near(run));
    }

    private static final class Iteration {
        private final Run run;
        private final Problem problem;
        private final Constraints constraints;
        private final int n;
        private final double[][] b;
        private Point at;
        private Constraints.Values c;
        private Constraints.Slopes slopes;
        private Multipliers multipliers;
        private double[] penalties;
        private double rho;
        private boolean learnt;

        Iteration(Run run) {
            this.run = run;
            problem = run.problem();
            constraints = problem.constraints();
            n = run.n();
            b = new double[n][n];
        }

        Reason descend(double[] start) {
            arrive(run.point(problem.inside(start)));
            if (!at.finite() || !Double.isFinite(c.violation())) {
                run.iterate(at);
                return Reason.of(Kind.CONSTRAINT_NOT_FINITE, c.violation(), Double.NaN);
            }
            penalties = new double[c.inequalities().length + c.equalities().length];
            rho = 100 * Math.max(1, Numbers.largest(at.gradient()));
            forget(1);
            multipliers = Multipliers.none(n, c.inequalities().length, c.equalities().length);
            for (boolean fresh = true; ; ) {
                Subproblem program = subproblem();
                Subproblem.Step step = program.solve(c, rho);
                if (step != null) weigh(step.multipliers());
                run.tell(new Lagrangian(multipliers, at.gradient(), b));
                run.iterate(at, optimality());
                if (at.value() < Run.LOW && endless()) return Reason.of(Kind.UNBOUNDED, at.value(), Run.LOW);
                Reason end = step == null ? null : small(step.d());
                // a short step may be the fault of a B that has grown
                if (end != null && (fresh || end.kind() != Kind.STEP_SMALL || optimality() <= NEARLY)) return end;
                if (end == null && step != null && move(program, step)) {
                    fresh = false;
                } else {
                    if (fresh) return stuck();
                    // so that the first step is no longer than x is large
                    double slope = Numbers.largest(at.gradient()) / Math.max(1, Numbers.largest(at.x()));
                    forget(slope > 0 ? Math.min(1, slope) : 1);
                    fresh = true;
                }
            }
        }

        private void arrive(Point p) {
            at = p;
            c = constraints == null ? new Constraints.Values(new double[0], new double[0]) : run.constraints(p.x());
            slopes = constraints == null ? new Constraints.Slopes(new double[0][], new double[0][]) : constraints.slopes(p.x());
        }

        private void forget(double scale) {
            for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) b[i][k] = i == k ? scale : 0;
            learnt = false;
        }

        private Subproblem subproblem() {
            return new Subproblem(b, at.gradient(), slopes, Numbers.minus(problem.lower(), at.x()), Numbers.minus(problem.upper(), at.x()));
        }

        /**
         * The conditions of Karush, Kuhn and Tucker: the larger of ‖∇L‖∞ and |λᵢ·gᵢ|, relative to ‖∇f‖∞ where that is above 1, and of what
         * a multiplier of a bound promises on the way there, relative to |f| where that is.
         */
        private double optimality() {
            double[] l = lagrangian(at.gradient(), slopes);
            for (int i = 0; i < n; i++) l[i] += multipliers.upper()[i] - multipliers.lower()[i];
            double worst = Numbers.largest(l);
            for (int i = 0; i < c.inequalities().length; i++) {
                worst = Math.max(worst, Math.abs(multipliers.inequalities()[i] * c.inequalities()[i]));
            }
            return Math.max(worst / Math.max(1, Numbers.largest(at.gradient())), promise() / Math.max(1, Math.abs(at.value())));
        }

        private double promise() {
            double most = 0;
            for (int i = 0; i < n; i++) {
                double x = at.x()[i];
                if (multipliers.lower()[i] > 0) most = Math.max(most, multipliers.lower()[i] * (x - problem.lower()[i]));
                if (multipliers.upper()[i] > 0) most = Math.max(most, multipliers.upper()[i] * (problem.upper()[i] - x));
            }
            return most;
        }

        /** ∇f + Σλᵢ∇gᵢ + Σμᵢ∇hᵢ. */
        private double[] lagrangian(double[] gradient, Constraints.Slopes s) {
            double[] l = gradient.clone();
            add(l, multipliers.inequalities(), s.inequalities());
            add(l, multipliers.equalities(), s.equalities());
            return l;
        }

        private static void add(double[] l, double[] factors, double[][] rows) {
            for (int k = 0; k < factors.length; k++) {
                if (factors[k] != 0) for (int i = 0; i < l.length; i++) l[i] += factors[k] * rows[k][i];
            }
        }

        /** The end, if the step or what it promises is lost in rounding. */
        private Reason small(double[] d) {
            double violation = c.violation();
            double limit = 1e-14 * (1 + Numbers.largest(at.x()));
            double length = Numbers.largest(d);
            if (feasible(violation)) {
                double gain = Math.abs(slope(d));
                if (length <= limit && gain <= NEARLY * Math.max(1, Math.abs(at.value()))) return Reason.of(Kind.STEP_SMALL, length, limit);
                return gain < ROUNDING * Math.max(1, Math.abs(at.value())) ? stuck() : null;
            }
            return length <= limit ? Reason.of(Kind.INFEASIBLE, violation, Double.NaN) : null;
        }

        /** Whether f is lower than any minimum at a point near by that is feasible as far as numbers of its size can be: goes there. */
        private boolean endless() {
            double[] x = at.x();
            double[][] unit = new double[n][n];
            for (int i = 0; i < n; i++) unit[i][i] = 1;
            for (int k = 0; k < RETURNS; k++) {
                Constraints.Values v = constraints == null ? c : run.constraints(x);
                if (feasible(v.violation() / Math.max(1, Numbers.largest(x)))) {
                    double value = k == 0 ? at.value() : run.value(x);
                    if (k > 0 && value < Run.LOW) run.iterate(x, value);
                    return value < Run.LOW;
                }
                Subproblem.Step step = new Subproblem(unit, new double[n], constraints.slopes(x), Numbers.minus(problem.lower(), x),
                        Numbers.minus(problem.upper(), x)).solve(v, rho);
                if (step == null) return false;
                x = problem.inside(Numbers.moved(x, 1, step.d()));
            }
            return false;
        }

        private boolean feasible(double violation) {
            return constraints == null || violation <= constraints.tolerance();
        }

        private Reason stuck() {
            double violation = c.violation();
            if (!feasible(violation)) return Reason.of(Kind.INFEASIBLE, violation, Double.NaN);
            double optimality = optimality();
            return optimality <= NEARLY
                    ? Reason.of(Kind.GRADIENT_SMALL, optimality, NEARLY)
                    : Reason.of(Kind.STALLED, optimality, NEARLY);
        }

        // ---- the line search -------------------------------------------------------------------------------------

        /** A way along d, t·d long, at whose end the function was taken. */
        private record Trial(double[] x, double value, double merit) {}

        private boolean move(Subproblem program, Subproblem.Step step) {
            double[] d = step.d();
            double here = merit(at.value(), c);
            double slope = slope(d);
            double rounding = ROUNDING * Math.abs(here);
            if (!(slope < 0)) return false;
            for (double t = 1; t > 1e-12; ) {
                Trial trial = trial(d, t);
                run.along(t);
                // shorter steps are lost in rounding
                if (Arrays.equals(trial.x(), at.x())) return false;
                if (trial.merit() <= here + DECREASE * t * slope + rounding) return accept(trial);
                if (t == 1 && constraints != null && constraints.curved() != null && Double.isFinite(trial.merit())) {
                    Trial corrected = corrected(program, d, trial);
                    if (corrected != null && corrected.merit() <= here + DECREASE * slope + rounding) return accept(corrected);
                }
                double curve = trial.merit() - here - t * slope;
                double parabola = -slope * t * t / (2 * curve);
                t = parabola > 0.1 * t ? Math.min(parabola, 0.5 * t) : 0.1 * t;
            }
            return false;
        }

        /** Powell's weights: νᵢ ← max(|λᵢ|, (νᵢ + |λᵢ|)/2). */
        private void weigh(Multipliers latest) {
            multipliers = latest;
            int m = multipliers.inequalities().length;
            for (int i = 0; i < penalties.length; i++) {
                double l = Math.abs(i < m ? multipliers.inequalities()[i] : multipliers.equalities()[i - m]);
                penalties[i] = Math.max(l, (penalties[i] + l) / 2);
            }
        }

        private double merit(double value, Constraints.Values v) {
            int m = v.inequalities().length;
            double sum = value;
            for (int i = 0; i < m; i++) sum += penalties[i] * Math.max(0, v.inequalities()[i]);
            for (int i = 0; i < v.equalities().length; i++) sum += penalties[m + i] * Math.abs(v.equalities()[i]);
            return sum == sum ? sum : Double.POSITIVE_INFINITY;
        }

        /** How fast the merit rises along d as far as slopes tell. */
        private double slope(double[] d) {
            int m = c.inequalities().length;
            double sum = Numbers.dot(at.gradient(), d);
            for (int i = 0; i < m; i++) {
                double g = c.inequalities()[i];
                sum += penalties[i] * (Math.max(0, g + Numbers.dot(slopes.inequalities()[i], d)) - Math.max(0, g));
            }
            for (int i = 0; i < c.equalities().length; i++) {
                double h = c.equalities()[i];
                sum += penalties[m + i] * (Math.abs(h + Numbers.dot(slopes.equalities()[i], d)) - Math.abs(h));
            }
            return sum;
        }

        private Trial trial(double[] d, double t) {
            double[] x = at.x().clone();
            for (int i = 0; i < n; i++) x[i] += t * d[i];
            x = problem.inside(x);
            double value = run.value(x);
            return new Trial(x, value, merit(value, constraints == null ? c : run.constraints(x)));
        }

        /** The step again, with the constraints' values at its end less what their slopes promised there. */
        private Trial corrected(Subproblem program, double[] d, Trial end) {
            Constraints.Values v = run.constraints(end.x());
            double[] g = v.inequalities().clone();
            double[] h = v.equalities().clone();
            for (int i = 0; i < g.length; i++) g[i] -= Numbers.dot(slopes.inequalities()[i], d);
            for (int i = 0; i < h.length; i++) h[i] -= Numbers.dot(slopes.equalities()[i], d);
            Subproblem.Step step = program.solve(new Constraints.Values(g, h), 0);
            if (step == null || Numbers.norm(step.d()) > 2 * Numbers.norm(d)) return null;
            return trial(step.d(), 1);
        }

        // ---- what a step teaches ---------------------------------------------------------------------------------

        private boolean accept(Trial to) {
            Point from = at;
            double[] before = lagrangian(from.gradient(), slopes);
            arrive(new Point(to.x(), to.value(), run.gradient(to.x())));
            double[] y = lagrangian(at.gradient(), slopes);
            double[] s = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] -= before[i];
                s[i] = at.x()[i] - from.x()[i];
            }
            if (Numbers.norm(s) > 0 && Numbers.finite(y)) learn(s, y);
            return true;
        }

        /** B ← B − B·s·sᵀ·B/sᵀBs + r·rᵀ/sᵀr with r = θ·y + (1−θ)·B·s, θ &lt; 1 where sᵀy &lt; sᵀBs/5. */
        private void learn(double[] s, double[] y) {
            double ys = Numbers.dot(y, s);
            if (!learnt && ys > 0) forget(Math.min(Math.max(Numbers.dot(y, y) / ys, 1e-4), 1e4));
            learnt = true;
            double[] bs = new double[n];
            for (int i = 0; i < n; i++) bs[i] = Numbers.dot(b[i], s);
            double sbs = Numbers.dot(s, bs);
            double theta = ys >= 0.2 * sbs ? 1 : 0.8 * sbs / (sbs - ys);
            double[] r = new double[n];
            for (int i = 0; i < n; i++) r[i] = theta * y[i] + (1 - theta) * bs[i];
            double sr = Numbers.dot(s, r);
            if (ys < 0 && sr < FLAT * Numbers.dot(s, s)) return;
            for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) b[i][k] += r[i] * r[k] / sr - bs[i] * bs[k] / sbs;
        }
    }
}
