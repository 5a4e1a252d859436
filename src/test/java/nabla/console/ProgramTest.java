package nabla.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nabla.language.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @Test
    void aFileFindsTheFunctionsBesideIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("twice.opt"), "function y = twice(x)\n  y = 2*x;\nend\n");
        Path main = folder.resolve("main.opt");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Program program = new Program(Options.read(new String[] {main.toString()}), out, out);
        assertEquals(0, program.run(new Source("main.opt", main, "twice(3)")));
        assertEquals("ans = 6\n", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatHoldsFunctionsAloneCallsTheFirst(@TempDir Path folder) {
        String text = "function r = lab(n, word), if nargin < 2, word = 'none'; end\n r = helper(n); disp(word), end\nfunction r = helper(n), r = 2*n; end\n";
        assertEquals("abc\nans = 6\n", ran(folder, text, "3", "abc"));
        assertEquals("none\nans = -3\n", ran(folder, text, "-1.5"));
        assertTrue(ran(folder, text).contains("lab(n, word) was called with 0 arguments: give them after the file's name, nabla lab.m n word"));
        assertTrue(ran(folder, text, "1", "2", "3").startsWith("error: Invalid call to lab: called with too many inputs"));
    }

    @Test
    void linesBeginWithTheScreensDefaults(@TempDir Path folder) {
        String text = "set(0, 'DefaultLineLineWidth', 3); h = plot(1:3); disp(get(h, 'LineWidth')), close all";
        assertTrue(ran(folder, text).startsWith("3\n"));
    }

    /** What is printed when this text is the file lab.m, run with the arguments. */
    private static String ran(Path folder, String text, String... arguments) {
        Path file = folder.resolve("lab.m");
        String[] line = new String[arguments.length + 1];
        line[0] = file.toString();
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new Program(Options.read(line), out, out).run(new Source("lab.m", file, text));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
