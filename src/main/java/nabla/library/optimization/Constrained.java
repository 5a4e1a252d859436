package nabla.library.optimization;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.AugmentedLagrangian;
import nabla.optim.Box;
import nabla.optim.Constraints;
import nabla.optim.Lagrangian;
import nabla.optim.LinearConstraints;
import nabla.optim.Method;
import nabla.optim.Method.Scope;
import nabla.optim.Minimizer;
import nabla.optim.Multipliers;
import nabla.optim.Outcome;
import nabla.optim.Problem;
import nabla.optim.Sqp;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Minimization of functions under constraints. */
public final class Constrained {
    private Constrained() {}

    @Function(
            call = "[x, fval, exitflag, output, lambda, grad, hessian] = fmincon(f, x0, A, b, Aeq, beq, lb, ub, nonlcon, options)",
            en = "A local minimum of f under A*x <= b, Aeq*x = beq, lb <= x <= ub, c(x) <= 0 and ceq(x) = 0, where [c, ceq] = nonlcon(x), by "
                    + "sequential quadratic programming; [] stands for what is absent. Options: MaxIter (400), MaxFunEvals, TolFun (1e-8) on the "
                    + "optimality conditions, TolCon (1e-8) on the constraints, 'GradObj' and 'GradConstr' 'on' when f gives its gradient as "
                    + "second result, nonlcon its as third and fourth, a column for each constraint (without it they are exact where nonlcon can "
                    + "be differentiated); 'Algorithm' 'augmented-lagrangian', SQP under any other name; Trace (false), and those of every "
                    + "solver (optimset). exitflag: > 0 a minimum, 0 a limit was met or no step leads on short of one (a kink, degenerate "
                    + "constraints), -2 no feasible point, -3 f falls without end. output has iterations, funcCount, constrviolation, stepsize, "
                    + "firstorderopt (relative to |∇f| where that is above 1), bestfeasible, algorithm, message; lambda the multipliers lower, "
                    + "upper, ineqlin, eqlin, ineqnonlin, eqnonlin with ∇f + A'*ineqlin + Aeq'*eqlin + ... - lower + upper = 0; hessian is the "
                    + "approximation learnt of the Lagrangian's.",
            ru = "Локальный минимум f при A*x <= b, Aeq*x = beq, lb <= x <= ub, c(x) <= 0 и ceq(x) = 0, где [c, ceq] = nonlcon(x), методом "
                    + "последовательного квадратичного программирования; [] — там, где ограничения нет. Параметры: MaxIter (400), MaxFunEvals, "
                    + "TolFun (1e-8) для условий оптимальности, TolCon (1e-8) для ограничений, 'GradObj' и 'GradConstr' 'on', если f даёт градиент "
                    + "вторым результатом, а nonlcon — свои третьим и четвёртым, по столбцу на ограничение (без него они точные, если nonlcon "
                    + "дифференцируется); 'Algorithm' 'augmented-lagrangian' — модифицированная функция Лагранжа, при любом другом имени "
                    + "SQP; Trace (false) и общие для всех решателей (optimset). exitflag: > 0 минимум, 0 достигнут предел или до минимума "
                    + "не дойти (излом, вырожденные "
                    + "ограничения), -2 нет допустимой точки, -3 f неограниченно убывает. В output: iterations, funcCount, constrviolation, stepsize, "
                    + "firstorderopt (относительно |∇f|, когда она больше 1), bestfeasible, algorithm, message; в lambda — множители lower, upper, "
                    + "ineqlin, eqlin, ineqnonlin, eqnonlin: ∇f + A'*ineqlin + Aeq'*eqlin + ... - lower + upper = 0; hessian — накопленное "
                    + "за шаги квазиньютоновское приближение гессиана функции Лагранжа.",
            problem = {"objective", "x0", "Aineq", "bineq", "Aeq", "beq", "lb", "ub", "nonlcon", "options"},
            examples = {
                "x = fmincon(@(x) (x(1)-2)^2 + (x(2)-1)^2, [0 0], [1 1], 2)  % x = 1.5000 0.5000",
                "x = fmincon(@(x) x(1) + x(2), [1 0], [], [], [], [], [], [], @(x) deal(x(1)^2 + x(2)^2 - 2, []))  % x = -1 -1"
            })
    public static Verdict fmincon(Session session, FunctionHandle f, Value x0, @Default Value a, @Default Value b, @Default Value aeq,
            @Default Value beq, @Default Value lb, @Default Value ub, @Default Value nonlcon, Value... options) {
        Options o = SolverOptions.read("fmincon", options, 0);
        Minimization task = new Minimization("fmincon", session, f, x0, o);
        Conditions linear = Conditions.of("fmincon", task.start().length, a, b, aeq, beq, lb, ub);
        FunctionHandle curved = Conditions.absent(nonlcon) ? null : handle("fmincon", nonlcon);
        Problem p = problem("fmincon", session, task, linear, curved, o);
        Minimizer m = task.limits(400, 1e-8);
        if (!o.flag("Trace", false)) m = m.trace(false);
        Method method = o.word("Algorithm", "sqp").equals("augmented-lagrangian") ? new AugmentedLagrangian() : new Sqp();
        Outcome r = m.minimize(p, method);
        Value[] first = results(task, r, method, m.trace());
        Lagrangian l = r.lagrangian();
        if (l == null) return LocalResults.verdict(o, 3, first);
        Value[] all = Arrays.copyOf(first, 7);
        all[4] = multipliers(l.multipliers(), linear.linear(), task.f()::point);
        all[5] = Real.column(l.gradient().clone());
        all[6] = Conditions.matrix(l.hessian());
        return LocalResults.verdict(o, 3, all);
    }

