package nabla.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void stepsAreOneTwoOrFive() {
        assertEquals(1, Ticks.step(0, 10, 10), 1e-12);
        assertEquals(2, Ticks.step(0, 11, 10), 1e-12);
        assertEquals(0.5, Ticks.step(0, 3, 8), 1e-12);
    }

    @Test
    void rangesAreWidenedToWholeSteps() {
        assertArrayEquals(new double[] {-8, 10}, Ticks.round(-6.55, 8.1, 10), 1e-12);
        assertArrayEquals(new double[] {0, 100}, Ticks.round(1, 100, 10), 1e-12);
    }

    @Test
    void aSingleValueGetsRoom() {
        assertArrayEquals(new double[] {2, 4}, Ticks.round(3, 3, 10), 1e-12);
    }

    @Test
    void labelsAreShortAndCarryAProperMinus() {
        assertArrayEquals(
                new String[] {"−1", "−0.5", "0", "0.5", "1"},
                Ticks.linear(-1, 1, 5).labels());
    }

    @Test
    void largeNumbersShareAPowerOfTen() {
        Ticks t = Ticks.linear(0, 200000, 4);
        assertEquals(5, t.exponent());
        assertArrayEquals(new String[] {"0", "0.5", "1", "1.5", "2"}, t.labels());
    }

    @Test
    void logarithmicAxesAreMarkedAtPowersOfTen() {
        Ticks t = Ticks.log(1e-2, 10, 10);
        assertArrayEquals(new double[] {0.01, 0.1, 1, 10}, t.at(), 1e-12);
        assertEquals("10^{−2}", t.labels()[0]);
        assertEquals(24, t.minor().length);
    }
}
