package nabla.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many elements at once as the processor's registers hold, by the operations of {@link Coarse} in their order. The only class that uses
 * Java's vectors, whose module {@link Wide} loads.
 */
final class Vectors implements Runs.Way {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** True where the parts of a sum fill whole registers. */
    static boolean usable() {
        return WIDTH > 1 && WIDTH <= Runs.LANES;
    }

    @Override
    public void exp(double[] x, int from, double[] r, int at, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            VectorMask<Double> near = v.abs().compare(LT, Coarse.NEAR);
            if (near.allTrue()) exp(v).intoArray(r, at + i);
            else if (near.or(v.compare(LT, Coarse.LOWEST)).allTrue()) exp(v).blend(0, near.not()).intoArray(r, at + i);
            else for (int j = i; j < i + WIDTH; j++) r[at + j] = Coarse.exp(x[from + j]);
        }
        for (; i < n; i++) r[at + i] = Coarse.exp(x[from + i]);
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector t = x.fma(all(Coarse.LOG2E), all(Coarse.ROUND));
        DoubleVector k = t.sub(Coarse.ROUND);
        DoubleVector r = k.fma(all(Coarse.LESS_LN2_REST), k.fma(all(Coarse.LESS_LN2), x));
        DoubleVector rr = r.mul(r);
        DoubleVector q = pair(r, Coarse.E11, Coarse.E10).fma(rr, pair(r, Coarse.E9, Coarse.E8)).fma(rr, pair(r, Coarse.E7, Coarse.E6));
        q = q.fma(rr, pair(r, Coarse.E5, Coarse.E4)).fma(rr, pair(r, Coarse.E3, Coarse.E2));
        DoubleVector power = q.fma(rr, r).add(1);
        LongVector exponent = t.reinterpretAsLongs().lanewise(LSHL, 52);
        return power.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }

    /** A negative weight shows in the sign of all bits together; one by one they are then gone through again. */
    @Override
    public void weights(double[] w, int from, int to, double[] sums, int at) {
        double[] totals = new double[Runs.LANES];
        double[] logs = new double[Runs.LANES];
        int end = to - (to - from) % Runs.LANES;
        long signs = 0;
        for (int lane = 0; lane < Runs.LANES; lane += WIDTH) signs |= weights(w, from + lane, end, totals, logs, lane);
        if (signs < 0) {
            new Runs.OneByOne().weights(w, from, to, sums, at);
            return;
        }
        for (int i = end; i < to; i++) Runs.add(w, i, to, totals, logs, i - end);
        sums[at] = Runs.total(totals);
        sums[at + 1] = Runs.total(logs);
    }

    private static long weights(double[] w, int from, int end, double[] totals, double[] logs, int lane) {
        DoubleVector total = DoubleVector.zero(SPECIES);
        DoubleVector log = DoubleVector.zero(SPECIES);
        LongVector signs = total.reinterpretAsLongs();
        for (int i = from; i < end; i += Runs.LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, i);
            total = total.add(x);
            log = x.fma(log2(x), log);
            signs = signs.or(x.reinterpretAsLongs());
        }
        total.intoArray(totals, lane);
        log.intoArray(logs, lane);
        return signs.reduceLanes(OR);
    }

    private static DoubleVector log2(DoubleVector x) {
        LongVector b = x.reinterpretAsLongs().sub(Coarse.ROOT);
        DoubleVector k = b.lanewise(ASHR, 52).add(Coarse.ROUND_BITS).reinterpretAsDoubles().sub(Coarse.ROUND);
        DoubleVector m = b.and(Coarse.MANTISSA).add(Coarse.ROOT).reinterpretAsDoubles();
        DoubleVector s = m.sub(1).div(m.add(1));
        DoubleVector z = s.mul(s);
        DoubleVector q = pair(z, Coarse.L6, Coarse.L5).fma(z, all(Coarse.L4)).fma(z, all(Coarse.L3));
        return q.fma(z, all(Coarse.L2)).fma(z, all(Coarse.L1)).fma(z, all(Coarse.L0)).fma(s, k);
    }

    /** a·x + b. */
    private static DoubleVector pair(DoubleVector x, double a, double b) {
        return x.fma(all(a), all(b));
    }

    private static DoubleVector all(double c) {
        return DoubleVector.broadcast(SPECIES, c);
    }
}
