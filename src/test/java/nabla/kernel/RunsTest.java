package nabla.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs of an array, one element after the other and several at once: to the same digits. */
class RunsTest {
    private static final double[] ODD = {
        0, -0.0, 1, -1, 708, -708, -708.5, 709.5, 710, -745, -746.5, -1e4, 1e4, 1e308, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 4.9e-324, 1e-310
    };

    private static final Runs.Way ONE_BY_ONE = new Runs.OneByOne();
    private static final Runs.Way TOGETHER = Wide.load();

    @Test
    void vectorsCanBeLoaded() {
        assertNotNull(TOGETHER);
    }

    @Property(seed = "1")
    void exponentialsAreTheSame(@ForAll long seed, @ForAll @IntRange(max = 70) int n, @ForAll @IntRange(max = 5) int from) {
        double[] x = numbers(seed, n + from, 300);
        double[] one = new double[n + 2];
        double[] many = new double[n + 2];
        ONE_BY_ONE.exp(x, from, one, 2, n);
        TOGETHER.exp(x, from, many, 2, n);
        assertArrayEquals(one, many, 0.0);
        for (int i = 0; i < n; i++) assertEquals(Coarse.exp(x[from + i]), one[i + 2]);
    }

    @Property(seed = "1")
    void weightsAreTheSame(@ForAll long seed, @ForAll @IntRange(max = 70) int n, @ForAll @IntRange(max = 5) int from) {
        for (double[] w : new double[][] {numbers(seed, n + from, 1), positive(seed, n + from)}) {
            double[] one = new double[4];
            double[] many = new double[4];
            ONE_BY_ONE.weights(w, from, n + from, one, 1);
            TOGETHER.weights(w, from, n + from, many, 1);
            assertArrayEquals(one, many, 0.0);
        }
    }

    @Property(seed = "1")
    void sumsOfWeights(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int n) {
        double[] w = positive(seed, n);
        double[] sums = new double[2];
        Runs.weights(w, 0, n, sums, 0);
        double total = 0;
        double logs = 0;
        double size = 0;
        for (double x : w) {
            double log = x == 0 ? 0 : x * Log.log2(x);
            total += x;
            logs += log;
            size += Math.abs(log);
        }
        assertEquals(total, sums[0], 1e-14 * total);
        assertEquals(logs, sums[1], 1e-14 * size);
    }

    @Test
    void whatIsNoWeightShows() {
        double[] sums = new double[2];
        for (double x : new double[] {-1, -1e-300, Double.NaN, Double.NEGATIVE_INFINITY}) {
            Runs.weights(new double[] {1, x, 1, 0}, 0, 4, sums, 0);
            assertTrue(Double.isNaN(sums[0]), () -> x + "");
        }
        Runs.weights(new double[] {1, -0.0, 0.5}, 0, 3, sums, 0);
        assertArrayEquals(new double[] {1.5, -0.5}, sums);
    }

    private static double[] numbers(long seed, int n, double scale) {
        Random random = new Random(seed);
        double[] x = random.doubles(n, -scale, scale).toArray();
        for (int k = random.nextInt(4); k > 0 && n > 0; k--) x[random.nextInt(n)] = ODD[random.nextInt(ODD.length)];
        return x;
    }

    private static double[] positive(long seed, int n) {
        Random random = new Random(seed);
        double[] w = random.doubles(n, -60, 3).map(Math::exp).toArray();
        if (n > 0 && seed % 2 == 0) w[random.nextInt(n)] = 0;
        return w;
    }
}
