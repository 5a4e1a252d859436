package nabla.library.session;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.engine.Engine;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Texts;
import nabla.library.arrays.Comparison;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Checks that programs make of themselves: {@code assert} and its kin. */
public final class Assertions {
    private Assertions() {}

    /** One disagreement. */
    private record Mismatch(String location, String observed, String expected, String reason) {}

    @Function(
            call = "assert(condition)\nassert(condition, message, ...)\nassert(observed, expected)\nassert(observed, expected, tolerance)",
            en = "An error unless the condition holds, or unless observed equals expected: in class, sizes and values, or in sizes and "
                    + "values within the tolerance (absolute; relative when negative).",
            ru = "Ошибка, если условие не выполнено или observed не равно expected: по классу, размерам и значениям, а с допуском — по "
                    + "размерам и значениям (допуск абсолютный, отрицательный — относительный).",
            examples = {"assert(1 + 1, 2)", "assert(pi, 3.1416, 1e-5)", "assert([1 2 3], [1 2 4], -0.5)"})
    public static void check(Session session, Value cond, Value... rest) {
        String text = ((Engine) session).argumentText("assert");
        String said = text == null ? "cond" : text;
        if (rest.length == 0 || rest[0] instanceof Char && cond instanceof Bool) {
            if (cond instanceof Numeric n && n.isTrue()) return;
            if (rest.length > 0) session.standard("error").call(rest, 0);
            throw Failure.of("assert (%s) failed", "assert: условие не выполнено: %s", said);
        }
        List<Mismatch> wrong = new ArrayList<>();
        compare(cond, rest[0], rest.length > 1 ? rest[1] : null, wrong);
        if (!wrong.isEmpty()) throw new Failure(report(said, wrong));
    }

    private static String report(String call, List<Mismatch> wrong) {
        StringBuilder b = new StringBuilder("ASSERT errors for:  assert (").append(call).append(')');
        b.append("\n\n  Location  |  Observed  |  Expected  |  Reason");
        for (Mismatch m : wrong) {
            StringBuilder line = new StringBuilder();
            centre(line, m.location, 6);
            centre(line, m.observed, 19);
            centre(line, m.expected, 32);
            while (line.length() < 41) line.append(' ');
            b.append('\n').append(line).append(m.reason);
        }
        return b.toString();
    }

    private static void centre(StringBuilder line, String s, int column) {
        int start = column - (s.length() + 1) / 2;
        do line.append(' ');
        while (line.length() < start);
        line.append(s);
    }

    private static void compare(Value a, Value b, Value tol, List<Mismatch> wrong) {
        if (b instanceof Char s) {
            if (!(a instanceof Char t)) wrong.add(new Mismatch("[]", "O", "E", "Expected string, but observed " + kind(a)));
            else if (!Comparison.whole(t, s, false)) {
                wrong.add(new Mismatch("[]", t.text(), s.text(), "Strings don't match"));
            }
        } else if (b instanceof Cell c) {
            if (!(a instanceof Cell d)) wrong.add(new Mismatch("()", "O", "E", "Expected cell, but observed " + kind(a)));
            else if (!Dims.same(c.dims(), d.dims())) wrong.add(sizes(a, b));
            else for (int i = 0; i < c.numel(); i++) compare(d.get(i), c.get(i), tol, wrong);
        } else if (b instanceof FunctionHandle h) {
            if (!(a instanceof FunctionHandle g) || !g.text().equals(h.text())) {
                wrong.add(new Mismatch("@", "O", "E", "Expected function handle " + h.text()));
            }
        } else if (b instanceof Struct s) {
            structures(a, s, tol, wrong);
        } else if (!Dims.same(a.dims(), b.dims())) {
            wrong.add(sizes(a, b));
        } else if (a instanceof Numeric x && b instanceof Numeric y) {
            numbers(x, y, tol, wrong);
        } else if (a != b && !a.className().equals(b.className())) {
            wrong.add(new Mismatch("()", "O", "E", "Class " + a.className() + " != " + b.className()));
        }
    }

