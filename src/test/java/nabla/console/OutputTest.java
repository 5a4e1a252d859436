package nabla.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program printed arrives, however the program ends. */
@Timeout(60)
class OutputTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private ProcessBuilder nabla(String code) {
        return new ProcessBuilder(List.of(
                JAVA, "-cp", classPath(), "nabla.console.Main", "--figures", folder.toString(), "-e", code));
    }

    /** That of this test, whose loader may be one of the tool that runs the tests. */
    private static String classPath() {
        if (!(Main.class.getClassLoader() instanceof URLClassLoader loader)) return System.getProperty("java.class.path");
        return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
    }

    private static String all(Process p) throws IOException {
        return new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    }

    private static BufferedReader reader(Process p) {
        return new BufferedReader(new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void aLineArrivesWhileTheProgramRuns() throws IOException {
        Process p = nabla("disp(1); while true, end").start();
        assertEquals("1", reader(p).readLine());
        p.destroyForcibly();
    }

    @Test
    void whatWasPrintedArrivesWhenTheProgramIsEnded() throws Exception {
        Process p = nabla("for k = 1:1e9, printf('%d\\n', k); end").start();
        BufferedReader in = reader(p);
        assertEquals("1", in.readLine());
        p.toHandle().destroy();
        String last = "";
        for (String line; (line = in.readLine()) != null; ) last = line;
        assertTrue(Integer.parseInt(last) > 1);
        assertEquals(143, p.waitFor());
    }

    @Test
    void aProgramEndsWhenTheReaderHasLeft() throws Exception {
        Process p = nabla("for k = 1:1e9, printf('%d\\n', k); end").redirectError(folder.resolve("err").toFile()).start();
        BufferedReader in = reader(p);
        assertEquals("1", in.readLine());
        in.close();
        assertTrue(p.waitFor(20, TimeUnit.SECONDS));
        assertEquals(141, p.exitValue());
        assertEquals("", Files.readString(folder.resolve("err")));
    }

    @Test
    void aFullDeviceIsAnError() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists());
        Process p = nabla("for k = 1:1e9, printf('%d\\n', k); end").redirectOutput(full).start();
        String said = new String(p.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.startsWith("error: the output can't be written: "), said);
        assertEquals(1, p.waitFor());
    }

    @Test
    void figuresAreToldOnALineOfTheErrorStream() throws Exception {
        Process p = nabla("printf('a'); plot(1:3); printf('b')").start();
        assertEquals("ab", all(p));
        String said = new String(p.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("figure: " + folder.resolve("figure-1.png"), said.strip());
        assertTrue(nabla("printf('a'); plot(1:3)").redirectErrorStream(true).start().inputReader().lines().toList().contains(said.strip()));
    }

    @Test
    void errorsComeAfterWhatWasPrintedBefore() throws Exception {
        Process p = nabla("printf('a'); fprintf(2, 'b'); disp('c'); warning('d'); error('e')").redirectErrorStream(true).start();
        assertTrue(all(p).startsWith("abc\nwarning: d\nerror: e\n"));
    }

    @Test
    void nobodyIsWaitedForWithoutATerminal() throws Exception {
        Process p = nabla("tic; pause(100); pause, t = toc; disp(t > 100 && t < 150); x = input('? ')").redirectErrorStream(true).start();
        p.getOutputStream().close();
        assertTrue(all(p).startsWith("1\n? error: input: the input has ended\n"));
    }

    @Test
    void aLongTextIsGatheredWhole() {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        Output out = new Output(sink, false, lost -> {}, null);
        String text = "абв".repeat(20_000);
        out.print(text);
        out.flush();
        assertEquals(text, sink.toString(StandardCharsets.UTF_8));
        assertTrue(out.midline());
    }

    @Test
    void anUnfinishedLineIsShownSoon() throws InterruptedException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        Output out = new Output(sink, true, lost -> {}, null);
        out.print("a\nb");
        assertEquals("a\nb", sink.toString(StandardCharsets.UTF_8));
        out.print("c");
        for (int k = 0; k < 1000 && sink.size() < 4; k++) Thread.sleep(10);
        assertEquals("a\nbc", sink.toString(StandardCharsets.UTF_8));
    }
}
