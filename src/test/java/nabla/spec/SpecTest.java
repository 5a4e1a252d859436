package nabla.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nabla.engine.Engine;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.Failure;
import nabla.value.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The language's specification: each script of src/test/spec prints what stands in the .out file beside it. */
class SpecTest {
    private static final Path ROOT = Path.of("src/test/spec");
    /** A script that runs longer hangs: the slowest takes some seconds. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

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
        assertSameText(script.toString(), Files.readString(expected), run(script));
    }

    @Test
    void aScriptThatFailsIsNamedWithTheLinesThatDiffer() {
        AssertionError e = assertThrows(AssertionError.class, () -> assertSameText("maps.opt", "a\nb\nc\nd\n", "a\nx\ny\nd\n"));
        assertEquals("maps.opt differs from its .out from line 2 on ==> expected: <b\nc> but was: <x\ny>", e.getMessage());
    }

    @Test
    void aScriptThatDoesNotEndIsNamed(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("endless.opt"), "disp(1)\nwhile true, end\n");
        AssertionError e = assertThrows(AssertionError.class, () -> run(script, Duration.ofSeconds(1)));
        assertEquals(script + " did not end in 1 s; it had printed:\n1\n", e.getMessage());
    }

    /** Shows a difference without the lines before and after it that are alike. */
    private static void assertSameText(String name, String expected, String printed) {
        if (expected.equals(printed)) return;
        List<String> e = List.of(expected.split("\n", -1));
        List<String> p = List.of(printed.split("\n", -1));
        int shorter = Math.min(e.size(), p.size());
        int begin = 0;
        while (begin < shorter && e.get(begin).equals(p.get(begin))) begin++;
        int end = 0;
        while (end < shorter - begin && e.get(e.size() - 1 - end).equals(p.get(p.size() - 1 - end))) end++;
        assertEquals(
                String.join("\n", e.subList(begin, e.size() - end)),
                String.join("\n", p.subList(begin, p.size() - end)),
                name + " differs from its .out from line " + (begin + 1) + " on");
    }

    /** What a script prints, an error that ends it included. */
    private static String run(Path script) throws IOException {
        return run(script, LIMIT);
    }

    private static String run(Path script, Duration limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Engine engine = new Engine(new Catalog(), out, script.toAbsolutePath().getParent());
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> execute(engine, out, script), r -> new Thread(r, script.toString()).start());
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            engine.interrupt();
            fail(script + " did not end in " + limit.toSeconds() + " s; it had printed:\n" + bytes.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException | ExecutionException e) {
            fail(script.toString(), e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Of an error's places those in the script are printed: those in the library's own programs move with their comments. */
    private static void execute(Engine engine, PrintStream out, Path script) {
        String name = script.getFileName().toString();
        try {
            engine.execute(new Source(name, script, Files.readString(script)));
        } catch (Failure f) {
            out.print("error: " + f.getMessage() + "\n");
            for (Failure.Place p : f.places()) if (p.file().equals(name)) out.print("  at " + p.line() + ":" + p.column() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
