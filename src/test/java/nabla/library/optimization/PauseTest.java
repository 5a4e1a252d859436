package nabla.library.optimization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nabla.engine.Engine;
import nabla.engine.Interrupted;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.library.Prompt;
import nabla.value.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C pauses a run. */
class PauseTest {
    @TempDir
    private Path folder;

    /** What was printed; the character 3, which stands for the key, interrupts the engine. */
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (bytes[i] == 3) engine.interrupt();
                else write(bytes[i]);
            }
        }
    };

    private final Deque<String> typed = new ArrayDeque<>();
    private Engine engine;

    private final Prompt keyboard = new Prompt() {
        @Override
        public boolean interactive() {
            return true;
        }

        @Override
        public String line(String question) {
            String s = typed.poll();
            if (s != null && s.equals("^C")) throw new Interrupted();
            return s;
        }

        @Override
        public void clear() {}

        @Override
        public void edit(Path file) {}
    };

    @BeforeEach
    void start() {
        Lang.use(Lang.EN);
        Catalog catalog = new Catalog();
        engine = new Engine(catalog, new PrintStream(printed, true, StandardCharsets.UTF_8), folder);
        engine.state(Prompt.class, () -> keyboard);
    }

    /** Minimizes, pressing Ctrl-C at the second step, types the lines in the pause, and runs the end. */
    private String run(String end, String... lines) {
        typed.addAll(List.of(lines));
        engine.execute(new Source("", null, """
                function stop = press(x, o, state)
                  if o.iteration == 2 && strcmp(state, 'iter'), printf('%s', char(3)); end
                  stop = false;
                end
                a = 7;
                [x, fval, flag, out] = minimize(@(x) x^2, 8, gd(0.25), 'Steps', 6, 'OutputFcn', @press);
                """ + end));
        return printed.toString(StandardCharsets.UTF_8).replaceAll("(?m)^paused:.*\\R", "");
    }

    @Test
    void resumeGoesOnAndVariablesAreSeen() {
        assertEquals("a = 7\nans = 2\nflag = 0\nans = 6\n", run("flag, out.iterations", "a", "paused.iteration", "resume"));
    }

    @Test
    void resumeTurnsTheRate() {
        // 8, 4, 2, 1 by halves, then x - 0.5*2x = 0
        assertEquals("ans = 0\n", run("out.trace.x(end)", "resume('eta', 0.5)"));
    }

    @Test
    void stopKeepsTheBest() {
        assertEquals("stopped by the user at step 2\nx = 2\nflag = -1\n", run("x, flag", "stop"));
    }

    @Test
    void anotherCtrlCEndsTheProgram() {
        assertThrows(Interrupted.class, () -> run("", "^C"));
    }
}
