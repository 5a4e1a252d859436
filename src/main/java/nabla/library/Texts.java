package nabla.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Strings in and out of values: what the functions on text share. */
public final class Texts {
    private Texts() {}

    public static boolean isRow(Value v) {
        return v instanceof Char && v.ndims() == 2 && (v.rows() == 1 || v.isEmpty());
    }

    /** The text of a character row; an error names the function and the argument otherwise. */
    public static String text(Value v, String function, String argument) {
        if (isRow(v)) return ((Char) v).text();
        throw Failure.of(
                "%s: %s must be a string, not %s",
                "%s: аргумент %s должен быть строкой, а не %s", function, argument, v.className());
    }

    /** An error names the first option that is a text other than the words known. */
    public static void known(String function, Value[] options, String... words) {
        for (Value v : options) {
            if (!(v instanceof Char c) || Arrays.asList(words).contains(c.text())) continue;
            throw Failure.of("%s: unrecognized option '%s'%s", "%s: непонятный параметр '%s'%s", function, c.text(),
                    words.length == 0 ? "" : Lang.say("; there are ", "; есть ") + String.join(", ", words));
        }
    }

    /** Refuses a text that stands where numbers are meant. */
    public static void numbers(String function, Value... values) {
        for (Value v : values) {
            if (!(v instanceof Char c) || c.isEmpty()) continue;
            throw Failure.of("%s: numbers are needed, not the text '%s'", "%s: нужны числа, а не текст '%s'", function, c.text()).id("Octave:invalid-input-type");
        }
    }

    /** A numeric array that is no text; an error names the function and the argument otherwise. */
    public static Numeric array(String function, String argument, Value v) {
        if (v instanceof Numeric n && !(v instanceof Char)) return n;
        throw Failure.of("%s: %s must be numbers, not %s", "%s: аргумент %s — числа, а не %s", function, argument, v.className()).id("Octave:invalid-input-type");
    }

    /** The strings of a cell, the rows of a character matrix, or the one string. */
    public static List<String> list(Value v, String function) {
        List<String> all = new ArrayList<>();
        if (v instanceof Cell c) {
            for (Value e : c.data()) all.add(e.isEmpty() ? "" : text(e, function, "of the cell"));
        } else if (v instanceof Char c) {
            if (c.rows() <= 1) all.add(c.text());
            else for (int i = 0; i < c.rows(); i++) all.add(c.row(i));
        } else {
            throw Failure.of(
                    "%s: argument must be a string or cell array of strings",
                    "%s: нужна строка или массив ячеек со строками", function);
        }
        return all;
    }

    /** The function on each row of a string, or each string of a cell, of any depth. */
    public static Value map(Value v, String function, UnaryOperator<String> f) {
        if (v instanceof Cell c) {
            Value[] r = new Value[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = map(c.get(i), function, f);
            return new Cell(r, c.dims());
        }
        if (v instanceof Char c) {
            if (c.rows() <= 1) return row(f.apply(c.text()));
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < c.rows(); i++) rows.add(f.apply(c.row(i)));
            return Char.rows(rows);
        }
        throw Failure.of(
                "%s: argument must be a string or cell array of strings",
                "%s: нужна строка или массив ячеек со строками", function);
    }

    static Char row(String s) {
        return Char.of(s);
    }

    /** A row, 1×0 when empty. */
    public static Char row10(String s) {
        return new Char(s.toCharArray(), false, 1, s.length());
    }

    public static Cell strings(List<String> values) {
        Value[] r = new Value[values.size()];
        for (int i = 0; i < r.length; i++) r[i] = row10(values.get(i));
        return new Cell(r, 1, r.length);
    }

    public static Real positions(List<Integer> zeroBased) {
        double[] d = new double[zeroBased.size()];
        for (int i = 0; i < d.length; i++) d[i] = zeroBased.get(i) + 1;
        return d.length == 0 ? new Real(d, 1, 0) : Real.row(d);
    }

    public static boolean option(Value v, String name) {
        return isRow(v) && ((Char) v).text().equalsIgnoreCase(name);
    }
}
