package nabla.language;

import java.util.List;

/**
 * The tree of a program. Every node knows where it starts; nothing here knows what a name means: whether {@code f(x)}
 * indexes a variable or calls a function is settled by the engine.
 */
public sealed interface Tree {
    /** Where a node starts: line and column from 1. */
    record Position(int line, int column) {}

    Position at();

    // ---- expressions ---------------------------------------------------------------------------------------------

    sealed interface Expression extends Tree {}

    /** A number; {@code 3i} is imaginary; {@code written} is how the text spells it, null when no text does. */
    record Number(Position at, double value, boolean imaginary, String written) implements Expression {
        public Number(Position at, double value, boolean imaginary) {
            this(at, value, imaginary, null);
        }
    }

    /** A string literal, escapes of double quotes already replaced. */
    record Text(Position at, String value, boolean doubleQuoted) implements Expression {}

    record Name(Position at, String id) implements Expression {}

    /** A lone {@code :} as an index. */
    record Colon(Position at) implements Expression {}

    /** {@code end} inside an index. */
    record End(Position at) implements Expression {}

    /** {@code -x}, {@code +x}, {@code !x} ({@code ~} is read as {@code !}). */
    record Prefix(Position at, String operator, Expression operand) implements Expression {}

    /** {@code x'} and {@code x.'}. */
    record Transpose(Position at, String operator, Expression operand) implements Expression {}

    /**
     * {@code + - * / \ ^ .* ./ .\ .^ == != < <= > >= & |}; {@code **} is read as {@code ^}, {@code ~=} as {@code !=}.
     * Here {@code at} is the operator's place.
     */
    record Binary(Position at, String operator, Expression left, Expression right) implements Expression {}

    /** {@code &&} and {@code ||}. */
    record ShortCircuit(Position at, boolean and, Expression left, Expression right) implements Expression {}

    /** {@code base:limit} or {@code base:step:limit}; step is null in the first. */
    record Range(Position at, Expression base, Expression step, Expression limit) implements Expression {}

    /** {@code target(arguments)}: an index or a call. */
    record Paren(Position at, Expression target, List<Expression> arguments) implements Expression {}

    /** {@code target{arguments}}. */
    record Brace(Position at, Expression target, List<Expression> arguments) implements Expression {}

    /** {@code target.name}. */
    record Field(Position at, Expression target, String name) implements Expression {}

    /** {@code target.(name)}. */
    record DynamicField(Position at, Expression target, Expression name) implements Expression {}

    /** {@code [rows]}. */
    record Matrix(Position at, List<List<Expression>> rows) implements Expression {}

    /** {@code {rows}}. */
    record CellArray(Position at, List<List<Expression>> rows) implements Expression {}

    /** {@code @(parameters) body}. */
    record Anonymous(Position at, List<Parameter> parameters, Expression body) implements Expression {}

    /** {@code @name}. */
    record Handle(Position at, String name) implements Expression {}

    /** {@code ∇f}. */
    record Gradient(Position at, Expression operand) implements Expression {}

    /**
     * {@code targets = value}, {@code target += value} (operator {@code +=}, …; plain assignment has {@code =}).
     * Several targets, or one in brackets, make a multiple assignment; a {@code ~} among them is an {@link Ignored}.
     */
    record Assign(Position at, List<Expression> targets, boolean bracketed, String operator, Expression value)
            implements Expression {}

    /** {@code x++}, {@code ++x}, {@code x--}, {@code --x}. */
    record Increment(Position at, Expression target, String operator, boolean prefix) implements Expression {}

    /** {@code (inner)}: means what {@code inner} means; kept so that a function is shown as it was written. */
    record Group(Position at, Expression inner) implements Expression {}

    /** {@code ~} where an output or a parameter is not wanted. */
    record Ignored(Position at) implements Expression {}

    /** A parameter; {@code initial} is its default or null; the name is {@code ~} when ignored. */
    record Parameter(Position at, String name, Expression initial) {}

    // ---- statements ----------------------------------------------------------------------------------------------

    sealed interface Statement extends Tree {}

    /** An expression; its value is printed unless followed by a semicolon. */
    record Evaluate(Position at, Expression expression, boolean printed) implements Statement {}

    /** Command syntax, {@code hold on}: a call with the words as strings. */
    record Command(Position at, String name, List<String> words, boolean printed) implements Statement {}

    record If(Position at, List<Branch> branches, List<Statement> otherwise) implements Statement {}

    /** A condition and what it guards: of if, elseif. */
    record Branch(Position at, Expression condition, List<Statement> body) {}

    record While(Position at, Expression condition, List<Statement> body) implements Statement {}

    /** {@code do … until condition}. */
    record DoUntil(Position at, List<Statement> body, Expression condition) implements Statement {}

    /**
     * {@code for target = values}; {@code for [value, key] = structure} visits fields, and then the target is a
     * {@link Matrix} of the two.
     */
    record For(Position at, Expression target, Expression values, List<Statement> body) implements Statement {}

    record Switch(Position at, Expression subject, List<Case> cases, List<Statement> otherwise) implements Statement {}

    record Case(Position at, Expression label, List<Statement> body) {}

    record Break(Position at) implements Statement {}

    record Continue(Position at) implements Statement {}

    record Return(Position at) implements Statement {}

    /** {@code error} is the name after catch or null. */
    record Try(Position at, List<Statement> body, String error, List<Statement> handler) implements Statement {}

    record Unwind(Position at, List<Statement> body, List<Statement> cleanup) implements Statement {}

    /** {@code global} or {@code persistent} names, each with its first value or null. */
    record Declare(Position at, boolean global, List<Parameter> names) implements Statement {}

    /** A function among statements: defined for the session, or the file, when the program is read. */
    record Define(Position at, Function function) implements Statement {}

    // ---- programs ------------------------------------------------------------------------------------------------

    /**
     * A function. {@code parameters} may end in {@code varargin}, {@code results} in {@code varargout}; {@code help} is
     * the comment block before or just after its first line, without comment signs.
     */
    record Function(
            Position at,
            String name,
            List<Parameter> parameters,
            List<Parameter> results,
            List<Statement> body,
            String help,
            Position end) {}

    /** What a text holds, in order. {@code help} is the first comment block. */
    record Program(Source source, List<Statement> statements, String help) {
        /** A function file: the first statement is a function, and nothing but functions follow. */
        public boolean isFunctionFile() {
            return !statements.isEmpty() && statements.stream().allMatch(s -> s instanceof Define);
        }
    }
}
