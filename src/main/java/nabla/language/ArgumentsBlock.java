package nabla.language;

import static nabla.language.Refusal.position;
import static nabla.value.Lang.say;

import java.util.ArrayList;
import java.util.List;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Parameter;
import nabla.language.Tree.Position;
import nabla.language.Tree.Statement;
import nabla.language.grammar.NablaParser.ArgumentContext;
import nabla.language.grammar.NablaParser.ArgumentOfContext;
import nabla.language.grammar.NablaParser.DeclarationsContext;

/**
 * A function's {@code arguments … end} blocks as what they mean: values for arguments that are not given, and statements at the head of
 * the body that check and convert arguments. Arguments declared as fields, {@code options.Name}, come as names and values.
 */
final class ArgumentsBlock {
    private final ExpressionBuilder expressions;
    private final List<Statement> statements = new ArrayList<>();
    private List<Parameter> parameters;
    /** The argument that names and values make, null when there is none. */
    private String options;

    ArgumentsBlock(ExpressionBuilder expressions, List<Parameter> parameters, List<DeclarationsContext> blocks) {
        this.expressions = expressions;
        this.parameters = parameters;
        for (DeclarationsContext block : blocks) declare(block);
    }

    /** The function's parameters. */
    List<Parameter> parameters() {
        return parameters;
    }

    /** What the body begins with. */
    List<Statement> statements() {
        return statements;
    }

    private void declare(DeclarationsContext block) {
        if (block.ID() != null && !block.ID().getText().equals("Input")) {
            throw new Refusal(block.ID().getSymbol(), "arguments (" + block.ID().getText() + ")" + say(" is not supported", " не поддерживается"));
        }
        List<Expression> names = new ArrayList<>();
        for (ArgumentOfContext a : block.argumentOf()) {
            if (a.DOT() != null) names.add(text(position(a.start), a.ID(1).getText()));
        }
        for (ArgumentOfContext a : block.argumentOf()) {
            if (a.DOT() == null) positional(a);
            else named(a, names);
        }
    }

    private void positional(ArgumentOfContext a) {
        String name = a.ID(0).getText();
        if (parameters.stream().noneMatch(p -> p.name().equals(name))) throw unknown(a, name);
        if (a.expression() != null) {
            Expression initial = expressions.expression(a.expression());
            parameters = parameters.stream().map(p -> p.name().equals(name) ? new Parameter(p.at(), name, initial) : p).toList();
        }
        statements.addAll(checks(a, new Tree.Name(position(a.start), name), name));
    }

    private void named(ArgumentOfContext a, List<Expression> names) {
        Position at = position(a.start);
        String struct = a.ID(0).getText();
        Tree.Name target = new Tree.Name(at, struct);
        if (options == null) {
            boolean last = !parameters.isEmpty() && parameters.get(parameters.size() - 1).name().equals(struct);
            if (!last) throw unknown(a, struct);
            options = struct;
            List<Parameter> others = new ArrayList<>(parameters.subList(0, parameters.size() - 1));
            others.add(new Parameter(at, "varargin", null));
            parameters = others;
            statements.add(assign(target, call(at, "namedvalues", new Tree.Name(at, "varargin"), new Tree.CellArray(at, List.of(names)))));
        }
        Expression field = new Tree.Field(at, target, a.ID(1).getText());
        Expression given = call(at, "isfield", target, text(at, a.ID(1).getText()));
        List<Statement> otherwise = a.expression() == null ? List.of() : List.of(assign(field, expressions.expression(a.expression())));
        statements.add(new Tree.If(at, List.of(new Tree.Branch(at, given, checks(a, field, a.ID(1).getText()))), otherwise));
    }

    private static Refusal unknown(ArgumentOfContext a, String name) {
        return new Refusal(a.start, name + say(" is no argument of this function", " – не аргумент этой функции"));
    }

    /** The conversion to the size and class that are declared, and the tests. */
    private List<Statement> checks(ArgumentOfContext a, Expression target, String name) {
        Position at = target.at();
        List<Statement> all = new ArrayList<>();
        if (a.LPAREN() != null || a.className() != null) {
            List<Expression> sizes = new ArrayList<>();
            if (a.LPAREN() != null) {
                for (Expression e : expressions.arguments(a.arguments(0))) sizes.add(e instanceof Tree.Colon ? new Tree.Name(at, "NaN") : e);
            }
            String kind = a.className() == null ? "" : a.className().getText();
            Expression matrix = new Tree.Matrix(at, sizes.isEmpty() ? List.of() : List.of(sizes));
            all.add(assign(target, call(at, "validated", target, text(at, name), matrix, text(at, kind))));
        }
        if (a.LBRACE() == null) return all;
        for (ArgumentContext test : a.arguments(a.LPAREN() == null ? 0 : 1).argument()) {
            Expression e = expressions.expression(test.expression());
            all.add(new Tree.Evaluate(at, e instanceof Tree.Name || e instanceof Tree.Field ? new Tree.Paren(at, e, List.of(target)) : e, false));
        }
        return all;
    }

    private static Statement assign(Expression target, Expression value) {
        return new Tree.Evaluate(target.at(), new Tree.Assign(target.at(), List.of(target), false, "=", value), false);
    }

    private static Expression call(Position at, String function, Expression... arguments) {
        return new Tree.Paren(at, new Tree.Name(at, function), List.of(arguments));
    }

    private static Expression text(Position at, String s) {
        return new Tree.Text(at, s, false);
    }
}
