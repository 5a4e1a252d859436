package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MinimizerTest {
    private static final Objective BOWL = x -> x[0] * x[0] + 4 * x[1] * x[1];

    private static Walk walk() {
        return new Walk(new SplittableRandom(1), DoubleUnaryOperator.identity()).at(0, 0);
    }

    @Test
    void firstAdamStepFollowsTheLecture() {
        double[] d = new Adam(0.01).start(1).next(new double[] {5}, walk());
        assertEquals(-0.01 * 0.1 / Math.sqrt(0.001), d[0], 1e-7);
    }

    @Test
    void firstAdamStepOfKingmaAndBaIsEta() {
        double[] d = new Adam(Rate.of(0.01), 0.9, 0.999, 1e-8, true, true, false).start(1).next(new double[] {5}, walk());
        assertEquals(-0.01, d[0], 1e-10);
    }

    @Test
    void deepestPeakIsStableBelowTwoOverItsCurvature() {
        Minimizer m = new Minimizer().steps(5000);
        Outcome calm = m.minimize(new Peaks(), new double[] {0.2, -1.5}, new GradientDescent(0.066));
        assertTrue(calm.reason().success());
        assertArrayEquals(new double[] {0.2282789206, -1.6255349575}, calm.x(), 1e-8);
        assertEquals(-6.551133332836, calm.value(), 1e-11);
        assertEquals(Reason.Kind.STEPS_DONE, m.minimize(new Peaks(), new double[] {0.2, -1.5}, new GradientDescent(0.067)).reason().kind());
    }

    @Test
    void divergenceIsAReasonAndTheBestPointIsKept() {
        Outcome o = new Minimizer().minimize(BOWL, new double[] {1, 1}, new GradientDescent(1));
        assertEquals(Reason.Kind.DIVERGED, o.reason().kind());
        assertEquals(5, o.value());
        assertArrayEquals(new double[] {1, 1}, o.x());
    }

    @Test
    void aBadStartIsAReason() {
        Outcome o = new Minimizer().minimize(x -> Double.NaN, new double[] {1}, new Adam(0.1));
        assertEquals(Reason.Kind.START_NOT_FINITE, o.reason().kind());
        assertFalse(o.reason().success());
    }

    @Test
    void clippingShortensBeforeTheRule() {
        Rule r = new Clip(1).then(new GradientDescent(0.5));
        assertArrayEquals(new double[] {-0.3, -0.4}, r.start(2).next(new double[] {30, 40}, walk()), 1e-15);
        assertEquals("clip(c=1) → gd(η=0.5)", r.text());
    }

    @Test
    void aWatcherStopsTheRun() {
        Outcome o = new Minimizer().watch(i -> i.step() == 3).minimize(BOWL, new double[] {1, 1}, new GradientDescent(0.01));
        assertEquals(Reason.Kind.STOPPED, o.reason().kind());
        assertEquals(4, o.trace().size());
    }

    @Test
    void theLimitOnEvaluationsIsNeverExceeded() {
        Outcome o = new Minimizer().evaluations(25).minimize(x -> x[0] * x[0], new double[] {3}, new GradientDescent(0.1));
        assertEquals(Reason.Kind.EVALUATIONS_DONE, o.reason().kind());
        assertEquals(25, o.evaluations());
    }

    @Test
    void aPartCountsInTheWholeAndEndsAlone() {
        Method twice = new Method() {
            @Override
            public String name() {
                return "twice";
            }

            @Override
            public Reason run(Run run) {
                Outcome a = run.part(new Descent(new GradientDescent(0.1)), new double[] {5}, new Minimizer().steps(10));
                assertEquals(Reason.Kind.STEPS_DONE, a.reason().kind());
                assertEquals(a.evaluations(), run.evaluations());
                run.part(new Descent(new GradientDescent(0.1)), a.x(), new Minimizer().steps(1000));
                return Reason.of(Reason.Kind.VALUE_FLAT, 0, 0);
            }
        };
        Outcome o = new Minimizer().evaluations(60).minimize(x -> x[0] * x[0], new double[] {5}, twice);
        assertEquals(Reason.Kind.EVALUATIONS_DONE, o.reason().kind());
        assertEquals(60, o.evaluations());
        assertTrue(o.value() < 1);
    }

    @Test
    void annealingFindsTheDeepestPeak() {
        Problem box = new Problem(new Peaks(), new double[] {-1.3, 0.2}, new double[] {-3, -3}, new double[] {3, 3});
        Outcome o = new Minimizer().steps(6000).minimize(box, new SimulatedAnnealing(10, 0.995));
        assertEquals(-6.5511333, o.value(), 1e-4);
    }

    @Test
    void manyStartsMapTheThreeMinima() {
        MultiStart.Result r = MultiStart.run(
                MultiStart.starts(new double[] {-2, -2}, new double[] {2, 2}, 50, 1),
                x -> new Minimizer().steps(500).minimize(new Peaks(), x, new GradientDescent(0.05)), 1e-4);
        assertEquals(-6.551133332836, r.best().value(), 1e-11);
        assertEquals(3, r.basins().size());
    }

    @Test
    void centralDifferencesAreGoodToTenDigits() {
        double[] x = {0.3, -0.7};
        assertArrayEquals(new Peaks().gradient(x), FiniteDifferences.central(v -> Peaks.value(v[0], v[1]), x), 1e-8);
    }
}
