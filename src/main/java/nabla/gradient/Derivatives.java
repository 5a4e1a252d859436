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
import java.util.stream.Stream;

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
        /** Elements are chosen; the second result tells their places along the dimension. */
        PICKS,
        /** Elements move, repeat and vanish, and nothing is computed. */
        MOVES,
        /** The result does not change with small changes of the arguments, or is no number. */
        CONSTANT,
        /** The same, but the result tells in jumps where the arguments are: a program that knows them only so has lost its derivative. */
        JUMPS,
        /** The function hands its arguments on, untouched. */
        THROUGH,
        /** Constant in pieces, so that a derivative of 0 would mislead; as an index it only chooses, as a condition does. */
        ROUNDS,
        /** Constant in pieces, with results that no tape follows. */
        STEPS,
        /** The result is text that shows the arguments. */
        TEXT,
        /** Writes its arguments where the first one says; what is read from a file again has no derivative. */
        WRITES,
        /** Shows its arguments on the screen, in a figure or in a message. */
        SHOWS,
        /** Reads what has been shown: text and numbers that have no derivative, once anything followed was shown. */
        READS,
        /** The result is complex; what is computed from it, and from other complex numbers, is computed from real and imaginary parts. */
        COMPLEX,
        /** The result is an object made of the arguments. */
        MADE,
        /** It is asked of an object. */
        ASKED,
        /** It searches what solves a problem: its search is not followed, its result is differentiated by the problem's equation. */
        SOLVED,
        /** There is a derivative, but nobody has written it yet. */
        UNWRITTEN,
        /** It has no derivative: it does something, asks something, or gives no number that changes smoothly. */
        NONE;

        /** Whether small changes of the arguments leave the result as it is. */
        boolean isConstant() {
            return this == CONSTANT || this == JUMPS;
        }
    }

    /**
     * One line with a formula.
     *
     * @param text the whole line
     * @param results the names of the results
     * @param pullbacks for each argument the formula of what it receives, null where there is none
     * @param before statements that come before the formulas
     */
    public record Row(
            String text, String function, List<String> results, List<String> arguments, List<String> pullbacks, List<String> before) {
        /** Stands last among the arguments where any number of others may follow. */
        private static final String MORE = "varargin";

        /** The row's name among the functions; several results make it another one. */
        String key() {
            return results.size() == 1 ? function : function + ":" + results.size();
        }

        /** The names of the results and of the arguments. */
        List<String> names() {
            return Stream.concat(results.stream(), arguments.stream().filter(a -> !a.equals(MORE))).toList();
        }

        /** Whether any number of arguments without derivatives may follow. */
        boolean takesMore() {
            return arguments.contains(MORE);
        }

        /** Whether three and more arguments mean the operation repeated. */
        boolean isRepeatable() {
            return function.equals("plus") || function.equals("times");
        }

        /** The name of the program for the arguments with these digits, counted from 0. */
        String program(String wanted) {
            return PROGRAMS + key() + "/" + wanted;
        }

        /** The wanted arguments' formulas as a function of the derivatives that arrive, the results and the arguments. */
        String source(String wanted) {
            StringBuilder s = new StringBuilder();
            for (String b : before) s.append("  ").append(b).append(";\n");
            List<String> parts = new ArrayList<>();
            for (char k : wanted.toCharArray()) {
                parts.add("for" + k);
                s.append("  for").append(k).append(" = ").append(pullbacks.get(k - '0')).append(";\n");
            }
            List<String> parameters = new ArrayList<>();
            if (results.size() == 1) parameters.add("g");
            else for (String r : results) parameters.add("g" + r);
            parameters.addAll(results);
            parameters.addAll(arguments);
            return "function [" + String.join(", ", parts) + "] = contributions(" + String.join(", ", parameters) + ")\n" + s + "end\n";
        }
    }

    /** How the names of programs begin that are not for users: pullbacks, and definitions of functions in the language. */
    public static final String PROGRAMS = "gradient/";

    /** The names of the programs that differentiate solutions, measures of densities, distributions and complex numbers. */
    static final String SOLVED = "solved";

    static final String DENSITIES = "densities";

    static final String DISTRIBUTION = "distribution";

    static final String COMPLEX_NUMBERS = "complex";

    private static final Set<String> WHOLE = Set.of(SOLVED, DENSITIES, DISTRIBUTION, COMPLEX_NUMBERS);

    private static final String WHERE = " where ";

    private static final Set<Kind> WITH_ROWS = EnumSet.of(Kind.ELEMENTWISE, Kind.ARRAYS, Kind.ALONG);

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Pullback[]> pullbacks = new HashMap<>();
    /** The functions with entries by how many arguments or results they have. */
    private final Set<String> varied = new HashSet<>();

    private Derivatives(String table) {
        Kind section = Kind.ELEMENTWISE;
        for (String line : (Iterable<String>) table.lines()::iterator) {
            String s = line.strip();
            if (s.isEmpty() || s.startsWith("#")) continue;
            if (s.startsWith("[") && s.endsWith("]")) section = Kind.valueOf(s.substring(1, s.length() - 1).toUpperCase(java.util.Locale.ROOT));
            else if (WITH_ROWS.contains(section)) add(section, parse(s));
            else for (String name : s.split("\\s+")) enter(name, section);
        }
    }

    private void enter(String key, Kind kind) {
        kinds.put(key, kind);
        int mark = Math.max(key.indexOf('/'), key.indexOf(':'));
        if (mark > 0) varied.add(key.substring(0, mark));
    }

    private void add(Kind kind, Row row) {
        rows.put(row.key(), row);
        pullbacks.put(row.key(), new Pullback[1 << row.arguments().size()]);
        enter(row.key(), kind);
    }

    /** {@code y = f(a, b) -> for a, for b} or {@code [y, z] = f(a) -> for a}. */
    private static Row parse(String line) {
        int arrow = line.indexOf("->");
        int equals = line.indexOf('=');
        int open = line.indexOf('(', equals);
        List<String> results = names(line.substring(0, equals).replace("[", "").replace("]", ""));
        List<String> arguments = names(line.substring(open + 1, line.lastIndexOf(')', arrow)));
        int where = line.indexOf(WHERE);
        List<String> pullbacks = new ArrayList<>();
        for (String p : parts(line.substring(arrow + 2, where < 0 ? line.length() : where))) pullbacks.add(p.equals("?") ? null : p);
        while (pullbacks.size() < arguments.size()) pullbacks.add(null);
        List<String> before = where < 0 ? List.of() : parts(line.substring(where + WHERE.length()));
        return new Row(line, line.substring(equals + 1, open).strip(), results, arguments, pullbacks, before);
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

    /** The text of the program of this name, which begins with {@link #PROGRAMS}. */
    public String program(String name) {
        String f = name.substring(PROGRAMS.length());
        if (kinds.get(f) == Kind.DEFINED || WHOLE.contains(f)) return resource(f.replace('/', '_').replace(':', '_') + ".opt");
        int slash = f.lastIndexOf('/');
        Row row = rows.get(f.substring(0, slash));
        String helpers = resource(row.function().replace('/', '_') + ".opt");
        return row.source(f.substring(slash + 1)) + (helpers == null ? "" : helpers);
    }

    /** The function's row, or null. */
    public Row row(String function) {
        return rows.get(function);
    }

    /** How the function is treated; null when nothing is known about it. */
    Kind kind(String function) {
        return kinds.get(function);
    }

    /** The entries of a section. */
    Set<String> functions(Kind section) {
        Set<String> r = new HashSet<>(kinds.keySet());
        r.removeIf(f -> kinds.get(f) != section);
        return r;
    }

    /** The row's formulas for the arguments whose bits are set. */
    Pullback pullback(Row row, int mask) {
        Pullback[] all = pullbacks.get(row.key());
        if (all[mask] == null) all[mask] = new Pullback(row, mask);
        return all[mask];
    }

    /** Whether the function has entries by how many arguments or results it has. */
    boolean isVaried(String function) {
        return varied.contains(function);
    }
}
