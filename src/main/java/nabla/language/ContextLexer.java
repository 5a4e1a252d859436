package nabla.language;

import static nabla.language.CharacterKinds.blank;
import static nabla.language.CharacterKinds.lineEnd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nabla.language.grammar.NablaLexer;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The words of a text with their context settled: which apostrophe opens a string, which blank separates elements,
 * which name starts a command, where a separator was left out. What is decided is written into the tokens, so the
 * grammar needs no context.
 */
final class ContextLexer extends NablaLexer {
    /** Around an anonymous function's parameters, around an index in braces, inside an anonymous function's body. */
    private static final char PARAMETERS = 'p', INDEX = 'i', BODY = 'a';

    /** Names with which a statement computes, {@code pi +1}, where others would begin a command. */
    private static final Set<String> NUMBERS = Set.of("pi", "e", "i", "j", "I", "J", "Inf", "inf", "NaN", "nan");

    private final Predicate<String> isVariable;
    private final Set<String> assigned = new HashSet<>();
    private final List<CommonToken> visible = new ArrayList<>();
    private final List<CommonToken> comments = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private int previous = NEWLINE;
    private boolean afterOperand;
    private boolean blankBefore;
    private boolean continued;
    private boolean blockCommentOpen;
    private boolean functionFile;
    /** Inside a function's block of arguments. */
    private boolean insideArguments;
    /** Nothing but blocks of arguments has come since a function's first line. */
    private boolean afterHeader;
    private int statementStart;

    ContextLexer(String text, Predicate<String> isVariable) {
        super(CharStreams.fromString(text));
        this.isVariable = isVariable;
        removeErrorListeners();
    }

    /** Reads the whole text. The last token is the end of the text. */
    List<CommonToken> tokens() {
        while (true) {
            if (BlockComment.startsAt(_input)) {
                BlockComment block = BlockComment.read(this);
                comments.add(block.token());
                blockCommentOpen = !block.closed();
                continue;
            }
            if (_input.LA(1) == '\'' && !transposes()) mode(QUOTED);
            CommonToken token = (CommonToken) nextToken();
            if (token.getChannel() != Token.DEFAULT_CHANNEL) hidden(token);
            else if (token.getType() == EOF) {
                finish(token);
                return visible;
            } else settle(token);
        }
    }

    /** The comments, in order; those in blocks are one token each. */
    List<CommonToken> comments() {
        return comments;
    }

    /** What the text ends in that only more lines complete, {@code ...} or an open block comment; null if nothing. */
    String missing() {
        if (blockCommentOpen) return "%}";
        return continued ? "..." : null;
    }

    /** An apostrophe after an operand transposes it; between elements only when no blank stands before it. */
    private boolean transposes() {
        return afterOperand && !(blankBefore && betweenElements());
    }

    private void hidden(CommonToken token) {
        if (token.getType() == COMMENT) comments.add(token);
        else blankBefore = true;
        continued = token.getType() == CONTINUATION;
    }

    private void settle(CommonToken token) {
        continued = false;
        if (token.getType() == ID && previous != DOT) token.setType(Keywords.type(token.getText(), ID));
        switch (token.getType()) {
            case NEWLINE -> newline(token);
            case COMMA, SEMICOLON -> separator(token);
            case LPAREN, LBRACKET, LBRACE -> open(token);
            case RPAREN, RBRACKET, RBRACE -> close(token);
            case NUMBER -> {
                giveBackDot(token);
                add(token, true);
            }
            case ID -> name(token);
            case TEXT_SINGLE, TEXT_DOUBLE, QUOTE -> add(token, true);
            case INCREMENT -> add(token, afterOperand && !(blankBefore && betweenElements() && !blankNext()));
            case NOT -> {
                if (valueIsIgnored()) token.setType(IGNORED);
                add(token, token.getType() == IGNORED);
            }
            case AT -> {
                if (nextVisible() == '(') token.setType(LAMBDA);
                add(token, false);
            }
            case ASSIGN, OPERATE_ASSIGN -> {
                remember(statementStart);
                add(token, false);
            }
            default -> {
                if (Keywords.is(token.getType())) keyword(token);
                else add(token, false);
            }
        }
        blankBefore = false;
    }

    // ---- separators ----------------------------------------------------------------------------------------------

    private void newline(CommonToken token) {
        leaveBody();
        if (betweenElements()) endRow(token);
        else if (open.length() == 0 && !separated()) addAsIs(token);
        if (open.length() == 0) startStatement();
    }

