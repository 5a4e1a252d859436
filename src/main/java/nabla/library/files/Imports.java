package nabla.library.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Options;
import nabla.library.Scalars;
import nabla.library.Texts;
import nabla.library.texts.Printf;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Decimal;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Tables of numbers and words read from text files, and written to them. */
public final class Imports {
    private static final String OPTIONS_EN = " Options: 'Delimiter', 'NumHeaderLines'.";
    private static final String OPTIONS_RU = " Параметры: 'Delimiter', 'NumHeaderLines'.";

    private Imports() {}

    @Function(call = "a = importdata(file)\n[a, delimiter, headers] = importdata(file, delimiter, headers)",
            en = "What a file holds: numbers alone as a matrix; numbers under headers or beside words as a structure with data (NaN for a word), textdata, "
                    + "colheaders or rowheaders; words alone as a cell of lines. Delimiter and number of header lines are guessed unless given. Pictures and .mat files too.",
            ru = "Содержимое файла: одни числа — матрица; числа под заголовком или рядом со словами — структура с полями data (NaN на месте слова), textdata, "
                    + "colheaders или rowheaders; одни слова — ячейки со строками. Разделитель и число строк заголовка угадываются, если не заданы. Годятся и картинки, и файлы .mat.",
            examples = {"f = tempname(); fid = fopen(f, 'w'); fprintf(fid, 'x,y\\n1,2\\n'); fclose(fid); importdata(f).data  % 1 2"})
    public static Value[] importdata(Session session, String file, @Default String delimiter, @Default Value headers) {
        String lower = file.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".mat")) return session.standard("load").call(new Value[] {Char.of(file)}, 1);
        if (lower.matches(".*\\.(png|jpe?g|bmp|gif)")) return session.standard("imread").call(new Value[] {Char.of(file)}, 1);
        int given = headers == null || headers.isEmpty() ? -1 : Scalars.whole("importdata", "headers", headers, 0, 0);
        TextTable t = new TextTable(Delimited.text(session, file, "importdata"), delimiter == null ? null : Printf.escapes(delimiter), given);
        List<List<String>> rows = t.rows();
        Value[] about = {null, Char.of(t.delimiter), Real.of(t.headers)};
        if (rows.stream().flatMap(List::stream).noneMatch(TextTable::isNumber)) about[0] = column(t.lines);
        else about[0] = parts(t, rows);
        return about;
    }

    /** The numbers; with what words stand around them when there are any. */
    private static Value parts(TextTable t, List<List<String>> rows) {
        boolean labelled = rows.stream().noneMatch(r -> TextTable.isNumber(r.get(0)) || r.get(0).isEmpty());
        List<String> words = new ArrayList<>(t.lines.subList(0, t.headers));
        List<String> labels = new ArrayList<>();
        for (List<String> r : rows) {
            for (int j = 0; j < r.size(); j++) if (!TextTable.isNumber(r.get(j)) && !r.get(j).isEmpty()) words.add(r.get(j));
            if (labelled) labels.add(r.get(0));
        }
        Real data = TextTable.numbers(rows, labelled ? 1 : 0);
        if (words.isEmpty()) return data;
        Struct s = Struct.scalar().with("data", data).with("textdata", column(words));
        if (labelled) return s.with("rowheaders", column(labels));
        List<String> titles = t.headers == 0 ? List.of() : t.fields(t.headers - 1);
        return titles.size() == data.columns() ? s.with("colheaders", Texts.strings(titles)) : s;
    }

    private static Cell column(List<String> lines) {
        return Cell.column(lines.stream().map(Texts::row10).toList());
    }

    private static TextTable table(Session session, String function, String file, Value[] options, int headers) {
        Options o = new Options(function, options, 0, "Delimiter", "NumHeaderLines");
        String d = o.word("Delimiter", null);
        return new TextTable(Delimited.text(session, file, function), d == null ? null : Printf.escapes(d), o.get("NumHeaderLines") == null ? headers : o.count("NumHeaderLines", 0));
    }

    @Function(call = "A = readmatrix(file)\nA = readmatrix(file, Name, Value)",
            en = "The numbers of a text file below its headers, NaN where a field is empty or a word." + OPTIONS_EN,
            ru = "Числа текстового файла под заголовком, NaN на месте пустых полей и слов." + OPTIONS_RU,
            examples = {"f = tempname(); writematrix([1 2; 3 4], f); readmatrix(f)(2, :)  % 3 4"})
    public static Real readmatrix(Session session, String file, Value... options) {
        return TextTable.numbers(table(session, "readmatrix", file, options, -1).rows(), 0);
    }

    @Function(call = "C = readcell(file)\nC = readcell(file, Name, Value)",
            en = "The fields of a text file in cells, numbers as numbers, words as texts." + OPTIONS_EN,
            ru = "Поля текстового файла в ячейках: числа числами, слова строками." + OPTIONS_RU,
            examples = {"f = tempname(); writecell({'a', 1}, f); readcell(f){2}  % 1"})
    public static Cell readcell(Session session, String file, Value... options) {
        List<List<String>> rows = table(session, "readcell", file, options, 0).rows();
        int n = rows.stream().mapToInt(List::size).max().orElse(0);
        Value[] c = new Value[rows.size() * n];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < n; j++) c[i + j * rows.size()] = j < rows.get(i).size() ? TextTable.value(rows.get(i).get(j)) : Char.of("");
        }
        return new Cell(c, rows.size(), n);
    }

    @Function(call = "lines = readlines(file)",
            en = "The lines of a text file, a cell for each; an empty one last where the file ends in a newline.",
            ru = "Строки текстового файла по ячейкам; если файл кончается концом строки, последняя пуста.",
            examples = {"f = tempname(); writelines({'a', 'b'}, f); readlines(f){2}  % b"})
    public static Cell readlines(Session session, String file) {
        return column(List.of(Delimited.text(session, file, "readlines").split("\r?\n|\r", -1)));
    }

    @Function(call = "writelines(lines, file)", en = "Writes texts, in cells or as one, as the lines of a file.", ru = "Записывает строки (из ячеек или одну) в файл построчно.",
            examples = {"f = tempname(); writelines({'a', 'b'}, f); fileread(f)  % a b"})
    public static void writelines(Session session, Value lines, String file) {
        Delimited.write(session, file, String.join("\n", Texts.list(lines, "writelines")) + "\n", false, "writelines");
    }

    @Function(call = "writematrix(A, file)\nwritematrix(A, file, 'Delimiter', d, 'WriteMode', 'append')",
            en = "Writes a matrix as text with 15 digits, commas between unless another delimiter is given.",
            ru = "Записывает матрицу текстом с 15 цифрами, через запятую или заданный разделитель.",
            examples = {"f = tempname(); writematrix([0.1 2], f); fileread(f)  % 0.1,2"})
    public static void writematrix(Session session, Numeric a, String file, Value... options) {
        Value[] cells = new Value[a.numel()];
        for (int k = 0; k < cells.length; k++) cells[k] = Real.of(a.re(k));
        write(session, "writematrix", a instanceof Char c ? new Cell(new Value[] {c}, 1, 1) : new Cell(cells, a.dims()), file, options);
    }

    @Function(call = "writecell(C, file)\nwritecell(C, file, 'Delimiter', d, 'WriteMode', 'append')",
            en = "Writes cells of numbers and texts as a table, commas between; texts with commas in quotes.",
            ru = "Записывает ячейки с числами и строками таблицей через запятую; строки с запятыми — в кавычках.",
            examples = {"f = tempname(); writecell({'a', 1}, f); fileread(f)  % a,1"})
    public static void writecell(Session session, Cell c, String file, Value... options) {
        write(session, "writecell", c, file, options);
    }

    private static void write(Session session, String function, Cell c, String file, Value[] options) {
        Options o = new Options(function, options, 0, "Delimiter", "WriteMode");
        String d = delimiter(Printf.escapes(o.word("Delimiter", ",")));
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) b.append(j > 0 ? d : "").append(field(function, c.get(i + j * c.rows()), d));
            b.append('\n');
        }
        Delimited.write(session, file, b.toString(), o.word("WriteMode", "overwrite").equals("append"), function);
    }

    private static String delimiter(String name) {
        return switch (name) {
            case "comma" -> ",";
            case "space" -> " ";
            case "tab" -> "\t";
            case "semi" -> ";";
            case "bar" -> "|";
            default -> name;
        };
    }

    private static String field(String function, Value v, String delimiter) {
        if (v instanceof Numeric n && !(v instanceof Char)) return n.isEmpty() ? "" : Decimal.general(n.re(0), 15, false);
        String s = Texts.text(v, function, "a cell");
        return s.contains(delimiter) || s.contains("\"") ? "\"" + s.replace("\"", "\"\"") + "\"" : s;
    }
}
