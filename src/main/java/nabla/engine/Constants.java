package nabla.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nabla.language.Tree.CellArray;
import nabla.language.Tree.Expression;
import nabla.language.Tree.Group;
import nabla.language.Tree.Matrix;
import nabla.language.Tree.Number;
import nabla.language.Tree.Prefix;
import nabla.language.Tree.Range;
import nabla.language.Tree.Text;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Failure;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Real;
import nabla.value.Value;

/** What the compiler knows without asking: named numbers, and which operators work on doubles. */
final class Constants {
    private static final Map<String, Double> NAMED = Map.of(
            "pi", Math.PI, "Inf", Double.POSITIVE_INFINITY, "inf", Double.POSITIVE_INFINITY, "NaN", Double.NaN, "nan", Double.NaN,
            "eps", 0x1p-52, "e", Math.E);

    private Constants() {}

    static boolean has(String name) {
        return NAMED.containsKey(name);
    }

    static double value(String name) {
        return NAMED.get(name);
    }

    /** The operator on scalars: {@code + - * / \} or, for the others, null. */
    static String arithmetic(String operator) {
        return switch (operator) {
            case "+", "-", "*", "/", "\\" -> operator;
            case ".*", "./", ".\\" -> operator.substring(1);
            default -> null;
        };
    }

    static boolean isArithmetic(String operator) {
        return arithmetic(operator) != null;
    }

    /** A literal integer exponent that multiplication serves better than a power: 2 … 8. */
    static boolean smallInteger(Expression e) {
        int k = integer(e);
        return k >= 2 && k <= 8;
    }

    /** Literals of fewer elements are made anew each time. */
    private static final int MANY = 64;

    /** The value of an expression that is nothing but a number or a text, or null. */
    static Value simple(Expression e) {
        if (e instanceof Number n) return n.imaginary() ? Complex.of(0, n.value()) : Real.of(n.value());
        if (e instanceof Text t) return text(t);
        if (e instanceof Prefix p && p.operator().equals("-") && p.operand() instanceof Number n && !n.imaginary()) return Real.of(-n.value());
        return e instanceof Matrix m ? matrix(m) : null;
    }

    static Char text(Text t) {
        return new Char(t.value().toCharArray(), t.doubleQuoted(), t.value().isEmpty() ? 0 : 1, t.value().length());
    }

    /** The value of a long literal of a matrix or a cell array that holds nothing but constants, or null. */
    static Value table(List<List<Expression>> rows, boolean cell) {
        int count = 0;
        for (List<Expression> r : rows) count += r.size();
        if (count < MANY) return null;
        Value[][] values = new Value[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Value[rows.get(i).size()];
            for (int j = 0; j < values[i].length; j++) {
                Value v = constant(rows.get(i).get(j));
                if (v == null) return null;
                v.share();
                values[i][j] = v;
            }
        }
        try {
            return cell ? Literals.cells(values) : Literals.matrix(values);
        } catch (Failure told) {
            // the program says so when it comes there
            return null;
        }
    }

    private static Value constant(Expression e) {
        Value v = simple(e);
        if (v != null) return v;
        if (e instanceof CellArray c) return table(c.rows(), true);
        return e instanceof Matrix m ? table(m.rows(), false) : null;
    }

    /** The matrix that numbers alone make, or null when there is anything else in it. */
    static Real matrix(Matrix m) {
        int rows = m.rows().size();
        int columns = rows == 0 ? 0 : m.rows().get(0).size();
        if (rows * columns < 2) return null;
        double[] x = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            if (m.rows().get(i).size() != columns) return null;
            for (int j = 0; j < columns; j++) {
                Expression e = m.rows().get(i).get(j);
                boolean negative = e instanceof Prefix p && p.operator().equals("-");
                if (negative) e = ((Prefix) e).operand();
                if (!(e instanceof Number n) || n.imaginary()) return null;
                x[i + j * rows] = negative ? -n.value() : n.value();
            }
        }
        return new Real(x, rows, columns);
    }

    /** The integer that {@code int64(…)} or {@code uint64(…)} makes of a literal which a double would round; null for anything else. */
    static Ints wide(String function, List<Expression> arguments) {
        if (arguments.size() != 1 || !function.endsWith("int64")) return null;
        Expression e = arguments.get(0);
        boolean negative = e instanceof Prefix m && m.operator().equals("-");
        if (negative) e = ((Prefix) e).operand();
        IntType type = IntType.named(function);
        if (type == null || !(e instanceof Number x) || x.written() == null || Math.abs(x.value()) < 0x1p53) return null;
        String digits = x.written().replace("_", "");
        if (!digits.chars().allMatch(Character::isDigit)) return null;
        BigDecimal value = new BigDecimal(digits);
        return new Ints(type, new long[] {type.saturate(negative ? value.negate() : value)}, 1, 1);
    }

    /** Whether a range of literal integers has elements. */
    static boolean isFilled(Expression e) {
        if (!(e instanceof Range r)) return false;
        int from = integer(r.base());
        int to = integer(r.limit());
        boolean down = r.step() instanceof Prefix p && p.operator().equals("-") && integer(p.operand()) > 0;
        boolean up = r.step() == null || integer(r.step()) > 0;
        return from != Integer.MIN_VALUE && to != Integer.MIN_VALUE && (up && from <= to || down && from >= to);
    }

    static int integer(Expression e) {
        if (e instanceof Group g) return integer(g.inner());
        if (e instanceof Number n && !n.imaginary() && n.value() == (int) n.value()) return (int) n.value();
        return Integer.MIN_VALUE;
    }
}
