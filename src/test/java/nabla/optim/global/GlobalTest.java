package nabla.optim.global;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import nabla.kernel.Symmetric;
import nabla.optim.Concurrent;
import nabla.optim.Method;
import nabla.optim.Minimizer;
import nabla.optim.Objective;
import nabla.optim.Outcome;
import nabla.optim.Peaks;
import nabla.optim.Problem;
import nabla.optim.Reason;
import nabla.optim.Sobol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GlobalTest {
    private static final double DEEPEST_PEAK = -6.551133332836;
    private static final Minimizer LIMITS = new Minimizer().steps(Integer.MAX_VALUE).evaluations(6000).trace(false);

    static Iterable<Method> methods() {
        return GlobalTable.METHODS.values();
    }

    private static Problem box(Objective f, double... bounds) {
        double[] low = new double[bounds.length / 2];
        double[] high = new double[low.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = bounds[2 * i];
            high[i] = bounds[2 * i + 1];
        }
        return Problem.in(f, low, high);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodFindsTheDeepestPeak(Method method) {
        Outcome o = LIMITS.minimize(box(x -> Peaks.value(x[0], x[1]), -3, 3, -3, 3), method);
        assertEquals(DEEPEST_PEAK, o.value(), 1e-3, method.name());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void noMethodLeavesTheBoxOrTakesMoreEvaluationsThanAllowed(Method method) {
        int[] count = new int[1];
        Objective f = x -> {
            count[0]++;
            assertTrue(x[0] >= 1 && x[0] <= 2 && x[1] >= -4 && x[1] <= 0, method.name());
            return Math.pow(x[0] - 3, 2) + Math.cos(x[1]);
        };
        LIMITS.evaluations(301).minimize(box(f, 1, 2, -4, 0), method);
        assertTrue(count[0] <= 301);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theSameSeedGivesTheSameRun(Method method) {
        Problem p = box(x -> Math.sin(3 * x[0]) + x[0] * x[0] * x[1] * x[1] + Math.cos(x[1]), -3, 2, -3, 2);
        Outcome a = LIMITS.seed(5).evaluations(800).minimize(p, method);
        Outcome b = LIMITS.seed(5).evaluations(800).minimize(p, method);
        assertArrayEquals(a.x(), b.x());
        assertEquals(a.evaluations(), b.evaluations());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void valuesThatAreNoNumbersAreLowerThanNothing(Method method) {
        Outcome o = LIMITS.minimize(box(x -> x[0] < 0 ? Double.NaN : x[0] * x[0] + x[1] * x[1], -2, 3, -2, 3), method);
        assertTrue(o.value() < 0.01, method.name() + " " + o.value());
    }

    @Test
    void theFunctionsTakeTheirLowestValuesWhereTheyShould() {
        for (GlobalFunctions.Case c : GlobalFunctions.ALL) assertEquals(c.optimum(), c.f().value(c.at()), 1e-7, c.name());
    }

    /** The whole table is printed by {@link GlobalTable}. */
    @Test
    void theCombinationSolvesNearlyAllPublishedFunctions() {
        assertTrue(solved(false) >= 0.95 * 10 * GlobalFunctions.ALL.size(), "published boxes: " + solved(false));
        assertTrue(solved(true) >= 0.92 * 10 * GlobalFunctions.ALL.size(), "shrunk boxes: " + solved(true));
    }

    /** In ten runs of each function. */
    private static int solved(boolean shrunk) {
        int solved = 0;
        for (GlobalFunctions.Case c : GlobalFunctions.ALL) {
            for (int seed = 1; seed <= 10; seed++) if (GlobalTable.run(GlobalMinimum.of(2), c, shrunk, seed).hit > 0) solved++;
        }
        return solved;
    }

    @Test
    void theCombinationEndsSoonWhereAllSearchesLeadToTheSameMinimum() {
        Objective f = x -> Math.pow(x[0] - 0.3, 2) + 3 * Math.pow(x[1] + x[0], 2) + Math.cosh(x[1]);
        Outcome o = LIMITS.minimize(box(f, -3, 2, -3, 2), GlobalMinimum.of(2));
        assertEquals(Reason.Kind.SETTLED, o.reason().kind());
        assertTrue(o.evaluations() < 400, o.evaluations() + " evaluations");
    }

    @Test
    void patienceAsksForMoreEvidence() {
        Objective f = x -> Peaks.value(x[0], x[1]);
        Outcome one = LIMITS.minimize(box(f, -3, 3, -3, 3), GlobalMinimum.of(2));
        Outcome three = LIMITS.minimize(box(f, -3, 3, -3, 3), new GlobalMinimum(20000, 3));
        assertTrue(one.reason().success() && three.reason().success());
        assertTrue(three.evaluations() > 3 * one.evaluations() / 2, one.evaluations() + " and " + three.evaluations());
    }

    private static Basins.Minimum descended(Basins basins, Objective f, double... from) {
        double[] wide = {10, 10};
        new Minimizer().steps(Integer.MAX_VALUE).minimize(new Problem(f, from, new double[] {-10, -10}, wide), new BoxQuasiNewton(1e-12, Double.POSITIVE_INFINITY, basins));
        return basins.reached();
    }

    @Test
    void aDescentToAKnownMinimumEndsWhenThatIsForeseen() {
        int[] count = new int[1];
        Objective f = x -> {
            count[0]++;
            return 1 - Math.exp(-x[0] * x[0] - 2 * x[1] * x[1] - x[0] * x[1]);
        };
        Basins basins = new Basins();
        Basins.Minimum first = descended(basins, f, 0.3, -0.2);
        int whole = count[0];
        assertEquals(first, descended(basins, f, 0.1, 0.05));
        assertTrue(count[0] - whole < whole / 2, whole + " evaluations, then " + (count[0] - whole));
        assertEquals(1, basins.minima().size());
    }

    @Test
    void aDescentGoesFarWhereTheSlopeIsFaintAndCurvesDownward() {
        for (double scale : new double[] {1, 1e-9}) {
            Basins.Minimum m = descended(new Basins(), x -> -scale * Math.exp(-0.3 * (x[0] * x[0] + x[1] * x[1])), 9, 8);
            assertEquals(-scale, m.value, 1e-9 * scale);
        }
    }

    @Test
    void aDescentThatFindsNoSlopeHasReachedNoMinimum() {
        assertEquals(null, descended(new Basins(), x -> Math.floor(x[0]) + Math.floor(x[1]), 3.3, 1.2));
    }

    @Test
    void aDescentThatCreepsAlongAKinkIsGivenUp() {
        int[] count = new int[1];
        Basins.Minimum m = descended(new Basins(), x -> {
            count[0]++;
            return Math.sqrt(Math.abs(x[0] - 2 * x[1])) + 0.1 * Math.abs(x[0] + x[1] - 1);
        }, 4, 7);
        assertTrue(m.kinked());
        assertTrue(count[0] < 10000, count[0] + " evaluations");
    }

    @Test
    void aKinkedMinimumIsNoSmoothOne() {
        assertTrue(descended(new Basins(), x -> Math.sqrt(Math.abs(x[0] - 2 * x[1])) + 0.1 * Math.abs(x[0] + x[1] - 1), 3, -2).kinked());
        assertTrue(!descended(new Basins(), x -> Math.pow(x[0] - x[1], 2) + 0.1 * Math.pow(x[0] + x[1] - 1, 2), 3, -2).kinked());
    }

    @Test
    void theCombinationUsesGradientsWhereThereAreSome() {
        Outcome o = LIMITS.minimize(Problem.in(new Peaks(), new double[] {-3, -3}, new double[] {3, 3}), GlobalMinimum.of(2));
        assertTrue(o.gradients() > 0);
        assertEquals(DEEPEST_PEAK, o.value(), 1e-10);
    }

    @Test
    void covarianceAdaptationReachesACorner() {
        Outcome o = LIMITS.minimize(box(x -> x[0] + 10 * x[1], -1, 2, -1, 2), new CovarianceAdaptation(0, 0.3));
        assertArrayEquals(new double[] {-1, -1}, o.x(), 1e-9);
    }

    @Test
    void covarianceAdaptationLeavesTheFirstRangeWhereThereAreNoBounds() {
        Objective f = x -> Math.pow(x[0] - 300, 2) + Math.pow(x[1] + 70, 2);
        Outcome o = LIMITS.minimize(new Problem(f, 0, 0), new CovarianceAdaptation(0, 0.3));
        assertArrayEquals(new double[] {300, -70}, o.x(), 1e-5);
    }

    @Test
    void geneticAlgorithmKeepsIntegers() {
        Method ga = new GeneticAlgorithm(0, 0, 0.8, new boolean[] {true, false}, 50, 1e-9);
        Objective f = x -> {
            assertEquals(Math.rint(x[0]), x[0]);
            return Math.pow(x[0] - 2.4, 2) + Math.pow(x[1] - 0.3, 2);
        };
        Outcome o = LIMITS.minimize(box(f, -5, 5.5, -5, 5), ga);
        assertArrayEquals(new double[] {2, 0.3}, o.x(), 0.05);
    }

    @Test
    void aWatcherSeesGenerationsAndStopsThem() {
        int[] seen = new int[1];
        nabla.optim.Watch watch = i -> {
            seen[0] = i.generation().length;
            return i.step() == 3;
        };
        Outcome o = LIMITS.watch(watch).minimize(box(x -> x[0] * x[0] + x[1] * x[1], -1, 2, -1, 2), new Restarts(12, 0.3, 9, true));
        assertEquals(12, seen[0]);
        assertEquals(Reason.Kind.STOPPED, o.reason().kind());
        assertEquals(48, o.evaluations());
    }

    @Test
    void functionsThatMayBeCalledAtOnceGiveTheSameRun() {
        Objective f = x -> Peaks.value(x[0], x[1]);
        Method patient = new GlobalMinimum(20000, 100);
        Outcome one = LIMITS.evaluations(997).minimize(box(f, -3, 3, -3, 3), patient);
        Outcome many = LIMITS.evaluations(997).minimize(box(new Concurrent(f), -3, 3, -3, 3), patient);
        assertArrayEquals(one.x(), many.x());
        assertEquals(997, many.evaluations());
    }

    @Test
    void sobolPutsOnePointInEachOfEqualBoxes() {
        Sobol sobol = new Sobol(2, new SplittableRandom(3));
        boolean[] taken = new boolean[64];
        for (int k = 0; k < 64; k++) {
            double[] u = sobol.next();
            taken[(int) (u[0] * 8) + 8 * (int) (u[1] * 8)] = true;
        }
        for (boolean t : taken) assertTrue(t);
    }

    @Test
    void goldenSectionsReachTheLastDigitOfACusp() {
        GoldenSections.Found found =
                GoldenSections.lowest(t -> Math.sqrt(Math.abs(t - 0.3)), new GoldenSections.Found(0, Math.sqrt(0.3)), 0, 1, 10, 0.5, 0);
        assertEquals(0.3, found.t());
    }

    @Test
    void rotationsFindEigenvalues() {
        Symmetric s = new Symmetric(new double[][] {{2, 1, 0}, {1, 2, 1}, {0, 1, 2}});
        double[] d = s.d.clone();
        Arrays.sort(d);
        assertArrayEquals(new double[] {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)}, d, 1e-14);
    }

    /** Random functions that the stopping rule was not chosen on: what is said to be settled is, and little else is missed. */
    @Test
    void whatIsSettledIsTheMinimum() {
        int runs = 0;
        int found = 0;
        int settled = 0;
        int wrong = 0;
        for (long k = 7000; k < 7120; k++) {
            RandomLandscapes.Landscape l = RandomLandscapes.of(k);
            if (l.least() != l.least() || l.n() > 3) continue;
            Minimizer limits = new Minimizer().trace(false).steps(Integer.MAX_VALUE).evaluations(20_000).seed(k);
            Outcome o = limits.minimize(Problem.in(l.f(), l.low(), l.high()), new GlobalMinimum(20_000));
            boolean hit = o.value() - l.least() <= 1e-6 * Math.max(1, Math.abs(l.least()));
            runs++;
            if (hit) found++;
            if (o.reason().kind() != Reason.Kind.SETTLED) continue;
            settled++;
            if (!hit) wrong++;
        }
        assertTrue(wrong <= settled / 50 && found >= 0.94 * runs, found + " of " + runs + ", settled " + settled + ", wrong " + wrong);
    }
}
