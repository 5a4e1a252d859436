package nabla.value;

import java.util.Arrays;

/** Deep equality of values, as {@code isequal} has it: sizes and elements agree, classes of numbers do not matter. */
public final class Equality {
    /** Whether NaN equals NaN, as {@code isequaln} has it. */
    private final boolean nan;

    private Equality(boolean nan) {
        this.nan = nan;
    }

    public static boolean isequal(Value... values) {
        return new Equality(false).all(values);
    }

    /** The same, NaN being equal to NaN. */
    public static boolean isequaln(Value... values) {
        return new Equality(true).all(values);
    }

    private boolean all(Value[] values) {
        for (int i = 1; i < values.length; i++) if (!equal(values[0], values[i])) return false;
        return true;
    }

    private boolean equal(Value a, Value b) {
        if (a instanceof FunctionHandle f) return b instanceof FunctionHandle g && sameHandle(f, g);
        if (a instanceof Foreign f) return b instanceof Foreign g && f.object().equals(g.object());
        if (!Arrays.equals(a.dims(), b.dims())) return false;
        if (a instanceof Numeric x) return b instanceof Numeric y && numbers(x, y);
        if (a instanceof Cell x) return b instanceof Cell y && cells(x, y);
        return a instanceof Struct x && b instanceof Struct y && structures(x, y);
    }

    /** Whether the two are one handle, or name one function. */
    static boolean sameHandle(FunctionHandle f, FunctionHandle g) {
        return f == g || f.target() == g.target() || !f.anonymous() && !g.anonymous() && f.text().equals(g.text());
    }

    private boolean numbers(Numeric a, Numeric b) {
        int n = a.numel();
        if (a instanceof Ints || b instanceof Ints) {
            return !a.isComplex() && !b.isComplex() && allTrue(Comparison.apply(Operator.EQ, a, b).data());
        }
        boolean complex = a.isComplex() || b.isComplex();
        for (int i = 0; i < n; i++) {
            if (!same(a.re(i), b.re(i)) || complex && !same(a.im(i), b.im(i))) return false;
        }
        return true;
    }

    private boolean same(double x, double y) {
        return x == y || nan && x != x && y != y;
    }

    private static boolean allTrue(boolean[] b) {
        for (boolean x : b) if (!x) return false;
        return true;
    }

    private boolean cells(Cell a, Cell b) {
        for (int i = 0, n = a.numel(); i < n; i++) if (!equal(a.get(i), b.get(i))) return false;
        return true;
    }

    private boolean structures(Struct a, Struct b) {
        if (!a.names().equals(b.names())) return false;
        int n = a.numel();
        for (String name : a.names()) {
            for (int i = 0; i < n; i++) if (!equal(a.get(name, i), b.get(name, i))) return false;
        }
        return true;
    }
}
