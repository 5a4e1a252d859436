package nabla.language;

import static nabla.language.Refusal.position;
import static nabla.value.Lang.say;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Parameter;
import nabla.language.grammar.NablaParser;
import nabla.language.grammar.NablaParser.*;
import nabla.language.grammar.NablaParserBaseVisitor;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse tree → expressions. */
final class ExpressionBuilder extends NablaParserBaseVisitor<Expression> {
    private boolean insideAnonymous;

    Expression expression(ExpressionContext context) {
        return context.accept(this);
    }

    private static Tree.Position start(ParserRuleContext context) {
        return position(context.start);
    }

    private static Token symbol(ParseTree node) {
        return ((TerminalNode) node).getSymbol();
    }

    // ---- primaries -----------------------------------------------------------------------------------------------

    @Override
    public Expression visitSimple(SimpleContext context) {
        return context.primary().accept(this);
    }

    @Override
    public Expression visitNumber(NumberContext context) {
        return Numerals.read(context.start);
    }

    @Override
    public Expression visitText(TextContext context) {
        String text = context.start.getText();
        boolean doubled = context.start.getType() == NablaParser.TEXT_DOUBLE;
        String inner = text.substring(1, text.length() - 1);
        return new Tree.Text(start(context), doubled ? Escapes.decode(inner) : inner.replace("''", "'"), doubled);
    }

    @Override
    public Expression visitName(NameContext context) {
        return new Tree.Name(start(context), context.start.getText());
    }

    @Override
    public Expression visitEnd(EndContext context) {
        return new Tree.End(start(context));
    }

    @Override
    public Expression visitIgnored(IgnoredContext context) {
        throw new Refusal(context.start, say(
                "~ may stand only for an output or a parameter that is not wanted",
                "~ может стоять только вместо ненужного результата или параметра"));
    }

    @Override
    public Expression visitGroup(GroupContext context) {
        return new Tree.Group(start(context), expression(context.expression()));
    }

    @Override
    public Expression visitMatrix(MatrixContext context) {
        return new Tree.Matrix(start(context), rows(context.rows()));
    }

    @Override
    public Expression visitCell(CellContext context) {
        return new Tree.CellArray(start(context), rows(context.rows()));
    }

    private List<List<Expression>> rows(RowsContext context) {
        List<List<Expression>> rows = new ArrayList<>();
        for (RowContext row : context.row()) {
            List<Expression> elements = new ArrayList<>();
            for (ExpressionContext element : row.expression()) elements.add(expression(element));
            rows.add(elements);
        }
        return rows;
    }

    @Override
    public Expression visitHandle(HandleContext context) {
        StringBuilder name = new StringBuilder();
        for (int i = 1; i < context.getChildCount(); i++) name.append(context.getChild(i).getText());
        return new Tree.Handle(start(context), name.toString());
    }

    @Override
    public Expression visitGradient(GradientContext context) {
        return new Tree.Gradient(start(context), context.primary().accept(this));
    }

    // ---- indices, calls, fields ----------------------------------------------------------------------------------

    @Override
    public Expression visitParen(ParenContext context) {
        Tree.Expression target = expression(context.expression());
        return new Tree.Paren(start(context), target, JoinedWords.of(target, arguments(context.arguments())));
    }

    @Override
    public Expression visitBrace(BraceContext context) {
        return new Tree.Brace(start(context), expression(context.expression()), arguments(context.arguments()));
    }

    @Override
    public Expression visitField(FieldContext context) {
        Expression target = expression(context.expression(0));
        if (context.ID() != null) return new Tree.Field(start(context), target, context.ID().getText());
        return new Tree.DynamicField(start(context), target, expression(context.expression(1)));
    }

    List<Expression> arguments(ArgumentsContext context) {
        if (context == null) return List.of();
        List<Expression> arguments = new ArrayList<>();
        for (ArgumentContext argument : context.argument()) {
            arguments.add(
                    argument.expression() == null
                            ? new Tree.Colon(start(argument))
                            : expression(argument.expression()));
        }
        return arguments;
    }

