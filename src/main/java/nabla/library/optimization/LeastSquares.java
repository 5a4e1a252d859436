package nabla.library.optimization;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.Constraints;
import nabla.optim.LevenbergMarquardt;
import nabla.optim.LinearConstraints;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Problem;
import nabla.optim.Sqp;
import nabla.value.Char;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Sums of squares: fits and systems of equations, all by Levenberg and Marquardt's method. */
public final class LeastSquares {
    /** Steps that are allowed unless told: a fit that takes more is not on its way. */
    private static final int STEPS = 2000;

    /** The arguments that may stand between the bounds and the options: A, b, Aeq, beq, nonlcon. */
    private static final int CONSTRAINTS = 5;

    private static final String ALGORITHM = "levenberg-marquardt";

    private LeastSquares() {}

    @Function(
            call = "[x, resnorm, residual, exitflag, output, lambda, jacobian] = lsqnonlin(f, x0, lb, ub, A, b, Aeq, beq, nonlcon, options)\n"
                    + "[...] = lsqnonlin(f, x0, lb, ub, options)",
            en = "Minimizes the sum of squares of the numbers that f gives, from x0 on, between the bounds lb and ub ([]: none), by Levenberg "
                    + "and Marquardt; under constraints as fmincon takes them (A*x <= b, ...) by sequential quadratic programming, with options "
                    + "and exitflag of fmincon. Options: 'SpecifyObjectiveGradient' (Jacobian) when f gives the Jacobian as second result (otherwise the "
                    + "exact one, or differences where f can't be differentiated), 'StepTolerance' (1e-12), 'FunctionTolerance' (1e-15), "
                    + "'MaxIterations' (2000), 'MaxFunctionEvaluations', "
                    + "and those of every solver (optimset). exitflag 1: the gradient vanishes, 2: the steps became short, 3: the sum hardly "
                    + "changes any more, 4: no step gains, 0: a limit was met, -1: stopped.",
            ru = "Минимизирует сумму квадратов чисел, которые даёт f, начиная с x0, в границах lb и ub ([] — без границ), методом Левенберга — "
                    + "Марквардта; при ограничениях, как у fmincon (A*x <= b, ...), — последовательным квадратичным программированием, с "
                    + "параметрами и exitflag fmincon. Параметры: 'SpecifyObjectiveGradient' (Jacobian), если f даёт матрицу Якоби вторым "
                    + "результатом (иначе она точная, а где f не дифференцируется — по разностям), "
                    + "'StepTolerance' (1e-12), 'FunctionTolerance' (1e-15), 'MaxIterations' (2000), 'MaxFunctionEvaluations' "
                    + "и общие для всех решателей (optimset). exitflag 1: градиент обратился в нуль, 2: шаги стали малы, 3: сумма почти не меняется, "
                    + "4: шаги ничего не дают, 0: достигнут предел, -1: остановлено.",
            problem = {"objective", "x0", "lb", "ub", "Aineq", "bineq", "Aeq", "beq", "nonlcon", "options"},
            examples = {
                "x = lsqnonlin(@(x) [10*(x(2) - x(1)^2), 1 - x(1)], [-1.2 1])  % x = 1 1",
                "x = lsqnonlin(@(x) x - [3 4], [0 0], [], [], [1 1], 3); round(1e6*x)/1e6  % ans = 1 2"
            })
    public static Verdict lsqnonlin(Session session, FunctionHandle f, Value x0, @Default Value low, @Default Value high, Value... rest) {
        int constraints = Conditions.given(rest, 0, CONSTRAINTS);
        Options o = SolverOptions.read("lsqnonlin", rest, constraints);
        Numeric start = Minimization.start("lsqnonlin", x0);
        ScriptedResiduals r = new ScriptedResiduals("lsqnonlin", session, f, jacobian(o), start, null, null, o);
        return fit("lsqnonlin", session, f, start, low, high, Arrays.copyOf(rest, constraints), o, r);
    }

