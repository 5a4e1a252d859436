package nabla.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nabla.value.Lang;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The prompt, typed at as a user does. */
@Timeout(60)
class ReplTest {
    private static final String CTRL_C = "\003";
    private static final String CTRL_D = "\004";
    private static final String RIGHT = "\033OC";

    @TempDir
    private Path home;

    private final String usual = System.getProperty("user.home");
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private PipedOutputStream keys;
    private Thread talk;

    @BeforeEach
    void open() throws IOException {
        Lang.use(Lang.EN);
        System.setProperty("user.home", home.toString());
        keys = new PipedOutputStream();
        ExternalTerminal terminal =
                new ExternalTerminal("test", "xterm-256color", new PipedInputStream(keys, 1 << 16), shown, StandardCharsets.UTF_8);
        terminal.setSize(new org.jline.terminal.Size(100, 40));
        talk = new Thread(() -> {
            try {
                new Repl(Options.read(new String[0])).talk(terminal);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        talk.start();
        await(">> ");
    }

    @AfterEach
    void leave() throws Exception {
        type(CTRL_D);
        talk.join(10_000);
        System.setProperty("user.home", usual);
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private void enter(String line, String answer) throws IOException {
        type(line + "\r");
        await(answer);
    }

    /** What the terminal shows, without the sequences that colour it and move about. */
    private String screen() {
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\033(\\[[0-9;?]*[A-Za-z]|[=>()][AB012]?)", "").replace("\r", "");
    }

    private void await(String text) {
        try {
            while (!screen().contains(text)) Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new AssertionError("not shown: " + text + "\nbut: " + screen(), e);
        }
    }

    @Test
    void aLoopMayBeTypedInLines() throws IOException {
        type("for k = 5:6\r");
        await("end> ");
        type("k\r");
        enter("end", "k = 6\n");
    }

    @Test
    void greekLettersAreTypedByName() throws IOException {
        type("\\eta\t = 0.5\r");
        await("η = 0.5000");
        type("\\nab\t");
        await("∇");
        type("\b");
    }

    @Test
    void theHintIsTheRestOfTheLastLineThatBeganSo() throws IOException {
        enter("first = 12345", "first = 12345\n");
        type("fir");
        await("fir" + "st = 12345");
        type(RIGHT + "6\r");
        await("first = 123456\n");
    }

    @Test
    void anOpenCallIsHintedAt() throws IOException {
        type("hartley(");
        await("= hartley(N");
        type("8)\r");
        await("ans = 3");
    }

    @Test
    void ctrlCStopsALoopAndKeepsTheVariables() throws Exception {
        enter("kept = 7", "kept = 7\n");
        type("while true, end\r");
        Thread.sleep(300);
        type(CTRL_C);
        await("interrupted");
        enter("kept + 1", "ans = 8");
    }

    @Test
    void ctrlCStopsALongComputation() throws Exception {
        type("A = rand(1500); while true, B = A*A; end\r");
        Thread.sleep(500);
        type(CTRL_C);
        await("interrupted");
        enter("size(A)", "1500   1500");
    }

    @Test
    void ctrlCEndsAQuestion() throws Exception {
        type("answer = input('how many? ');\r");
        await("how many? ");
        Thread.sleep(300);
        type(CTRL_C);
        await("interrupted");
        enter("1 + 1", "ans = 2");
    }

    @Test
    void errorsPointAtTheirPlace() throws IOException {
        enter("x = [1 2] + undefinedthing", "error: 'undefinedthing' undefined");
        await("\n    x = [1 2] + undefinedthing\n                ^");
    }

    @Test
    void whatWasTypedIsRememberedAtTheNextStart() throws Exception {
        enter("y = 99", "y = 99\n");
        type(CTRL_D);
        talk.join();
        assertTrue(Files.readString(home.resolve(".nabla/history")).contains("y = 99"));
        assertEquals(false, talk.isAlive());
    }
}
