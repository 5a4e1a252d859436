package nabla.language;

import static nabla.language.grammar.NablaLexer.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/** What a text left open. */
final class OpenConstruct {
    private OpenConstruct() {}

    /** What would close the innermost construct still open at the end of the tokens, or null. */
    static String closing(List<CommonToken> tokens) {
        Deque<String> awaited = new ArrayDeque<>();
        for (CommonToken token : tokens) {
            int type = token.getType();
            String opened =
                    switch (type) {
                        case LPAREN -> ")";
                        case LBRACKET -> "]";
                        case LBRACE -> "}";
                        case DO -> "until";
                        default -> Keywords.opens(type) ? "end" : null;
                    };
            if (opened != null) awaited.push(opened);
            else if (closes(type)) awaited.poll();
        }
        return awaited.peek();
    }

    private static boolean closes(int type) {
        return Keywords.closes(type) || type == RPAREN || type == RBRACKET || type == RBRACE || type == UNTIL;
    }
}
