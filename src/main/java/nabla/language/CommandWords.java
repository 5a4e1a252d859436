package nabla.language;

import static nabla.language.CharacterKinds.blank;
import static nabla.language.CharacterKinds.lineEnd;

import java.util.ArrayList;
import java.util.List;
import nabla.language.grammar.NablaLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Pair;

/** The words of a command, such as {@code on} in {@code hold on}. */
final class CommandWords {
    /** Longer ones first, so that the first that fits is the operator. */
    private static final String[] OPERATORS = {
        ".**", ".*=", "./=", ".^=", ".\\=", "**=", "+=", "-=", "*=", "/=", "\\=", "^=", "|=", "&=", "++", "--", "**",
        "==", "!=", "~=", "<=", ">=", "&&", "||", ".*", "./", ".\\", ".^", ".'",
        "+", "-", "*", "/", "\\", "^", "<", ">", "&", "|", "!", "~", ":"
    };

    private final Lexer lexer;
    private final CharStream input;
    private final StringBuilder word = new StringBuilder();
    private int type;

    private CommandWords(Lexer lexer) {
        this.lexer = lexer;
        this.input = lexer.getInputStream();
    }

    /**
     * Whether what follows a name and its blanks are words rather than the rest of an expression: anything but an
     * operator with a blank after it, an {@code =}, a parenthesis or the end of the statement.
     */
    static boolean follow(CharStream input) {
        int i = afterBlanks(input);
        int c = input.LA(i);
        if (endsPhrase(c) || c == '(' || c == '{' || c == ')' || c == ']' || c == '}') return false;
        if (c == '=' && input.LA(i + 1) != '=') return false;
        if (c == '.' && input.LA(i + 1) == '.' && input.LA(i + 2) == '.') return false;
        for (String operator : OPERATORS) {
            if (!at(input, i, operator)) continue;
            int next = input.LA(i + operator.length());
            boolean compares = "=!~<>".indexOf(operator.charAt(0)) >= 0;
            boolean assigns = operator.length() > 1 && operator.endsWith("=") && !compares;
            boolean postfix = operator.equals("++") || operator.equals("--") || operator.equals(".'");
            return !assigns && !blank(next) && !(postfix && endsPhrase(next));
        }
        return true;
    }

    /** Whether nothing but blanks is left before the end of the statement or a comment. */
    static boolean phraseEnds(CharStream input) {
        return endsPhrase(input.LA(afterBlanks(input)));
    }

    private static int afterBlanks(CharStream input) {
        int i = 1;
        while (blank(input.LA(i))) i++;
        return i;
    }

    private static boolean endsPhrase(int c) {
        return lineEnd(c) || c == ',' || c == ';' || c == '%' || c == '#';
    }

    private static boolean at(CharStream input, int offset, String operator) {
        for (int k = 0; k < operator.length(); k++) if (input.LA(offset + k) != operator.charAt(k)) return false;
        return true;
    }

    /** Consumes and returns the words up to the end of the statement. */
    static List<CommonToken> read(Lexer lexer) {
        return new CommandWords(lexer).words();
    }

    private List<CommonToken> words() {
        List<CommonToken> words = new ArrayList<>();
        while (true) {
            while (blank(input.LA(1))) consume();
            if (endsPhrase(input.LA(1))) return words;
            if (at(input, 1, "...")) {
                while (!lineEnd(input.LA(1))) consume();
                if (input.LA(1) == '\r') consume();
                if (input.LA(1) == '\n') consume();
            } else words.add(word());
        }
    }

    private CommonToken word() {
        int line = lexer.getInterpreter().getLine();
        int column = lexer.getInterpreter().getCharPositionInLine();
        int start = input.index();
        int depth = 0;
        word.setLength(0);
        type = NablaLexer.WORD;
        while (true) {
            int c = input.LA(1);
            if (lineEnd(c) || depth == 0 && (blank(c) || endsPhrase(c))) break;
            if (c == '\'' || c == '"') {
                quoted(c);
                continue;
            }
            if (c == '(' || c == '[' || c == '{') depth++;
            if (c == ')' || c == ']' || c == '}') depth = Math.max(0, depth - 1);
            word.appendCodePoint(c);
            consume();
        }
        CommonToken token = new CommonToken(
                new Pair<>(lexer, input), type, Token.DEFAULT_CHANNEL, start, input.index() - 1);
        token.setLine(line);
        token.setCharPositionInLine(column);
        token.setText(word.toString());
        return token;
    }

    /** A quoted part loses its quotes; one that is not closed on its line makes the word an error. */
    private void quoted(int quote) {
        StringBuilder inner = new StringBuilder();
        type = NablaLexer.UNCLOSED_SINGLE;
        consume();
        while (!lineEnd(input.LA(1))) {
            int c = input.LA(1);
            if (c == quote && input.LA(2) != quote) {
                type = NablaLexer.WORD;
                consume();
                break;
            }
            if (c == quote) consume();
            inner.appendCodePoint(c);
            consume();
            if (quote == '"' && c == '\\' && !lineEnd(input.LA(1))) {
                inner.appendCodePoint(input.LA(1));
                consume();
            }
        }
        word.append(quote == '"' ? Escapes.decode(inner.toString()) : inner);
    }

    private void consume() {
        lexer.getInterpreter().consume(input);
    }
}
