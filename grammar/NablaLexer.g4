/**
 * The words of the language. What depends on context (quotes, blanks between elements, command words, block comments)
 * is settled over these rules by nabla.language.ContextLexer, which also makes the tokens named below without a rule.
 */
lexer grammar NablaLexer;

tokens {
    COMMAND,    // a name that starts a command: hold on
    WORD,       // a word of a command
    IGNORED,    // ~ where a value is not wanted
    LAMBDA,     // @ before parameters
    END_INDEX,  // end inside an index
    TOUCH,      // two things side by side where a separator was left out
    UNSUPPORTED, // classdef, spmd
    ARGUMENTS,  // opens the block that declares a function's arguments
    // keywords, spelled as nabla.language.Keywords says: as rules they would double the time to start
    IF, ELSEIF, ELSE, ENDIF, WHILE, ENDWHILE, FOR, ENDFOR, DO, UNTIL, SWITCH, CASE, OTHERWISE, ENDSWITCH,
    TRY, CATCH, END_TRY, UNWIND, CLEANUP, END_UNWIND, FUNCTION, ENDFUNCTION,
    BREAK, CONTINUE, RETURN, GLOBAL, PERSISTENT, END
}

NUMBER
    : '0' [xX] [0-9a-fA-F] [0-9a-fA-F_]* SIZE?
    | '0' [bB] [01] [01_]* SIZE?
    | (DIGITS ('.' DIGITS?)? | '.' DIGITS) ([eEdD] [+-]? DIGITS)? [ijIJ]?
    ;
fragment DIGITS: [0-9] [0-9_]*;
fragment SIZE: [su] ('8' | '16' | '32' | '64');

// Letters and digits of any script; of the mathematical signs only ∂ and ∞. Subscripts are part of a name.
ID: LETTER (LETTER | [0-9])*;
fragment LETTER
    : [a-zA-Z_]
    | [\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u200C\u200D\u2080-\u209C\u20D0-\u20F0]
    | [\u2100-\u218B\u2202\u221E\u2C00-\u2FEF\u3005-\u3007\u3021-\uD7FF\uF900-\uFDFF\uFE70-\uFEFC\uFF10-\uFFDC]
    | [\u{10000}-\u{1FFFF}]
    ;

TEXT_DOUBLE: '"' (~["\\\r\n] | '\\' '\r'? . | '""')* '"';
UNCLOSED_DOUBLE: '"' (~["\\\r\n] | '\\' '\r'? . | '""')*;

CONTINUATION: '...' ~[\r\n]* ('\r\n' | '\r' | '\n')? -> channel(HIDDEN);
COMMENT: [%#] ~[\r\n]* -> channel(HIDDEN);
BLANK: [ \t\f\u00A0\uFEFF]+ -> channel(HIDDEN);
NEWLINE: '\r\n' | '\r' | '\n';

ASSIGN: '=';
OPERATE_ASSIGN: '+=' | '-=' | '*=' | '/=' | '\\=' | '^=' | '|=' | '&=' | '**=' | '.*=' | './=' | '.^=' | '.\\=';
INCREMENT: '++' | '--';
NOT: '!' | '~';
SIGN: '+' | '-';
TIMES: '*' | '/' | '\\' | '.*' | './' | '.\\';
POWER: '^' | '.^' | '**' | '.**';
COMPARE: '==' | '!=' | '~=' | '<' | '<=' | '>' | '>=';
AND_AND: '&&';
OR_OR: '||';
AND: '&';
OR: '|';
NABLA: '\u2207';
COLON: ':';
DOT: '.';
AT: '@';
QUOTE: '\'' | '.\'';
COMMA: ',';
SEMICOLON: ';';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
LBRACE: '{';
RBRACE: '}';
UNKNOWN: .;

/** Entered by ContextLexer where an apostrophe opens a string. */
mode QUOTED;

TEXT_SINGLE: '\'' (~['\r\n] | '\'\'')* '\'' -> mode(DEFAULT_MODE);
UNCLOSED_SINGLE: '\'' (~['\r\n] | '\'\'')* -> mode(DEFAULT_MODE);
