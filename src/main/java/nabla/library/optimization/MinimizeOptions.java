package nabla.library.optimization;

import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Options;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Lang;
import nabla.value.Real;
import nabla.value.Spelling;
import nabla.value.Struct;
import nabla.value.Value;

/** Options of the functions that minimize, as structures. */
public final class MinimizeOptions {
    private MinimizeOptions() {}

    @Function(
            call = "options = optimset(Name, Value, ...)\noptions = optimset(old, Name, Value, ...)\noptions = optimset(old, new)\n"
                    + "options = optimset(solver)\noptimset()",
            en = "Options for solvers, as a structure. These act: in fminbnd and fzero TolX, MaxIter, MaxFunEvals, Display, OutputFcn; in "
                    + "fminsearch TolFun too; in fminunc and fmincon TolFun, MaxIter, MaxFunEvals, GradObj, Display, OutputFcn, Algorithm, in "
                    + "fminunc Hessian, HessianFcn, in fmincon, fminimax, fgoalattain TolCon, GradConstr; in fsolve, lsqnonlin, lsqcurvefit TolX, "
                    + "TolFun, MaxIter, MaxFunEvals, Jacobian, Display, OutputFcn; in linprog, quadprog, lsqlin, qp, lsqnonneg, pqpnonneg MaxIter; "
                    + "in intlinprog MaxNodes. optimoptions lists newer names and global solvers; other known names of MATLAB's are kept without "
                    + "effect, unknown ones with a warning. Names may be shortened. optimset(solver) has the solver's names with [], optimset() "
                    + "prints all. Every solver (minimize, fmin..., fsolve, fzero, lsq..., the global ones, train) takes: 'OutputFcn' stop = "
                    + "g(x, info, state), or a cell of such: state is 'init' before the first iterate, 'iter' at each, 'interrupt' in a pause, "
                    + "'done' at the end, where x is the best; true stops; info has iteration, funccount, fval, bestfval, bestx, stepsize, "
                    + "firstorderopt, and where there are such gradient, resnorm, residual, constrviolation, population, eta, epoch. 'PlotFcn' "
                    + "functions of that kind that draw (optimplotfval, optimplotx, optimplotfirstorderopt, ...), handles or names; 'Plot' true: "
                    + "the usual ones. 'Display' 'off' (unless given), 'notify' says why a run ended without success, 'final' why any, 'iter' "
                    + "prints a line for each iterate as well. 'MaxTime' the seconds it may take (exitflag 0, of the global ones -5). 'FunValCheck' "
                    + "'on': complex, infinite and undefined values are errors. 'UseParallel': see globalmin. 'Checkpoint' a file that keeps the function's "
                    + "answers: called again after the program was cut off, even killed, the solver goes on from it to the same end. At the "
                    + "console Ctrl-C pauses: see resume. exitflag above 0: the solver's own test was met (5 the value asked for), 0: a limit was, "
                    + "-1: stopped by an OutputFcn or at the console; output.message says it in words.",
            ru = "Параметры решателей в виде структуры. Действуют: в fminbnd и fzero TolX, MaxIter, MaxFunEvals, Display, OutputFcn; в fminsearch "
                    + "ещё TolFun; в fminunc и fmincon TolFun, MaxIter, MaxFunEvals, GradObj, Display, OutputFcn, Algorithm, в fminunc Hessian, "
                    + "HessianFcn, в fmincon, fminimax, fgoalattain TolCon, GradConstr; в fsolve, lsqnonlin, lsqcurvefit TolX, TolFun, MaxIter, "
                    + "MaxFunEvals, Jacobian, Display, OutputFcn; в linprog, quadprog, lsqlin, qp, lsqnonneg, pqpnonneg MaxIter; в intlinprog "
                    + "MaxNodes. Новые имена и глобальные решатели — в optimoptions; прочие известные имена MATLAB хранятся без действия, "
                    + "неизвестные — с предупреждением. Имена можно сокращать. optimset(solver) содержит имена решателя со значением [], "
                    + "optimset() печатает все. Каждый решатель (minimize, fmin..., fsolve, fzero, lsq..., глобальные, train) принимает: "
                    + "'OutputFcn' вида stop = g(x, info, state) или ячейки из таких: state — 'init' перед первой точкой, 'iter' в каждой, "
                    + "'interrupt' в паузе, 'done' в конце, где x — лучшая; true останавливает; в info: iteration, funccount, fval, bestfval, "
                    + "bestx, stepsize, firstorderopt и, где они есть, gradient, resnorm, residual, constrviolation, population, eta, epoch. "
                    + "'PlotFcn' — такие же функции, которые рисуют (optimplotfval, optimplotx, optimplotfirstorderopt, ...), или их имена; "
                    + "'Plot' true — обычные. 'Display': 'off' (если не задано), 'notify' — сказать, почему прогон кончился неудачей, 'final' — "
                    + "почему кончился любой, 'iter' — ещё и строка на каждую точку. 'MaxTime' — сколько секунд отведено (exitflag 0, у глобальных -5). "
                    + "'FunValCheck' 'on' — комплексные, бесконечные и неопределённые значения считать ошибкой. 'UseParallel': см. globalmin. 'Checkpoint' — файл, хранящий "
                    + "ответы функции: если программу прервали, даже убили, повторный вызов продолжает с него и приходит к тому же концу. В "
                    + "консоли Ctrl-C — пауза: см. resume. exitflag больше 0: выполнено условие самого решателя (5 — заданное значение), 0: достигнут предел, "
                    + "-1: остановлено функцией OutputFcn или в консоли; словами — в output.message.",
            examples = {"o = optimset('tolx', 0.5); o.TolX  % ans = 0.5000", "isfield(optimset('fzero'), 'TolX')  % ans = 1"})
    public static Value[] optimset(Session session, @Nargout int results, Value... arguments) {
        if (arguments.length == 0 && results == 0) {
            SolverOptions.all().forEach((solver, names) -> session.out().println(solver + ": " + String.join(", ", names)));
            return new Value[0];
        }
        if (arguments.length != 1 || arguments[0] instanceof Struct) return new Value[] {collected("optimset", session, null, arguments)};
        String solver = name(arguments[0]);
        if (SolverOptions.knows(solver)) return new Value[] {empty(solver)};
        throw Failure.of("optimset: no defaults for function '%s': there are %s%s", "optimset: решателя '%s' нет; есть %s%s", solver,
                String.join(", ", SolverOptions.all().keySet()), Spelling.hint(solver, SolverOptions.all().keySet()));
    }

