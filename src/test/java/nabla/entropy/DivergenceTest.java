package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        double d = Divergence.kullbackLeibler(p, q, a, b, Math.E);
        assertEquals(expected, d, 1e-10 * Math.max(1, expected == INF ? 1 : expected));
    }

    @Test
    void normalsMeetTheClosedFormWhereverTheyLie() {
        check(0.4431471805599453, normal(0, 1), normal(1, 2), -INF, INF);
        check(0.4431471805599453, normal(1000, 1), normal(1001, 2), -INF, INF);
        check(47.19741490700595, normal(0, 1), normal(0, 0.1), -INF, INF);
        check(5000, normal(0, 1), normal(100, 1), -INF, INF);
        check(6.407755778982136, normal(7, 1e-3), normal(7, 1), -INF, INF);
        check(0, normal(3, 1), normal(3, 1), -INF, INF);
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
    void massThatIsNotOneIsNamed() {
        Fault f = assertThrows(Fault.class, () -> Divergence.kullbackLeibler(x -> 0.5, x -> 1, 0, 1, 2));
        assertEquals(Fault.Kind.MASS, f.kind());
        assertEquals(0.5, f.value(), 1e-9);
    }
}
