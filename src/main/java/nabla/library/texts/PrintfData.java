package nabla.library.texts;

import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Value;

/** The elements of printf's arguments in a row. An empty argument is one element that prints nothing. */
final class PrintfData {
    private final String function;
    private final Value[] args;
    private int argument;
    private int element;

    public PrintfData(String function, Value[] args) {
        this.function = function;
        this.args = args;
        for (Value v : args) {
            if (v instanceof Numeric n && !(n.isComplex() && n.isScalar())) continue;
            String kind = v instanceof Numeric ? "complex scalar" : v.className().replace('_', ' ');
            throw Failure.of("%s: wrong type argument '%s'", "%s: аргумент не того типа: '%s'", function, kind);
        }
    }

    /** Whether elements are left. */
    boolean left() {
        return argument < args.length;
    }

    private void step(int elements) {
        element += elements;
        if (element >= args[argument].numel()) {
            argument++;
            element = 0;
        }
    }

    /** The next element as a width or precision. */
    int whole() {
        if (!left() || args[argument].isEmpty()) return 0;
        double x = ((Numeric) args[argument]).re(element);
        step(1);
        if (x != Math.rint(x) || Math.abs(x) > 1_000_000) {
            throw Failure.of("%s: invalid field width or precision: %s", "%s: неверная ширина или точность: %s", function, x);
        }
        return (int) x;
    }

    /** The conversion of the next element; %s takes the rest of a string, and a whole array of character codes. */
    String fill(Conversion c) {
        if (!left()) return c.nothing();
        Numeric v = (Numeric) args[argument];
        if (v.isEmpty()) {
            step(1);
            return c.nothing();
        }
        int i = element;
        if (c.type() == 's' && (v instanceof Char || v.numel() > 1 && characters(v))) {
            step(v.numel() - i);
            return c.string(text(v, i));
        }
        step(1);
        if (v instanceof Ints n && "diu".indexOf(c.type()) >= 0) return c.integer(n.type().text(n.data()[i]));
        return c.number(v.re(i));
    }

    private static boolean characters(Numeric v) {
        for (int i = 0; i < v.numel(); i++) {
            double x = v.re(i);
            if (!(x >= 0 && x <= 255 && x == Math.rint(x))) return false;
        }
        return true;
    }

    private static String text(Numeric v, int from) {
        StringBuilder b = new StringBuilder();
        for (int i = from; i < v.numel(); i++) b.append((char) v.re(i));
        return b.toString();
    }
}
