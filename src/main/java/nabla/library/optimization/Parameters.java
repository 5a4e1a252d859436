package nabla.library.optimization;

import nabla.value.Cell;
import nabla.value.Convert;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** The form of a start, which every point keeps: an array, or cells and structures of arrays; the variables are their numbers in a row. */
final class Parameters {
    private final Value form;
    private final int count;

    private Parameters(Value form, int count) {
        this.form = form;
        this.count = count;
    }

    /** The form of x0; an error when there is anything but real arrays in it, or nothing. */
    static Parameters of(String function, Value x0) {
        int n = count(x0);
        if (n > 0) return new Parameters(x0, n);
        throw Failure.of("%s: the start x0 must be a real array, or a structure or cells of such",
                "%s: начало x0 должно быть вещественным массивом либо структурой или ячейками из таких массивов", function);
    }

    /** How many numbers there are, −1 when there is anything else. */
    private static int count(Value v) {
        if (v instanceof Numeric x) return x.isComplex() ? -1 : x.numel();
        Value[] parts = parts(v);
        if (parts == null) return -1;
        int n = 0;
        for (Value p : parts) {
            int k = count(p);
            if (k < 0) return -1;
            n += k;
        }
        return n;
    }

    /** The cells, or the fields of the one structure, in order; null for anything else. */
    private static Value[] parts(Value v) {
        if (v instanceof Cell c) return c.data();
        if (!(v instanceof Struct s) || s.numel() != 1) return null;
        return s.names().stream().map(s::get).toArray(Value[]::new);
    }

    /** The number of variables. */
    int count() {
        return count;
    }

    /** The variables of the start. */
    double[] start() {
        return numbers(form);
    }

    /** The numbers of a value of this form (an array may have another shape); null when it has another. */
    double[] numbers(Value v) {
        double[] x = new double[count];
        return fill(form, v, x, 0) == count ? x : null;
    }

    /** How a user writes the variable with this number, from 0, of the value called so: x(3), x.w(2), x{1}(4). */
    String name(String whole, int k) {
        return name(form, whole, k);
    }

    private static String name(Value form, String whole, int k) {
        if (form instanceof Numeric x) return x.isScalar() ? whole : whole + "(" + (k + 1) + ")";
        Value[] parts = parts(form);
        int at = 0;
        while (k >= count(parts[at])) k -= count(parts[at++]);
        String part = form instanceof Struct s ? "." + s.names().stream().skip(at).findFirst().orElse("") : "{" + (at + 1) + "}";
        return name(parts[at], whole + part, k);
    }

    /** Writes what is of the form from position at on; returns where it ends, −1 when v has another form. */
    private static int fill(Value form, Value v, double[] x, int at) {
        if (form instanceof Numeric f) {
            if (!(v instanceof Numeric n) || n.isComplex() || n.numel() != f.numel()) return -1;
            System.arraycopy(n.toDoubles(), 0, x, at, n.numel());
            return at + n.numel();
        }
        Value[] forms = parts(form);
        Value[] parts = parts(v);
        if (parts == null || parts.length != forms.length) return -1;
        for (int k = 0; k < parts.length && at >= 0; k++) at = fill(forms[k], parts[k], x, at);
        return at;
    }

    /** The point with these variables, in new arrays. */
    Value at(double[] x) {
        return at(form, x, new int[1], false);
    }

    /** The same as a result: of single precision where the start is. */
    Value result(double[] x) {
        return at(form, x, new int[1], true);
    }

    private static Value at(Value form, double[] x, int[] from, boolean cast) {
        if (form instanceof Numeric f) {
            double[] d = new double[f.numel()];
            System.arraycopy(x, from[0], d, 0, d.length);
            from[0] += d.length;
            Real r = new Real(d, f.dims().clone());
            return cast && f.isSingle() ? Convert.toSingle(r) : r;
        }
        if (form instanceof Cell c) {
            Value[] parts = new Value[c.numel()];
            for (int k = 0; k < parts.length; k++) parts[k] = at(c.get(k), x, from, cast);
            return new Cell(parts, c.dims().clone());
        }
        Struct s = Struct.scalar();
        Struct given = (Struct) form;
        for (String name : given.names()) s.with(name, at(given.get(name), x, from, cast));
        return s;
    }
}