    @Function(
            call = "[x, resnorm, residual, exitflag, output, lambda, jacobian] = lsqcurvefit(f, x0, xdata, ydata, lb, ub, A, b, Aeq, beq, nonlcon, options)\n"
                    + "[...] = lsqcurvefit(f, x0, xdata, ydata, lb, ub, options)",
            en = "Fits parameters x so that f(x, xdata) is near ydata in the sense of least squares. Bounds, constraints, options and results as for "
                    + "lsqnonlin; residual is f(x, xdata) - ydata.",
            ru = "Подбирает параметры x так, чтобы f(x, xdata) была близка к ydata в смысле наименьших квадратов. Границы, ограничения, параметры и "
                    + "результаты как у lsqnonlin; residual — это f(x, xdata) - ydata.",
            problem = {"objective", "x0", "xdata", "ydata", "lb", "ub", "Aineq", "bineq", "Aeq", "beq", "nonlcon", "options"},
            examples = {"x = lsqcurvefit(@(b, t) b(1)*exp(b(2)*t), [1 0], [0 1 2], [3 6 12]); round(1e6*x)/1e6  % ans = 3.0000 0.6931"})
    public static Verdict lsqcurvefit(Session session, FunctionHandle f, Value x0, Value xdata, Numeric ydata,
            @Default Value low, @Default Value high, Value... rest) {
        int constraints = Conditions.given(rest, 0, CONSTRAINTS);
        Options o = SolverOptions.read("lsqcurvefit", rest, constraints);
        Numeric start = Minimization.start("lsqcurvefit", x0);
        xdata.share();
        ScriptedResiduals r = new ScriptedResiduals("lsqcurvefit", session, f, jacobian(o), start, xdata, ydata.toDoubles(), o);
        return fit("lsqcurvefit", session, f, start, low, high, Arrays.copyOf(rest, constraints), o, r);
    }

    @Function(
            call = "[x, fval, exitflag, output, jacobian] = fsolve(f, x0, options)",
            en = "Solves f(x) = 0, f giving as many numbers as there are equations, from x0 on. Options as for lsqnonlin. exitflag 1 to 3: solved, "
                    + "-2: stuck where f is not 0: try another x0, 0: a limit was met, -1: stopped.",
            ru = "Решает систему f(x) = 0, где f даёт столько чисел, сколько уравнений, начиная с x0. Параметры как у lsqnonlin. exitflag "
                    + "1–3: решено, -2: застряло там, где f не 0: попробуйте другое x0, 0: достигнут предел, -1: остановлено.",
            problem = {"objective", "x0", "options"},
            examples = {"x = fsolve(@(x) [x(1)^2 + x(2)^2 - 1; x(1) - x(2)], [1; 0]); x(1)*sqrt(2)  % ans = 1.0000"})
    public static Verdict fsolve(Session session, FunctionHandle f, Value x0, Value... options) {
        Options o = SolverOptions.read("fsolve", options, 0);
        Numeric start = Minimization.start("fsolve", x0);
        ScriptedResiduals r = new ScriptedResiduals("fsolve", session, f, jacobian(o), start, null, null, o);
        Problem problem = new Problem(r, start.toDoubles());
        Live live = new Live("fsolve", session, o, r::point, Minimization.identity(f, problem.start(), o));
        live.ending(end -> end.reason().success() && !root(r, end) ? new Live.Ending(false, stuck())
                : new Live.Ending(end.reason().success(), Reasons.text(end.reason())));
        Outcome out = minimize(problem, o, r, live);
        double[] jacobian = r.jacobian(out.x());
        double[] fval = r.residuals(out.x());
        int flag = LocalResults.flag(out.reason());
        if (flag > 0 && !root(r, out)) flag = -2;
        return LocalResults.verdict(o, 3, r.result(out.x()), r.shaped(fval), Real.of(flag),
                output(out, r, problem, steepest(problem, out, fval, jacobian), flag == -2), matrix(jacobian, fval.length));
    }

