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

    @Test
    void estimatesFromCounts() {
        double[] n = {40, 20, 9, 3};
        same(1.07471220654845, Estimate.PLUGIN.nats(n));
        same(1.0955455398817835, Estimate.MILLER_MADOW.nats(n));
        same(1.111619042170048, Estimate.JAMES_STEIN.nats(n));
        same(1.104313594936234, Estimate.GRASSBERGER.nats(n));
    }
}
