package nabla.library;

import java.util.List;
import nabla.engine.Session;
import nabla.optim.Descent;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.MultiStart;
import nabla.optim.NelderMead;
import nabla.optim.Outcome;
import nabla.optim.Problem;
import nabla.optim.QuasiNewton;
import nabla.optim.Rule;
import nabla.optim.SimulatedAnnealing;
import nabla.optim.Trace;
import nabla.optim.Watch;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Minimization of functions of several variables. */
public final class Minimize {
    private Minimize() {}

    @nabla.library.Function(
            call = "[x, fval, exitflag, output] = minimize(f, x0, rule, Name, Value, ...)",
            en = "Follows a rule (gd, momentum, rmsprop, adam, ...) from x0 down the function f, which takes an array of x0's shape. Options: "
                    + "'Steps' (1000), 'Tolerance' on |∇f| (1e-8), 'Gradient' a function (central differences otherwise), or 'GradObj' 'on' "
                    + "when f gives it as second result, 'Target' a value to stop at, 'Trace' (true), 'OutputFcn' with stop = g(x, info, "
                    + "state). x is the best point seen. output has iterations, funcCount, gradCount, firstorderopt, algorithm, message, "
                    + "last (where the run ended) and trace with x (a row for each step), fval and gradnorm. exitflag > 0: converged, "
                    + "0: a limit was met, < 0: failed (diverged, NaN).",
            ru = "Идёт по правилу (gd, momentum, rmsprop, adam, ...) от x0 вниз по функции f, которая принимает массив той же формы, что x0. "
                    + "Параметры: 'Steps' (1000), 'Tolerance' для |∇f| (1e-8), 'Gradient' — функция (иначе центральные разности), или "
                    + "'GradObj' 'on', если f даёт его вторым результатом, 'Target' — значение, на котором остановиться, 'Trace' (true), "
                    + "'OutputFcn' вида stop = g(x, info, state). x — лучшая из точек. В output: iterations, funcCount, gradCount, "
                    + "firstorderopt, algorithm, message, last (где путь кончился) и trace с полями x (строка на шаг), fval и gradnorm. "
                    + "exitflag > 0: сошлось, 0: достигнут предел, < 0: неудача (разошлось, NaN).",
            examples = {
                "minimize(@(x) (x-3)^2, 0, gd(0.25))  % ans = 3.0000",
                "[x, f, flag] = minimize(@(x) x^2, 1, gd(2)); flag  % flag = -2"
            })
    public static Value[] minimize(Session session, FunctionHandle f, Value x0, Value... options) {
        boolean ruled = options.length > 0 && !(options[0] instanceof Char) && !(options[0] instanceof Struct);
        Rule rule = ruled ? RuleValue.in("minimize", options[0]) : null;
        Options o = new Options("minimize", options, ruled ? 1 : 0, "Steps", "MaxIter", "Tolerance", "TolFun", "Gradient", "GradObj",
                "Target", "Trace", "OutputFcn", "MaxFunEvals", "Display", "Seed");
        Scripted objective = objective("minimize", session, f, start("minimize", x0), o);
        Minimizer m = minimizer(session, objective, o, 1000, 1e-8);
        Method method = rule == null ? new QuasiNewton() : new Descent(rule);
        return results(objective, m.minimize(objective, ((Numeric) x0).toDoubles(), method), method.name(), m.trace());
    }

    static Numeric start(String function, Value x0) {
        if (x0 instanceof Numeric n && !n.isComplex() && !n.isEmpty()) return n;
        throw Failure.of("%s: the start x0 must be a real array", "%s: начало x0 должно быть вещественным массивом", function);
    }

    private static Scripted objective(String name, Session session, FunctionHandle f, Numeric x0, Options o) {
        return new Scripted(name, session, f, o.function("Gradient"), o.flag("GradObj", false), x0.dims());
    }

    private static Minimizer minimizer(Session session, Scripted objective, Options o, int steps, double tolerance) {
        FunctionHandle told = o.function("OutputFcn");
        Watch watch = (k, x, value, norm) -> {
            session.poll();
            if (told == null) return false;
            Struct info = Struct.scalar()
                    .with("iteration", Real.of(k)).with("fval", Real.of(value)).with("gradnorm", Real.of(norm));
            return told.apply(objective.point(x), info, Char.of(k == 0 ? "init" : "iter")).isTrue();
        };
        return new Minimizer(
                o.count("Steps", o.count("MaxIter", steps)),
                o.count("MaxFunEvals", Integer.MAX_VALUE),
                o.number("Tolerance", o.number("TolFun", tolerance)),
                o.number("Target", Double.NEGATIVE_INFINITY),
                o.flag("Trace", true),
                watch,
                o.count("Seed", 1));
    }