    private static void structures(Value a, Struct s, Value tol, List<Mismatch> wrong) {
        if (!(a instanceof Struct t)) wrong.add(new Mismatch("()", "O", "E", "Expected struct, but observed " + kind(a)));
        else if (!Dims.same(s.dims(), t.dims())) wrong.add(sizes(a, s));
        else if (!s.names().equals(t.names())) wrong.add(new Mismatch("()", "O", "E", "Fieldname mismatch"));
        else for (String n : s.names()) for (int i = 0; i < s.numel(); i++) compare(t.get(n, i), s.get(n, i), tol, wrong);
    }

    private static String kind(Value v) {
        return v instanceof Numeric && !(v instanceof Char) ? "number" : v.className();
    }

    private static Mismatch sizes(Value a, Value b) {
        return new Mismatch(".", "O(" + Dims.text(a.dims()) + ")", "E(" + Dims.text(b.dims()) + ")", "Dimensions don't match");
    }

    private static void numbers(Numeric a, Numeric b, Value tol, List<Mismatch> wrong) {
        if (tol == null) {
            String reason = null;
            if (!a.className().equals(b.className())) reason = "Class " + a.className() + " != " + b.className();
            else if (a.isComplex() != b.isComplex()) reason = a.isComplex() ? "complex != real" : "real != complex";
            if (reason != null) {
                wrong.add(new Mismatch("()", "O", "E", reason));
                return;
            }
        }
        Numeric t = tol instanceof Numeric n ? n : Real.of(0);
        if (t.numel() != 1 && !Dims.same(t.dims(), b.dims())) {
            wrong.add(new Mismatch(".", "O", "E", "Dimensions of tolerance don't match"));
            return;
        }
        for (int i = 0, n = a.numel(); i < n; i++) {
            String reason = reason(a.re(i), a.im(i), b.re(i), b.im(i), t.re(t.numel() == 1 ? 0 : i));
            if (reason != null) wrong.add(new Mismatch(location(a.dims(), i), text(a, i), text(b, i), reason));
        }
    }

    /** The payload that marks a missing value, NA, among the NaNs. */
    private static boolean isMissing(double x) {
        return x != x && (Double.doubleToRawLongBits(x) & 0xFFFFFFFFL) == 1954;
    }

    private static String reason(double ar, double ai, double br, double bi, double tol) {
        if (isMissing(ar) != isMissing(br) || isMissing(ai) != isMissing(bi)) return "'NA' mismatch";
        if ((ar != ar || ai != ai) != (br != br || bi != bi)) return "'NaN' mismatch";
        if (ar != ar || ai != ai) return null;
        if (Double.isInfinite(ar) || Double.isInfinite(br)) {
            if (ar != br) return "'Inf' mismatch";
            ar = br = 0;
        }
        if (Double.isInfinite(ai) || Double.isInfinite(bi)) {
            if (ai != bi) return "'Inf' mismatch";
            ai = bi = 0;
        }
        double err = Math.hypot(ar - br, ai - bi);
        boolean relative = tol < 0 && (br != 0 || bi != 0);
        if (relative) err /= Math.hypot(br, bi);
        double limit = Math.abs(tol);
        if (!(err > limit)) return null;
        return (relative ? "Rel" : "Abs") + " err " + shortText(err) + " exceeds tol " + shortText(limit) + " by " + one(err - limit);
    }

    private static String location(int[] dims, int i) {
        if (dims.length == 2 && dims[0] == 1 && dims[1] == 1) return "()";
        if (dims.length == 2 && (dims[0] == 1 || dims[1] == 1)) return "(" + (i + 1) + ")";
        StringBuilder b = new StringBuilder("(");
        for (int k = 0; k < dims.length; k++) {
            b.append(k > 0 ? "," : "").append(i % dims[k] + 1);
            i /= dims[k];
        }
        return b.append(')').toString();
    }

    private static String text(Numeric v, int i) {
        String re = shortText(v.re(i));
        if (!v.isComplex()) return re;
        return re + (v.im(i) < 0 ? "" : "+") + shortText(v.im(i)) + "i";
    }

    private static String one(double x) {
        return digits(x, 1);
    }

    private static String shortText(double x) {
        return digits(x, 5);
    }

