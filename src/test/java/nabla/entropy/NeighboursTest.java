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
        double[][] x = new double[d][n];
        for (double[] xj : x) for (int i = 0; i < n; i++) xj[i] = random.nextGaussian();
        return x;
    }

    @Property(seed = "1", tries = 60)
    void neighboursAreThoseThatASearchOfAllFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int n, @ForAll @IntRange(min = 1, max = 4) int d) {
        Random random = new Random(seed);
        double[][] x = new double[d][n];
        for (double[] xj : x) for (int i = 0; i < n; i++) xj[i] = random.nextInt(20);
        Points points = Points.of(x, () -> {});
        double[] at = points.point(random.nextInt(n));
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) for (int j = 0; j < d; j++) distances[i] = Math.max(distances[i], Math.abs(x[j][i] - at[j]));
        Arrays.sort(distances);
        int k = 1 + random.nextInt(n);
        assertEquals(distances[k - 1], points.distance(at, k));
        double radius = random.nextInt(20);
        assertEquals(Arrays.stream(distances).filter(v -> v < radius).count(), points.within(at, radius));
    }

    @Test
    void aLongLineIsInOrder() {
        double[] x = new Random(2).doubles(300_001).toArray();
        Line line = new Line(x, () -> {});
        Arrays.sort(x);
        for (int i = 0; i < x.length; i++) assertEquals(x[i], line.point(i)[0]);
    }

    /** Of the normal law: H = ½·ln 2πe a dimension, D = |μ|²/2, I = −½·ln(1 − ρ²). */
    @Test
    void closedFormsOfTheNormalLawAreApproached() {
        Random random = new Random(5);
        assertEquals(Math.log(2 * Math.PI * Math.E), Neighbours.entropy(normal(random, 4000, 2), 3), 0.05);
        double[][] q = normal(random, 4000, 1);
        for (int i = 0; i < q[0].length; i++) q[0][i] += 1;
        assertEquals(0.5, Neighbours.kullbackLeibler(normal(random, 4000, 1), q, 5), 0.1);
        double[][] x = normal(random, 4000, 1);
        double[][] y = normal(random, 4000, 1);
        assertEquals(0, Neighbours.mutual(x, y, 3), 0.05);
        for (int i = 0; i < x[0].length; i++) y[0][i] = 0.8 * x[0][i] + 0.6 * y[0][i];
        assertEquals(-0.5 * Math.log(1 - 0.64), Neighbours.mutual(x, y, 3), 0.05);
    }
}
