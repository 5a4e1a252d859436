package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import nabla.library.Decoded;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Scalars;
import nabla.library.Texts;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Parts of texts: found, counted, taken out, put in. A text gives one answer, a cell of texts one for each. */
public final class TextParts {
    private TextParts() {}

    private static Value numbers(String function, Value s, ToDoubleFunction<String> f) {
        List<String> all = Texts.list(s, function);
        double[] r = all.stream().mapToDouble(f).toArray();
        return s instanceof Cell c ? new Real(r, c.dims()) : Real.column(r);
    }

    private static boolean ignoresCase(String function, Value[] options) {
        return new Options(function, options, 0, "IgnoreCase").flag("IgnoreCase", false);
    }

    /** How often the patterns stand in the text, one after the other. */
    private static int occurrences(String text, List<String> patterns, boolean ignoresCase) {
        String s = ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
        int n = 0;
        for (String pattern : patterns) {
            String p = ignoresCase ? pattern.toLowerCase(Locale.ROOT) : pattern;
            if (p.isEmpty()) continue;
            for (int at = s.indexOf(p); at >= 0; at = s.indexOf(p, at + p.length())) n++;
        }
        return n;
    }

    @Function(call = "tf = contains(s, pattern)\ntf = contains(s, pattern, 'IgnoreCase', tf)",
            en = "Whether the text, or each text of a cell, holds the pattern or one of a cell of patterns.",
            ru = "Есть ли в тексте (в каждом тексте ячеек) образец или один из образцов в ячейках.",
            examples = {"contains('gradient', 'grad')  % 1", "contains({'ab', 'cd'}, {'a', 'x'})  % 1 0"})
    public static Value contains(Value s, Value pattern, Value... options) {
        boolean ignores = ignoresCase("contains", options);
        List<String> patterns = Texts.list(pattern, "contains");
        List<String> all = Texts.list(s, "contains");
        boolean[] r = new boolean[all.size()];
        for (int i = 0; i < r.length; i++) r[i] = patterns.contains("") || occurrences(all.get(i), patterns, ignores) > 0;
        return new Bool(r, s instanceof Cell c ? c.dims() : new int[] {r.length, 1});
    }

    @Function(call = "n = count(s, pattern)\nn = count(s, pattern, 'IgnoreCase', tf)",
            en = "How often the pattern, or each of a cell of patterns, stands in the text or in each text of a cell.",
            ru = "Сколько раз образец (каждый из образцов в ячейках) встречается в тексте или в каждом тексте ячеек.",
            examples = {"count('banana', 'an')  % 2"})
    public static Value count(Value s, Value pattern, Value... options) {
        boolean ignores = ignoresCase("count", options);
        List<String> patterns = Texts.list(pattern, "count");
        return numbers("count", s, t -> occurrences(t, patterns, ignores));
    }

    @Function(call = "n = strlength(s)", en = "How many characters the text, or each text of a cell, has.", ru = "Сколько символов в тексте или в каждом тексте ячеек.",
            examples = {"strlength({'ab', 'привет'})  % 2 6"})
    public static Value strlength(Value s) {
        return numbers("strlength", s, String::length);
    }

    @Function(call = "s = replace(s, old, new)", en = "The text with every old replaced by new; cells of them are replaced one after the other.",
            ru = "Текст, в котором всякое old заменено на new; несколько замен из ячеек делаются по очереди.", examples = {"replace('a-b-c', '-', '+')  % a+b+c"})
    public static Value replace(Value s, Value old, Value with) {
        List<String> from = Texts.list(old, "replace");
        List<String> to = Texts.list(with, "replace");
        if (to.size() != 1 && to.size() != from.size()) throw Failure.of("replace: give one new text, or one for each old", "replace: нужен один новый текст или по одному на каждый старый");
        return Texts.map(s, "replace", t -> {
            for (int k = 0; k < from.size(); k++) if (!from.get(k).isEmpty()) t = t.replace(from.get(k), to.get(to.size() == 1 ? 0 : k));
            return t;
        });
    }

    @Function(call = "s = erase(s, part)", en = "The text without the part, or without any of a cell of parts.", ru = "Текст без данной части (или без частей из ячеек).",
            examples = {"erase('a, b', ', ')  % ab"})
    public static Value erase(Value s, Value part) {
        return replace(s, part, Char.of(""));
    }

