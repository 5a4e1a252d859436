package nabla.engine;

import java.util.ArrayList;
import java.util.List;
import nabla.value.Failure;

/** What is said of a name that means nothing, with the name that may have been meant. */
final class Unknown {
    private Unknown() {}

    static Failure name(String name, Frame frame) {
        String near = nearest(name, frame);
        String en = near == null ? "" : "; did you mean '" + near + "'?";
        String ru = near == null ? "" : "; может быть, '" + near + "'?";
        return Failure.of("'%s' undefined%s", "имя '%s' не определено%s", name, nabla.value.Lang.say(en, ru))
                .id("Octave:undefined-function");
    }

    private static String nearest(String name, Frame frame) {
        List<String> names = new ArrayList<>(frame.engine.functionNames());
        if (frame.workspace != null) names.addAll(0, frame.workspace.names());
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String n : names) {
            int d = distance(name, n, least);
            if (d < least) {
                least = d;
                best = n;
            }
        }
        return best;
    }

    /** Edits (insert, delete, replace, swap neighbours) from a to b, or limit when there are more. */
    static int distance(String a, String b, int limit) {
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
