package nabla.gradient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known about the derivatives of the library's functions: the file {@code derivatives.table}, whose head explains its lines. */
public final class Derivatives {
    /** A section of the table: how the tape treats a function named in it. */
    enum Kind {
        /** A row; every element of the result depends on one element of each argument. */
        ELEMENTWISE,
        /** A row. */
        ARRAYS,
        /** A row whose argument d, when it is not given, is the first dimension whose size is not 1. */
        ALONG,
        /** Written again in the language, in a file of its own, from functions that have derivatives. */
        DEFINED,
        /** Elements move, repeat and vanish, and nothing is computed. */
        MOVES,
        /** The result does not change with small changes of the arguments, or is no number. */
        CONSTANT,
        /** The function hands its arguments on, untouched. */
        THROUGH,
        /** Constant in pieces, so that a derivative of 0 would mislead. */
        STEPS
    }

    /**
     * One line with a formula.
     *
     * @param text the whole line
     * @param results the names of the results
     * @param pullbacks for each argument the formula of what it receives, null where there is none
     */
    public record Row(String text, String function, List<String> results, List<String> arguments, List<String> pullbacks) {
        /** Whether argument k's formula mentions the name. */
        boolean mentions(int k, String name) {
            return pullbacks.get(k) != null && words(pullbacks.get(k)).contains(name);
        }

        /** The names of the derivatives that arrive: g, or g followed by the result's name when there are several results. */
        List<String> adjoints() {
            if (results.size() == 1) return List.of("g");
            List<String> names = new ArrayList<>();
            for (String r : results) names.add("g" + r);
            return names;
        }

        /** Argument k's formula as a function of the derivatives that arrive, the results and the arguments. */
        String program(int k) {
            List<String> parameters = new ArrayList<>(adjoints());
            parameters.addAll(results);
            parameters.addAll(arguments);
            return "function pullback = contribution(" + String.join(", ", parameters) + ")\n  pullback = " + pullbacks.get(k) + ";\nend\n";
        }
    }

    private static final Set<Kind> WITH_ROWS = EnumSet.of(Kind.ELEMENTWISE, Kind.ARRAYS, Kind.ALONG);

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();

    private Derivatives(String table) {
        Kind section = Kind.ELEMENTWISE;
        for (String line : (Iterable<String>) table.lines()::iterator) {
            String s = line.strip();
            if (s.isEmpty() || s.startsWith("#")) continue;
            if (s.startsWith("[")) section = Kind.valueOf(s.substring(1, s.length() - 1).toUpperCase(java.util.Locale.ROOT));
            else if (WITH_ROWS.contains(section)) add(section, parse(s));
            else for (String name : s.split("\\s+")) kinds.put(name, section);
        }
    }

    private void add(Kind kind, Row row) {
        rows.put(row.function, row);
        kinds.put(row.function, kind);
    }

    /** {@code y = f(a, b) -> for a, for b} or {@code [y, z] = f(a) -> for a}. */
    private static Row parse(String line) {
        int arrow = line.indexOf("->");
        int equals = line.indexOf('=');
        int open = line.indexOf('(', equals);
        List<String> results = names(line.substring(0, equals).replace("[", "").replace("]", ""));
        List<String> arguments = names(line.substring(open + 1, line.lastIndexOf(')', arrow)));
        List<String> pullbacks = new ArrayList<>();
        for (String p : parts(line.substring(arrow + 2))) pullbacks.add(p.equals("?") ? null : p);
        while (pullbacks.size() < arguments.size()) pullbacks.add(null);
        return new Row(line, line.substring(equals + 1, open).strip(), results, arguments, pullbacks);
    }

    private static List<String> names(String list) {
        List<String> r = new ArrayList<>();
        for (String s : list.split(",")) if (!s.isBlank()) r.add(s.strip());
        return r;
    }

    /** The parts between commas outside brackets. */
    private static List<String> parts(String s) {
        List<String> r = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '(' || c == '[') depth++;
            else if (c == ')' || c == ']') depth--;
            else if (c == ',' && depth == 0) {
                r.add(s.substring(from, i).strip());
                from = i + 1;
            }
        }
        r.add(s.substring(from).strip());
        return r;
    }

    private static Set<String> words(String formula) {
        return new HashSet<>(List.of(formula.split("\\W+")));
    }

    /** The table that comes with Nabla. */
    public static Derivatives standard() {
        return Standard.TABLE;
    }

    /** Read when first asked for: programs without gradients do not. */
    private static final class Standard {
        static final Derivatives TABLE = new Derivatives(resource("derivatives.table"));
    }

    /** The text of a file beside the table, null when there is none. */
    static String resource(String name) {
        try (InputStream in = Derivatives.class.getResourceAsStream("/nabla/gradient/" + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The function's row, or null. */
    public Row row(String function) {
        return rows.get(function);
    }

    /** How the function is treated; null when nothing is known about it. */
    Kind kind(String function) {
        return kinds.get(function);
    }
}
