package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EntropyTest {
    @Test
    void closedFormsAreMet() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                EntropyTest.class.getResourceAsStream("closed_forms.tsv"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) continue;
                String[] columns = line.split("\t");
                assertEquals(Double.parseDouble(columns[1]), compute(columns[0].split(" ")), 1e-14, line);
            }
        }
    }

    private static double compute(String[] words) {
        double base = words[words.length - 1].equals("e") ? Math.E : 2;
        return switch (words[0]) {
            case "hartley" -> Entropy.hartley(Double.parseDouble(words[1]));
            case "entropy" -> Entropy.entropy(vector(words[1]), base);
            case "kl" -> Entropy.kullbackLeibler(vector(words[1]), vector(words[2]), base);
            default -> Entropy.crossEntropy(vector(words[1]), vector(words[2]), base);
        };
    }

    private static double[] vector(String s) {
        return Arrays.stream(s.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void aSumThatIsNotOneIsNamed() {
        Fault f = assertThrows(Fault.class, () -> Entropy.bits(new double[] {0.5, 0.75}));
        assertEquals(Fault.Kind.SUM, f.kind());
        assertEquals(1.25, f.value());
        assertEquals(1.5, Entropy.bits(Entropy.normalized(new double[] {1, 1, 2})));
    }

    @Test
    void weightsThatAreNoWeightsAreFaults() {
        assertEquals(Fault.Kind.NEGATIVE, assertThrows(Fault.class, () -> Entropy.bits(new double[] {-.1, 1.1})).kind());
        assertEquals(Fault.Kind.NOT_A_NUMBER, assertThrows(Fault.class, () -> Entropy.bits(new double[] {Double.NaN, 1})).kind());
        assertEquals(Fault.Kind.SUM, assertThrows(Fault.class, () -> Entropy.bits(new double[] {0, 0})).kind());
    }

    @Test
    void lossesSurviveLargeLogits() {
        assertEquals(1000, Loss.softmaxCrossEntropy(new double[] {1000, 0, -1000}, 2));
        assertEquals(40, Loss.binaryCrossEntropy(40, 0));
    }

    @Test
    void certaintyKeepsItsDigits() {
        assertEquals(-Math.exp(-40), Loss.logSoftmax(new double[] {1e4, 1e4 - 40})[0], 1e-32);
        assertEquals(Math.exp(-40), Loss.sigmoid(-40), 1e-32);
        assertEquals(Math.exp(-705), Loss.sigmoid(-705), 1e-320);
        assertEquals(Math.exp(-40), Loss.softplus(-40), 1e-32);
    }

    @Property(seed = "1")
    void softmaxSumsToOneAndForgetsShifts(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1e4, max = 1e4) Double> logits, @ForAll @IntRange(min = -10000, max = 10000) int shift) {
        double[] z = logits.stream().mapToDouble(Double::doubleValue).toArray();
        double[] shifted = Arrays.stream(z).map(v -> v + shift).toArray();
        assertEquals(1, Arrays.stream(Loss.softmax(z)).sum(), 1e-14);
        assertArrayEquals(Loss.softmax(z), Loss.softmax(shifted), 1e-10);
        assertArrayEquals(Loss.logSoftmax(z), Loss.logSoftmax(shifted), 1e-8);
    }

    @Test
    void longVectorsKeepTheirDigits() {
        double[] equal = new double[1 << 17];
        Arrays.fill(equal, 1.0 / equal.length);
        assertEquals(17, Entropy.bits(equal));
        double[] p = Entropy.normalized(new Random(1).doubles(200_000, 0, 1).toArray());
        BigDecimal h = BigDecimal.ZERO;
        for (double w : p) h = h.subtract(new BigDecimal(w).multiply(new BigDecimal(StrictMath.log(w))));
        assertEquals(h.doubleValue(), Entropy.entropy(p, Math.E), 1e-13 * h.doubleValue());
        assertEquals(h.doubleValue(), Entropy.crossEntropy(p, p, Math.E), 1e-13 * h.doubleValue());
    }

    @Test
    void aBadWeightFarBackIsNamed() {
        double[] p = new double[300_000];
        p[0] = 1;
        p[200_000] = -1;
        p[299_999] = Double.NaN;
        Fault f = assertThrows(Fault.class, () -> Entropy.bits(p));
        assertEquals(Fault.Kind.NEGATIVE, f.kind());
        assertEquals(200_001, f.index());
    }

    @Test
    void weightsOfAnySizeAndSpreadHaveAnEntropy() {
        double[] w = new Random(2).doubles(100_000, 0, 1).toArray();
        double h = Entropy.bits(Entropy.normalized(w));
        for (double unit : new double[] {1e-290, 1e-100, 1, 3, 1e300}) {
            double[] scaled = Arrays.stream(w).map(v -> v * unit).toArray();
            assertEquals(h, Entropy.ofWeights(scaled, 2), 1e-13 * h);
        }
        w[5] = 1e12;
        double small = Entropy.bits(Entropy.normalized(w));
        assertEquals(small, Entropy.ofWeights(w, 2), 1e-13 * small);
        w[6] = -1;
        assertEquals(7, assertThrows(Fault.class, () -> Entropy.ofWeights(w, 2)).index());
    }

    /** Of p = 1/n and q = (1 ± e)/n, half of them each, D(p‖q) = −ln(1 − e²)/2, and Jensen and Shannon's divergence begins with e²/8. */
    @Property(seed = "1")
    void divergencesOfNeighboursKeepTheirDigits(@ForAll @IntRange(min = 1, max = 26) int closeness) {
        int n = 1 << 12;
        double e = Math.scalb(1.0, -closeness);
        double[] p = new double[n];
        double[] q = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = 1.0 / n;
            q[i] = (i % 2 == 0 ? 1 + e : 1 - e) / n;
        }
        double d = -Math.log1p(-e * e) / 2;
        assertEquals(d, Entropy.kullbackLeibler(p, q, Math.E), 1e-13 * d);
        double middle = (half(e) + half(-e)) / 4;
        double j = closeness < 5 ? middle : e * e / 8;
        assertEquals(j, Entropy.jensenShannon(p, q, Math.E), (closeness < 5 ? 0 : e * e) * j + 1e-13 * j);
    }

    /** ln(1/m) + (1 + e)·ln((1 + e)/m), m = 1 + e/2. */
    private static double half(double e) {
        return (1 + e) * Math.log1p(e) - (2 + e) * Math.log1p(e / 2);
    }
}
