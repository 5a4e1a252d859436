package nabla.library.optimization;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.NonNegative;
import nabla.optim.QuadraticProgram.Solution;
import nabla.optim.QuadraticProgram;
import nabla.optim.Reason;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Linear least squares under linear constraints. */
public final class LeastSquaresBounded {
    private LeastSquaresBounded() {}

    private static double[][] columns(Numeric c) {
        int m = c.rows();
        double[] data = c.toDoubles();
        double[][] columns = new double[c.columns()][];
        for (int j = 0; j < columns.length; j++) columns[j] = Arrays.copyOfRange(data, j * m, (j + 1) * m);
        return columns;
    }

    /** d − C·x. */
    private static double[] residual(double[][] columns, double[] d, double[] x) {
        double[] r = d.clone();
        for (int j = 0; j < columns.length; j++) for (int i = 0; i < r.length; i++) r[i] -= columns[j][i] * x[j];
        return r;
    }

    private static double squares(double[] r) {
        double sum = 0;
        for (double v : r) sum += v * v;
        return sum;
    }

    @Function(
            call = "[x, resnorm, residual, exitflag, output, lambda] = lsqnonneg(C, d, x0, options)",
            en = "The x >= 0 with the least |C*x - d|, by the method of Lawson and Hanson. resnorm is |C*x - d|^2, residual d - C*x, exitflag the "
                    + "number of iterations or 0 if all (MaxIter, 1e5) were done, lambda C'*residual where x is 0.",
            ru = "Вектор x >= 0 с наименьшей нормой |C*x - d|, методом Лоусона и Хансона. resnorm — |C*x - d|^2, residual — d - C*x, exitflag — число "
                    + "итераций или 0, если сделаны все (MaxIter, 1e5), lambda — C'*residual там, где x равен 0.",
            problem = {"C", "d", "x0", "options"},
            examples = {"lsqnonneg([1 0; 0 1], [1; -2])  % 1 0"})
    public static Verdict lsqnonneg(Value c, Value d, @Default Value x0, Value... options) {
        if (x0 instanceof Struct) return lsqnonneg(c, d, null, x0);
        Options o = SolverOptions.read("lsqnonneg", options, 0);
        Numeric matrix = Conditions.real("lsqnonneg", "C", c);
        double[][] columns = columns(matrix);
        double[] right = Conditions.vector("lsqnonneg", "d", d, matrix.rows());
        double[] start = Conditions.absent(x0) ? null : Conditions.vector("lsqnonneg", "x0", x0, columns.length);
        NonNegative.Solution s = NonNegative.leastSquares(columns, right, start, o.count("MaxIter", 100_000));
        double[] r = residual(columns, right, s.x());
        // Octave makes sure of the minimum by another step where C has no fewer rows than columns
        int count = s.iterations() + (matrix.rows() >= columns.length ? 1 : 0);
        Value[] all = {Real.column(s.x()), Real.of(squares(r)), Real.column(r), flag(s, count), output("nnls", s, count), Real.column(s.slopes())};
        return new Verdict(all, 4, s.reason().success() ? null : Reasons.ofProgram(s.reason()));
    }

    private static Real flag(NonNegative.Solution s, int count) {
        return Real.of(s.reason().success() ? count : 0);
    }

    private static Struct output(String algorithm, NonNegative.Solution s, int count) {
        return Struct.scalar()
                .with("algorithm", Char.of(algorithm))
                .with("iterations", Real.of(count))
                .with("message", Char.of(Reasons.ofProgram(s.reason())));
    }

