package nabla.gradient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Gradients of random smooth expressions in a row x of three numbers, against differences and against each other. */
class RandomExpressionsTest {
    private final Engine engine = new Engine(new Catalog(), new PrintStream(new ByteArrayOutputStream()), Path.of("."));

    @Provide
    Arbitrary<String> expressions() {
        return rows(3).map(e -> "sum(" + e + ")");
    }

    /** Expressions whose values are rows of three numbers. */
    private static Arbitrary<String> rows(int depth) {
        Arbitrary<String> leaf = Arbitraries.of("x", "x(1)*[1 2 3]", "[x(2:3) 1]", "0.5*ones(1,3)", "x([3 1 1])");
        if (depth == 0) return leaf;
        Arbitrary<String> part = rows(depth - 1);
        Arbitrary<String> unary = Combinators.combine(
                        Arbitraries.of("sin(%s)", "cos(%s)", "tanh(%s)", "atan(%s)", "exp(-(%s).^2)", "sqrt(1+(%s).^2)", "log(2+cos(%s))", "-(%s)",
                                "tanh(%s).^3", "cumsum(%s)", "fliplr(%s)", "circshift(%s,1)", "(%s)*[1 2 0;0 1 1;1 0 3]/4", "((%s)'*[1 0 2])(1,:)",
                                "norm(%s)*[1 0 1]", "mean(%s)+x", "(([3 1 0;1 4 1;0 1 5]\\(%s)')')", "arrayfun(@(t) t^2/2, %s)", "erf(%s)",
                                "var(%s)*ones(1,3)", "reshape(reshape(%s,3,1),1,3)", "prod(%s)/9+x", "2.^tanh(%s)"),
                        part)
                .as(String::formatted);
        Arbitrary<String> binary = Combinators.combine(
                        Arbitraries.of("(%s)+(%s)", "(%s)-(%s)", "(%s).*(%s)", "(%s)./(3+sin(%s))", "atan2(%s, 4+cos(%s))", "hypot(%s, 3+sin(%s))",
                                "(2+sin(%s)).^tanh(%s)"),
                        part, part)
                .as(String::formatted);
        return Arbitraries.oneOf(leaf, unary, binary, unary, binary);
    }

    private void holds(String expression, String code) {
        String setup = "x = [0.7 -0.4 1.2]; v = [0.3 1 -0.5]; f = @(x) " + expression + ";";
        engine.execute(new Source("test", null, setup + code));
        assertTrue(engine.baseWorkspace().get("ok").isTrue(), expression);
    }

    @Property(seed = "1", tries = 200, edgeCases = EdgeCasesMode.NONE)
    void gradientIsWhatDifferencesApproach(@ForAll("expressions") String e) {
        holds(e, "[err, g, d] = checkgrad(f, x); ok = norm(g - d) <= 1e-6*(1 + norm(d));");
    }

    @Property(seed = "1", tries = 100, edgeCases = EdgeCasesMode.NONE)
    void directionalDerivativeIsTheGradientAlongTheDirection(@ForAll("expressions") String e) {
        holds(e, "d = dirderiv(f, x, v); g = grad(f, x); ok = abs(d - g*v') <= 1e-12*(1 + norm(g));");
    }

    @Property(seed = "1", tries = 100, edgeCases = EdgeCasesMode.NONE)
    void hessianIsSymmetricAndItsProductIsTheDerivativeOfTheGradient(@ForAll("expressions") String e) {
        holds(e, "H = hessian(f, x); w = hvp(f, x, v); u = dirderiv(@(x) grad(f, x), x, v);"
                + "ok = norm(H - H') <= 1e-11*(1 + norm(H)) && norm(H*v' - w') <= 1e-11*(1 + norm(H)) && norm(u - w) <= 1e-11*(1 + norm(H));");
    }
}
