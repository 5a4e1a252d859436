package nabla.language;

/** The escapes of strings in double quotes. */
final class Escapes {
    private static final String LETTERS = "abfnrtv0\\\"'";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b\0\\\"'";

    private Escapes() {}

    /** The text meant by what stands between double quotes; a doubled quote is one, an unknown escape its character. */
    static String decode(String written) {
        if (written.indexOf('\\') < 0 && written.indexOf('"') < 0) return written;
        StringBuilder text = new StringBuilder(written.length());
        int n = written.length();
        for (int i = 0; i < n; i++) {
            char c = written.charAt(i);
            if (c == '"' && i + 1 < n && written.charAt(i + 1) == '"') i++;
            if (c != '\\' || i + 1 == n) {
                text.append(c);
                continue;
            }
            char letter = written.charAt(++i);
            int digits = letter == 'x' ? digits(written, i + 1, 16, 2) : digits(written, i, 8, 3);
            if (digits > 0) {
                int from = letter == 'x' ? i + 1 : i;
                text.append((char) Integer.parseInt(written, from, from + digits, letter == 'x' ? 16 : 8));
                i = from + digits - 1;
            } else if (letter == '\r' || letter == '\n') {
                if (letter == '\r' && i + 1 < n && written.charAt(i + 1) == '\n') i++;
            } else {
                int known = LETTERS.indexOf(letter);
                text.append(known < 0 ? letter : MEANT.charAt(known));
            }
        }
        return text.toString();
    }

    private static int digits(String text, int from, int radix, int most) {
        int end = Math.min(text.length(), from + most);
        int i = from;
        while (i < end && Character.digit(text.charAt(i), radix) >= 0) i++;
        return i - from;
    }

    /** The text written for double quotes, without them. */
    static String encode(String text) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = MEANT.indexOf(c);
            if (known < 0 || c == '\'') written.append(c);
            else written.append('\\').append(LETTERS.charAt(known));
        }
        return written.toString();
    }
}
