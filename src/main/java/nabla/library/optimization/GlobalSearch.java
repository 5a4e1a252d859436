package nabla.library.optimization;

import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Verdict;
import nabla.optim.PatternSearch;
import nabla.optim.SimulatedAnnealing;
import nabla.optim.global.BasinHopping;
import nabla.optim.global.Direct;
import nabla.optim.global.DualAnnealing;
import nabla.optim.global.GlobalMinimum;
import nabla.optim.global.MultiLevel;
import nabla.value.FunctionHandle;
import nabla.value.Value;

/** Global minimization by one point at a time: the search that chooses by itself, many starts, hops, annealing, division. */
public final class GlobalSearch {
    private GlobalSearch() {}

    @Function(
            call = "[x, fval, exitflag, output] = globalmin(f, lb, ub, Name, Value, ...)",
            en = "The global minimum of f in the box from lb to ub, by whatever works: local searches from well-spread starts, hops from the best "
                    + "point, CMA-ES with restarts, differential evolution and searches along single variables run side by side, and what "
                    + "succeeds gets more of the evaluations. f takes an array of lb's shape; local searches use its exact gradient where f can be "
                    + "differentiated, or one that is given ('GradObj' 'on', 'Gradient'). Options: 'MaxFunEvals' (10000 a variable, never exceeded), "
                    + "'Patience' (1), the factor on the evidence asked for before the end: the more, the longer it searches (8 for rugged functions), "
                    + "'Target' a value to stop at, 'Seed' (1), "
                    + "'UseParallel': other processors take values ahead where f needs only its arguments (by itself; false: never; true: "
                    + "a warning says what hinders them), and the results are those of one processor to the last digit, and those of every "
                    + "solver (optimset). "
                    + "exitflag 1: forty searches from elsewhere led to nothing lower and several to the same value (on functions made at random "
                    + "that was the minimum in more than 99 of 100 runs), 3: nothing lower has turned up for long (94 of 100), 5: the "
                    + "target is reached, 0: all evaluations are "
                    + "spent. output: iterations, funccount, message, algorithm, trace.",
            ru = "Глобальный минимум f в прямоугольной области от lb до ub. Рядом идут локальные поиски из равномерно распределённых точек, прыжки "
                    + "от лучшей точки, CMA-ES с перезапусками, дифференциальная эволюция и поиск вдоль отдельных переменных; чем успешнее "
                    + "метод, тем больше вычислений ему достаётся. f принимает массив той же формы, что lb; локальные поиски берут точный градиент, "
                    + "если f дифференцируется, или заданный ('GradObj' 'on', 'Gradient'). Параметры: 'MaxFunEvals' (10000 на переменную) — "
                    + "строгий предел числа вычислений, 'Patience' (1) — во сколько раз больше подтверждений нужно для остановки: чем больше, "
                    + "тем дольше поиск (8 для изрезанных функций), 'Target' — значение, на котором остановиться, 'Seed' (1), 'UseParallel': другие "
                    + "процессоры вычисляют значения наперёд, если f нужны только её "
                    + "аргументы (само собой; false — никогда; true — с предупреждением о том, что мешает), а результаты те же, что на одном "
                    + "процессоре, до последней цифры, и общие для всех решателей (optimset). exitflag 1: сорок "
                    + "поисков из других мест не нашли значения ниже, а несколько пришли к тому же (на случайных функциях это был минимум "
                    + "более чем в 99 прогонах из 100), 3: ниже давно ничего не находится (94 из 100), 5: достигнут 'Target', 0: вычисления исчерпаны. "
                    + "output: iterations, funccount, message, algorithm, trace.",
            examples = {
                "[x, f] = globalmin(@(x) 20 + sum(x.^2 - 10*cos(2*pi*x)), [-5 -4], [5 6]); abs(f) < 1e-9  % ans = 1",
                "globalmin(@(x) x, 0, -1)  % error: globalmin: lower bound 1 exceeds the upper one"
            })
    public static Verdict globalmin(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        GlobalTask t = GlobalTask.box("globalmin", session, f, low, high, options, "Patience");
        return t.minimize(new GlobalMinimum(t.options().count("MaxFunEvals", 10000 * t.n()), t.positive("Patience", 1)), 10000 * t.n());
    }