    /** The results of minimize for f that gives residuals. */
    static Verdict minimized(Session session, FunctionHandle f, Value x0, Options o) {
        Numeric start = Minimization.start("minimize", x0);
        ScriptedResiduals r = new ScriptedResiduals("minimize", session, f, jacobian(o), start, null, null, o);
        Live live = new Live("minimize", session, o, r::point, Minimization.identity(f, start.toDoubles(), o));
        Problem problem = Bounds.problem("minimize", r, start.toDoubles(), o.get("Lower"), o.get("Upper"));
        r.startsIn(problem.box());
        Outcome out = minimize(problem, o, r, live);
        Struct output = explained(LocalResults.output(out, "lm"), out, r, problem).with("firstorderopt", Real.of(out.gradientNorm()));
        return LocalResults.verdict(o, 3, r.result(out.x()), Real.of(out.value()), Real.of(LocalResults.flag(out.reason())), output);
    }

    /** Whether |f| is as small as rounding in f and x lets it be; generous, as a stuck run is far off. */
    private static boolean root(ScriptedResiduals r, Outcome out) {
        double largest = 0;
        for (double v : r.residuals(out.x())) largest = Math.max(largest, Math.abs(v));
        double size = 1;
        for (double v : out.x()) size = Math.max(size, Math.abs(v));
        double slope = 1;
        for (double v : r.jacobian(out.x())) slope = Math.max(slope, Math.abs(v));
        return largest <= 1e-6 || largest <= 1e-10 * size * slope;
    }

    private static boolean jacobian(Options o) {
        return o.flag("Jacobian", o.flag("GradObj", false));
    }

    private static Outcome minimize(Problem problem, Options o, ScriptedResiduals r, Live live) {
        Minimizer limits = live.follow(new Minimizer()
                .steps(o.count("Steps", o.count("MaxIter", STEPS)))
                .evaluations(o.count("MaxFunEvals", Integer.MAX_VALUE))
                .tolerance(0)
                .trace(false));
        Outcome out = limits.minimize(problem, new LevenbergMarquardt(o.number("TolX", 1e-12), o.number("TolFun", 1e-15)));
        r.conclude();
        return out;
    }

    private static Verdict fit(String caller, Session session, FunctionHandle f, Numeric start, Value low, Value high, Value[] constraints,
            Options o, ScriptedResiduals r) {
        Problem problem = Bounds.problem(caller, r, start.toDoubles(), low, high);
        r.startsIn(problem.box());
        Live live = new Live(caller, session, o, r::point, Minimization.identity(f, problem.start(), o));
        if (Arrays.stream(constraints).anyMatch(v -> !v.isEmpty())) return fit(caller, session, start, problem, constraints, o, r, live);
        Outcome out = minimize(problem, o, r, live);
        double[] residual = r.residuals(out.x());
        double[] jacobian = r.jacobian(out.x());
        Struct lambda = Struct.scalar().with("lower", multipliers(problem, out, residual, jacobian, r, true))
                .with("upper", multipliers(problem, out, residual, jacobian, r, false));
        Struct output = output(out, r, problem, steepest(problem, out, residual, jacobian), false);
        return LocalResults.verdict(o, 4, r.result(out.x()), Real.of(out.value()), r.shaped(residual), Real.of(LocalResults.flag(out.reason())),
                output, lambda, matrix(jacobian, residual.length));
    }