    private void separator(CommonToken token) {
        leaveBody();
        if (betweenElements() && token.getType() == SEMICOLON) endRow(token);
        else if (!(betweenElements() && rowStarts())) addAsIs(token);
        if (open.length() == 0) startStatement();
    }

    /** A comma may trail a row, and rows may be empty. */
    private void endRow(CommonToken token) {
        dropComma();
        if (!rowStarts()) addAsIs(token);
    }

    private void dropComma() {
        if (previous != COMMA) return;
        visible.remove(visible.size() - 1);
        previous = visible.get(visible.size() - 1).getType();
    }

    /** Whether a row is about to start; asked between elements. */
    private boolean rowStarts() {
        return previous == LBRACKET || previous == LBRACE || previous == SEMICOLON || previous == NEWLINE;
    }

    private void startStatement() {
        if (begins(FUNCTION) || declaring()) remember(statementStart);
        if (begins(FUNCTION)) afterHeader = true;
        else if (statementStart < visible.size() - 1 && !insideArguments && previous != END) afterHeader = false;
        statementStart = visible.size();
    }

    private boolean separated() {
        return previous == NEWLINE || previous == SEMICOLON || previous == COMMA;
    }

    private boolean atStatementStart() {
        return open.length() == 0 && (separated() || Keywords.opensBlock(previous));
    }

    private void finish(CommonToken end) {
        leaveBody();
        if (open.length() == 0) separateBefore(end);
        addAsIs(end);
    }

    /** Before what closes a block or the text, a separator that may have been left out. */
    private void separateBefore(CommonToken token) {
        if (!separated()) addAsIs(before(token, NEWLINE));
    }

    // ---- brackets ------------------------------------------------------------------------------------------------

    private void open(CommonToken token) {
        int type = token.getType();
        boolean parameters = type == LPAREN && previous == LAMBDA;
        boolean index = type == LBRACE && afterOperand && !(blankBefore && betweenElements());
        add(token, false);
        if (parameters) open.append(PARAMETERS);
        else if (index) open.append(INDEX);
        else open.append(type == LPAREN ? '(' : type == LBRACKET ? '[' : '{');
    }

    private void close(CommonToken token) {
        leaveBody();
        int type = token.getType();
        char opened = open.length() == 0 ? 0 : open.charAt(open.length() - 1);
        if (betweenElements() && type != RPAREN) closeRows(token);
        else addAsIs(token);
        afterOperand = opened != PARAMETERS;
        if (opened == 0) return;
        open.setLength(open.length() - 1);
        if (opened == PARAMETERS) open.append(BODY);
    }

    private void closeRows(CommonToken token) {
        dropComma();
        if (!rowStarts()) addAsIs(before(token, NEWLINE));
        addAsIs(token);
    }

    /** Whether blanks and line ends separate elements here. */
    private boolean betweenElements() {
        if (open.length() == 0) return false;
        char top = open.charAt(open.length() - 1);
        return top == '[' || top == '{';
    }

    private void leaveBody() {
        while (open.length() > 0 && open.charAt(open.length() - 1) == BODY) open.setLength(open.length() - 1);
    }

    private boolean insideBrackets() {
        for (int i = 0; i < open.length(); i++) if (open.charAt(i) != BODY) return true;
        return false;
    }

    // ---- words ---------------------------------------------------------------------------------------------------

    private void name(CommonToken token) {
        if (visible.isEmpty() && token.getText().equals("classdef") || isSpmd(token)) {
            token.setType(UNSUPPORTED);
            add(token, false);
            return;
        }
        if (opensArguments(token)) {
            token.setType(ARGUMENTS);
            insideArguments = true;
            add(token, false);
            return;
        }
        if (previous == CATCH && CommandWords.phraseEnds(_input)) assigned.add(token.getText());
        if (atStatementStart() && startsCommand(token)) {
            token.setType(COMMAND);
            add(token, false);
            for (CommonToken word : CommandWords.read(this)) addAsIs(word);
            return;
        }
        add(token, true);
    }

    /** Whether the word opens a block of arguments: it may stand after a function's first line and after another such block. */
    private boolean opensArguments(CommonToken token) {
        return afterHeader && token.getText().equals("arguments") && atStatementStart() && (CommandWords.phraseEnds(_input) || nextVisible() == '(');
    }

    private boolean isSpmd(CommonToken token) {
        return token.getText().equals("spmd") && atStatementStart() && CommandWords.phraseEnds(_input) && !isVariable(token);
    }

    private boolean isVariable(CommonToken token) {
        return assigned.contains(token.getText()) || isVariable.test(token.getText());
    }

