package nabla.optim;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import nabla.optim.Reason.Kind;

/**
 * One run of a {@link Method}: evaluates the function and counts, keeps the best point, records the trace, tells the watcher, and
 * ends the run at a limit. The method calls {@link #value}, {@link #gradient} or {@link #point} wherever its formulas do, and
 * {@link #iterate} once a step.
 */
public final class Run {
    /** Beyond this no descent on a function of doubles comes back. */
    private static final double FAR = 1e100;
    /** A feasible value below this means that there is no minimum: MATLAB's ObjectiveLimit. */
    static final double LOW = -1e20;

    /** How often a run goes on from a lower point when it has said that it was at its end. */
    private static final int AGAIN = 100;

    /** Unwinds the method when the run ends from outside. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Run of;
        private final transient Reason reason;

        Ended(Run of, Reason reason) {
            super(null, null, false, false);
            this.of = of;
            this.reason = reason;
        }
    }

    private final Minimizer limits;
    private final Problem problem;
    /** The run this one is part of, or null: every evaluation counts there too. */
    private final Run outer;

    private final SplittableRandom random;
    private final Trace trace = new Trace();
    private final Curvature curvature = new Curvature();
    /** Where the method starts. */
    private double[] from;
    /** The last iterate, null before the first. */
    private Point latest;

    private double steepest;
    private double highest;
    private int evaluations;
    private int gradients;
    private int steps;
    private double best = Double.NaN;
    private double[] bestAt;
    private double bestViolation;
    private double[] last;
    private double lastValue = Double.NaN;
    private double norm = Double.NaN;
    private double[] constrainedAt;
    private Constraints.Values constraints;
    private double stepLength = Double.NaN;
    private double lineStep = Double.NaN;
    private int innerSteps;
    private double scale = Double.NaN;
    private Lagrangian lagrangian;
    private double[] hessianAt;
    private double[] hessian;
    /** The latest residuals, or null. */
    private double[] residuals;

    private double[] residualsAt;
    /** The points of a method that moves many, or null. */
    private double[][] generation;

    Run(Minimizer limits, Problem problem, Run outer) {
        this.limits = limits;
        this.problem = problem;
        this.outer = outer;
        random = outer == null ? new SplittableRandom(limits.seed()) : outer.random.split();
        last = problem.start();
        from = last;
    }

    Outcome of(Method method) {
        Reason reason;
        if (outer == null) limits.watch().begin();
        try {
            reason = ended(method);
        } finally {
            if (outer == null) {
                problem.f().ahead(0, k -> new double[0]);
                limits.watch().end();
            }
        }
        if (reason.kind().flag() >= 0 && !Double.isFinite(best)) {
            reason = Reason.of(best == Double.NEGATIVE_INFINITY ? Kind.VALUE_NOT_FINITE : Kind.NEVER_FINITE, best, Double.NaN);
        }
        double[] x = bestAt == null ? problem.start().clone() : bestAt;
        if (problem.constraints() != null && (reason.success() || reason.kind() == Kind.UNBOUNDED)) {
            x = last.clone();
            best = lastValue;
        }
        Outcome o = new Outcome(x, best, violation(x), last.clone(), norm, steps, evaluations, gradients, reason, trace, curvature,
                interior(), stepLength, lineStep, innerSteps, scale, lagrangian);
        if (outer == null) limits.watch().done(o);
        return o;
    }

    /** Runs the method, and again from any lower point that contradicts its word of having converged. */
    private Reason ended(Method method) {
        Reason reason = attempt(method);
        if (outer != null) return reason;
        double before = best;
        for (int again = 0; reason.success(); again++) {
            FirstOrder test = new FirstOrder(this, reason, latest, norm);
            if (latest == null || !test.examinable()) return reason;
            FirstOrder.Finding found = test.examined(method instanceof Descent);
            if (found.from() == null || again == AGAIN || again > 0 && !(best < before)) return found.reason();
            before = best;
            from = found.from();
            steps++;
            reason = attempt(method);
        }
        return reason;
    }