    @Function(
            call = "options = optimoptions(solver, Name, Value, ...)\noptions = optimoptions(old, Name, Value, ...)\noptions = optimoptions(solver)",
            en = "Options for a solver under their newer names; a structure as optimset makes it. A name that the solver does not have is an "
                    + "error, one of MATLAB's that has no effect here is kept. fminunc: OptimalityTolerance, MaxIterations, "
                    + "MaxFunctionEvaluations, SpecifyObjectiveGradient, HessianFcn, Algorithm, Display, OutputFcn; fmincon too, with "
                    + "ConstraintTolerance and SpecifyConstraintGradient for HessianFcn, both with Gradient, Target and Checkpoint as minimize has "
                    + "them, fmincon with Trace; fminimax AbsoluteMaxObjectiveCount, fgoalattain EqualityGoalCount besides; fsolve, lsqnonlin, "
                    + "lsqcurvefit: StepTolerance, FunctionTolerance, MaxIterations, MaxFunctionEvaluations, SpecifyObjectiveGradient, Display, "
                    + "OutputFcn; linprog, quadprog, lsqlin: MaxIterations, Display; intlinprog: MaxNodes, Display; patternsearch, ga, "
                    + "particleswarm, simulannealbnd: see their help.",
            ru = "Параметры решателя под их новыми именами; структура, как у optimset. Имя, которого у решателя нет, — ошибка, имя MATLAB без "
                    + "действия здесь хранится. fminunc: OptimalityTolerance, MaxIterations, MaxFunctionEvaluations, SpecifyObjectiveGradient, "
                    + "HessianFcn, Algorithm, Display, OutputFcn; fmincon так же, но вместо HessianFcn — ConstraintTolerance и "
                    + "SpecifyConstraintGradient; у обоих Gradient, Target и Checkpoint, как у minimize, у fmincon Trace; у fminimax ещё "
                    + "AbsoluteMaxObjectiveCount, у fgoalattain EqualityGoalCount; fsolve, lsqnonlin, lsqcurvefit: StepTolerance, "
                    + "FunctionTolerance, MaxIterations, MaxFunctionEvaluations, SpecifyObjectiveGradient, Display, OutputFcn; linprog, quadprog, "
                    + "lsqlin: MaxIterations, Display; intlinprog: MaxNodes, Display; patternsearch, ga, particleswarm, simulannealbnd: см. их "
                    + "справку.",
            examples = {
                "o = optimoptions('fminunc', 'MaxIterations', 5); o.MaxIterations  % ans = 5",
                "optimoptions('linprog', 'Mesh', 1)  % error: optimoptions: linprog has no option 'Mesh': there are Display, MaxIterations"
            })
    public static Value optimoptions(Session session, Value solver, Value... arguments) {
        if (solver instanceof Struct) {
            Value[] all = new Value[arguments.length + 1];
            all[0] = solver;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return collected("optimoptions", session, null, all);
        }
        String name = name(solver);
        boolean known = SolverOptions.knows(name);
        return known && arguments.length == 0 ? empty(name) : collected("optimoptions", session, known ? name : null, arguments);
    }

