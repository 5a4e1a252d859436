/**
 * The language, free of context: ContextLexer has put a comma between elements separated by blanks, a TOUCH between two
 * things that touch, and a separator after every statement and every row, so one token of look-ahead is enough.
 */
parser grammar NablaParser;

options { tokenVocab = NablaLexer; }

program: block EOF;

block: (separator | statement separator)*;

separator: SEMICOLON | COMMA | NEWLINE;

statement
    : expression                                                                                    # evaluate
    | COMMAND WORD*                                                                                 # command
    | IF expression header block (ELSEIF expression header block)* (ELSE block)? (END | ENDIF)      # if
    | WHILE expression header block (END | ENDWHILE)                                                # while
    | DO block UNTIL expression                                                                     # until
    | FOR (expression | LPAREN expression COMMA expression RPAREN) header block (END | ENDFOR)                                                    # for
    | SWITCH expression header separator* choice* (OTHERWISE TOUCH? block)? (END | ENDSWITCH)       # switch
    | BREAK                                                                                         # break
    | CONTINUE                                                                                      # continue
    | RETURN                                                                                        # return
    | TRY block (CATCH block)? (END | END_TRY)                                                      # try
    | UNWIND block CLEANUP block (END | END_UNWIND)                                                 # unwind
    | (GLOBAL | PERSISTENT) declared+                                                               # declare
    | FUNCTION results? functionName (LPAREN parameters? RPAREN)? TOUCH? separator* declarations* block (END | ENDFUNCTION)  # define
    ;

/** What stands between a condition and its block: at least the change from one to the other. */
header: separator | TOUCH;

choice: CASE expression header block;

declared: ID (ASSIGN expression)?;

results: ID ASSIGN | LBRACKET (ID (COMMA ID)*)? NEWLINE? RBRACKET ASSIGN;

functionName: ID (DOT ID)*;

/** What an arguments block says of a function's arguments: sizes, classes, tests, values when they are not given. */
declarations: ARGUMENTS (LPAREN ID RPAREN)? separator+ (argumentOf separator+)* END separator+;

argumentOf: ID (DOT ID)? (LPAREN arguments RPAREN)? className? (LBRACE arguments RBRACE)? (ASSIGN expression)?;

className: ID (DOT ID)*;

parameters: parameter (COMMA parameter)*;

parameter: (ID | IGNORED) (ASSIGN expression)?;

/** Tightest first. A power's right operand is a level of its own: 2^-1^2 is (2^-1)^2, and -2^2 is -(2^2). */
expression
    : primary                                                                   # simple
    | expression LPAREN arguments? RPAREN                                       # paren
    | expression LBRACE arguments? RBRACE                                       # brace
    | expression DOT (ID | LPAREN expression RPAREN)                            # field
    | expression QUOTE                                                          # transpose
    | expression INCREMENT                                                      # postIncrement
    | expression POWER exponent                                                 # power
    | (NOT | SIGN | INCREMENT) expression                                       # prefix
    | expression TIMES expression                                               # binary
    | expression SIGN expression                                                # binary
    | expression COLON expression                                               # range
    | expression COMPARE expression                                             # binary
    | expression AND expression                                                 # binary
    | expression OR expression                                                  # binary
    | expression AND_AND expression                                             # binary
    | expression OR_OR expression                                               # binary
    | <assoc = right> expression (ASSIGN | OPERATE_ASSIGN) expression           # assign
    | LAMBDA LPAREN parameters? RPAREN expression                               # anonymous
    ;

exponent
    : primary (LPAREN arguments? RPAREN | LBRACE arguments? RBRACE | DOT (ID | LPAREN expression RPAREN))* INCREMENT?
    | (NOT | SIGN | INCREMENT) exponent
    ;

primary
    : NUMBER                                        # number
    | (TEXT_SINGLE | TEXT_DOUBLE)                   # text
    | ID                                            # name
    | END_INDEX                                     # end
    | IGNORED                                       # ignored
    | LPAREN expression RPAREN                      # group
    | LBRACKET rows RBRACKET                        # matrix
    | LBRACE rows RBRACE                            # cell
    | AT ID (DOT ID)*                               # handle
    | NABLA primary                                 # gradient
    ;

arguments: argument (COMMA argument)*;

argument: COLON | expression;

rows: (rowEnd | row rowEnd)*;

row: expression (COMMA expression)*;

rowEnd: SEMICOLON | NEWLINE;
