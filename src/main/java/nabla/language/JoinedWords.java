package nabla.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words written into figures, joined as MATLAB joins its strings: {@code title("k = " + k)} means {@code title(["k = " num2str(k)])}.
 * Anywhere else a sum with a text is one of numbers, as in Octave; there it would be no words at all.
 */
final class JoinedWords {
    private static final Set<String> WRITERS = Set.of("title", "subtitle", "sgtitle", "xlabel", "ylabel", "zlabel", "legend", "text");

    private JoinedWords() {}

    /** The arguments of a call, sums that begin with a double-quoted text made rows of texts where the function writes words. */
    static List<Tree.Expression> of(Tree.Expression function, List<Tree.Expression> arguments) {
        if (!(function instanceof Tree.Name n) || !WRITERS.contains(n.id())) return arguments;
        return arguments.stream().map(JoinedWords::joined).toList();
    }

    private static Tree.Expression joined(Tree.Expression e) {
        List<Tree.Expression> parts = new ArrayList<>();
        boolean texts = false;
        Tree.Expression rest = e;
        while (rest instanceof Tree.Binary b && b.operator().equals("+")) {
            texts |= isText(b.right());
            parts.add(0, word(b.right()));
            rest = b.left();
        }
        texts |= isText(rest);
        parts.add(0, word(rest));
        return texts && parts.size() > 1 ? new Tree.Matrix(e.at(), List.of(parts)) : e;
    }

    private static boolean isText(Tree.Expression e) {
        return e instanceof Tree.Text t && t.doubleQuoted();
    }

    private static Tree.Expression word(Tree.Expression e) {
        return e instanceof Tree.Text ? e : new Tree.Paren(e.at(), new Tree.Name(e.at(), "num2str"), List.of(e));
    }
}
