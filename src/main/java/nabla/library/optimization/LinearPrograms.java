package nabla.library.optimization;

import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.IntegerProgram;
import nabla.optim.LinearProgram;
import nabla.optim.LinearProgram.Solution;
import nabla.optim.Reason;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Char;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Linear functions under linear constraints. */
public final class LinearPrograms {
    private LinearPrograms() {}

    /** The greatest number of linear programs that a search for integers solves. */
    static final int NODES = 200_000;

    private static double[] costs(String caller, Value f) {
        return Conditions.real(caller, "f", f).toDoubles().clone();
    }

    @Function(
            call = "[x, fval, exitflag, output, lambda] = linprog(f, A, b, Aeq, beq, lb, ub, options)",
            en = "The minimum of f'*x under A*x <= b, Aeq*x = beq, lb <= x <= ub by the simplex method; [] stands for what is absent. exitflag: 1 "
                    + "found, 0 all iterations (MaxIter) done, -2 no feasible point, -3 unbounded; then x is []. lambda has the multipliers "
                    + "lower, upper, ineqlin, eqlin.",
            ru = "Минимум f'*x при A*x <= b, Aeq*x = beq, lb <= x <= ub симплекс-методом; [] — там, где ограничения нет. exitflag: 1 найден, 0 "
                    + "сделаны все итерации (MaxIter), -2 нет допустимых точек, -3 не ограничено снизу; тогда x — []. В lambda — множители lower, "
                    + "upper, ineqlin, eqlin.",
            problem = {"f", "Aineq", "bineq", "Aeq", "beq", "lb", "ub", "options"},
            examples = {
                "linprog([-1; -2], [1 1; 1 3], [4; 6], [], [], [0; 0])  % 3 1",
                "[x, fval, flag] = linprog(-1, [], [], [], [], 0); flag  % flag = -3"
            })
    public static Verdict linprog(Session session, Value f, @Default Value a, @Default Value b, @Default Value aeq, @Default Value beq, @Default Value lb,
            @Default Value ub, Value... options) {
        // a start, which older forms have before the options, is not needed
        Options o = SolverOptions.read("linprog", options, options.length > 0 && options[0] instanceof Numeric n && !(n instanceof Char) ? 1 : 0);
        double[] c = costs("linprog", f);
        Conditions all = Conditions.of("linprog", c.length, a, b, aeq, beq, lb, ub);
        Solution s = new LinearProgram(c, all.linear(), all.lower(), all.upper()).solve(o.count("MaxIter", 100_000));
        Value[] r = results(session, o, s, "simplex", all);
        if (s.multipliers() != null) ((Struct) r[3]).with("firstorderopt", Real.of(QuadraticPrograms.steepness(all, c, s.multipliers())));
        return LocalResults.verdict(o, 3, r[0], r[1], r[2], r[3], QuadraticPrograms.multipliers(s.multipliers()));
    }

    private static Value[] results(Session session, Options o, Solution s, String algorithm, Conditions c) {
        boolean found = s.reason().success();
        return new Value[] {
            found ? Real.column(s.x()) : Real.empty(),
            found ? Real.of(s.value()) : Real.empty(),
            Real.of(s.reason().kind().flag()),
            QuadraticPrograms.output(session, o, s.reason(), s.iterations(), algorithm, c, s.x())
        };
    }

