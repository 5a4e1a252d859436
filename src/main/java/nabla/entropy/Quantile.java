package nabla.entropy;

import java.util.function.DoubleUnaryOperator;

/** Inverses of distribution functions that have none in closed form. */
final class Quantile {
    private Quantile() {}

    /** The x > 0 with cdf(x) = u: its scale found by powers of two, then bisection in the logarithm and in the number. */
    static double positive(DoubleUnaryOperator cdf, double u, double start) {
        if (!(u > 0 && u < 1)) return u == 0 ? 0 : u == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        double low = start;
        double high = start;
        while (low > 1e-300 && cdf.applyAsDouble(low) > u) low /= 1024;
        while (high < 1e300 && cdf.applyAsDouble(high) < u) high *= 2;
        return between(cdf, u, low, high);
    }

    /** The x between two positive numbers with cdf(x) = u. */
    static double between(DoubleUnaryOperator cdf, double u, double low, double high) {
        double a = low;
        double b = high;
        while (true) {
            double x = a > 0 && b / a > 4 ? Math.sqrt(a) * Math.sqrt(b) : (a + b) / 2;
            if (x <= a || x >= b || b - a < 1e-15 * b) return x;
            if (cdf.applyAsDouble(x) < u) a = x;
            else b = x;
        }
    }

    /** The least whole number k from low to high with cdf(k) ≥ u, looked for from the start outwards. */
    static double whole(DoubleUnaryOperator cdf, double u, double start, double low, double high) {
        if (!(u >= 0 && u <= 1)) return Double.NaN;
        if (u == 0 || u == 1) return u == 0 ? low : high;
        double a = Math.floor(start);
        double b = a;
        double step = 1;
        while (a >= low && cdf.applyAsDouble(a) >= u) {
            a -= step;
            step *= 2;
        }
        a = Math.max(a, low - 1);
        for (step = 1; b < high && cdf.applyAsDouble(b) < u; step *= 2) b = Math.min(high, b + step);
        while (b - a > 1) {
            double k = Math.floor((a + b) / 2);
            if (cdf.applyAsDouble(k) < u) a = k;
            else b = k;
        }
        return b;
    }
}
