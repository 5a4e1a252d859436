package nabla.linalg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import nabla.value.Complex;
import nabla.value.Numeric;
import nabla.value.Real;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a solved system keeps however ill-conditioned it is: x solves exactly a system that differs from the given one by rounding. */
class SystemsTest {
    private static final double EPS = Math.ulp(1.0);

    private static Numeric random(SplittableRandom random, boolean complex, int m, int n) {
        double[] re = random.doubles((long) m * n, -1, 1).toArray();
        return complex ? new Complex(re, random.doubles((long) m * n, -1, 1).toArray(), m, n) : new Real(re, m, n);
    }

    private static Real diagonal(int n, java.util.function.IntToDoubleFunction at) {
        double[] d = new double[n * n];
        for (int i = 0; i < n; i++) d[i * (n + 1)] = at.applyAsDouble(i);
        return new Real(d, n, n);
    }

    private static Numeric times(Numeric... factors) {
        Numeric p = factors[0];
        for (int i = 1; i < factors.length; i++) p = Product.of(p, factors[i]);
        return p;
    }

    private static double distance(Numeric a, Numeric b) {
        double top = 0;
        for (int i = 0; i < a.numel(); i++) top = Math.max(top, Math.hypot(a.re(i) - b.re(i), a.im(i) - b.im(i)));
        return top;
    }

    /** Q₁·S·Q₂ with singular values from 1 down to 10^−decades. */
    private static Numeric conditioned(SplittableRandom random, boolean complex, int n, int decades) {
        Numeric left = new Qr(random(random, complex, n, n), false).q(n);
        Numeric right = new Qr(random(random, complex, n, n), false).q(n);
        return times(left, diagonal(n, k -> Math.pow(10, -decades * k / (n - 1.0))), right);
    }

    @Property(tries = 1000)
    void squareSystemsAreSolvedBackwardStably(
            @ForAll int seed, @ForAll boolean complex, @ForAll @IntRange(min = 2, max = 20) int n, @ForAll @IntRange(max = 25) int decades,
            @ForAll @IntRange(max = 3) int family) {
        SplittableRandom random = new SplittableRandom(seed);
        Numeric a = conditioned(random, complex, n, decades);
        if (family == 1) a = times(diagonal(n, k -> Math.pow(10, random.nextInt(-9, 10))), a);
        if (family == 2) a = times(a, diagonal(n, k -> Math.pow(10, random.nextInt(-9, 10))));
        if (family == 3) a = new Qr(a, false).r(n);
        if (new Lu(a).singular()) return;
        Numeric b = random(random, complex, n, 2);
        Numeric x = Solve.left(a, b).x();
        double scale = Norm.infinity(a) * Norm.infinity(x) + Norm.infinity(b);
        assertTrue(distance(times(a, x), b) <= 4 * n * EPS * scale, () -> "n = " + n + ", 10^" + decades + ", family " + family);
    }

    /** Aᴴ·(A·x − b) = 0 up to rounding, and x has no part in the kernel of A: with the pseudoinverse both follow. */
    @Property(tries = 500)
    void deficientSystemsGetTheShortestSolution(
            @ForAll int seed, @ForAll boolean complex, @ForAll @IntRange(min = 2, max = 12) int m, @ForAll @IntRange(min = 2, max = 12) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        int rank = random.nextInt(1, Math.min(m, n));
        Numeric left = new Qr(random(random, complex, m, rank), false).q(rank);
        Numeric right = new Qr(random(random, complex, n, rank), false).q(rank);
        Numeric a = times(left, Product.adjoint(right));
        Numeric b = random(random, complex, m, 2);
        Numeric x = times(right, Product.adjoint(left), b);
        // a square one may have pivots of rounding in place of zeros, and then Gauss answers
        if (m != n) assertTrue(distance(Solve.left(a, b).x(), x) < 1e-12);
    }

    @Property(tries = 300)
    void residualsDoNotGrowWithTheDegree(@ForAll int seed, @ForAll @IntRange(min = 6, max = 40) int m, @ForAll @IntRange(max = 2) int where) {
        SplittableRandom random = new SplittableRandom(seed);
        double from = where == 0 ? -1 : where == 1 ? 0 : 100;
        Numeric y = random(random, false, m, 1);
        double last = Double.POSITIVE_INFINITY;
        for (int n = 0; n <= 5; n++) {
            double[] v = new double[m * (n + 1)];
            for (int k = 0; k <= n; k++) for (int i = 0; i < m; i++) v[i + k * m] = Math.pow(from + i, k) * Math.pow(0.1, 2 * k);
            Numeric a = new Real(v, m, n + 1);
            Numeric fit = times(a, Solve.left(a, y).x());
            double[] r = new double[m];
            for (int i = 0; i < m; i++) r[i] = fit.re(i) - y.re(i);
            double residual = Norm.frobenius(new Real(r, m, 1));
            assertTrue(residual <= last * (1 + 1e-6) + 1e-9, "degree " + n);
            last = residual;
        }
    }
}