    @Function(
            call = "[x, fval, exitflag, output] = intlinprog(f, intcon, A, b, Aeq, beq, lb, ub, x0, options)",
            en = "The minimum of f'*x under A*x <= b, Aeq*x = beq, lb <= x <= ub with the variables numbered in intcon integers, by branching and "
                    + "bounding; [] stands for what is absent, x0 is not needed. Options: 'MaxNodes' (200000), 'MaxTime' in seconds. exitflag: 1 found, "
                    + "2 the search was cut off and x is the best so far, 0 it was cut off before any, -2 no feasible point, -3 unbounded.",
            ru = "Минимум f'*x при A*x <= b, Aeq*x = beq, lb <= x <= ub, где переменные с номерами intcon целые, методом ветвей и границ; [] — "
                    + "там, где ограничения нет, x0 не нужен. Параметры: 'MaxNodes' (200000), 'MaxTime' в секундах. exitflag: 1 найден, 2 поиск "
                    + "оборван, x — лучшее из найденного, 0 он оборван раньше, чем что-либо найдено, -2 нет "
                    + "допустимых точек, -3 не ограничено снизу.",
            problem = {"f", "intcon", "Aineq", "bineq", "Aeq", "beq", "lb", "ub", "x0", "options"},
            examples = {"intlinprog([-5; -4], [1 2], [6 4; 1 2], [24; 6], [], [], [0; 0])  % 4 0"})
    public static Verdict intlinprog(Session session, Value f, Value intcon, @Default Value a, @Default Value b, @Default Value aeq, @Default Value beq,
            @Default Value lb, @Default Value ub, @Default Value x0, Value... options) {
        Options o = SolverOptions.read("intlinprog", options, 0);
        double[] c = costs("intlinprog", f);
        Conditions all = Conditions.of("intlinprog", c.length, a, b, aeq, beq, lb, ub);
        boolean[] integer = new boolean[c.length];
        if (!Conditions.absent(intcon)) {
            for (double k : Conditions.real("intlinprog", "intcon", intcon).toDoubles()) {
                if (k != Math.rint(k) || k < 1 || k > c.length) {
                    throw Failure.of("intlinprog: intcon must have numbers of variables, 1 to %d", "intlinprog: intcon — номера переменных, от 1 до %d", c.length);
                }
                integer[(int) k - 1] = true;
            }
        }
        LinearProgram p = new LinearProgram(c, all.linear(), all.lower(), all.upper());
        IntegerProgram.Found found = new IntegerProgram(p, integer).search(o.count("MaxNodes", NODES), o.number("MaxTime", Double.POSITIVE_INFINITY));
        Value[] r = results(session, o, found.solution(), "branch-and-bound", all);
        double gap = found.solution().value() - found.bound();
        ((Struct) r[3])
                .with("numnodes", Real.of(found.nodes()))
                .with("numfeaspoints", Real.of(found.feasible()))
                .with("absolutegap", found.feasible() == 0 ? Real.empty() : Real.of(gap))
                .with("relativegap", found.feasible() == 0 ? Real.empty() : Real.of(gap / (1 + Math.abs(found.bound())) * 100));
        if (found.feasible() > 0) {
            r[0] = Real.column(found.solution().x());
            r[1] = Real.of(found.solution().value());
            if (!found.solution().reason().success()) r[2] = Real.of(2);
        }
        return LocalResults.verdict(o, 3, r);
    }

    @Function(
            call = "[x, fmin, errnum, extra] = glpk(c, A, b, lb, ub, ctype, vartype, sense, param)",
            en = "The minimum of c'*x (the maximum where sense is -1) under constraints of the kinds in ctype, a letter for each row of A: 'U' "
                    + "A*x <= b, 'L' A*x >= b, 'S' A*x = b (the usual one), 'D' -b <= A*x <= b, 'F' none, and lb <= x <= ub (lb is 0 where absent). "
                    + "vartype has 'C' for a continuous variable, 'I' for an integer one. errnum: 0, 10 no feasible point, 11 unbounded; then x is NA. "
                    + "extra has lambda and redcosts: c = A'*lambda + redcosts, and status, 5 where the minimum is found.",
            ru = "Минимум c'*x (максимум, если sense равно -1) при ограничениях, вид которых задаёт ctype, буква на строку A: 'U' A*x <= b, "
                    + "'L' A*x >= b, 'S' A*x = b (по умолчанию), 'D' -b <= A*x <= b, 'F' нет ограничения, и lb <= x <= ub (без lb — 0). В vartype "
                    + "'C' — непрерывная переменная, 'I' — целая. errnum: 0, 10 нет допустимых точек, 11 не ограничено; тогда x — NA. В extra — "
                    + "lambda и redcosts: c = A'*lambda + redcosts, и status, 5, если минимум найден.",
            examples = {"[x, f] = glpk([10; 6; 4], [1 1 1; 10 4 5; 2 2 6], [100; 600; 300], [], [], 'UUU', 'CCC', -1); f  % f = 733.33"})
    public static Value[] glpk(Value c, Value a, Value b, @Default Value lb, @Default Value ub, @Default Value ctype, @Default Value vartype,
            @Default Value sense, @Default Value param) {
        return new GlpkProgram(c, a, b, lb, ub, ctype, vartype, sense).results();
    }
}
