package nabla.library.optimization;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.BoundedMemory;
import nabla.optim.Box;
import nabla.optim.Constraints;
import nabla.optim.LinearConstraints;
import nabla.optim.Method;
import nabla.optim.Method.Scope;
import nabla.optim.Minimizer;
import nabla.optim.NelderMead;
import nabla.optim.Outcome;
import nabla.optim.PatternSearch;
import nabla.optim.Problem;
import nabla.optim.Reason;
import nabla.optim.SimulatedAnnealing;
import nabla.optim.Sqp;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * One call of a function that minimizes in a box, some under further constraints: the problem, the limits its options set, and the
 * results as MATLAB's global solvers spell them.
 */
final class GlobalTask {
    /** What every global method takes beside its own options. */
    private static final String[] COMMON = Live.options(
            "MaxFunEvals", "MaxIter", "MaxGenerations", "Target", "ObjectiveLimit", "FitnessLimit", "Seed", "Trace", "Gradient", "GradObj");

    /** How many arguments stand before the options where there may be constraints: A, b, Aeq, beq, lb, ub, nonlcon. */
    private static final int POSITIONS = 7;

    /** What may go on from the point that a global method found, by MATLAB's names. */
    private static final Map<String, Supplier<Method>> HYBRID = Map.of(
            "fmincon", Sqp::new, "fminunc", BoundedMemory::new, "fminsearch", NelderMead::new, "patternsearch", PatternSearch::new);

    /** Those that end only with their evaluations. */
    private static final Set<String> UNTESTED = Set.of("basinhop", "crossentropymin", "direct", "dualannealing", "simulannealbnd");

    private final String caller;
    private final Options options;
    private final Minimization task;
    private final double[] low;
    private final double[] high;
    private final boolean started;
    private Constraints constraints;

    /**
     * @param x0 the start, whose shape f takes; empty: none, the shape is that of the bounds
     * @param rest lb and ub, where they come after x0, then the options
     * @param own names of the method's own options, where {@link SolverOptions} has none for the caller
     */
    GlobalTask(String caller, Session session, FunctionHandle f, Value x0, Value[] rest, String... own) {
        this.caller = caller;
        int k = 0;
        while (k < rest.length && k < 2 && rest[k] instanceof Numeric && !(rest[k] instanceof Char)) k++;
        if (k == 1) {
            throw Failure.of("%1$s: lb stands without ub; with both it is %1$s(..., lb, ub), [] for none",
                    "%1$s: есть lb, но нет ub; с обоими — %1$s(..., lb, ub), [] вместо отсутствующего", caller);
        }
        String[] known = Arrays.copyOf(COMMON, COMMON.length + own.length);
        System.arraycopy(own, 0, known, COMMON.length, own.length);
        options = SolverOptions.knows(caller) ? SolverOptions.read(caller, rest, k) : new Options(caller, rest, k, known);
        Value lower = k > 0 ? rest[0] : Real.empty();
        Value upper = k > 1 ? rest[1] : Real.empty();
        started = !x0.isEmpty();
        task = new Minimization(caller, session, f, started ? x0 : lower, options);
        task.f().ofManyPoints();
        low = bound(lower, Double.NEGATIVE_INFINITY);
        high = bound(upper, Double.POSITIVE_INFINITY);
        for (int i = 0; i < low.length; i++) {
            if (low[i] <= high[i]) continue;
            throw Failure.of("%s: lower bound %d exceeds the upper one", "%s: нижняя граница %d больше верхней", caller, i + 1);
        }
    }

    /** A problem in a box that must be finite; f takes arrays of lb's shape. */
    static GlobalTask box(String caller, Session session, FunctionHandle f, Value low, Value high, Value[] options, String... own) {
        Value[] rest = new Value[options.length + 2];
        rest[0] = low;
        rest[1] = high;
        System.arraycopy(options, 0, rest, 2, options.length);
        GlobalTask t = new GlobalTask(caller, session, f, Real.empty(), rest, own);
        for (int i = 0; i < t.n(); i++) {
            if (!Double.isInfinite(t.low[i]) && !Double.isInfinite(t.high[i])) continue;
            throw Failure.of("%s: the bounds lb and ub must be finite", "%s: границы lb и ub должны быть конечными", caller);
        }
        return t;
    }

    /** A problem of n variables in a row, as MATLAB's population methods pose it. */
    static GlobalTask rows(String caller, Session session, FunctionHandle f, int n, Value[] rest) {
        variables(caller, n);
        return new GlobalTask(caller, session, f, Real.zeros(1, n), rest);
    }

