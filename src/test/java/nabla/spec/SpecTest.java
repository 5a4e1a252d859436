package nabla.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.Failure;
import nabla.value.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The language's specification: each script of src/test/spec prints what stands in the .out file beside it. */
class SpecTest {
    private static final Path ROOT = Path.of("src/test/spec");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(p -> p.toString().endsWith(".opt")).sorted().toList();
        }
    }

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void scriptPrintsWhatItShould(Path script) throws IOException {
        Path expected = script.resolveSibling(script.getFileName().toString().replace(".opt", ".out"));
        assertEquals(Files.readString(expected), run(script));
    }

    /** What a script prints, an error that ends it included. */
    private static String run(Path script) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Engine engine = new Engine(new Catalog(), out, script.toAbsolutePath().getParent());
        try {
            engine.execute(new Source(script.getFileName().toString(), script, Files.readString(script)));
        } catch (Failure f) {
            out.print("error: " + f.getMessage() + "\n");
            for (Failure.Place p : f.places()) out.print("  at " + p.line() + ":" + p.column() + "\n");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