    @Function(
            call = "[x, fval, exitflag, output] = globalsearch(f, lb, ub, Name, Value, ...)",
            en = "The global minimum in a box by local searches from Sobol's evenly spread points, one for each basin (multi-level single linkage): "
                    + "good where basins are few and smooth. Ends when the basins found leave little room for others. Options: 'MaxFunEvals' (5000 a "
                    + "variable), 'Sample' points between two searches (10), 'Target', 'Seed' (1), 'Gradient', 'GradObj' and those of every "
                    + "solver (optimset).",
            ru = "Глобальный минимум в прямоугольной области: локальные поиски из точек Соболя, заполняющих её равномерно, по одному на "
                    + "область притяжения (MLSL). "
                    + "Годится, если таких областей немного, а f гладкая. Заканчивается, когда найденные минимумы почти не оставляют места "
                    + "другим. Параметры: 'MaxFunEvals' (5000 на переменную), 'Sample' — число точек между поисками (10), 'Target', 'Seed' (1), 'Gradient', 'GradObj' "
                    + "и общие для всех решателей (optimset).",
            problem = {"objective", "lb", "ub", "options"},
            examples = {"[x, f] = globalsearch(@(x) cos(3*x) + x^2/10, -5, 5); f  % f = -0.8927"})
    public static Verdict globalsearch(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        GlobalTask t = GlobalTask.box("globalsearch", session, f, low, high, options, "Sample");
        return t.minimize(new MultiLevel(Math.max(1, t.options().count("Sample", 10))), 5000 * t.n());
    }

    @Function(
            call = "[x, fval, exitflag, output] = basinhop(f, x0, options)\n[x, fval, exitflag, output] = basinhop(f, x0, lb, ub, options)",
            en = "Basin hopping: a random step from a local minimum, a local search, and the new minimum is taken when lower, or with the probability "
                    + "exp(-Δf/T). Options: 'Temperature' T (1), 'Step' the first step in widths of the box (0.1; without bounds the box reaches "
                    + "10 (1 + |x0|) to each side), 'MaxIter' hops (100), 'MaxFunEvals', 'Target', 'Seed' (1), 'Gradient', 'GradObj' and "
                    + "those of every solver (optimset).",
            ru = "Прыжки по впадинам (basin hopping): случайный шаг от локального минимума, локальный поиск, и новый минимум принимается, "
                    + "если он ниже, или с "
                    + "вероятностью exp(-Δf/T). Параметры: 'Temperature' T (1), 'Step' — первый шаг в ширинах области (0.1; без границ область "
                    + "простирается на 10 (1 + |x0|) в каждую сторону), 'MaxIter' прыжков (100), 'MaxFunEvals', 'Target', 'Seed' (1), "
                    + "'Gradient', 'GradObj' и общие для всех решателей (optimset).",
            examples = {"[x, f] = basinhop(@(x) x^2 + 10*(1 - cos(3*x)), 4); abs(f) < 1e-9  % ans = 1"})
    public static Verdict basinhop(Session session, FunctionHandle f, Value x0, Value... options) {
        GlobalTask t = new GlobalTask("basinhop", session, f, x0, options, "Temperature", "Step");
        int hops = t.options().count("MaxIter", 100);
        return t.minimize(new BasinHopping(t.positive("Temperature", 1), t.positive("Step", 0.1), hops), Integer.MAX_VALUE);
    }

