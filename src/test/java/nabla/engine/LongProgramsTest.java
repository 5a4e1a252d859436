package nabla.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.language.Source;
import nabla.library.Catalog;
import nabla.value.Failure;
import nabla.value.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading, compiling and running take time in proportion to a program's length, and give the right value. */
@Timeout(300)
class LongProgramsTest {
    /** The program of a length, and what it prints. */
    private record Kind(IntFunction<String> program, IntFunction<String> prints) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            kind("lines", n -> "x12=12;\n".repeat(n) + "disp(x12)", n -> "12"),
            kind("variables", n -> lines(n, k -> "x" + k + " = " + k + ";") + "disp(x7)", n -> "7"),
            kind("a sum of numbers", n -> "disp(" + join(n, "+", k -> "1") + ")", n -> "" + n),
            kind("a sum of variables", n -> "a = 1; disp(" + join(n, "+", k -> "a") + ")", n -> "" + n),
            kind("conditions", n -> "a = true; if " + join(n, "&&", k -> "a") + ", disp(1), end", n -> "1"),
            kind("a switch over numbers", n -> "switch 7\n" + lines(n, k -> "case " + k + "\n y = " + k + ";") + "end\ndisp(y)", n -> "7"),
            kind("a switch over texts", n -> "switch 'c" + (n - 1) + "'\n" + lines(n, k -> "case 'c" + k + "'\n y = " + k + ";") + "otherwise, y = -1; end\ndisp(y)", n -> "" + (n - 1)),
            kind("a switch that finds nothing", n -> "switch -3\n" + lines(n, k -> "case " + k + "\n y = " + k + ";") + "otherwise, y = -1; end\ndisp(y)", n -> "-1"),
            kind("elseif", n -> "x = 7;\nif x == -1\n y = 0;\n" + lines(n, k -> "elseif x == " + k + "\n y = " + k + ";") + "end\ndisp(y)", n -> "7"),
            kind("returns from a switch", n -> "function r = f(x)\n for j = 1:2\n switch x\n" + lines(n, k -> "case " + k + "\n r = x + j; if j == 2, return, end, continue") + "end\n end\n end\ndisp(f(5))", n -> "7"),
            kind("nested parentheses", n -> "disp(" + "(".repeat(n) + "1" + ")".repeat(n) + ")", n -> "1"),
            kind("nested brackets", n -> "disp(" + "[".repeat(n / 4) + "1" + "]".repeat(n / 4) + ")", n -> "1"),
            kind("nested ifs", n -> "x = 1;\n" + "if x\n".repeat(n) + "disp(2)\n" + "end\n".repeat(n), n -> "2"),
            kind("signs", n -> "disp(" + "- ".repeat(n) + "1)", n -> "1"),
            kind("an anonymous function", n -> "f = @(x) " + join(n, "+", k -> "sin(x)*" + k) + "; disp(f(0))", n -> "0"),
            kind("a function", n -> "function y = f(x)\n y = 0;\n" + lines(n, k -> "y = y + x;") + "end\ndisp(f(1))", n -> "" + n),
            kind("a row of cells", n -> "c = {" + join(n, ",", k -> "'t" + k + "'") + "}; disp(c{7})", n -> "t6"),
            kind("a column of cells", n -> "k = 1; c = {" + join(n, ";", k -> "k") + "}; disp(numel(c))", n -> "" + n),
            kind("a matrix of variables", n -> "k = 1; disp(sum([" + join(n, " ", k -> "k") + "]))", n -> "" + n),
            kind("arguments", n -> "k = 1; disp(sum(horzcat(" + join(n, ", ", k -> "k") + ")))", n -> "" + n),
            kind("elements of a structure array", n -> "for k = 1:" + 10 * n + ", s(k).a = k; s(k).b = 1; end, t = struct('c', {}); for k = 1:" + 10 * n + ", t(end+1) = struct('c', k); end, disp(s(7).a + t(7).c + numel(s) + numel(t))", n -> "" + (14 + 20 * n)));

    private static Map.Entry<String, Kind> kind(String name, IntFunction<String> program, IntFunction<String> prints) {
        return Map.entry(name, new Kind(program, prints));
    }

    private static String join(int n, String between, IntFunction<String> part) {
        return String.join(between, IntStream.range(0, n).mapToObj(part).toList());
    }

    private static String lines(int n, IntFunction<String> line) {
        return join(n, "\n", line) + "\n";
    }

    static Stream<String> kinds() {
        return KINDS.keySet().stream().sorted();
    }

    @BeforeEach
    void speakEnglish() {
        Lang.use(Lang.EN);
    }

    /** Four times as long takes about four times as long: sixteen times would be quadratic. Other work on the machine is allowed for. */
    @ParameterizedTest
    @MethodSource("kinds")
    void timeIsInProportion(String name) throws InterruptedException {
        time(name, 200);
        double ratio = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 4 && ratio > 9; k++) {
            double once = time(name, 1000);
            ratio = Math.min(ratio, time(name, 4000) / (once + 0.05));
        }
        assertTrue(ratio <= 9, name + ": " + ratio + " times as long for four times the length");
    }

    private static double time(String name, int n) throws InterruptedException {
        Kind kind = KINDS.get(name);
        String program = kind.program.apply(n);
        String[] printed = {""};
        long start = System.nanoTime();
        Thread t = new Thread(null, () -> printed[0] = run(program), "program", 1L << 29);
        t.start();
        t.join();
        assertEquals(kind.prints.apply(n) + "\n", printed[0], name + " of length " + n);
        return (System.nanoTime() - start) / 1e9;
    }

    private static String run(String program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try {
            new Engine(new Catalog(), out, Path.of("")).execute(new Source("", null, program));
        } catch (Failure f) {
            out.print(f.getMessage());
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
