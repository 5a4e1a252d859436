package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Failure;

/**
 * Values read from text by a template: conversions of C's scanf, used again and again until the text ends or does not fit.
 * Characters that {@code %s}, {@code %c} and {@code %[...]} read count as numbers, each its code.
 */
public final class Scan {
    /** One part of a template: a conversion, blanks (type ' '), or characters that must stand there (type 'L'). */
    record Part(char type, boolean skipped, int width, String set) {
        boolean isConversion() {
            return type != ' ' && type != 'L';
        }

        boolean isText() {
            return type == 's' || type == 'c' || type == '[';
        }
    }

    /** What a conversion read: numbers, or characters. */
    public record Item(Part part, double number, String text) {}

    private final String text;
    private final List<Part> parts;
    private int at;
    /** Whether the text did not fit the template. */
    public boolean failed;

    public Scan(String function, String text, String template) {
        this.text = text;
        this.parts = parts(function, template);
    }

    /** Where reading stopped. */
    public int position() {
        return at;
    }

    /** Whether all values are characters, so that the result is a text. */
    public boolean allText() {
        boolean some = false;
        for (Part p : parts) {
            if (!p.isConversion() || p.skipped) continue;
            if (!p.isText()) return false;
            some = true;
        }
        return some;
    }

    /** The conversions that give a value. */
    public int values() {
        int n = 0;
        for (Part p : parts) if (p.isConversion() && !p.skipped) n++;
        return n;
    }

    /** Reads by the template once, or until the text ends, or until there are this many numbers, of a text this many words. */
    public List<Item> read(boolean once, double most) {
        List<Item> items = new ArrayList<>();
        boolean words = allText();
        double count = 0;
        boolean conversions = parts.stream().anyMatch(Part::isConversion);
        do {
            int before = at;
            for (Part p : parts) {
                if (count >= most) return items;
                if (!p.isConversion()) {
                    if (!literal(p)) return items;
                    continue;
                }
                Item i = convert(p);
                if (i == null) return items;
                if (!p.skipped) {
                    items.add(i);
                    count += words || i.text == null ? 1 : i.text.length();
                }
            }
            if (at == before) break;
        } while (!once && conversions && at < text.length());
        return items;
    }

    private boolean literal(Part p) {
        if (p.type == ' ') {
            blanks();
            return true;
        }
        if (text.startsWith(p.set, at)) {
            at += p.set.length();
            return true;
        }
        failed = true;
        return false;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private Item convert(Part p) {
        if (p.type != 'c' && p.type != '[') blanks();
        int most = p.width > 0 ? Math.min(text.length(), at + p.width) : text.length();
        if (p.type == 'c') most = Math.min(text.length(), at + Math.max(1, p.width));
        int end = switch (p.type) {
            case 'c' -> most;
            case 's' -> span(most, c -> !Character.isWhitespace(c));
            case '[' -> span(most, c -> isIn(p.set, (char) c));
            case 'd', 'u' -> whole(most, 10);
            case 'i' -> whole(most, 0);
            case 'x', 'X' -> whole(most, 16);
            case 'o' -> whole(most, 8);
            default -> real(most);
        };
        if (end <= at) {
            failed = at < text.length();
            return null;
        }
        String word = text.substring(at, end);
        at = end;
        return p.isText() ? new Item(p, 0, word) : new Item(p, number(p.type, word), null);
    }

    private int span(int most, java.util.function.IntPredicate in) {
        int i = at;
        while (i < most && in.test(text.charAt(i))) i++;
        return i;
    }

    /** Whether a character is of a set such as a-z0-9, or of none such as ^a-z. */
    public static boolean isIn(String set, char c) {
        boolean not = set.startsWith("^");
        boolean in = false;
        for (int i = not ? 1 : 0; i < set.length(); i++) {
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                in |= c >= set.charAt(i) && c <= set.charAt(i + 2);
                i += 2;
            } else in |= c == set.charAt(i);
        }
        return in != not;
    }

    private int sign(int most) {
        return at < most && "+-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private int whole(int most, int radix) {
        int start = sign(most);
        boolean hex = (radix == 16 || radix == 0) && text.startsWith("0x", start);
        int base = hex ? 16 : radix == 0 ? 10 : radix;
        int i = hex ? start + 2 : start;
        int from = i;
        while (i < most && Character.digit(text.charAt(i), base) >= 0) i++;
        return i > from ? i : at;
    }

    private int real(int most) {
        int start = sign(most);
        for (String word : new String[] {"Inf", "NaN", "NA"}) {
            if (text.regionMatches(true, start, word, 0, word.length()) && start + word.length() <= most) return start + word.length();
        }
        int i = start;
        while (i < most && Character.isDigit(text.charAt(i))) i++;
        int digits = i - start;
        if (i < most && text.charAt(i) == '.') {
            int dot = i++;
            while (i < most && Character.isDigit(text.charAt(i))) i++;
            digits += i - dot - 1;
        }
        if (digits == 0) return at;
        if (i < most && "eEdD".indexOf(text.charAt(i)) >= 0) {
            int e = i + 1;
            if (e < most && "+-".indexOf(text.charAt(e)) >= 0) e++;
            int from = e;
            while (e < most && Character.isDigit(text.charAt(e))) e++;
            if (e > from) i = e;
        }
        return i;
    }

    private static double number(char type, String word) {
        boolean negative = word.startsWith("-");
        String digits = negative || word.startsWith("+") ? word.substring(1) : word;
        boolean hex = digits.startsWith("0x") && "ixX".indexOf(type) >= 0;
        int radix = hex || type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : 10;
        if (hex) digits = digits.substring(2);
        double x;
        if (radix != 10) x = new java.math.BigInteger(digits, radix).doubleValue();
        else if (digits.equalsIgnoreCase("inf")) x = Double.POSITIVE_INFINITY;
        else if (Character.toLowerCase(digits.charAt(0)) == 'n') x = Double.NaN;
        else x = Double.parseDouble(digits.replace('d', 'e').replace('D', 'e'));
        return negative ? -x : x;
    }

    private static List<Part> parts(String function, String t) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < t.length()) {
            char c = t.charAt(i);
            if (Character.isWhitespace(c)) {
                parts.add(new Part(' ', true, 0, null));
                while (i < t.length() && Character.isWhitespace(t.charAt(i))) i++;
            } else if (c != '%' || t.startsWith("%%", i)) {
                parts.add(new Part('L', true, 0, String.valueOf(c)));
                i += c == '%' ? 2 : 1;
            } else i = conversion(function, t, i + 1, parts);
        }
        return parts;
    }

    private static int conversion(String function, String t, int i, List<Part> parts) {
        boolean skipped = i < t.length() && t.charAt(i) == '*';
        if (skipped) i++;
        int width = 0;
        while (i < t.length() && Character.isDigit(t.charAt(i))) width = width * 10 + t.charAt(i++) - '0';
        while (i < t.length() && "hlL".indexOf(t.charAt(i)) >= 0) i++;
        char type = i < t.length() ? t.charAt(i++) : 0;
        String set = null;
        if (type == '[') {
            int end = t.indexOf(']', i + (t.startsWith("^", i) ? 2 : 1));
            if (end < 0) type = 0;
            else {
                set = t.substring(i, end);
                i = end + 1;
            }
        }
        if ("diouxXeEfFgGcs[".indexOf(type) < 0 || type == 0) {
            throw Failure.of("%s: invalid format specified", "%s: неверный формат", function);
        }
        parts.add(new Part(type, skipped, width, set));
        return i;
    }
}
