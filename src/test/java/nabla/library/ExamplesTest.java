package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.value.Failure;
import nabla.value.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every example that help shows: what it prints, blanks aside, is what stands after the percent sign; without one it must run. */
class ExamplesTest {
    private static final Catalog CATALOG = new Catalog();
    private static final String SIGN = "  % ";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    static List<String> names() {
        return CATALOG.names().stream().sorted().toList();
    }

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    @ParameterizedTest
    @MethodSource("names")
    void examplesPrintWhatTheyPromise(String name) {
        for (String example : CATALOG.help(name).examples()) {
            int sign = example.lastIndexOf(SIGN);
            String code = sign < 0 ? example : example.substring(0, sign);
            String printed = assertTimeoutPreemptively(LIMIT, () -> plain(run(code)), "help " + name + " shows " + code);
            String promised = sign < 0 ? promisedToRun(printed) : plain(example.substring(sign + SIGN.length()));
            assertEquals(promised, printed, "help " + name + " shows " + code);
        }
    }

    /** Where nothing is promised, all that is printed is right but an error. */
    private static String promisedToRun(String printed) {
        return printed.startsWith("error: ") ? "" : printed;
    }

    private static String plain(String s) {
        return s.replaceAll("\\s+", " ").strip().replaceFirst("^\\w+ = ?", "");
    }

    private String run(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Engine engine = new Engine(CATALOG, new PrintStream(bytes, true, StandardCharsets.UTF_8), folder);
        try {
            engine.execute(new Source("example", null, code));
        } catch (Failure f) {
            return "error: " + f.getMessage();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
