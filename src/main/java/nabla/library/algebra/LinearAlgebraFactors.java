package nabla.library.algebra;

import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.linalg.Cholesky;
import nabla.linalg.Hessenberg;
import nabla.linalg.Lu;
import nabla.linalg.Product;
import nabla.linalg.Qr;
import nabla.linalg.Schur;
import nabla.linalg.Solve;
import nabla.linalg.Svd;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Factorizations of matrices. */
public final class LinearAlgebraFactors {
    private LinearAlgebraFactors() {}

    static Numeric square(String function, Value a) {
        Numeric x = LinearAlgebra.numbers(function, a);
        if (x.ndims() == 2 && x.rows() == x.columns()) return x;
        throw Failure.of("%s: A must be a square matrix", "%s: матрица должна быть квадратной", function);
    }

    @Function(
            call = "[L, U] = lu(A)\n[L, U, P] = lu(A)\nY = lu(A)",
            en = "LU factors with row exchanges: P*A = L*U, L with ones on the diagonal. With two results L holds the exchanges: A = L*U. "
                    + "'vector' last gives P as a vector: A(P,:) = L*U.",
            ru = "LU-разложение с перестановкой строк: P*A = L*U, на диагонали L единицы. С двумя результатами перестановки внутри L: A = L*U. "
                    + "С 'vector' в конце P — вектор: A(P,:) = L*U.",
            examples = {"[L, U, P] = lu([1 2; 3 4]); norm(P*[1 2; 3 4] - L*U)  % ans = 0"})
    public static Value[] lu(@Nargout int nargout, Value a, Value... options) {
        Texts.known("lu", options, "vector");
        Lu f = new Lu(LinearAlgebra.numbers("lu", a));
        if (nargout < 2) return new Value[] {f.packed()};
        if (nargout == 2) return new Value[] {Product.of(Product.adjoint(f.permutation()), f.lower()), f.upper()};
        boolean vector = options.length > 0 && options[0] instanceof Char c && c.text().equals("vector");
        return new Value[] {f.lower(), f.upper(), vector ? positions(f.order()) : f.permutation()};
    }

    private static Real positions(int[] order) {
        double[] p = new double[order.length];
        for (int i = 0; i < p.length; i++) p[i] = order[i] + 1;
        return Real.row(p);
    }

    @Function(
            call = "[Q, R] = qr(A)\n[Q, R, P] = qr(A)\n[C, R] = qr(A, B)\n... = qr(..., 0)\n... = qr(..., 'vector')\nR = qr(A)",
            en = "A = Q*R, Q orthogonal (unitary for complex A), R upper triangular; economy size with 0 or 'econ' last. With P: A*P = Q*R, "
                    + "the diagonal of R falling; P is a vector, A(:,P) = Q*R, with 'vector' and in economy size, unless 'matrix' is last. "
                    + "With B and two results C = Q'*B: the least-squares solution of A*x = B is R\\C in economy size.",
            ru = "A = Q*R, Q ортогональная (у комплексной A — унитарная), R верхняя треугольная; с 0 или 'econ' в конце — экономного размера. "
                    + "С P: A*P = Q*R, диагональ R убывает; P — вектор, A(:,P) = Q*R, с 'vector' и в экономном размере, если в конце нет "
                    + "'matrix'. С матрицей B и двумя результатами C = Q'*B: решение A*x = B методом наименьших квадратов — R\\C в экономном размере.",
            examples = {"[Q, R] = qr([3; 4]); abs(R(1))  % ans = 5", "[C, R] = qr([3; 4], [5; 0], 0); R\\C  % ans = 0.6000"})
    public static Value[] qr(@Nargout int nargout, Value a, Value... options) {
        Numeric x = LinearAlgebra.numbers("qr", a);
        boolean economy = false;
        Boolean vector = null;
        Numeric right = null;
        for (int i = 0; i < options.length; i++) {
            Value o = options[i];
            if (o instanceof Char c) {
                switch (c.text()) {
                    case "econ", "0" -> economy = true;
                    case "vector" -> vector = true;
                    case "matrix" -> vector = false;
                    default -> throw Failure.of("qr: the words are 'econ', 'vector' and 'matrix', not '%s'", "qr: слова — 'econ', 'vector' и 'matrix', а не '%s'", c.text());
                }
            } else if (o.isScalar() && o instanceof Numeric n && n.re(0) == 0) {
                economy = true;
            } else if (i == 0) {
                right = LinearAlgebra.numbers("qr", o);
            } else {
                throw Failure.of("qr: after the matrices come 0 or a word", "qr: после матриц — 0 или слово");
            }
        }
        if (right != null && nargout > 2) throw Failure.of("qr: with B there are two results, C and R", "qr: с матрицей B результатов два, C и R");
        Qr f = new Qr(x, nargout > 2);
        int m = x.rows();
        int k = economy ? Math.min(m, x.columns()) : m;
        if (nargout < 2) return new Value[] {f.r(k)};
        if (right != null) return new Value[] {Solve.rows(f.adjointTimes(right), k), f.r(k)};
        if (nargout == 2) return new Value[] {f.q(k), f.r(k)};
        return new Value[] {f.q(k), f.r(k), (vector == null ? economy : vector) ? positions(f.order()) : columnExchange(f.order())};
    }