    private Reason attempt(Method method) {
        try {
            Reason reason = problem.settled() && problem.constraints() == null ? only() : method.run(this);
            steps = Math.max(0, steps - 1);
            return reason;
        } catch (Ended e) {
            if (e.of != this) throw e;
            return e.reason;
        }
    }

    /** Where the bounds leave one point: it is the minimum. */
    private Reason only() {
        double[] x = problem.lower().clone();
        iterate(x, value(x));
        return Reason.of(Kind.STEP_SMALL, 0, 0);
    }

    private boolean interior() {
        if (problem.constraints() != null) return false;
        for (int i = 0; i < n(); i++) if (last[i] <= problem.lower()[i] || last[i] >= problem.upper()[i]) return false;
        return true;
    }

    // ---- what a method asks for ----------------------------------------------------------------------------------

    /** The number of variables. */
    public int n() {
        return problem.n();
    }

    /** Where to start, in an array of the caller's. */
    public double[] start() {
        return from.clone();
    }

    public Problem problem() {
        return problem;
    }

    /** The limits, tolerances and options of this run. */
    public Minimizer limits() {
        return limits;
    }

    /** The source of all chance in the run: the same seed gives the same run. */
    public SplittableRandom random() {
        return random;
    }

    /** How many evaluations are left. */
    public int left() {
        int here = limits.evaluations() - evaluations;
        return outer == null ? here : Math.min(here, outer.left());
    }

    /** How many values of f were taken so far. */
    public int evaluations() {
        return evaluations;
    }

    /** The greatest |f| of an iterate. */
    double highest() {
        return highest;
    }

    /** The steepest gradient of an iterate. */
    double steepest() {
        return steepest;
    }

    /** The lowest value seen, NaN before the first. */
    public double best() {
        return best;
    }

    /** Where the lowest value was seen, in an array of the caller's; the start before the first. */
    public double[] bestAt() {
        return bestAt == null ? start() : bestAt.clone();
    }

    /** f(x); ends the run when all evaluations are spent. NaN is passed on: it is lower than nothing. */
    public double value(double[] x) {
        double v = evaluate(x);
        keep(x, v);
        return v;
    }

    private double evaluate(double[] x) {
        mayEvaluate();
        double v = outer == null ? problem.f().value(x) : outer.value(x);
        evaluations++;
        return v;
    }

    private void mayEvaluate() {
        if (evaluations >= limits.evaluations()) throw new Ended(this, Reason.of(Kind.EVALUATIONS_DONE, evaluations, limits.evaluations()));
        if (outer != null || bestAt == null || !limits.watch().restless()) return;
        if (limits.watch().glance(iterate(bestAt, best, null, norm, bestViolation))) throw new Ended(this, limits.watch().why(steps));
    }

    private Iterate iterate(double[] x, double value, double[] gradient, double optimality, double violation) {
        double[] r = Arrays.equals(x, residualsAt) ? residuals : null;
        double violated = problem.constraints() == null ? Double.NaN : violation;
        return new Iterate(steps, x, value, gradient, optimality, r, violated, evaluations, best, bestAt, generation);
    }

    /** The values at several points, in their order; the function is told of all of them before. */
    public double[] values(double[][] points) {
        ahead(points.length, k -> points[k]);
        double[] v = new double[points.length];
        for (int k = 0; k < v.length; k++) v[k] = value(points[k]);
        return v;
    }

    /** The next n values will be asked for at these points, or so it seems: see {@link Objective#ahead}. */
    public void ahead(int n, IntFunction<double[]> points) {
        problem.f().ahead(Math.min(n, left()), points);
    }

    /** ∇f(x), in a new array; without a gradient of its own f gets central differences, whose values count as evaluations. */
    public double[] gradient(double[] x) {
        countGradient();
        if (problem.f().hasGradient()) return problem.f().gradient(x);
        return FiniteDifferences.central(new Counted(), x, problem.box());
    }

