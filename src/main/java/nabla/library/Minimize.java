package nabla.library;

import nabla.engine.Session;
import nabla.optim.Descent;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.QuasiNewton;
import nabla.optim.Rule;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Struct;
import nabla.value.Value;

/** Minimization by rules: the front door to all methods. */
public final class Minimize {
    private Minimize() {}

    @Function(
            call = "[x, fval, exitflag, output] = minimize(f, x0, rule, Name, Value, ...)",
            en = "Follows a rule (gd, momentum, rmsprop, adam, ...) from x0 down the function f, which takes an array of x0's shape. Options: "
                    + "'Steps' (1000), 'Tolerance' on |∇f| (1e-8), 'Gradient' a function (central differences otherwise), or 'GradObj' 'on' "
                    + "when f gives it as second result, 'Target' a value to stop at, 'Trace' (true), 'OutputFcn' with stop = g(x, info, "
                    + "state). Without a rule BFGS is used, within bounds 'Lower', 'Upper' L-BFGS-B, under 'A', 'B', 'Aeq', 'Beq', "
                    + "'Constraints' (as fmincon takes them) sequential quadratic programming. x is the best point seen. output has iterations, funcCount, gradCount, firstorderopt, algorithm, message, "
                    + "last (where the run ended) and trace with x (a row for each step), fval and gradnorm. exitflag > 0: converged, "
                    + "0: a limit was met, < 0: failed (diverged, NaN).",
            ru = "Идёт по правилу (gd, momentum, rmsprop, adam, ...) от x0 вниз по функции f, которая принимает массив той же формы, что x0. "
                    + "Параметры: 'Steps' (1000), 'Tolerance' для |∇f| (1e-8), 'Gradient' — функция (иначе центральные разности), или "
                    + "'GradObj' 'on', если f даёт его вторым результатом, 'Target' — значение, на котором остановиться, 'Trace' (true), "
                    + "'OutputFcn' вида stop = g(x, info, state). Без правила — BFGS, в границах 'Lower', 'Upper' — L-BFGS-B, при ограничениях 'A', 'B', 'Aeq', "
                    + "'Beq', 'Constraints' (как у fmincon) — последовательное квадратичное программирование. x — лучшая из точек. В output: iterations, funcCount, gradCount, "
                    + "firstorderopt, algorithm, message, last (где путь кончился) и trace с полями x (строка на шаг), fval и gradnorm. "
                    + "exitflag > 0: сошлось, 0: достигнут предел, < 0: неудача (разошлось, NaN).",
            examples = {
                "minimize(@(x) (x-3)^2, 0, 'Upper', 2)  % ans = 2",
                "minimize(@(x) (x-3)^2, 0, gd(0.25))  % ans = 3.0000",
                "[x, f, flag] = minimize(@(x) x^2, 1, gd(2)); flag  % flag = -2"
            })
    public static Value[] minimize(Session session, FunctionHandle f, Value x0, Value... options) {
        boolean ruled = options.length > 0 && !(options[0] instanceof Char) && !(options[0] instanceof Struct);
        Rule rule = ruled ? RuleValue.in("minimize", options[0]) : null;
        Options o = new Options("minimize", options, ruled ? 1 : 0, "Steps", "MaxIter", "Tolerance", "TolFun", "Gradient", "GradObj",
                "Target", "Trace", "OutputFcn", "MaxFunEvals", "Display", "Seed", "Lower", "Upper", "A", "B", "Aeq", "Beq", "Constraints",
                "GradConstr", "TolCon");
        Minimization task = new Minimization("minimize", session, f, x0, o);
        Minimizer m = task.limits(1000, 1e-8);
        if (Constrained.asked(o)) {
            if (rule == null) return Constrained.minimize(session, task, o, m);
            throw Failure.of(
                    "minimize: rules know no bounds and constraints: leave the rule out",
                    "minimize: правила не знают границ и ограничений: уберите правило");
        }
        Method method = rule == null ? new QuasiNewton() : new Descent(rule);
        return task.results(m.minimize(task.f(), task.start(), method), method.name(), m.trace());
    }
}
