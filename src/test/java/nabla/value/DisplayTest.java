package nabla.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed for a value, against tables of what Octave 7.3 prints: format, way, constant, text. */
class DisplayTest {
    private static final int ALLOWED = 0;

    static Format format(String name) {
        Format f = name.startsWith("long") ? Format.ofLong() : Format.initial();
        if (name.endsWith(" g")) f = f.with(Format.Style.GENERAL);
        if (name.endsWith(" e")) f = f.with(Format.Style.EXPONENT);
        if (name.equals("bank")) f = f.with(Format.Style.BANK);
        if (name.equals("rat")) f = f.with(Format.Style.RATIONAL);
        return f.withCompact(name.equals("compact"));
    }

    static String printed(String format, String way, String constant) {
        Value v = Literal.read(constant);
        return way.equals("disp") ? Display.plain(v, format(format)) : Display.named("x", v, format(format));
    }

    static List<String[]> rows(String table) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                DisplayTest.class.getResourceAsStream("/nabla/display/" + table), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }

    private static void everyRowOf(String table) throws IOException {
        StringBuilder wrong = new StringBuilder();
        int failures = 0;
        for (String[] r : rows(table)) {
            String got = printed(r[0], r[1], r[2]).replace("\n", "\\n");
            if (got.equals(r[3])) continue;
            failures++;
            wrong.append(String.join(" | ", r)).append("\n    got ").append(got).append('\n');
        }
        assertEquals(ALLOWED, failures, wrong.toString());
    }

    @Test
    void valuesPrintAsInOctave() throws IOException {
        everyRowOf("values.tsv");
    }

    @Test
    void numbersOfAllMagnitudesPrintAsInOctave() throws IOException {
        everyRowOf("numbers.tsv");
    }
}
