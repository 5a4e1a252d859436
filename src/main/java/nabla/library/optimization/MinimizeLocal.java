package nabla.library.optimization;

import java.util.Arrays;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.NelderMead;
import nabla.optim.Objective;
import nabla.optim.Outcome;
import nabla.optim.Problem;
import nabla.optim.QuasiNewton;
import nabla.optim.TrustRegion;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Local minima of functions of several variables, under MATLAB's names. */
public final class MinimizeLocal {
    /** The evaluations and steps a variable that the simplex of Nelder and Mead may take unless told. */
    static final int SIMPLICES = 20_000;

    private MinimizeLocal() {}

    @Function(
            call = "[x, fval, exitflag, output] = fminsearch(f, x0, options)\n[...] = fminsearch(f, x0, options, p1, p2, ...)",
            en = "A local minimum without derivatives, by the simplex of Nelder and Mead with the coefficients of Gao and Han; a simplex that "
                    + "collapses starts afresh. f(x, p1, p2, ...) gets what stands after the options. Options as optimset makes them: TolX (1e-8), "
                    + "TolFun (1e-12), MaxIter, MaxFunEvals (20000 a variable), and those of every solver (optimset). exitflag 1: found, 0: a "
                    + "limit was met, -1: stopped.",
            ru = "Локальный минимум без производных, симплексом Нелдера и Мида с коэффициентами Гао и Хана; схлопнувшийся симплекс строится "
                    + "заново. f(x, p1, p2, ...) получает то, что стоит после параметров. Параметры как у optimset: TolX (1e-8), TolFun (1e-12), "
                    + "MaxIter, MaxFunEvals (20000 на переменную) и общие для всех решателей (optimset). exitflag 1: найден, 0: достигнут "
                    + "предел, -1: остановлено.",
            problem = {"objective", "x0", "options"},
            examples = {"x = fminsearch(@(x) (x(1)-1)^2 + (x(2)-2)^2, [0 0]); norm(x - [1 2]) < 1e-6  % ans = 1"})
    public static Verdict fminsearch(Session session, FunctionHandle f, Value x0, Value... options) {
        boolean more = options.length > 1 && !(options[0] instanceof Char);
        Options o = SolverOptions.read("fminsearch", more ? Arrays.copyOf(options, 1) : options, 0);
        Minimization task = new Minimization("fminsearch", session, f, x0, o);
        if (more) task.f().rest(Arrays.copyOfRange(options, 1, options.length));
        int most = o.count("MaxFunEvals", SIMPLICES * task.start().length);
        Minimizer m = task.limits(most, 0).tolerance(0).evaluations(most).trace(false);
        Outcome r = m.minimize(task.f(), task.start(), new NelderMead(o.number("TolX", 1e-8), o.number("TolFun", 1e-12)));
        Struct output = LocalResults.output(r, "Nelder-Mead simplex direct search").with("problem", task.problem(r));
        return LocalResults.verdict(o, 3, task.f().result(r.x()), Real.of(r.value()), Real.of(Math.min(1, LocalResults.flag(r.reason()))), output);
    }

