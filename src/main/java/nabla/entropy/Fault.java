package nabla.entropy;

/** What is wrong with the weights or density that a measure was asked about. */
public final class Fault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** The kinds; the message of a fault says the same in English. */
    public enum Kind {
        EMPTY("there are no weights"),
        NEGATIVE("weight %2$d is negative: %1$s"),
        NOT_A_NUMBER("weight %2$d is %1$s"),
        SUM("the weights must sum to 1, not %1$s"),
        LENGTHS("the distributions differ in length: %1$s and %2$d"),
        MASS("the density must have integral 1 over the range, not %1$s"),
        NO_MASS("no point of the range was found where the density is positive"),
        COUNT("the number of outcomes must be 1 or more, not %1$s"),
        BASE("the logarithm's base must be positive and not 1, not %1$s"),
        LABEL("label %2$d does not name one of the logits"),
        RANGE("the range is empty"),
        OUTCOME("outcome %2$d, %1$s, has no word in the code"),
        BITS("no word of the code begins at bit %2$d"),
        COUNTS("count %2$d must be a whole number from 0, all together at most 2^30, not %1$s"),
        NEIGHBOURS("the number of neighbours must be 1 or more and less than the number of points, not %1$s"),
        TIES("more than %1$s samples coincide, which samples of a density do not"),
        WINDOW("the window must be 1 or more and less than half of %2$d samples, not %1$s"),
        POSITIVE("%3$s must be positive and finite, not %1$s"),
        FINITE("%3$s must be finite, not %1$s"),
        PROBABILITY("%3$s must be between 0 and 1, not %1$s"),
        CHANCE("%3$s must be greater than 0 and at most 1, not %1$s"),
        WHOLE("%3$s must be a whole number, not %1$s"),
        COVARIANCE("%3$s must be symmetric and positive definite"),
        COORDINATES("the probability is found in %2$d coordinates at most, not %1$s"),
        DIRECTIONS("normal distributions of vectors are compared by quadrature in %2$d directions at most; these differ in %1$s"),
        MIXED("one of the distributions is discrete, the other is not");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    private final Kind kind;
    private final double value;
    private final int index;
    private final String parameter;

    /** @param index the weight's place, counted from 1 */
    Fault(Kind kind, double value, int index) {
        this(kind, value, index, "");
    }

    /** @param parameter the distribution's parameter that is wrong */
    Fault(Kind kind, double value, String parameter) {
        this(kind, value, 0, parameter);
    }

    private Fault(Kind kind, double value, int index, String parameter) {
        super(String.format(java.util.Locale.ROOT, kind.message, value, index, parameter));
        this.kind = kind;
        this.value = value;
        this.index = index;
        this.parameter = parameter;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** The number that is wrong: a weight, a sum, a length, a parameter. */
    public double value() {
        return value;
    }

    /** The place of what is wrong, counted from 1, or the second of two lengths. */
    public int index() {
        return index;
    }

    /** The letter of the parameter that is wrong, empty for faults of other kinds. */
    public String parameter() {
        return parameter;
    }
}