    /** The number of variables must be positive. */
    static void variables(String caller, int n) {
        if (n < 1) throw Failure.of("%s: nvars must be 1 or more", "%s: nvars должно быть не меньше 1", caller);
    }

    /**
     * A problem whose arguments stand in MATLAB's order: A, b, Aeq, beq, lb, ub, nonlcon, perhaps what is the method's own, options.
     *
     * @param tolerance by how much constraints may be violated unless TolCon is set
     */
    static GlobalTask under(String caller, Session session, FunctionHandle f, Value x0, Value[] given, int more, double tolerance) {
        int k = Conditions.given(given, 0, POSITIONS + more);
        Value[] a = new Value[POSITIONS];
        for (int i = 0; i < a.length; i++) a[i] = i < k ? given[i] : Real.empty();
        Value[] rest = new Value[given.length - k + 2];
        rest[0] = a[4];
        rest[1] = a[5];
        System.arraycopy(given, k, rest, 2, given.length - k);
        GlobalTask t = new GlobalTask(caller, session, f, x0, rest);
        LinearConstraints linear = Conditions.of(caller, t.n(), a[0], a[1], a[2], a[3], null, null).linear();
        Constraints.Curved curved = Conditions.absent(a[6]) ? null
                : new ScriptedConstraints(caller, session, Constrained.handle(caller, a[6]), false, t.task.f().form(), new Box(t.low, t.high), t.options).ofManyPoints();
        boolean any = curved != null || linear.b().length + linear.d().length > 0;
        if (any) t.constraints = new Constraints(linear, curved, t.options.number("TolCon", tolerance));
        return t;
    }

    private double[] bound(Value v, double otherwise) {
        double[] b = new double[n()];
        Arrays.fill(b, otherwise);
        if (v.isEmpty()) return b;
        Numeric given = Minimization.start(caller, v);
        if (given.isScalar()) Arrays.fill(b, given.re(0));
        else if (given.numel() == b.length) return given.toDoubles();
        else throw Failure.of("%s: lb and ub must have as many elements", "%s: в lb и ub должно быть поровну чисел", caller);
        return b;
    }

    int n() {
        return task.start().length;
    }

    Options options() {
        return options;
    }

    /** An option that must lie between two numbers, neither of them allowed. */
    double between(double low, double high, String name, double otherwise) {
        double v = options.number(name, otherwise);
        if (v > low && v < high) return v;
        throw Failure.of("%s: %s must lie between %s and %s, not be %s", "%s: %s должно лежать между %s и %s, а не равняться %s", caller, name,
                number(low), number(high), number(v));
    }

    private static String number(double v) {
        if (!Double.isFinite(v)) return v > 0 ? "Inf" : v < 0 ? "-Inf" : "NaN";
        return BigDecimal.valueOf(v).stripTrailingZeros().toPlainString();
    }

    /** The rows of a matrix as points; null when the option is not set. */
    double[][] points(String name) {
        Value v = options.get(name);
        return v == null ? null : Conditions.rows(caller, name, v, n());
    }

    double positive(String name, double otherwise) {
        return between(0, Double.POSITIVE_INFINITY, name, otherwise);
    }

    /** The limits of the options, by their old and newer names. */
    private Minimizer limits(int evaluations, int steps) {
        Minimizer m = task.limits(options.count("MaxGenerations", steps), 0);
        return m.evaluations(options.count("MaxFunEvals", evaluations))
                .target(options.number("ObjectiveLimit", options.number("FitnessLimit", m.target())));
    }

    Verdict minimize(Method method, int evaluations) {
        return minimize(method, evaluations, Integer.MAX_VALUE, true);
    }