    /** Under constraints. */
    private static Verdict fit(String caller, Session session, Numeric start, Problem box, Value[] constraints, Options o, ScriptedResiduals r, Live live) {
        Value[] c = new Value[CONSTRAINTS];
        for (int k = 0; k < c.length; k++) c[k] = k < constraints.length ? constraints[k] : Real.empty();
        LinearConstraints linear = Conditions.of(caller, box.n(), c[0], c[1], c[2], c[3], null, null).linear();
        Constraints.Curved curved = Conditions.absent(c[4]) ? null : new ScriptedConstraints(
                caller, session, Constrained.handle(caller, c[4]), o.flag("GradConstr", false), Parameters.of(caller, start), box.box(), o);
        Constraints all = new Constraints(linear, curved, o.number("TolCon", 1e-8));
        Problem problem = new Problem(r, box.start(), box.lower(), box.upper(), all);
        Minimizer limits = live.follow(new Minimizer()
                .steps(o.count("MaxIter", STEPS))
                .evaluations(o.count("MaxFunEvals", Integer.MAX_VALUE))
                .tolerance(o.number("TolFun", 1e-8))
                .trace(false));
        Outcome out = limits.minimize(problem, new Sqp());
        r.conclude();
        double[] residual = r.residuals(out.x());
        Struct output = explained(LocalResults.output(out, "sqp"), out, r, problem)
                .with("firstorderopt", Real.of(out.gradientNorm()))
                .with("stepsize", Real.of(out.stepLength()))
                .with("cgiterations", Real.empty())
                .with("constrviolation", Real.of(out.violation()));
        Value lambda = out.lagrangian() == null ? Real.empty() : Constrained.multipliers(out.lagrangian().multipliers(), linear, r::point);
        return LocalResults.verdict(o, 4, r.result(out.x()), Real.of(out.value()), r.shaped(residual), Real.of(LocalResults.flag(out.reason())),
                output, lambda, matrix(r.jacobian(out.x()), residual.length));
    }

    private static Real matrix(double[] jacobian, int m) {
        return new Real(jacobian, m, m == 0 ? 0 : jacobian.length / m);
    }

    private static String stuck() {
        return Lang.say("no zero found: the function does not vanish where it is smallest; try another x0",
                "нуль не найден: там, где функция меньше всего, она не 0; попробуйте другое x0");
    }

    /** The output with what explain looks at. */
    private static Struct explained(Struct output, Outcome out, ScriptedResiduals r, Problem problem) {
        return output.with("gradient", Char.of(r.source()))
                .with("curvature", Real.row(out.curvature().bounds()))
                .with("problem", Minimized.of(r, problem.start(), out));
    }

    private static Struct output(Outcome out, ScriptedResiduals r, Problem problem, double steepest, boolean stuck) {
        Struct output = explained(LocalResults.output(out, ALGORITHM), out, r, problem)
                .with("firstorderopt", Real.of(steepest))
                .with("stepsize", Real.of(out.stepLength()))
                .with("cgiterations", Real.empty());
        if (stuck) {
            output.with("message", Char.of(stuck()));
        }
        return output;
    }

    /** Jᵀ·r, the half of the gradient. */
    private static double[] slopes(double[] residual, double[] jacobian, int n) {
        double[] g = new double[n];
        for (int j = 0; j < n; j++) for (int i = 0; i < residual.length; i++) g[j] += jacobian[i + j * residual.length] * residual[i];
        return g;
    }

    private static Real multipliers(Problem p, Outcome out, double[] residual, double[] jacobian, ScriptedResiduals r, boolean lower) {
        double[] g = slopes(residual, jacobian, p.n());
        for (int j = 0; j < g.length; j++) {
            boolean active = lower ? out.x()[j] <= p.lower()[j] : out.x()[j] >= p.upper()[j];
            g[j] = active ? Math.max(0, lower ? 2 * g[j] : -2 * g[j]) : 0;
        }
        return r.point(g);
    }

    /** The greatest |Jᵀ·r| among the variables that no bound holds. */
    private static double steepest(Problem p, Outcome out, double[] residual, double[] jacobian) {
        double[] g = slopes(residual, jacobian, p.n());
        double steepest = 0;
        for (int j = 0; j < g.length; j++) {
            boolean held = out.x()[j] <= p.lower()[j] && g[j] >= 0 || out.x()[j] >= p.upper()[j] && g[j] <= 0;
            if (!held) steepest = Math.max(steepest, Math.abs(g[j]));
        }
        return steepest;
    }
}
