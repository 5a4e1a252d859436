package nabla.library.optimization;

import java.util.ArrayList;
import java.util.List;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.LinearConstraints;
import nabla.optim.Multipliers;
import nabla.optim.QuadraticProgram;
import nabla.optim.QuadraticProgram.Solution;
import nabla.optim.Reason;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Quadratic functions under linear constraints. */
public final class QuadraticPrograms {
    private QuadraticPrograms() {}

    /** H as rows, its symmetric part. */
    private static double[][] symmetric(String caller, Value v) {
        Numeric h = Conditions.real(caller, "H", v);
        int n = h.rows();
        if (n != h.columns()) throw Failure.of("%s: quadratic penalty matrix must be square", "%s: матрица H должна быть квадратной", caller);
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) rows[i][j] = (h.re(i + j * n) + h.re(j + i * n)) / 2;
        return rows;
    }

    private static double[] linear(String caller, Value v, int n) {
        return Conditions.absent(v) ? new double[n] : Conditions.vector(caller, "f", v, n);
    }

    @Function(
            call = "[x, fval, exitflag, output, lambda] = quadprog(H, f, A, b, Aeq, beq, lb, ub, x0, options)",
            en = "The minimum of x'*H*x/2 + f'*x under A*x <= b, Aeq*x = beq, lb <= x <= ub with H positive semidefinite; [] stands for what is "
                    + "absent. The dual active set of Goldfarb and Idnani, or the primal one where H is singular; x0 is not needed. exitflag: 1 "
                    + "found, 0 all iterations (MaxIterations, 1000) done, -2 no feasible point, -3 unbounded, -6 not convex. lambda has the multipliers "
                    + "lower, upper, ineqlin, eqlin.",
            ru = "Минимум x'*H*x/2 + f'*x при A*x <= b, Aeq*x = beq, lb <= x <= ub, где H неотрицательно определена; [] — там, где ограничения "
                    + "нет. Двойственный метод активных ограничений Голдфарба и Иднани или прямой, если H вырождена; x0 не нужен. exitflag: 1 "
                    + "найден, 0 сделаны все итерации (MaxIterations, 1000), -2 нет допустимых точек, -3 не ограничено снизу, -6 не выпукло. В lambda — "
                    + "множители lower, upper, ineqlin, eqlin.",
            problem = {"H", "f", "Aineq", "bineq", "Aeq", "beq", "lb", "ub", "x0", "options"},
            examples = {
                "quadprog([2 0; 0 2], [-2; -5], [1 2], 3)'  % 0.4000 1.3000",
                "[x, fval, flag] = quadprog([1 0; 0 -1], [0; 0]); flag  % flag = -6"
            })
    public static Verdict quadprog(Session session, Value h, Value f, @Default Value a, @Default Value b, @Default Value aeq, @Default Value beq,
            @Default Value lb, @Default Value ub, @Default Value x0, Value... options) {
        Options o = SolverOptions.read("quadprog", options, 0);
        double[][] rows = symmetric("quadprog", h);
        int n = rows.length;
        Conditions c = Conditions.of("quadprog", n, a, b, aeq, beq, lb, ub);
        QuadraticProgram p = new QuadraticProgram(rows, linear("quadprog", f, n), c.linear(), c.lower(), c.upper());
        Solution s = p.solve(o.count("MaxIter", 1000));
        boolean found = s.reason().kind() != Reason.Kind.INFEASIBLE && s.reason().kind() != Reason.Kind.NOT_CONVEX;
        return LocalResults.verdict(o, 3,
            found ? Real.column(s.x()) : Real.empty(),
            found ? Real.of(s.value()) : Real.empty(),
            Real.of(s.reason().kind().flag()),
            output(session, o, s.reason(), s.iterations(), "active-set", c, s.x())
                    .with("firstorderopt", Real.of(steepness(c, p.gradient(s.x()), s.multipliers())))
                    .with("linearsolver", Char.of("dense")),
            multipliers(s.multipliers()));
    }

    static Struct output(Session session, Options o, Reason reason, int iterations, String algorithm, Conditions c, double[] x) {
        DisplayLevel.of(algorithm, o).conclude(session.out(), reason.success(), Reasons.ofProgram(reason));
        return Struct.scalar()
                .with("iterations", Real.of(iterations))
                .with("constrviolation", Real.of(c.violation(x)))
                .with("algorithm", Char.of(algorithm))
                .with("cgiterations", Real.of(0))
                .with("message", Char.of(Reasons.ofProgram(reason)));
    }

    /** The largest of |∇f + Aᵀ·λ + Eᵀ·μ − lower + upper|: how far the conditions of Karush, Kuhn and Tucker are from holding. */
    static double steepness(Conditions c, double[] gradient, Multipliers u) {
        double largest = 0;
        for (int j = 0; j < gradient.length; j++) {
            double l = gradient[j] - u.lower()[j] + u.upper()[j];
            for (int i = 0; i < u.inequalities().length; i++) l += u.inequalities()[i] * c.linear().a()[i][j];
            for (int i = 0; i < u.equalities().length; i++) l += u.equalities()[i] * c.linear().e()[i][j];
            largest = Math.max(largest, Math.abs(l));
        }
        return largest;
    }

    static Struct multipliers(Multipliers u) {
        return Struct.scalar()
                .with("lower", Real.column(u.lower()))
                .with("upper", Real.column(u.upper()))
                .with("ineqlin", Real.column(u.inequalities()))
                .with("eqlin", Real.column(u.equalities()));
    }

    @Function(
            call = "[x, obj, info, lambda] = qp(x0, H, q, A, b, lb, ub, A_lb, A_in, A_ub, options)",
            en = "The minimum of x'*H*x/2 + q'*x under A*x = b, lb <= x <= ub, A_lb <= A_in*x <= A_ub by active sets; [] stands for what is absent. "
                    + "A local minimum where H is not positive semidefinite. info.info: 0 found, 3 all iterations (MaxIter, 200) "
                    + "done or unbounded, 6 no feasible point. lambda has the multipliers of A, of the bounds and of A_in one after the other.",
            ru = "Минимум x'*H*x/2 + q'*x при A*x = b, lb <= x <= ub, A_lb <= A_in*x <= A_ub методом активных ограничений; [] — там, где "
                    + "ограничения нет. Локальный минимум, если H не является неотрицательно определённой. info.info: 0 найден, "
                    + "3 сделаны все итерации (MaxIter, 200) или не ограничено снизу, 6 нет допустимых точек. В lambda подряд множители "
                    + "для A, границ и A_in.",
            examples = {"[x, obj] = qp([0; 0], [2 0; 0 2], [-2; -5], [], [], [0; 0], []); x', obj  % ans = 1.0000 2.5000 obj = -7.2500"})
    public static Verdict qp(Value x0, Value h, @Default Value q, Value... rest) {
        int k = rest.length;
        Options o = new Options("qp", rest, k > 0 && rest[k - 1] instanceof Struct ? k - 1 : k);
        double[][] rows = symmetric("qp", h);
        int n = rows.length;
        Value linear = q instanceof Struct ? null : q;
        double[][] e = Conditions.rows("qp", "A", argument(rest, 0), n);
        double[] d = Conditions.vector("qp", "b", argument(rest, 1), e.length);
        double[] lower = Conditions.bound("qp", "lb", argument(rest, 2), n, Double.NEGATIVE_INFINITY);
        double[] upper = Conditions.bound("qp", "ub", argument(rest, 3), n, Double.POSITIVE_INFINITY);
        double[][] in = Conditions.rows("qp", "A_in", argument(rest, 5), n);
        double[] low = Conditions.bound("qp", "A_lb", argument(rest, 4), in.length, Double.NEGATIVE_INFINITY);
        double[] high = Conditions.bound("qp", "A_ub", argument(rest, 6), in.length, Double.POSITIVE_INFINITY);
        Ranges ranges = Ranges.of(in, low, high);
        LinearConstraints all = new LinearConstraints(ranges.rows(), ranges.right(), e, d);
        QuadraticProgram p = new QuadraticProgram(rows, linear("qp", linear, n), all, lower, upper);
        double[] start = Conditions.absent(x0) ? new double[n] : Conditions.vector("qp", "x0", x0, n);
        Solution s = p.solve(start, o.count("MaxIter", 200));
        boolean infeasible = s.reason().kind() == Reason.Kind.INFEASIBLE;
        Struct info = Struct.scalar()
                .with("solveiter", Real.of(s.iterations()))
                .with("info", Real.of(infeasible ? 6 : s.reason().success() ? 0 : 3));
        double[] x = infeasible ? start : s.x();
        double value = 0;
        for (int i = 0; i < n; i++) {
            value += x[i] * p.q()[i];
            for (int j = 0; j < n; j++) value += x[i] * rows[i][j] * x[j] / 2;
        }
        Value[] results = {Real.column(x), Real.of(value), info, infeasible ? Real.empty() : lambda(s.multipliers(), lower, upper)};
        return new Verdict(results, 3, s.reason().success() ? null : Reasons.ofProgram(s.reason()));
    }

    private static Value argument(Value[] rest, int k) {
        return k < rest.length && !(rest[k] instanceof Struct) ? rest[k] : null;
    }

    /** Rows low ≤ A·x ≤ high as A·x ≤ b: for each first its lower side, then its upper one, where there is one. */
    private record Ranges(double[][] rows, double[] right) {
        static Ranges of(double[][] in, double[] low, double[] high) {
            List<double[]> rows = new ArrayList<>();
            List<Double> right = new ArrayList<>();
            for (int i = 0; i < in.length; i++) {
                for (int side = -1; side <= 1; side += 2) {
                    double bound = side < 0 ? low[i] : high[i];
                    if (Double.isInfinite(bound)) continue;
                    double[] row = in[i].clone();
                    for (int j = 0; j < row.length; j++) row[j] *= side;
                    rows.add(row);
                    right.add(side * bound);
                }
            }
            return new Ranges(rows.toArray(new double[0][]), right.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** The multipliers in Octave's order: ∇ = Aᵀ·λ + ... */
    private static Real lambda(Multipliers u, double[] lower, double[] upper) {
        List<Double> all = new ArrayList<>();
        for (double e : u.equalities()) all.add(0.0 - e);
        for (int i = 0; i < lower.length; i++) {
            if (!Double.isInfinite(lower[i])) all.add(u.lower()[i]);
            if (!Double.isInfinite(upper[i])) all.add(u.upper()[i]);
        }
        for (double e : u.inequalities()) all.add(e);
        return Real.column(all.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
