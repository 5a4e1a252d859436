package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A run that says it has converged is at a point where the conditions of first order hold, whatever the method, bounds and scales. */
class FirstOrderTest {
    private static final int N = 3;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static double[] vector(SplittableRandom r, double low, double high) {
        return r.doubles(N, low, high).toArray();
    }

    private static Box box(SplittableRandom r) {
        double[] low = vector(r, -1.5, 0.5);
        double[] high = new double[N];
        for (int i = 0; i < N; i++) high[i] = r.nextInt(4) == 0 ? INF : low[i] + r.nextDouble(0, 2);
        return new Box(low, high);
    }

    /** Strictly convex, asked within the box only: ½xᵀHx + qᵀx with H = AᵀA + I/2. */
    private record Quadratic(double[][] h, double[] q, Box box) implements Objective {
        static Quadratic random(SplittableRandom r, Box box) {
            double[][] a = {vector(r, -1, 1), vector(r, -1, 1), vector(r, -1, 1)};
            double[][] h = new double[N][N];
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) for (double[] row : a) h[i][j] += row[i] * row[j];
                h[i][i] += 0.5;
            }
            return new Quadratic(h, vector(r, -3, 3), box);
        }

        @Override
        public double value(double[] x) {
            double v = Numbers.dot(q, x);
            for (int i = 0; i < N; i++) {
                assertTrue(x[i] >= box.lower()[i] && x[i] <= box.upper()[i], "asked outside the box");
                v += x[i] * Numbers.dot(h[i], x) / 2;
            }
            return v;
        }
    }

    @Property(tries = 150)
    void convexFunctionsReachTheirMinimumWithinTheBox(@ForAll long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Box box = box(r);
        Quadratic f = Quadratic.random(r, box);
        double least = new QuadraticProgram(f.h(), f.q(), LinearConstraints.NONE, box.lower(), box.upper()).solve(1000).value();
        for (Method m : List.of(new BoundedMemory(), new Sqp(), new NelderMead(), new PatternSearch(), new Bobyqa(), new AugmentedLagrangian())) {
            Outcome o = new Minimizer().steps(20_000).evaluations(100_000).minimize(new Problem(f, vector(r, -2, 2), box), m);
            assertTrue(o.reason().success(), () -> m.name() + ": " + o.reason());
            assertEquals(least, o.value(), 1e-6 * (1 + Math.abs(least)), m.name());
        }
    }

    /** Valleys and saddles of more than one minimum. */
    private static double curved(double[] x) {
        double v = 0;
        for (int i = 0; i + 1 < N; i++) v += 10 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2) + Math.sin(3 * x[i + 1]);
        return v;
    }

    @Property(tries = 150)
    void noSlopeIsLeftWhereARunHasConverged(@ForAll long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        Box box = box(r);
        for (Method m : List.of(new BoundedMemory(), new Sqp(), new NelderMead(), new PatternSearch(), new Bobyqa())) {
            Problem p = new Problem(FirstOrderTest::curved, vector(r, -2, 2), box);
            Outcome o = new Minimizer().steps(20_000).evaluations(100_000).minimize(p, m);
            if (!o.reason().success()) continue;
            double slope = p.optimality(new Point(o.x(), o.value(), FiniteDifferences.central(FirstOrderTest::curved, o.x(), box)));
            assertTrue(slope <= 1e-4 * (1 + Math.abs(o.value())), () -> m.name() + ": " + slope + " " + o.reason());
        }
    }

    private static Outcome run(Objective f, Method m, double... start) {
        return new Minimizer().steps(10_000).tolerance(1e-10).minimize(f, start, m);
    }

    @Test
    void variablesOfFarApartScalesAreBothMinimized() {
        for (double scale : new double[] {1e4, 1e8, 1e12}) {
            Objective f = Objective.of(x -> Math.pow(x[0] / scale - 1, 2) + Math.pow(x[1] * scale - 1, 2),
                    x -> new double[] {2 * (x[0] / scale - 1) / scale, 2 * (x[1] * scale - 1) * scale});
            for (Method m : List.of(new QuasiNewton(), new LimitedMemory())) {
                Outcome o = run(f, m, 1, 1);
                assertTrue(o.value() < 1e-6 || !o.reason().success(), () -> m.name() + " " + scale + ": " + o.value() + " " + o.reason());
            }
        }
    }

    @Test
    void aPlateauIsNoMinimum() {
        Outcome o = run(x -> Math.floor(Math.abs(x[0]) + Math.abs(x[1])), new QuasiNewton(), 5.5, 5.5);
        assertEquals(Reason.Kind.PLATEAU, o.reason().kind());
        assertEquals(0, o.value());
        assertTrue(run(x -> 5, new QuasiNewton(), 1, 1).reason().success());
        assertEquals(Reason.Kind.PLATEAU, run(x -> Math.round(Math.abs(x[0])), new NelderMead(), 7.2).reason().kind());
        // flat along one variable, but a minimum
        assertTrue(run(x -> x[1] * x[1], new QuasiNewton(), 1, 0).reason().success());
    }

    @Test
    void smallFunctionsAreMinimizedAsLargeOnes() {
        for (double factor : new double[] {1e-20, 1e-12, 1, 1e12}) {
            Objective f = Objective.of(x -> factor * Math.pow(x[0] - 3, 2), x -> new double[] {2 * factor * (x[0] - 3)});
            Outcome o = run(f, new QuasiNewton(), 1);
            assertTrue(o.reason().success());
            assertEquals(3, o.x()[0], 1e-3);
        }
    }

    @Test
    void whatFallsWithoutEndIsUnbounded() {
        for (Method m : List.of(new QuasiNewton(), new LimitedMemory(), new ConjugateGradient(), new NewtonConjugate(), new TrustRegion(),
                new BoundedMemory(), new NelderMead(), new PatternSearch())) {
            Outcome o = run(x -> x[0] + x[1], m, 0, 0);
            assertEquals(-3, o.reason().kind().flag(), m.name());
            assertTrue(o.evaluations() < 3000, m.name());
        }
    }
}