    /** x, fval, exitflag, output. */
    private static Value[] results(Scripted f, Outcome r, String algorithm, boolean traced) {
        Struct output = Struct.scalar()
                .with("iterations", Real.of(r.steps()))
                .with("funcCount", Real.of(r.evaluations()))
                .with("gradCount", Real.of(r.gradients()))
                .with("firstorderopt", Real.of(r.gradientNorm()))
                .with("algorithm", Char.of(algorithm))
                .with("message", Char.of(Reasons.text(r.reason())))
                .with("last", f.point(r.last()));
        if (traced) output.with("trace", trace(r.trace()));
        return new Value[] {f.point(r.x()), Real.of(r.value()), Real.of(r.reason().kind().flag()), output};
    }

    private static Struct trace(Trace t) {
        int k = t.size();
        int n = k == 0 ? 0 : t.iterate(0).length;
        double[] x = new double[k * n];
        for (int i = 0; i < k; i++) {
            double[] row = t.iterate(i);
            for (int j = 0; j < n; j++) x[i + j * k] = row[j];
        }
        return Struct.scalar()
                .with("x", new Real(x, k, n))
                .with("fval", Real.column(t.values()))
                .with("gradnorm", Real.column(t.gradientNorms()));
    }

    @nabla.library.Function(
            call = "[x, fval, exitflag, output] = multistart(f, lb, ub, rule, Name, Value, ...)",
            en = "Minimizes f from many starts spread over the box from lb to ub and gives the best minimum. Options: 'Starts' (20), 'Seed' (1), "
                    + "and those of minimize; without a rule BFGS is used. output.minima and output.values list the distinct minima, the "
                    + "lowest first, output.counts how many starts led to each, output.starts and output.ends the starts and where they led.",
            ru = "Минимизирует f из многих начальных точек, рассыпанных по коробке от lb до ub, и даёт лучший минимум. Параметры: 'Starts' (20), "
                    + "'Seed' (1) и параметры minimize; без правила берётся BFGS. В output.minima и output.values — различные минимумы, "
                    + "начиная с нижнего, в output.counts — сколько начал привело к каждому, в output.starts и output.ends — начала и концы.",
            examples = {"[x, f] = multistart(@(x) cos(3*x) + x^2/10, -5, 5); f  % f = -0.8927"})
    public static Value[] multistart(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        boolean ruled = options.length > 0 && !(options[0] instanceof Char) && !(options[0] instanceof Struct);
        Rule rule = ruled ? RuleValue.in("multistart", options[0]) : null;
        Options o = new Options("multistart", options, ruled ? 1 : 0);
        Scripted objective = objective("multistart", session, f, start("multistart", low), o);
        double[] lb = ((Numeric) low).toDoubles();
        double[] ub = box("multistart", high, lb.length);
        Minimizer m = minimizer(session, objective, o, rule == null ? 400 : 2000, 1e-8).trace(false);
        Method method = rule == null ? new QuasiNewton() : new Descent(rule);
        List<double[]> starts = MultiStart.starts(lb, ub, Math.max(1, o.count("Starts", 20)), m.seed());
        return many(objective, MultiStart.run(starts, x -> m.minimize(objective, x, method), 1e-4), starts, method.name());
    }

    private static double[] box(String function, Value high, int n) {
        Numeric h = start(function, high);
        if (h.numel() == n) return h.toDoubles();
        throw Failure.of("%s: lb and ub must have as many elements", "%s: в lb и ub должно быть поровну чисел", function);
    }

    private static Value[] many(Scripted f, MultiStart.Result r, List<double[]> starts, String algorithm) {
        Value[] one = results(f, r.best(), algorithm, false);
        int b = r.basins().size();
        double[] values = new double[b];
        double[] counts = new double[b];
        double[][] minima = new double[b][];
        for (int i = 0; i < b; i++) {
            minima[i] = r.basins().get(i).x();
            values[i] = r.basins().get(i).value();
            counts[i] = r.basins().get(i).starts();
        }
        double[][] ends = new double[starts.size()][];
        int evaluations = 0;
        for (int i = 0; i < ends.length; i++) {
            ends[i] = r.runs().get(i).last();
            evaluations += r.runs().get(i).evaluations();
        }
        ((Struct) one[3])
                .with("funcCount", Real.of(evaluations))
                .with("minima", rows(minima))
                .with("values", Real.column(values))
                .with("counts", Real.column(counts))
                .with("starts", rows(starts.toArray(new double[0][])))
                .with("ends", rows(ends));
        return one;
    }

