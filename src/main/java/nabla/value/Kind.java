package nabla.value;

/** What a value is, in the words by which a deeply nested field is shown. */
final class Kind {
    private Kind() {}

    static String of(Value v) {
        if (v instanceof Struct) return v.isScalar() ? "scalar struct" : "struct";
        if (v instanceof FunctionHandle) return "function handle";
        if (v instanceof Char c) return c.doubleQuoted() ? "string" : "sq_string";
        if (v instanceof Bool) return v.isScalar() ? "bool" : "bool matrix";
        if (v instanceof Numeric n) return number(n);
        return v.className();
    }

    private static String number(Numeric n) {
        String shape = n.isScalar() ? "scalar" : "matrix";
        if (n instanceof Ints) return n.className() + " " + shape;
        return (n.isSingle() ? "float " : "") + (n.isComplex() ? "complex " : "") + shape;
    }
}
