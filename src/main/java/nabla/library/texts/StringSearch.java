package nabla.library.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Scalars;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Finding, replacing and splitting in strings. */
public final class StringSearch {
    private StringSearch() {}

    private static List<Integer> places(String s, String pattern, boolean overlaps) {
        List<Integer> at = new ArrayList<>();
        if (pattern.isEmpty()) return at;
        for (int k = s.indexOf(pattern); k >= 0; k = s.indexOf(pattern, k + (overlaps ? 1 : pattern.length()))) at.add(k);
        return at;
    }

    /** The options of strfind and strrep: name and whether. */
    private static Map<String, Boolean> switches(String function, Value[] options, String... known) {
        Map<String, Boolean> r = new HashMap<>();
        if (options.length % 2 != 0) {
            throw Failure.of("%s: options come in pairs: a name and true or false", "%s: параметры идут парами: имя и true или false", function);
        }
        for (int k = 0; k < options.length; k += 2) {
            if (!Texts.isRow(options[k]) || options[k + 1].numel() != 1) {
                throw Failure.of("%s: invalid optional argument: give a name and true or false", "%s: параметры — имя и true или false", function);
            }
            String name = options[k].toString().toLowerCase(Locale.ROOT);
            if (!List.of(known).contains(name)) {
                throw Failure.of("%s: unknown option: %s; there are %s", "%s: нет параметра %s; есть %s", function, name, String.join(", ", known));
            }
            r.put(name, options[k + 1].isTrue());
        }
        return r;
    }

