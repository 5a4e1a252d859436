package nabla.entropy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import nabla.entropy.Fault.Kind;

/**
 * A density known by its values alone: where its peaks are, and its logarithm also where the values underflow to 0.
 *
 * <p>A normal density is 0 in floating point beyond 38 standard deviations, but its logarithm is an honest −x²/2. Where values
 * fade through the smallest numbers before they vanish, the logarithm goes on as a polynomial ({@link Tail}). Where a density drops
 * to 0 from ordinary values it ends there: its logarithm is −∞.
 */
final class ValuedDensity implements Density {
    /** Below this, logarithms suffer from lost digits or are about to. */
    static final double FADED = 1e-290;

    private static final double LARGEST = 1e12;

    /** Grids for the search of peaks: the second is used when the first has missed mass, the third when both have found none. */
    private static final double[] GRID_STEPS = {1.01, 1.0005, 1.00005};

    /** How far the mass may be from 1: constants in formulas are rounded. */
    private static final double SLACK = 1e-6;

    private final DoubleUnaryOperator f;
    private final double a;
    private final double b;
    private final double[] peaks;
    private final double[] widths;
    private final double[] poles;
    private final Tail[] left;
    private final Tail[] right;
    private double logMass;

    /** A local maximum, its height, and its shape when it is infinite. */
    private record Peak(double at, double height, Pole pole) {}