    // ---- operators -----------------------------------------------------------------------------------------------

    @Override
    public Expression visitTranspose(TransposeContext context) {
        return new Tree.Transpose(
                start(context), context.QUOTE().getText(), expression(context.expression()));
    }

    @Override
    public Expression visitPostIncrement(PostIncrementContext context) {
        return increment(symbol(context.getChild(1)), expression(context.expression()), false);
    }

    @Override
    public Expression visitPrefix(PrefixContext context) {
        return prefix(symbol(context.getChild(0)), expression(context.expression()));
    }

    private Expression prefix(Token operator, Expression operand) {
        if (operator.getType() == NablaParser.INCREMENT) {
            return assignable(operand) ? increment(operator, operand, true) : twice(operator, operand);
        }
        return new Tree.Prefix(position(operator), spelling(operator), operand);
    }

    /** {@code --3} of what holds no value to change is a sign twice. */
    private static Expression twice(Token operator, Expression operand) {
        Tree.Position at = position(operator);
        String sign = operator.getText().substring(1);
        return new Tree.Prefix(at, sign, new Tree.Prefix(new Tree.Position(at.line(), at.column() + 1), sign, operand));
    }

    private Expression increment(Token operator, Expression target, boolean prefix) {
        refuseInAnonymous(operator);
        return new Tree.Increment(
                prefix ? position(operator) : target.at(), target(target, operator), operator.getText(), prefix);
    }

    @Override
    public Expression visitPower(PowerContext context) {
        return new Tree.Binary(
                position(symbol(context.getChild(1))),
                spelling(symbol(context.getChild(1))),
                expression(context.expression()),
                visitExponent(context.exponent()));
    }

    @Override
    public Expression visitExponent(ExponentContext context) {
        if (context.primary() == null) return prefix(context.start, visitExponent(context.exponent()));
        Expression result = context.primary().accept(this);
        for (int i = 1; i < context.getChildCount(); i++) {
            Token token = symbol(context.getChild(i));
            if (token.getType() == NablaParser.INCREMENT) {
                result = increment(token, result, false);
                continue;
            }
            boolean dot = token.getType() == NablaParser.DOT;
            ParseTree next = context.getChild(++i);
            if (dot && symbol(next).getType() == NablaParser.ID) {
                result = new Tree.Field(result.at(), result, next.getText());
            } else if (dot) {
                result = new Tree.DynamicField(
                        result.at(), result, expression((ExpressionContext) context.getChild(++i)));
                i++;
            } else {
                ArgumentsContext list = next instanceof ArgumentsContext some ? some : null;
                if (list != null) i++;
                result = token.getType() == NablaParser.LPAREN
                        ? new Tree.Paren(result.at(), result, arguments(list))
                        : new Tree.Brace(result.at(), result, arguments(list));
            }
        }
        return result;
    }

    @Override
    public Expression visitBinary(BinaryContext context) {
        Token operator = symbol(context.getChild(1));
        Expression left = expression(context.expression(0));
        Expression right = expression(context.expression(1));
        int type = operator.getType();
        if (type == NablaParser.AND_AND || type == NablaParser.OR_OR) {
            return new Tree.ShortCircuit(position(operator), type == NablaParser.AND_AND, left, right);
        }
        return new Tree.Binary(position(operator), spelling(operator), left, right);
    }

    /** One spelling for each operation. */
    private static String spelling(Token operator) {
        String text = operator.getText();
        return switch (text) {
            case "**" -> "^";
            case ".**" -> ".^";
            case "~=" -> "!=";
            case "~" -> "!";
            default -> text;
        };
    }

