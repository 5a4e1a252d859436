package nabla.language;

import java.util.List;
import nabla.language.Tree.Statement;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Which comments help with what: a block of comments is a run of them on neighbouring lines. */
final class HelpComments {
    private final List<CommonToken> comments;

    HelpComments(List<CommonToken> comments) {
        this.comments = comments;
    }

    /** The first block of a program; of a file of functions, the first function's help. */
    String first(List<Statement> statements) {
        if (!statements.isEmpty() && statements.get(0) instanceof Tree.Define define) return define.function().help();
        return comments.isEmpty() ? "" : block(0);
    }

    /** The block just after a function's first line, else the one that ends right above it. */
    String of(Token function, Token lastOfHeader, Token firstOfBody) {
        int after = firstFrom(lastOfHeader.getStopIndex() + 1);
        boolean any = after < comments.size();
        if (any && comments.get(after).getStartIndex() < firstOfBody.getStartIndex()) return block(after);
        int before = firstFrom(function.getStartIndex()) - 1;
        if (before < 0) return "";
        int line = function.getLine();
        if (lastLine(comments.get(before)) < line - 2) return "";
        while (before > 0 && neighbours(before - 1)) before--;
        return block(before);
    }

    private int firstFrom(int offset) {
        int low = 0;
        int high = comments.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (comments.get(middle).getStartIndex() < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private boolean neighbours(int i) {
        return lastLine(comments.get(i)) + 1 == comments.get(i + 1).getLine();
    }

    private static int lastLine(Token comment) {
        String text = comment.getText();
        int line = comment.getLine();
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) line++;
        return line;
    }

    private String block(int from) {
        StringBuilder text = new StringBuilder();
        int i = from;
        do append(text, comments.get(i).getText());
        while (i + 1 < comments.size() && neighbours(i++));
        return text.toString();
    }

    private static void append(StringBuilder text, String comment) {
        boolean block = comment.indexOf('\n') >= 0;
        int from = block ? comment.indexOf('\n') + 1 : 0;
        int to = block ? comment.lastIndexOf('\n') : comment.length();
        if (to < from) return;
        while (!block && from < to && (comment.charAt(from) == '%' || comment.charAt(from) == '#')) from++;
        text.append(comment, from, to).append('\n');
    }
}
