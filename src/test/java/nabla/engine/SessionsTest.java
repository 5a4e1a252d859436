package nabla.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.Failure;
import nabla.value.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two engines in one process are two worlds. */
@Timeout(60)
class SessionsTest {
    private final World a = new World();
    private final World b = new World();

    /** An engine and what it printed. */
    private static final class World {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final Engine engine = new Engine(new Catalog(), new PrintStream(bytes, true, StandardCharsets.UTF_8), Path.of(""));
        /** How the program ended. */
        volatile String end = "";

        void run(String code) {
            try {
                engine.execute(new Source("", null, code));
                end = "well";
            } catch (CancellationException e) {
                end = "interrupted";
            } catch (Failure f) {
                end = f.getMessage();
            }
        }

        Thread start(String code) {
            Thread t = new Thread(null, () -> run(code), "world", 1 << 26);
            t.start();
            return t;
        }

        String printed() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    @Test
    void anInterruptIsMeantForOne() throws InterruptedException {
        Thread first = a.start("disp('begun'), while true, end");
        Thread second = b.start("disp('begun'), while true, end");
        awaitBegin(a);
        awaitBegin(b);
        a.engine.interrupt();
        first.join();
        assertEquals("interrupted", a.end);
        second.join(300);
        assertTrue(second.isAlive());
        b.engine.interrupt();
        second.join();
        assertEquals("interrupted", b.end);
    }

    private static void awaitBegin(World w) throws InterruptedException {
        while (!w.printed().contains("begun")) Thread.sleep(5);
    }

    @Test
    void aProgramThatBeginsDoesNotSaveAnother() throws InterruptedException {
        Thread first = a.start("disp('begun'), while true, end");
        awaitBegin(a);
        CountDownLatch over = new CountDownLatch(1);
        Thread busy = new Thread(() -> {
            do b.run("1;");
            while (over.getCount() > 0);
        });
        busy.start();
        a.engine.interrupt();
        first.join();
        over.countDown();
        busy.join();
        assertEquals("interrupted", a.end);
        assertEquals("well", b.end);
        a.run("x = 1;");
        assertEquals("well", a.end);
    }

    @Test
    void eachSpeaksItsLanguage() {
        a.run("lang ru");
        a.run("nothing_of_this_name_1");
        b.run("nothing_of_this_name_1");
        assertEquals("имя 'nothing_of_this_name_1' не определено", a.end);
        assertEquals("'nothing_of_this_name_1' undefined", b.end);
    }

    @Test
    void whatOneShowsWhileItDifferentiatesTheOtherDoesNotReadBack() throws InterruptedException {
        Thread first = a.start("function y = shown(x), evalc('x'); y = x^2; end, for k = 1:200, g = grad(@shown, 3); end, disp(g)");
        b.run("for k = 1:2000, try, error('seven'), catch e, assert(ischar(lasterr())), assert(strfind(lasterr(), 'seven') > 0), end, end, disp('right')");
        first.join();
        assertEquals("6\n", a.printed());
        assertTrue(b.printed().endsWith("right\n"), b.end);
    }
}
