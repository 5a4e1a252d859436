package nabla.library.optimization;

import java.util.List;
import nabla.engine.Ahead;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Result;
import nabla.optim.Descent;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.MultiStart;
import nabla.optim.Outcome;
import nabla.optim.QuasiNewton;
import nabla.optim.Reason;
import nabla.optim.Rule;
import nabla.optim.Watch;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Minimization from many starts, which maps the local minima too. */
public final class MultiStarts {
    private MultiStarts() {}

    @Function(
            call = "[x, fval, exitflag, output] = multistart(f, lb, ub, rule, Name, Value, ...)",
            en = "Minimizes f from many starts spread evenly (Sobol) over the box from lb to ub and gives the best minimum. Options: "
                    + "'Starts' (20), 'Seed' (1), "
                    + "'UseParallel' (see globalmin: runs share the processors) "
                    + "and those of minimize; without a rule BFGS is used. output.minima and output.values list the distinct minima, the "
                    + "lowest first, output.counts how many starts led to each, output.starts and output.ends the starts and where they led.",
            ru = "Минимизирует f из многих начальных точек (Соболя), равномерно распределённых по прямоугольной области от lb до ub, и даёт "
                    + "лучший минимум. Параметры: 'Starts' (20), "
                    + "'Seed' (1), 'UseParallel' (см. globalmin: прогоны делят процессоры) "
                    + "и параметры minimize; без правила берётся BFGS. В output.minima и output.values — различные минимумы, "
                    + "начиная с нижнего, в output.counts — сколько начал привело к каждому, в output.starts и output.ends — начала и концы.",
            problem = {"objective", "lb", "ub", "options"},
            examples = {"[x, f] = multistart(@(x) cos(3*x) + x^2/10, -5, 5); f  % f = -0.8927"})
    public static Value[] multistart(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        boolean ruled = options.length > 0 && !(options[0] instanceof Char) && !(options[0] instanceof Struct);
        Rule rule = ruled ? RuleValue.in("multistart", options[0]) : null;
        Options o = new Options("multistart", options, ruled ? 1 : 0);
        Minimization task = new Minimization("multistart", session, f, low, o);
        double[] lb = task.start();
        double[] ub = box("multistart", high, lb.length);
        Minimizer m = task.limits(rule == null ? 400 : 2000, 1e-8).trace(false);
        Method method = rule == null ? new QuasiNewton() : new Descent(rule);
        List<double[]> starts = MultiStart.starts(lb, ub, Math.max(1, o.count("Starts", 20)), m.seed());
        Scripted objective = task.f().ofManyPoints();
        objective.source();
        Live live = task.live();
        MultiStart.Result r;
        live.begin();
        try (Ahead<Outcome> ahead = session.ahead(objective.functions())) {
            // a user who follows the runs sees each of them, and the clock is looked at between them
            boolean followed = live.followed() || live.journal() != null || live.timed();
            Minimizer alone = m.watch(Watch.NOTHING);
            if (!followed && o.flag("UseParallel", true)) {
                ahead.begin(starts.size(), (fork, twins, k) -> alone.minimize(objective.again(fork, twins), starts.get(k), method));
            }
            r = MultiStart.run(starts, x -> {
                Outcome there = ahead.next();
                return there != null ? there : m.minimize(objective.again(session, objective.functions()), x, task.followed(method));
            }, 1e-4);
        } finally {
            live.end();
        }
        live.done(r.best());
        return many(task, r, starts.subList(0, r.runs().size()), method.name());
    }

    private static double[] box(String function, Value high, int n) {
        Numeric h = Minimization.start(function, high);
        if (h.numel() == n) return h.toDoubles();
        throw Failure.of("%s: lb and ub must have as many elements", "%s: в lb и ub должно быть поровну чисел", function);
    }

    private static Value[] many(Minimization task, MultiStart.Result r, List<double[]> starts, String algorithm) {
        Value[] one = task.results(r.best(), algorithm, false);
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
        int found = (int) r.runs().stream().filter(o -> o.reason().success()).count();
        int limited = (int) r.runs().stream().filter(o -> o.reason().kind().flag() == 0).count();
        Reason last = r.runs().get(ends.length - 1).reason();
        if (last.halted()) {
            one[2] = Real.of(GlobalTask.flag("multistart", last));
            ((Struct) one[3]).with("message", Char.of(Reasons.text(last)));
        }
        ((Struct) one[3])
                .with("funcCount", Real.of(evaluations))
                .with("localSolverTotal", Real.of(ends.length))
                .with("localSolverSuccess", Real.of(found))
                .with("localSolverIncomplete", Real.of(limited))
                .with("localSolverNoSolution", Real.of(ends.length - found - limited))
                .with("minima", Minimization.rows(minima))
                .with("values", Real.column(values))
                .with("counts", Real.column(counts))
                .with("starts", Minimization.rows(starts.toArray(new double[0][])))
                .with("ends", Minimization.rows(ends));
        return one;
    }
}
