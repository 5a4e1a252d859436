package nabla.library.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Regular expressions: searching, taking apart, replacing. */
public final class RegularExpressions {
    private static final List<String> RESULTS = List.of("start", "end", "tokenextents", "match", "tokens", "names", "split");

    /** A backslash with what it stands before in a replacement. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x\\p{XDigit}{1,2}|[0-7]{1,3}|.)", Pattern.DOTALL);

    /** Where a word begins and ends: beside a character of no word, or at an end of the text. */
    private static final Map<Character, String> EDGES = Map.of('<', "(?<=\\W|^)", '>', "(?=\\W|$)");

    private RegularExpressions() {}

    /** A pattern as Java compiles it, with the names of its groups in order. */
    private record Compiled(Pattern pattern, Map<String, List<Integer>> names) {}

    private static final class Options {
        int flags = Pattern.DOTALL;
        boolean once;
        boolean emptyMatch;
        final List<String> wanted = new ArrayList<>();

        void take(String function, String o) {
            switch (o.toLowerCase(Locale.ROOT)) {
                case "once" -> once = true;
                case "ignorecase" -> flags |= Pattern.CASE_INSENSITIVE;
                case "matchcase" -> flags &= ~Pattern.CASE_INSENSITIVE;
                case "lineanchors" -> flags |= Pattern.MULTILINE;
                case "stringanchors" -> flags &= ~Pattern.MULTILINE;
                case "freespacing" -> flags |= Pattern.COMMENTS;
                case "literalspacing" -> flags &= ~Pattern.COMMENTS;
                case "dotexceptnewline" -> flags &= ~Pattern.DOTALL;
                case "dotall" -> flags |= Pattern.DOTALL;
                case "emptymatch" -> emptyMatch = true;
                case "noemptymatch" -> emptyMatch = false;
                case "warnings", "tokenize" -> {}
                default -> {
                    String lower = o.toLowerCase(Locale.ROOT);
                    if (lower.startsWith("match")) lower = "match";
                    if (!RESULTS.contains(lower)) throw Failure.of("%s: unknown option \"%s\"", "%s: нет параметра \"%s\"", function, o);
                    wanted.add(lower);
                }
            }
        }
    }

