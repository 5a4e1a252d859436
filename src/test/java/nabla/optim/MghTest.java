package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The methods on the 41 instances of Moré, Garbow, Hillstrom (ACM TOMS 7, 1981), from the usual starts with default options. */
class MghTest {
    private static final List<Mgh> PROBLEMS = Mgh.all();

    /** What a method made of all problems: names missed, the number solved globally, sorted counts of one kind. */
    private record Score(List<String> missed, int solved, List<Integer> counts) {
        int median() {
            return (counts.get((counts.size() - 1) / 2) + counts.get(counts.size() / 2)) / 2;
        }
    }

    private interface Solver {
        Outcome solve(Mgh p);
    }

    private static Score score(Solver solver, boolean gradients) {
        List<String> missed = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        int solved = 0;
        for (Mgh p : PROBLEMS) {
            Outcome o = solver.solve(p);
            if (!p.atKnownMinimum(o.value())) missed.add(p.name() + " " + o.value() + " " + o.reason());
            if (p.solved(o.value())) {
                solved++;
                counts.add(gradients ? o.gradients() : o.evaluations());
            }
        }
        Collections.sort(counts);
        return new Score(missed, solved, counts);
    }

    @Test
    void theProblemsAreThoseOfThePaper() {
        assertEquals(41, PROBLEMS.size());
        for (Mgh p : PROBLEMS) assertEquals(p.startValue(), p.value(p.start()), 1e-11 * p.startValue(), p.name());
    }

    @Test
    void quasiNewtonMissesNone() {
        Minimizer m = new Minimizer().steps(10000).tolerance(1e-10).trace(false);
        Score s = score(p -> m.minimize(p, p.start(), new QuasiNewton()), true);
        assertEquals(List.of(), s.missed());
        assertTrue(s.solved() >= 38, s.toString());
        assertTrue(s.median() <= 40, s.toString());
    }

    @Test
    void levenbergMarquardtMissesNone() {
        Minimizer m = new Minimizer().tolerance(0).trace(false);
        Score s = score(p -> m.minimize(p, p.start(), new LevenbergMarquardt()), false);
        assertEquals(List.of(), s.missed());
        assertTrue(s.median() <= 25, s.toString());
    }

    @Test
    void levenbergMarquardtMissesNoneWithDifferencesEither() {
        Minimizer m = new Minimizer().tolerance(0).trace(false);
        Score s = score(p -> m.minimize((Residuals) p::residuals, p.start(), new LevenbergMarquardt()), false);
        assertEquals(List.of(), s.missed());
    }

    @Test
    void simplexSolvesNearlyAllWithoutDerivatives() {
        Minimizer m = new Minimizer().steps(Integer.MAX_VALUE).tolerance(0).trace(false);
        Score s = score(p -> m.evaluations(20000 * p.n()).minimize((Residuals) p::residuals, p.start(), new NelderMead()), false);
        assertTrue(s.solved() >= 37, s.toString());
    }
}
