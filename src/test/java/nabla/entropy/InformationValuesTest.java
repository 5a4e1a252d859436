package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Values of the definitions, evaluated with decimal numbers of 40 digits. */
class InformationValuesTest {
    private static final double[] P = {0.1, 0.2, 0.3, 0.4};

    private static void same(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.abs(expected));
    }

    @Test
    void entropiesOfRenyiAndTsallis() {
        double[][] rows = {
            {0.5, 1.9174915512429902, 1.8872389021112757},
            {0.999999, 1.8464394751784483, 1.2798551353084116},
            {1.0001, 1.8464262941579117, 1.2797632832169517},
            {2, 1.736965594166206, 0.7},
            {50, 1.348906202598753, 0.02040816326530612}
        };
        for (double[] row : rows) {
            same(row[1], Generalized.renyi(P, row[0], 2));
            same(row[2], Generalized.tsallis(P, row[0]));
        }
        same(3.596115466624322, Generalized.perplexity(P));
        same(0.07678032766449225, Generalized.redundancy(P));
    }

    @Test
    void aTableWithAnOutcomeThatNeverHappens() {
        Joint joint = new Joint(new double[] {0.1, 0.3, 0, 0.2, 0.15, 0.25}, 3);
        same(2.2282129458410016, joint.entropy(2));
        same(1.2572623513863328, joint.conditional(2));
        same(0.2822287189138015, joint.mutual(2));
    }

    /** The capacity of the Z-channel with crossover ε is log₂(1 + (1−ε)·ε^(ε/(1−ε))). */
    @Test
    void capacitiesInClosedForm() {
        same(0.32192809488736235, Channel.of(new double[] {1, 0.5, 0, 0.5}, 2, 1e-13).capacity());
        same(0.7628482520105095, Channel.of(new double[] {1, 0.1, 0, 0.9}, 2, 1e-13).capacity());
        same(0.5310044064107188, Channel.of(new double[] {0.9, 0.1, 0.1, 0.9}, 2, 1e-13).capacity());
        assertEquals(0, Channel.of(new double[] {0.3, 0.3, 0.7, 0.7}, 2, 1e-13).capacity(), 1e-15);
    }

    /** Cover and Thomas (2006), chapter 7: the erasure channel 1 − α, the noisy typewriter log₂ 13, the Z-channel's input 2/5 for ½. */
    @Test
    void capacitiesOfTheTextbook() {
        same(0.7, Channel.of(new double[] {0.7, 0, 0.3, 0.3, 0, 0.7}, 2, 1e-13).capacity());
        double[] typewriter = new double[26 * 26];
        for (int x = 0; x < 26; x++) typewriter[x + 26 * x] = typewriter[x + 26 * ((x + 1) % 26)] = 0.5;
        same(Math.log(13) / Math.log(2), Channel.of(typewriter, 26, 1e-13).capacity());
        assertEquals(0.4, Channel.of(new double[] {1, 0.5, 0, 0.5}, 2, 1e-15).p()[1], 1e-6);
        // symmetric: log₂ 3 − H(0.3, 0.2, 0.5)
        double[] rows = {0.3, 0.5, 0.2, 0.2, 0.3, 0.5, 0.5, 0.2, 0.3};
        same(Math.log(3) / Math.log(2) - Entropy.bits(new double[] {0.3, 0.2, 0.5}), Channel.of(rows, 3, 1e-13).capacity());
    }

    /** y repeats x of one step before but for one of k steps: T = 1 − H(1/k) for fair x; nothing comes back (Schreiber 2000). */
    @Test
    void transferGoesOneWay() {
        java.util.Random random = new java.util.Random(4);
        double[] x = random.doubles(200_000).map(u -> u < 0.5 ? 0 : 1).toArray();
        double[] y = new double[x.length];
        for (int t = 1; t < y.length; t++) y[t] = random.nextInt(10) == 0 ? 1 - x[t - 1] : x[t - 1];
        assertEquals(1 - Entropy.bits(new double[] {0.1, 0.9}), Joint.transfer(x, y, 1, 2), 0.01);
        assertEquals(0, Joint.transfer(y, x, 1, 2), 1e-3);
    }

    @Test
    void estimatesFromCounts() {
        double[] n = {40, 20, 9, 3};
        same(1.07471220654845, Estimate.PLUGIN.nats(n));
        same(1.0955455398817835, Estimate.MILLER_MADOW.nats(n));
        same(1.111619042170048, Estimate.JAMES_STEIN.nats(n));
        same(1.104313594936234, Estimate.GRASSBERGER.nats(n));
    }
}