    private ValuedDensity(DoubleUnaryOperator f, double a, double b, List<Peak> found) {
        this.f = f;
        this.a = a;
        this.b = b;
        int n = found.size();
        peaks = new double[n];
        widths = new double[n];
        left = new Tail[n];
        right = new Tail[n];
        List<Double> infinite = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Pole pole = found.get(i).pole;
            peaks[i] = found.get(i).at;
            widths[i] = pole == null ? width(peaks[i]) : pole.width();
            if (pole != null) infinite.add(peaks[i]);
        }
        poles = infinite.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < n; i++) {
            left[i] = Tail.of(this::value, peaks[i], -widths[i], i == 0 ? a : peaks[i - 1], a, b);
            right[i] = Tail.of(this::value, peaks[i], widths[i], i == n - 1 ? b : peaks[i + 1], a, b);
        }
    }

    static ValuedDensity of(DoubleUnaryOperator f, double a, double b, boolean normalize) {
        Parameters.range(a, b);
        double mass = 0;
        for (int k = 0; k < GRID_STEPS.length && (mass == 0 || k == 1 && mass < 1); k++) {
            List<Peak> found = maxima(f, a, b, grid(a, b, GRID_STEPS[k]));
            if (found.isEmpty()) continue;
            ValuedDensity d = new ValuedDensity(f, a, b, found);
            mass = Expectation.mass(d);
            if (normalize && mass > 0 && !Double.isInfinite(mass)) d.logMass = Math.log(mass);
            if (d.logMass != 0 || Math.abs(mass - 1) <= SLACK) return d;
        }
        throw mass == 0 ? new Fault(Kind.NO_MASS, 0, 0) : new Fault(Kind.MASS, mass, 0);
    }

    @Override
    public double low() {
        return a;
    }

    @Override
    public double high() {
        return b;
    }

    @Override
    public double[] peaks() {
        return peaks;
    }

    @Override
    public double[] widths() {
        return widths;
    }

    @Override
    public double[] poles() {
        return poles;
    }

    @Override
    public double[] edges() {
        DoubleStream ends = DoubleStream.concat(Arrays.stream(left).mapToDouble(Tail::edge), Arrays.stream(right).mapToDouble(Tail::edge));
        return ends.filter(x -> x > a && x < b).sorted().distinct().toArray();
    }

    private static double value(DoubleUnaryOperator f, double x) {
        double v = f.applyAsDouble(x);
        if (v != v) throw new Fault(Kind.NOT_A_NUMBER, v, 0);
        if (v < 0) throw new Fault(Kind.NEGATIVE, v, 0);
        return v;
    }

    private double value(double x) {
        return value(f, x);
    }

    @Override
    public double log(double x) {
        double v = value(x);
        if (v > FADED) return Math.log(v) - logMass;
        int i = Arrays.binarySearch(peaks, x);
        int above = i >= 0 ? i : -i - 1;
        double l = above < peaks.length ? left[above].log(x) : Double.NEGATIVE_INFINITY;
        double r = above > 0 ? right[above - 1].log(x) : Double.NEGATIVE_INFINITY;
        double from = Math.max(l, r);
        return (from == Double.NEGATIVE_INFINITY ? Math.log(v) : from) - logMass;
    }

    /** Points at all scales: steps of one percent, say, away from 0 (or from a finite end), so that a peak at 1000 of width 0.3 is met. */
    private static double[] grid(double a, double b, double step) {
        DoubleStream.Builder points = DoubleStream.builder();
        double centre = a <= 0 && b >= 0 ? 0 : Double.isInfinite(a) ? b : Double.isInfinite(b) ? a : (a + b) / 2;
        spread(points, centre, a, b, step);
        if (!Double.isInfinite(a)) spread(points, a, a, b, step);
        if (!Double.isInfinite(b)) spread(points, b, a, b, step);
        if (!Double.isInfinite(b - a)) for (int i = 1; i < 2000; i++) points.add(a + (b - a) * i / 2000);
        return points.build().sorted().distinct().toArray();
    }

    private static void spread(DoubleStream.Builder points, double centre, double a, double b, double step) {
        for (double d = 1e-9; d < LARGEST; d *= step) {
            if (centre + d < b) points.add(centre + d);
            if (centre - d > a) points.add(centre - d);
        }
    }

    /** The highest local maxima: place and value, in increasing order of place. */
    private static List<Peak> maxima(DoubleUnaryOperator f, double a, double b, double[] x) {
        double[] v = new double[x.length];
        for (int i = 0; i < x.length; i++) v[i] = value(f, x[i]);
        List<Peak> found = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            double before = i == 0 ? -1 : v[i - 1];
            double after = i == x.length - 1 ? -1 : v[i + 1];
            if (v[i] == 0 || v[i] < before || v[i] <= after) continue;
            double low = x[Math.max(i - 1, 0)];
            double high = x[Math.min(i + 1, x.length - 1)];
            double at = climb(f, low, x[i], high);
            Pole pole = i == 0 || i == x.length - 1 ? null : Pole.at(y -> y < a || y > b ? 0 : value(f, y), at, high - low);
            found.add(pole == null ? new Peak(at, value(f, at), null) : new Peak(pole.at(), pole.height(), pole));
        }
        double top = 0;
        for (Peak m : found) top = Math.max(top, m.height);
        double floor = top * 1e-30;
        found.removeIf(m -> m.height < floor);
        found.sort((m, n) -> Double.compare(n.height, m.height));
        List<Peak> highest = new ArrayList<>(found.subList(0, Math.min(found.size(), 40)));
        highest.sort((m, n) -> Double.compare(m.at, n.at));
        return highest;
    }

    /** The maximum between two points, by golden sections on the logarithm's order. */
    private static double climb(DoubleUnaryOperator f, double low, double best, double high) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double x1 = high - golden * (high - low);
        double x2 = low + golden * (high - low);
        double f1 = value(f, x1);
        double f2 = value(f, x2);
        for (int k = 0; k < 100 && low < x1 && x1 < x2 && x2 < high; k++) {
            if (f1 >= f2) {
                high = x2;
                x2 = x1;
                f2 = f1;
                f1 = value(f, x1 = high - golden * (high - low));
            } else {
                low = x1;
                x1 = x2;
                f1 = f2;
                f2 = value(f, x2 = low + golden * (high - low));
            }
        }
        double at = f1 > f2 ? x1 : x2;
        return Math.max(f1, f2) >= value(f, best) ? at : best;
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
}
