package nabla.entropy;

import java.util.function.DoubleUnaryOperator;

/** A probability density on a range of the real line: its logarithm, which stays a number where the density itself underflows. */
public interface Density {
    /** ln p(x), −∞ where the density is 0. */
    double log(double x);

    /** The range's lower end, perhaps −∞. */
    double low();

    /** The range's upper end, perhaps +∞. */
    double high();

    /** Where the mass is concentrated, in increasing order: integrals are cut there. */
    double[] peaks();

    /** How far the mass extends around each of the peaks. */
    double[] widths();

    /**
     * The density that f gives on the range from a to b.
     *
     * @throws Fault when its integral is not 1 (the fault names it), or f takes a negative value or NaN
     */
    static Density of(DoubleUnaryOperator f, double a, double b) {
        return ValuedDensity.of(f, a, b, false);
    }

    /** f divided by its integral from a to b. */
    static Density normalized(DoubleUnaryOperator f, double a, double b) {
        return ValuedDensity.of(f, a, b, true);
    }
}