    /**
     * x, fval, exitflag, output.
     *
     * @param evaluations the limit unless MaxFunEvals sets it
     * @param steps the limit unless MaxIter or MaxGenerations set it
     * @param begins whether the start is x0; otherwise the middle of the box
     */
    Verdict minimize(Method method, int evaluations, int steps, boolean begins) {
        Minimizer m = limits(evaluations, steps);
        Problem box = Problem.in(task.f(), low, high);
        Problem p = new Problem(task.f(), started && begins ? task.start() : box.start(), low, high, constraints);
        task.f().startsIn(p.box(), p.start());
        Live live = task.live();
        Outcome r;
        Outcome hybrid;
        live.begin();
        try {
            r = m.minimize(p, method);
            hybrid = improved(r, m, p);
        } finally {
            live.end();
        }
        Value[] out = task.results(r, method.name(), m.trace());
        boolean better = hybrid != null && (hybrid.violation() < r.violation() || hybrid.violation() == r.violation() && hybrid.value() < r.value());
        Outcome best = better ? hybrid : r;
        live.done(best);
        boolean infeasible = best.violation() != 0 && !r.reason().halted();
        Reason reason = infeasible ? Reason.of(Reason.Kind.INFEASIBLE, best.violation(), Double.NaN) : r.reason();
        Struct output = Struct.scalar()
                .with("iterations", Real.of(r.steps()))
                .with("funccount", Real.of(r.evaluations() + (hybrid == null ? 0 : hybrid.evaluations())))
                .with("message", Char.of(Reasons.text(reason)))
                .with("reason", Char.of(Reasons.word(reason)))
                .with("problem", task.problem(best))
                .with("algorithm", Char.of(method.name()))
                .with("problemtype", Char.of(kind(p)))
                .with("maxconstraint", Real.of(best.violation()));
        output.with("hybridflag", hybrid == null ? Real.empty() : Real.of(LocalResults.flag(hybrid.reason())))
                .with("rngstate", Struct.scalar().with("Type", Char.of("splittable")).with("Seed", Real.of(m.seed())));
        if (m.trace()) output.with("trace", ((Struct) out[3]).get("trace"));
        scaled(method, output, r.scale(), live);
        // who has no test of its own ends when all evaluations are done, and that is no failure
        boolean spent = reason.kind() == Reason.Kind.EVALUATIONS_DONE && UNTESTED.contains(caller);
        Value[] all = {task.f().result(best.x()), Real.of(best.value()), Real.of(flag(caller, reason)), output};
        return spent ? new Verdict(all, 3, null) : LocalResults.verdict(options, 3, all);
    }

    /** What only one method has to tell. */
    private void scaled(Method method, Struct output, double scale, Live live) {
        if (method instanceof PatternSearch) {
            output.with("function", Char.of(task.f().text()))
                    .with("pollmethod", Char.of("gpspositivebasis2n"))
                    .with("searchmethod", Real.empty())
                    .with("meshsize", Real.of(scale));
        }
        if (method instanceof SimulatedAnnealing) output.with("temperature", Real.of(scale)).with("totaltime", Real.of(live.elapsed()));
    }

    /** Where the method of option HybridFcn leads from the result; null without one. */
    private Outcome improved(Outcome r, Minimizer m, Problem p) {
        Value v = options.get("HybridFcn");
        if (v == null || r.reason().halted()) return null;
        String name = MinimizeOptions.name(v instanceof Cell c && c.numel() > 0 ? c.get(0) : v);
        Method method = HYBRID.containsKey(name) ? HYBRID.get(name).get() : null;
        if (method == null || p.constraints() != null && method.scope() != Scope.CONSTRAINED) {
            throw Failure.of("%s: HybridFcn must be fmincon or patternsearch, without constraints fminunc or fminsearch too, not %s",
                    "%s: HybridFcn — fmincon или patternsearch, без ограничений и fminunc, fminsearch, а не %s", caller, name);
        }
        Problem from = new Problem(p.f(), r.x(), low, high, constraints);
        return m.steps(1000).tolerance(1e-8).trace(false).minimize(from, method);
    }

    /** The points of the last generation, a row for each. */
    Real population() {
        return Minimization.rows(task.live().population());
    }

    /** f at the points of the last generation, in a column. */
    Real scores() {
        return Real.column(Arrays.stream(task.live().population()).mapToDouble(task.f()::value).toArray());
    }

    private static String kind(Problem p) {
        if (p.constraints() != null) return p.constraints().curved() == null ? "linearconstraints" : "nonlinearconstr";
        return p.bounded() ? "boundconstraints" : "unconstrained";
    }

    /** MATLAB's flag of its global solvers. */
    static double flag(String solver, Reason reason) {
        return switch (reason.kind()) {
            case TARGET_REACHED -> 5;
            case TIME_OVER -> solver.equals("patternsearch") ? 0 : -5;
            // nothing lower for long is no evidence
            case VALUE_FLAT -> solver.equals("globalmin") ? reason.kind().flag() : 1;
            default -> reason.success() ? 1 : reason.kind().flag();
        };
    }
}
