package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static double[][] normal(Random random, int n, int d) {
        double[][] x = new double[n][d];
        for (double[] xi : x) for (int j = 0; j < d; j++) xi[j] = random.nextGaussian();
        return x;
    }

    @Property(seed = "1", tries = 60)
    void theTreeFindsWhatASearchOfAllFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int n, @ForAll @IntRange(min = 1, max = 4) int d) {
        Random random = new Random(seed);
        double[][] x = new double[n][d];
        for (double[] xi : x) for (int j = 0; j < d; j++) xi[j] = random.nextInt(20);
        KdTree tree = new KdTree(x);
        double[] at = x[random.nextInt(n)];
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) for (int j = 0; j < d; j++) distances[i] = Math.max(distances[i], Math.abs(x[i][j] - at[j]));
        Arrays.sort(distances);
        int k = 1 + random.nextInt(n);
        assertEquals(distances[k - 1], tree.distance(at, k));
        double radius = random.nextInt(20);
        assertEquals(Arrays.stream(distances).filter(v -> v < radius).count(), tree.within(at, radius));
    }

    /** Of the normal law: H = ½·ln 2πe a dimension, D = |μ|²/2, I = −½·ln(1 − ρ²). */
    @Test
    void closedFormsOfTheNormalLawAreApproached() {
        Random random = new Random(5);
        assertEquals(Math.log(2 * Math.PI * Math.E), Neighbours.entropy(normal(random, 4000, 2), 3), 0.05);
        double[][] q = normal(random, 4000, 1);
        for (double[] x : q) x[0] += 1;
        assertEquals(0.5, Neighbours.kullbackLeibler(normal(random, 4000, 1), q, 5), 0.1);
        double[][] x = normal(random, 4000, 1);
        double[][] y = normal(random, 4000, 1);
        assertEquals(0, Neighbours.mutual(x, y, 3), 0.05);
        for (int i = 0; i < x.length; i++) y[i][0] = 0.8 * x[i][0] + 0.6 * y[i][0];
        assertEquals(-0.5 * Math.log(1 - 0.64), Neighbours.mutual(x, y, 3), 0.05);
    }
}
