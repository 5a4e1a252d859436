package nabla.engine;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree;
import nabla.value.Failure;
import nabla.value.Lang;

/** What is said of a name that means nothing, with the name that may have been meant. */
final class Unknown {
    private Unknown() {}

    /** A variable's name with the place where it is used, as one constant of the generated code. */
    static String use(String name, Tree.Position at) {
        return at == null ? name : name + " " + at.line() + " " + at.column();
    }

    /** The error of a use, as {@link #use} writes it, of a variable that has no value. */
    static Failure variable(String use) {
        return told(use, "");
    }

    /** The error of a use, as {@link #use} writes it, of a name that means nothing. */
    static Failure name(String use, Frame frame) {
        String near = nearest(use.split(" ")[0], frame);
        String en = near == null ? "" : "; did you mean '" + near + "'?";
        String ru = near == null ? "" : "; может быть, '" + near + "'?";
        return told(use, Lang.say(en, ru));
    }

    /** Programs read the place in the message; people see it marked in the text. */
    private static Failure told(String use, String hint) {
        String[] parts = use.split(" ");
        String message = String.format(Lang.say("'%s' undefined", "имя '%s' не определено"), parts[0]);
        String place = parts.length == 1 ? "" : String.format(Lang.say(" near line %s, column %s", " (строка %s, место %s)"), parts[1], parts[2]);
        return new Failure(message + hint).caught(message + place).id("Octave:undefined-function");
    }

    /** The known name most like this one, or null; every letter is like every other. */
    private static String nearest(String name, Frame frame) {
        if (name.length() == 1) return null;
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
