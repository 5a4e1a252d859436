package nabla.language;

import static nabla.language.grammar.NablaLexer.*;
import static nabla.value.Lang.say;

import nabla.language.grammar.NablaLexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Words for a syntax error: what was found, and what could have stood there. */
final class Complaint {
    /** Of a word longer than this, the beginning is named. */
    private static final int LONG = 60;

    private Complaint() {}

    static String about(Token found, IntervalSet expected) {
        String special = special(found);
        if (special != null) return special;
        String wanted = expected(expected);
        return say("parse error: found ", "ошибка в записи: встретилось ")
                + name(found)
                + (wanted == null ? "" : say(", expected ", ", ожидалось ") + wanted);
    }

    private static String special(Token found) {
        return switch (found.getType()) {
            case UNCLOSED_SINGLE, UNCLOSED_DOUBLE -> say(
                    "the string is not closed before the end of the line",
                    "строка не закрыта кавычкой до конца строки текста");
            case UNKNOWN -> say("the character ", "символ ")
                    + found.getText()
                    + say(" means nothing here", " здесь ничего не значит");
            case UNSUPPORTED -> found.getText().equals("spmd")
                    ? say("spmd is not supported: use for", "spmd не поддерживается: используйте for")
                    : say(
                            "classdef is not supported: use structures and functions",
                            "classdef не поддерживается: используйте структуры и функции");
            default -> null;
        };
    }

    private static String name(Token token) {
        if (token.getType() == EOF) return say("the end of the text", "конец текста");
        String text = token.getText();
        if (text.equals("<EOF>")) return say("the end of the text", "конец текста");
        if (text.isEmpty()) return "''";
        if (text.charAt(0) == '\n' || text.charAt(0) == '\r') return say("the end of the line", "конец строки");
        return "'" + (text.length() > LONG ? text.substring(0, LONG) + "..." : text) + "'";
    }

    /** What to name of the tokens that could follow; of many, the kind that helps most. */
    private static String expected(IntervalSet expected) {
        if (expected == null || expected.isNil()) return null;
        if (expected.size() == 1 && expected.contains(EOF)) return say("a statement", "оператор");
        if (expected.contains(NUMBER)) return say("a value", "значение");
        for (int type : new int[] {RPAREN, RBRACKET, RBRACE}) {
            if (expected.contains(type)) return say("an operator or ", "знак операции или ") + literal(type);
        }
        if (expected.contains(SEMICOLON)) {
            return expected.contains(TIMES)
                    ? say("an operator or the end of the statement", "знак операции или конец оператора")
                    : say("the end of the statement", "конец оператора");
        }
        if (expected.contains(TIMES)) return say("an operator", "знак операции");
        StringBuilder list = new StringBuilder();
        for (int type : expected.toArray()) {
            if (list.length() > 0) list.append(say(" or ", " или "));
            list.append(literal(type));
        }
        return list.toString();
    }

    private static String literal(int type) {
        if (type == ID) return say("a name", "имя");
        if (type == EOF) return say("the end of the text", "конец текста");
        String keyword = Keywords.spelling(type);
        if (keyword != null) return "'" + keyword + "'";
        String literal = NablaLexer.VOCABULARY.getLiteralName(type);
        return literal == null ? NablaLexer.VOCABULARY.getSymbolicName(type) : literal;
    }
}