    private static final Map<String, Compiled> KNOWN = new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> e) {
            return size() > 100;
        }
    };

    private static synchronized Compiled compile(String function, String pattern, int flags) {
        String key = flags + ":" + pattern;
        Compiled c = KNOWN.get(key);
        if (c == null) {
            Map<String, List<Integer>> names = new LinkedHashMap<>();
            try {
                c = new Compiled(Pattern.compile(translate(pattern, names), flags), names);
            } catch (PatternSyntaxException e) {
                throw Failure.of(
                        "%s: %s at position %d of expression", "%s: ошибка в образце (%s), место %d",
                        function, e.getDescription(), e.getIndex() + 1);
            }
            KNOWN.put(key, c);
        }
        return c;
    }

    /** Beyond ASCII, case and the classes \w, \d, \s are Unicode's; within it they are the same, and found sooner without. */
    private static int unicode(String s, String pattern) {
        return isAscii(s) && isAscii(pattern) ? 0 : Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    }

    private static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) if (s.charAt(i) > 127) return false;
        return true;
    }

    /** Perl's syntax to Java's: names of groups become plain groups, POSIX classes {@code \p{…}}, {@code \<} and {@code \>} edges of words. */
    private static String translate(String p, Map<String, List<Integer>> names) {
        StringBuilder b = new StringBuilder();
        int group = 0;
        boolean inClass = false;
        for (int i = 0; i < p.length(); i++) {
            char c = p.charAt(i);
            if (c == '\\' && i + 1 < p.length()) {
                char e = p.charAt(++i);
                if (e == '0') {
                    int end = i + 1;
                    while (end < p.length() && end < i + 3 && p.charAt(end) >= '0' && p.charAt(end) <= '7') end++;
                    b.append(String.format("\\x%02x", Integer.parseInt(p.substring(i, end), 8)));
                    i = end - 1;
                    continue;
                }
                b.append(!inClass && EDGES.containsKey(e) ? EDGES.get(e) : Character.isLetter(e) && "iIjJlLmMoOqTyYgc".indexOf(e) >= 0 ? "" + e : "\\" + e);
            } else if (inClass) {
                int close = c == '[' && p.startsWith("[:", i) ? p.indexOf(":]", i) : -1;
                if (close > 0) {
                    b.append(posix(p.substring(i + 2, close)));
                    i = close + 1;
                } else if (c == ']') {
                    b.append(c);
                    inClass = false;
                } else {
                    b.append(c == '[' || c == '&' ? "\\" + c : "" + c);
                }
            } else if (c == '[') {
                inClass = true;
                b.append(c);
                if (p.startsWith("^", i + 1)) b.append(p.charAt(++i));
                if (p.startsWith("]", i + 1)) {
                    b.append("\\]");
                    i++;
                }
            } else if (c == '(') {
                boolean plain = !p.startsWith("?", i + 1);
                int skip = p.startsWith("(?P<", i) ? 4 : p.startsWith("(?<", i) ? 3 : 0;
                boolean named = skip > 0 && !p.startsWith("=", i + skip) && !p.startsWith("!", i + skip);
                if (plain || named) group++;
                b.append(c);
                if (named) {
                    int close = p.indexOf('>', i);
                    if (close < 0) close = p.length() - 1;
                    names.computeIfAbsent(p.substring(i + skip, close), k -> new ArrayList<>()).add(group);
                    i = close;
                }
            } else {
                b.append(c);
            }
        }
        return b.toString();
    }

    private static String posix(String name) {
        return switch (name) {
            case "word" -> "\\w";
            case "^alpha" -> "\\P{Alpha}";
            case "xdigit" -> "\\p{XDigit}";
            case "" -> "";
            default -> "\\p{" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "}";
        };
    }

    @Function(
            call = "[start, finish, extents, match, tokens, names, split] = regexp(s, pattern)\n[...] = regexp(s, pattern, option, ...)",
            en = "Where the regular expression fits in s: first and last positions, extents of the tokens, the matched texts, the tokens (groups in parentheses), the named tokens (?<name>…) as a structure for each match, and what lies between. The options 'start', 'end', 'tokenExtents', 'match', 'tokens', 'names', 'split' choose and order the results; 'once' stops at the first; others: ignorecase, lineanchors, freespacing, dotexceptnewline, emptymatch.",
            ru = "Где регулярное выражение подходит к s: начала и концы, границы групп, найденные тексты, группы в скобках, именованные группы (?<name>…) — по структуре на найденное место — и промежутки. Параметры 'start', 'end', 'tokenExtents', 'match', 'tokens', 'names', 'split' выбирают результаты и их порядок; 'once' — только первое; ещё: ignorecase, lineanchors, freespacing, dotexceptnewline, emptymatch.",
            examples = {"regexp('foo12', '\\d+', 'match', 'once')  % 12"})
    public static Value[] regexp(@Nargout int nargout, Value s, Value pattern, Value... options) {
        return search("regexp", nargout, s, pattern, options, 0);
    }

    @Function(
            call = "[start, finish, extents, match, tokens, names, split] = regexpi(s, pattern, option, ...)",
            en = "As regexp, case aside.",
            ru = "Как regexp, но без учёта регистра.",
            examples = {"regexpi('ABC', 'b')  % 2"})
    public static Value[] regexpi(@Nargout int nargout, Value s, Value pattern, Value... options) {
        return search("regexpi", nargout, s, pattern, options, Pattern.CASE_INSENSITIVE);
    }

    private static Value[] search(String function, int nargout, Value s, Value pattern, Value[] options, int flags) {
        Options o = new Options();
        o.flags |= flags;
        for (Value v : options) o.take(function, Texts.text(v, function, "option"));
        if (!(s instanceof Cell) && !(pattern instanceof Cell)) {
            return one(function, Texts.text(s, function, "1"), Texts.text(pattern, function, "2"), o);
        }
        Cell strings = s instanceof Cell c ? c : new Cell(new Value[] {s}, 1, 1);
        Cell patterns = pattern instanceof Cell c ? c : new Cell(new Value[] {pattern}, 1, 1);
        Cell shape = strings.numel() == 1 ? patterns : strings;
        if (strings.numel() != 1 && patterns.numel() != 1 && strings.numel() != patterns.numel()) {
            throw Failure.of("%s: cell array arguments must be scalar or equal size", "%s: ячейки разного размера", function);
        }
        int n = shape.numel();
        Value[][] all = new Value[RESULTS.size()][n];
        for (int i = 0; i < n; i++) {
            String t = Texts.text(strings.get(strings.numel() == 1 ? 0 : i), function, "1");
            Value[] r = one(function, t, Texts.text(patterns.get(patterns.numel() == 1 ? 0 : i), function, "2"), o);
            for (int k = 0; k < r.length; k++) all[k][i] = r[k];
        }
        Value[] r = new Value[RESULTS.size()];
        for (int k = 0; k < r.length; k++) r[k] = new Cell(all[k], shape.dims());
        return r;
    }

    /** One match: its place, its tokens' places. */
    private record Found(int start, int end, List<int[]> tokens, Map<String, String> names) {}

    private static List<Found> find(Compiled c, String s, Options o) {
        List<Found> all = new ArrayList<>();
        Matcher m = c.pattern.matcher(s);
        try {
            while (m.find()) {
                if (m.end() == m.start() && !o.emptyMatch) continue;
                all.add(found(c, m));
                if (o.once) break;
            }
        } catch (StackOverflowError e) {
            throw Failure.of("regexp: the string is too long for this pattern", "regexp: строка слишком длинна для этого образца");
        }
        return all;
    }

    private static Found found(Compiled c, Matcher m) {
        List<int[]> tokens = new ArrayList<>();
        for (int g = 1; g <= m.groupCount(); g++) if (m.start(g) >= 0) tokens.add(new int[] {m.start(g), m.end(g)});
        Map<String, String> names = new HashMap<>();
        c.names.forEach((name, groups) -> {
            for (int g : groups) if (m.group(g) != null) names.put(name, m.group(g));
        });
        return new Found(m.start(), m.end(), tokens, names);
    }

    private static Value[] one(String function, String s, String pattern, Options o) {
        Compiled c = compile(function, pattern, o.flags | unicode(s, pattern));
        List<Found> all = find(c, s, o);
        Value[] results = o.once ? first(c, s, all) : every(c, s, all);
        Value[] r = new Value[results.length];
        int k = 0;
        for (String w : o.wanted) r[k++] = results[RESULTS.indexOf(w)];
        for (int i = 0; i < results.length; i++) if (!o.wanted.contains(RESULTS.get(i)) && k < r.length) r[k++] = results[i];
        return r;
    }

    private static Value extents(Found f) {
        int n = f.tokens.size();
        double[] d = new double[2 * n];
        for (int i = 0; i < n; i++) {
            d[i] = f.tokens.get(i)[0] + 1;
            d[i + n] = f.tokens.get(i)[1];
        }
        return new Real(d, n, 2);
    }

    private static Cell tokens(String s, Found f) {
        List<String> t = new ArrayList<>();
        for (int[] span : f.tokens) t.add(s.substring(span[0], span[1]));
        return Texts.strings(t);
    }

    private static Value[] every(Compiled c, String s, List<Found> all) {
        int n = all.size();
        double[] start = new double[n];
        double[] end = new double[n];
        Value[] extents = new Value[n];
        Value[] match = new Value[n];
        Value[] tokens = new Value[n];
        List<String> split = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < n; i++) {
            Found f = all.get(i);
            start[i] = f.start + 1;
            end[i] = f.end;
            extents[i] = extents(f);
            match[i] = Texts.row10(s.substring(f.start, f.end));
            tokens[i] = tokens(s, f);
            split.add(s.substring(from, f.start));
            from = f.end;
        }
        split.add(s.substring(from));
        return new Value[] {
            new Real(start, 1, n), new Real(end, 1, n), new Cell(extents, 1, n), new Cell(match, 1, n), new Cell(tokens, 1, n),
            names(c, all), Texts.strings(split)
        };
    }

    private static Value[] first(Compiled c, String s, List<Found> all) {
        if (all.isEmpty()) {
            return new Value[] {
                Real.empty(), Real.empty(), Real.empty(), Char.of(""), new Cell(new Value[0], 0, 0), names(c, all), Char.of(s)
            };
        }
        Found f = all.get(0);
        return new Value[] {
            Real.of(f.start + 1), Real.of(f.end), extents(f), Char.of(s.substring(f.start, f.end)), tokens(s, f), names(c, all),
            Texts.strings(List.of(s.substring(0, f.start), s.substring(f.end)))
        };
    }

    private static Struct names(Compiled c, List<Found> all) {
        int n = all.size();
        Struct r = n == 1 ? Struct.scalar() : Struct.array(Math.min(n, 1), n);
        for (String name : c.names.keySet()) {
            r.addField(name);
            for (int i = 0; i < n; i++) r.put(name, i, Char.of(all.get(i).names.getOrDefault(name, "")));
        }
        return r;
    }

    @Function(
            call = "s = regexprep(s, pattern, replacement)\ns = regexprep(s, pattern, replacement, option, ...)",
            en = "s with each fit of the pattern replaced; $1, $2, … stand for the tokens. Options: once, ignorecase and those of regexp.",
            ru = "Строка s, в которой всё, к чему подходит образец, заменено; $1, $2, … — найденные группы. Параметры: once, ignorecase и прочие, как у regexp.",
            examples = {"regexprep('abc', '(b)', '[$1]')  % a[b]c"})
    public static Value regexprep(Value s, Value pattern, Value replacement, Value... options) {
        Options o = new Options();
        for (Value v : options) o.take("regexprep", Texts.text(v, "regexprep", "option"));
        List<String> patterns = Texts.list(pattern, "regexprep");
        List<String> with = Texts.list(replacement, "regexprep");
        if (with.size() != 1 && with.size() != patterns.size()) {
            throw Failure.of(
                    "regexprep: number of pattern and replace arguments must match", "regexprep: образцов и замен должно быть поровну");
        }
        return Texts.map(s, "regexprep", t -> {
            for (int i = 0; i < patterns.size(); i++) {
                t = replaced(t, compile("regexprep", patterns.get(i), o.flags | unicode(t, patterns.get(i))), with.get(with.size() == 1 ? 0 : i), o);
            }
            return t;
        });
    }

    private static String replaced(String s, Compiled c, String with, Options o) {
        Matcher m = c.pattern.matcher(s);
        Matcher escape = ESCAPE.matcher(with);
        StringBuilder b = new StringBuilder();
        int from = 0;
        while (m.find()) {
            if (m.end() == m.start() && !o.emptyMatch) continue;
            b.append(s, from, m.start());
            for (int i = 0; i < with.length(); i++) {
                char x = with.charAt(i);
                if (escape.region(i, with.length()).lookingAt()) {
                    b.append(Printf.escapes(escape.group()));
                    i = escape.end() - 1;
                } else if (x == '$' && i + 1 < with.length() && Character.isDigit(with.charAt(i + 1))) {
                    int g = with.charAt(++i) - '0';
                    if (g <= m.groupCount() && m.group(g) != null) b.append(m.group(g));
                } else {
                    b.append(x);
                }
            }
            from = m.end();
            if (o.once) break;
        }
        return b.append(s.substring(from)).toString();
    }

    @Function(
            call = "s = regexptranslate(operation, s)",
            en = "A text made a pattern: 'escape' puts a backslash before special characters, 'wildcard' reads *, ? as file names do.",
            ru = "Превращает текст в образец: 'escape' ставит обратную черту перед особыми знаками, 'wildcard' понимает *, ? как в именах файлов.",
            examples = {"regexptranslate('escape', 'a.b')  % a\\.b"})
    public static Char regexptranslate(String operation, String s) {
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "wildcard" -> Char.of(s.replace(".", "\\.").replace("*", ".*").replace("?", "."));
            case "escape" -> Char.of(s.replaceAll("([^\\w\\s])", "\\\\$1"));
            default -> throw Failure.of(
                    "regexptranslate: invalid operation OP", "regexptranslate: операция — 'escape' или 'wildcard'");
        };
    }
}