    @Function(call = "s = reverse(s)", en = "The characters of the text in reverse order.", ru = "Символы текста в обратном порядке.", examples = {"reverse('abc')  % cba"})
    public static Value reverse(Value s) {
        return Texts.map(s, "reverse", t -> new StringBuilder(t).reverse().toString());
    }

    @Function(call = "s = strip(s)\ns = strip(s, side)\ns = strip(s, side, character)", en = "The text without blanks, or the character given, at both ends or at its 'left' or 'right' one.",
            ru = "Текст без пробелов (или заданного символа) по обоим краям или с одного: 'left', 'right'.", examples = {"strip('  ab ')  % ab", "strip('0010', 'left', '0')  % 10"})
    public static Value strip(Value s, @Default("both") String side, @Default String character) {
        String w = side.length() == 1 ? "both" : side;
        String c = side.length() == 1 ? side : character;
        Texts.known("strip", new Value[] {Char.of(w)}, "both", "left", "right");
        Predicate<Character> off = x -> c == null ? Character.isWhitespace(x) : c.indexOf(x) >= 0;
        return Texts.map(s, "strip", t -> {
            int from = 0;
            int to = t.length();
            while (!w.equals("right") && from < to && off.test(t.charAt(from))) from++;
            while (!w.equals("left") && to > from && off.test(t.charAt(to - 1))) to--;
            return t.substring(from, to);
        });
    }

    @Function(call = "s = pad(s)\ns = pad(s, n)\ns = pad(s, n, side, character)", en = "The text filled up with blanks, or the character, to n letters (to the longest of a cell) on its 'right', 'left' or 'both' sides.",
            ru = "Текст, дополненный пробелами или символом до n знаков (до самого длинного в ячейках) справа ('right'), слева ('left') или с обеих сторон ('both').",
            examples = {"pad('7', 3, 'left', '0')  % 007"})
    public static Value pad(Value s, @Default Value n, @Default("right") String side, @Default(" ") String character) {
        int longest = Texts.list(s, "pad").stream().mapToInt(String::length).max().orElse(0);
        int width = Scalars.whole("pad", "n", n, 0, longest);
        Texts.known("pad", new Value[] {Char.of(side)}, "both", "left", "right");
        if (character.length() != 1) throw Failure.of("pad: one character fills up", "pad: заполняет один символ");
        return Texts.map(s, "pad", t -> {
            int more = Math.max(0, width - t.length());
            int left = side.equals("left") ? more : side.equals("both") ? more / 2 : 0;
            return character.repeat(left) + t + character.repeat(more - left);
        });
    }

    @Function(call = "t = extractBefore(s, mark)\nt = extractBefore(s, k)", en = "What stands before the first mark, or before character k; empty where there is no mark.",
            ru = "То, что стоит перед первой меткой или перед символом номер k; пусто, если метки нет.", examples = {"extractBefore('a=1', '=')  % a"})
    public static Value extractBefore(Value s, Value mark) {
        return Texts.map(s, "extractBefore", t -> {
            int at = place("extractBefore", t, mark, false);
            return at < 0 ? "" : t.substring(0, at);
        });
    }

    @Function(call = "t = extractAfter(s, mark)\nt = extractAfter(s, k)", en = "What stands after the first mark, or after character k; empty where there is no mark.",
            ru = "То, что стоит после первой метки или после символа номер k; пусто, если метки нет.", examples = {"extractAfter('a=1', '=')  % 1"})
    public static Value extractAfter(Value s, Value mark) {
        return Texts.map(s, "extractAfter", t -> {
            int at = place("extractAfter", t, mark, true);
            return at < 0 ? "" : t.substring(at);
        });
    }

    @Function(call = "s = insertAfter(s, mark, new)", en = "The text with new after every mark, or after character k.", ru = "Текст, в котором после каждой метки (или символа номер k) вставлено new.",
            examples = {"insertAfter('ab', 'a', '-')  % a-b"})
    public static Value insertAfter(Value s, Value mark, String text) {
        return inserted("insertAfter", s, mark, text, true);
    }

