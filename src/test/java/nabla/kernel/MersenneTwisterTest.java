package nabla.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
    private static long[] first(MersenneTwister bits, int n) {
        return LongStream.generate(() -> Integer.toUnsignedLong(bits.next())).limit(n).toArray();
    }

    /** The authors' test output, mt19937ar.out. */
    @Test
    void beginsByAnArrayAsPublished() {
        MersenneTwister bits = MersenneTwister.of(0x123, 0x234, 0x345, 0x456);
        assertArrayEquals(new long[] {1067595299L, 955945823L, 477289528L, 4107218783L, 4228976476L}, first(bits, 5));
        for (int k = 5; k < 999; k++) bits.next();
        assertEquals(3460025646L, Integer.toUnsignedLong(bits.next()));
    }

    /** The ten thousandth number of the C++ standard's mt19937, section [rand.predef]. */
    @Test
    void beginsByANumberAsTheStandardSays() {
        MersenneTwister bits = MersenneTwister.of(5489);
        for (int k = 1; k < 10000; k++) bits.next();
        assertEquals(4123659995L, Integer.toUnsignedLong(bits.next()));
    }

    @Test
    void goesOnFromAState() {
        MersenneTwister a = MersenneTwister.of(7);
        for (int k = 0; k < 1000; k++) a.next();
        assertArrayEquals(first(MersenneTwister.at(a.state()), 2000), first(a, 2000));
    }

    /** Means and variances of a million numbers lie within five standard errors. */
    @Test
    void normalAndExponentialNumbersHaveTheirMoments() {
        int n = 1_000_000;
        MersenneTwister bits = MersenneTwister.of(3);
        double[] x = IntStream.range(0, n).mapToDouble(k -> Ziggurat.normal(bits)).toArray();
        assertEquals(0, moment(x, 1), 5e-3);
        assertEquals(1, moment(x, 2), 5e-3 * Math.sqrt(2));
        assertEquals(3, moment(x, 4), 5e-3 * Math.sqrt(96));
        double[] e = IntStream.range(0, n).mapToDouble(k -> Ziggurat.exponential(bits)).toArray();
        assertEquals(1, moment(e, 1), 5e-3);
        assertEquals(2, moment(e, 2), 5e-3 * Math.sqrt(20));
    }

    private static double moment(double[] x, int power) {
        double sum = 0;
        for (double v : x) sum += Math.pow(v, power);
        return sum / x.length;
    }
}
