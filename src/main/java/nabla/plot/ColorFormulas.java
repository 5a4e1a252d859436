package nabla.plot;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;

/** The colormaps of MATLAB and Octave that are given by formulas: n rows [r g b] from 0 to 1, different for each n where they say so. */
final class ColorFormulas {
    static final Map<String, IntFunction<double[][]>> NAMED = Map.ofEntries(
            Map.entry("gray", n -> straight(n, x -> x, x -> x, x -> x)),
            Map.entry("cool", n -> straight(n, x -> x, x -> 1 - x, x -> 1)),
            Map.entry("spring", n -> straight(n, x -> 1, x -> x, x -> 1 - x)),
            Map.entry("summer", n -> straight(n, x -> x, x -> 0.5 + x / 2, x -> 0.4)),
            Map.entry("autumn", n -> straight(n, x -> 1, x -> x, x -> 0)),
            Map.entry("winter", n -> straight(n, x -> 0, x -> x, x -> 1 - x / 2)),
            Map.entry("copper", n -> straight(n, x -> Math.min(1, 1.25 * x), x -> 0.7812 * x, x -> 0.4975 * x)),
            Map.entry("hot", ColorFormulas::hot),
            Map.entry("bone", ColorFormulas::bone),
            Map.entry("pink", ColorFormulas::pink),
            Map.entry("hsv", ColorFormulas::hsv),
            Map.entry("jet", ColorFormulas::jet));

    private ColorFormulas() {}

    /** Along x from 0 to 1. */
    private static double[][] straight(int n, DoubleUnaryOperator r, DoubleUnaryOperator g, DoubleUnaryOperator b) {
        double[][] rows = new double[n][];
        for (int k = 0; k < n; k++) {
            double x = at(k, n);
            rows[k] = new double[] {r.applyAsDouble(x), g.applyAsDouble(x), b.applyAsDouble(x)};
        }
        return rows;
    }

    private static double at(int k, int n) {
        return n == 1 ? 0 : k / (n - 1.0);
    }

    /** Red rises in the first 3/8 of the rows, then green, then blue in those left. */
    private static double[][] hot(int n) {
        int third = 3 * n / 8;
        double[][] rows = new double[n][];
        for (int k = 0; k < n; k++) rows[k] = new double[] {rise(k, third), rise(k - third, third), rise(k - 2 * third, n - 2 * third)};
        return rows;
    }

    /** From 0 to 1 in so many steps, the first of which is row 0. */
    private static double rise(int k, int steps) {
        return k < 0 ? 0 : k >= steps ? 1 : (k + 1.0) / steps;
    }

    /** Seven parts of gray and one of hot with red and blue exchanged. */
    private static double[][] bone(int n) {
        double[][] rows = hot(n);
        for (int k = 0; k < n; k++) {
            double[] c = rows[k];
            double gray = 7 * at(k, n);
            rows[k] = new double[] {(gray + c[2]) / 8, (gray + c[1]) / 8, (gray + c[0]) / 8};
        }
        return rows;
    }

    /** The root of two parts of gray and one of hot. */
    private static double[][] pink(int n) {
        double[][] rows = hot(n);
        for (int k = 0; k < n; k++) for (int j = 0; j < 3; j++) rows[k][j] = Math.sqrt((2 * at(k, n) + rows[k][j]) / 3);
        return rows;
    }

    /** The hues 0, 1/n, ... (n - 1)/n at full saturation and value. */
    private static double[][] hsv(int n) {
        double[][] rows = new double[n][];
        for (int k = 0; k < n; k++) {
            double h = 6.0 * k / n;
            rows[k] = new double[] {clip(Math.abs(h - 3) - 1), clip(2 - Math.abs(h - 2)), clip(2 - Math.abs(h - 4))};
        }
        return rows;
    }

    private static double clip(double x) {
        return Math.max(0, Math.min(1, x));
    }

    /** Trapezoids of blue, green and red, each a quarter of the rows after the one before. */
    private static double[][] jet(int n) {
        int quarter = (n + 3) / 4;
        int green = (quarter + 1) / 2 - (n % 4 == 1 ? 1 : 0);
        double[][] rows = new double[n][3];
        for (int k = 0; k < 3 * quarter - 1; k++) {
            double u = k < quarter ? (k + 1.0) / quarter : Math.min(1, (3.0 * quarter - 1 - k) / quarter);
            for (int j = 0; j < 3; j++) {
                int row = green + k + (1 - j) * quarter;
                if (row >= 0 && row < n) rows[row][j] = u;
            }
        }
        return rows;
    }
}