    /** x in so many significant digits, as C's %g. */
    private static String digits(double x, int n) {
        if (isMissing(x)) return "NA";
        if (x != x) return "NaN";
        if (Double.isInfinite(x)) return x > 0 ? "Inf" : "-Inf";
        if (x == 0) return "0";
        BigDecimal r = new BigDecimal(x).round(new MathContext(n)).stripTrailingZeros();
        int exponent = r.precision() - r.scale() - 1;
        if (exponent >= -5 && exponent < n) return r.toPlainString();
        String m = new BigDecimal(r.unscaledValue(), r.precision() - 1).toPlainString();
        return m + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    @Function(call = "fail(code)\nfail(code, pattern)", en = "Runs code that must fail, with a message that fits the pattern; an error when it does not.",
            ru = "Выполняет код, который должен завершиться ошибкой с сообщением по образцу pattern; если это не так, ошибку сообщает сама.",
            examples = {"fail('error(\"boo\")', 'boo')"})
    public static void fail(Session session, String code, @Default String pattern) {
        try {
            session.evaluate(code, session.workspace(), 0);
        } catch (Failure e) {
            String p = pattern == null ? "" : pattern;
            if (java.util.regex.Pattern.compile(p).matcher(e.caught()).find()) return;
            throw Failure.of("Expected error <%s> but got <%s>", "ожидалась ошибка <%s>, а получена <%s>", p, e.caught());
        }
        throw Failure.of("Expected error <%s> but got none", "ожидалась ошибка <%s>, а её не было", pattern == null ? "." : pattern);
    }

    @Function(call = "validateattributes(a, classes, attributes)\nvalidateattributes(a, classes, attributes, function, variable, position)",
            en = "An error unless a is of one of the classes and has each attribute: nonempty, scalar, vector, row, column, 2d, square, "
                    + "real, finite, nonnan, integer, positive, nonnegative, nonzero, increasing, decreasing, numel, size, >, >=, <, <=, ….",
            ru = "Ошибка, если a не из этих классов или не имеет этих свойств: nonempty, scalar, vector, row, column, 2d, square, real, "
                    + "finite, nonnan, integer, positive, nonnegative, nonzero, increasing, decreasing, numel, size, >, >=, <, <=, ….",
            examples = {"validateattributes(3, {'numeric'}, {'positive'})"})
    public static void validateattributes(Value a, Cell classes, Cell attributes, Value... where) {
        String function = where.length > 0 && where[0] instanceof Char c ? c.text() + ": " : "validateattributes: ";
        String variable = where.length > 1 && where[1] instanceof Char c && !c.isEmpty() ? c.text() : "input";
        List<String> names = Texts.list(classes, "validateattributes");
        boolean fits = names.isEmpty();
        for (String n : names) {
            fits |= n.equals(a.className())
                    || n.equals("numeric") && a instanceof Numeric && !(a instanceof Char) && !(a instanceof Bool)
                    || n.equals("float") && (a.className().equals("double") || a.className().equals("single"));
        }
        if (!fits) {
            throw Failure.of(
                            "%s%s must be of class:\n\n  %s\n\nbut was of class %s",
                            "%s%s должно быть класса:\n\n  %s\n\nа было класса %s",
                            function, variable, String.join("\n  ", names), a.className())
                    .id("Octave:invalid-type");
        }
        for (int i = 0; i < attributes.numel(); i++) {
            String name = Texts.text(attributes.get(i), "validateattributes", "attribute").toLowerCase(java.util.Locale.ROOT);
            boolean takes = Attributes.IDENTIFIERS.containsKey(name);
            if (takes && !(i + 1 < attributes.numel() && attributes.get(i + 1) instanceof Numeric n && !n.isEmpty())) {
                throw Failure.of("validateattributes: after '%s' a number must follow", "validateattributes: после '%s' нужно число", name);
            }
            if (Attributes.holds(a, name, takes ? (Numeric) attributes.get(++i) : null)) continue;
            throw Failure.of("%s%s must be %s", "%s%s: не выполнено свойство %s", function, variable,
                            takes ? name + " " + Attributes.text((Numeric) attributes.get(i)) : name)
                    .id("Octave:" + Attributes.IDENTIFIERS.getOrDefault(name, "expected-" + name));
        }
    }
}
