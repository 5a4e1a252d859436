package nabla.library.algebra;

import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.linalg.MatrixFunctions;
import nabla.linalg.Solve;
import nabla.linalg.Svd;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Ranks, spaces, condition and functions of matrices. */
public final class LinearAlgebraSpaces {
    private LinearAlgebraSpaces() {}

    private static Numeric square(String function, Value a) {
        Numeric x = LinearAlgebra.numbers(function, a);
        if (x.ndims() == 2 && x.rows() == x.columns()) return x;
        throw Failure.of("%s: A must be a square matrix", "%s: матрица должна быть квадратной", function);
    }

    @Function(
            call = "r = rank(A)\nr = rank(A, tol)",
            en = "How many singular values pass the tolerance, max(size(A))*s(1)*eps unless given.",
            ru = "Сколько сингулярных чисел больше допуска, по умолчанию max(size(A))*s(1)*eps.",
            examples = {"rank([1 2; 2 4])  % ans = 1"})
    public static double rank(Value a, @Default("NaN") double tolerance) {
        return new Svd(LinearAlgebra.numbers("rank", a), false).rank(tolerance);
    }

    @Function(
            call = "t = trace(A)",
            en = "The sum of the diagonal elements of a matrix.",
            ru = "След: сумма диагональных элементов матрицы.",
            examples = {"trace([1 2; 3 4])  % ans = 5"})
    public static Value trace(Value a) {
        Numeric x = LinearAlgebra.numbers("trace", a);
        if (x.ndims() > 2) throw Failure.of("trace: only valid on 2-D objects", "trace: нужна матрица, а не многомерный массив");
        if (x.isEmpty()) return Real.of(0);
        int n = Math.min(x.rows(), x.columns());
        double re = 0;
        double im = 0;
        for (int i = 0; i < n; i++) {
            re += x.re(i * (x.rows() + 1));
            im += x.im(i * (x.rows() + 1));
        }
        return x.isComplex() ? Complex.of(re, im).narrow() : LinearAlgebra.scalar(x, re);
    }

    @Function(
            call = "N = null(A)\nN = null(A, tol)",
            en = "An orthonormal basis of the null space: A*N = 0, as columns.",
            ru = "Ортонормированный базис ядра: A*N = 0, по столбцам.",
            examples = {"size(null([1 1; 1 1]))  % ans =\n\n   2   1\n"})
    public static Value nullSpace(Value a, @Default("NaN") double tolerance) {
        Numeric x = LinearAlgebra.numbers("null", a);
        if (x.isEmpty()) return Real.empty();
        Svd d = new Svd(x, true);
        return Solve.columns(d.v(), d.rank(tolerance), x.columns());
    }

    @Function(
            call = "B = orth(A)\nB = orth(A, tol)",
            en = "An orthonormal basis of the space that the columns of A span.",
            ru = "Ортонормированный базис линейной оболочки столбцов A.",
            examples = {"size(orth([1 1; 1 1]))  % ans =\n\n   2   1\n"})
    public static Value orth(Value a, @Default("NaN") double tolerance) {
        Numeric x = LinearAlgebra.numbers("orth", a);
        if (x.isEmpty()) return Real.empty();
        Svd d = new Svd(x, true);
        return Solve.columns(d.u(), 0, d.rank(tolerance));
    }

    @Function(
            call = "X = pinv(A)\nX = pinv(A, tol)",
            en = "The pseudoinverse of Moore and Penrose; singular values up to tol count as zero.",
            ru = "Псевдообратная матрица Мура — Пенроуза; сингулярные числа не больше tol считаются нулями.",
            examples = {"pinv([2 0; 0 0])  % ans =\n\n   0.5000        0\n        0        0\n"})
    public static Value pinv(Value a, @Default("NaN") double tolerance) {
        Numeric x = LinearAlgebra.numbers("pinv", a);
        if (x.isEmpty()) return Real.zeros(x.columns(), x.rows());
        return Solve.pseudoinverse(x, tolerance);
    }

