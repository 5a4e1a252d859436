package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sums of squares within bounds that are active at random: linear ones reach their known minimum, and none says that it has converged where a slope is left. */
class BoundedLeastSquaresTest {
    private static final int N = 4;

    private static double[] vector(SplittableRandom r, int n, double low, double high) {
        return r.doubles(n, low, high).toArray();
    }

    /** A box whose sides lie at random, some of them without end. */
    private static double[][] box(SplittableRandom r) {
        double[] low = vector(r, N, -1.5, 0.5);
        double[] high = new double[N];
        for (int i = 0; i < N; i++) {
            high[i] = r.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : low[i] + r.nextDouble(0, 1.5);
            if (r.nextInt(5) == 0) low[i] = Double.NEGATIVE_INFINITY;
        }
        return new double[][] {low, high};
    }

    private static Outcome run(Residuals f, SplittableRandom r, double[][] box) {
        Problem p = new Problem(f, new Problem(f, vector(r, N, -2, 2), box[0], box[1]).inside(vector(r, N, -2, 2)), box[0], box[1]);
        Outcome o = new Minimizer().steps(2000).tolerance(0).minimize(p, new LevenbergMarquardt());
        double[] g = FiniteDifferences.central(f, o.x());
        double slope = p.optimality(new Point(o.x(), o.value(), g));
        assertTrue(slope <= 1e-5 * (1 + o.value()) || !o.reason().success(), () -> "slope " + slope + " at " + o.value() + ": " + o.reason());
        for (int i = 0; i < N; i++) assertTrue(o.x()[i] >= box[0][i] && o.x()[i] <= box[1][i]);
        return o;
    }

    @Property(tries = 300)
    void linearOnesReachTheMinimumOfTheQuadraticProgram(@ForAll long seed, @ForAll @IntRange(min = 4, max = 8) int m) {
        SplittableRandom r = new SplittableRandom(seed);
        double[][] a = new double[m][];
        for (int i = 0; i < m; i++) a[i] = vector(r, N, -1, 1);
        double[] b = vector(r, m, -3, 3);
        double[][] box = box(r);
        Outcome o = run(x -> new LinearConstraints(a, b, new double[0][], new double[0]).inequalities(x), r, box);
        double[][] h = new double[N][N];
        double[] q = new double[N];
        double constant = Numbers.sumOfSquares(b);
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < N; i++) {
                q[i] -= 2 * a[k][i] * b[k];
                for (int j = 0; j < N; j++) h[i][j] += 2 * a[k][i] * a[k][j];
            }
        }
        double least = new QuadraticProgram(h, q, LinearConstraints.NONE, box[0], box[1]).solve(1000).value() + constant;
        assertTrue(o.reason().success(), () -> o.reason().toString());
        assertEquals(least, o.value(), 1e-7 * (1 + least));
    }

    @Property(tries = 300)
    void curvedOnesConvergeWhereNoSlopeIsLeftOnly(@ForAll long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        double[] c = vector(r, N, -1, 1);
        run(x -> {
            double[] v = new double[2 * N - 2];
            for (int i = 0; i + 1 < N; i++) {
                v[2 * i] = 10 * (x[i + 1] - x[i] * x[i] - c[i]);
                v[2 * i + 1] = 1 - x[i] + Math.sin(x[i + 1]);
            }
            return v;
        }, r, box(r));
    }
}
