package nabla.library.algebra;

import java.util.Locale;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.linalg.Cholesky;
import nabla.linalg.Eigen;
import nabla.linalg.Product;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Eigenvalues of a matrix or of a pair of matrices, with vectors on both sides. */
public final class Eigenvalues {
    private Eigenvalues() {}

    @Function(
            call = "lambda = eig(A)\n[V, D, W] = eig(A)\n[V, D, W] = eig(A, B)\n[V, D, W] = eig(A, ..., option)",
            en = "Eigenvalues and eigenvectors, right and left: A*V = V*D, W'*A = D*W'; with B generalized: A*V = B*V*D, W'*A = D*W'*B. "
                    + "Options: 'vector' or 'matrix' for the form of the values; 'chol' (used for Hermitian A and positive definite B unless "
                    + "'qz' is given) or 'qz' with B; 'balance' and 'nobalance' without B are taken, and matrices are not balanced.",
            ru = "Собственные числа и векторы, правые и левые: A*V = V*D, W'*A = D*W'; с B обобщённые: A*V = B*V*D, W'*A = D*W'*B. "
                    + "Слова: 'vector' или 'matrix' — вид чисел; с B 'chol' (для эрмитовой A и положительно определённой B, если не задано "
                    + "'qz') или 'qz'; без B принимаются 'balance' и 'nobalance', матрицы не уравновешиваются.",
            examples = {
                "eig([2 1; 1 2])  % ans =\n\n   1\n   3\n",
                "[V, d, W] = eig([1 2; 3 4], 'vector'); norm(W'*[1 2; 3 4] - d.*W') < 1e-14  % ans = 1",
                "eig([1 2; 3 4], 'chol')  % error: eig: invalid \"chol\" option for algebraic eigenvalue problem: give B too"
            })
    public static Value[] eig(@Nargout int nargout, Value a, Value... rest) {
        Numeric x = operand(a);
        Numeric y = rest.length > 0 && !(rest[0] instanceof Char) ? operand(rest[0]) : null;
        if (y != null && y.rows() != x.rows()) throw Failure.of("EIG requires same size matrices", "eig: матрицы должны быть одного размера");
        Choice choice = choice(rest, y == null ? 0 : 1);
        boolean vector = choice.vector.isEmpty() ? nargout < 2 : choice.vector.equals("vector");
        if (x.isEmpty()) return new Value[] {nargout < 2 ? Real.zeros(0, vector ? 1 : 0) : Real.zeros(0, 0), Real.zeros(0, vector ? 1 : 0), Real.zeros(0, 0)};
        Eigen e = solve(x, y, choice, nargout > 1);
        Value values = vector ? e.values() : e.diagonal();
        if (nargout < 2) return new Value[] {values};
        return new Value[] {e.vectors(), values, nargout < 3 ? null : left(x, y, choice, e)};
    }

    private static Eigen solve(Numeric a, Numeric b, Choice choice, boolean vectors) {
        if (b == null) return new Eigen(a, vectors);
        return choice.method.equals("qz") ? Eigen.pencil(a, b) : Eigen.generalized(a, b);
    }

    /** The left vectors: the right ones where the problem is its own adjoint, else those of the adjoint problem. */
    private static Numeric left(Numeric a, Numeric b, Choice choice, Eigen e) {
        boolean own = Eigen.hermitian(a) && (b == null || !choice.method.equals("qz") && Eigen.hermitian(b) && new Cholesky(b).failed() == 0);
        if (own) return e.vectors();
        return e.beside(solve(Product.adjoint(a), b == null ? null : Product.adjoint(b), choice, true));
    }

    private static Numeric operand(Value v) {
        if (v instanceof Bool || v instanceof Char) throw Failure.of("eig: wrong type argument '%s'", "eig: аргумент класса %s не годится", v.className());
        return LinearAlgebraFactors.square("eig", v);
    }

    /** The words of a call: the form of the values and the method, empty where not given. */
    private record Choice(String vector, String method) {}

    private static Choice choice(Value[] rest, int pair) {
        String vector = "";
        String method = "";
        for (int k = pair; k < rest.length; k++) {
            if (!(rest[k] instanceof Char c)) {
                throw Failure.of("eig: wrong type argument '%s': options are words", "eig: аргумент класса %s не годится: параметры — слова", rest[k].className());
            }
            String word = c.text().toLowerCase(Locale.ROOT);
            switch (word) {
                case "vector", "matrix" -> vector = one(vector, word, "\"vector\" and \"matrix\"");
                case "balance", "nobalance" -> {
                    if (pair == 1) throw Failure.of("eig: invalid \"%s\" option for generalized eigenvalue problem: leave it out", "eig: слово \"%s\" — лишь для одной матрицы", word);
                    method = one(method, word, "\"balance\" and \"nobalance\"");
                }
                case "chol", "qz" -> {
                    if (pair == 0) throw Failure.of("eig: invalid \"%s\" option for algebraic eigenvalue problem: give B too", "eig: слово \"%s\" — лишь для пары матриц: задайте и B", word);
                    method = one(method, word, "\"chol\" and \"qz\"");
                }
                default -> throw Failure.of("eig: invalid option \"%s\"", "eig: слова \"%s\" среди параметров нет", c.text());
            }
        }
        return new Choice(vector, method);
    }

    private static String one(String before, String now, String both) {
        if (before.isEmpty() || before.equals(now)) return now;
        throw Failure.of("eig: %s options are mutually exclusive: give one", "eig: %s исключают друг друга: оставьте одно", both);
    }
}