    @Function(
            call = "[x, minval, exitflag, output, lambda] = pqpnonneg(C, d, x0, options)",
            en = "The minimum of x'*C*x/2 + d'*x over x >= 0 with C positive definite, by the method of Lawson and Hanson. exitflag is the number "
                    + "of iterations or 0 if all (MaxIter, 1e5) were done, lambda -(C*x + d) where x is 0.",
            ru = "Минимум x'*C*x/2 + d'*x по x >= 0 с положительно определённой C, методом Лоусона и Хансона. exitflag — число итераций или 0, "
                    + "если сделаны все (MaxIter, 1e5), lambda — -(C*x + d) там, где x равен 0.",
            examples = {"pqpnonneg([5 2; 2 2], [3; -1])  % 0 0.5000"})
    public static Verdict pqpnonneg(Value c, Value d, @Default Value x0, Value... options) {
        Options o = SolverOptions.read("pqpnonneg", options, 0);
        Numeric matrix = Conditions.real("pqpnonneg", "C", c);
        int n = matrix.columns();
        if (matrix.rows() != n) throw Failure.of("pqpnonneg: C must be a square matrix", "pqpnonneg: матрица C должна быть квадратной");
        double[][] rows = Conditions.rows("pqpnonneg", "C", c, n);
        double[] linear = Conditions.vector("pqpnonneg", "d", d, n);
        double[] start = Conditions.absent(x0) ? null : Conditions.vector("pqpnonneg", "x0", x0, n);
        NonNegative.Solution s;
        try {
            s = NonNegative.quadratic(rows, linear, start, o.count("MaxIter", 100_000));
        } catch (IllegalArgumentException e) {
            throw Failure.of("pqpnonneg: C must be positive definite", "pqpnonneg: матрица C должна быть положительно определена");
        }
        double value = 0;
        for (int i = 0; i < n; i++) {
            value += linear[i] * s.x()[i];
            for (int j = 0; j < n; j++) value += s.x()[i] * rows[i][j] * s.x()[j] / 2;
        }
        int count = s.iterations() + 1;
        Value[] all = {Real.column(s.x()), Real.of(value), flag(s, count), output("nnls-pqp", s, count), Real.column(s.slopes())};
        return new Verdict(all, 3, s.reason().success() ? null : Reasons.ofProgram(s.reason()));
    }

    @Function(
            call = "[x, resnorm, residual, exitflag, output, lambda] = lsqlin(C, d, A, b, Aeq, beq, lb, ub, x0, options)",
            en = "The x with the least |C*x - d| under A*x <= b, Aeq*x = beq, lb <= x <= ub, as the quadratic program with H = C'*C; [] "
                    + "stands for what is "
                    + "absent. resnorm is |C*x - d|^2, residual C*x - d; exitflag and lambda as of quadprog.",
            ru = "Вектор x с наименьшей нормой |C*x - d| при A*x <= b, Aeq*x = beq, lb <= x <= ub: квадратичная задача с H = C'*C; [] — там, "
                    + "где ограничения нет. "
                    + "resnorm — |C*x - d|^2, residual — C*x - d; exitflag и lambda как у quadprog.",
            problem = {"C", "d", "Aineq", "bineq", "Aeq", "beq", "lb", "ub", "x0", "options"},
            examples = {"lsqlin([1 0; 0 1], [1; 2], [1 1], 2)  % 0.5000 1.5000"})
    public static Verdict lsqlin(Session session, Value c, Value d, @Default Value a, @Default Value b, @Default Value aeq, @Default Value beq,
            @Default Value lb, @Default Value ub, @Default Value x0, Value... options) {
        Options o = SolverOptions.read("lsqlin", options, 0);
        Numeric matrix = Conditions.real("lsqlin", "C", c);
        double[][] columns = columns(matrix);
        int n = columns.length;
        double[] right = Conditions.vector("lsqlin", "d", d, matrix.rows());
        Conditions linear = Conditions.of("lsqlin", n, a, b, aeq, beq, lb, ub);
        double[][] h = new double[n][n];
        double[] q = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < right.length; k++) q[i] -= columns[i][k] * right[k];
            for (int j = 0; j < n; j++) for (int k = 0; k < right.length; k++) h[i][j] += columns[i][k] * columns[j][k];
        }
        QuadraticProgram program = new QuadraticProgram(h, q, linear.linear(), linear.lower(), linear.upper());
        Solution s = program.solve(o.count("MaxIter", 1000));
        Real flag = Real.of(s.reason().kind().flag());
        Struct output = QuadraticPrograms.output(session, o, s.reason(), s.iterations(), "active-set", linear, s.x())
                .with("firstorderopt", Real.of(QuadraticPrograms.steepness(linear, program.gradient(s.x()), s.multipliers())))
                .with("linearsolver", Char.of("dense"));
        Struct lambda = QuadraticPrograms.multipliers(s.multipliers());
        if (s.reason().kind() == Reason.Kind.INFEASIBLE) {
            return LocalResults.verdict(o, 4, Real.empty(), Real.empty(), Real.empty(), flag, output, lambda);
        }
        double[] r = residual(columns, right, s.x());
        for (int i = 0; i < r.length; i++) r[i] = 0.0 - r[i];
        return LocalResults.verdict(o, 4, Real.column(s.x()), Real.of(squares(r)), Real.column(r), flag, output, lambda);
    }
}
