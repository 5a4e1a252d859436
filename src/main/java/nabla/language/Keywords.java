package nabla.language;

import static nabla.language.grammar.NablaLexer.*;

import java.util.HashMap;
import java.util.Map;

/** What the words of the language do to the statements around them; asked by token type. */
final class Keywords {
    private static final Map<String, Integer> SPELLED = new HashMap<>();

    static {
        SPELLED.put("if", IF);
        SPELLED.put("elseif", ELSEIF);
        SPELLED.put("else", ELSE);
        SPELLED.put("endif", ENDIF);
        SPELLED.put("while", WHILE);
        SPELLED.put("endwhile", ENDWHILE);
        SPELLED.put("for", FOR);
        SPELLED.put("parfor", FOR);
        SPELLED.put("endfor", ENDFOR);
        SPELLED.put("endparfor", ENDFOR);
        SPELLED.put("do", DO);
        SPELLED.put("until", UNTIL);
        SPELLED.put("switch", SWITCH);
        SPELLED.put("case", CASE);
        SPELLED.put("otherwise", OTHERWISE);
        SPELLED.put("endswitch", ENDSWITCH);
        SPELLED.put("try", TRY);
        SPELLED.put("catch", CATCH);
        SPELLED.put("end_try_catch", END_TRY);
        SPELLED.put("unwind_protect", UNWIND);
        SPELLED.put("unwind_protect_cleanup", CLEANUP);
        SPELLED.put("end_unwind_protect", END_UNWIND);
        SPELLED.put("function", FUNCTION);
        SPELLED.put("endfunction", ENDFUNCTION);
        SPELLED.put("break", BREAK);
        SPELLED.put("continue", CONTINUE);
        SPELLED.put("return", RETURN);
        SPELLED.put("global", GLOBAL);
        SPELLED.put("persistent", PERSISTENT);
        SPELLED.put("end", END);
    }

    private Keywords() {}

    /** The token type of a keyword, or {@code otherwise} for another word. */
    static int type(String word, int otherwise) {
        Integer type = SPELLED.get(word);
        return type == null ? otherwise : type;
    }

    /** How a keyword is spelled, or null. */
    static String spelling(int type) {
        for (Map.Entry<String, Integer> entry : SPELLED.entrySet()) {
            if (entry.getValue() == type && !entry.getKey().contains("par")) return entry.getKey();
        }
        return null;
    }

    static boolean is(int type) {
        return startsStatement(type) || closesPart(type);
    }

    /** Words with which a statement begins. */
    static boolean startsStatement(int type) {
        return switch (type) {
            case IF, WHILE, FOR, DO, SWITCH, TRY, UNWIND, FUNCTION, BREAK, CONTINUE, RETURN, GLOBAL, PERSISTENT -> true;
            default -> false;
        };
    }

    /** Words before which the statement in front of them is over. */
    static boolean closesPart(int type) {
        return switch (type) {
            case ELSEIF, ELSE, UNTIL, CASE, OTHERWISE, CATCH, CLEANUP -> true;
            default -> closes(type);
        };
    }

    /** Words after which a new statement may follow at once. */
    static boolean opensBlock(int type) {
        return switch (type) {
            case ELSE, DO, OTHERWISE, TRY, CATCH, UNWIND, CLEANUP -> true;
            default -> false;
        };
    }

    /** Words that open what an end closes, {@code do} aside. */
    static boolean opens(int type) {
        return switch (type) {
            case IF, WHILE, FOR, SWITCH, TRY, UNWIND, FUNCTION, ARGUMENTS -> true;
            default -> false;
        };
    }

    static boolean closes(int type) {
        return switch (type) {
            case END, ENDIF, ENDWHILE, ENDFOR, ENDSWITCH, END_TRY, END_UNWIND, ENDFUNCTION -> true;
            default -> false;
        };
    }
}