    @Function(
            call = "[x, fval, exitflag, output] = patternsearch(f, x0, A, b, Aeq, beq, lb, ub, nonlcon, options)",
            en = "A minimum without derivatives under the constraints of fmincon ([] for what is absent): looks right and left along the axes and "
                    + "along the edges of constraints, farther after success, nearer after failure; trial points are moved to where the constraints "
                    + "hold, nonlinear ones too, and the augmented Lagrangian takes over where that fails. Options: 'InitialMeshSize' (1), "
                    + "'MeshTolerance' (1e-9), 'MeshExpansionFactor' (2), 'MeshContractionFactor' (0.5), "
                    + "'ConstraintTolerance' (1e-6), 'MaxIterations' (10000), 'MaxFunctionEvaluations' (20000 a variable), and those of "
                    + "every solver (optimset). exitflag 1: the mesh is fine enough, 0: a limit was met, -1: stopped, -2: no feasible point. "
                    + "output: iterations, funccount, "
                    + "maxconstraint, problemtype, message, trace.",
            ru = "Минимум без производных при ограничениях fmincon ([] — там, где ограничения нет): смотрит вправо и влево вдоль осей и вдоль рёбер "
                    + "ограничений, после удачи дальше, после неудачи ближе; пробные точки сдвигаются туда, где ограничения выполнены, в том числе "
                    + "нелинейные, а где это не удаётся, в ход идёт модифицированная функция Лагранжа. Параметры: 'InitialMeshSize' (1), "
                    + "'MeshTolerance' (1e-9), 'MeshExpansionFactor' (2), 'MeshContractionFactor' (0.5), "
                    + "'ConstraintTolerance' (1e-6), 'MaxIterations' (10000), 'MaxFunctionEvaluations' (20000 на переменную) и общие для "
                    + "всех решателей (optimset). "
                    + "exitflag 1: сетка достаточно мелка, 0: достигнут предел, -1: остановлено, -2: нет допустимой точки. output: iterations, "
                    + "funccount, maxconstraint, problemtype, message, trace.",
            problem = {"objective", "x0", "Aineq", "bineq", "Aeq", "beq", "lb", "ub", "nonlcon", "options"},
            examples = {
                "x = patternsearch(@(x) abs(x(1) - 1) + abs(x(2) - 2), [0 0]); norm(x - [1 2]) < 1e-6  % ans = 1",
                "x = patternsearch(@(x) max(x(1), x(2)), [3 4], [-1 -2], -3); norm(x - [1 1]) < 1e-6  % ans = 1"
            })
    public static Verdict patternsearch(Session session, FunctionHandle f, Value x0, Value... given) {
        GlobalTask t = GlobalTask.under("patternsearch", session, f, Minimization.start("patternsearch", x0), given, 0, 1e-6);
        PatternSearch method = new PatternSearch(t.positive("InitialMeshSize", 1), t.options().number("MeshTolerance", 1e-9),
                t.between(1, Double.POSITIVE_INFINITY, "MeshExpansionFactor", 2), t.between(0, 1, "MeshContractionFactor", 0.5));
        return t.minimize(method, 20_000 * t.n(), 10_000, true);
    }

    @Function(
            call = "[x, fval, exitflag, output] = simulannealbnd(f, x0, lb, ub, options)",
            en = "Simulated annealing in the box from lb to ub (empty: unbounded): climbs out of local minima while the temperature is high. "
                    + "Options: 'InitialTemperature' (100), 'Cooling' (0.998 a step), 'MaxFunEvals' (3000 a variable), 'ObjectiveLimit', "
                    + "'HybridFcn' as of ga, "
                    + "'Seed' (1), and those of every solver (optimset). output: iterations, funccount, message, algorithm, trace.",
            ru = "Имитация отжига в прямоугольной области от lb до ub (пусто: без границ): пока температура высока, выбирается из локальных минимумов. "
                    + "Параметры: 'InitialTemperature' (100), 'Cooling' (0.998 за шаг), 'MaxFunEvals' (3000 на переменную), "
                    + "'ObjectiveLimit', 'HybridFcn', как у ga, "
                    + "'Seed' (1) и общие для всех решателей (optimset). output: iterations, funccount, message, algorithm, trace.",
            problem = {"objective", "x0", "lb", "ub", "options"},
            examples = {"[x, f] = simulannealbnd(@(x) x^2 + 10*(1 - cos(3*x)), 4, -6, 6); abs(f) < 1e-3  % ans = 1"})
    public static Verdict simulannealbnd(Session session, FunctionHandle f, Value x0, Value... options) {
        GlobalTask t = new GlobalTask("simulannealbnd", session, f, x0, options);
        SimulatedAnnealing method = new SimulatedAnnealing(t.positive("InitialTemperature", 100), t.between(0, 1, "Cooling", 0.998));
        return t.minimize(method, 3000 * t.n());
    }

