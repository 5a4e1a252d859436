package nabla.gradient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact gradients of programs of the language against formulas found by hand. */
class GradientTest {
    private Engine engine;

    static Stream<String> formulas() throws IOException {
        return text("analytic.txt").lines().filter(s -> !s.isBlank() && !s.startsWith("#"));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = GradientTest.class.getResourceAsStream("/nabla/gradient/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void start() throws IOException {
        Lang.use(Lang.EN);
        engine = new Engine(new Catalog(), new PrintStream(new ByteArrayOutputStream()), Path.of("."));
        engine.execute(new Source("programs", null, text("programs.opt")));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void gradientIsTheFormula(String line) {
        String[] part = line.split(" \\| ");
        run("x = " + part[1] + "; g = grad(@(x) " + part[0] + ", x); h = " + part[2] + ";");
        run("same = isequal(size(g), size(h)) && norm(g(:) - h(:)) <= 1e-12*max(1, norm(h(:)));");
        assertTrue(value("same").isTrue(), () -> line + "\ngradient " + shown("g") + ", formula " + shown("h"));
    }

    /** With a second result wanted it is the tape that computes, whatever the program. */
    @ParameterizedTest
    @MethodSource("formulas")
    void tapeAgreesWithTheFormula(String line) {
        String[] part = line.split(" \\| ");
        run("x = " + part[1] + "; [g, other] = grad(@(x, unused) " + part[0] + ", x, 0); h = " + part[2] + ";");
        run("same = isequal(size(g), size(h)) && norm(g(:) - h(:)) <= 1e-12*max(1, norm(h(:))) && other == 0;");
        assertTrue(value("same").isTrue(), () -> line + "\ngradient " + shown("g") + ", formula " + shown("h"));
    }

    private void run(String code) {
        engine.execute(new Source("test", null, code));
    }

    private Value value(String name) {
        return engine.baseWorkspace().get(name);
    }

    private String shown(String name) {
        return java.util.Arrays.toString(((Numeric) value(name)).toDoubles());
    }
}