    @Function(call = "s = insertBefore(s, mark, new)", en = "The text with new before every mark, or before character k.", ru = "Текст, в котором перед каждой меткой (или символом номер k) вставлено new.",
            examples = {"insertBefore('ab', 'b', '-')  % a-b"})
    public static Value insertBefore(Value s, Value mark, String text) {
        return inserted("insertBefore", s, mark, text, false);
    }

    private static Value inserted(String function, Value s, Value mark, String text, boolean after) {
        return Texts.map(s, function, t -> {
            if (mark instanceof Char m) return m.isEmpty() ? t : t.replace(m.text(), after ? m.text() + text : text + m.text());
            int at = place(function, t, mark, after);
            return t.substring(0, at) + text + t.substring(at);
        });
    }

    /** The place (from 0) before or after the first mark, −1 when there is none; of a number the place of that character. */
    private static int place(String function, String s, Value mark, boolean after) {
        if (mark instanceof Char m) {
            int at = s.indexOf(m.text());
            return at < 0 || !after ? at : at + m.numel();
        }
        int k = Scalars.whole(function, "k", mark, 1, 1);
        if (k > s.length()) throw Failure.of("%s: there is no character %d: the text has %d", "%s: символа номер %d нет: в тексте их %d", function, k, s.length());
        return after ? k : k - 1;
    }

    @Function(call = "c = extractBetween(s, from, to)", en = "What stands between the marks, or from character number to character number, each such part in a cell.",
            ru = "То, что стоит между метками (или от символа номер from до символа номер to), каждая часть в своей ячейке.", examples = {"extractBetween('<a><b>', '<', '>')  % { [1,1] = a [2,1] = b }"})
    public static Cell extractBetween(String s, Value from, Value to) {
        List<Value> r = new ArrayList<>();
        if (from instanceof Char a && to instanceof Char b) {
            for (int at = s.indexOf(a.text()); at >= 0 && !a.isEmpty(); ) {
                int start = at + a.numel();
                int end = s.indexOf(b.text(), start);
                if (end < 0) break;
                r.add(Texts.row10(s.substring(start, end)));
                at = s.indexOf(a.text(), end + b.numel());
            }
        } else {
            r.add(Texts.row10(s.substring(place("extractBetween", s, from, false), place("extractBetween", s, to, true))));
        }
        return Cell.column(r);
    }

    @Function(call = "s = join(c)\ns = join(c, delimiter)\ns = join(c, delimiter, dim)",
            en = "The texts of a cell joined along its last dimension that is not 1, or dim, blanks between unless a delimiter is given; a cell.",
            ru = "Тексты ячеек, соединённые по последнему измерению, отличному от 1, или по dim, через пробел или заданный разделитель; ячейки.",
            examples = {"join({'a', 'b'}, '+'){1}  % a+b"})
    public static Value join(Value c, @Default(" ") String delimiter, @Default Value dim) {
        if (!(c instanceof Cell cells) || c.ndims() > 2) throw Failure.of("join: a cell of texts is needed", "join: нужны ячейки со строками");
        List<String> all = Texts.list(c, "join");
        int d = Scalars.whole("join", "dim", dim, 1, c.columns() != 1 ? 2 : 1);
        if (d > 2) return c;
        int m = cells.rows();
        int n = cells.columns();
        List<Value> r = new ArrayList<>();
        for (int i = 0; i < (d == 2 ? m : n); i++) {
            List<String> line = new ArrayList<>();
            for (int j = 0; j < (d == 2 ? n : m); j++) line.add(all.get(d == 2 ? i + j * m : j + i * m));
            r.add(Texts.row10(String.join(delimiter, line)));
        }
        return d == 2 ? Cell.column(r) : Cell.row(r);
    }

