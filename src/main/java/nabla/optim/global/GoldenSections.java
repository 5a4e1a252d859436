package nabla.optim.global;

import java.util.function.DoubleUnaryOperator;

/**
 * The lowest point of a function on [0, 1] to the last digit: an even sample, then golden sections about its best point until neighbouring
 * numbers are reached. It trusts comparisons alone, so kinks, cusps and jumps do not stop it.
 */
final class GoldenSections {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    private GoldenSections() {}

    /** A point of the line and the value there. */
    record Found(double t, double value) {}

    /**
     * @param at where the line is known already
     * @param low the section's ends; a sample of {@code points} is taken between them
     * @param least no point is sought nearer than this; 0: to the last digit
     */
    static Found lowest(DoubleUnaryOperator f, Found at, double low, double high, int points, double phase, double least) {
        double best = at.t();
        double value = at.value();
        double gap = (high - low) / points;
        for (int k = 0; k < points; k++) {
            double t = Math.min(high, low + (k + phase) * gap);
            double v = f.applyAsDouble(t);
            if (v < value) {
                best = t;
                value = v;
            }
        }
        return golden(f, new Found(best, value), Math.max(low, best - gap), Math.min(high, best + gap), least);
    }

    /** Keeps a < t < b with f(t) lowest and cuts the longer side, until a, t, b are neighbours, or b − a no more than the least. */
    static Found golden(DoubleUnaryOperator f, Found at, double a, double b, double least) {
        double t = at.t();
        double value = at.value();
        for (double end : new double[] {a, b}) {
            double v = end == t ? value : f.applyAsDouble(end);
            if (v < value) {
                t = end;
                value = v;
            }
        }
        for (int k = 0; k < 200 && b - a > Math.max(least, Math.ulp(t)); k++) {
            double s = b - t > t - a ? t + GOLDEN * (b - t) : t - GOLDEN * (t - a);
            if (s == t) s = b - t > t - a ? Math.nextUp(t) : Math.nextDown(t);
            if (s >= b || s <= a) break;
            double v = f.applyAsDouble(s);
            if (v <= value) {
                if (s > t) a = t;
                else b = t;
                t = s;
                value = v;
            } else if (s > t) {
                b = s;
            } else {
                a = s;
            }
        }
        return new Found(t, value);
    }
}
