package nabla.value;

/** The names that error messages give to kinds of values, finer than classes: {@code 'complex matrix'}, {@code 'int8 scalar'}. */
public final class Types {
    private Types() {}

    public static String describe(Value v) {
        boolean scalar = v.isScalar();
        if (v instanceof Bool) return scalar ? "bool" : "bool matrix";
        if (v instanceof Char) return "string";
        if (v instanceof Struct) return scalar ? "scalar struct" : "struct";
        if (v instanceof FunctionHandle) return "function handle";
        if (v instanceof Ints i) return i.type().label + (scalar ? " scalar" : " matrix");
        if (v instanceof Numeric n) return number(n, scalar);
        return v.className();
    }

    /** As an operand: truth values and characters count as the numbers they become. */
    static String operand(Value v) {
        return v instanceof Bool || v instanceof Char ? number((Numeric) v, v.isScalar()) : describe(v);
    }

    private static String number(Numeric n, boolean scalar) {
        return (n.isSingle() ? "float " : "") + (n.isComplex() ? "complex " : "") + (scalar ? "scalar" : "matrix");
    }
}
