package nabla.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A density's end on one side of a peak: where its values fade, and from there on ln f as a polynomial through points before the end:
 * in x, exact for normal and exponential tails, or in the logarithm of a distance, exact for powers and log-normal tails, or as both
 * together, exact for gamma tails.
 *
 * @param edge the last point where f has values that do not fade
 * @param variable what the polynomial is in
 * @param end the variable's value at the edge
 * @param h the steps of the variable from there inwards
 * @param d the differences of ln f over these steps; none where f drops to 0 at the edge
 * @param power of the distance by which f is divided before its logarithm is a polynomial
 * @param distance whose power that is
 */
record Tail(double edge, Variable variable, double end, double h, double[] d, double power, Variable distance) {
    private static final int STEPS = 8;

    /** Polynomials that miss by less need no rival. */
    private static final double CLOSE = 1e-6;

    /** A change of ln f by as much next to where f fades is no tail's, but where the values end. */
    private static final double STEEP = 100;

    /** x itself, or ln |x − origin| on one side (−1 or 1) of the origin. */
    private record Variable(double origin, double side) {
        private static final Variable PLAIN = new Variable(0, 0);

        double of(double x) {
            return side == 0 ? x : Math.log(side * (x - origin));
        }

        double point(double u) {
            return side == 0 ? u : origin + side * Math.exp(u);
        }
    }

    /**
     * @param reach the peak's width, negative for the left side
     * @param bound the range's end or the next peak on this side
     * @param low the range's lower end
     * @param high the range's upper end
     */
    static Tail of(DoubleUnaryOperator f, double peak, double reach, double bound, double low, double high) {
        double side = Math.signum(reach);
        double inside = peak;
        double step = reach;
        double outside = side * (bound - peak - reach) > 0 ? peak + reach : peak + (bound - peak) / 2;
        while (Math.abs(outside) < 1e300 && outside != inside && Math.abs(outside - bound) > 1e-300 && f.applyAsDouble(outside) > ValuedDensity.FADED) {
            inside = outside;
            step *= 1.5;
            outside = side * (bound - inside - step) > 0 ? inside + step : inside + (bound - inside) / 2;
        }
        if (outside == inside || Math.abs(outside - bound) <= 1e-300 || Math.abs(outside) >= 1e300) return dropped(bound);
        for (int k = 0; k < 200; k++) {
            double middle = (inside + outside) / 2;
            if (middle == inside || middle == outside) break;
            if (f.applyAsDouble(middle) > ValuedDensity.FADED) inside = middle;
            else outside = middle;
        }
        return inside != peak && f.applyAsDouble(inside) < 1e-270 ? best(f, peak, inside, side, low, high) : dropped(inside);
    }

    private static Tail dropped(double edge) {
        return new Tail(edge, Variable.PLAIN, edge, 1, new double[0], 0, Variable.PLAIN);
    }

    /** The first candidate that meets the values half way to the peak, or the one that misses least. */
    private static Tail best(DoubleUnaryOperator f, double peak, double edge, double side, double low, double high) {
        double bound = side > 0 ? high : low;
        double opposite = side > 0 ? low : high;
        double beside = (peak - edge) / 1024;
        boolean steep = Math.log(f.applyAsDouble(edge + beside) / f.applyAsDouble(edge)) > STEEP;
        if (steep && Math.abs(edge - bound) > Math.abs(beside)) return dropped(edge);
        Variable inwards = new Variable(bound, -side);
        Variable outwards = new Variable(Double.isInfinite(opposite) ? peak : opposite, side);
        List<Tail> candidates = new ArrayList<>();
        candidates.add(through(f, 2, 16, edge, peak, Variable.PLAIN));
        if (!Double.isInfinite(bound)) candidates.add(through(f, 2, 16, edge, peak, inwards));
        candidates.add(through(f, 2, 16, edge, Double.isInfinite(opposite) ? peak + (edge - peak) / 1024 : peak, outwards));
        candidates.add(through(f, 2, 16, edge, peak, Variable.PLAIN).straightened(outwards));
        candidates.add(through(f, 4, 8, edge, peak, Variable.PLAIN));
        candidates.add(through(f, 1, 16, edge, peak, Variable.PLAIN));
        Tail best = dropped(edge);
        double least = Double.POSITIVE_INFINITY;
        for (Tail t : candidates) {
            double miss = t.miss(f);
            if (miss < least) best = t;
            least = Math.min(miss, least);
            if (least < CLOSE) break;
        }
        return best;
    }

    /** The polynomial of degree n through n + 1 points, so many of which would reach the peak. */
    private static Tail through(DoubleUnaryOperator f, int n, int parts, double edge, double peak, Variable variable) {
        double end = variable.of(edge);
        double h = (variable.of(peak) - end) / parts;
        double[] v = new double[n + 1];
        for (int j = 0; j < v.length; j++) v[j] = Math.log(f.applyAsDouble(variable.point(end + j * h)));
        for (int k = 1; k < v.length; k++) for (int j = v.length - 1; j >= k; j--) v[j] -= v[j - 1];
        return new Tail(edge, variable, end, h, v, 0, Variable.PLAIN);
    }

    /** The parabola made a straight line by a power of this distance. */
    private Tail straightened(Variable distance) {
        double[] l = new double[3];
        for (int j = 0; j < 3; j++) l[j] = distance.of(variable.point(end + j * h));
        double e = d[2] / (l[2] - 2 * l[1] + l[0]);
        return new Tail(edge, variable, end, h, new double[] {d[0] - e * l[0], d[1] - e * (l[1] - l[0])}, e, distance);
    }

    /** How far the polynomial is from ln f farther inwards, as a part of what ln f changes by; ∞ when it would rise in the end. All but straight parabolas are straight. */
    private double miss(DoubleUnaryOperator f) {
        if (d.length == 3 && d[2] > -1e-8 * Math.abs(d[1]) && d[2] < 1e-3 * Math.abs(d[1])) d[2] = 0;
        boolean rises = d.length > 2 && d[d.length - 1] > 0;
        if (rises || !(log(variable.point(end - 2 * h)) < log(edge))) return Double.POSITIVE_INFINITY;
        double x = variable.point(end + STEPS * h);
        double l = Math.log(f.applyAsDouble(x));
        return Math.abs(log(x) - l) / Math.abs(l - log(edge));
    }

    /** ln f(x) beyond the edge: Σ C(s, k)·Δᵏ, s the distance from the edge in steps, and what the power adds. */
    double log(double x) {
        if (d.length == 0) return Double.NEGATIVE_INFINITY;
        double s = (variable.of(x) - end) / h;
        double sum = 0;
        for (int k = d.length - 1; k > 0; k--) sum = (s - k + 1) / k * (d[k] + sum);
        return d[0] + sum + (power == 0 ? 0 : power * distance.of(x));
    }
}
