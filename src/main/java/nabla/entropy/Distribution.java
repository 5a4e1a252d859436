package nabla.entropy;

import java.util.Map;

/**
 * A named probability distribution: of a real number, or of a whole one ({@link Discrete}). Logarithms and measures are natural;
 * records of this interface check their parameters and raise a {@link Fault} that names the wrong one.
 */
public interface Distribution extends Density {
    /** What it is called: {@code normal}, {@code gamma}, … */
    String name();

    /** The parameters by their letters, in order. */
    Map<String, Double> parameters();

    double mean();

    double variance();

    /** P(X ≤ x); NaN of NaN. */
    default double cdf(double x) {
        return x != x ? x : x < low() ? 0 : x >= high() || x == Double.POSITIVE_INFINITY ? 1 : below(x);
    }

    /** P(X > x) = 1 − P(X ≤ x), exact also where it is tiny. */
    default double survival(double x) {
        return x != x ? x : x < low() ? 1 : x >= high() || x == Double.POSITIVE_INFINITY ? 0 : above(x);
    }

    /** The least x with P(X ≤ x) ≥ u: the range's ends at 0 and 1, NaN for other u that are no probabilities. */
    default double quantile(double u) {
        return u > 0 && u < 1 ? inverse(u) : u == 0 ? low() : u == 1 ? high() : Double.NaN;
    }

    /** P(X ≤ x) for a finite x within the range. */
    double below(double x);

    /** P(X > x) for a finite x within the range. */
    double above(double x);

    /** The quantile for 0 < u < 1, exact in both tails: from u where it is small, from 1 − u where that is. */
    double inverse(double u);

    /** h = −E ln p in natural units. */
    default Measure entropy() {
        return Divergence.entropy(this);
    }

    /** D(this‖q) in closed form when there is one for these two, NaN otherwise. */
    default double closedDivergence(Distribution q) {
        return Double.NaN;
    }

    @Override
    default double low() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    default double high() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default double[] peaks() {
        return new double[] {quantile(0.5)};
    }

    @Override
    default double[] widths() {
        return new double[] {(quantile(0.75) - quantile(0.25)) / 2};
    }
}
