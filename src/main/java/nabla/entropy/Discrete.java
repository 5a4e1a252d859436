package nabla.entropy;

/**
 * A distribution of whole numbers, or of those of a finite {@link #support}: {@link #log} is ln P(X = k), −∞ between them. Its measures are
 * exact sums with bounded tails.
 */
public interface Discrete extends Distribution {
    @Override
    default Measure entropy() {
        return Measure.of(Sum.mean(this, this, (k, logP, logQ) -> -logP));
    }

    /** The numbers that can occur, where they are few and need not be whole; null for the whole numbers of the range. */
    default double[] support() {
        return null;
    }

    /** Whether k is one of the numbers that can occur. */
    default boolean whole(double k) {
        return k == Math.rint(k) && k >= low() && k <= high();
    }
}
