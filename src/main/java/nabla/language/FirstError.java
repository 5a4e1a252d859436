package nabla.language;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Stops the parser at the first error instead of guessing what was meant. */
final class FirstError extends DefaultErrorStrategy {
    /** Where the parser stopped and what it could have gone on with. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Token found;
        final transient IntervalSet expected;

        Stop(Token found, IntervalSet expected) {
            super(null, null, false, false);
            this.found = found;
            this.expected = expected;
        }
    }

    @Override
    public void recover(Parser parser, RecognitionException e) {
        throw new Stop(e.getOffendingToken(), parser.getExpectedTokens());
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new Stop(parser.getCurrentToken(), parser.getExpectedTokens());
    }

    @Override
    public void reportError(Parser parser, RecognitionException e) {}

    @Override
    public void sync(Parser parser) {}
}
