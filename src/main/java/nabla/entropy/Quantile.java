package nabla.entropy;

/** Inverses of distribution functions that have none in closed form: found from the lower tail up to the median, from the upper one above. */
final class Quantile {
    /** What rounding may take from a distribution function: a quantile of a value that a step reaches is that step's. */
    private static final double ROUNDING = 1e-14;

    private Quantile() {}

    /**
     * The x > 0 with P(X ≤ x) = u for a density on positive numbers, by Newton's method for the logarithm of the tail that is smaller, in
     * ln x for the lower one, within an interval that is halved where a step would leave it.
     */
    static double positive(Distribution d, double u, double start) {
        boolean upper = u > 0.5;
        double target = Math.log(upper ? 1 - u : u);
        double low = start;
        double high = start;
        for (double f = 4; excess(d, low, upper, target) > 0; f *= f) {
            if (low == Double.MIN_VALUE) return 0;
            low = Math.max(low / f, Double.MIN_VALUE);
        }
        for (double f = 4; high < d.high() && excess(d, high, upper, target) < 0; f *= f) high = Math.min(high * f, Math.min(d.high(), Double.MAX_VALUE));
        double x = start;
        for (int k = 0; k < 200; k++) {
            double g = excess(d, x, upper, target);
            if (g > 0) high = x;
            else low = x;
            double slope = Math.exp(d.log(x)) / (upper ? d.survival(x) : d.cdf(x));
            double next = g == 0 ? x : upper ? x - g / slope : x * Math.exp(-g / slope / x);
            if (Math.abs(next - x) <= 4e-16 * x) return next;
            if (!(next > low && next < high)) next = high / low > 4 ? Math.sqrt(low) * Math.sqrt(high) : low / 2 + high / 2;
            if (next == x || next <= low || next >= high) return next;
            x = next;
        }
        return x;
    }

    /** ln P(X ≤ x) − ln u, or ln(1 − u) − ln P(X > x); they rise in x. */
    private static double excess(Distribution d, double x, boolean upper, double target) {
        return upper ? target - Math.log(d.survival(x)) : Math.log(d.cdf(x)) - target;
    }

    /** The least whole number k within the range with P(X ≤ k) ≥ u, looked for from the start outwards. */
    static double whole(Discrete d, double u, double start) {
        double a = Math.floor(Math.max(d.low(), Math.min(d.high(), start)));
        double b = a;
        double step = 1;
        while (a >= d.low() && reaches(d, a, u)) {
            a -= step;
            step *= 2;
        }
        a = Math.max(a, d.low() - 1);
        for (step = 1; b < d.high() && !reaches(d, b, u); step *= 2) b = Math.min(d.high(), b + step);
        while (b - a > 1) {
            double k = Math.floor((a + b) / 2);
            if (k <= a || k >= b) return b;
            if (reaches(d, k, u)) b = k;
            else a = k;
        }
        return b;
    }

    /** Whether P(X ≤ k) ≥ u, up to rounding. */
    static boolean reaches(Discrete d, double k, double u) {
        return u <= 0.5 ? d.cdf(k) >= u * (1 - ROUNDING) : d.survival(k) <= (1 - u) * (1 + ROUNDING);
    }
}
