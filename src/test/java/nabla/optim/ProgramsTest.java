package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Linear and quadratic programs: known solutions, and the conditions of Karush, Kuhn and Tucker on random ones. */
class ProgramsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static double[] filled(int n, double v) {
        double[] d = new double[n];
        Arrays.fill(d, v);
        return d;
    }

    private static LinearConstraints rows(double[][] a, double... b) {
        return new LinearConstraints(a, b, new double[0][], new double[0]);
    }

    private static LinearProgram positive(double[] c, LinearConstraints rows) {
        return new LinearProgram(c, rows, new double[c.length], filled(c.length, INF));
    }

    // ---- random programs -----------------------------------------------------------------------------------------

    private static double[][] matrix(SplittableRandom r, int m, int n) {
        double[][] a = new double[m][n];
        for (double[] row : a) for (int j = 0; j < n; j++) row[j] = r.nextDouble(-1, 1);
        return a;
    }

    /** ∇f + Aᵀλ + Eᵀμ − lower + upper = 0, signs, complementarity, feasibility. */
    private static void optimal(double[] gradient, double[] x, Multipliers u, LinearConstraints rows, double[] lower, double[] upper) {
        double[] l = gradient.clone();
        for (int i = 0; i < rows.b().length; i++) {
            double g = Numbers.dot(rows.a()[i], x) - rows.b()[i];
            assertTrue(g <= 1e-8 && u.inequalities()[i] >= -1e-9);
            assertEquals(0, g * u.inequalities()[i], 1e-7);
            for (int j = 0; j < l.length; j++) l[j] += u.inequalities()[i] * rows.a()[i][j];
        }
        for (int i = 0; i < rows.d().length; i++) {
            assertEquals(rows.d()[i], Numbers.dot(rows.e()[i], x), 1e-8);
            for (int j = 0; j < l.length; j++) l[j] += u.equalities()[i] * rows.e()[i][j];
        }
        for (int j = 0; j < l.length; j++) {
            assertTrue(x[j] >= lower[j] - 1e-8 && x[j] <= upper[j] + 1e-8 && u.lower()[j] >= -1e-9 && u.upper()[j] >= -1e-9);
            if (u.lower()[j] > 1e-7) assertEquals(lower[j], x[j], 1e-7);
            if (u.upper()[j] > 1e-7) assertEquals(upper[j], x[j], 1e-7);
            assertEquals(0, l[j] - u.lower()[j] + u.upper()[j], 1e-7);
        }
    }

    /** Constraints that a point of the box satisfies. */
    private static LinearConstraints feasible(SplittableRandom r, int n, int m, int k) {
        double[] inside = matrix(r, 1, n)[0];
        double[][] a = matrix(r, m, n);
        double[][] e = matrix(r, k, n);
        double[] b = new double[m];
        double[] d = new double[k];
        for (int i = 0; i < m; i++) b[i] = Numbers.dot(a[i], inside) + (r.nextInt(3) == 0 ? 0 : r.nextDouble());
        for (int i = 0; i < k; i++) d[i] = Numbers.dot(e[i], inside);
        return new LinearConstraints(a, b, e, d);
    }

    private static double[][] gram(double[][] factor, int n, double ridge) {
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (double[] row : factor) h[i][j] += row[i] * row[j];
                if (i == j) h[i][j] += ridge;
            }
        }
        return h;
    }

    @Test
    void constraintsThatDependOnActiveOnesMayRound() {
        for (long seed = 0; seed < 10_000; seed++) strictlyConvexProgramsMeetTheConditions(seed, 1 + (int) (seed % 12));
    }

    @Property(seed = "1", tries = 150)
    void strictlyConvexProgramsMeetTheConditions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int n) {
        SplittableRandom r = new SplittableRandom(seed);
        LinearConstraints rows = feasible(r, n, r.nextInt(2 * n + 1), r.nextInt(n));
        double[] q = matrix(r, 1, n)[0];
        QuadraticProgram p = new QuadraticProgram(gram(matrix(r, n, n), n, 0.1), q, rows, filled(n, -1), filled(n, 1));
        QuadraticProgram.Solution s = p.solve(1000);
        assertTrue(s.reason().success());
        optimal(p.gradient(s.x()), s.x(), s.multipliers(), rows, p.lower(), p.upper());
        QuadraticProgram.Solution primal = p.solve(new double[n], 1000);
        assertEquals(s.value(), primal.value(), 1e-8);
    }

    @Property(seed = "1", tries = 150)
    void semidefiniteProgramsMeetTheConditions(@ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int n) {
        SplittableRandom r = new SplittableRandom(seed);
        LinearConstraints rows = feasible(r, n, r.nextInt(2 * n + 1), r.nextInt(n));
        double[] q = matrix(r, 1, n)[0];
        QuadraticProgram p = new QuadraticProgram(gram(matrix(r, n / 2, n), n, 0), q, rows, filled(n, -1), filled(n, 1));
        QuadraticProgram.Solution s = p.solve(1000);
        assertTrue(s.reason().success());
        optimal(p.gradient(s.x()), s.x(), s.multipliers(), rows, p.lower(), p.upper());
    }

    @Property(seed = "1", tries = 200)
    void linearProgramsMeetTheConditions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int n) {
        SplittableRandom r = new SplittableRandom(seed);
        LinearConstraints rows = feasible(r, n, r.nextInt(2 * n + 1), r.nextInt(n));
        LinearProgram p = new LinearProgram(matrix(r, 1, n)[0], rows, filled(n, -1), filled(n, 1));
        LinearProgram.Solution s = p.solve(10_000);
        assertTrue(s.reason().success());
        optimal(p.c(), s.x(), s.multipliers(), rows, p.lower(), p.upper());
    }

    @Property(seed = "1", tries = 100)
    void leastSquaresOverPositiveNumbersMeetTheConditions(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
        SplittableRandom r = new SplittableRandom(seed);
        int m = 1 + r.nextInt(12);
        double[][] columns = matrix(r, n, m);
        double[] d = matrix(r, 1, m)[0];
        NonNegative.Solution s = NonNegative.leastSquares(columns, d, null, 1000);
        assertTrue(s.reason().success());
        for (int j = 0; j < m; j++) for (int i = 0; i < n; i++) d[j] -= columns[i][j] * s.x()[i];
        for (int i = 0; i < n; i++) {
            double slope = Numbers.dot(columns[i], d);
            assertTrue(s.x()[i] >= 0 && slope <= 1e-10);
            assertEquals(0, slope * s.x()[i], 1e-9);
        }
    }

    // ---- linear programs -----------------------------------------------------------------------------------------

    @Test
    void kleeAndMintysCubeHasItsMinimumAtTheLastCorner() {
        int n = 6;
        double[][] a = new double[n][n];
        double[] b = new double[n];
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) a[i][j] = 2 * Math.pow(10, i - j);
            a[i][i] = 1;
            b[i] = Math.pow(100, i);
            c[i] = -Math.pow(10, n - 1 - i);
        }
        LinearProgram.Solution s = positive(c, rows(a, b)).solve(1000);
        assertEquals(-1e10, s.value(), 1);
    }

    @Test
    void bealesProgramDoesNotCycle() {
        double[][] a = {{0.25, -60, -1.0 / 25, 9}, {0.5, -90, -1.0 / 50, 3}, {0, 0, 1, 0}};
        LinearProgram.Solution s = positive(new double[] {-0.75, 150, -0.02, 6}, rows(a, 0, 0, 1)).solve(1000);
        assertTrue(s.reason().success());
        assertEquals(-0.05, s.value(), 1e-12);
    }

    @Test
    void programsWithoutEndOrWithoutPointsSayWhy() {
        LinearConstraints row = rows(new double[][] {{1, -2}}, 3);
        assertEquals(Reason.Kind.UNBOUNDED, positive(new double[] {-1, -1}, row).solve(100).reason().kind());
        LinearConstraints none = rows(new double[][] {{1, 2}}, -3);
        assertEquals(Reason.Kind.INFEASIBLE, positive(new double[] {1, 1}, none).solve(100).reason().kind());
    }

    /** The first example of V. Chvátal, Linear Programming (1983), and a knapsack. */
    @Test
    void branchesEndInWholeNumbers() {
        double[][] a = {{2, 3, 1}, {4, 1, 2}, {3, 4, 2}};
        LinearProgram p = positive(new double[] {-5, -4, -3}, rows(a, 5, 11, 8));
        LinearProgram.Solution s = new IntegerProgram(p, new boolean[] {true, true, true}).solve(1000);
        assertArrayEquals(new double[] {2, 0, 1}, s.x());
        assertEquals(-13, s.value());
        double[][] knapsack = {{5, 7, 4, 3}};
        LinearProgram k = new LinearProgram(new double[] {-8, -11, -6, -4}, rows(knapsack, 14), new double[4], filled(4, 1));
        assertEquals(-21, new IntegerProgram(k, new boolean[] {true, true, true, true}).solve(1000).value());
    }

    // ---- quadratic programs --------------------------------------------------------------------------------------

    /** The example of Nocedal and Wright, Numerical Optimization (2006), 16.4. */
    @Test
    void theNearestPointOfAPolygon() {
        double[][] a = {{-1, 2}, {1, 2}, {1, -2}};
        QuadraticProgram p = new QuadraticProgram(
                new double[][] {{2, 0}, {0, 2}}, new double[] {-2, -5}, rows(a, 2, 6, 2), new double[2], filled(2, INF));
        QuadraticProgram.Solution s = p.solve(100);
        assertArrayEquals(new double[] {1.4, 1.7}, s.x(), 1e-12);
        assertArrayEquals(new double[] {0.8, 0, 0}, s.multipliers().inequalities(), 1e-12);
    }

    @Test
    void quadraticProgramsSayWhatIsWrong() {
        double[] free = filled(2, INF);
        double[] below = filled(2, -INF);
        double[][] ridge = {{1, 0}, {0, 0}};
        double[][] saddle = {{1, 0}, {0, -1}};
        double[][] bowl = {{1, 0}, {0, 1}};
        double[] q = {0, 1};
        assertEquals(Reason.Kind.UNBOUNDED, new QuadraticProgram(ridge, q, LinearConstraints.NONE, below, free).solve(99).reason().kind());
        assertEquals(Reason.Kind.NOT_CONVEX, new QuadraticProgram(saddle, q, LinearConstraints.NONE, below, free).solve(99).reason().kind());
        LinearConstraints apart = rows(new double[][] {{1, 1}, {-1, -1}}, 1, -2);
        assertEquals(Reason.Kind.INFEASIBLE, new QuadraticProgram(bowl, q, apart, below, free).solve(99).reason().kind());
        assertEquals(Reason.Kind.INFEASIBLE, new QuadraticProgram(ridge, q, apart, below, free).solve(99).reason().kind());
    }

    @Test
    void aSaddleEndsAtACornerOfItsBox() {
        double[][] saddle = {{-1, 0}, {0, 1}};
        QuadraticProgram p = new QuadraticProgram(saddle, new double[] {0.1, 0}, LinearConstraints.NONE, filled(2, -1), filled(2, 1));
        assertArrayEquals(new double[] {-1, 0}, p.solve(new double[2], 100).x(), 1e-12);
    }
}
