package nabla.language;

import static nabla.language.grammar.NablaLexer.*;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/** Closes the functions of a file that leaves out their ends: there the next function, or the end of the file, ends one. */
final class FunctionEnds {
    private FunctionEnds() {}

    /** The tokens, with an end before every {@code function} and before the end of the text if functions have none. */
    static List<CommonToken> close(List<CommonToken> tokens) {
        if (closed(tokens)) return tokens;
        List<CommonToken> result = new ArrayList<>(tokens.size() + 16);
        boolean open = false;
        for (CommonToken token : tokens) {
            if (token.getType() == FUNCTION || token.getType() == EOF) {
                if (open) {
                    result.add(synthetic(token, ENDFUNCTION));
                    result.add(synthetic(token, NEWLINE));
                }
                open = true;
            }
            result.add(token);
        }
        return result;
    }

    private static boolean closed(List<CommonToken> tokens) {
        int depth = 0;
        boolean functions = false;
        for (CommonToken token : tokens) {
            if (Keywords.opens(token.getType())) depth++;
            if (Keywords.closes(token.getType())) depth--;
            functions |= token.getType() == FUNCTION;
        }
        return depth <= 0 || !functions;
    }

    private static CommonToken synthetic(CommonToken before, int type) {
        CommonToken token = new CommonToken(before);
        token.setType(type);
        token.setStopIndex(before.getStartIndex() - 1);
        return token;
    }
}