    /** The name that a solver is given by, as text or as a function. */
    static String name(Value solver) {
        if (solver instanceof Char c) return c.text();
        if (solver instanceof FunctionHandle f) return f.text().replace("@", "");
        throw Failure.of("the solver must be a name or a function, not a %s", "решатель — имя или функция, а не %s", solver.className());
    }

    private static Struct empty(String solver) {
        Struct s = Struct.scalar();
        for (String name : SolverOptions.of(solver)) s.with(name, Real.empty());
        return s;
    }

    /** @param solver whose options alone are allowed; null: any name is, unknown ones with a warning */
    private static Struct collected(String function, Session session, String solver, Value[] arguments) {
        Struct s = Struct.scalar();
        int k = 0;
        for (; k < arguments.length && arguments[k] instanceof Struct from; k++) {
            if (from.numel() != 1) {
                throw Failure.of("%s: options are one structure, not an array of %d", "%s: параметры — одна структура, а не массив из %d",
                        function, from.numel());
            }
            for (String name : from.names()) if (!from.get(name).isEmpty() || !s.has(name)) s.with(name, from.get(name));
        }
        for (; k < arguments.length; k += 2) {
            if (!(arguments[k] instanceof Char name) || k + 1 == arguments.length) {
                throw Failure.of("%s: PARAMETER/VALUE arguments must occur in pairs", "%s: параметры идут парами: имя и значение", function);
            }
            String spelled = solver == null ? SolverOptions.spelled(name.text()) : SolverOptions.in(solver, name.text());
            if (spelled == null) {
                String warning = Lang.say("%s: unrecognized option: %s%s", "%s: неизвестный параметр: %s%s");
                Char hint = Char.of(Spelling.hint(name.text(), SolverOptions.names()));
                session.standard("warning").call(new Value[] {Char.of(warning), Char.of(function), name, hint}, 0);
            }
            s.with(spelled == null ? name.text() : spelled, arguments[k + 1]);
        }
        return s;
    }

    @Function(
            call = "v = optimget(options, name)\nv = optimget(options, name, default)",
            en = "An option's value; the default ([] unless given) when it is not set.",
            ru = "Значение параметра; если не задано, то default (или []).",
            examples = {"optimget(optimset('TolX', 2), 'TolX')  % ans = 2"})
    public static Value optimget(Struct options, String name, @Default Value otherwise) {
        Options o = new Options("optimget", new Value[] {options}, 0);
        Value v = o.get(name);
        if (v == null) v = otherwise == null ? Real.empty() : otherwise;
        v.share();
        return v;
    }
}
