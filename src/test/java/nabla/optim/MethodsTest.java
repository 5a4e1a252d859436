package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Methods beyond the lecture's rules, on functions whose minima and zeros are known. */
class MethodsTest {
    private static final Objective ROSENBROCK = x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);

    @Test
    void quasiNewtonFollowsTheValley() {
        Outcome o = new Minimizer().tolerance(1e-6).minimize(ROSENBROCK, new double[] {-1.2, 1}, new QuasiNewton());
        assertTrue(o.reason().success());
        assertArrayEquals(new double[] {1, 1}, o.x(), 1e-6);
        assertTrue(o.steps() < 60);
    }

    @Test
    void quasiNewtonBacksOutOfForbiddenPoints() {
        Objective f = x -> x[0] <= 0 ? Double.NaN : x[0] - Math.log(x[0]);
        Outcome o = new Minimizer().tolerance(1e-6).minimize(f, new double[] {20}, new QuasiNewton());
        assertEquals(1, o.x()[0], 1e-5);
    }

    @Test
    void simplexFollowsTheValley() {
        Outcome o = new Minimizer().steps(1000).minimize(ROSENBROCK, new double[] {-1.2, 1}, new NelderMead(1e-8, 1e-8));
        assertTrue(o.reason().success());
        assertArrayEquals(new double[] {1, 1}, o.x(), 1e-6);
    }

    @Test
    void brentFindsMinimaAndZeros() {
        Scalar.Point m = Scalar.minimum(x -> (x - 1) * (x - 1), -3, 3, 1e-8, 100);
        assertEquals(1, m.x(), 1e-7);
        Scalar.Point z = Scalar.zero(Math::cos, 0, 1, 3, Math.cos(3), 0, 100);
        assertEquals(Math.PI / 2, z.x(), 1e-15);
    }

    @Test
    void aFunctionThatIsNowhereANumberEndsWithAReason() {
        Outcome o = new Minimizer().steps(50).minimize(x -> Double.NaN, new double[] {1, 2}, new NelderMead(1e-4, 1e-4));
        assertEquals(Reason.Kind.VALUE_NOT_FINITE, o.reason().kind());
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        Problem box = new Problem(ROSENBROCK, new double[] {3, 3}, new double[] {-5, -5}, new double[] {5, 5});
        Minimizer m = new Minimizer().steps(500).seed(4);
        Outcome a = m.minimize(box, new SimulatedAnnealing(10, 0.99));
        Outcome b = m.minimize(box, new SimulatedAnnealing(10, 0.99));
        assertEquals(a.value(), b.value());
    }
}
