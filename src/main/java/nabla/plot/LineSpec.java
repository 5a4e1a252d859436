package nabla.plot;

/**
 * A line's look in a few letters: {@code r--o} is a red dashed line with circles.
 *
 * @param style  the line's style, null when the letters name none
 * @param marker the marker, 0 when they name none
 * @param color  the colour, {@link Colors#AUTO} when they name none
 * @param name   the legend's text between semicolons, null when there is none
 */
public record LineSpec(String style, char marker, int color, String name) {
    private static final String MARKERS = "o+*.xsd^v><ph|_";
    private static final String[] WORDS = {"square", "diamond", "pentagram", "hexagram"};

    /** The spec the letters stand for, null when they stand for none. */
    public static LineSpec parse(String text) {
        String style = null;
        char marker = 0;
        int color = Colors.AUTO;
        String name = null;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int length = 1;
            if (c == ';') {
                int end = text.indexOf(';', i + 1);
                if (end < 0) return null;
                name = text.substring(i + 1, end);
                length = end + 1 - i;
            } else if (text.startsWith("--", i) || text.startsWith("-.", i)) {
                if (style != null) return null;
                style = text.substring(i, i + 2);
                length = 2;
            } else if (c == '-' || c == ':') {
                if (style != null) return null;
                style = String.valueOf(c);
            } else if (word(text, i) > 0) {
                if (marker != 0) return null;
                marker = c;
                length = word(text, i);
            } else if (MARKERS.indexOf(c) >= 0) {
                if (marker != 0) return null;
                marker = c;
            } else if ("rgbcmykw".indexOf(c) >= 0) {
                if (color != Colors.AUTO) return null;
                color = Colors.named(String.valueOf(c));
            } else if (!Character.isWhitespace(c)) {
                return null;
            }
            i += length;
        }
        return new LineSpec(style, marker, color, name);
    }

    private static int word(String text, int i) {
        for (String w : WORDS) if (text.startsWith(w, i)) return w.length();
        return 0;
    }

    /** The marker a Name-Value pair means: a letter, a word, or {@code none} (0); '?' when it is none of them. */
    public static char marker(String text) {
        if (text.equals("none") || text.isEmpty()) return 0;
        if (text.equals("point")) return '.';
        LineSpec s = parse(text);
        return s != null && s.marker != 0 ? s.marker : '?';
    }

    /** Gives the line this look; a marker without a style means no line. */
    public void apply(Line line) {
        if (style != null) line.style = style;
        else if (marker != 0) line.style = "none";
        if (marker != 0) line.marker = marker;
        if (color != Colors.AUTO) line.color = color;
        if (name != null) line.displayName = name;
    }
}
