package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nabla.engine.Engine;
import nabla.language.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation gives a sparse matrix the values that it gives the full one. */
class SparseTest {
    /** Expressions in two matrices A, B of one size and a square one C, of which A, B and C are sparse or full. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A + B", "A - B", "A .* B", "A .^ 2", "A ./ 2", "2 * A", "A * 3", "A + 1", "1 - A", "A .* full(B)", "full(A) + B", "-A", "~A",
                "A'", "A.'", "A * B'", "A' * B", "A * full(B')", "full(A)' * B", "C * C", "C ^ 2", "A == B", "A ~= B", "A < B", "A >= 1", "A > 0",
                "A & B", "A | B", "xor(A, B)", "sum(A)", "sum(A, 2)", "sumsq(A)", "prod(A)", "any(A)", "all(A, 2)", "max(A)", "min(A, [], 2)",
                "max(A, B)", "max(A, 1)", "cumsum(A)", "mean(A)", "abs(A)", "sign(A)", "floor(A / 2)", "sqrt(abs(A))", "exp(A)", "cos(A)",
                "A(2, :)", "A(:, 3)", "A(:, [3 1 1])", "A([2 1 2], :)", "A([1 3], [2 4])", "A(:)", "A(2)", "A([1 5 7])", "A([1 5; 7 2])", "A(A > 0)",
                "A(end, end)", "A(:, end)", "A(logical([1 0 1]), :)", "[A B]", "[A; B]", "[A full(B)]", "[A; ones(1, columns(A))]", "reshape(A, 2, [])",
                "reshape(A, [1 numel(A)])", "repmat(A, 2, 2)", "kron(A, B)", "diag(C)", "diag(A(1, :))", "diag(C, 1)", "diag(C, -1)", "tril(C)",
                "triu(C, 1)", "tril(A, -1)", "find(A)", "nonzeros(A)", "nnz(A)", "size(A)", "numel(A)", "norm(A, 1)", "norm(A, Inf)", "norm(A, 'fro')",
                "norm(A(:, 1))", "norm(C)", "trace(C)", "(C + 9 * speye(rows(C))) \\ A(:, 1)(1:rows(C))", "(C + 9 * speye(rows(C))) \\ C",
                "inv(C + 9 * speye(rows(C)))", "det(C)", "isequal(A, full(A))", "isempty(A)", "circshift(A, 1)", "sort(A)", "spones(A)",
                "spfun(@(x) x + 1, A)", "double(A > 0)", "mat2str(A)", "sprintf('%g,', A)", "A(:, 2) = []", "A(1, :) = []", "A(2, 3) = 5",
                "A(:, 2) = 1", "A(1, :) = 1:columns(A)", "A(A > 1) = 0", "A(5, 9) = 2", "A(:) = 3", "A([1 4 6]) = [7 8 0]", "A(1:2, 1:2) = [1 0; 0 1]"
            })
    void givesTheValuesOfTheFullMatrix(String expression) {
        String make = "rand('state', 7); ok = [];\n"
                + "for t = 1:20, m = 3; n = 4; F = 0 + fix(6 * rand(m, n) - 3) .* (rand(m, n) < 0.5); G = fix(4 * rand(m, n)) .* (rand(m, n) < 0.4);\n"
                + "H = F(:, 1:3);\nA = F; B = G; C = H; " + (isStatement(expression) ? expression + "; x = A;" : "x = " + expression + ";")
                + "\nA = sparse(F); B = sparse(G); C = sparse(H); " + (isStatement(expression) ? expression + "; y = A;" : "y = " + expression + ";")
                + "\nok(t) = isequal(size(x), size(y)) && (ischar(x) && strcmp(x, y) || ~ischar(x) && all(abs(full(x) - full(y))(:) < 1e-12)) "
                + "&& strcmp(class(x), class(y));\nend\ndisp(all(ok))";
        assertEquals("1\n", run(make), expression);
    }

    private static boolean isStatement(String code) {
        return code.matches(".*\\) = .*");
    }

    private static String run(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Engine(new Catalog(), new PrintStream(bytes, true, StandardCharsets.UTF_8), Path.of(".")).execute(new Source("", null, code));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
