package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Failure;
import nabla.value.Value;

/**
 * Text from a template and values: all elements of all arguments in a row fill the conversions, the template starts again while
 * elements are left, and the text ends before the first conversion that finds none.
 */
public final class Printf {
    private static final String TYPES = "diouxXeEfFgGcs";

    private Printf() {}

    /** The text; the template's escapes are already replaced. */
    public static String format(String template, Value[] args) {
        return format("printf", template, args);
    }

    /** The text, for the function of that name (in errors). */
    public static String format(String function, String template, Value[] args) {
        List<Object> parts = parts(function, template);
        PrintfData data = new PrintfData(function, args);
        StringBuilder out = new StringBuilder();
        do {
            boolean consumed = false;
            for (Object part : parts) {
                if (part instanceof String s) {
                    out.append(s);
                } else {
                    if (!data.left()) return out.toString();
                    out.append(filled((Conversion) part, data));
                    consumed = true;
                }
            }
            if (!consumed) break;
        } while (data.left());
        return out.toString();
    }

    private static String filled(Conversion c, PrintfData data) {
        int width = c.width() == Conversion.STAR ? data.whole() : c.width();
        int precision = c.precision() == Conversion.STAR ? data.whole() : c.precision();
        return data.fill(c.with(width, precision));
    }

    /** Literal texts and conversions in turn. */
    private static List<Object> parts(String function, String t) {
        List<Object> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < t.length()) {
            char c = t.charAt(i++);
            if (c != '%') {
                literal.append(c);
                continue;
            }
            int start = i;
            while (i < t.length() && "-+ 0#".indexOf(t.charAt(i)) >= 0) i++;
            String flags = t.substring(start, i);
            int[] end = {i};
            int width = size(t, end);
            int precision = Conversion.ABSENT;
            if (end[0] < t.length() && t.charAt(end[0]) == '.') {
                end[0]++;
                precision = size(t, end);
                if (precision == Conversion.ABSENT) precision = 0;
            }
            i = end[0];
            while (i < t.length() && "hlL".indexOf(t.charAt(i)) >= 0) i++;
            char type = i < t.length() ? t.charAt(i++) : 0;
            if (type == '%') {
                literal.append('%');
                continue;
            }
            if (TYPES.indexOf(type) < 0) throw invalid(function, t.substring(start - 1, i));
            if (literal.length() > 0) parts.add(literal.toString());
            literal.setLength(0);
            parts.add(new Conversion(flags, width, precision, type));
        }
        if (literal.length() > 0) parts.add(literal.toString());
        return parts;
    }

    private static int size(String t, int[] at) {
        if (at[0] < t.length() && t.charAt(at[0]) == '*') {
            at[0]++;
            return Conversion.STAR;
        }
        int n = Conversion.ABSENT;
        while (at[0] < t.length() && Character.isDigit(t.charAt(at[0])) && n < 1_000_000) {
            n = Math.max(n, 0) * 10 + t.charAt(at[0]++) - '0';
        }
        return n;
    }

    private static Failure invalid(String function, String conversion) {
        return Failure.of(
                "%s: invalid format specified: %s is no conversion; write %%%% for a percent sign",
                "%s: неверный формат: %s не преобразование; знак процента пишется %%%%", function, conversion);
    }

    /** The text with backslash escapes replaced, as a double-quoted string has them; before any other character the backslash goes. */
    public static String escapes(String s) {
        if (s.indexOf('\\') < 0) return s;
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < s.length()) {
            char c = s.charAt(i++);
            if (c != '\\' || i == s.length()) {
                out.append(c);
                continue;
            }
            char e = s.charAt(i++);
            int simple = "abfnrtv\\'\"".indexOf(e);
            if (simple >= 0) {
                out.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(simple));
            } else if (e == 'x' && i < s.length() && Character.digit(s.charAt(i), 16) >= 0) {
                i = code(s, i, 16, 2, out);
            } else if (e >= '0' && e <= '7') {
                i = code(s, i - 1, 8, 3, out);
            } else {
                out.append(e);
            }
        }
        return out.toString();
    }

    private static int code(String s, int from, int radix, int most, StringBuilder out) {
        int i = from;
        int n = 0;
        while (i < s.length() && i < from + most && Character.digit(s.charAt(i), radix) >= 0) {
            n = n * radix + Character.digit(s.charAt(i++), radix);
        }
        out.append((char) n);
        return i;
    }
}
