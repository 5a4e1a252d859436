package nabla.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import nabla.entropy.Fault.Kind;

/**
 * A density on a range, known by its values alone: where its peaks are, and its logarithm also where the values underflow to 0.
 *
 * <p>A normal density is 0 in floating point beyond 38 standard deviations, but its logarithm is an honest −x²/2. Where values
 * fade through the smallest numbers before they vanish, the logarithm goes on as the parabola through three points before the
 * end, exact for normal and exponential tails. Where a density drops to 0 from ordinary values it ends there: its logarithm
 * is −∞.
 */
final class Density {
    /** Below this, logarithms suffer from lost digits or are about to. */
    private static final double FADED = 1e-290;

    private static final double LARGEST = 1e12;
    private static final double GRID_STEP = 1.01;

    private final DoubleUnaryOperator f;
    private final double a;
    private final double b;
    /** The highest local maxima found, in increasing order of place; their widths beside them. */
    final double[] peaks;

    final double[] widths;
    private final Tail left;
    private final Tail right;

    Density(DoubleUnaryOperator f, double a, double b) {
        this.f = f;
        this.a = a;
        this.b = b;
        double[] grid = grid(a, b);
        double[] values = new double[grid.length];
        for (int i = 0; i < grid.length; i++) values[i] = value(grid[i]);
        List<double[]> found = maxima(grid, values);
        if (found.isEmpty()) throw new Fault(Kind.NO_MASS, 0, 0);
        peaks = new double[found.size()];
        widths = new double[found.size()];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = found.get(i)[0];
            widths[i] = width(peaks[i]);
        }
        left = new Tail(peaks[0], a, -1);
        right = new Tail(peaks[peaks.length - 1], b, 1);
    }

    double value(double x) {
        double v = f.applyAsDouble(x);
        if (v != v) throw new Fault(Kind.NOT_A_NUMBER, v, 0);
        if (v < 0) throw new Fault(Kind.NEGATIVE, v, 0);
        return v;
    }

    double log(double x) {
        double v = value(x);
        if (v > FADED) return Math.log(v);
        double from = x > peaks[peaks.length - 1] ? right.log(x) : x < peaks[0] ? left.log(x) : Double.NEGATIVE_INFINITY;
        return Double.isInfinite(from) && v > 0 ? Math.log(v) : from;
    }

    /** Points at all scales: steps of one percent away from 0 (or from a finite end), so that a peak at 1000 of width 0.3 is met. */
    private static double[] grid(double a, double b) {
        TreeSet<Double> points = new TreeSet<>();
        double centre = a <= 0 && b >= 0 ? 0 : Double.isInfinite(a) ? b : Double.isInfinite(b) ? a : (a + b) / 2;
        spread(points, centre, a, b);
        if (!Double.isInfinite(a)) spread(points, a, a, b);
        if (!Double.isInfinite(b)) spread(points, b, a, b);
        if (!Double.isInfinite(b - a)) for (int i = 1; i < 2000; i++) points.add(a + (b - a) * i / 2000);
        double[] grid = new double[points.size()];
        int n = 0;
        for (double x : points) grid[n++] = x;
        return grid;
    }

    private static void spread(TreeSet<Double> points, double centre, double a, double b) {
        for (double d = 1e-9; d < LARGEST; d *= GRID_STEP) {
            if (centre + d < b) points.add(centre + d);
            if (centre - d > a) points.add(centre - d);
        }
    }

    private List<double[]> maxima(double[] x, double[] v) {
        List<double[]> found = new ArrayList<>();
        double top = 0;
        for (double y : v) if (!Double.isInfinite(y)) top = Math.max(top, y);
        for (int i = 0; i < x.length; i++) {
            double before = i == 0 ? -1 : v[i - 1];
            double after = i == x.length - 1 ? -1 : v[i + 1];
            if (v[i] == 0 || v[i] < before || v[i] <= after) continue;
            double at = climb(x[Math.max(i - 1, 0)], x[i], x[Math.min(i + 1, x.length - 1)]);
            found.add(new double[] {at, value(at)});
        }
        for (double[] m : found) top = Math.max(top, m[1]);
        double floor = top * 1e-30;
        found.removeIf(m -> m[1] < floor);
        found.sort((m, n) -> Double.compare(n[1], m[1]));
        List<double[]> highest = new ArrayList<>(found.subList(0, Math.min(found.size(), 40)));
        highest.sort((m, n) -> Double.compare(m[0], n[0]));
        return highest;
    }

    /** The maximum between two points, by golden sections on the logarithm's order. */
    private double climb(double low, double best, double high) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double x1 = high - golden * (high - low);
        double x2 = low + golden * (high - low);
        double f1 = value(x1);
        double f2 = value(x2);
        for (int k = 0; k < 80 && high - low > 1e-9 * Math.abs(best); k++) {
            if (f1 >= f2) {
                high = x2;
                x2 = x1;
                f2 = f1;
                f1 = value(x1 = high - golden * (high - low));
            } else {
                low = x1;
                x1 = x2;
                f1 = f2;
                f2 = value(x2 = low + golden * (high - low));
            }
        }
        double at = f1 > f2 ? x1 : x2;
        return Math.max(f1, f2) >= value(best) ? at : best;
    }

    /** How far from the peak the density first falls to 60 percent on either side, as a normal one does at one deviation. */
    private double width(double peak) {
        double half = 0.6 * value(peak);
        double w = Math.max(Math.abs(peak), 1e-3) * 1e-12;
        while (w < LARGEST) {
            if (peak + w < b && value(peak + w) <= half || peak - w > a && value(peak - w) <= half) return w;
            w *= 2;
        }
        return Double.isInfinite(b - a) ? 1 : b - a;
    }

    /** The density's end on one side: where it fades, and the parabola log f(x) ≈ c₀ + c₁·t + c₂·t², t the distance from there. */
    private final class Tail {
        private final double end;
        private double c0 = Double.NEGATIVE_INFINITY;
        private double c1;
        private double c2;

        Tail(double peak, double bound, int side) {
            double inside = peak;
            double step = widths[side < 0 ? 0 : widths.length - 1];
            double outside = peak + side * step;
            while (side * (bound - outside) > 0 && Math.abs(outside) < 1e300 && value(outside) > FADED) {
                inside = outside;
                step *= 2;
                outside += side * step;
            }
            if (side * (bound - outside) <= 0 || Math.abs(outside) >= 1e300) {
                end = bound;
                return;
            }
            for (int k = 0; k < 200; k++) {
                double middle = (inside + outside) / 2;
                if (middle == inside || middle == outside) break;
                if (value(middle) > FADED) inside = middle;
                else outside = middle;
            }
            end = inside;
            if (value(inside) < 1e-270) fit(peak);
        }

        private void fit(double peak) {
            double h = (peak - end) / 16;
            double l0 = Math.log(value(end));
            double l1 = Math.log(value(end + h));
            double l2 = Math.log(value(end + 2 * h));
            double slope = (-3 * l0 + 4 * l1 - l2) / (2 * h);
            double bend = (l0 - 2 * l1 + l2) / (h * h);
            boolean straight = Math.abs(bend * h) < 1e-8 * Math.abs(slope);
            c0 = l0;
            c1 = straight ? (l1 - l0) / h : slope;
            c2 = straight ? 0 : bend / 2;
        }

        double log(double x) {
            double t = x - end;
            return c0 == Double.NEGATIVE_INFINITY ? c0 : c0 + t * (c1 + t * c2);
        }
    }
}
