package nabla.library.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.library.texts.Scan;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Real;
import nabla.value.Value;

/** A text read row by row by a template, a column for each of its conversions: {@code textscan} and its kin. */
final class ColumnScan {
    private static final Pattern CONVERSION = Pattern.compile("%(\\*?)(\\d*)(?:\\.\\d+)?(f32|f64|d8|d16|d32|d64|u8|u16|u32|u64|[fndusqc]|\\[\\^?\\]?[^\\]]*\\])");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eEdD][+-]?\\d+)?|[iI]nf|NaN|nan|NA)");

    /** What the caller sets, as textscan's options of these names do. */
    static final class Options {
        List<String> delimiters = List.of();
        String whitespace = " \b\t";
        String comment = "";
        String commentEnd = "\n";
        double empty = Double.NaN;
        List<String> treatAsEmpty = List.of();
        boolean severalAsOne;
        boolean returnOnError = true;
    }

    /** A conversion, or words to be met where the kind is empty. */
    private record Field(String kind, int width, boolean skipped, String words) {
        boolean isText() {
            return kind.equals("s") || kind.equals("q") || kind.equals("c") || kind.startsWith("[");
        }
    }

    private final String text;
    private final Options o;
    private final List<Field> fields = new ArrayList<>();
    private final List<List<Object>> columns = new ArrayList<>();
    private int at;

    ColumnScan(String function, String text, String template, Options o) {
        this.text = text;
        this.o = o;
        int k = 0;
        Matcher m = CONVERSION.matcher(template);
        while (k < template.length()) {
            if (Character.isWhitespace(template.charAt(k))) k++;
            else if (m.find(k) && m.start() == k) {
                fields.add(new Field(m.group(3), m.group(2).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(m.group(2)), !m.group(1).isEmpty(), ""));
                k = m.end();
            } else {
                int end = k + 1;
                while (end < template.length() && template.charAt(end) != '%' && !Character.isWhitespace(template.charAt(end))) end++;
                if (template.charAt(k) == '%' && !template.startsWith("%%", k)) {
                    throw Failure.of("%s: invalid format specifier '%s'", "%s: преобразования '%s' нет", function, template.substring(k, end));
                }
                fields.add(new Field("", 0, true, template.substring(k, end)));
                k = end;
            }
        }
        for (Field f : fields) if (!f.skipped) columns.add(new ArrayList<>());
    }

    int position() {
        return at;
    }

    /** As many fields as the first line has numbers, of the kind %f; for an empty template. */
    static String template(String text, Options o) {
        ColumnScan first = new ColumnScan("textscan", text.lines().findFirst().orElse(""), "%f", o);
        first.read(Integer.MAX_VALUE);
        return "%f".repeat(Math.max(1, first.columns.get(0).size()));
    }

    void skipLines(int n) {
        for (int k = 0; k < n && at < text.length(); k++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
    }

    /** Uses the template so many times, or to the end of the text, or to what does not fit. */
    void read(int times) {
        for (int k = 0; k < times && blank(true); k++) if (!row()) return;
    }

    private boolean row() {
        boolean any = false;
        int column = 0;
        for (Field f : fields) {
            blank(!any);
            if (at == text.length() && !(any && !o.delimiters.isEmpty())) return false;
            if (f.kind.isEmpty()) {
                if (!text.startsWith(f.words, at)) return failed();
                at += f.words.length();
                continue;
            }
            Object v = f.isText() ? word(f) : number(f);
            if (v == null) return failed();
            if (!f.skipped) columns.get(column++).add(v);
            any = true;
            delimiter();
        }
        return any;
    }

    private boolean failed() {
        if (o.returnOnError) return false;
        throw Failure.of("textscan: Read error in field at position %d", "textscan: поле на месте %d не подходит под шаблон", at + 1);
    }

    /** Skips blanks and comments, ends of lines where they separate rows; false at the end of the text. */
    private boolean blank(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!o.comment.isEmpty() && text.startsWith(o.comment, at)) {
                int end = text.indexOf(o.commentEnd, at + o.comment.length());
                at = end < 0 ? text.length() : o.commentEnd.equals("\n") ? end : end + o.commentEnd.length();
            } else if (o.whitespace.indexOf(c) >= 0 && !isDelimiter() || c == '\r' || c == '\n' && (lines || o.delimiters.isEmpty())) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private boolean isDelimiter() {
        return length() > 0;
    }

    /** The length of the delimiter here, 0 when there is none. */
    private int length() {
        int most = 0;
        for (String d : o.delimiters) if (text.startsWith(d, at)) most = Math.max(most, d.length());
        return most;
    }

    private void delimiter() {
        blank(false);
        do {
            int n = length();
            if (n == 0) return;
            at += n;
        } while (o.severalAsOne);
    }

    /** The number here; what stands for an empty field between delimiters; null when there is neither. */
    private Object number(Field f) {
        for (String s : o.treatAsEmpty) {
            if (!text.startsWith(s, at)) continue;
            at += s.length();
            return o.empty;
        }
        Matcher m = NUMBER.matcher(text).region(at, (int) Math.min(text.length(), (long) at + f.width));
        if (m.lookingAt()) {
            at = m.end();
            return value(m.group().replace('d', 'e').replace('D', 'e'));
        }
        boolean end = at == text.length() || text.charAt(at) == '\n' || isDelimiter();
        return end && !o.delimiters.isEmpty() ? o.empty : null;
    }

    private static Double value(String s) {
        String t = s.startsWith("+") || s.startsWith("-") ? s.substring(1) : s;
        double v = switch (t) {
            case "Inf", "inf" -> Double.POSITIVE_INFINITY;
            case "NaN", "nan", "NA" -> Double.NaN;
            default -> Double.parseDouble(t);
        };
        return s.startsWith("-") ? -v : v;
    }

    private Object word(Field f) {
        int from = at;
        int most = (int) Math.min(text.length(), (long) at + f.width);
        if (f.kind.equals("c")) {
            at = Math.min(text.length(), at + (f.width == Integer.MAX_VALUE ? 1 : f.width));
            return text.substring(from, at);
        }
        if (f.kind.equals("q") && text.startsWith("\"", at)) return quoted();
        String set = f.kind.startsWith("[") ? f.kind.substring(1, f.kind.length() - 1) : null;
        while (at < most && (set == null ? !ends() : Scan.isIn(set, text.charAt(at)))) at++;
        if (at == from && set != null) return set.startsWith("^") && (at == text.length() || ends()) ? "" : null;
        return text.substring(from, at).stripTrailing();
    }

    /** Whether a word ends here: before a delimiter, or a blank where no delimiters are given. */
    private boolean ends() {
        char c = text.charAt(at);
        return isDelimiter() || c == '\n' || c == '\r' || o.delimiters.isEmpty() && o.whitespace.indexOf(c) >= 0;
    }

    private String quoted() {
        StringBuilder s = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != '"') s.append(text.charAt(at));
            else if (text.startsWith("\"\"", at)) s.append(text.charAt(at++));
            else break;
        }
        at = Math.min(text.length(), at + 1);
        return s.toString();
    }

    /** The columns: numbers in the class of their conversion, words as cells. */
    List<Value> columns(boolean doubles) {
        List<Value> all = new ArrayList<>();
        for (Field f : fields) {
            if (f.skipped) continue;
            List<Object> column = columns.get(all.size());
            all.add(f.isText() ? words(column) : numbers(column, doubles ? "f" : f.kind));
        }
        return all;
    }

    private static Value words(List<Object> column) {
        return Cell.column(column.stream().map(w -> Char.of((String) w)).toList());
    }

    private Value numbers(List<Object> column, String kind) {
        double[] r = new double[column.size()];
        for (int k = 0; k < r.length; k++) r[k] = (Double) column.get(k);
        boolean whole = kind.startsWith("d") || kind.startsWith("u");
        if (!whole) return new Real(kind.equals("f32"), r, r.length, 1);
        IntType t = IntType.named((kind.startsWith("d") ? "int" : "uint") + (kind.length() == 1 ? "32" : kind.substring(1)));
        long[] n = new long[r.length];
        for (int k = 0; k < n.length; k++) n[k] = t.saturate(r[k]);
        return new Ints(t, n, n.length, 1);
    }
}
