package nabla.library.optimization;

import java.util.Map;
import java.util.function.Supplier;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.BoundedMemory;
import nabla.optim.Descent;
import nabla.optim.LevenbergMarquardt;
import nabla.optim.Method;
import nabla.optim.Method.Scope;
import nabla.optim.Minimizer;
import nabla.optim.NelderMead;
import nabla.optim.QuasiNewton;
import nabla.optim.Sqp;
import nabla.value.FunctionHandle;
import nabla.value.Value;

/** Minimization: the front door to all methods. */
public final class Minimize {
    private static final Map<Scope, Supplier<Method>> USUAL =
            Map.of(Scope.FREE, QuasiNewton::new, Scope.BOUNDED, BoundedMemory::new, Scope.CONSTRAINED, Sqp::new);

    /** The steps of a rule unless told: it takes each of them at the same price, and may never come to rest. */
    private static final int RULED = 1000;

    private Minimize() {}

    @Function(
            call = "[x, fval, exitflag, output] = minimize(f, x0, method, Name, Value, ...)",
            en = "Follows a rule (gd, momentum, rmsprop, adam, ...) or a method ('bfgs', 'lbfgs', 'cg', 'newton', 'trust', 'neldermead', "
                    + "'powell', 'bobyqa', 'pattern', 'lm'; bfgs when none is named) from x0 down the function f, which takes an array of x0's "
                    + "shape, or a structure or cells of arrays as x0 is. The gradient is exact where f can be differentiated (loops, branches, "
                    + "arrays), else central differences; output.gradient says which. Options: 'Steps' (1000 of a rule, 10000 of a "
                    + "method and 200 a variable where that is more), 'Tolerance' on |∇f| (1e-8), "
                    + "'Gradient' a function, or 'GradObj' 'on' when f gives it as second result, 'Target' a value to stop at, 'Trace' (true up to "
                    + "1000 variables), 'Seed' (1), and those of every solver (optimset). Ctrl-C at the "
                    + "console pauses: see resume. Within bounds 'Lower', 'Upper' the usual method is 'lbfgsb'; rules are projected, and "
                    + "'neldermead', 'bobyqa', 'pattern', 'lm' and the global methods by name ('globalmin', 'cmaes', 'de', 'ga', 'direct', ...; "
                    + "10000 evaluations a variable) keep to them too. Under 'A', 'B', 'Aeq', 'Beq', 'Constraints' (as fmincon takes them, "
                    + "'TolCon' 1e-8) the usual one is 'sqp'; 'auglag', 'pattern' and 'ga' know them too. x is the best point seen. output has "
                    + "iterations, funcCount, gradCount, firstorderopt, algorithm, message, reason, curvature (the least and greatest met), last "
                    + "(where the run ended) and trace with x (a row for each step), fval and gradnorm; explain(output) explains it. exitflag > 0: "
                    + "converged, 0: a limit was met, < 0: failed (diverged, NaN).",
            ru = "Идёт по правилу (gd, momentum, rmsprop, adam, ...) или методом ('bfgs', 'lbfgs', 'cg', 'newton', 'trust', 'neldermead', "
                    + "'powell', 'bobyqa', 'pattern', 'lm'; если не назван — bfgs) от x0 вниз по функции f, которая принимает массив той же формы, "
                    + "что x0, либо структуру или ячейки из массивов, как x0. Градиент точный, если f можно продифференцировать (циклы, ветвления, "
                    + "массивы), иначе центральные разности; об этом говорит output.gradient. Параметры: 'Steps' (у правил 1000, у методов 10000, а если больше, то 200 на "
                    + "переменную), 'Tolerance' для |∇f| "
                    + "(1e-8), 'Gradient' — функция, или 'GradObj' 'on', если f даёт его вторым результатом, 'Target' — значение, на котором "
                    + "остановиться, 'Trace' (true, если переменных не больше 1000), 'Seed' (1) и общие для всех решателей (optimset). Ctrl-C в консоли — пауза: см. resume. В границах 'Lower', 'Upper' обычный метод — "
                    + "'lbfgsb'; правила проецируются, а 'neldermead', 'bobyqa', 'pattern', 'lm' и глобальные методы по имени ('globalmin', "
                    + "'cmaes', 'de', 'ga', 'direct', ...; 10000 вычислений на переменную) тоже их соблюдают. При ограничениях 'A', 'B', 'Aeq', "
                    + "'Beq', 'Constraints' (как у fmincon, 'TolCon' 1e-8) обычный — 'sqp'; их знают и 'auglag', 'pattern', 'ga'. x — лучшая из "
                    + "точек. В output: iterations, funcCount, gradCount, firstorderopt, algorithm, message, reason, curvature (наименьшая и "
                    + "наибольшая встреченная кривизна), last (где путь кончился) и trace с полями x (строка на шаг), fval и gradnorm; "
                    + "explain(output) объясняет. exitflag > 0: сошлось, 0: достигнут предел, < 0: неудача (разошлось, NaN).",
            examples = {
                "minimize(@(x) (x-3)^2, 0, 'Upper', 2)  % ans = 2",
                "minimize(@(x) (x-3)^2, 0, adam(0.1), 'Upper', 2)  % ans = 2",
                "minimize(@(x) (x-3)^2, 0, gd(0.25))  % ans = 3.0000",
                "[x, f, flag] = minimize(@(x) x^2, 1, gd(2)); flag  % flag = -2",
                "minimize(@(x) (x-3)^2, 0, 'lbfgs')  % ans = 3"
            })
    public static Verdict minimize(Session session, FunctionHandle f, Value x0, Value... options) {
        boolean chosen = Methods.chosen(options);
        Options o = new Options("minimize", options, chosen ? 1 : 0, Live.options("Steps", "MaxIter", "Tolerance", "TolFun", "Gradient",
                "GradObj", "Target", "Trace", "MaxFunEvals", "Seed", "Lower", "Upper", "A", "B", "Aeq", "Beq", "Constraints", "GradConstr", "TolCon"));
        Minimization task = new Minimization("minimize", session, f, x0, o);
        boolean global = chosen && Methods.global(options[0]);
        int n = task.start().length;
        Scope asked = Constrained.asked(o);
        int evaluations = o.count("MaxFunEvals", global ? 10_000 * n : Integer.MAX_VALUE);
        Method method = chosen ? Methods.in("minimize", options[0], evaluations) : USUAL.get(asked).get();
        int steps = method instanceof Descent ? RULED : method instanceof NelderMead ? MinimizeLocal.SIMPLICES * n : Minimization.steps(n);
        Minimizer m = (global ? task.limits(Integer.MAX_VALUE, 0) : task.limits(steps, 1e-8)).evaluations(evaluations);
        Methods.keeping("minimize", method, asked);
        if (method instanceof LevenbergMarquardt) return LeastSquares.minimized(session, f, x0, o);
        return Constrained.minimize(session, task, o, m, task.followed(method));
    }
}
