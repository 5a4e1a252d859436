package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqpTest {
    /** All but 13, at whose minimum the constraints' gradients are dependent, so that no multipliers exist. */
    static List<HockSchittkowski.Example> regular() {
        return HockSchittkowski.all().stream().filter(e -> e.number() != 13).toList();
    }

    @ParameterizedTest
    @MethodSource("regular")
    void findsThePublishedMinimum(HockSchittkowski.Example e) {
        Outcome o = new Minimizer().minimize(e.problem(), new Sqp());
        double nearest = e.minima()[0];
        for (double m : e.minima()) if (Math.abs(m - o.value()) < Math.abs(nearest - o.value())) nearest = m;
        assertEquals(nearest, o.value(), 1e-6 * Math.max(1, Math.abs(nearest)));
        assertTrue(o.reason().success());
        assertEquals(0, o.violation());
    }

    @Test
    void multipliersTellWhatAConstraintCosts() {
        Objective f = x -> Math.pow(x[0] - 2, 2) + Math.pow(x[1] - 1, 2);
        LinearConstraints line = new LinearConstraints(new double[][] {{1, 1}}, new double[] {2}, new double[0][], new double[0]);
        Problem p = new Problem(f, new double[] {0, 0}, new double[] {0, 0.75}, new double[] {5, 5}, new Constraints(line));
        Outcome o = new Minimizer().minimize(p, new Sqp());
        assertArrayEquals(new double[] {1.25, 0.75}, o.x(), 1e-8);
        assertArrayEquals(new double[] {1.5}, o.lagrangian().multipliers().inequalities(), 1e-6);
        assertArrayEquals(new double[] {0, 1}, o.lagrangian().multipliers().lower(), 1e-6);
    }

    @Test
    void constraintsThatContradictEachOtherAreAReason() {
        Constraints c = new Constraints(x -> new Constraints.Values(new double[] {x[0] * x[0] + 1}, new double[0]));
        Problem p = new Problem(x -> x[0], new double[] {3}, new double[] {-10}, new double[] {10}, c);
        Outcome o = new Minimizer().minimize(p, new Sqp());
        assertEquals(Reason.Kind.INFEASIBLE, o.reason().kind());
        assertEquals(1, o.violation(), 1e-6);
    }

    @Test
    void theBestPointOfAnUnfinishedRunIsAFeasibleOne() {
        Constraints c = new Constraints(x -> new Constraints.Values(new double[] {1 - x[0]}, new double[0]));
        Problem p = new Problem(x -> x[0] * x[0], new double[] {5}, new double[] {-10}, new double[] {10}, c);
        assertArrayEquals(new double[] {2}, new Minimizer().minimize(p, new Wandering(5, 2, 0, 3)).x());
    }

    static List<HockSchittkowski.Example> boxes() {
        return HockSchittkowski.all().stream()
                .filter(e -> {
                    Constraints.Values c = e.problem().constraints().values(e.problem().start());
                    return c.inequalities().length + c.equalities().length == 0;
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void limitedMemoryStaysInTheBox(HockSchittkowski.Example e) {
        Problem p = e.problem();
        Outcome o = new Minimizer().minimize(new Problem(p.f(), p.start(), p.lower(), p.upper()), new BoundedMemory());
        double nearest = e.minima()[0];
        for (double m : e.minima()) if (Math.abs(m - o.value()) < Math.abs(nearest - o.value())) nearest = m;
        assertEquals(nearest, o.value(), 1e-8 * Math.max(1, Math.abs(nearest)));
        assertArrayEquals(p.inside(o.x()), o.x());
    }

    @Test
    void theAugmentedLagrangianFindsTheSameMinimum() {
        HockSchittkowski.Example e = HockSchittkowski.all().stream().filter(h -> h.number() == 71).findFirst().orElseThrow();
        Outcome o = new Minimizer().minimize(e.problem(), new AugmentedLagrangian());
        assertEquals(17.0140173, o.value(), 1e-6);
    }

    /** Number 13: no multipliers exist at the minimum 1, which is the tip of a cusp. */
    @Test
    void theTipOfACuspIsReached() {
        HockSchittkowski.Example e = HockSchittkowski.all().stream().filter(h -> h.number() == 13).findFirst().orElseThrow();
        Outcome o = new Minimizer().minimize(e.problem(), new Sqp());
        assertEquals(1, o.value(), 1e-5);
        assertEquals(0, o.violation());
    }

    @Test
    void aKinkIsNoSuccess() {
        Constraints line = new Constraints(new LinearConstraints(new double[][] {{-1, -2}}, new double[] {-3}, new double[0][], new double[0]));
        Objective max = Objective.of(x -> Math.max(x[0], x[1]), x -> x[0] >= x[1] ? new double[] {1, 0} : new double[] {0, 1});
        Problem box = new Problem(max, 3, 4);
        Outcome o = new Minimizer().minimize(new Problem(box.f(), box.start(), box.lower(), box.upper(), line), new Sqp());
        assertEquals(Reason.Kind.STALLED, o.reason().kind());
        assertEquals(0, o.reason().kind().flag());
    }

    @Test
    void whatFallsWithoutEndIsUnbounded() {
        Constraints line = new Constraints(new LinearConstraints(new double[][] {{1, -1}}, new double[] {0}, new double[0][], new double[0]));
        for (Objective f : List.of(
                Objective.of(x -> x[0] - x[1], x -> new double[] {1, -1}),
                Objective.of(x -> -x[0] * x[0] - x[1] * x[1], x -> new double[] {-2 * x[0], -2 * x[1]}))) {
            Problem box = new Problem(f, 3, 1);
            Outcome o = new Minimizer().minimize(new Problem(f, box.start(), box.lower(), box.upper(), line), new Sqp());
            assertEquals(Reason.Kind.UNBOUNDED, o.reason().kind());
        }
    }

    /** Visits points and ends. */
    private record Wandering(double... points) implements Method {
        @Override
        public String name() {
            return "wandering";
        }

        @Override
        public Reason run(Run run) {
            for (double x : points) run.value(new double[] {x});
            return Reason.of(Reason.Kind.STEPS_DONE, points.length, points.length);
        }
    }
}
