package nabla.value;

import java.util.Locale;

/** Which known name was meant by one that means nothing. */
public final class Spelling {
    private Spelling() {}

    /** The known name most like this one, whatever the case; null when none is near. */
    public static String nearest(String name, Iterable<String> known) {
        if (name.length() == 1) return null;
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String n : known) {
            int d = distance(name.toLowerCase(Locale.ROOT), n.toLowerCase(Locale.ROOT), least);
            if (d < least) {
                least = d;
                best = n;
            }
        }
        return best;
    }

    /** Words for an error that names the nearest known name; empty when none is near. */
    public static String hint(String name, Iterable<String> known) {
        String near = nearest(name, known);
        return near == null ? "" : Lang.say("; did you mean '" + near + "'?", "; может быть, '" + near + "'?");
    }

    /** Edits (insert, delete, replace, swap neighbours) from a to b, or limit when there are more. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) return limit;
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return Math.min(limit, d[a.length()][b.length()]);
    }
}
