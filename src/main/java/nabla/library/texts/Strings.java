package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.library.arrays.Joining;
import nabla.value.Array;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Joining, padding and trimming of strings. */
public final class Strings {
    private static final String BLANKS = " \t\n\f\r\u000b\0";

    private Strings() {}

    @Function(
            call = "s = strcat(s1, s2, ...)",
            en = "Joins strings side by side. Cells are joined element by element; blanks at the end of character arguments stay out.",
            ru = "Соединяет строки в одну. Массивы ячеек соединяются поэлементно; пробелы в конце символьных аргументов отбрасываются.",
            examples = {"strcat('ab', 'cd')  % abcd"})
    public static Value strcat(Value... given) {
        Value[] s = given.clone();
        for (int i = 0; i < s.length; i++) if (s[i] instanceof Numeric n && !(n instanceof Char)) s[i] = characters(n);
        int[] dims = null;
        boolean cells = false;
        for (Value v : s) {
            if (v instanceof Cell) {
                cells = true;
                if (v.numel() != 1 || dims == null) dims = v.dims();
            }
        }
        if (cells) return joinedCells(s, dims);
        int rows = 1;
        for (Value v : s) {
            if (!(v instanceof Char)) {
                throw Failure.of("strcat: inputs must be strings or cells of strings", "strcat: нужны строки или ячейки со строками");
            }
            if (v.rows() > 1) rows = v.rows();
        }
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            StringBuilder b = new StringBuilder();
            for (Value v : s) {
                Char c = (Char) v;
                b.append(trimEnd(c.rows() <= 1 ? c.text() : c.row(i)));
            }
            joined.add(b.toString());
        }
        return rows == 1 ? Char.of(joined.get(0)) : Char.rows(joined);
    }

    private static Value joinedCells(Value[] s, int[] dims) {
        int n = nabla.value.Dims.count(dims);
        Value[] r = new Value[n];
        for (int i = 0; i < n; i++) {
            StringBuilder b = new StringBuilder();
            for (Value v : s) {
                if (v instanceof Cell c) {
                    if (c.numel() != 1 && c.numel() != n) {
                        throw Failure.of("strcat: nonconformant cell arrays", "strcat: размеры массивов ячеек не совпадают");
                    }
                    b.append(Texts.text(c.get(c.numel() == 1 ? 0 : i), "strcat", "element"));
                } else {
                    b.append(trimEnd(Texts.text(v, "strcat", "argument")));
                }
            }
            r[i] = Char.of(b.toString());
        }
        return new Cell(r, dims);
    }

    @Function(
            call = "s = cstrcat(s1, s2, ...)",
            en = "Joins strings side by side and keeps their blanks.",
            ru = "Соединяет строки в одну, сохраняя пробелы.",
            examples = {"cstrcat('a ', 'b')  % a b"})
    public static Char cstrcat(Value... s) {
        StringBuilder b = new StringBuilder();
        for (Value v : s) {
            if (!(v instanceof Char)) {
                throw Failure.of("cstrcat: arguments must be character strings", "cstrcat: аргументы должны быть строками");
            }
            b.append(((Char) v).text());
        }
        return Char.of(b.toString());
    }

    private static void rows(Value v, List<String> into, boolean skipEmpty) {
        if (v instanceof Cell c) {
            for (Value e : c.data()) rows(e, into, skipEmpty);
        } else if (v.isEmpty()) {
            if (!skipEmpty) into.add("");
        } else if (v instanceof Numeric n) {
            Char c = v instanceof Char t ? t : characters(n);
            for (int i = 0; i < c.rows(); i++) into.add(c.row(i));
        } else {
            throw Failure.of("char: wrong type argument '%s'", "char: аргумент класса %s не годится", v.className());
        }
    }

    private static Char characters(Numeric n) {
        char[] c = new char[n.numel()];
        for (int i = 0; i < c.length; i++) c[i] = (char) n.re(i);
        return new Char(c, false, n.dims());
    }

    @Function(
            call = "s = char(x)\ns = char(s1, s2, ...)\ns = char({s1, s2})",
            en = "Characters of these codes; several strings become rows of a matrix, padded with blanks.",
            ru = "Символы с такими кодами; несколько строк становятся строками матрицы, дополненными пробелами.",
            examples = {"char(97)  % a"})
    public static Char character(Value... x) {
        if (x.length == 1 && x[0] instanceof Char c) {
            c.share();
            return c;
        }
        if (x.length == 1 && x[0] instanceof Numeric n) return characters(n);
        List<String> all = new ArrayList<>();
        for (Value v : x) rows(v, all, false);
        return Char.rows(all);
    }

    @Function(
            call = "s = strvcat(s1, s2, ...)",
            en = "Strings as rows of a matrix, padded with blanks; empty ones are left out.",
            ru = "Строки одна под другой, дополненные пробелами; пустые пропускаются.",
            examples = {"size(strvcat('a', '', 'bc'))  %    2   2"})
    public static Char strvcat(Value... x) {
        List<String> all = new ArrayList<>();
        for (Value v : x) rows(v, all, true);
        return Char.rows(all);
    }

    public static String trimEnd(String s) {
        int n = s.length();
        while (n > 0 && BLANKS.indexOf(s.charAt(n - 1)) >= 0) n--;
        return s.substring(0, n);
    }

    private static int lead(String s) {
        int k = 0;
        while (k < s.length() && BLANKS.indexOf(s.charAt(k)) >= 0) k++;
        return k;
    }

    @Function(
            call = "s = strtrim(s)",
            en = "Without blanks at both ends; a matrix loses the columns that are blank in every row.",
            ru = "Без пробелов с обоих концов; у матрицы отбрасываются столбцы, пустые во всех строках.",
            examples = {"strtrim('  ab  ')  % ab"})
    public static Value strtrim(Value s) {
        if (s instanceof Char c && c.rows() > 1) return trimmedMatrix(c, true);
        if (!(s instanceof Char || s instanceof Cell)) {
            throw Failure.of(
                    "strtrim: S argument must be a string or cellstring", "strtrim: нужна строка или массив ячеек со строками");
        }
        return Texts.map(s, "strtrim", t -> trimEnd(t.substring(lead(t))));
    }

    private static Char trimmedMatrix(Char c, boolean front) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int i = 0; i < c.rows(); i++) {
            first = Math.min(first, lead(c.row(i)));
            last = Math.max(last, trimEnd(c.row(i)).length());
        }
        if (!front) first = 0;
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < c.rows(); i++) rows.add(first < last ? c.row(i).substring(first, last) : "");
        return Char.rows(rows);
    }

    @Function(
            call = "s = deblank(s)",
            en = "Without blanks at the end.",
            ru = "Без пробелов в конце.",
            examples = {"double(deblank('a '))  % 97"})
    public static Value deblank(Value s) {
        if (s instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = deblank(c.get(i));
            return new Cell(r, c.dims());
        }
        if (s instanceof Char c && (c.rows() == 1 || !c.isEmpty())) {
            Char trimmed = trimmedMatrix(c, false);
            return trimmed.isEmpty() ? Char.of("") : trimmed;
        }
        if (s.isEmpty() && s instanceof Numeric) {
            s.share();
            return s;
        }
        throw Failure.of("deblank: S argument must be a string or cellstring", "deblank: нужна строка или массив ячеек со строками");
    }

    @Function(
            call = "s = blanks(n)",
            en = "A string of n blanks.",
            ru = "Строка из n пробелов.",
            examples = {"size(blanks(3))  %    1   3"})
    public static Char blanks(int n) {
        if (n < 0) throw Failure.of("blanks: N must be a non-negative integer", "blanks: n должно быть целым и не меньше нуля");
        return Texts.row10(" ".repeat(n));
    }

    private static Value cased(Value s, boolean up) {
        if (s instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) {
                if (!(c.get(i) instanceof Char)) {
                    throw Failure.of("wrong type argument 'cell array'", "в ячейках должны быть строки");
                }
                r[i] = cased(c.get(i), up);
            }
            return new Cell(r, c.dims());
        }
        if (s instanceof Char c) {
            char[] d = c.data().clone();
            for (int i = 0; i < d.length; i++) d[i] = up ? Character.toUpperCase(d[i]) : Character.toLowerCase(d[i]);
            return new Char(d, c.doubleQuoted(), c.dims());
        }
        s.share();
        return s;
    }

    @Function(
            call = "s = upper(s)",
            en = "In capital letters; each string of a cell.",
            ru = "Прописными буквами; для ячеек — каждая строка.",
            examples = {"upper('ab')  % AB"},
            aliases = {"toupper"})
    public static Value upper(Value s) {
        return cased(s, true);
    }

    @Function(
            call = "s = lower(s)",
            en = "In small letters; each string of a cell.",
            ru = "Строчными буквами; для ячеек — каждая строка.",
            examples = {"lower('AB')  % ab"},
            aliases = {"tolower"})
    public static Value lower(Value s) {
        return cased(s, false);
    }

    @Function(
            call = "s = strjoin(c)\ns = strjoin(c, delimiter)",
            en = "The strings of a cell in one, with the delimiter (a blank) between; escapes such as \\n are understood.",
            ru = "Строки ячеек одной строкой через разделитель (пробел); последовательности вида \\n понимаются.",
            examples = {"strjoin({'a', 'b'}, '-')  % a-b"})
    public static Char strjoin(Cell c, @Default Value delimiter) {
        List<String> parts = Texts.list(c, "strjoin");
        if (delimiter instanceof Cell between) {
            StringBuilder b = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                b.append(parts.get(i));
                if (i < between.numel()) b.append(Texts.text(between.get(i), "strjoin", "delimiter"));
            }
            return Texts.row10(b.toString());
        }
        if (delimiter == null) return Texts.row10(String.join(" ", parts));
        return Texts.row10(String.join(Printf.escapes(Texts.text(delimiter, "strjoin", "delimiter")), parts));
    }

    @Function(
            call = "s = do_string_escapes(s)",
            en = "Escapes such as \\n and \\t replaced by the characters they stand for.",
            ru = "Заменяет последовательности вида \\n и \\t на символы, которые они обозначают.",
            examples = {"double(do_string_escapes('\\n'))  % 10"})
    public static Char doStringEscapes(String s) {
        return Char.of(Printf.escapes(s));
    }

    @Function(
            call = "s = undo_string_escapes(s)",
            en = "Special characters written as escapes such as \\n and \\t.",
            ru = "Записывает специальные символы последовательностями вида \\n и \\t.",
            examples = {"undo_string_escapes(char(10))  % \\n"})
    public static Char undoStringEscapes(String s) {
        StringBuilder b = new StringBuilder();
        for (char c : s.toCharArray()) {
            int k = "\n\t\r\u0007\b\f\u000b\0\\\"'".indexOf(c);
            if (k < 0) b.append(c);
            else b.append('\\').append("ntrabfv0\\\"'".charAt(k));
        }
        return Char.of(b.toString());
    }

    @Function(
            call = "s = strjust(s)\ns = strjust(s, side)",
            en = "Rows shifted to the 'right' (the default), 'left' or 'center'.",
            ru = "Строки, сдвинутые вправо ('right', по умолчанию), влево ('left') или к середине ('center').",
            examples = {"strjust('a  ', 'right')  %   a"})
    public static Char strjust(Char s, @Default("right") String side) {
        List<String> rows = new ArrayList<>();
        int n = s.columns();
        for (int i = 0; i < s.rows(); i++) {
            String t = s.row(i);
            String core = trimEnd(t.substring(lead(t)));
            int room = n - core.length();
            int before =
                    switch ((side + " ").toLowerCase(Locale.ROOT).charAt(0)) {
                        case 'l' -> 0;
                        case 'c' -> room / 2;
                        default -> room;
                    };
            rows.add(" ".repeat(before) + core + " ".repeat(room - before));
        }
        return Char.rows(rows);
    }

    @Function(
            call = "c = cellstr(s)",
            en = "The rows of a character matrix, blanks at their ends cut, as a column of cells.",
            ru = "Строки символьной матрицы без пробелов в конце столбцом ячеек.",
            examples = {"size(cellstr(['ab'; 'c ']))  %    2   1"})
    public static Array cellstr(Value s) {
        if (s instanceof Cell c) {
            if (!c.isStrings()) {
                throw Failure.of("cellstr: argument STRING must be a 2-D character array", "cellstr: в ячейках должны быть строки");
            }
            c.share();
            return c;
        }
        if (s.isEmpty()) return new Cell(new Value[] {Char.of("")}, 1, 1);
        if (!(s instanceof Char)) {
            throw Failure.of("cellstr: argument STRING must be a 2-D character array", "cellstr: нужна символьная матрица");
        }
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < s.rows(); i++) rows.add(Char.of(trimEnd(((Char) s).row(i))));
        return Cell.column(rows);
    }
}
