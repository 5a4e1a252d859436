package nabla.library.optimization;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.global.CrossEntropyMethod;
import nabla.optim.global.DifferentialEvolution;
import nabla.optim.global.GeneticAlgorithm;
import nabla.optim.global.ParticleSwarm;
import nabla.optim.global.Restarts;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Global minimization by populations: many points that move together. OutputFcn sees them as info.population, a row for each. */
public final class GlobalPopulations {
    private GlobalPopulations() {}

    @Function(
            call = "[x, fval, exitflag, output] = cmaes(f, x0, options)\n[x, fval, exitflag, output] = cmaes(f, x0, lb, ub, options)",
            en = "CMA-ES: samples a normal distribution that learns the shape of f, with restarts in two regimes, growing and small populations "
                    + "(BIPOP). x0 may be [] where there are bounds. Options: 'PopulationSize' (4 + 3 ln n), 'Sigma' the first spread in widths of the "
                    + "box (0.2; without bounds the box reaches 10 (1 + |x0|) to each side), 'Restarts' with a growing population (30), "
                    + "'TolX' (1e-11) the width of the distribution at which a descent ends, in widths of the region, 'TolFun' (1e-11) the "
                    + "differences of values; 'MaxFunEvals' (10000 a variable), 'Target', 'Seed' (1), and those of every solver (optimset). It ends "
                    + "when two descents from points of their own have come to the lowest value (exitflag 1). OutputFcn's info.population "
                    + "holds the points.",
            ru = "CMA-ES: выборки из нормального распределения, которое выучивает форму f, с перезапусками двух видов: растущие и малые популяции "
                    + "(BIPOP). x0 может быть [], если есть границы. Параметры: 'PopulationSize' (4 + 3 ln n), 'Sigma' — первый разброс в ширинах области "
                    + "(0.2; без границ область простирается на 10 (1 + |x0|) в каждую сторону), 'Restarts' — перезапусков с растущей популяцией (30), "
                    + "'TolX' (1e-11) — ширина распределения, при которой спуск кончается, в ширинах области, 'TolFun' (1e-11) — то же для разброса "
                    + "значений; 'MaxFunEvals' (10000 на переменную), 'Target', 'Seed' (1) и общие для всех решателей (optimset). Поиск кончается, "
                    + "когда два спуска из разных мест пришли к наименьшему значению (exitflag 1). Точки OutputFcn видит в info.population.",
            examples = {"[x, f] = cmaes(@(x) 100*(x(2) - x(1)^2)^2 + (1 - x(1))^2, [-1.2 1], 'Target', 1e-10); norm(x - 1) < 1e-3  % ans = 1"})
    public static Verdict cmaes(Session session, FunctionHandle f, Value x0, Value... options) {
        GlobalTask t = new GlobalTask("cmaes", session, f, x0, options, "PopulationSize", "Sigma", "Restarts", "TolX", "TolFun");
        Options o = t.options();
        return t.minimize(new Restarts(o.count("PopulationSize", 0), t.positive("Sigma", 0.2), o.count("Restarts", 30), true, o.number("TolX", 1e-11),
                o.number("TolFun", 1e-11)), 10000 * t.n());
    }