    @Function(
            call = "k = strfind(s, pattern)\nk = strfind(s, pattern, 'overlaps', tf, 'forcecelloutput', tf)",
            en = "The positions at which pattern starts in s, [] when it does not occur; for a cell (of texts or of patterns) a cell of lists. "
                    + "Matches may overlap unless 'overlaps' is false; 'forcecelloutput' puts a single list into a cell too.",
            ru = "Места, с которых в s начинается pattern ([] — его нет); для ячеек (с текстами или образцами) — ячейки со списками. "
                    + "Вхождения могут перекрываться, если 'overlaps' не false; 'forcecelloutput' кладёт в ячейку и единственный список.",
            examples = {"strfind('abcabc', 'bc')  %    2   5", "strfind('aaa', 'aa', 'overlaps', false)  % 1"})
    public static Value strfind(Value s, Value pattern, Value... options) {
        Map<String, Boolean> o = switches("strfind", options, "overlaps", "forcecelloutput");
        boolean overlaps = o.getOrDefault("overlaps", true);
        if (!(pattern instanceof Char || pattern instanceof Cell p && p.isStrings())) {
            throw Failure.of(
                    "strfind: PATTERN must be a string or cell array of strings", "strfind: образец — строка или ячейки со строками");
        }
        if (s instanceof Cell c) {
            boolean pairs = pattern instanceof Cell p && p.numel() != 1;
            if (pairs && pattern.numel() != c.numel()) throw Failure.of("strfind: cell arguments must have matching sizes", "strfind: ячейки разного размера");
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) {
                if (!(c.get(i) instanceof Char)) {
                    throw Failure.of("strfind: each element of CELLSTR must be a string", "strfind: в ячейках должны быть строки");
                }
                r[i] = found(((Char) c.get(i)).text(), pattern instanceof Cell p ? p.get(pairs ? i : 0) : pattern, overlaps);
            }
            return new Cell(r, c.dims());
        }
        if (!(s instanceof Char)) {
            throw Failure.of(
                    "strfind: STR must be a string or cell array of strings", "strfind: нужна строка или ячейки со строками");
        }
        Value r = found(((Char) s).text(), pattern, overlaps);
        return o.getOrDefault("forcecelloutput", false) ? new Cell(new Value[] {r}, 1, 1) : r;
    }

    private static Value found(String s, Value pattern, boolean overlaps) {
        if (pattern instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = found(s, c.get(i), overlaps);
            return new Cell(r, c.dims());
        }
        String p = ((Char) pattern).text();
        List<Integer> at = places(s, p, overlaps);
        return at.isEmpty() ? Real.empty() : Texts.positions(at);
    }

    @Function(
            call = "s = strrep(s, old, new)\ns = strrep(s, old, new, 'overlaps', tf)",
            en = "s with every occurrence of old replaced by new; each string of a cell. Occurrences that overlap are each replaced, unless "
                    + "'overlaps' is false.",
            ru = "Строка s, в которой каждое old заменено на new; для ячеек — каждая строка. Перекрывающиеся вхождения заменяются каждое, "
                    + "если 'overlaps' не false.",
            examples = {"strrep('abc', 'b', 'XX')  % aXXc", "strrep('abababc', 'abab', 'xyz')  % xyzxyzc"})
    public static Value strrep(Value s, Value old, Value replacement, Value... options) {
        boolean overlaps = switches("strrep", options, "overlaps").getOrDefault("overlaps", true);
        if (!(old instanceof Char o) || !(replacement instanceof Char n) || !(s instanceof Char || s instanceof Cell)) {
            throw Failure.of(
                    "strrep: STR, PTN, and REP arguments must be strings or cell arrays of strings",
                    "strrep: нужны строки или ячейки со строками");
        }
        if (o.isEmpty()) {
            s.share();
            return s;
        }
        return Texts.map(s, "strrep", t -> replaced(t, o.text(), n.text(), overlaps));
    }

    private static String replaced(String s, String old, String with, boolean overlaps) {
        StringBuilder b = new StringBuilder();
        int from = 0;
        for (int at : places(s, old, overlaps)) {
            if (at > from) b.append(s, from, at);
            b.append(with);
            from = at + old.length();
        }
        return b.append(s, Math.min(from, s.length()), s.length()).toString();
    }

    @Function(
            call = "[c, matches] = strsplit(s)\n[c, matches] = strsplit(s, delimiter)\n... = strsplit(..., 'CollapseDelimiters', tf)",
            en = "The parts of s between delimiters (a blank, a string or a cell of strings). Neighbouring delimiters count as one unless 'CollapseDelimiters' is false.",
            ru = "Части строки s между разделителями (пробел, строка или ячейки со строками). Соседние разделители считаются одним, если 'CollapseDelimiters' не равно false.",
            examples = {"numel(strsplit('a,b,c', ','))  % 3"})
    public static Value[] strsplit(String s, Value... options) {
        List<String> delimiters = List.of(" ");
        boolean collapse = true;
        boolean regular = false;
        int k = 0;
        boolean named = options.length > 0 && (Texts.option(options[0], "collapsedelimiters") || Texts.option(options[0], "delimitertype"));
        if (options.length > 0 && !named && !(options[0] instanceof Bool)) delimiters = Texts.list(options[k++], "strsplit");
        else if (options.length > 0 && options[0] instanceof Bool) delimiters = List.of(" ", "\f", "\n", "\r", "\t", "\u000b");
        if (k < options.length && options[k] instanceof Bool b) {
            collapse = b.isTrue();
            k++;
        }
        for (; k + 1 < options.length; k += 2) {
            String name = Texts.text(options[k], "strsplit", "option").toLowerCase(Locale.ROOT);
            if (abbreviates(name, "collapsedelimiters")) collapse = options[k + 1].isTrue();
            else if (abbreviates(name, "delimitertype")) regular = isRegular(Texts.text(options[k + 1], "strsplit", "type").toLowerCase(Locale.ROOT));
            else throw Failure.of("strsplit: invalid parameter name, '%s'", "strsplit: нет параметра '%s'", name);
        }
        if (k < options.length) throw Failure.of("strsplit: options come in pairs, a name and its value", "strsplit: параметры идут парами: имя и значение");
        List<String> alternatives = new ArrayList<>();
        for (String d : delimiters) alternatives.add(regular ? d : java.util.regex.Pattern.quote(Printf.escapes(d)));
        alternatives.sort((a, b) -> b.length() - a.length());
        String pattern = "(?:" + String.join("|", alternatives) + ")" + (collapse ? "+" : "");
        var m = java.util.regex.Pattern.compile(pattern).matcher(s);
        List<String> parts = new ArrayList<>();
        List<String> matches = new ArrayList<>();
        int from = 0;
        while (m.find()) {
            if (m.end() == m.start()) continue;
            parts.add(s.substring(from, m.start()));
            matches.add(m.group());
            from = m.end();
        }
        parts.add(s.substring(from));
        return new Value[] {Texts.strings(parts), Texts.strings(matches)};
    }

    private static boolean abbreviates(String word, String option) {
        return !word.isEmpty() && option.startsWith(word);
    }

    private static boolean isRegular(String type) {
        if (abbreviates(type, "regularexpression")) return true;
        if (abbreviates(type, "simple") || abbreviates(type, "legacy")) return false;
        throw Failure.of("strsplit: DelimiterType is simple or regularexpression, not %s", "strsplit: DelimiterType — simple или regularexpression, а не %s", type);
    }

    @Function(
            call = "c = ostrsplit(s, separators)\nc = ostrsplit(s, separators, strip_empty)",
            en = "The parts of s, of each of its rows in turn, between any of the separator characters.",
            ru = "Части строки s (матрицы — каждой строки по очереди) между любыми из символов-разделителей.",
            examples = {"numel(ostrsplit('a:b;c', ':;'))  % 3"})
    public static Cell ostrsplit(Char s, Char separators, @Default("false") boolean stripEmpty) {
        if (s.isEmpty()) return new Cell(new Value[0], s.dims());
        List<String> parts = new ArrayList<>();
        for (int row = 0; row < s.rows(); row++) {
            String line = s.row(row);
            int from = 0;
            for (int i = 0; i <= line.length(); i++) {
                if (i < line.length() && separators.text().indexOf(line.charAt(i)) < 0) continue;
                if (!stripEmpty || i > from) parts.add(line.substring(from, i));
                from = i + 1;
            }
        }
        return Texts.strings(parts);
    }

    @Function(
            call = "[token, rest] = strtok(s)\n[token, rest] = strtok(s, delimiters)",
            en = "The first word of s, delimiters before it skipped, and what follows it.",
            ru = "Первое слово строки s (разделители перед ним пропускаются) и остаток.",
            examples = {"strtok('foo bar')  % foo"})
    public static Value[] strtok(Value s, @Default Value delimiters) {
        String d = delimiters == null ? " \t\n\u000b\f\r\0" : Strings.character(delimiters).toString();
        if (s instanceof Cell c) {
            Value[] tokens = new Value[c.numel()];
            Value[] rests = new Value[c.numel()];
            for (int i = 0; i < tokens.length; i++) {
                Value[] r = token(Texts.text(c.get(i), "strtok", "STR"), d);
                tokens[i] = r[0];
                rests[i] = r[1];
            }
            return new Value[] {new Cell(tokens, c.dims()), new Cell(rests, c.dims())};
        }
        if (!(s instanceof Char)) {
            throw Failure.of(
                    "strtok: STR must be a character string or cell array of strings.",
                    "strtok: нужна строка или ячейки со строками");
        }
        return token(((Char) s).text(), d);
    }

    private static Value[] token(String s, String d) {
        int a = 0;
        while (a < s.length() && d.indexOf(s.charAt(a)) >= 0) a++;
        int b = a;
        while (b < s.length() && d.indexOf(s.charAt(b)) < 0) b++;
        return new Value[] {Char.of(s.substring(a, b)), Char.of(s.substring(b))};
    }

    @Function(
            call = "t = substr(s, offset)\nt = substr(s, offset, length)",
            en = "The part of s that starts at offset (from 1; negative ones count from the end); a negative length leaves so many out at the end.",
            ru = "Часть строки s с места offset (от единицы; отрицательное — от конца); при отрицательной длине столько отбрасывается в конце.",
            examples = {"substr('This is a sample', 6, 9)  % is a samp"})
    public static Char substr(String s, int offset, @Default Numeric length) {
        if (offset < 0) offset += s.length() + 1;
        double n = Scalars.of("substr", "length", length, s.length() - offset + 1);
        int end = (int) (n < 0 ? s.length() + n : offset - 1 + n);
        if (offset < 1 || offset > s.length() || end > s.length() || end < offset - 1) {
            throw Failure.of(
                    "substr: OFFSET must be in the range 1 to %d", "substr: OFFSET должно быть от 1 до %d", s.length());
        }
        return Char.of(s.substring(offset - 1, end));
    }

    private static Value position(Value s, String t, boolean last) {
        if (s instanceof Cell c) {
            double[] r = new double[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = place(Texts.text(c.get(i), "index", "S"), t, last);
            return new Real(r, c.dims());
        }
        return Real.of(place(Texts.text(s, "index", "S"), t, last));
    }

    private static int place(String s, String t, boolean last) {
        return 1 + (last ? s.lastIndexOf(t) : s.indexOf(t));
    }

    @Function(
            call = "n = index(s, t)\nn = index(s, t, direction)",
            en = "The position of the first t in s (the last, when direction is 'last'), 0 when there is none.",
            ru = "Место первого t в s (последнего при direction = 'last'); 0, если его нет.",
            examples = {"index('Teststring', 't')  % 4"})
    public static Value index(Value s, String t, @Default("first") String direction) {
        return position(s, t, direction.equals("last"));
    }

    @Function(
            call = "n = rindex(s, t)",
            en = "The position of the last t in s, 0 when there is none.",
            ru = "Место последнего t в s; 0, если его нет.",
            examples = {"rindex('Teststring', 't')  % 6"})
    public static Value rindex(Value s, String t) {
        return position(s, t, true);
    }

    @Function(
            call = "tf = startsWith(s, pattern)\ntf = startsWith(s, pattern, 'IgnoreCase', tf)",
            en = "Whether s, or each string of a cell, begins with one of the patterns.",
            ru = "Начинается ли s (или каждая строка ячеек) с одного из образцов.",
            examples = {"startsWith('nabla', 'na')  % 1"})
    public static Bool startsWith(Value s, Value pattern, Value... options) {
        return borders("startsWith", s, pattern, options, true);
    }

    @Function(
            call = "tf = endsWith(s, pattern)\ntf = endsWith(s, pattern, 'IgnoreCase', tf)",
            en = "Whether s, or each string of a cell, ends with one of the patterns.",
            ru = "Кончается ли s (или каждая строка ячеек) одним из образцов.",
            examples = {"endsWith('nabla', 'la')  % 1"})
    public static Bool endsWith(Value s, Value pattern, Value... options) {
        return borders("endsWith", s, pattern, options, false);
    }

    private static Bool borders(String name, Value s, Value pattern, Value[] options, boolean start) {
        if (!(s instanceof Char || s instanceof Cell c && c.isStrings())) {
            throw Failure.of("%s: STR must be a string or cell array of strings", "%s: нужна строка или ячейки со строками", name);
        }
        if (!(pattern instanceof Char || pattern instanceof Cell p && p.isStrings())) {
            throw Failure.of(
                    "%s: PATTERN must be a string or cell array of strings", "%s: образцом должна быть строка или ячейки", name);
        }
        boolean fold = options.length == 2 && options[1].isTrue();
        List<String> all = Texts.list(s, name);
        List<String> patterns = Texts.list(pattern, name);
        boolean[] r = new boolean[all.size()];
        for (int i = 0; i < r.length; i++) {
            String t = all.get(i);
            for (String p : patterns) {
                int at = start ? 0 : t.length() - p.length();
                r[i] |= at >= 0 && t.regionMatches(fold, at, p, 0, p.length());
            }
        }
        return new Bool(r, s instanceof Cell ? s.dims() : new int[] {r.length, 1});
    }
}
