package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
        Scalar.Point m = Scalar.minimum(x -> (x - 1) * (x - 1), -3, 3, 1e-8, 100, Watch.NOTHING);
        assertEquals(1, m.x(), 1e-7);
        Scalar.Point z = Scalar.zero(Math::cos, 0, 1, 3, Math.cos(3), 0, 100, Watch.NOTHING);
        assertEquals(Math.PI / 2, z.x(), 1e-15);
    }

    @Test
    void aFunctionThatIsNowhereANumberEndsWithAReason() {
        Outcome o = new Minimizer().steps(50).minimize(x -> Double.NaN, new double[] {1, 2}, new NelderMead(1e-4, 1e-4));
        assertEquals(Reason.Kind.NEVER_FINITE, o.reason().kind());
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        Problem box = new Problem(ROSENBROCK, new double[] {3, 3}, new double[] {-5, -5}, new double[] {5, 5});
        Minimizer m = new Minimizer().steps(500).seed(4);
        Outcome a = m.minimize(box, new SimulatedAnnealing(10, 0.99));
        Outcome b = m.minimize(box, new SimulatedAnnealing(10, 0.99));
        assertEquals(a.value(), b.value());
    }

    /** Σ 100(x₂ᵢ − x₂ᵢ₋₁²)² + (1 − x₂ᵢ₋₁)². */
    private static Objective valleys() {
        return Objective.of(
                x -> {
                    double s = 0;
                    for (int i = 0; i < x.length; i += 2) s += 100 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2);
                    return s;
                },
                x -> {
                    double[] g = new double[x.length];
                    for (int i = 0; i < x.length; i += 2) {
                        g[i] = -400 * x[i] * (x[i + 1] - x[i] * x[i]) - 2 * (1 - x[i]);
                        g[i + 1] = 200 * (x[i + 1] - x[i] * x[i]);
                    }
                    return g;
                });
    }

    @Test
    void methodsForManyVariablesFollowTenThousandVariablesDown() {
        double[] start = new double[10_000];
        for (int i = 0; i < start.length; i += 2) {
            start[i] = -1.2;
            start[i + 1] = 1;
        }
        for (Method m : List.of(new LimitedMemory(), new ConjugateGradient(), new NewtonConjugate(), new TrustRegion())) {
            Outcome o = new Minimizer().tolerance(1e-6).trace(false).minimize(valleys(), start, m);
            assertTrue(o.reason().success(), m.name());
            assertEquals(0, o.value(), 1e-10, m.name());
        }
    }

    @Test
    void methodsWithoutDerivativesFollowTheValley() {
        for (Method m : List.of(new NelderMead(), new Powell(), new Bobyqa(), new PatternSearch())) {
            Outcome o = new Minimizer().steps(100_000).minimize(ROSENBROCK, new double[] {-1.2, 1}, m);
            assertTrue(o.reason().success(), m.name());
            assertArrayEquals(new double[] {1, 1}, o.x(), 1e-4, m.name());
        }
    }

    @Test
    void boundsHoldWhereMethodsKnowThem() {
        Residuals r = x -> new double[] {x[0] - 3, 2 * x[1] + x[0]};
        Problem box = new Problem(r, new double[] {0, 0}, new double[] {-1, -1}, new double[] {2, 5});
        for (Method m : List.of(new LevenbergMarquardt(), new Bobyqa(), new PatternSearch())) {
            Outcome o = new Minimizer().tolerance(0).minimize(box, m);
            assertArrayEquals(new double[] {2, -1}, o.x(), 1e-6, m.name());
        }
    }

    @Test
    void aLineSearchBacksOutOfNaNAndKeepsTheBestPoint() {
        Objective f = Objective.of(x -> x[0] > 2 ? Double.NaN : (x[0] - 1.9) * (x[0] - 1.9), x -> new double[] {2 * (x[0] - 1.9)});
        for (Method m : List.of(new QuasiNewton(), new LimitedMemory(), new ConjugateGradient(), new NewtonConjugate(), new TrustRegion())) {
            Outcome o = new Minimizer().minimize(f, new double[] {-50}, m);
            assertEquals(1.9, o.x()[0], 1e-6, m.name());
        }
    }

    @Test
    void brentNeedsTenEvaluationsForTheCosinesFixedPoint() {
        int[] calls = {0};
        DoubleUnaryOperator f = x -> {
            calls[0]++;
            return Math.cos(x) - x;
        };
        double[] b = Scalar.bracket(f, 1, f.applyAsDouble(1));
        Scalar.Point z = Scalar.zero(f, b[0], b[1], b[2], b[3], 0, 100, Watch.NOTHING);
        assertEquals(0.7390851332151607, z.x(), 1e-15);
        assertTrue(calls[0] <= 10, calls[0] + " calls");
    }
}