    /** x, fval, exitflag and output, with what only constraints ask. */
    private static Value[] results(Minimization task, Outcome r, Method method, boolean traced) {
        Value[] first = task.results(r, method.name(), traced);
        first[2] = Real.of(LocalResults.flag(r.reason()));
        Struct best = Struct.scalar().with("x", task.f().point(r.x())).with("fval", Real.of(r.value()));
        ((Struct) first[3])
                .with("constrviolation", Real.of(r.violation()))
                .with("stepsize", Real.of(r.stepLength()))
                .with("lssteplength", Real.of(r.lineStep()))
                .with("cgiterations", Real.of(r.innerSteps()))
                .with("bestfeasible", r.violation() == 0 ? best : Real.empty());
        return first;
    }

    /** Whether options of {@code minimize} name bounds or constraints. */
    static Scope asked(Options o) {
        if (o.get("A") != null || o.get("Aeq") != null || o.get("Constraints") != null) return Scope.CONSTRAINED;
        return o.get("Lower") != null || o.get("Upper") != null ? Scope.BOUNDED : Scope.FREE;
    }

    /** Minimizes within the bounds and under the constraints that the options name. */
    static Verdict minimize(Session session, Minimization task, Options o, Minimizer m, Method method) {
        Conditions c = Conditions.of(
                "minimize", task.start().length, o.get("A"), o.get("B"), o.get("Aeq"), o.get("Beq"), o.get("Lower"), o.get("Upper"));
        Problem p = problem("minimize", session, task, c, o.function("Constraints"), o);
        if (asked(o) != Scope.CONSTRAINED && method.scope() != Scope.CONSTRAINED) {
            Problem box = new Problem(p.f(), p.start(), p.lower(), p.upper());
            return LocalResults.verdict(o, 3, task.results(m.minimize(box, method), method.name(), m.trace()));
        }
        Outcome r = m.minimize(p, method);
        Value[] results = results(task, r, method, m.trace());
        if (r.lagrangian() != null) ((Struct) results[3]).with("lambda", multipliers(r.lagrangian().multipliers(), c.linear(), task.f()::point));
        return LocalResults.verdict(o, 3, results);
    }

    static FunctionHandle handle(String caller, Value v) {
        if (v instanceof FunctionHandle f) return f;
        throw Failure.of("%s: nonlcon must be a function", "%s: nonlcon — функция", caller);
    }

