package nabla.entropy;

import java.util.function.DoubleUnaryOperator;

/** A probability density on a range of the real line: its logarithm, which stays a number where the density itself underflows. */
public interface Density {
    /** ln p(x), −∞ where the density is 0. */
    double log(double x);

    /** ln p for many points: what is the same at all of them is worked out once. */
    default DoubleUnaryOperator logDensity() {
        return this::log;
    }

    /**
     * ln p(origin + t) near an end or a pole of the density, where origin + t itself would lose t's digits: between the two nearest
     * points that numbers can name, ln p goes on as a straight line in ln |t|.
     */
    default double log(double origin, double t) {
        double x = origin + t;
        double s = x - origin;
        if (s == t || s * t <= 0) return log(x);
        double y = (Math.abs(s) < Math.abs(t)) == (t > 0) ? Math.nextUp(x) : Math.nextDown(x);
        double logX = log(x);
        double slope = (log(y) - logX) / Math.log((y - origin) / s);
        return Double.isFinite(slope) ? logX + slope * Math.log(t / s) : logX;
    }

    /** The range's lower end, perhaps −∞. */
    double low();

    /** The range's upper end, perhaps +∞. */
    double high();

    /** Where the mass is concentrated, in increasing order: integrals are cut there. */
    double[] peaks();

    /** How far the mass extends around each of the peaks. */
    double[] widths();

    /** Points inside the range where the density is infinite, in increasing order; they are among the peaks. */
    default double[] poles() {
        return new double[0];
    }

    /** Points inside the range where the density may jump: integrals are cut there. */
    default double[] edges() {
        return new double[0];
    }

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
