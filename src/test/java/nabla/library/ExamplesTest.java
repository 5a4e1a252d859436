package nabla.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.plot.Figure;
import nabla.plot.Figures;
import nabla.plot.Screen;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.window.FileScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every example that help shows: what it prints, blanks aside, is what stands after the percent sign, where semicolons may part the
 * rows of a matrix; without one it must run.
 */
class ExamplesTest {
    private static final Catalog CATALOG = new Catalog();
    private static final String SIGN = "  % ";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Functions without an example, and why. */
    private static final Map<String, Set<String>> WITHOUT = Map.of(
            "wait for what is typed", Set.of("input", "keyboard"),
            "go on from a pause by Ctrl-C", Set.of("paused", "resume", "stop"),
            "leave the console", Set.of("exit", "quit"),
            "open an editor", Set.of("edit"),
            "ring", Set.of("beep"),
            "change the language of all that follows", Set.of("lang"),
            "do nothing without a window", Set.of("pan", "zoom", "rotate3d", "refresh"),
            "take seconds", Set.of("integral3", "triplequad"),
            "are what ode45 and ode23 call", Set.of("rungekutta"));

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
            String promised = sign < 0 ? promisedToRun(printed) : promised(example.substring(sign + SIGN.length()), printed);
            assertEquals(promised, printed, "help " + name + " shows " + code);
        }
    }

    @Test
    void everyFunctionHasAnExampleOrAReasonForNone() {
        Set<String> lacking = new TreeSet<>(names());
        lacking.removeIf(name -> !CATALOG.help(name).examples().isEmpty());
        Set<String> meant = new TreeSet<>();
        WITHOUT.values().forEach(meant::addAll);
        assertEquals(meant, lacking);
    }

    /** Where nothing is promised, all that is printed is right but an error. */
    private static String promisedToRun(String printed) {
        return printed.startsWith("error: ") ? "" : printed;
    }

    private static String promised(String result, String printed) {
        return plain(printed.contains(";") ? result : result.replace(';', ' '));
    }

    private static String plain(String s) {
        return s.replaceAll("\\s+", " ").strip().replaceFirst("^\\w+ = ?", "");
    }

    private String run(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Engine engine = new Engine(CATALOG, new PrintStream(bytes, true, StandardCharsets.UTF_8), folder);
        engine.state(Figures.class, Figures::new).screen(new Printer(folder));
        try {
            engine.execute(new Source("example", null, code));
        } catch (Failure f) {
            return "error: " + f.getMessage();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Shows no figures, but prints them to files. */
    private record Printer(Path folder) implements Screen {
        @Override
        public void show(Figure figure) {}

        @Override
        public void close(int number) {}

        @Override
        public void save(Figure figure, Path file, String format, double dpi) throws IOException {
            new FileScreen(folder, null).save(figure, file, format, dpi);
        }

        @Override
        public boolean live() {
            return false;
        }
    }
}
