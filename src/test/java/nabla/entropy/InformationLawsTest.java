package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The laws of Shannon's theory (Cover and Thomas 2006, chapters 2, 5 and 7) on random tables, some of their weights zero. */
class InformationLawsTest {
    private static double[] weights(Random random, int n) {
        double[] w = new double[n];
        for (int i = 0; i < n; i++) w[i] = random.nextInt(4) == 0 ? 0 : -Math.log(1 - random.nextDouble());
        w[random.nextInt(n)] += 0.5;
        return Entropy.normalized(w);
    }

    private static double[] transposed(double[] table, int rows) {
        double[] t = new double[table.length];
        int columns = table.length / rows;
        for (int i = 0; i < t.length; i++) t[i % rows * columns + i / rows] = table[i];
        return t;
    }

    private static double[] columnSums(double[] table, int rows) {
        double[] s = new double[table.length / rows];
        for (int i = 0; i < table.length; i++) s[i / rows] += table[i];
        return s;
    }

    @Property(seed = "1", tries = 200)
    void theChainRuleHolds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int rows, @ForAll @IntRange(min = 1, max = 7) int columns) {
        double[] table = weights(new Random(seed), rows * columns);
        Joint joint = new Joint(table, rows);
        Joint other = new Joint(transposed(table, rows), columns);
        double hy = Entropy.bits(columnSums(table, rows));
        double hx = Entropy.bits(columnSums(transposed(table, rows), columns));
        assertEquals(joint.entropy(2), hy + joint.conditional(2), 1e-12);
        assertEquals(joint.entropy(2), hx + other.conditional(2), 1e-12);
        assertEquals(hx - joint.conditional(2), joint.mutual(2), 1e-12);
        assertEquals(joint.mutual(2), other.mutual(2), 1e-12);
    }

    /** Weights of which none is 0. */
    private static double[] positive(Random random, int n) {
        double[] w = random.doubles(n, 0.01, 1).toArray();
        return Entropy.normalized(w);
    }

    @Property(seed = "1", tries = 200)
    void mutualInformationIsSymmetric(@ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int rows, @ForAll @IntRange(min = 2, max = 7) int columns) {
        double[] table = weights(new Random(seed), rows * columns);
        double i = new Joint(table, rows).mutual(2);
        assertEquals(i, new Joint(transposed(table, rows), columns).mutual(2), 1e-12);
        assertTrue(i >= 0 && i <= Entropy.bits(columnSums(table, rows)) + 1e-12);
    }

    @Property(seed = "1", tries = 200)
    void divergenceIsPositiveUnlessTheDistributionsAreEqual(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int n) {
        Random random = new Random(seed);
        double[] p = weights(random, n);
        assertTrue(Entropy.kullbackLeibler(p, positive(random, n), 2) > 0);
        assertEquals(0, Entropy.kullbackLeibler(p, p, 2));
    }

    @Property(seed = "1", tries = 200)
    void divergenceIsWhatTheWrongCodeCosts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        Random random = new Random(seed);
        double[] p = weights(random, n);
        double[] q = positive(random, n);
        assertEquals(Entropy.crossEntropy(p, q, 2) - Entropy.bits(p), Entropy.kullbackLeibler(p, q, 2), 1e-12);
        double[] r = weights(random, n);
        assertEquals(Double.isInfinite(Entropy.crossEntropy(p, r, 2)), Double.isInfinite(Entropy.kullbackLeibler(p, r, 2)));
    }

    @Property(seed = "1", tries = 200)
    void equalChancesAreMostUncertain(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        double[] p = weights(new Random(seed), n);
        double h = Entropy.bits(p);
        double most = Entropy.hartley(n);
        assertTrue(h >= 0 && h <= most + 1e-12);
        double[] equal = Entropy.normalized(new Random(seed).doubles(n).map(u -> 1).toArray());
        assertEquals(most, Entropy.bits(equal), 1e-12);
        assertEquals(most - h, Entropy.kullbackLeibler(p, equal, 2), 1e-12);
    }

    @Property(seed = "1", tries = 200)
    void theMiddleIsABitAwayAtMost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int n) {
        Random random = new Random(seed);
        double[] p = weights(random, n);
        double[] q = weights(random, n);
        double j = Entropy.jensenShannon(p, q, 2);
        assertTrue(j >= 0 && j <= 1 + 1e-12);
        assertEquals(j, Entropy.jensenShannon(q, p, 2), 1e-12);
        double[] m = new double[n];
        for (int i = 0; i < n; i++) m[i] = (p[i] + q[i]) / 2;
        assertEquals(Entropy.bits(m) - (Entropy.bits(p) + Entropy.bits(q)) / 2, j, 1e-12);
        // apart: p on the even outcomes, q on the odd ones
        double[] even = new double[2 * n];
        double[] odd = new double[2 * n];
        for (int i = 0; i < n; i++) {
            even[2 * i] = p[i];
            odd[2 * i + 1] = q[i];
        }
        assertEquals(1, Entropy.jensenShannon(even, odd, 2), 1e-12);
    }

    @Property(seed = "1", tries = 200)
    void processingLosesInformation(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int n) {
        Random random = new Random(seed);
        double[] table = weights(random, n * n);
        double[] p = weights(random, n);
        double[] q = positive(random, n);
        double[] passed = new double[n * n];
        double[] pPassed = new double[n];
        double[] qPassed = new double[n];
        for (int y = 0; y < n; y++) {
            double[] channel = positive(random, n);
            for (int z = 0; z < n; z++) {
                for (int x = 0; x < n; x++) passed[z * n + x] += table[y * n + x] * channel[z];
                pPassed[z] += p[y] * channel[z];
                qPassed[z] += q[y] * channel[z];
            }
        }
        assertTrue(new Joint(passed, n).mutual(2) <= new Joint(table, n).mutual(2) + 1e-12);
        assertTrue(Entropy.kullbackLeibler(pPassed, qPassed, 2) <= Entropy.kullbackLeibler(p, q, 2) + 1e-12);
    }

    @Property(seed = "1", tries = 200)
    void entropiesFallWithTheirOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int n) {
        double[] p = weights(new Random(seed), n);
        double last = Double.POSITIVE_INFINITY;
        for (double alpha : new double[] {0, 0.3, 0.7, 1, 1.2, 2, 9, Double.POSITIVE_INFINITY}) {
            double h = Generalized.renyi(p, alpha, 2);
            assertTrue(h <= last + 1e-12);
            last = h;
        }
    }

    @Property(seed = "1", tries = 200)
    void huffmanIsWithinABitOfEntropy(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int n) {
        double[] p = weights(new Random(seed), n);
        PrefixCode code = PrefixCode.huffman(p);
        double h = Entropy.bits(p);
        double length = code.meanLength(p);
        assertTrue(h <= length + 1e-12 && length <= h + 1 + 1e-12);
        assertTrue(length <= PrefixCode.shannonFano(p).meanLength(p) + 1e-12);
        double kraft = 0;
        for (String word : code.words()) if (!word.isEmpty()) kraft += Math.pow(2, -word.length());
        assertTrue(kraft == 1 || kraft == 0.5 && length == 1);
    }

    @Property(seed = "1", tries = 200)
    void whatIsEncodedIsDecoded(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int n, @ForAll @IntRange(min = 0, max = 300) int length) {
        Random random = new Random(seed);
        double[] counts = new double[n];
        for (int i = 0; i < n; i++) counts[i] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(random.nextBoolean() ? 3 : 1_000_000);
        counts[random.nextInt(n)] += 1;
        int[] x = new int[length];
        for (int i = 0; i < length; i++) do x[i] = 1 + random.nextInt(n); while (counts[x[i] - 1] == 0);
        double[] p = Entropy.normalized(counts);
        for (PrefixCode code : new PrefixCode[] {PrefixCode.huffman(p), PrefixCode.shannonFano(p)}) {
            assertArrayEquals(x, code.decode(code.encode(x)));
        }
        ArithmeticCode code = new ArithmeticCode(counts);
        String bits = code.encode(x);
        assertArrayEquals(x, code.decode(bits, length));
        double ideal = 0;
        for (int k : x) ideal += Entropy.surprisal(p[k - 1], 2);
        assertTrue(bits.length() <= ideal * 1.001 + 3, () -> bits.length() + " bits");
    }

    @Property(seed = "1", tries = 50)
    void capacityBoundsEveryInput(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int inputs, @ForAll @IntRange(min = 1, max = 4) int outputs) {
        Random random = new Random(seed);
        double[] w = new double[inputs * outputs];
        for (int x = 0; x < inputs; x++) {
            double[] row = weights(random, outputs);
            for (int y = 0; y < outputs; y++) w[y * inputs + x] = row[y];
        }
        Channel channel = Channel.of(w, inputs, 1e-9);
        double[] input = weights(random, inputs);
        double[] table = w.clone();
        for (int i = 0; i < table.length; i++) table[i] *= input[i % inputs];
        assertTrue(new Joint(table, inputs).mutual(2) <= channel.capacity() + channel.gap() + 1e-12);
        assertTrue(channel.gap() <= 1e-6);
    }
}