    private static Real columnExchange(int[] order) {
        int n = order.length;
        double[] p = new double[n * n];
        for (int j = 0; j < n; j++) p[order[j] + j * n] = 1;
        return new Real(p, n, n);
    }

    @Function(
            call = "R = chol(A)\n[R, p] = chol(A)\nL = chol(A, 'lower')",
            en = "Cholesky factor of a positive definite matrix: A = R'*R, R upper triangular; with 'lower' A = L*L'. With two results p is 0 "
                    + "for a positive definite matrix instead of an error otherwise.",
            ru = "Разложение Холецкого положительно определённой матрицы: A = R'*R, R верхняя треугольная; с 'lower' A = L*L'. С двумя "
                    + "результатами p равно 0 для положительно определённой матрицы, а ошибки в противном случае нет.",
            examples = {"chol([4 2; 2 2])  % ans =\n\n   2   1\n   0   1\n", "chol([1 2; 2 1])  % error: chol: input matrix must be positive definite"})
    public static Value[] chol(@Nargout int nargout, Value a, Value... options) {
        Numeric x = LinearAlgebra.numbers("chol", a);
        if (x.ndims() > 2 || x.rows() != x.columns()) {
            throw Failure.of("chol: A must be a square matrix", "chol: матрица должна быть квадратной");
        }
        boolean lower = options.length > 0 && options[0] instanceof Char c && c.text().equalsIgnoreCase("lower");
        Cholesky f = new Cholesky(lower ? Product.adjoint(x) : x);
        if (f.failed() > 0 && nargout < 2) {
            throw Failure.of("chol: input matrix must be positive definite", "chol: матрица должна быть положительно определённой");
        }
        return new Value[] {lower ? Product.adjoint(f.r()) : f.r(), Real.of(f.failed())};
    }

    @Function(
            call = "s = svd(A)\n[U, S, V] = svd(A)\n[U, S, V] = svd(A, 'econ')",
            en = "Singular values, the largest first: A = U*S*V'. With 'econ' or 0 only the columns that matter.",
            ru = "Сингулярные числа, начиная с наибольшего: A = U*S*V'. С 'econ' или 0 — только нужные столбцы.",
            examples = {"svd([3 0; 0 4])  % ans =\n\n   4\n   3\n"})
    public static Value[] svd(@Nargout int nargout, Value a, Value... options) {
        Texts.known("svd", options, "econ");
        Numeric x = LinearAlgebra.numbers("svd", a);
        Svd d = new Svd(x, nargout > 1);
        if (nargout < 2) return column(x, d);
        int k = options.length > 0 ? Math.min(x.rows(), x.columns()) : -1;
        if (k < 0) return new Value[] {d.u(), d.s(x.rows(), x.columns()), d.v()};
        return new Value[] {Solve.columns(d.u(), 0, k), d.s(k, k), Solve.columns(d.v(), 0, k)};
    }

    private static Value[] column(Numeric like, Svd d) {
        double[] s = d.values();
        if (like.isSingle()) for (int i = 0; i < s.length; i++) s[i] = (float) s[i];
        return new Value[] {new Real(like.isSingle(), s, s.length, 1)};
    }

    @Function(
            call = "[P, H] = hess(A)\nH = hess(A)",
            en = "Hessenberg form: A = P*H*P', P orthogonal, H zero below its first subdiagonal.",
            ru = "Форма Хессенберга: A = P*H*P', P ортогональная, в H ниже первой поддиагонали нули.",
            examples = {"H = hess([1 2 3; 4 5 6; 7 8 10]); abs(H(3,1))  % ans = 0"})
    public static Value[] hess(@Nargout int nargout, Value a) {
        Hessenberg h = new Hessenberg(square("hess", a));
        return nargout < 2 ? new Value[] {h.h()} : new Value[] {h.p(), h.h()};
    }

    @Function(
            call = "[U, S] = schur(A)\nS = schur(A)",
            en = "Complex Schur form: A = U*S*U' with unitary U and upper triangular S, the eigenvalues on its diagonal.",
            ru = "Комплексная форма Шура: A = U*S*U', U унитарная, S верхняя треугольная с собственными числами на диагонали.",
            examples = {"abs(schur([2 0; 0 3]))  % ans =\n\n   2   0\n   0   3\n"})
    public static Value[] schur(@Nargout int nargout, Value a, Value... options) {
        Schur s = new Schur(square("schur", a));
        if (nargout < 2) return new Value[] {s.t().narrow()};
        return new Value[] {s.u().narrow(), s.t().narrow()};
    }
}
