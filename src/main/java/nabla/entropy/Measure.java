package nabla.entropy;

/**
 * A measure of information, and why it is infinite when it is.
 *
 * @param nats its value in natural units
 * @param where a point where p has mass and q has none, or ±∞ for the side of the tail; NaN while the value is finite
 */
public record Measure(double nats, Why why, double where) {
    /** Why a value is infinite. */
    public enum Why {
        FINITE,
        /** p has mass where q has none. */
        SUPPORT,
        /** The integral over p's tail does not converge. */
        TAIL
    }

    static Measure of(double nats) {
        return new Measure(nats + 0.0, Why.FINITE, Double.NaN);
    }

    static Measure outside(double where) {
        return new Measure(Double.POSITIVE_INFINITY, Why.SUPPORT, where);
    }

    /** The value with logarithms to this base: 2 for bits. */
    public double in(double base) {
        return nats / Entropy.scale(base);
    }

    /** Rounding can leave a trace below zero of what cannot be negative. */
    Measure notNegative() {
        return nats < 0 ? of(0) : this;
    }
}
