package nabla.library;

import java.lang.reflect.Parameter;
import nabla.engine.Session;
import nabla.value.Array;
import nabla.value.Bool;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** One parameter of a library function: turns a value into what the method takes, or says what is wrong with it. */
final class Argument {
    private final String function;
    private final String name;
    private final Class<?> type;
    /** Whether a text stands for the codes of its characters. */
    private final boolean codes;
    /** Whether it may be left out, and then what is passed. */
    final boolean optional;

    final Object otherwise;

    /** @param told what the parameter's {@link Entry} says of it */
    Argument(String function, Parameter p, String told) {
        this.function = function;
        name = p.getName();
        type = p.getType();
        codes = told.startsWith(Entry.CODES);
        String otherwise = codes ? told.substring(Entry.CODES.length()) : told;
        optional = !otherwise.isEmpty();
        this.otherwise = optional ? parse(otherwise.substring(1)) : null;
    }

    private Object parse(String text) {
        if (type == double.class) return text.isEmpty() ? Double.NaN : constant(text);
        if (type == int.class) return text.isEmpty() ? 0 : Integer.parseInt(text);
        if (type == boolean.class) return Boolean.parseBoolean(text);
        if (text.isEmpty()) return null;
        if (type == String.class) return text;
        if (type == double[].class) return new double[] {constant(text)};
        if (type == Char.class || type == Value.class && !numeral(text)) return Char.of(text);
        return Real.of(constant(text));
    }

    private static boolean numeral(String text) {
        return "+-.0123456789IN".indexOf(text.charAt(0)) >= 0;
    }

    private static double constant(String text) {
        return switch (text) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    Object of(Value v, Session session) {
        if (type == Value.class) return v;
        if (v instanceof Char c && !codes && !c.isEmpty() && meansNumbers()) throw word(c);
        if (type == double.class) return number(v);
        if (type == int.class) return integer(v);
        if (type == boolean.class) return truth(v);
        if (type == String.class) return text(v);
        if (type == Real.class) return real(v);
        if (type == double[].class) return real(v).data();
        if (type == FunctionHandle.class) return handle(v, session);
        if (type.isInstance(v)) return v;
        throw wrong(v, needed());
    }

    /** Whether the parameter is a number or an array of them; what is required as Numeric is data, which may be characters. */
    private boolean meansNumbers() {
        return type == double.class || type == int.class || type == boolean.class || type == Real.class || type == double[].class
                || type == Numeric.class && optional;
    }

    private Failure word(Char c) {
        return Failure.of("%s: %s must be a number or an array of numbers, not the text '%s'",
                        "%s: аргумент %s — число или массив чисел, а не текст '%s'", function, name, c.text())
                .id("Octave:invalid-input-type");
    }

    private String needed() {
        if (type == Numeric.class) return Binder.say("a numeric array", "числовой массив");
        if (type == Array.class) return Binder.say("an array", "массив");
        if (type == Cell.class) return Binder.say("a cell array", "массив ячеек");
        if (type == Struct.class) return Binder.say("a structure", "структура");
        if (type == Char.class) return Binder.say("a string", "строка");
        if (type == Bool.class) return Binder.say("a logical array", "логический массив");
        return type.getSimpleName();
    }

    private Failure wrong(Value v, String needed) {
        return Failure.of(
                        "%s: %s must be %s, not %s",
                        "%s: аргумент %s — %s, а не %s", function, name, needed, described(v))
                .id("Octave:invalid-input-type");
    }

    private static String described(Value v) {
        String kind = Binder.kind(v);
        return v.isScalar() || v instanceof Char ? kind : Dims.text(v.dims()) + " " + kind;
    }

    private double number(Value v) {
        if (v instanceof Numeric n && n.numel() == 1 && (!n.isComplex() || n.im(0) == 0)) return n.re(0);
        throw wrong(v, Binder.say("a real scalar", "вещественное число"));
    }

    private int integer(Value v) {
        if (v instanceof Numeric n && n.numel() == 1) {
            double x = n.re(0);
            if (x == (int) x) return (int) x;
            if (x == Math.rint(x)) return x > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        }
        throw wrong(v, Binder.say("an integer", "целое число"));
    }

    private boolean truth(Value v) {
        if (v instanceof Numeric n && n.numel() == 1) return n.re(0) != 0;
        throw wrong(v, Binder.say("true or false", "true или false"));
    }

    private String text(Value v) {
        if (v instanceof Char c && c.ndims() == 2 && (c.rows() == 1 || c.isEmpty())) return c.text();
        throw wrong(v, Binder.say("a string", "строка"));
    }

    private Real real(Value v) {
        if (v instanceof Real r) return r;
        if (v instanceof Numeric n) {
            if (!n.isComplex()) return new Real(n.toDoubles(), n.dims());
            if (((nabla.value.Complex) n).narrow() instanceof Real r) return r;
        }
        throw wrong(v, Binder.say("a real array", "вещественный массив"));
    }

    private FunctionHandle handle(Value v, Session session) {
        if (v instanceof FunctionHandle f) return f;
        if (v instanceof Char c && session != null) {
            Callable f = session.function(c.text());
            if (f != null) return new FunctionHandle(c.text(), false, f);
            throw Failure.of("%s: there is no function '%s'", "%s: функции '%s' нет", function, c.text())
                    .id("Octave:undefined-function");
        }
        throw wrong(v, Binder.say("a function handle or a function's name", "функция (@имя) или её имя"));
    }
}
