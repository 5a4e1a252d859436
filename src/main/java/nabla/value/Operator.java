package nabla.value;

/** The operators on values: each knows its symbol and the name of the function that does the same. */
public enum Operator {
    PLUS("+", "plus", "operator +"),
    MINUS("-", "minus", "operator -"),
    TIMES(".*", "times", "product"),
    RIGHT_DIVIDE("./", "rdivide", "quotient"),
    LEFT_DIVIDE(".\\", "ldivide", "quotient"),
    POWER(".^", "power", "operator .^"),
    EQ("==", "eq", "mx_el_eq"),
    NE("!=", "ne", "mx_el_ne"),
    LT("<", "lt", "mx_el_lt"),
    LE("<=", "le", "mx_el_le"),
    GT(">", "gt", "mx_el_gt"),
    GE(">=", "ge", "mx_el_ge"),
    AND("&", "and", "mx_el_and"),
    OR("|", "or", "mx_el_or"),
    NOT("!", "not", "operator !"),
    NEGATE("-", "uminus", "operator -"),
    TRANSPOSE("'", "ctranspose", "operator '"),
    PLAIN_TRANSPOSE(".'", "transpose", "operator .'"),
    MTIMES("*", "mtimes", "operator *"),
    MRIGHT_DIVIDE("/", "mrdivide", "operator /"),
    MLEFT_DIVIDE("\\", "mldivide", "operator \\"),
    MPOWER("^", "mpower", "operator ^");

    private final String symbol;
    private final String function;
    private final String label;

    Operator(String symbol, String function, String label) {
        this.symbol = symbol;
        this.function = function;
        this.label = label;
    }

    public String symbol() {
        return symbol;
    }

    /** The name of the function that does the same: {@code plus}, {@code eq}, … */
    public String function() {
        return function;
    }

    /** How errors about sizes name it. */
    String label() {
        return label;
    }

    public boolean isComparison() {
        return ordinal() >= EQ.ordinal() && ordinal() <= GE.ordinal();
    }

    public boolean isLogical() {
        return this == AND || this == OR;
    }

    /** The operator between elements that a matrix operator becomes when an operand is a scalar. */
    Operator elementwise() {
        return switch (this) {
            case MTIMES -> TIMES;
            case MRIGHT_DIVIDE -> RIGHT_DIVIDE;
            case MLEFT_DIVIDE -> LEFT_DIVIDE;
            case MPOWER -> POWER;
            default -> this;
        };
    }

    /** The error about sizes that neither agree nor broadcast. */
    public Failure nonconformant(int[] a, int[] b) {
        return nonconformant(label, a, b);
    }

    static Failure nonconformant(String label, int[] a, int[] b) {
        return Failure.of(
                        "%s: nonconformant arguments (op1 is %s, op2 is %s)",
                        "%s: размеры не согласованы (первый %s, второй %s)",
                        label,
                        Dims.text(a),
                        Dims.text(b))
                .id("Octave:nonconformant-args");
    }

    /** The error that these operands have no such operator. */
    public Failure undefined(Value a, Value b) {
        return Failure.of(
                        "binary operator '%s' not implemented for '%s' by '%s' operations",
                        "операция '%s' не определена для '%s' и '%s'",
                        symbol,
                        Types.operand(a),
                        Types.operand(b))
                .id("Octave:undefined-function");
    }

    /** The error that this operand has no such operator. */
    public Failure undefined(Value a) {
        return Failure.of(
                        "unary operator '%s' not implemented for '%s' operands",
                        "операция '%s' не определена для '%s'",
                        symbol,
                        Types.operand(a))
                .id("Octave:undefined-function");
    }
}
