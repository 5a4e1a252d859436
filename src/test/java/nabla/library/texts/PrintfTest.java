package nabla.library.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Literal;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;
import org.junit.jupiter.api.Test;

/** Text made of numbers, against tables of what Octave 7.3 makes. */
class PrintfTest {
    static String printf(String template, String arguments) {
        try {
            return Printf.format("sprintf", Printf.escapes(template), Literal.list(arguments));
        } catch (Failure e) {
            return "error";
        }
    }

    static String call(String expression) {
        int open = expression.indexOf('(');
        Value[] a = Literal.list(expression.substring(open + 1, expression.lastIndexOf(')')));
        Value second = a.length > 1 ? a[1] : null;
        try {
            return lines(switch (expression.substring(0, open)) {
                case "num2str" -> Numerals.num2str(a[0], second);
                case "int2str" -> Numerals.int2str(a[0]);
                case "rats" -> Numerals.rats((Real) a[0], second == null ? 9 : (int) ((Real) second).re(0));
                default -> Char.of(Numerals.mat2str((Numeric) a[0], second, null));
            });
        } catch (Failure e) {
            return "error";
        }
    }

    /** Every row of text, each ended by a slash. */
    private static String lines(Value v) {
        Char c = (Char) v;
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < c.rows(); i++) b.append(c.row(i)).append('/');
        return c.rows() == 0 ? "0x0" : b.toString();
    }

    private static void check(String table, int arguments) throws IOException {
        StringBuilder wrong = new StringBuilder();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PrintfTest.class.getResourceAsStream("/nabla/display/" + table), StandardCharsets.UTF_8))) {
            for (String line : in.lines().collect(Collectors.toList())) {
                if (line.startsWith("#")) continue;
                String[] r = line.split("\t", -1);
                String got = arguments == 2 ? printf(r[0], r[1]) : call(r[0]);
                String shown = got.replace("\n", "\\n").replace("\t", "\\t").replace("\0", "\\0");
                String expected = r[arguments].startsWith("error") ? "error" : r[arguments];
                if (!shown.equals(expected)) wrong.append(line).append("\n    got ").append(shown).append('\n');
            }
        }
        assertEquals("", wrong.toString());
    }

    @Test
    void templatesAreFilledAsInOctave() throws IOException {
        check("printf.tsv", 2);
    }

    @Test
    void numbersBecomeStringsAsInOctave() throws IOException {
        check("numerals.tsv", 1);
    }
}