    @Function(
            call = "[x, fval, exitflag, output] = de(f, lb, ub, Name, Value, ...)",
            en = "Differential evolution in a box (L-SHADE): each point tries x + F (p - x) + F (r - s) with p among the best and r, s random others; F "
                    + "and the crossing rate learn from success, the population shrinks. Options: 'PopulationSize' (18 a variable, 20 at least), "
                    + "'MaxFunEvals' (5000 a variable), 'Target', 'Seed' (1), and those of every solver (optimset); OutputFcn's "
                    + "info.population holds the points.",
            ru = "Дифференциальная эволюция в прямоугольной области (L-SHADE): каждая точка пробует x + F (p - x) + F (r - s), где p — из "
                    + "лучших, r и s — случайные; F и "
                    + "доля скрещивания учатся на успехах, популяция сжимается. Параметры: 'PopulationSize' (18 на переменную, не меньше 20), "
                    + "'MaxFunEvals' (5000 на переменную), 'Target', 'Seed' (1) и общие для всех решателей (optimset); точки OutputFcn видит "
                    + "в info.population.",
            examples = {"[x, f] = de(@(x) 20 + sum(x.^2 - 10*cos(2*pi*x)), [-5 -4], [5 6]); abs(f) < 1e-9  % ans = 1"})
    public static Verdict de(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        GlobalTask t = GlobalTask.box("de", session, f, low, high, options, "PopulationSize");
        int most = t.options().count("MaxFunEvals", 5000 * t.n());
        return t.minimize(new DifferentialEvolution(t.options().count("PopulationSize", 0), Math.max(1, most)), most);
    }

    @Function(
            call = "[x, fval, exitflag, output, points] = particleswarm(f, nvars, lb, ub, options)",
            en = "Particle swarm: nvars variables in a row; particles fly on, drawn to their own best place and to the best of some neighbours, v "
                    + "= W v + c1 r1 (p - x) + c2 r2 (g - x). Options: 'SwarmSize' (10 nvars, 100 at most), 'InertiaRange' of W ([0.4 0.73]), "
                    + "'SelfAdjustmentWeight' c1, 'SocialAdjustmentWeight' c2 (1.49), 'InitialSwarmMatrix' places of the first particles, a row "
                    + "for each, 'MaxIterations' (200 nvars), 'MaxStallIterations' (40), 'FunctionTolerance' (1e-10), 'HybridFcn' (@fmincon, "
                    + "@fminunc, @fminsearch or @patternsearch goes on from the result; "
                    + "output.hybridflag), 'MaxFunEvals', 'ObjectiveLimit', 'Seed' (1), and those of every solver (optimset); OutputFcn's "
                    + "info.population holds the swarm. points has the last swarm X and its values Fval.",
            ru = "Рой частиц: nvars переменных в строке; частицы летят, притягиваясь к своему лучшему месту и к лучшему у соседей, v = W v + c1 "
                    + "r1 (p - x) + c2 r2 (g - x). Параметры: 'SwarmSize' (10 nvars, не больше 100), 'InertiaRange' для W ([0.4 0.73]), "
                    + "'SelfAdjustmentWeight' c1, 'SocialAdjustmentWeight' c2 (1.49), 'InitialSwarmMatrix' — места первых частиц, по строке "
                    + "на каждую, 'MaxIterations' (200 nvars), 'MaxStallIterations' (40), 'FunctionTolerance' (1e-10), 'HybridFcn' "
                    + "(@fmincon, @fminunc, @fminsearch или @patternsearch продолжает с результата; "
                    + "output.hybridflag), 'MaxFunEvals', 'ObjectiveLimit', 'Seed' (1) и общие для всех решателей (optimset); рой OutputFcn "
                    + "видит в info.population. В points — последний рой X и его значения Fval.",
            problem = {"objective", "nvars", "lb", "ub", "options"},
            examples = {"[x, f] = particleswarm(@(x) sum((x - [1 2]).^2), 2, [-5 -5], [5 5]); f < 1e-6  % ans = 1"})
    public static Verdict particleswarm(Session session, @Nargout int results, FunctionHandle f, int nvars, Value... options) {
        GlobalTask t = GlobalTask.rows("particleswarm", session, f, nvars, options);
        Options o = t.options();
        double[] inertia = {0.4, 0.73};
        if (o.get("InertiaRange") instanceof Numeric range) {
            inertia = range.toDoubles().clone();
            Arrays.sort(inertia);
            if (inertia.length != 2) throw Failure.of("particleswarm: InertiaRange must be two numbers", "particleswarm: InertiaRange — два числа");
        }
        ParticleSwarm method = new ParticleSwarm(o.count("SwarmSize", 0), inertia, o.number("SelfAdjustmentWeight", 1.49),
                o.number("SocialAdjustmentWeight", 1.49), t.points("InitialSwarmMatrix"), Math.max(1, o.count("MaxStallIterations", 40)), o.number("TolFun", 1e-10));
        Verdict v = t.minimize(method, Integer.MAX_VALUE, o.count("MaxIter", 200 * nvars), false);
        return results < 5 ? v : with(v, Struct.scalar().with("X", t.population()).with("Fval", t.scores()));
    }

