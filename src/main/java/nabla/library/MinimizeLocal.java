package nabla.library;

import nabla.engine.Session;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.NelderMead;
import nabla.optim.QuasiNewton;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Value;

/** Local minima of functions of several variables. */
public final class MinimizeLocal {
    private MinimizeLocal() {}

    @Function(
            call = "[x, fval, exitflag, output] = fminsearch(f, x0, options)",
            en = "A local minimum without derivatives, by the simplex of Nelder and Mead. Options as optimset makes them: TolX, TolFun (1e-4), "
                    + "MaxIter, MaxFunEvals (200 a variable), Display, OutputFcn.",
            ru = "Локальный минимум без производных, симплексом Нелдера и Мида. Параметры как у optimset: TolX, TolFun (1e-4), "
                    + "MaxIter, MaxFunEvals (200 на переменную), Display, OutputFcn.",
            examples = {"x = fminsearch(@(x) (x(1)-1)^2 + (x(2)-2)^2, [0 0]); norm(x - [1 2]) < 1e-3  % ans = 1"})
    public static Value[] fminsearch(Session session, FunctionHandle f, Value x0, Value... options) {
        Options o = new Options("fminsearch", options, 0);
        Minimization task = new Minimization("fminsearch", session, f, x0, o);
        int most = o.count("MaxFunEvals", 200 * task.start().length);
        Minimizer m = task.limits(most, 0).evaluations(most).trace(false);
        Method method = new NelderMead(o.number("TolX", 1e-4), o.number("TolFun", 1e-4));
        Value[] r = task.results(m.minimize(task.f(), task.start(), method), "Nelder-Mead simplex direct search", false);
        if (((Real) r[2]).re(0) > 0) r[2] = Real.of(1);
        return r;
    }

    @Function(
            call = "[x, fval, exitflag, output, grad] = fminunc(f, x0, options)",
            en = "A local minimum by BFGS. Options: GradObj 'on' when f gives its gradient as second result, TolFun on the gradient's length "
                    + "(1e-6), MaxIter (400), MaxFunEvals, OutputFcn.",
            ru = "Локальный минимум методом BFGS. Параметры: GradObj 'on', если f даёт градиент вторым результатом, TolFun для длины градиента "
                    + "(1e-6), MaxIter (400), MaxFunEvals, OutputFcn.",
            examples = {"x = fminunc(@(x) (x(1)-1)^2 + 100*(x(2)-x(1)^2)^2, [-1 2]); norm(x - [1 1]) < 1e-4  % ans = 1"})
    public static Value[] fminunc(Session session, FunctionHandle f, Value x0, Value... options) {
        Options o = new Options("fminunc", options, 0);
        Minimization task = new Minimization("fminunc", session, f, x0, o);
        Minimizer m = task.limits(400, 1e-6).trace(false);
        Value[] r = task.results(m.minimize(task.f(), task.start(), new QuasiNewton()), "bfgs", false);
        double[] g = task.f().gradient(((Real) r[0]).data());
        return new Value[] {r[0], r[1], r[2], r[3], task.f().point(g)};
    }
}