    /** The function for differences: its values count, but none of them is kept. */
    private final class Counted implements Objective {
        @Override
        public double value(double[] x) {
            return evaluate(x);
        }

        @Override
        public void ahead(int n, IntFunction<double[]> points) {
            Run.this.ahead(n, points);
        }
    }

    /** The residuals for differences. */
    private final class CountedResiduals implements Residuals {
        @Override
        public double[] residuals(double[] x) {
            return evaluateResiduals(x);
        }

        @Override
        public void ahead(int n, IntFunction<double[]> points) {
            Run.this.ahead(n, points);
        }
    }

    private void countGradient() {
        for (Run r = this; r != null; r = r.outer) r.gradients++;
    }

    /** f(x) and, where f is a number, ∇f(x). */
    public Point point(double[] x) {
        if (!problem.f().hasGradient()) {
            double v = value(x);
            return new Point(x, v, Double.isFinite(v) ? gradient(x) : null);
        }
        mayEvaluate();
        Point p = outer == null ? problem.f().both(x) : outer.point(x);
        evaluations++;
        if (p.gradient() != null) gradients++;
        keep(x, p.value());
        return p;
    }

    /** The constraints at x; taken once for each point in a row. */
    public Constraints.Values constraints(double[] x) {
        if (!Arrays.equals(x, constrainedAt)) {
            constraints = problem.constraints().values(x);
            constrainedAt = x.clone();
        }
        return constraints;
    }

    /** The greatest violation of a constraint at x, 0 where all hold to within their tolerance. */
    public double violation(double[] x) {
        if (problem.constraints() == null) return 0;
        double v = constraints(x).violation();
        return v <= problem.constraints().tolerance() ? 0 : v == v ? v : Double.POSITIVE_INFINITY;
    }

