package nabla.entropy;

import java.util.Arrays;
import nabla.entropy.Fault.Kind;

/**
 * The capacity of a discrete channel without memory, C = max I(X; Y) over the distributions p of its input, in bits, with the p that
 * reaches it.
 *
 * @param gap an upper bound on what the capacity may exceed this value by
 */
public record Channel(double capacity, double[] p, double gap) {
    private static final int STEPS = 1_000_000;

    /**
     * Blahut's and Arimoto's iteration (1972): p(x) ← p(x)·2^D(x) / Σ p(x)·2^D(x), D(x) the divergence of row x of the channel from
     * the output's distribution; then log Σ p(x)·2^D(x) ≤ C ≤ max D(x).
     *
     * @param w the channel w(y | x) by columns: each of its rows sums to 1
     * @param tolerance the gap, in bits, at which the iteration ends
     * @throws Fault when a row does not sum to 1
     */
    public static Channel of(double[] w, int rows, double tolerance) {
        int columns = w.length / Math.max(rows, 1);
        if (w.length == 0) throw new Fault(Kind.EMPTY, 0, 0);
        double[] row = new double[columns];
        for (int x = 0; x < rows; x++) {
            for (int y = 0; y < columns; y++) row[y] = w[y * rows + x];
            Entropy.checked(row);
        }
        double[] p = new double[rows];
        Arrays.fill(p, 1.0 / rows);
        double[] d = new double[rows];
        for (int step = 0; ; step++) {
            divergences(w, p, d);
            double top = Arrays.stream(d).max().orElse(0);
            double sum = 0;
            for (int x = 0; x < rows; x++) sum += p[x] * Math.exp(d[x] - top);
            double low = top + Math.log(sum);
            if (top - low <= tolerance * Math.log(2) || step == STEPS) {
                return new Channel(Math.max(low, 0) / Math.log(2), p, Math.max(top - low, 0) / Math.log(2));
            }
            for (int x = 0; x < rows; x++) p[x] *= Math.exp(d[x] - low);
        }
    }

    /** D(x) = Σ w(y | x)·ln (w(y | x)/q(y)) with q(y) = Σ p(x)·w(y | x). */
    private static void divergences(double[] w, double[] p, double[] d) {
        Arrays.fill(d, 0);
        int rows = p.length;
        for (int c = 0; c < w.length; c += rows) {
            double q = 0;
            for (int x = 0; x < rows; x++) q += p[x] * w[c + x];
            for (int x = 0; x < rows; x++) if (w[c + x] > 0) d[x] += w[c + x] * (Math.log(w[c + x]) - Math.log(q));
        }
    }
}