    @Function(
            call = "[x, fval, exitflag, output] = dualannealing(f, lb, ub, Name, Value, ...)",
            en = "Generalized simulated annealing in a box: trials at distances of Tsallis's heavy-tailed distribution, and a local search after each new "
                    + "best point. Options: 'InitialTemperature' (5230), 'Visiting' in (1, 3), the greater the longer the jumps (2.62), "
                    + "'Accepting' below 1, "
                    + "the smaller the fewer climbs (-5), 'MaxFunEvals' (10000 a variable), 'Target', 'Seed' (1), 'Gradient', 'GradObj' and "
                    + "those of every solver (optimset).",
            ru = "Обобщённая имитация отжига в прямоугольной области: пробы на расстояниях с тяжёлыми хвостами (распределение Цаллиса), "
                    + "после каждой новой лучшей "
                    + "точки — локальный поиск. Параметры: 'InitialTemperature' (5230), 'Visiting' из (1, 3): чем больше, тем длиннее прыжки (2.62), "
                    + "'Accepting' меньше 1: чем меньше, тем реже подъёмы (-5), 'MaxFunEvals' (10000 на переменную), 'Target', 'Seed' (1), "
                    + "'Gradient', 'GradObj' и общие для всех решателей (optimset).",
            examples = {"[x, f] = dualannealing(@(x) 20 + sum(x.^2 - 10*cos(2*pi*x)), [-5 -4], [5 6], 'MaxFunEvals', 4000); abs(f) < 1e-9  % ans = 1"})
    public static Verdict dualannealing(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        GlobalTask t = GlobalTask.box("dualannealing", session, f, low, high, options, "InitialTemperature", "Visiting", "Accepting");
        return t.minimize(new DualAnnealing(t.positive("InitialTemperature", 5230), t.between(1, 3, "Visiting", 2.62),
                t.between(Double.NEGATIVE_INFINITY, 1, "Accepting", -5)), 10000 * t.n());
    }

    @Function(
            call = "[x, fval, exitflag, output] = direct(f, lb, ub, Name, Value, ...)",
            en = "The global minimum in a box without chance: DIRECT-L divides by three the rectangles that could hold the lowest value. For few "
                    + "variables and rough answers. Options: 'MaxFunEvals' (2000 a variable), 'MaxIter', 'Epsilon' the least improvement hoped for, as a "
                    + "part of |f| (1e-4), 'Target', and those of every solver (optimset).",
            ru = "Глобальный минимум в прямоугольной области без участия случая: DIRECT-L делит натрое прямоугольники, в которых может "
                    + "лежать наименьшее значение. "
                    + "Для немногих переменных и грубых ответов. Параметры: 'MaxFunEvals' (2000 на переменную), 'MaxIter', 'Epsilon' — наименьшее "
                    + "ожидаемое улучшение, доля |f| (1e-4), 'Target' и общие для всех решателей (optimset).",
            examples = {"[x, f] = direct(@(x) (x(1) - 1)^2 + abs(x(2)), [-3 -2], [4 5]); f < 1e-3  % ans = 1"})
    public static Verdict direct(Session session, FunctionHandle f, Value low, Value high, Value... options) {
        GlobalTask t = GlobalTask.box("direct", session, f, low, high, options, "Epsilon");
        return t.minimize(new Direct(t.options().number("Epsilon", 1e-4)), 2000 * t.n());
    }
}
