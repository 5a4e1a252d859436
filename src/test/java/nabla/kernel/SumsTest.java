package nabla.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work shared out among cores, and sums over it. */
class SumsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 16384, 65535, 65536, 100_001, 1 << 20})
    void eachElementIsVisitedOnce(int n) {
        AtomicIntegerArray visits = new AtomicIntegerArray(n);
        Cores.each(n, (from, to) -> {
            for (int i = from; i < to; i++) visits.incrementAndGet(i);
        });
        for (int i = 0; i < n; i++) assertEquals(1, visits.get(i));
    }

    @Test
    void whatAPartThrowsReachesTheCaller() {
        assertThrows(IllegalStateException.class, () -> Cores.each(1 << 20, (from, to) -> {
            if (from > 1 << 19) throw new IllegalStateException();
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1024, 5000, 300_000})
    void sumsAreThoseOfHighPrecision(int n) {
        double[] x = new Random(1).doubles(n, 0, 1).toArray();
        BigDecimal exact = BigDecimal.ZERO;
        for (double v : x) exact = exact.add(new BigDecimal(v));
        double sum = Sums.of(n, (from, to) -> {
            double s = 0;
            for (int i = from; i < to; i++) s += x[i];
            return s;
        });
        assertEquals(exact.doubleValue(), sum, 1e-14 * n);
    }

    @Test
    void severalSumsStandApart() {
        double[] sums = Sums.of(5000, 2, (from, to, s, at) -> {
            s[at] = to - from;
            s[at + 1] = from == 4096 ? Double.POSITIVE_INFINITY : 1;
        });
        assertEquals(5000, sums[0]);
        assertEquals(Double.POSITIVE_INFINITY, sums[1]);
    }
}
