package nabla.optim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The same local method from many starts: the plainest search for a global minimum, which also maps the local ones. */
public final class MultiStart {
    /** A local minimum with the starts that led to it. */
    public record Basin(double[] x, double value, int starts) {}

    /**
     * @param best the run with the lowest value
     * @param runs the runs in the order of their starts; the last one's watcher may have stopped them all
     * @param basins the distinct minima that runs ended in with success, the lowest first
     */
    public record Result(Outcome best, List<Outcome> runs, List<Basin> basins) {}

    private MultiStart() {}

    /** Starts spread over the box as evenly as {@link Sobol}'s points are. */
    public static List<double[]> starts(double[] low, double[] high, int n, long seed) {
        Sobol sobol = new Sobol(low.length, new SplittableRandom(seed));
        List<double[]> starts = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double[] x = sobol.next();
            for (int i = 0; i < x.length; i++) x[i] = low[i] + (high[i] - low[i]) * x[i];
            starts.add(x);
        }
        return starts;
    }

    /** Runs the method from each start; minima closer than {@code apart} (relative to 1 + their size) are one. */
    public static Result run(List<double[]> starts, Function<double[], Outcome> method, double apart) {
        List<Outcome> runs = new ArrayList<>();
        List<Basin> basins = new ArrayList<>();
        Outcome best = null;
        for (double[] start : starts) {
            Outcome o = method.apply(start);
            runs.add(o);
            if (best == null || o.value() < best.value() || best.value() != best.value()) best = o;
            if (o.reason().success()) gather(basins, o, apart);
            if (o.reason().halted()) break;
        }
        basins.sort(Comparator.comparingDouble(Basin::value));
        return new Result(best, runs, basins);
    }

    private static void gather(List<Basin> basins, Outcome o, double apart) {
        for (int i = 0; i < basins.size(); i++) {
            Basin b = basins.get(i);
            double[] d = b.x().clone();
            for (int k = 0; k < d.length; k++) d[k] -= o.x()[k];
            if (Numbers.norm(d) > apart * (1 + Numbers.norm(b.x()))) continue;
            boolean lower = o.value() < b.value();
            basins.set(i, new Basin(lower ? o.x() : b.x(), Math.min(o.value(), b.value()), b.starts() + 1));
            return;
        }
        basins.add(new Basin(o.x(), o.value(), 1));
    }
}
