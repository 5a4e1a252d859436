package nabla.entropy;

/** A distribution of whole numbers: {@link #log} is ln P(X = k), −∞ between them. Its measures are exact sums with bounded tails. */
public interface Discrete extends Distribution {
    @Override
    default Measure entropy() {
        return Measure.of(Sum.mean(this, this, (k, logP, logQ) -> -logP));
    }

    /** Whether k is one of the numbers that can occur. */
    default boolean whole(double k) {
        return k == Math.rint(k) && k >= low() && k <= high();
    }
}