    /** H·d, the change of ∇f along d at a point, by the function's own second derivatives or a difference of gradients. */
    public double[] curved(Point at, double[] d) {
        int n = n();
        if (problem.f().hasHessian()) {
            if (!Arrays.equals(at.x(), hessianAt)) {
                hessian = problem.f().hessian(at.x());
                hessianAt = at.x().clone();
            }
            double[] v = new double[n];
            for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) v[i] += hessian[i + j * n] * d[j];
            return v;
        }
        double t = FiniteDifferences.STEP * (1 + Numbers.norm(at.x())) / Numbers.norm(d);
        double[] ahead = gradient(Numbers.moved(at.x(), t, d));
        double[] behind = gradient(Numbers.moved(at.x(), -t, d));
        for (int i = 0; i < n; i++) ahead[i] = (ahead[i] - behind[i]) / (2 * t);
        return ahead;
    }

    /** The residuals r(x) of a {@link Residuals}: one evaluation. */
    public double[] residuals(double[] x) {
        double[] r = evaluateResiduals(x);
        residuals = r;
        residualsAt = x;
        keep(x, Numbers.sumOfSquares(r));
        return r;
    }

    private double[] evaluateResiduals(double[] x) {
        mayEvaluate();
        double[] r = outer == null ? ((Residuals) problem.f()).residuals(x) : outer.residuals(x);
        evaluations++;
        return r;
    }

    /**
     * The Jacobian of a {@link Residuals} at x; by differences, whose values count as evaluations, when they have none.
     *
     * @param here r(x) for forward differences, null for central ones at twice the price
     * @param size how large each variable typically is
     */
    public double[] jacobian(double[] x, double[] here, double[] size) {
        countGradient();
        Residuals f = (Residuals) problem.f();
        if (f.hasJacobian()) return f.jacobian(x);
        return here == null ? FiniteDifferences.jacobian(new CountedResiduals(), x, size, problem.box())
                : FiniteDifferences.jacobian(new CountedResiduals(), x, size, problem.box(), here);
    }

    /** Another method's run as a part of this one, from another start: its evaluations count here, and its end is not this run's. */
    public Outcome part(Method method, double[] start, Minimizer limits) {
        Run r = new Run(limits, new Problem(problem.f(), start, problem.lower(), problem.upper(), problem.constraints()), this);
        return r.of(method);
    }

    private void keep(double[] x, double v) {
        double violation = violation(x);
        boolean lower = violation == bestViolation ? v < best || best != best && v == v : violation < bestViolation && v == v;
        if (bestAt != null && !lower) return;
        bestViolation = violation;
        best = v;
        if (bestAt == null) bestAt = x.clone();
        else System.arraycopy(x, 0, bestAt, 0, x.length);
    }

    // ---- what a method tells -------------------------------------------------------------------------------------

    /** The next iterate of a method that takes no gradients; it may be no number as long as the method finds none. */
    public void iterate(double[] x, double value) {
        step(new Point(x, value, null), Double.NaN, null);
    }

    /** The next iterate of a method that moves many points: the lowest of them; the watcher sees all. */
    public void generation(double[][] points, double[] lowest, double value) {
        generation = points;
        step(new Point(lowest, value, null), Double.NaN, null);
        generation = null;
    }

    /** The next iterate, the start being the first: records it, and ends the run when a limit or a tolerance is met. */
    public void iterate(Point p) {
        iterate(p, p.norm());
    }

    /**
     * The next iterate of a method that knows bounds or constraints.
     *
     * @param optimality how far the point is from the conditions for a minimum: stands for ‖∇f‖
     */
    public void iterate(Point p, double optimality) {
        step(p, optimality, failure(p));
    }

    /** The function of Lagrange at the latest iterate. */
    public void tell(Lagrangian l) {
        lagrangian = l;
    }

    /** The step of a line search, in lengths of its direction. */
    public void along(double t) {
        lineStep = t;
    }

    /** A step of conjugate gradients within one of the method's own. */
    public void inner() {
        innerSteps++;
    }

    /** The method's own scale now: a mesh, a temperature. */
    public void scale(double now) {
        scale = now;
    }

    private void step(Point p, double optimality, Reason failure) {
        if (steps > 0) stepLength = Numbers.distance(p.x(), last);
        latest = p;
        steepest = Math.max(steepest, p.norm());
        highest = Math.max(highest, Math.abs(p.value()));
        last = p.x();
        lastValue = p.value();
        norm = optimality;
        if (p.gradient() != null) curvature.meet(p.x(), p.gradient());
        if (limits.trace()) trace.add(p.x(), p.value(), norm);
        boolean stop = limits.watch().stop(iterate(p.x(), p.value(), p.gradient(), norm, violation(p.x())));
        Reason reason = stop ? limits.watch().why(steps) : goal(p.value(), failure);
        if (reason != null) throw new Ended(this, reason);
        steps++;
    }

    private Reason goal(double value, Reason failure) {
        boolean feasible = violation(last) == 0;
        if (feasible && value < LOW && Double.isFinite(value)) return Reason.of(Kind.UNBOUNDED, value, LOW);
        if (failure != null) return failure;
        if (feasible && norm <= limits.tolerance()) return Reason.of(Kind.GRADIENT_SMALL, norm, limits.tolerance());
        if (feasible && value <= limits.target()) return Reason.of(Kind.TARGET_REACHED, value, limits.target());
        return steps >= limits.steps() ? Reason.of(Kind.STEPS_DONE, steps, norm == norm ? limits.tolerance() : Double.NaN) : null;
    }

    private Reason failure(Point p) {
        double value = p.value();
        if (!Double.isFinite(value) || !Numbers.finite(p.x())) {
            if (steps == 0) return Reason.of(Kind.START_NOT_FINITE, value, Double.NaN);
            return Reason.of(value > 0 ? Kind.DIVERGED : Kind.VALUE_NOT_FINITE, value, Double.NaN);
        }
        if (!p.finite()) return Reason.of(Kind.GRADIENT_NOT_FINITE, p.norm(), Double.NaN);
        return Math.abs(value) > FAR || Numbers.norm(p.x()) > FAR ? Reason.of(Kind.DIVERGED, value, FAR) : null;
    }
}
