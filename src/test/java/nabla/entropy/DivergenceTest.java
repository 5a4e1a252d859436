package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Divergences of densities against their closed forms, in nats. */
class DivergenceTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static DoubleUnaryOperator normal(double m, double s) {
        return x -> Math.exp(-(x - m) * (x - m) / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI));
    }

    private static DoubleUnaryOperator cauchy(double s) {
        return x -> 1 / (Math.PI * s * (1 + x * x / s / s));
    }

    private static DoubleUnaryOperator uniform(double b) {
        return x -> x >= 0 && x <= b ? 1 / b : 0;
    }

    private static void check(double expected, DoubleUnaryOperator p, DoubleUnaryOperator q, double a, double b) {
        double d = Divergence.kullbackLeibler(Density.of(p, a, b), Density.of(q, a, b)).nats();
        assertEquals(expected, d, expected == INF ? 0 : 1e-10 * expected + 1e-15);
    }

    @Test
    void normalsMeetTheClosedFormWhereverTheyLie() {
        check(0.4431471805599453, normal(0, 1), normal(1, 2), -INF, INF);
        check(0.4431471805599453, normal(1000, 1), normal(1001, 2), -INF, INF);
        check(47.19741490700595, normal(0, 1), normal(0, 0.1), -INF, INF);
        check(5000, normal(0, 1), normal(100, 1), -INF, INF);
        check(6.407755778982136, normal(7, 1e-3), normal(7, 1), -INF, INF);
        check(0, normal(3, 1), normal(3, 1), -INF, INF);
        check(800, normal(0, 1), normal(40, 1), -INF, INF);
        check(Math.log(1e6) + (1e-12 - 1) / 2, normal(0, 1), normal(0, 1e6), -INF, INF);
        check((1e12 - 1) / 2 - Math.log(1e6), normal(5, 1e6), normal(5, 1), -INF, INF);
        check(0.5, normal(1e6, 1), normal(1e6 + 1, 1), -INF, INF);
    }

    @Test
    void heavyTailsDiverge() {
        check(INF, cauchy(1), normal(0, 1), -INF, INF);
        check(INF, cauchy(1), x -> Math.exp(-Math.abs(x)) / 2, -INF, INF);
        check(0.2592445324888617, normal(0, 1), cauchy(1), -INF, INF);
        check(Math.log(4.0 / 3), cauchy(1), cauchy(3), -INF, INF);
    }

    @Test
    void endpointsMayBeSingular() {
        check(1.9155409088421629, x -> 1 / (Math.PI * Math.sqrt(x * (1 - x))), x -> 12 * x * (1 - x) * (1 - x), 0, 1);
        check(0.6362943611198906, x -> 2 * Math.exp(-2 * x), x -> Math.exp(-x / 2) / 2, 0, INF);
    }

    @Test
    void supportDecides() {
        check(Math.log(2), uniform(1), uniform(2), 0, 2);
        check(Math.log(2), uniform(1), uniform(2), -INF, INF);
        check(INF, uniform(2), uniform(1), 0, 2);
        check(INF, uniform(2), uniform(1), -INF, INF);
    }

    @Test
    void infiniteValuesSayWhy() {
        Measure m = Divergence.kullbackLeibler(Density.of(uniform(2), 0, 2), Density.of(uniform(1), 0, 2));
        assertEquals(Measure.Why.SUPPORT, m.why());
        assertTrue(m.where() > 1 && m.where() < 2);
        m = Divergence.kullbackLeibler(Density.of(cauchy(1), -INF, INF), Density.of(normal(0, 1), -INF, INF));
        assertEquals(Measure.Why.TAIL, m.why());
        assertEquals(Measure.Why.FINITE, Divergence.entropy(Density.of(cauchy(1), -INF, INF)).why());
    }

    @Test
    void logarithmsGoOnBetweenPeaks() {
        DoubleUnaryOperator hills = x -> (normal(0, 1).applyAsDouble(x) + normal(200, 1).applyAsDouble(x)) / 2;
        double d = Divergence.kullbackLeibler(Density.of(normal(50, 1), -INF, INF), Density.of(hills, -INF, INF)).nats();
        assertEquals(1250 + Math.log(2), d, 1e-7);
    }

    @Test
    void tailsOfTheFourthDegreeGoOn() {
        // E x⁴ = 3s⁴, ∫ exp(−x⁴) dx = Γ(1/4)/2
        for (double s : new double[] {1, 3}) {
            double expected = 3 * Math.pow(s, 4) + Math.log(3.6256099082219083119 / 2) - Math.log(s * Math.sqrt(2 * Math.PI * Math.E));
            check(expected, normal(0, s), x -> 2 / 3.6256099082219083119 * Math.exp(-x * x * x * x), -INF, INF);
        }
    }

    @Test
    void entropiesMeetTheClosedForms() {
        assertEquals(Math.log(2 * Math.PI * Math.E) / 2, Divergence.entropy(Density.of(normal(1000, 1), -INF, INF)).nats(), 1e-12);
        assertEquals(Math.log(4 * Math.PI), Divergence.entropy(Density.of(cauchy(1), -INF, INF)).nats(), 1e-10);
        assertEquals(Math.log(Math.PI / 4), Divergence.entropy(Density.of(x -> 1 / (Math.PI * Math.sqrt(x * (1 - x))), 0, 1)).nats(), 1e-7);
        assertEquals(3, Divergence.entropy(Density.of(uniform(8), 0, 8)).in(2), 1e-12);
    }

    @Test
    void massThatIsNotOneIsNamed() {
        Fault f = assertThrows(Fault.class, () -> Density.of(x -> 0.5, 0, 1));
        assertEquals(Fault.Kind.MASS, f.kind());
        assertEquals(0.5, f.value(), 1e-9);
        assertEquals(0, Divergence.kullbackLeibler(Density.normalized(x -> 0.5, 0, 1), Density.of(x -> 1, 0, 1)).nats(), 1e-12);
    }
}
