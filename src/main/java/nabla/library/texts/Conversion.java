package nabla.library.texts;

import nabla.value.Decimal;

/**
 * One conversion of a printf template, as {@code %-8.3f}.
 *
 * @param width −1 when absent, {@link #STAR} when it is the next argument
 * @param precision likewise
 */
record Conversion(String flags, int width, int precision, char type) {
    static final int ABSENT = -1;
    static final int STAR = -2;

    Conversion with(int w, int p) {
        return new Conversion(w != ABSENT && w < 0 ? flags + "-" : flags, w == ABSENT ? w : Math.abs(w), p, type);
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    /** A string cut to the precision and padded to the width. */
    String string(String s) {
        return pad(precision >= 0 && precision < s.length() ? s.substring(0, precision) : s, false);
    }

    /** The place of a value that is not there: blanks of the width. */
    String nothing() {
        return pad("", false);
    }

    /** Decimal digits of an integer, exactly. */
    String integer(String digits) {
        boolean minus = digits.charAt(0) == '-';
        String d = minus ? digits.substring(1) : digits;
        if (precision > d.length()) d = "0".repeat(precision - d.length()) + d;
        return pad(sign(minus) + d, precision < 0);
    }

    /** A number as the type says; types that cannot show it (a fraction under %d) give way to %g. */
    String number(double x) {
        String special = Decimal.special(x);
        if (special != null) return pad(special.charAt(0) == '-' ? special : (has('+') ? "+" : "") + special, false);
        boolean whole = x == Math.rint(x) && Math.abs(x) < 0x1p63;
        switch (type) {
            case 'd', 'i', 'u':
                return whole ? integer(Long.toString((long) x)) : real(x, 'g');
            case 'x', 'X', 'o':
                return whole && x >= 0 ? based((long) x) : whole ? integer(Long.toString((long) x)) : real(x, 'g');
            case 'c', 's':
                return text(x, whole);
            default:
                return real(x, type);
        }
    }

    private String text(double x, boolean whole) {
        if (whole && x >= 0 && x <= Character.MAX_VALUE) return string(String.valueOf((char) x));
        if (whole && precision < 0) return pad(Long.toString((long) x), false);
        return real(x, 'g');
    }

    private String based(long n) {
        String d = Long.toString(n, type == 'o' ? 8 : 16);
        if (precision > d.length()) d = "0".repeat(precision - d.length()) + d;
        if (has('#') && n != 0) d = (type == 'o' ? "0" : "0x") + d;
        return pad(type == 'X' ? d.toUpperCase(java.util.Locale.ROOT) : d, precision < 0);
    }

    private String real(double x, char as) {
        int p = precision < 0 ? 6 : precision;
        String s = switch (as) {
            case 'f', 'F' -> Decimal.fixed(x, p);
            case 'e', 'E' -> Decimal.exponent(x, p);
            default -> Decimal.general(x, p, has('#'));
        };
        if (has('#') && as != 'e' && as != 'E' && s.indexOf('.') < 0 && x - x == 0) s = pointed(s);
        boolean minus = s.charAt(0) == '-';
        s = sign(minus) + (minus ? s.substring(1) : s);
        return pad(as == 'E' || as == 'G' ? s.toUpperCase(java.util.Locale.ROOT) : s, true);
    }

    /** With the point that the flag # asks for behind the digits. */
    private static String pointed(String s) {
        int e = s.indexOf('e');
        return e < 0 ? s + '.' : s.substring(0, e) + '.' + s.substring(e);
    }

    private String sign(boolean minus) {
        return minus ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    private String pad(String s, boolean zeros) {
        int missing = width - s.length();
        if (missing <= 0) return s;
        if (has('-')) return s + " ".repeat(missing);
        if (!zeros || !has('0')) return " ".repeat(missing) + s;
        int at = 0;
        if (s.charAt(0) == '-' || s.charAt(0) == '+' || s.charAt(0) == ' ') at = 1;
        if (s.startsWith("0x") || s.startsWith("0X")) at = 2;
        return s.substring(0, at) + "0".repeat(missing) + s.substring(at);
    }
}