    /** {@code a:b:c} comes as (a:b):c; more than three parts mean nothing. */
    @Override
    public Expression visitRange(RangeContext context) {
        ExpressionContext left = context.expression(0);
        Expression limit = expression(context.expression(1));
        if (!(left instanceof RangeContext inner)) {
            return new Tree.Range(start(context), expression(left), null, limit);
        }
        if (inner.expression(0) instanceof RangeContext) {
            throw new Refusal(symbol(context.getChild(1)), say(
                    "a range has at most three parts: base:step:limit",
                    "у диапазона не больше трёх частей: начало:шаг:конец"));
        }
        return new Tree.Range(start(context), expression(inner.expression(0)), expression(inner.expression(1)), limit);
    }

    // ---- assignment ----------------------------------------------------------------------------------------------

    @Override
    public Expression visitAssign(AssignContext context) {
        Token operator = symbol(context.getChild(1));
        refuseInAnonymous(operator);
        ExpressionContext left = context.expression(0);
        MatrixContext list = left instanceof SimpleContext s && s.primary() instanceof MatrixContext m ? m : null;
        List<Expression> targets = list == null
                ? List.of(target(expression(left), operator))
                : targets(list, operator);
        String text = operator.getText();
        return new Tree.Assign(
                start(context),
                targets,
                list != null,
                text.equals("**=") ? "^=" : text,
                expression(context.expression(1)));
    }

    private List<Expression> targets(MatrixContext list, Token operator) {
        List<RowContext> rows = list.rows().row();
        List<Expression> targets = new ArrayList<>();
        if (rows.size() == 1) {
            for (ExpressionContext element : rows.get(0).expression()) {
                boolean ignored = element instanceof SimpleContext s && s.primary() instanceof IgnoredContext;
                targets.add(
                        ignored
                                ? new Tree.Ignored(start(element))
                                : target(expression(element), operator));
            }
        }
        if (targets.isEmpty()) throw cannotAssign(operator);
        return targets;
    }

    private Expression target(Expression expression, Token operator) {
        Expression target = expression;
        while (target instanceof Tree.Group group) target = group.inner();
        if (!assignable(target)) throw cannotAssign(operator);
        return target;
    }

    /** A name, or indices and fields that lead from one. */
    private static boolean assignable(Expression expression) {
        Expression e = expression;
        while (true) {
            if (e instanceof Tree.Name) return true;
            if (e instanceof Tree.Paren paren) e = paren.target();
            else if (e instanceof Tree.Brace brace) e = brace.target();
            else if (e instanceof Tree.Field field) e = field.target();
            else if (e instanceof Tree.DynamicField field) e = field.target();
            else if (e instanceof Tree.Group group) e = group.inner();
            else return false;
        }
    }

    private static Refusal cannotAssign(Token operator) {
        return new Refusal(operator, "parse error: "
                + say("what stands before ", "тому, что стоит перед ")
                + operator.getText()
                + say(" cannot be assigned to: a variable is needed", ", нельзя присвоить: нужна переменная"));
    }

    private void refuseInAnonymous(Token operator) {
        if (!insideAnonymous) return;
        throw new Refusal(operator, say("an anonymous function cannot use ", "анонимная функция не может содержать ")
                + operator.getText()
                + say(": write a named function", ": напишите именованную функцию"));
    }

    // ---- functions -----------------------------------------------------------------------------------------------

    @Override
    public Expression visitAnonymous(AnonymousContext context) {
        boolean outside = insideAnonymous;
        List<Parameter> parameters = parameters(context.parameters());
        insideAnonymous = true;
        Expression body = expression(context.expression());
        insideAnonymous = outside;
        return new Tree.Anonymous(start(context), parameters, body);
    }

    List<Parameter> parameters(ParametersContext context) {
        if (context == null) return List.of();
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterContext parameter : context.parameter()) {
            String name = parameter.ID() == null ? "~" : parameter.ID().getText();
            Expression initial = parameter.expression() == null ? null : expression(parameter.expression());
            parameters.add(new Parameter(start(parameter), name, initial));
        }
        return parameters;
    }
}
