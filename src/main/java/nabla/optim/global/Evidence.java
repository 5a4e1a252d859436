package nabla.optim.global;

import java.util.Arrays;
import java.util.List;

/**
 * What speaks for the lowest value known being the lowest there is: since it was found, many local searches from elsewhere and some from
 * nearby have led to nothing lower, several of all led to it, and few led to values that no other one met: where those are many, most
 * minima are still unknown (Good 1953).
 */
final class Evidence {
    /** Without so many searches from elsewhere no wait counts, however long. */
    private static final int FEW = 5;
    /** So many searches from elsewhere must have failed, */
    private static final int TRIALS = 40;
    /** so many from nearby, */
    private static final int HOPS = 12;
    /** and so many must have met the lowest value, */
    private static final int MEETINGS = 5;
    /** and again as many as this part of those that met a value none else did. */
    private static final double SINGLE = 0.2;
    /** Values that differ by less than this part of what they are above the lowest are one. */
    private static final double SAME = 1e-4;
    /** So many meetings of the lowest value, and no fewer than values met once, are a sign that it is the lowest. */
    private static final int SIGN = 2;

    private final double patience;
    private int trials;
    private int hops;

    /** @param patience the factor on all that is asked for */
    Evidence(double patience) {
        this.patience = patience;
    }

    /** A lower value was found. */
    void news() {
        trials = 0;
        hops = 0;
    }

    /** A search from elsewhere led to nothing lower, or there was no place to start one. */
    void trial() {
        trials++;
    }

    /** A search from nearby led to nothing lower. */
    void hop() {
        hops++;
    }

    /** Whether something lower was looked for elsewhere at all since the last news. */
    boolean searched() {
        return trials >= FEW;
    }

    /** The searches from elsewhere since the last news. */
    int trials() {
        return trials;
    }

    /**
     * How many searches met the lowest value when that and all else is enough, otherwise 0.
     *
     * @param lost the searches that came to no minimum
     * @param lowest values up to this one are the lowest
     * @param rough at a kink, values up to this one are
     */
    int enough(List<Basins.Minimum> minima, int lost, double lowest, double rough) {
        if (trials < patience * TRIALS || hops < patience * HOPS) return 0;
        int meetings = meetings(minima, lowest, rough);
        return meetings >= patience * (MEETINGS + SINGLE * (lost + single(minima, lowest))) ? meetings : 0;
    }

    /** Whether searches led to the lowest value oftener than to values that no other one met; the values are those of {@link #enough}. */
    static boolean likely(List<Basins.Minimum> minima, double lowest, double rough) {
        int meetings = meetings(minima, lowest, rough);
        return meetings >= SIGN && single(minima, lowest) <= meetings;
    }

    private static int meetings(List<Basins.Minimum> minima, double lowest, double rough) {
        int meetings = 0;
        for (Basins.Minimum m : minima) if (m.value <= (m.kinked() ? rough : lowest)) meetings += m.met();
        return meetings;
    }

    /** The values above the lowest that were met once. */
    private static int single(List<Basins.Minimum> minima, double lowest) {
        Basins.Minimum[] m = minima.stream().filter(x -> x.met() > 0 && x.value > lowest).toArray(Basins.Minimum[]::new);
        Arrays.sort(m, (a, b) -> Double.compare(a.value, b.value));
        int single = 0;
        for (int k = 0; k < m.length; k++) {
            double near = SAME * (m[k].value - lowest);
            boolean alone = (k == 0 || m[k].value - m[k - 1].value > near) && (k == m.length - 1 || m[k + 1].value - m[k].value > near);
            if (alone && m[k].met() == 1) single++;
        }
        return single;
    }
}
