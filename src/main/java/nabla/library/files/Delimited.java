package nabla.library.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import nabla.engine.Session;
import nabla.library.Decoded;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Scalars;
import nabla.library.Texts;
import nabla.library.texts.Printf;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Tables of numbers in text files. */
public final class Delimited {
    private Delimited() {}

    static String text(Session session, String file, String function) {
        try {
            return Decoded.utf8(Files.readAllBytes(Folders.resolve(session, file)));
        } catch (IOException e) {
            throw Failure.of("%s: unable to open file '%s'", "%s: файл '%s' не открывается", function, file);
        }
    }

    public static void write(Session session, String file, String text, boolean append, String function) {
        Path p = Folders.resolve(session, file);
        try {
            if (append) Files.writeString(p, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            else Files.writeString(p, text);
        } catch (IOException e) {
            throw Failure.of("%s: unable to write file '%s'", "%s: файл '%s' не записать", function, file);
        }
    }

    /** The numbers of a text, a row a line; missing ones are {@code empty}, an error names what is no number. */
    public static Real parse(String function, String text, String separator, int skipRows, int skipColumns, double empty) {
        String[] lines = text.split("\r?\n");
        List<double[]> rows = new ArrayList<>();
        int n = 0;
        String split = separator;
        for (int i = skipRows; i < lines.length; i++) {
            String line = lines[i];
            if (line.isBlank()) continue;
            if (split == null) split = line.indexOf(',') >= 0 ? "," : line.indexOf('\t') >= 0 ? "\t" : line.indexOf(';') >= 0 ? ";" : " ";
            String[] parts = split.equals(" ") ? line.strip().split("\\s+") : line.split(java.util.regex.Pattern.quote(split), -1);
            double[] row = new double[Math.max(0, parts.length - skipColumns)];
            for (int k = 0; k < row.length; k++) row[k] = value(function, parts[k + skipColumns], empty, i, k + skipColumns);
            n = Math.max(n, row.length);
            rows.add(row);
        }
        int m = rows.size();
        double[] r = new double[m * n];
        java.util.Arrays.fill(r, empty);
        for (int i = 0; i < m; i++) for (int k = 0; k < rows.get(i).length; k++) r[i + k * m] = rows.get(i)[k];
        return m == 0 ? Real.empty() : new Real(r, m, n);
    }

    private static double value(String function, String s, double empty, int line, int column) {
        if (s.isBlank()) return empty;
        if (TextTable.isNumber(s)) return SavedText.real(s);
        throw TextTable.noNumber(function, s.strip(), line + 1, column + 1);
    }

    @Function(call = "a = dlmread(file)\na = dlmread(file, separator, row, column)", en = "The numbers of a text file; the separator is guessed unless given, row and column (from 0) say where to begin.",
            ru = "Числа из текстового файла; разделитель угадывается, если не задан; row и column (с нуля) — откуда начать.",
            examples = {"f = tempname(); dlmwrite(f, [1 2; 3 4], ';'); dlmread(f, ';')  % 1 2 3 4"})
    public static Real dlmread(Session session, String file, Value... a) {
        String separator = a.length > 0 && a[0] instanceof Char c && !c.isEmpty() ? Printf.escapes(c.text()) : null;
        int k = a.length > 0 && a[0] instanceof Char ? 1 : 0;
        int row = k < a.length ? Scalars.whole("dlmread", "row", a[k], 0, 0) : 0;
        int column = k + 1 < a.length ? Scalars.whole("dlmread", "column", a[k + 1], 0, 0) : 0;
        return parse("dlmread", text(session, file, "dlmread"), separator, row, column, 0);
    }

    @Function(call = "a = csvread(file)\na = csvread(file, row, column)", en = "The numbers of a text file separated by commas.", ru = "Числа из текстового файла через запятую.",
            examples = {"f = tempname(); csvwrite(f, [1 2; 3 4]); csvread(f, 1, 0)  % 3 4"})
    public static Real csvread(Session session, String file, @Default Value row, @Default Value column) {
        return parse("csvread", text(session, file, "csvread"), ",", Scalars.whole("csvread", "row", row, 0, 0), Scalars.whole("csvread", "column", column, 0, 0), 0);
    }

    @Function(call = "dlmwrite(file, a)\ndlmwrite(file, a, separator)\ndlmwrite(file, a, 'delimiter', separator, 'precision', p)", en = "Writes a matrix as text, commas between unless told otherwise; '-append' adds to the file.",
            ru = "Записывает матрицу текстом через запятую или другой разделитель; '-append' дописывает.",
            examples = {"f = tempname(); dlmwrite(f, [1 2], ';'); fileread(f)  % 1;2"})
    public static void dlmwrite(Session session, String file, Numeric a, Value... options) {
        String separator = ",";
        String format = "%.5g";
        boolean append = false;
        for (int i = 0; i < options.length; i++) {
            if (Texts.option(options[i], "-append")) append = true;
            else if (Texts.option(options[i], "append") && i + 1 < options.length) append = Texts.option(options[++i], "on");
            else if (Texts.option(options[i], "delimiter") && i + 1 < options.length) separator = Printf.escapes(options[++i].toString());
            else if (Texts.option(options[i], "precision") && i + 1 < options.length) {
                Value p = options[++i];
                format = p instanceof Char c ? c.text() : "%." + (int) ((Numeric) p).re(0) + "g";
            } else if (i == 0 && options[i] instanceof Char c) separator = Printf.escapes(c.text());
        }
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                Value[] s = session.standard("sprintf").call(new Value[] {Char.of(format), Real.of(a.re(i + j * a.rows()))}, 1);
                b.append(j > 0 ? separator : "").append(s[0]);
            }
            b.append('\n');
        }
        write(session, file, b.toString(), append, "dlmwrite");
    }

    @Function(call = "csvwrite(file, a)", en = "Writes a matrix as text, commas between.", ru = "Записывает матрицу текстом через запятую.",
            examples = {"f = tempname(); csvwrite(f, [1 2; 3 4]); fileread(f)  % 1,2 3,4"})
    public static void csvwrite(Session session, String file, Numeric a, Value... options) {
        dlmwrite(session, file, a, options);
    }
}
