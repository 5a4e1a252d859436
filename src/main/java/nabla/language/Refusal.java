package nabla.language;

import org.antlr.v4.runtime.Token;

/** Ends the reading of a wrong text; becomes {@link Reading.Wrong}. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Tree.Position at;

    Refusal(Tree.Position at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Refusal(Token token, String message) {
        this(position(token), message);
    }

    Tree.Position at() {
        return at;
    }

    static Tree.Position position(Token token) {
        return new Tree.Position(token.getLine(), token.getCharPositionInLine() + 1);
    }
}
