package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nabla.kernel.LogGamma;
import org.junit.jupiter.api.Test;

/** Worked examples of papers, textbooks and other programs, met to every digit that was printed. */
class PublishedExamplesTest {
    private static final double LN2 = Math.log(2);

    private static void printed(String digits, double actual) {
        int places = new BigDecimal(digits).scale();
        assertEquals(digits, new BigDecimal(actual).setScale(places, RoundingMode.HALF_EVEN).toPlainString());
    }

    /** R's package entropy (Hausser and Strimmer), as printed in the tests of DiscreteEntropy.jl (Kelly and La Torre 2024). */
    @Test
    void countsAsThePackageEntropyTakesThem() {
        double[] n = {1, 2, 3, 2, 1};
        printed("1.522955", Estimate.PLUGIN.nats(n));
        printed("1.745177", Estimate.MILLER_MADOW.nats(n));
        printed("1.609438", Estimate.JAMES_STEIN.nats(n));
    }

    /** The counts in the manual of R's package entropy; its formulas, with λ = 0.766393, worked out apart. */
    @Test
    void outcomesNeverSeenDrawTheFrequenciesToEqualOnes() {
        double[] n = {4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1};
        printed("1.968382408728", Estimate.PLUGIN.nats(n));
        printed("2.152592935044", Estimate.MILLER_MADOW.nats(n));
        printed("2.379602895310", Estimate.JAMES_STEIN.nats(n));
        printed("2.144626386031", Estimate.GRASSBERGER.nats(n));
    }

    /** G₁ = −γ − ln 2, G₂ = 2 − γ − ln 2, G₂ₙ₊₁ = G₂ₙ, G₂ₙ₊₂ = G₂ₙ + 2/(2n+1) (Grassberger 2003): H = ln n − Gₙ of one outcome seen n times. */
    @Test
    void theNumbersOfGrassberger() {
        double g = -0.57721566490153286 - LN2;
        for (int n = 2; n <= 40; n += 2) {
            assertEquals(g, Math.log(n - 1) - Estimate.GRASSBERGER.nats(new double[] {n - 1}), 1e-13);
            g += 2.0 / (n - 1);
            assertEquals(g, Math.log(n) - Estimate.GRASSBERGER.nats(new double[] {n}), 1e-13);
        }
    }

    /** Tests of the package dit (James, Ellison and Crutchfield 2018), which has ψ(N) where the paper has ln N. */
    @Test
    void sevenAndThree() {
        double digamma = LogGamma.digamma(10) - Math.log(10);
        printed("1.1187360918573", (Estimate.GRASSBERGER.nats(new double[] {7, 3}) + digamma) / LN2);
        printed("0.881290899230693", Estimate.PLUGIN.nats(new double[] {7, 3}) / LN2);
    }

    private static double[][] line(double... x) {
        return new double[][] {x};
    }

    /** The example of NPEET (Ver Steeg 2013), in bits, and those in the tests of infomeasure (Büth, Acharya and Zanin 2025), in nats. */
    @Test
    void mutualInformationByNeighbours() {
        printed("0.168", Neighbours.mutual(line(1.3, 3.7, 5.1, 2.4, 3.4), line(1.5, 3.32, 5.3, 2.3, 3.3), 3) / LN2);
        double[][] x = line(-2.49, 1.64, -3.05, 7.95, -5.96, 1.77, -5.24, 7.03, -0.11, -1.86);
        printed("-0.034126984126984", Neighbours.mutual(x, line(-8.59, 8.41, 3.76, 3.77, 5.69, 1.75, -3.2, -4.0, -4.0, 6.85), 4));
        printed("0.081626984126984", Neighbours.mutual(x, line(11.08, 8.41, 11.47, 8.78, 14.09, 6.03, 10.67, 9.45, 12.72, 11.12), 4));
        printed("0.99563492063492", Neighbours.mutual(x, x, 4));
        // samples that coincide count as outcomes: by the definition, written down in NumPy; infomeasure, which doesn't know ties, prints 0.4889
        double[][] three = line(1.8, 1.1, 1.8, 1.1, 1.8, -2.0, 1.1, 1.8, -2.0, 1.1);
        printed("0.944603174603", Neighbours.mutual(three, line(-0.6, 0.4, -0.6, -0.6, -1.3, -1.3, -1.3, -0.6, -0.6, 0.4), 4));
        // distances that are equal but for rounding, in exact fractions; infomeasure, which goes by the rounded ones, prints 0.2167
        printed("0.416666666666667", Neighbours.mutual(line(1.01, 1.23, 0.92, 1.14, 1.3), line(1.3, 1.1, 0.9, 1.2, 1.0), 2));
    }