    private boolean startsCommand(CommonToken token) {
        return blank(_input.LA(1))
                && !insideArguments
                && !NUMBERS.contains(token.getText())
                && CommandWords.follow(_input)
                && !isVariable(token);
    }

    private void keyword(CommonToken token) {
        int type = token.getType();
        if (type == END && insideArguments && !insideBrackets()) {
            insideArguments = false;
            add(token, false);
            afterHeader = true;
            return;
        }
        if (type == END && insideBrackets()) {
            token.setType(END_INDEX);
            add(token, true);
            return;
        }
        if (open.length() > 0 && !insideBrackets()) leaveBody();
        if (open.length() == 0 && Keywords.closesPart(type)) separateBefore(token);
        if (type == FUNCTION) {
            if (visible.isEmpty()) functionFile = true;
            if (functionFile) assigned.clear();
        }
        add(token, false);
        afterOperand = type == BREAK || type == CONTINUE || type == RETURN;
        statementStart = visible.size();
    }

    /** Names before an {@code =} may be assigned by it, and those of a function's first line are its variables. */
    private void remember(int from) {
        for (int i = from; i < visible.size(); i++) {
            CommonToken token = visible.get(i);
            boolean field = i > 0 && visible.get(i - 1).getType() == DOT;
            if (token.getType() == ID && !field) assigned.add(token.getText());
        }
    }

    /** {@code 1./x} divides by elements, and {@code [1...} continues: the dot is not the number's. */
    private void giveBackDot(CommonToken number) {
        String text = number.getText();
        if (text.charAt(text.length() - 1) != '.') return;
        int next = _input.LA(1);
        boolean operator = next == '*' || next == '/' || next == '\\' || next == '^' || next == '\'';
        if (!operator && !(next == '.' && _input.LA(2) == '.')) return;
        _input.seek(_input.index() - 1);
        setCharPositionInLine(getCharPositionInLine() - 1);
        number.setStopIndex(number.getStopIndex() - 1);
    }

    private boolean valueIsIgnored() {
        int next = nextVisible();
        return next == ',' || next == ']' || next == ')';
    }

    // ---- adding --------------------------------------------------------------------------------------------------

    /** Adds a token, and before it the comma or the mark that a blank or a mere touch stands for. */
    private void add(CommonToken token, boolean operand) {
        if (afterOperand && betweenElements()) {
            if (startsElement(token.getType())) addAsIs(before(token, COMMA));
        } else if (afterOperand && !insideBrackets() && touches(token)) addAsIs(before(token, TOUCH));
        addAsIs(token);
        afterOperand = operand;
    }

    private void addAsIs(CommonToken token) {
        visible.add(token);
        previous = token.getType();
        afterOperand = false;
    }

    private boolean startsElement(int type) {
        return switch (type) {
            case ID, NUMBER, TEXT_SINGLE, TEXT_DOUBLE, UNCLOSED_SINGLE, UNCLOSED_DOUBLE -> true;
            case AT, LAMBDA, NABLA, END_INDEX, NOT, IGNORED, LBRACKET -> true;
            case LPAREN, LBRACE -> blankBefore;
            case SIGN, INCREMENT -> blankBefore && !blankNext();
            default -> false;
        };
    }

    private boolean touches(CommonToken token) {
        if (insideArguments) return false;
        return switch (token.getType()) {
            case ID, COMMAND, NUMBER, TEXT_SINGLE, TEXT_DOUBLE -> !declaring();
            case AT, LAMBDA, NABLA, NOT, IGNORED, LBRACKET -> !declaring();
            case INCREMENT -> blankBefore && CharacterKinds.letter(_input.LA(1));
            default -> Keywords.startsStatement(token.getType());
        };
    }

    private boolean declaring() {
        return begins(GLOBAL) || begins(PERSISTENT);
    }

    /** Whether the statement being read begins with this keyword. */
    private boolean begins(int keyword) {
        return statementStart > 0 && visible.get(statementStart - 1).getType() == keyword;
    }

    /** The next character that is no blank. */
    private int nextVisible() {
        int i = 1;
        while (blank(_input.LA(i))) i++;
        return _input.LA(i);
    }

    private boolean blankNext() {
        int next = _input.LA(1);
        return blank(next) || lineEnd(next);
    }

    /** A token of no width just before this one. */
    private static CommonToken before(CommonToken token, int type) {
        CommonToken made = new CommonToken(token);
        made.setType(type);
        made.setText(token.getText());
        made.setStopIndex(token.getStartIndex() - 1);
        return made;
    }
}