    private static Real rows(double[][] rows) {
        int m = rows.length;
        int n = m == 0 ? 0 : rows[0].length;
        double[] d = new double[m * n];
        for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) d[i + j * m] = rows[i][j];
        return new Real(d, m, n);
    }

    @nabla.library.Function(
            call = "[x, fval, exitflag, output] = simulannealbnd(f, x0, lb, ub, options)",
            en = "Simulated annealing in the box from lb to ub (empty: unbounded): climbs out of local minima while the temperature is high. "
                    + "Options: 'InitialTemperature' (100), 'Cooling' (0.998 a step), 'MaxFunEvals' (3000 a variable), 'Seed' (1).",
            ru = "Имитация отжига в коробке от lb до ub (пусто: без границ): пока температура высока, выбирается из локальных минимумов. "
                    + "Параметры: 'InitialTemperature' (100), 'Cooling' (0.998 за шаг), 'MaxFunEvals' (3000 на переменную), 'Seed' (1).",
            examples = {"[x, f] = simulannealbnd(@(x) x^2 + 10*(1 - cos(3*x)), 4, -6, 6); abs(f) < 1e-3  % ans = 1"})
    public static Value[] simulannealbnd(Session session, FunctionHandle f, Value x0, @Default Value low, @Default Value high, Value... options) {
        Options o = new Options("simulannealbnd", options, 0);
        Numeric start = start("simulannealbnd", x0);
        int n = start.numel();
        double[] lb = bound(low, n, Double.NEGATIVE_INFINITY);
        double[] ub = bound(high, n, Double.POSITIVE_INFINITY);
        Scripted objective = objective("simulannealbnd", session, f, start, o);
        Minimizer m = minimizer(session, objective, o, o.count("MaxFunEvals", 3000 * n), 0);
        Method method = new SimulatedAnnealing(o.number("InitialTemperature", 100), o.number("Cooling", 0.998));
        return results(objective, m.minimize(new Problem(objective, start.toDoubles(), lb, ub), method), method.name(), m.trace());
    }

    private static double[] bound(Value v, int n, double otherwise) {
        double[] b = new double[n];
        java.util.Arrays.fill(b, otherwise);
        if (v == null || v.isEmpty()) return b;
        if (!v.isScalar()) return box("simulannealbnd", v, n);
        java.util.Arrays.fill(b, start("simulannealbnd", v).re(0));
        return b;
    }

    @nabla.library.Function(
            call = "[x, fval, exitflag, output] = fminsearch(f, x0, options)",
            en = "A local minimum without derivatives, by the simplex of Nelder and Mead. Options as optimset makes them: TolX, TolFun (1e-4), "
                    + "MaxIter, MaxFunEvals (200 a variable), Display, OutputFcn.",
            ru = "Локальный минимум без производных, симплексом Нелдера и Мида. Параметры как у optimset: TolX, TolFun (1e-4), "
                    + "MaxIter, MaxFunEvals (200 на переменную), Display, OutputFcn.",
            examples = {"x = fminsearch(@(x) (x(1)-1)^2 + (x(2)-2)^2, [0 0]); norm(x - [1 2]) < 1e-3  % ans = 1"})
    public static Value[] fminsearch(Session session, FunctionHandle f, Value x0, Value... options) {
        Options o = new Options("fminsearch", options, 0);
        Numeric start = start("fminsearch", x0);
        Scripted objective = objective("fminsearch", session, f, start, o);
        int most = o.count("MaxFunEvals", 200 * start.numel());
        Minimizer m = minimizer(session, objective, o, most, 0).evaluations(most).trace(false);
        Method method = new NelderMead(o.number("TolX", 1e-4), o.number("TolFun", 1e-4));
        Value[] r = results(objective, m.minimize(objective, start.toDoubles(), method), "Nelder-Mead simplex direct search", false);
        if (((Real) r[2]).re(0) > 0) r[2] = Real.of(1);
        return r;
    }

    @nabla.library.Function(
            call = "[x, fval, exitflag, output, grad] = fminunc(f, x0, options)",
            en = "A local minimum by BFGS. Options: GradObj 'on' when f gives its gradient as second result, TolFun on the gradient's length "
                    + "(1e-6), MaxIter (400), MaxFunEvals, OutputFcn.",
            ru = "Локальный минимум методом BFGS. Параметры: GradObj 'on', если f даёт градиент вторым результатом, TolFun для длины градиента "
                    + "(1e-6), MaxIter (400), MaxFunEvals, OutputFcn.",
            examples = {"x = fminunc(@(x) (x(1)-1)^2 + 100*(x(2)-x(1)^2)^2, [-1 2]); norm(x - [1 1]) < 1e-4  % ans = 1"})
    public static Value[] fminunc(Session session, FunctionHandle f, Value x0, Value... options) {
        Options o = new Options("fminunc", options, 0);
        Scripted objective = objective("fminunc", session, f, start("fminunc", x0), o);
        Minimizer m = minimizer(session, objective, o, 400, 1e-6).trace(false);
        Value[] r = results(objective, m.minimize(objective, ((Numeric) x0).toDoubles(), new QuasiNewton()), "bfgs", false);
        double[] g = objective.gradient(((Real) r[0]).data());
        return new Value[] {r[0], r[1], r[2], r[3], objective.point(g)};
    }
}
