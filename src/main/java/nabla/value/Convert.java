package nabla.value;

/** Numbers, truth values and characters from one class to another. A value already of the class is returned itself, shared. */
public final class Convert {
    private Convert() {}

    private static <T extends Value> T kept(T v) {
        v.share();
        return v;
    }

    private static Numeric numeric(Value v, String target) {
        if (v instanceof Numeric n) return n;
        throw Failure.of("wrong type argument '%s': a %s value is needed", "'%s' не годится: нужно значение класса %s",
                Types.describe(v), target);
    }

    /** The real parts as doubles; single stays single. An error for what is no number. */
    public static Real toReal(Value v) {
        if (v instanceof Real r) return kept(r);
        Numeric n = numeric(v, "double");
        return new Real(n.isSingle(), n.toDoubles(), n.dims());
    }

    /** As {@code double(v)}: complex stays complex. */
    public static Numeric toDouble(Value v) {
        Numeric n = numeric(v, "double");
        if (n instanceof Complex z) return z.isSingle() ? new Complex(z.reData().clone(), z.imData().clone(), z.dims()) : kept(z);
        if (n instanceof Real r) return r.isSingle() ? new Real(r.data().clone(), r.dims()) : kept(r.plain());
        return new Real(n.toDoubles(), n.dims());
    }

    /** As {@code single(v)}. */
    public static Numeric toSingle(Value v) {
        Numeric n = numeric(v, "single");
        if (n.isSingle()) return kept(n);
        if (n instanceof Complex z) return new Complex(true, rounded(z.reData()), rounded(z.imData()), z.dims()).narrow();
        return new Real(true, rounded(n.toDoubles()), n.dims());
    }

    private static double[] rounded(double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) r[i] = (float) x[i];
        return r;
    }

    /** Whether each element differs from zero; an error where it is NaN. */
    public static Bool toBool(Value v) {
        if (v instanceof Bool b) return kept(b);
        Numeric n = numeric(v, "logical");
        boolean[] r = new boolean[n.numel()];
        boolean complex = n.isComplex();
        for (int i = 0; i < r.length; i++) {
            double x = n.re(i);
            double y = complex ? n.im(i) : 0;
            if (x != x || y != y) {
                throw Failure.of(
                        "invalid conversion from NaN to logical", "NaN не бывает истинным или ложным");
            }
            r[i] = x != 0 || y != 0;
        }
        return new Bool(r, n.dims());
    }

    /** The nearest integers of the class. */
    public static Ints toInts(IntType type, Value v) {
        if (v instanceof Ints i && i.type() == type) return kept(i);
        Numeric n = numeric(v, type.label);
        if (n.isComplex()) {
            throw Failure.of(
                    "a complex value can not become %s: take its real part with real()",
                    "комплексное значение нельзя привести к %s: возьмите real()",
                    type.label);
        }
        long[] r = new long[n.numel()];
        if (n instanceof Ints i && i.type().bits == 64) {
            for (int k = 0; k < r.length; k++) {
                r[k] = type.saturate(i.type().exact(i.data()[k]));
            }
        } else {
            for (int k = 0; k < r.length; k++) r[k] = type.saturate(n.re(k));
        }
        return new Ints(type, r, n.dims());
    }

    /** The characters with the codes nearest to these. */
    public static Char toChar(Value v) {
        if (v instanceof Char c) return kept(c);
        Numeric n = numeric(v, "char");
        if (n.isComplex()) {
            throw Failure.of("a complex value can not become char", "комплексное значение нельзя привести к char");
        }
        char[] r = new char[n.numel()];
        for (int i = 0; i < r.length; i++) r[i] = (char) (int) Math.floor(n.re(i) + 0.5);
        return new Char(r, false, n.dims());
    }
}
