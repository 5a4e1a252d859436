package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import nabla.optim.global.GeneticAlgorithm;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods other than sequential quadratic programming under bounds and constraints. */
class ConstrainedMethodsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static HockSchittkowski.Example example(int number) {
        return HockSchittkowski.all().stream().filter(h -> h.number() == number).findFirst().orElseThrow();
    }

    /** A convex quadratic function of three variables and four half spaces around a point. */
    private static QuadraticProgram program(Random random) {
        int n = 3;
        double[][] h = new double[n][n];
        double[][] m = new double[n][n];
        for (double[] row : m) for (int j = 0; j < n; j++) row[j] = random.nextGaussian();
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) h[i][j] = Numbers.dot(m[i], m[j]) + (i == j ? 1 : 0);
        double[] q = random.doubles(n, -5, 5).toArray();
        double[][] a = new double[4][];
        double[] b = new double[4];
        for (int i = 0; i < 4; i++) {
            a[i] = random.doubles(n, -1, 1).toArray();
            b[i] = random.nextDouble();
        }
        LinearConstraints rows = new LinearConstraints(a, b, new double[0][], new double[0]);
        return new QuadraticProgram(h, q, rows, new double[] {-2, -2, -2}, new double[] {2, 2, 2});
    }

    @Property(tries = 60, seed = "1")
    void patternSearchFollowsTheEdges(@ForAll int seed) {
        QuadraticProgram p = program(new Random(seed));
        double least = p.solve(1000).value();
        Problem problem = new Problem(p::value, new double[3], p.lower(), p.upper(), new Constraints(p.rows()));
        Outcome o = new Minimizer().steps(100_000).minimize(problem, new PatternSearch());
        assertEquals(0, o.violation());
        assertEquals(least, o.value(), 1e-3 * (1 + Math.abs(least)));
    }

    /** All but 13, whose minimum is the tip of a cusp. */
    static List<HockSchittkowski.Example> regular() {
        return HockSchittkowski.all().stream().filter(e -> e.number() != 13).toList();
    }

    static List<HockSchittkowski.Example> equations() {
        return HockSchittkowski.all().stream().filter(e -> e.problem().constraints().curved().values(e.problem().start()).equalities().length > 0).toList();
    }

    /** The problem, whose constraints may be violated by so much. */
    private static Problem loosened(HockSchittkowski.Example e, double tolerance) {
        Problem p = e.problem();
        return new Problem(p.f(), p.start(), p.lower(), p.upper(), new Constraints(LinearConstraints.NONE, p.constraints().curved(), tolerance));
    }

    private static void reached(HockSchittkowski.Example e, Outcome o) {
        assertEquals(0, o.violation());
        double nearest = e.minima()[0];
        for (double m : e.minima()) if (Math.abs(m - o.value()) < Math.abs(nearest - o.value())) nearest = m;
        assertEquals(nearest, o.value(), 1e-4 * Math.max(1, Math.abs(nearest)));
    }

    @ParameterizedTest
    @MethodSource("regular")
    void patternSearchReachesThePublishedMinimum(HockSchittkowski.Example e) {
        reached(e, new Minimizer().steps(10_000).evaluations(30_000).tolerance(0).minimize(loosened(e, 1e-6), new PatternSearch()));
    }

    @ParameterizedTest
    @MethodSource("equations")
    void theGeneticAlgorithmKeepsToEquations(HockSchittkowski.Example e) {
        Problem p = loosened(e, 1e-3);
        reached(e, new Minimizer().steps(200 * p.n()).tolerance(0).minimize(p, new GeneticAlgorithm(0, 0, 0.8, null, 50, 1e-9)));
    }

    static List<HockSchittkowski.Example> boxes() {
        return SqpTest.boxes();
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void theSimplexStaysInTheBox(HockSchittkowski.Example e) {
        Problem p = e.problem();
        Problem box = new Problem(p.f(), p.start(), p.lower(), p.upper());
        Outcome o = new Minimizer().steps(100_000).minimize(box, new NelderMead());
        assertArrayEquals(p.inside(o.x()), o.x());
        double nearest = e.minima()[0];
        for (double m : e.minima()) if (Math.abs(m - o.value()) < Math.abs(nearest - o.value())) nearest = m;
        assertEquals(nearest, o.value(), 1e-6 * Math.max(1, Math.abs(nearest)));
    }

    @Test
    void rulesAreProjectedIntoTheBox() {
        Problem p = new Problem(x -> Math.pow(x[0] - 3, 2) + Math.pow(x[1] - 1, 2), new double[] {9, 9}, new double[] {-INF, 0}, new double[] {2, 5});
        Outcome o = new Minimizer().minimize(p, new Descent(new GradientDescent(0.1)));
        assertEquals(Reason.Kind.GRADIENT_SMALL, o.reason().kind());
        assertArrayEquals(new double[] {2, 1}, o.x(), 1e-7);
        assertTrue(o.gradientNorm() <= 1e-8);
    }

    @Test
    void anEmptyPolytopeIsAReason() {
        LinearConstraints none = new LinearConstraints(new double[][] {{1}, {-1}}, new double[] {0, -1}, new double[0][], new double[0]);
        Problem p = new Problem(x -> x[0], new double[] {5}, new double[] {-9}, new double[] {9}, new Constraints(none));
        for (Method m : new Method[] {new PatternSearch(), new GeneticAlgorithm(0, 0, 0.8, null, 50, 1e-9), new Sqp()}) {
            Outcome o = new Minimizer().minimize(p, m);
            assertEquals(Reason.Kind.INFEASIBLE, o.reason().kind(), m.name());
            assertTrue(o.violation() > 0.4, m.name());
        }
    }
}
