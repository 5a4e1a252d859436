package nabla.language;

import static nabla.language.grammar.NablaLexer.*;

/** What the words of the language do to the statements around them; asked by token type. */
final class Keywords {
    private Keywords() {}

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
            case IF, WHILE, FOR, SWITCH, TRY, UNWIND, FUNCTION -> true;
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
