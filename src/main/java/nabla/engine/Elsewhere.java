package nabla.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nabla.value.Lang;

/** Functions that users of MATLAB look for in vain, and what serves instead; the table is read when somebody does. */
final class Elsewhere {
    private Elsewhere() {}

    /** Words for the error that such a name is undefined; empty for any other name. */
    static String hint(String name) {
        return lines().stream()
                .map(line -> line.split(" \\| "))
                .filter(parts -> List.of(parts[0].split(" ")).contains(name))
                .map(parts -> ": " + Lang.say(parts[1], parts[2]))
                .findFirst()
                .orElse("");
    }

    private static List<String> lines() {
        try (InputStream in = Elsewhere.class.getResourceAsStream("elsewhere.table")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
