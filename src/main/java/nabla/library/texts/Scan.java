package nabla.library.texts;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Decimal;
import nabla.value.Failure;

/**
 * Values read from text by a template: conversions of C's scanf, used again and again until the text ends or does not fit.
 * Characters that {@code %s}, {@code %c} and {@code %[...]} read count as numbers, each its code.
 */
public final class Scan {
    /**
     * One part of a template: a conversion (of a whole number: to so many bits), blanks (type ' '), or characters that must
     * stand there (type 'L').
     */
    record Part(char type, boolean skipped, int width, String set, int bits) {
        Part(char type, boolean skipped, String set) {
            this(type, skipped, 0, set, 0);
        }

        boolean isConversion() {
            return type != ' ' && type != 'L';
        }

        boolean isWhole() {
            return "diouxX".indexOf(type) >= 0;
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
            case 'd', 'u', 'i', 'x', 'X', 'o' -> whole(most, p.type);
            default -> real(most);
        };
        if (end <= at) {
            failed = at < text.length();
            return null;
        }
        String word = text.substring(at, end);
        at = end;
        return p.isText() ? new Item(p, 0, word) : new Item(p, p.isWhole() ? whole(p, word) : real(word), null);
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

    private int whole(int most, char type) {
        int start = sign(most);
        int base = base(type, text, start);
        int i = base == 16 && isHex(text, start) ? start + 2 : start;
        int from = i;
        while (i < most && Character.digit(text.charAt(i), base) >= 0) i++;
        return i > from ? i : at;
    }

    private static boolean isHex(String s, int at) {
        return s.regionMatches(true, at, "0x", 0, 2);
    }

    /** The base of the digits at this place: of %i as they begin, with 0x, with 0, or otherwise. */
    private static int base(char type, String s, int at) {
        return switch (type) {
            case 'x', 'X' -> 16;
            case 'o' -> 8;
            case 'i' -> isHex(s, at) ? 16 : s.startsWith("0", at) ? 8 : 10;
            default -> 10;
        };
    }

    /** A whole number within the limits of its type; a negative one of an unsigned type counts from the type's end, as in C. */
    private static double whole(Part p, String word) {
        boolean negative = word.startsWith("-");
        String digits = negative || word.startsWith("+") ? word.substring(1) : word;
        int base = base(p.type, digits, 0);
        if (base == 16 && isHex(digits, 0)) digits = digits.substring(2);
        double x = base == 10 ? Double.parseDouble(digits) : new java.math.BigInteger(digits, base).doubleValue();
        double end = Math.scalb(1.0, p.bits);
        if (p.type != 'd' && p.type != 'i') return x >= end ? end - 1 : negative && x > 0 ? end - x : x;
        return negative ? Math.max(-x, -end / 2) : Math.min(x, end / 2 - 1);
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

    private static double real(String word) {
        boolean negative = word.startsWith("-");
        String digits = negative || word.startsWith("+") ? word.substring(1) : word;
        double x;
        if (digits.equalsIgnoreCase("inf")) x = Double.POSITIVE_INFINITY;
        else if (digits.equalsIgnoreCase("na")) x = Decimal.NOT_AVAILABLE;
        else if (digits.equalsIgnoreCase("nan")) x = Double.NaN;
        else x = Double.parseDouble(digits.replace('d', 'e').replace('D', 'e'));
        return negative ? -x : x;
    }

    private static List<Part> parts(String function, String t) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < t.length()) {
            char c = t.charAt(i);
            if (Character.isWhitespace(c)) {
                parts.add(new Part(' ', true, null));
                while (i < t.length() && Character.isWhitespace(t.charAt(i))) i++;
            } else if (c != '%' || t.startsWith("%%", i)) {
                parts.add(new Part('L', true, String.valueOf(c)));
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
        int bits = i < t.length() && t.charAt(i) == 'h' ? 16 : i < t.length() && "lL".indexOf(t.charAt(i)) >= 0 ? 64 : 32;
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
        parts.add(new Part(type, skipped, width, set, bits));
        return i;
    }
}
