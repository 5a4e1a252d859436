package nabla.language;

import static nabla.language.grammar.NablaLexer.*;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/** Closes the functions of a file that leaves out their ends: there the next function, or the file's end, ends one. */
final class FunctionEnds {
    private FunctionEnds() {}

    /** The tokens, with an end before every {@code function} and before the end of the text if functions have none. */
    static List<CommonToken> close(List<CommonToken> tokens) {
        if (!leftOut(tokens)) return tokens;
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

    /** Whether as many ends are missing as there are functions; any other number is a mistake, to be told as one. */
    private static boolean leftOut(List<CommonToken> tokens) {
        int missing = 0;
        int functions = 0;
        for (CommonToken token : tokens) {
            if (Keywords.opens(token.getType())) missing++;
            if (Keywords.closes(token.getType())) missing--;
            if (token.getType() == FUNCTION) functions++;
        }
        return functions > 0 && missing == functions;
    }

    private static CommonToken synthetic(CommonToken before, int type) {
        CommonToken token = new CommonToken(before);
        token.setType(type);
        token.setStopIndex(before.getStartIndex() - 1);
        return token;
    }
}
