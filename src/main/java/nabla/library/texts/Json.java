package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Concat;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Reads JSON (RFC 8259). */
public final class Json {
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int DEEPEST = 500;

    private final String s;
    private final boolean valid;
    private int at;
    private int depth;

    private Json(String s, boolean valid) {
        this.s = s;
        this.valid = valid;
    }

    @Function(call = "v = jsondecode(text)\nv = jsondecode(text, 'makeValidName', tf)",
            en = "The value that a text in JSON describes: objects are structures, lists of numbers (null is NaN), of true and false, of lists of one "
                    + "size and of objects with the same names are arrays, other lists cells; null is []. Names become valid ones unless tf is false.",
            ru = "Значение, описанное текстом в формате JSON: объекты — структуры; списки чисел (null — это NaN), истинностей, списков одного размера "
                    + "и объектов с теми же именами — массивы, прочие списки — ячейки; null — это []. Имена делаются допустимыми, если tf не false.",
            examples = {"jsondecode('[1, 2, null]')'  % 1 2 NaN", "jsondecode('{\"a\": [true, false]}').a'  % 1 0"})
    public static Value jsondecode(String text, Value... options) {
        boolean valid = true;
        for (int k = 0; k < options.length; k += 2) {
            if (!Texts.option(options[k], "makeValidName") || k + 1 == options.length) {
                throw Failure.of("jsondecode: the option is 'makeValidName' with true or false", "jsondecode: параметр — 'makeValidName' и true или false");
            }
            valid = options[k + 1].isTrue();
        }
        Json json = new Json(text, valid);
        Value v = json.value();
        json.blanks();
        if (json.at < text.length()) throw json.wrong();
        return v;
    }

    private Failure wrong() {
        return Failure.of("jsondecode: parse error at offset %d: %s", "jsondecode: ошибка в месте %d: %s", at + 1,
                at < s.length() ? "'" + s.charAt(at) + "'" : nabla.value.Lang.say("the text ends too early", "текст обрывается"));
    }

    private void blanks() {
        while (at < s.length() && " \t\r\n".indexOf(s.charAt(at)) >= 0) at++;
    }

    private boolean take(String word) {
        blanks();
        if (!s.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }

    private void need(String word) {
        if (!take(word)) throw wrong();
    }

    private Value value() {
        if (++depth > DEEPEST) throw Failure.of("jsondecode: more than %d levels", "jsondecode: больше %d уровней", DEEPEST);
        Value v = read();
        depth--;
        return v;
    }

    private Value read() {
        blanks();
        if (take("{")) return object();
        if (take("[")) return list();
        if (take("\"")) return Char.of(string());
        if (take("true")) return Bool.of(true);
        if (take("false")) return Bool.of(false);
        if (take("null")) return Real.empty();
        return Real.of(number());
    }

    private double number() {
        for (Map.Entry<String, Double> e : Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "Inf", Double.POSITIVE_INFINITY,
                "-Infinity", Double.NEGATIVE_INFINITY, "-Inf", Double.NEGATIVE_INFINITY).entrySet()) {
            if ((e.getKey().endsWith("y") || !s.startsWith(e.getKey() + "inity", at)) && take(e.getKey())) return e.getValue();
        }
        int end = at;
        while (end < s.length() && "+-.0123456789eE".indexOf(s.charAt(end)) >= 0) end++;
        try {
            double v = Double.parseDouble(s.substring(at, end));
            at = end;
            return v;
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    /** A string whose first quote has been read. */
    private String string() {
        StringBuilder b = new StringBuilder();
        while (true) {
            if (at >= s.length()) throw wrong();
            char c = s.charAt(at++);
            if (c == '"') return b.toString();
            if (c != '\\') {
                b.append(c);
                continue;
            }
            int k = at < s.length() ? ESCAPES.indexOf(s.charAt(at)) : -1;
            if (k >= 0) {
                b.append(ESCAPED.charAt(k));
                at++;
            } else if (s.startsWith("u", at) && s.substring(at + 1, Math.min(s.length(), at + 5)).matches("\\p{XDigit}{4}")) {
                b.append((char) Integer.parseInt(s.substring(at + 1, at + 5), 16));
                at += 5;
            } else throw wrong();
        }
    }

    private Value object() {
        Struct r = Struct.scalar();
        if (take("}")) return r;
        do {
            need("\"");
            String name = string();
            need(":");
            r.with(valid ? validName(name) : name, value());
        } while (take(","));
        need("}");
        return r;
    }

    /** The name with blanks left out before a capital, other signs as underscores, and an x in front where no letter stands. */
    private static String validName(String name) {
        if (name.matches("[A-Za-z_]\\w*")) return name;
        String joined = Pattern.compile("\\s+(\\S?)").matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
        return joined.replaceAll("\\W", "_").replaceFirst("^(?![A-Za-z_])", "x");
    }

    private Value list() {
        List<Value> all = new ArrayList<>();
        if (take("]")) return Real.empty();
        do all.add(value());
        while (take(","));
        need("]");
        if (all.stream().allMatch(v -> v instanceof Real x && (x.numel() == 1 || x.rows() == 0 && x.columns() == 0))) {
            return Real.column(all.stream().mapToDouble(v -> v.isEmpty() ? Double.NaN : ((Real) v).re(0)).toArray());
        }
        if (all.get(0) instanceof Struct first && all.stream().allMatch(v -> v instanceof Struct t && t.numel() == 1 && List.copyOf(t.names()).equals(List.copyOf(first.names())))) {
            return Concat.vertical(all.toArray(Value[]::new));
        }
        boolean same = all.stream().allMatch(v -> (v instanceof Real || v instanceof Bool) && !v.isEmpty() && v.getClass() == all.get(0).getClass() && Dims.same(v.dims(), all.get(0).dims()));
        return same ? stacked(all) : Cell.column(all);
    }

    /** Arrays of one size as one array, each a row of it: n columns of length m become n-by-m. */
    private static Value stacked(List<Value> all) {
        Array first = (Array) all.get(0);
        int n = all.size();
        int m = first.numel();
        int[] inner = first.ndims() == 2 && first.columns() == 1 ? m == 1 ? new int[0] : new int[] {m} : first.dims();
        int[] d = new int[Math.max(2, inner.length + 1)];
        d[0] = n;
        d[1] = 1;
        System.arraycopy(inner, 0, d, 1, inner.length);
        Array r = first.blank(d);
        for (int i = 0; i < n; i++) for (int k = 0; k < m; k++) r.set(i + k * n, (Array) all.get(i), k);
        return r;
    }
}
