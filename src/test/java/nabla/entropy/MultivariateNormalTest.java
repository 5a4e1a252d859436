package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MultivariateNormalTest {
    private static MultivariateNormal standard(double... correlations) {
        int n = correlations.length == 0 ? 1 : correlations.length == 1 ? 2 : 3;
        double[][] r = new double[n][n];
        for (int i = 0, k = 0; i < n; i++) {
            r[i][i] = 1;
            for (int j = 0; j < i; j++) r[i][j] = r[j][i] = correlations[k++];
        }
        return new MultivariateNormal(new double[n], r);
    }

    private static MultivariateNormal of(double[] mu, double[]... sigma) {
        return new MultivariateNormal(mu, sigma);
    }

    /** Sheppard (1899): P(x ≤ 0) = 1/4 + arcsin ρ/2π for two coordinates, 1/8 + Σ arcsin ρ/4π for three. */
    @Test
    void orthantsOfTwoAndThree() {
        for (double r : new double[] {-0.999999, -0.7, 0, 0.2, 0.95, 0.999999}) {
            assertEquals(0.25 + Math.asin(r) / (2 * Math.PI), standard(r).cdf(new double[2]), 2e-15);
        }
        double three = 0.125 + (Math.asin(0.3) + Math.asin(-0.4) + Math.asin(0.6)) / (4 * Math.PI);
        assertEquals(three, standard(0.3, -0.4, 0.6).cdf(new double[3]), 2e-15);
        assertEquals(three, standard(0.6, -0.4, 0.3).cdf(new double[3]), 2e-15);
    }

    /** SciPy 1.17 (two coordinates); integrals over the first two coordinates with 20 digits (three). */
    @Test
    void probabilitiesOfCorners() {
        assertEquals(0.2960906343541754, standard(0.5).cdf(new double[] {1, -0.5}), 1e-15);
        MultivariateNormal d = of(new double[] {1, 2, 3}, new double[] {4, 1, 0.5}, new double[] {1, 2, -0.7}, new double[] {0.5, -0.7, 3});
        assertEquals(0.14222031117849421111, d.cdf(new double[] {1, 2, 3}), 2e-15);
        assertEquals(0.12386124818733599237, d.cdf(new double[] {2, 1, 4}), 2e-15);
        assertEquals(0.00060050451625322126635, d.cdf(new double[] {0, 0, 0}), 1e-15);
        assertEquals(0.13559357576567540148, standard(0.99, 0.5, 0.5).cdf(new double[] {0.3, 0.2, -1}), 2e-15);
        assertEquals(0.058783706418854131164, standard(-0.9, 0, 0.3).cdf(new double[] {0.3, 0.2, -1}), 2e-15);
    }

    @Test
    void boundsOutOfReachDropOut() {
        double inf = Double.POSITIVE_INFINITY;
        assertEquals(new Normal(0, 1).cdf(0.4), standard(0.6, -0.4, 0.3).cdf(new double[] {inf, 0.4, 1e9}), 1e-16);
        assertEquals(0, standard(0.5).cdf(new double[] {-inf, inf}));
        assertEquals(1, standard(0.5).cdf(new double[] {inf, inf}));
        double[][] five = new double[5][5];
        for (int i = 0; i < 5; i++) five[i][i] = 1;
        MultivariateNormal d = new MultivariateNormal(new double[5], five);
        assertEquals(0.125, d.cdf(new double[] {0, inf, 0, inf, 0}), 1e-16);
        assertEquals(Fault.Kind.COORDINATES, assertThrows(Fault.class, () -> d.cdf(new double[] {0, 1, 0, 1, inf})).kind());
    }

    /** The trapezoidal rule with step 0.02 on a square of side 28, by NumPy, in bits. */
    @Test
    void jensenShannonByQuadrature() {
        MultivariateNormal p = standard(0.5);
        MultivariateNormal q = of(new double[] {1, 0}, new double[] {2, 0}, new double[] {0, 0.5});
        assertEquals(0.2178807704127122, p.jensenShannon(q).in(2), 1e-13);
        assertEquals(0.2178807704127122, q.jensenShannon(p).in(2), 1e-13);
        assertEquals(0.8453317951214008, p.jensenShannon(of(new double[] {3, 3}, new double[] {1, 0.5}, new double[] {0.5, 1})).in(2), 1e-13);
        assertEquals(0, p.jensenShannon(p).nats());
    }

    /** With equal covariances only the distance between the means counts, √((μ−μ′)ᵀΣ⁻¹(μ−μ′)), whatever the size. */
    @Property(seed = "1", tries = 20)
    void equalCovariancesDifferInOneDirection(@ForAll Random random) {
        int n = 6;
        double[] d = random.doubles(n, -1, 1).toArray();
        double[] mu = new double[n];
        double[][] sigma = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) sigma[i][j] = Math.min(i, j) + 1;
            mu[i] = (i == 0 ? 0 : mu[i - 1]) + d[i];
        }
        double distance = 0;
        for (double x : d) distance = Math.hypot(distance, x);
        double one = Divergence.jensenShannon(new Normal(0, 1), new Normal(distance, 1)).nats();
        assertEquals(one, new MultivariateNormal(new double[n], sigma).jensenShannon(new MultivariateNormal(mu, sigma)).nats(), 1e-12);
    }
}