    /** The problem with all its constraints. */
    static Problem problem(String caller, Session session, Minimization task, Conditions linear, FunctionHandle curved, Options o) {
        int wrong = linear.contradiction();
        if (wrong > 0) {
            throw Failure.of("%s: the lower bound of variable %d exceeds the upper one", "%s: нижняя граница переменной %d больше верхней", caller, wrong);
        }
        Box box = new Box(linear.lower(), linear.upper());
        task.f().startsIn(box, task.start());
        boolean gradients = o.flag("GradConstr", false);
        ScriptedConstraints c = curved == null ? null : new ScriptedConstraints(caller, session, curved, gradients, task.f().form(), box, o);
        double tolerance = o.number("TolCon", 1e-8);
        Constraints all = new Constraints(linear.linear(), c, tolerance);
        return new Problem(task.f(), task.start(), linear.lower(), linear.upper(), all);
    }

    /** @param point makes those of the bounds an array of x's shape */
    static Struct multipliers(Multipliers u, LinearConstraints linear, java.util.function.Function<double[], Value> point) {
        int m = linear.b().length;
        int k = linear.d().length;
        return Struct.scalar()
                .with("lower", point.apply(u.lower()))
                .with("upper", point.apply(u.upper()))
                .with("ineqlin", Real.column(Arrays.copyOf(u.inequalities(), m)))
                .with("eqlin", Real.column(Arrays.copyOf(u.equalities(), k)))
                .with("ineqnonlin", Real.column(Arrays.copyOfRange(u.inequalities(), m, u.inequalities().length)))
                .with("eqnonlin", Real.column(Arrays.copyOfRange(u.equalities(), k, u.equalities().length)));
    }

    @Function(
            call = "[x, obj, info, iter, nf, lambda] = sqp(x0, phi, g, h, lb, ub, maxiter, tolerance)",
            en = "A local minimum of phi under g(x) = 0, h(x) >= 0 and lb <= x <= ub by sequential quadratic programming; [] stands for what is "
                    + "absent. phi may be {phi, gradient}, g and h {function, Jacobian}. info: 101 found, 102 no point along the direction is "
                    + "lower, 103 all iterations done, 104 the steps became too small. lambda has the multipliers of g, h, lb, ub one after the other.",
            ru = "Локальный минимум phi при g(x) = 0, h(x) >= 0 и lb <= x <= ub методом последовательного квадратичного программирования; [] — там, "
                    + "где ограничения нет. phi можно задать как {phi, градиент}, g и h — как {функция, матрица Якоби}. info: 101 найден, 102 ниже вдоль "
                    + "направления точек нет, 103 сделаны все итерации, 104 шаги стали слишком малы. В lambda подряд множители для g, h, lb, ub.",
            examples = {"x = sqp([0; 0], @(x) (x(1)-2)^2 + (x(2)-1)^2, [], @(x) 1 - x(1)^2 - x(2)^2)  % x = 0.8944 0.4472"})
    public static Verdict sqp(Session session, Value x0, Value phi, @Default Value g, @Default Value h, @Default Value lb, @Default Value ub,
            @Default("100") int steps, @Default("1.4901161193847656e-08") double tolerance) {
        ScriptedSqp s = new ScriptedSqp(session, phi, g, h);
        Minimization task = new Minimization("sqp", session, s.phi(), Real.column(Minimization.start("sqp", x0).toDoubles()), s.options());
        Conditions box = Conditions.of("sqp", task.start().length, null, null, null, null, lb, ub);
        int wrong = box.contradiction();
        if (wrong > 0) throw Failure.of("sqp: upper bound smaller than lower bound", "sqp: верхняя граница меньше нижней");
        Box within = new Box(box.lower(), box.upper());
        s.startsIn(within);
        task.f().startsIn(within, task.start());
        Constraints c = new Constraints(LinearConstraints.NONE, s, tolerance);
        Minimizer m = task.limits(steps, Math.min(tolerance, 1e-8)).trace(false);
        Outcome r = m.minimize(new Problem(task.f(), task.start(), box.lower(), box.upper(), c), new Sqp());
        Value[] all = {
            task.f().result(r.x()), Real.of(r.value()), Real.of(ScriptedSqp.info(r.reason())), Real.of(r.steps()), Real.of(r.evaluations()),
            r.lagrangian() == null ? Real.empty() : ScriptedSqp.lambda(r.lagrangian().multipliers(), box)
        };
        return new Verdict(all, 3, r.reason().success() ? null : Reasons.text(r.reason()));
    }
}
