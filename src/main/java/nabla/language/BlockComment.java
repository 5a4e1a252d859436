package nabla.language;

import static nabla.language.CharacterKinds.blank;
import static nabla.language.CharacterKinds.lineEnd;

import nabla.language.grammar.NablaLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Pair;

/**
 * A comment between lines of their own, <code>%{</code> and <code>%}</code>, which nest; {@code closed} is false when
 * the text ended first.
 */
record BlockComment(CommonToken token, boolean closed) {
    /** Whether such a comment starts at the next character. */
    static boolean startsAt(CharStream input) {
        int c = input.LA(1);
        if (c != '%' && c != '#' || !bracketLine(input, '{')) return false;
        int i = -1;
        while (input.index() + i >= 0 && blank(input.LA(i))) i--;
        return input.index() + i < 0 || lineEnd(input.LA(i));
    }

    /** Consumes it, up to the end of its last line. */
    static BlockComment read(Lexer lexer) {
        CharStream input = lexer.getInputStream();
        int start = input.index();
        int line = lexer.getInterpreter().getLine();
        int column = lexer.getInterpreter().getCharPositionInLine();
        int depth = 0;
        do {
            while (blank(input.LA(1))) lexer.getInterpreter().consume(input);
            if (bracketLine(input, '{')) depth++;
            else if (bracketLine(input, '}')) depth--;
            while (!lineEnd(input.LA(1))) lexer.getInterpreter().consume(input);
            if (depth > 0 && input.LA(1) != Token.EOF) lexer.getInterpreter().consume(input);
        } while (depth > 0 && input.LA(1) != Token.EOF);
        CommonToken token = new CommonToken(
                new Pair<>(lexer, input), NablaLexer.COMMENT, Token.HIDDEN_CHANNEL, start, input.index() - 1);
        token.setLine(line);
        token.setCharPositionInLine(column);
        return new BlockComment(token, depth == 0);
    }

    /** Whether the rest of the line is a comment sign, this bracket and blanks. */
    private static boolean bracketLine(CharStream input, char bracket) {
        int c = input.LA(1);
        if (c != '%' && c != '#' || input.LA(2) != bracket) return false;
        int i = 3;
        while (blank(input.LA(i))) i++;
        return lineEnd(input.LA(i));
    }
}
