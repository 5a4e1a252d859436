package nabla.language;

import static nabla.language.grammar.NablaLexer.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.antlr.v4.runtime.CommonToken;

/** The words of a text for whoever colours or completes it. */
public final class Tokens {
    public enum Kind {
        KEYWORD,
        NAME,
        NUMBER,
        STRING,
        OPERATOR,
        BRACKET,
        SEPARATOR,
        COMMENT,
        /** A name that starts a command, {@code hold} in {@code hold on}. */
        COMMAND,
        /** A word of a command. */
        WORD,
        /** What cannot be read: an unclosed string, a stray character. */
        ERROR
    }

    /** A word from offset {@code start} up to, not including, {@code end}, both in chars of the text. */
    public record Token(Kind kind, int start, int end) {}

    private Tokens() {}

    /** The words in order, without blanks and line ends. Never fails, whatever the text. */
    public static List<Token> of(String text, Predicate<String> isVariable) {
        ContextLexer lexer = new ContextLexer(text, isVariable);
        List<CommonToken> read = new ArrayList<>(lexer.tokens());
        read.addAll(lexer.comments());
        boolean wide = text.codePointCount(0, text.length()) != text.length();
        List<Token> tokens = new ArrayList<>();
        for (CommonToken token : read) {
            int start = token.getStartIndex();
            int end = token.getStopIndex() + 1;
            if (end <= start || token.getType() == NEWLINE || token.getType() == EOF) continue;
            if (wide) {
                start = text.offsetByCodePoints(0, start);
                end = text.offsetByCodePoints(0, end);
            }
            tokens.add(new Token(kind(token.getType()), start, end));
        }
        tokens.sort(Comparator.comparingInt(Token::start));
        return tokens;
    }

    private static Kind kind(int type) {
        if (Keywords.is(type)) return Kind.KEYWORD;
        return switch (type) {
            case END_INDEX, UNSUPPORTED, ARGUMENTS -> Kind.KEYWORD;
            case ID -> Kind.NAME;
            case NUMBER -> Kind.NUMBER;
            case TEXT_SINGLE, TEXT_DOUBLE -> Kind.STRING;
            case LPAREN, RPAREN, LBRACKET, RBRACKET, LBRACE, RBRACE -> Kind.BRACKET;
            case COMMA, SEMICOLON -> Kind.SEPARATOR;
            case COMMENT -> Kind.COMMENT;
            case COMMAND -> Kind.COMMAND;
            case WORD -> Kind.WORD;
            case UNCLOSED_SINGLE, UNCLOSED_DOUBLE, UNKNOWN -> Kind.ERROR;
            default -> Kind.OPERATOR;
        };
    }
}