    @Function(call = "c = split(s)\nc = split(s, delimiter)", en = "The parts of a text between delimiters (blanks unless given; one or a cell of them) as a column of cells; of a column of texts a row for each.",
            ru = "Части текста между разделителями (пробелами, заданным или одним из ячеек) столбцом ячеек; для столбца текстов — по строке на каждый.",
            examples = {"split('a,b', ','){2}  % b"})
    public static Cell split(Value s, @Default Value delimiter) {
        String pattern = delimiter == null ? "\\s+" : String.join("|", Texts.list(delimiter, "split").stream().map(java.util.regex.Pattern::quote).toList());
        List<String> all = Texts.list(s, "split");
        List<String[]> parts = all.stream().map(t -> (delimiter == null ? t.strip() : t).split(pattern, -1)).toList();
        if (!(s instanceof Cell) || all.size() == 1) return Cell.column(java.util.Arrays.stream(parts.get(0)).map(Texts::row10).toList());
        int n = parts.get(0).length;
        if (parts.stream().anyMatch(p -> p.length != n)) throw Failure.of("split: every text must have the same number of parts", "split: число частей у всех текстов должно быть одинаковым");
        Value[] r = new Value[all.size() * n];
        for (int i = 0; i < all.size(); i++) for (int j = 0; j < n; j++) r[i + j * all.size()] = Texts.row10(parts.get(i)[j]);
        return new Cell(r, all.size(), n);
    }

    @Function(call = "i = strchr(s, characters)\ni = strchr(s, characters, n, direction)", en = "The positions of any of the characters in s, the first or ('last') last n of them.",
            ru = "Номера мест, где в s стоит один из символов; первые или ('last') последние n из них.", examples = {"strchr('world', 'orl')  % 2 3 4"})
    public static Value strchr(String s, String characters, @Default("Inf") double n, @Default("first") String direction) {
        Texts.known("strchr", new Value[] {Char.of(direction)}, "first", "last");
        if (characters.isEmpty()) throw Failure.of("strchr: CHARS must not be empty", "strchr: символы не заданы");
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < s.length(); i++) if (characters.indexOf(s.charAt(i)) >= 0) at.add(i);
        if (at.size() > n) at = direction.equals("first") ? at.subList(0, (int) n) : at.subList(at.size() - (int) n, at.size());
        return Texts.positions(at);
    }

    @Function(call = "s = untabify(s)\ns = untabify(s, width, deblank)", en = "Tabs replaced by blanks up to the next multiple of width (8); with deblank true, none are left at the end.",
            ru = "Табуляции заменены пробелами до ближайшего кратного width (8); при deblank, равном true, пробелы в конце убраны.", examples = {"untabify(\"a\\tb\", 4)  % a b"})
    public static Value untabify(Value s, @Default("8") int width, @Default("false") boolean deblank) {
        return Texts.map(s, "untabify", t -> {
            StringBuilder b = new StringBuilder();
            for (char c : t.toCharArray()) {
                if (c == '\t') b.append(" ".repeat(width - b.length() % width));
                else b.append(c);
            }
            return deblank ? b.toString().stripTrailing() : b.toString();
        });
    }

    @Function(call = "b = unicode2native(s)\nb = unicode2native(s, encoding)", en = "The bytes (uint8) of a text in UTF-8 or another encoding.", ru = "Байты (uint8) текста в UTF-8 или другой кодировке.",
            examples = {"unicode2native('я')  % 209 143", "unicode2native('я', 'windows-1251')  % 255"})
    public static Value unicode2native(String s, @Default("UTF-8") String encoding) {
        byte[] b = s.getBytes(Decoded.named("unicode2native", encoding));
        long[] r = new long[b.length];
        for (int i = 0; i < r.length; i++) r[i] = b[i] & 0xff;
        return new Ints(IntType.UINT8, r, b.length == 0 ? 0 : 1, b.length);
    }

    @Function(call = "s = native2unicode(b)\ns = native2unicode(b, encoding)", en = "The text that bytes are in UTF-8 or another encoding.", ru = "Текст, который байты означают в UTF-8 или другой кодировке.",
            examples = {"native2unicode(uint8([209 143]))  % я"})
    public static Value native2unicode(Numeric b, @Default("UTF-8") String encoding) {
        if (b instanceof Char) return b;
        byte[] bytes = new byte[b.numel()];
        for (int i = 0; i < bytes.length; i++) {
            double v = b.re(i);
            if (v != Math.rint(v) || v < 0 || v > 255) throw Failure.of("native2unicode: bytes are whole numbers from 0 to 255", "native2unicode: байты — целые числа от 0 до 255");
            bytes[i] = (byte) v;
        }
        String s = new String(bytes, Decoded.named("native2unicode", encoding));
        return b.columns() == 1 && b.rows() > 1 ? new Char(s.toCharArray(), false, s.length(), 1) : Char.of(s);
    }
}
