package nabla.library.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Decoded;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.Texts;
import nabla.library.texts.Printf;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Concat;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Tables of numbers and words in texts and files. */
final class TextColumns {
    private static final String EN = " Template: %f, %d, %s, %q (a word in quotes), %[a-z], %*f to skip, and words that must stand there. "
            + "Options: 'Delimiter', 'HeaderLines', 'Whitespace', 'CommentStyle', 'EmptyValue', 'TreatAsEmpty', 'MultipleDelimsAsOne', 'CollectOutput'.";
    private static final String RU = " Шаблон: %f, %d, %s, %q (слово в кавычках), %[a-z], %*f пропустить, и слова, которые должны там стоять. "
            + "Параметры: 'Delimiter', 'HeaderLines', 'Whitespace', 'CommentStyle', 'EmptyValue', 'TreatAsEmpty', 'MultipleDelimsAsOne', 'CollectOutput'.";

    private TextColumns() {}

    /** The arguments after the text: template, count, options. */
    private static final class Request {
        final ColumnScan.Options options = new ColumnScan.Options();
        String template;
        int times = Integer.MAX_VALUE;
        int headers;
        boolean collect;

        Request(String function, String usual, Value[] a) {
            int k = 0;
            template = a.length > 0 && a[0] instanceof Char c && a.length % 2 == 1 | c.text().contains("%") | c.isEmpty() ? Printf.escapes(a[k++].toString()) : usual;
            if (k < a.length && a[k] instanceof Numeric n && !(n instanceof Char)) {
                double t = n.isEmpty() ? -1 : n.re(0);
                k++;
                if (t >= 0) times = (int) Math.min(t, Integer.MAX_VALUE);
            }
            for (; k < a.length; k += 2) {
                String name = Texts.text(a[k], function, "option");
                if (k + 1 == a.length) throw Failure.of("%s: no value for option '%s'", "%s: нет значения параметра '%s'", function, name);
                set(function, name, a[k + 1]);
            }
        }

        private void set(String function, String name, Value v) {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "delimiter" -> options.delimiters = delimiters(v, function);
                case "headerlines" -> headers = (int) number(function, name, v);
                case "whitespace" -> options.whitespace = Printf.escapes(Texts.text(v, function, name));
                case "commentstyle" -> comments(Texts.list(v, function));
                case "emptyvalue" -> options.empty = number(function, name, v);
                case "treatasempty" -> options.treatAsEmpty = Texts.list(v, function);
                case "multipledelimsasone" -> options.severalAsOne = v.isTrue();
                case "collectoutput" -> collect = v.isTrue();
                case "returnonerror" -> options.returnOnError = v.isTrue();
                case "endofline", "bufsize", "expchars", "datetimelocale", "texttype" -> {}
                default -> throw Failure.of("%s: unrecognized option '%s'", "%s: параметра '%s' нет", function, name);
            }
        }

        private static double number(String function, String name, Value v) {
            if (v instanceof Numeric n && n.isScalar()) return n.re(0);
            throw Failure.of("%s: the value of '%s' must be a number", "%s: значение параметра '%s' должно быть числом", function, name);
        }

        private static List<String> delimiters(Value v, String function) {
            if (v instanceof Cell) return Texts.list(v, function).stream().map(Printf::escapes).toList();
            return Printf.escapes(Texts.text(v, function, "Delimiter")).chars().mapToObj(Character::toString).toList();
        }

        private void comments(List<String> style) {
            options.comment = switch (style.get(0)) {
                case "shell" -> "#";
                case "c++" -> "//";
                case "matlab" -> "%";
                case "c" -> "/*";
                default -> style.get(0);
            };
            if (style.size() > 1) options.commentEnd = style.get(1);
            else if (options.comment.equals("/*")) options.commentEnd = "*/";
        }

        ColumnScan read(String function, String text) {
            ColumnScan scan = new ColumnScan(function, text, template.isEmpty() ? ColumnScan.template(text.lines().skip(headers).findFirst().orElse(""), options) : template, options);
            scan.skipLines(headers);
            scan.read(times);
            return scan;
        }
    }

    @Function(call = "c = textscan(fid, template)\nc = textscan(text, template, times, Name, Value)",
            en = "The columns of a table in a file or a text, in cells: the template is used again for every row." + EN,
            ru = "Столбцы таблицы из файла или текста, в ячейках: шаблон применяется заново к каждой строке." + RU,
            examples = {"textscan(sprintf('a,1\\nb,2'), '%s %f', 'Delimiter', ','){2}'  % 1 2"})
    public static Value textscan(Session session, Value from, Value... a) {
        Request q = new Request("textscan", "%f", a);
        List<Value> columns;
        if (Texts.isRow(from)) {
            columns = q.read("textscan", from.toString()).columns(false);
        } else {
            OpenFile f = OpenFiles.of(session).get("textscan", from);
            try {
                long start = f.position();
                Decoded all = f.rest();
                ColumnScan scan = q.read("textscan", all.text());
                if (scan.position() < all.text().length()) f.seek(start + all.bytes(scan.position()));
                columns = scan.columns(false);
            } catch (IOException e) {
                throw OpenFiles.failed("textscan", e);
            }
        }
        return Cell.row(q.collect ? collected(columns) : columns);
    }

    /** Neighbours of one class joined. */
    private static List<Value> collected(List<Value> columns) {
        List<Value> all = new ArrayList<>();
        for (Value v : columns) {
            Value last = all.isEmpty() ? null : all.get(all.size() - 1);
            boolean fits = last != null && last.className().equals(v.className()) && last.dims()[0] == v.dims()[0];
            if (fits) all.set(all.size() - 1, Concat.horizontal(new Value[] {last, v}));
            else all.add(v);
        }
        return all;
    }

    @Function(call = "[a, b, ...] = strread(text, template, Name, Value)",
            en = "The columns of a table in a text, each as a result." + EN, ru = "Столбцы таблицы из текста, каждый отдельным результатом." + RU,
            examples = {"[a, b] = strread('1 2 3 4', '%f %f'); b'  % 2 4"})
    public static Value[] strread(@Nargout int nargout, String text, Value... a) {
        return each(new Request("strread", "%f", a).read("strread", text), nargout);
    }

    @Function(call = "[a, b, ...] = textread(file, template, Name, Value)",
            en = "The columns of a table in a file, each as a result." + EN, ru = "Столбцы таблицы из файла, каждый отдельным результатом." + RU,
            examples = {"f = tempname(); csvwrite(f, [1 2; 3 4]); [a, b] = textread(f, '%f %f', 'delimiter', ','); a'  % 1 3"})
    public static Value[] textread(Session session, @Nargout int nargout, String file, Value... a) {
        return each(new Request("textread", "%f", a).read("textread", Folders.fileread(session, file)), nargout);
    }

    private static Value[] each(ColumnScan scan, int nargout) {
        List<Value> columns = scan.columns(true);
        if (nargout > columns.size()) {
            throw Failure.of("the template has %d conversions, %d results were asked for", "в шаблоне преобразований: %d, а результатов запрошено %d", columns.size(), nargout);
        }
        return Arrays.copyOf(columns.toArray(new Value[0]), Math.max(1, columns.size()));
    }
}