    @Function(
            call = "[x, fval, exitflag, output, grad, hessian] = fminunc(f, x0, options)",
            en = "A local minimum by BFGS, or in a trust region with 'Algorithm', 'trust-region'. Options: 'SpecifyObjectiveGradient' (GradObj) "
                    + "when f gives its gradient as second result, 'HessianFcn' a function or 'objective' for a third one, "
                    + "'OptimalityTolerance' (TolFun) on the gradient's length (1e-10), 'MaxIterations' (10000, and 200 a variable where that is more), 'MaxFunctionEvaluations', "
                    + "and those of every solver (optimset). exitflag 1: the gradient, 2: the step is short, 5: no point is "
                    + "lower, 0: a limit was met, -1: stopped, -3: f falls without end. output: iterations, funcCount, stepsize "
                    + "(of the last step), lssteplength (the line search's, in lengths of its direction), cgiterations, firstorderopt, "
                    + "algorithm, message; "
                    + "explain(output) explains it. hessian is exact unless f gives its own gradient: then by differences.",
            ru = "Локальный минимум методом BFGS или, с 'Algorithm', 'trust-region', в доверительной области. Параметры: "
                    + "'SpecifyObjectiveGradient' (GradObj), если f даёт градиент вторым результатом, 'HessianFcn' — функция или 'objective', "
                    + "если гессиан — третий результат, 'OptimalityTolerance' (TolFun) для длины градиента (1e-10), 'MaxIterations' (10000, а если больше, то 200 на переменную), "
                    + "'MaxFunctionEvaluations' и общие для всех решателей (optimset). exitflag 1: мал градиент, 2: мал шаг, "
                    + "5: ниже точек нет, 0: достигнут предел, -1: остановлено, -3: f неограниченно убывает. В output: iterations, "
                    + "funcCount, stepsize (длина последнего шага), lssteplength (шаг линейного поиска в длинах направления), cgiterations, "
                    + "firstorderopt, algorithm, message; explain(output) объясняет. hessian точный, а если f сама даёт градиент — по разностям.",
            problem = {"objective", "x0", "options"},
            examples = {"x = fminunc(@(x) (x(1)-1)^2 + 100*(x(2)-x(1)^2)^2, [-1 2]); norm(x - [1 1]) < 1e-6  % ans = 1"})
    public static Verdict fminunc(Session session, @Nargout int results, FunctionHandle f, Value x0, Value... options) {
        Options o = SolverOptions.read("fminunc", options, 0);
        Minimization task = new Minimization("fminunc", session, f, x0, o);
        Minimizer m = task.limits(Minimization.steps(task.start().length), 1e-10).trace(false);
        Objective objective = curved(session, o, f, task);
        boolean trust = o.word("Algorithm", "quasi-newton").toLowerCase(Locale.ROOT).startsWith("trust");
        Method method = trust || objective.hasHessian() ? new TrustRegion() : new QuasiNewton();
        Outcome r = m.minimize(new Problem(objective, task.start()), method);
        double[] gradient = objective.gradient(r.x());
        Struct output = LocalResults.output(r, trust || objective.hasHessian() ? "trust-region" : "quasi-newton")
                .with("stepsize", Real.of(r.stepLength()))
                .with("lssteplength", trust || objective.hasHessian() ? Real.empty() : Real.of(r.lineStep()))
                .with("cgiterations", trust || objective.hasHessian() ? Real.of(r.innerSteps()) : Real.empty())
                .with("gradCount", Real.of(r.gradients()))
                .with("firstorderopt", Real.of(r.gradientNorm()))
                .with("gradient", task.source())
                .with("curvature", Real.row(r.curvature().bounds()))
                .with("problem", task.problem(r));
        Value[] all = {
            task.f().result(r.x()), Real.of(r.value()), Real.of(LocalResults.flag(r.reason())), output, task.f().point(gradient), null
        };
        if (results < 6) return LocalResults.verdict(o, 3, Arrays.copyOf(all, 5));
        int n = gradient.length;
        all[5] = new Real(objective.hessian(r.x()), n, n);
        return LocalResults.verdict(o, 3, all);
    }

    /** The objective with the Hessian that the options name; as it is when they name none. */
    private static Objective curved(Session session, Options o, FunctionHandle f, Minimization task) {
        FunctionHandle own = o.get("HessianFcn") instanceof FunctionHandle h ? h : null;
        boolean third = own == null && (o.word("HessianFcn", "").equals("objective") || o.flag("Hessian", false));
        if (own == null && !third) return task.f();
        Scripted g = task.f();
        return new Objective() {
            @Override
            public double value(double[] x) {
                return g.value(x);
            }

            @Override
            public double[] gradient(double[] x) {
                return g.gradient(x);
            }

            @Override
            public boolean hasGradient() {
                return g.hasGradient();
            }

            @Override
            public boolean hasHessian() {
                return true;
            }

            @Override
            public double[] hessian(double[] x) {
                Value[] r = third ? f.target().call(new Value[] {g.point(x)}, 3) : own.target().call(new Value[] {g.point(x)}, 1);
                Value h = r.length == 0 ? null : Overloaded.ordinary(r[r.length - 1]);
                if (h instanceof Numeric v && !v.isComplex() && v.numel() == x.length * x.length) return v.toDoubles().clone();
                throw Failure.of("fminunc: the Hessian must be %dx%d", "fminunc: гессиан должен быть %dx%d", x.length, x.length);
            }
        };
    }
}
