package nabla.entropy;

import java.util.LinkedHashMap;
import java.util.Map;
import nabla.entropy.Fault.Kind;

/** Parameters by their letters, in order, and what they must be. */
final class Parameters {
    private Parameters() {}

    static Map<String, Double> of(String letter, double value) {
        return Map.of(letter, value);
    }

    static Map<String, Double> of(String first, double x, String second, double y) {
        Map<String, Double> m = new LinkedHashMap<>();
        m.put(first, x);
        m.put(second, y);
        return m;
    }

    /** The parameter, which must be positive and finite. */
    static void positive(String letter, double value) {
        if (!(value > 0) || Double.isInfinite(value)) throw new Fault(Kind.POSITIVE, value, letter);
    }

    static void finite(String letter, double value) {
        if (!Double.isFinite(value)) throw new Fault(Kind.FINITE, value, letter);
    }

    /** The parameter, which must be a probability. */
    static void probability(String letter, double value) {
        if (!(value >= 0 && value <= 1)) throw new Fault(Kind.PROBABILITY, value, letter);
    }

    /** The parameter, which must be a probability and not 0. */
    static void chance(String letter, double value) {
        if (!(value > 0 && value <= 1)) throw new Fault(Kind.CHANCE, value, letter);
    }

    /** The ends of a range, the lower one first. */
    static void range(double a, double b) {
        if (!(a < b)) throw new Fault(Kind.RANGE, a, 0);
    }
}