    @Function(
            call = "c = cond(A)\nc = cond(A, p)",
            en = "Condition number norm(A, p)*norm(inv(A), p), p = 2 unless given: how much an error in b can grow in A\\b.",
            ru = "Число обусловленности norm(A, p)*norm(inv(A), p), p = 2, если не задано: во сколько раз ошибка в b может вырасти в A\\b.",
            examples = {"cond([2 0; 0 1])  % ans = 2"})
    public static double cond(Value a, @Default Value p) {
        Numeric x = LinearAlgebra.numbers("cond", a);
        if (x.ndims() > 2) throw Failure.of("cond: A must be a 2-D matrix", "cond: нужна матрица, а не многомерный массив");
        if (x.isEmpty()) return 0;
        if (p == null || p instanceof Numeric n && !(p instanceof Char) && n.isScalar() && n.re(0) == 2) {
            double[] s = new Svd(x, false).values();
            return s[s.length - 1] == 0 ? Double.POSITIVE_INFINITY : s[0] / s[s.length - 1];
        }
        Numeric inverse = Solve.inverse(square("inverse", x)).x();
        return ((Real) LinearAlgebra.norm(x, p)).re(0) * ((Real) LinearAlgebra.norm(inverse, p)).re(0);
    }

    @Function(
            call = "B = expm(A)",
            en = "The exponential of a square matrix, I + A + A^2/2 + ..., by scaling and a Pade approximant.",
            ru = "Экспонента квадратной матрицы, I + A + A^2/2 + ..., масштабированием и аппроксимацией Паде.",
            examples = {"expm([0 0; 0 0])  % ans =\n\n   1   0\n   0   1\n"})
    public static Value expm(Value a) {
        return MatrixFunctions.exp(square("expm", a));
    }

    @Function(
            call = "B = sqrtm(A)",
            en = "The principal square root of a square matrix: B*B = A.",
            ru = "Главный квадратный корень из квадратной матрицы: B*B = A.",
            examples = {"sqrtm([4 0; 0 9])  % ans =\n\n   2   0\n   0   3\n"})
    public static Value sqrtm(Value a) {
        return MatrixFunctions.sqrt(square("sqrtm", a));
    }

    @Function(
            call = "B = logm(A)",
            en = "The principal logarithm of a square matrix: expm(B) = A.",
            ru = "Главный логарифм квадратной матрицы: expm(B) = A.",
            examples = {"norm(logm(expm([1 2; 0 1])) - [1 2; 0 1]) < 1e-12  % ans = 1"})
    public static Value logm(Value a) {
        return MatrixFunctions.log(square("logm", a));
    }

    @Function(
            call = "C = mpower(A, p)\nC = A^p",
            en = "Power of a square matrix to a scalar, or of a scalar to a square matrix.",
            ru = "Степень квадратной матрицы с показателем-скаляром или скаляра с показателем-матрицей.",
            examples = {"[1 1; 0 1]^3  % ans =\n\n   1   3\n   0   1\n"})
    public static Value mpower(Session session, Value a, Value b) {
        if (a.isScalar() && b.isScalar() || !(a instanceof Numeric x) || !(b instanceof Numeric y) || a instanceof Ints || b instanceof Ints) {
            return session.standard("power").call(new Value[] {a, b}, 1)[0];
        }
        Numeric matrix = x.isScalar() ? y : x;
        Numeric scalar = x.isScalar() ? x : y;
        if (!scalar.isScalar() || matrix.ndims() > 2 || matrix.rows() != matrix.columns()) {
            throw Failure.of(
                    "for x^y, only square matrix arguments are permitted and one argument must be scalar.  Use .^ for elementwise power.",
                    "для x^y нужна квадратная матрица и скаляр; поэлементная степень пишется .^");
        }
        double p = scalar.re(0);
        boolean integer = scalar == y && !scalar.isComplex() && p == Math.rint(p) && Math.abs(p) < 1e9;
        if (!integer) return MatrixFunctions.power(matrix, p, scalar.im(0), scalar == x);
        if (p >= 0) return MatrixFunctions.power(matrix, (long) p);
        Solve.Solution inverse = Solve.inverse(matrix);
        if (inverse.singular(matrix.isSingle())) LinearAlgebra.warnSingular(session, inverse.rcond());
        return MatrixFunctions.power(inverse.x(), (long) -p);
    }
}
