package nabla.gradient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Losses as one writes them first, whose exponentials overflow and vanish: their gradients are those of formulas that do neither. */
class OverflowTest {
    /** Losses of each element x with the label t (0 or 1), and their derivatives. */
    private static final List<String[]> OF_ELEMENTS = List.of(
            new String[] {"log(1 + exp(x))", "sigmoid(x)"},
            new String[] {"log(1 + exp(-(2*t - 1).*x))", "-(2*t - 1).*sigmoid(-(2*t - 1).*x)"},
            new String[] {"-log(1./(1 + exp(-x)))", "-sigmoid(-x)"},
            new String[] {"1./(1 + exp(-x))", "sigmoid(x).*sigmoid(-x)"},
            new String[] {"exp(x)./(1 + exp(x))", "sigmoid(x).*sigmoid(-x)"},
            new String[] {"-t.*log(1./(1 + exp(-x))) - (1 - t).*log(1 - 1./(1 + exp(-x)))", "sigmoid(x) - t"},
            new String[] {"(exp(x) - exp(-x))./(exp(x) + exp(-x))", "sech(x).^2"},
            new String[] {"log(exp(x) + exp(-x))", "tanh(x)"},
            new String[] {"log(sqrt(1 + exp(2*x)))", "sigmoid(2*x)"},
            new String[] {"log(abs(x).^150 + 1)", "150*sign(x)./(abs(x) + max(abs(x), 1e-2).^-149)"});

    /** Functions of a row x, and their gradients. */
    private static final List<String[]> OF_ROWS = List.of(
            new String[] {"log(sum(exp(x)))", "softmax(x)"},
            new String[] {"log(sum(exp(x))) - x(2)", "softmax(x) - [0 1 0]"},
            new String[] {"-log(exp(x(2))/sum(exp(x)))", "softmax(x) - [0 1 0]"},
            new String[] {"[1 2 3]*(exp(x)/sum(exp(x)))'", "softmax(x).*([1 2 3] - [1 2 3]*softmax(x)')"});

    private final Engine engine = new Engine(new Catalog(), new PrintStream(new ByteArrayOutputStream()), Path.of("."));

    @Provide
    Arbitrary<double[]> points() {
        Arbitrary<Double> wide = Arbitraries.doubles().between(-1000, 1000);
        Arbitrary<Double> near = Arbitraries.doubles().between(-45, 45);
        return Arbitraries.oneOf(wide, near).array(double[].class).ofSize(6);
    }

    private void holds(double[] x, String code) {
        engine.execute(new Source("test", null, "x = " + Arrays.toString(x) + "; t = [0 1 1 0 1 0];" + code
                + "ok = all(abs(g - s)(:) <= 1e-9*abs(s(:)) + 1e-12);"));
        assertTrue(engine.baseWorkspace().get("ok").isTrue(), () -> code + Arrays.toString(x));
    }

    @Property(seed = "1", tries = 60)
    void lossesOfElements(@ForAll("points") double[] x) {
        for (String[] f : OF_ELEMENTS) {
            holds(x, "g = grad(@(x) sum(" + f[0] + "), x); s = " + f[1] + ";");
            holds(x, "x = x(1); t = t(2); g = grad(@(x) " + f[0] + ", x); s = " + f[1] + ";");
            holds(x, "x = reshape(x, 2, 3); t = reshape(t, 2, 3); g = grad(@(x) mean(mean(" + f[0] + ")), x); s = (" + f[1] + ")/6;");
            holds(x, "g = diag(jacobian(@(x) " + f[0] + ", x))'; s = " + f[1] + ";");
        }
    }

    @Property(seed = "1", tries = 60)
    void lossesInLoops(@ForAll("points") double[] x) {
        for (String[] f : OF_ELEMENTS) {
            engine.execute(new Source("loop", null, "1; function v = total(z, s), v = 0; for k = 1:numel(z), x = z(k); t = s(k); v = v + " + f[0] + "; end, end"));
            holds(x, "g = grad(@(z) total(z, t), x); s = " + f[1] + ";");
        }
    }

    @Property(seed = "1", tries = 60)
    void functionsOfRows(@ForAll("points") double[] x) {
        for (String[] f : OF_ROWS) holds(x, "x = x(1:3); g = grad(@(x) " + f[0] + ", x); s = " + f[1] + ";");
    }
}