    @Function(
            call = "[x, fval, exitflag, output, population, scores] = ga(f, nvars, A, b, Aeq, beq, lb, ub, nonlcon, intcon, options)\n"
                    + "[x, fval, exitflag, output, population, scores] = ga(f, nvars)",
            en = "A genetic algorithm: nvars variables in a row, those with an index in intcon are integers; parents by tournaments, Laplace "
                    + "crossover, power mutation. A*x <= b, Aeq*x = beq and [c, ceq] = nonlcon(x) as fmincon takes them: points are moved to where "
                    + "they hold, and of two points the less violating wins. Options: 'PopulationSize' (50, above five variables 200), "
                    + "'InitialPopulationMatrix' first points, a row for each (random ones follow), 'EliteCount' (a twentieth), "
                    + "'CrossoverFraction' (0.8), 'MaxGenerations' (200 nvars), 'MaxStallGenerations' (50), "
                    + "'FunctionTolerance' (1e-9), 'ConstraintTolerance' (1e-3), 'HybridFcn' (@fmincon, @fminunc, @fminsearch or @patternsearch "
                    + "goes on from the result; output.hybridflag), 'MaxFunEvals', 'FitnessLimit', 'Seed' (1), and those of every solver "
                    + "(optimset); OutputFcn's info.population holds the generation. exitflag -2: no feasible point. output: "
                    + "generations, funccount, maxconstraint, problemtype, message.",
            ru = "Генетический алгоритм: nvars переменных в строке, переменные с номерами из intcon целые; родители — турнирами, скрещивание "
                    + "Лапласа, степенная мутация. A*x <= b, Aeq*x = beq и [c, ceq] = nonlcon(x) — как у fmincon: точки сдвигаются туда, где "
                    + "ограничения выполнены, а из двух точек лучше та, что нарушает их меньше. Параметры: 'PopulationSize' (50, при числе переменных больше пяти — "
                    + "200), 'InitialPopulationMatrix' — первые точки, по строке на каждую (остальные случайны), 'EliteCount' (двадцатая "
                    + "часть), 'CrossoverFraction' (0.8), 'MaxGenerations' (200 nvars), 'MaxStallGenerations' (50), "
                    + "'FunctionTolerance' (1e-9), 'ConstraintTolerance' (1e-3), 'HybridFcn' (@fmincon, @fminunc, @fminsearch или @patternsearch "
                    + "продолжает с результата; output.hybridflag), 'MaxFunEvals', 'FitnessLimit', 'Seed' (1) и общие для всех решателей "
                    + "(optimset); поколение OutputFcn видит в info.population. exitflag -2: нет допустимой точки. output: "
                    + "generations, funccount, maxconstraint, problemtype, message.",
            problem = {"fitnessfcn", "nvars", "Aineq", "bineq", "Aeq", "beq", "lb", "ub", "nonlcon", "intcon", "options"},
            examples = {
                "x = ga(@(x) (x(1) - 2.4)^2 + (x(2) - 0.3)^2, 2, [], [], [], [], [-5 -5], [5 5], [], 1); x(1)  % ans = 2",
                "x = ga(@(x) -5*x(1) - 4*x(2), 2, [6 4; 1 2], [24; 6], [], [], [0 0], [9 9], [], [1 2])  % x = 4 0"
            })
    public static Verdict ga(Session session, @Nargout int results, FunctionHandle f, int nvars, Value... given) {
        GlobalTask.variables("ga", nvars);
        // without nonlcon intcon may stand in its place
        boolean moved = given.length > 6 && given[6] instanceof Numeric && !given[6].isEmpty();
        Value intcon = moved ? given[6] : given.length > 7 ? given[7] : null;
        if (moved) given[6] = Real.empty();
        GlobalTask t = GlobalTask.under("ga", session, f, Real.zeros(1, nvars), given, 1, 1e-3);
        Options o = t.options();
        if (intcon != null && !intcon.isEmpty() && o.get("HybridFcn") != null) {
            throw Failure.of("ga: HybridFcn knows no integers: leave intcon or HybridFcn out", "ga: HybridFcn не знает целых: уберите intcon или HybridFcn");
        }
        GeneticAlgorithm method = new GeneticAlgorithm(o.count("PopulationSize", 0), o.count("EliteCount", 0), o.number("CrossoverFraction", 0.8),
                integers(intcon, nvars), t.points("InitialPopulationMatrix"), Math.max(1, o.count("MaxStallGenerations", 50)), o.number("TolFun", 1e-9));
        Verdict v = t.minimize(method, Integer.MAX_VALUE, 200 * nvars, false);
        Struct output = (Struct) v.results()[3];
        output.with("generations", output.get("iterations"));
        return results < 5 ? v : with(v, t.population(), t.scores());
    }

