package nabla.library.algebra;

import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.linalg.Lu;
import nabla.linalg.Norm;
import nabla.linalg.Product;
import nabla.linalg.Solve.Solution;
import nabla.linalg.Solve;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Products, equations, inverses, determinants and norms of matrices. */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /** The argument as numbers that linear algebra takes: double, single, logical or char; integer classes only as scalars. */
    static Numeric numbers(String function, Value v) {
        if (v instanceof Numeric n && !(v instanceof Ints)) return n;
        throw Failure.of("%s: wrong type argument '%s'", "%s: аргумент класса %s не годится", function, v.className());
    }

    private static void warn(Session session, Solution s, boolean single) {
        if (s.singular(single)) warnSingular(session, s.rcond());
    }

    static void warnSingular(Session session, double rcond) {
        Value id = Char.of(rcond > 0 ? "Octave:nearly-singular-matrix" : "Octave:singular-matrix");
        String estimate = rcond > 0 ? ", rcond = " + nabla.value.Decimal.general(rcond, 6, false) : "";
        session.standard("warning").call(new Value[] {id, Char.of("matrix singular to machine precision" + estimate)}, 0);
    }

    private static Failure undefined(String operator, Value a, Value b) {
        return Failure.of(
                        "binary operator '%s' not implemented for '%s' by '%s' operations",
                        "оператор '%s' не определён для операндов '%s' и '%s'",
                        operator,
                        described(a),
                        described(b))
                .id("Octave:undefined-function");
    }

    private static String described(Value v) {
        boolean scalar = v.isScalar();
        if (v instanceof Ints i) return i.className() + (scalar ? " scalar" : " matrix");
        if (v instanceof Char) return "string";
        if (v instanceof nabla.value.Bool) return scalar ? "bool" : "bool matrix";
        if (v instanceof Numeric n) {
            String kind = (n.isSingle() ? "float " : "") + (n.isComplex() ? "complex " : "");
            return kind + (scalar ? n.isComplex() ? "scalar" : kind.isEmpty() ? "double" : "scalar" : "matrix");
        }
        return v instanceof nabla.value.FunctionHandle ? "function handle" : v.className();
    }

    private static Value elementwise(Session session, String name, Value a, Value b) {
        return session.standard(name).call(new Value[] {a, b}, 1)[0];
    }

    @Function(
            call = "C = mtimes(A, B)\nC = A*B",
            en = "Matrix product. A scalar multiplies every element; otherwise the columns of A must be as many as the rows of B.",
            ru = "Произведение матриц. Скаляр умножает каждый элемент; иначе столбцов в A должно быть столько же, сколько строк в B.",
            examples = {"[1 2; 3 4]*[1; 1]  % ans =\n\n   3\n   7\n"})
    public static Value mtimes(Session session, Value a, Value b, Value... more) {
        Value product = twoFactors(session, a, b);
        for (Value next : more) product = twoFactors(session, product, next);
        return product;
    }

    private static Value twoFactors(Session session, Value a, Value b) {
        if (!(a instanceof Numeric x) || !(b instanceof Numeric y)) throw undefined("*", a, b);
        if (a.isScalar() || b.isScalar()) return elementwise(session, "times", a, b);
        if (a instanceof Ints || b instanceof Ints) throw undefined("*", a, b);
        return Product.of(x, y);
    }

    @Function(
            call = "X = mldivide(A, B)\nX = A\\B",
            en = "The solution of A*X = B. Square A: by substitution when triangular, by Cholesky's factors when symmetric and positive "
                    + "definite, else by elimination with partial pivoting; near a singular A with a warning that tells rcond. A with a pivot "
                    + "of exactly 0, or not square: least squares, and of the solutions that are equally good the shortest.",
            ru = "Решение уравнения A*X = B. Квадратная A: подстановкой, если треугольная, разложением Холецкого, если симметричная и "
                    + "положительно определённая, иначе методом Гаусса с выбором ведущего элемента; если A близка к вырожденной — с "
                    + "предупреждением, где названо rcond. Если ведущий элемент равен нулю или A не квадратная — методом наименьших "
                    + "квадратов, а из равно хороших решений кратчайшее.",
            examples = {"[2 1; 1 3]\\[3; 5]  % ans =\n\n   0.8000\n   1.4000\n"})
    public static Value mldivide(Session session, Value a, Value b) {
        if (!(a instanceof Numeric x) || !(b instanceof Numeric y)) throw undefined("\\", a, b);
        if (a.isScalar()) return elementwise(session, "ldivide", a, b);
        if (a instanceof Ints || b instanceof Ints) throw undefined("\\", a, b);
        Solution s = Solve.left(x, y);
        warn(session, s, x.isSingle() || y.isSingle());
        return s.x();
    }

    @Function(
            call = "X = mrdivide(B, A)\nX = B/A",
            en = "The solution of X*A = B, as mldivide finds it. A scalar A divides every element.",
            ru = "Решение уравнения X*A = B, как его находит mldivide. На скаляр A делится каждый элемент.",
            examples = {"[3 5]/[2 1; 1 3]  % ans =\n\n   0.8000   1.4000\n"})
    public static Value mrdivide(Session session, Value b, Value a) {
        if (!(a instanceof Numeric x) || !(b instanceof Numeric y)) throw undefined("/", b, a);
        if (a.isScalar()) return elementwise(session, "rdivide", b, a);
        if (a instanceof Ints || b instanceof Ints) throw undefined("/", b, a);
        Solution s = Solve.right(y, x);
        warn(session, s, x.isSingle() || y.isSingle());
        return s.x();
    }

    @Function(
            call = "X = linsolve(A, B)\nX = linsolve(A, B, opts)",
            en = "Solves A*X = B; with opts.TRANSA true, A'*X = B.",
            ru = "Решает A*X = B; при opts.TRANSA, равном true, решает A'*X = B.",
            examples = {"linsolve([2 0; 0 4], [2; 4])  % ans =\n\n   1\n   1\n"})
    public static Value linsolve(Session session, Numeric a, Numeric b, @Default Value options) {
        Texts.numbers("linsolve", a, b, options);
        boolean turned = options instanceof nabla.value.Struct s && s.get("TRANSA") != null && s.get("TRANSA").isTrue();
        return mldivide(session, turned ? Product.adjoint(a) : a, b);
    }

    @Function(
            call = "X = inv(A)\n[X, rcond] = inv(A)",
            en = "The inverse of a square matrix; Inf everywhere, with a warning, when it is singular. To solve A*x = b write A\\b: it is "
                    + "faster and more exact.",
            ru = "Обратная матрица; для вырожденной везде Inf и предупреждение. Чтобы решить A*x = b, пишите A\\b: это быстрее и точнее.",
            examples = {"inv([2 0; 0 4])  % ans =\n\n   0.5000        0\n        0   0.2500\n", "inv([1 2 3])  % error: inverse: A must be a square matrix"},
            aliases = {"inverse"})
    public static Value[] inv(Session session, @Nargout int nargout, Value a) {
        Numeric x = numbers("inverse", a);
        if (x.ndims() > 2 || x.rows() != x.columns()) {
            throw Failure.of("inverse: A must be a square matrix", "inverse: нужна квадратная матрица");
        }
        Solution s = Solve.inverse(x);
        if (nargout < 2) warn(session, s, x.isSingle());
        return new Value[] {s.x(), Real.of(s.rcond())};
    }

    @Function(
            call = "d = det(A)\n[d, rcond] = det(A)",
            en = "The determinant of a square matrix, from its LU factors.",
            ru = "Определитель квадратной матрицы, через её LU-разложение.",
            examples = {"det([1 2; 3 4])  % ans = -2"})
    public static Value[] det(@Nargout int nargout, Value a) {
        Numeric x = numbers("det", a);
        if (x.ndims() > 2 || x.rows() != x.columns()) {
            throw Failure.of("det: A must be a square matrix", "det: матрица должна быть квадратной");
        }
        if (x.isEmpty()) return new Value[] {Real.of(1), Real.of(1)};
        Value d = Solve.determinant(x);
        return nargout < 2 ? new Value[] {d} : new Value[] {d, Real.of(new Lu(x).rcond())};
    }

    @Function(
            call = "r = rcond(A)",
            en = "An estimate of 1/(norm(A,1)*norm(inv(A),1)): near 1 for a well conditioned matrix, 0 for a singular one.",
            ru = "Оценка 1/(norm(A,1)*norm(inv(A),1)): около 1 у хорошо обусловленной матрицы, 0 у вырожденной.",
            examples = {"rcond(eye(2))  % ans = 1", "rcond([1 2; 2 4])  % ans = 0"})
    public static double rcond(Value a) {
        Numeric x = numbers("rcond", a);
        if (x.ndims() > 2 || x.rows() != x.columns()) {
            throw Failure.of("rcond: A must be a square matrix", "rcond: матрица должна быть квадратной");
        }
        return new Lu(x).rcond();
    }

    @Function(
            call = "n = norm(x)\nn = norm(x, p)\nn = norm(A, p)",
            en = "Norm of a vector, (sum |x|^p)^(1/p) with p = 2 unless given (Inf, -Inf and 0 too), or of a matrix: p = 1, 2 (the greatest "
                    + "singular value), Inf or 'fro'. With 'rows' or 'columns' last, of each row or column.",
            ru = "Норма вектора, (sum |x|^p)^(1/p), где p = 2, если не задано (можно Inf, -Inf и 0), или матрицы: p = 1, 2 (наибольшее "
                    + "сингулярное число), Inf или 'fro'. С последним аргументом 'rows' или 'columns' — каждой строки или столбца.",
            examples = {"norm([3 4])  % ans = 5", "norm([1 2; 3 4], 1)  % ans = 6", "norm([1 2; 3 4], 'fro')  % ans = 5.4772"})
    public static Value norm(Value x, Value... options) {
        if (!(x instanceof Numeric a) || x instanceof Ints || x instanceof Char) {
            throw Failure.of("norm: X must be a numeric matrix", "norm: нужна числовая матрица");
        }
        if (a.ndims() > 2) throw Failure.of("norm: only valid for 2-D objects", "norm: нужна матрица, а не многомерный массив");
        double p = 2;
        String each = "";
        boolean frobenius = false;
        if (options.length > 2) throw Failure.of("Invalid call to norm: after the array come p and a word", "norm: после массива — p и слово").id("Octave:invalid-fun-call");
        for (Value o : options) {
            if (o instanceof Char c) {
                switch (c.text()) {
                    case "rows", "columns", "cols" -> {
                        if (!each.isEmpty()) throw Failure.of("norm: invalid combination of options: give 'rows' or 'columns'", "norm: укажите 'rows' или 'columns', а не оба");
                        each = c.text();
                    }
                    case "fro" -> frobenius = true;
                    case "inf", "Inf" -> p = Double.POSITIVE_INFINITY;
                    case "-inf", "-Inf" -> p = Double.NEGATIVE_INFINITY;
                    default -> throw Failure.of("norm: unrecognized option: %s", "norm: неизвестное слово: %s", c.text());
                }
            } else if (o instanceof Numeric n && n.isScalar()) {
                p = n.re(0);
            } else if (!o.isEmpty()) {
                throw Failure.of("norm: P must be a string or a scalar", "norm: p должно быть числом или словом");
            }
        }
        if (each.isEmpty() && !frobenius && !a.isEmpty() && !a.isVector() && p < 1) {
            throw Failure.of("norm: of a matrix p must be >= 1, not %s", "norm: для матрицы p не меньше 1, а не %s", nabla.value.Decimal.general(p, 5, false));
        }
        if (!each.isEmpty()) return Geometry.norms(a, frobenius ? 2 : p, each.equals("rows") ? 1 : 0);
        return scalar(a, a.isEmpty() ? 0 : frobenius ? Norm.frobenius(a) : a.isVector() ? Norm.vector(a, p) : Norm.matrix(a, p));
    }

    /** A number of the argument's precision. */
    static Real scalar(Numeric like, double x) {
        return new Real(like.isSingle(), new double[] {like.isSingle() ? (float) x : x}, 1, 1);
    }
}