    /** Tests of infomeasure, in bits. Where a sample and its k nearest coincide it leaves the sample out; here the entropy is −∞. */
    @Test
    void entropyByNeighbours() {
        printed("2.9629196276", Neighbours.entropy(line(1, 2, 3, 4, 5), 2) / LN2);
        printed("3.075557107", Neighbours.entropy(line(1, 2, 3, 4, 5), 3) / LN2);
        printed("2.130111115363", Neighbours.entropy(line(1, 0, 1, 0, 1, 0), 3) / LN2);
        double[][] x = {{1, 3, 1, 2, 3, 2, 1, 2, 10, 30, -7}, {4, 2, 2, 3, 1, 1, 3, 3, 20, 20, 5}, {2, 1, 3, 1, 2, 3, 2, 1, 30, 10, 1}};
        printed("9.4310220245", Neighbours.entropy(x, 4) / LN2);
        assertEquals(Double.NEGATIVE_INFINITY, Neighbours.entropy(line(1, 0, 1, 1, 1, 4, 23, 6, 1), 4));
    }

    /** Cover and Thomas (2006), examples 1.1.2, 2.2.1 and 2.3.1. */
    @Test
    void entropiesOfTheTextbook() {
        double[] horses = {1 / 2.0, 1 / 4.0, 1 / 8.0, 1 / 16.0, 1 / 64.0, 1 / 64.0, 1 / 64.0, 1 / 64.0};
        assertEquals(2, Entropy.bits(horses), 1e-15);
        double[] table = {4, 2, 1, 1, 2, 4, 1, 1, 2, 2, 2, 2, 8, 0, 0, 0};
        Joint xy = new Joint(Entropy.normalized(table), 4);
        assertEquals(27 / 8.0, xy.entropy(2), 1e-15);
        assertEquals(11 / 8.0, xy.conditional(2), 1e-15);
        assertEquals(3 / 8.0, xy.mutual(2), 1e-15);
        double[] p = {1 / 2.0, 1 / 2.0};
        double[] q = {3 / 4.0, 1 / 4.0};
        printed("0.2075", Entropy.kullbackLeibler(p, q, 2));
        printed("0.1887", Entropy.kullbackLeibler(q, p, 2));
    }

    /** MacKay (2003), chapter 9: the symmetric and the Z-channel with noise 0.15. */
    @Test
    void capacitiesWithNoise() {
        printed("0.39", Channel.of(new double[] {0.85, 0.15, 0.15, 0.85}, 2, 1e-12).capacity());
        Channel z = Channel.of(new double[] {1, 0.15, 0, 0.85}, 2, 1e-12);
        printed("0.685", z.capacity());
        printed("0.445", z.p()[1]);
    }

    private static double length(PrefixCode code, double[] p) {
        double mean = 0;
        for (int i = 0; i < p.length; i++) mean += p[i] * code.words().get(i).length();
        return mean;
    }

    /** Huffman (1952), table I, and Cover and Thomas (2006), example 5.6.1. */
    @Test
    void meanLengthsOfHuffmanCodes() {
        double[] messages = {0.2, 0.18, 0.1, 0.1, 0.1, 0.06, 0.06, 0.04, 0.04, 0.04, 0.04, 0.03, 0.01};
        printed("3.42", length(PrefixCode.huffman(messages), messages));
        double[] five = {0.25, 0.25, 0.2, 0.15, 0.15};
        printed("2.3", length(PrefixCode.huffman(five), five));
    }

    /** The manual of DiscreteEntropy.jl (Kelly and La Torre 2024). */
    @Test
    void crossEntropyOfCounts() {
        double[] p = Entropy.normalized(new double[] {1, 2, 3, 4, 3, 2});
        double[] q = Entropy.normalized(new double[] {2, 5, 5, 4, 3, 4});
        printed("1.77856489756554", Entropy.crossEntropy(p, q, Math.E));
    }
}