    /** A verdict with more results. */
    private static Verdict with(Verdict v, Value... more) {
        Value[] all = Arrays.copyOf(v.results(), v.results().length + more.length);
        System.arraycopy(more, 0, all, v.results().length, more.length);
        return new Verdict(all, v.flag(), v.failure());
    }

    private static boolean[] integers(Value intcon, int n) {
        if (!(intcon instanceof Numeric numbers) || intcon instanceof Char || intcon.isEmpty()) return null;
        boolean[] integer = new boolean[n];
        for (double i : numbers.toDoubles()) {
            if (!(i >= 1 && i <= n) || i != Math.rint(i)) {
                throw Failure.of("ga: intcon must hold indices from 1 to %d", "ga: в intcon — номера от 1 до %d", n);
            }
            integer[(int) i - 1] = true;
        }
        return integer;
    }

    @Function(
            call = "[x, fval, exitflag, output] = crossentropymin(f, lb, ub, Name, Value, ...)",
            en = "The cross-entropy method: a normal distribution of independent variables is fitted, again and again, to the lowest part of "
                    + "a sample from "
                    + "it; the fit minimizes the cross-entropy to the uniform distribution on the low region. Options: 'SampleSize' (10 (n + 5)), "
                    + "'EliteFraction' (0.1), 'Smoothing' (0.8), 'MaxFunEvals' (10000 a variable), 'Target', 'Seed' (1), and those of every "
                    + "solver (optimset); "
                    + "OutputFcn's info.population holds the sample.",
            ru = "Метод перекрёстной энтропии: нормальное распределение независимых переменных снова и снова подгоняется к нижней части выборки из "
                    + "него; подгонка минимизирует перекрёстную энтропию с равномерным распределением на низкой области. Параметры: 'SampleSize' "
                    + "(10 (n + 5)), 'EliteFraction' (0.1), 'Smoothing' (0.8), 'MaxFunEvals' (10000 на переменную), 'Target', 'Seed' (1), "
                    + "и общие для всех решателей (optimset); выборку OutputFcn видит в info.population.",
            examples = {"[x, f] = crossentropymin(@(x) sum((x - [1 2]).^2), [-5 -5], [5 5]); f < 1e-9  % ans = 1"})
    public static Verdict crossentropymin(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        GlobalTask t = GlobalTask.box("crossentropymin", session, f, low, high, options, "SampleSize", "EliteFraction", "Smoothing");
        Options o = t.options();
        return t.minimize(new CrossEntropyMethod(o.count("SampleSize", 0), t.between(0, 1, "EliteFraction", 0.1),
                t.between(0, 1, "Smoothing", 0.8)), 10000 * t.n());
    }
}
