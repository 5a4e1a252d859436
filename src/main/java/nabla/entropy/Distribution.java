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

    /** P(X ≤ x). */
    double cdf(double x);

    /** The least x with P(X ≤ x) ≥ u, for u from 0 to 1. */
    double quantile(double u);

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
