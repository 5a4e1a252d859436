package nabla.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
