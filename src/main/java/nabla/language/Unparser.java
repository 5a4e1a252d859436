package nabla.language;

import java.util.List;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Parameter;

/** Expressions → text, spaced as anonymous functions are shown: {@code @(x) x .^ 2 + sin (x)}. */
public final class Unparser {
    private final StringBuilder out = new StringBuilder();
    private int anonymousDepth;
    private boolean insideRows;

    private Unparser() {}

    /** The text of an expression. */
    public static String text(Expression expression) {
        Unparser unparser = new Unparser();
        unparser.write(expression);
        return unparser.out.toString();
    }

    private void write(Expression e) {
        if (e instanceof Tree.Number number) number(number);
        else if (e instanceof Tree.Text text) text(text);
        else if (e instanceof Tree.Name name) out.append(name.id());
        else if (e instanceof Tree.Colon) out.append(':');
        else if (e instanceof Tree.End) out.append("end");
        else if (e instanceof Tree.Ignored) out.append('~');
        else if (e instanceof Tree.Handle handle) out.append('@').append(handle.name());
        else if (e instanceof Tree.Group group) {
            out.append('(');
            write(group.inner());
            out.append(')');
        } else if (e instanceof Tree.Matrix matrix) rows('[', matrix.rows(), ']');
        else if (e instanceof Tree.CellArray cell) rows('{', cell.rows(), '}');
        else if (e instanceof Tree.Anonymous anonymous) anonymous(anonymous);
        else if (!index(e)) operation(e);
    }

    private boolean index(Expression e) {
        if (e instanceof Tree.Paren paren) {
            write(paren.target());
            arguments('(', paren.arguments(), ')');
        } else if (e instanceof Tree.Brace brace) {
            write(brace.target());
            arguments('{', brace.arguments(), '}');
        } else if (e instanceof Tree.Field field) {
            write(field.target());
            out.append('.').append(field.name());
        } else if (e instanceof Tree.DynamicField field) {
            write(field.target());
            list(".(", List.of(field.name()), ")");
        } else return false;
        return true;
    }

    /** A blank stands before an index or a call, but not among the elements of a matrix, where it would separate. */
    private void arguments(char open, List<Expression> arguments, char close) {
        boolean outside = insideRows;
        if (!insideRows) out.append(' ');
        insideRows = false;
        out.append(open);
        list("", arguments, "");
        out.append(close);
        insideRows = outside;
    }

    private void operation(Expression e) {
        if (e instanceof Tree.Prefix prefix) {
            out.append(prefix.operator());
            write(prefix.operand());
        } else if (e instanceof Tree.Gradient gradient) {
            out.append('∇');
            write(gradient.operand());
        } else if (e instanceof Tree.Transpose transpose) {
            write(transpose.operand());
            out.append(transpose.operator());
        } else if (e instanceof Tree.Binary binary) between(binary.left(), binary.operator(), binary.right());
        else if (e instanceof Tree.ShortCircuit s) between(s.left(), s.and() ? "&&" : "||", s.right());
        else if (e instanceof Tree.Range range) range(range);
        else if (e instanceof Tree.Increment increment) {
            if (increment.prefix()) out.append(increment.operator());
            write(increment.target());
            if (!increment.prefix()) out.append(increment.operator());
        } else if (e instanceof Tree.Assign assign) {
            if (assign.bracketed()) rows('[', List.of(assign.targets()), ']');
            else write(assign.targets().get(0));
            out.append(' ').append(assign.operator()).append(' ');
            write(assign.value());
        } else throw new AssertionError(e);
    }

    private void number(Tree.Number number) {
        if (number.written() != null) {
            out.append(number.written());
            return;
        }
        double value = number.value();
        if (value == Math.rint(value) && Math.abs(value) < 1e15) out.append((long) value);
        else out.append(value);
        if (number.imaginary()) out.append('i');
    }

    private void text(Tree.Text text) {
        if (text.doubleQuoted()) out.append('"').append(Escapes.encode(text.value())).append('"');
        else out.append('\'').append(text.value().replace("'", "''")).append('\'');
    }

    private void between(Expression left, String operator, Expression right) {
        write(left);
        out.append(' ').append(operator).append(' ');
        write(right);
    }

    private void range(Tree.Range range) {
        write(range.base());
        out.append(':');
        if (range.step() != null) {
            write(range.step());
            out.append(':');
        }
        write(range.limit());
    }

    private void rows(char open, List<List<Expression>> rows, char close) {
        boolean outside = insideRows;
        insideRows = true;
        out.append(open);
        for (int i = 0; i < rows.size(); i++) list(i == 0 ? "" : "; ", rows.get(i), "");
        out.append(close);
        if (open == '{' && rows.isEmpty()) out.append("(0x0)");
        insideRows = outside;
    }

    private void list(String open, List<? extends Expression> elements, String close) {
        out.append(open);
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) out.append(", ");
            write(elements.get(i));
        }
        out.append(close);
    }

    /** Inside another function no blank follows the parameters. */
    private void anonymous(Tree.Anonymous function) {
        out.append("@(");
        List<Parameter> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (i > 0) out.append(", ");
            out.append(parameters.get(i).name());
            if (parameters.get(i).initial() != null) {
                out.append(" = ");
                write(parameters.get(i).initial());
            }
        }
        out.append(anonymousDepth++ == 0 ? ") " : ")");
        write(function.body());
        anonymousDepth--;
    }
}
