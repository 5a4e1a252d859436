package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Named distributions: closed forms (Gil, Alajaji and Linder 2013; Chyzak and Nielsen 2019) against quadrature and sums. */
class DistributionTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    static Stream<List<Distribution>> pairs() {
        return Stream.of(
                List.of(new Normal(1000, 1), new Normal(1001, 2)),
                List.of(new Normal(0, 1), new Normal(40, 1)),
                List.of(new Normal(0, 1e6), new Normal(0, 1)),
                List.of(new Lognormal(0, 1), new Lognormal(1, 3)),
                List.of(new Exponential(2), new Exponential(0.5)),
                List.of(new GammaDistribution(0.5, 2), new GammaDistribution(3, 1)),
                List.of(new GammaDistribution(1e6, 1), new GammaDistribution(1.001e6, 1)),
                List.of(new GammaDistribution(3, 1), new Exponential(2)),
                List.of(new BetaDistribution(0.5, 0.5), new BetaDistribution(2, 3)),
                List.of(new BetaDistribution(20, 30), new BetaDistribution(21, 30)),
                List.of(new Uniform(0, 1), new Uniform(-1, 2)),
                List.of(new Laplace(0, 1), new Laplace(3, 2)),
                List.of(new Laplace(0, 1), new Laplace(1e-3, 1)),
                List.of(new Cauchy(0, 1), new Cauchy(2, 5)),
                List.of(new Poisson(3), new Poisson(8)),
                List.of(new Poisson(1e6), new Poisson(1.001e6)),
                List.of(new Binomial(50, 0.3), new Binomial(50, 0.4)),
                List.of(new Geometric(0.01), new Geometric(0.3)),
                List.of(new ChiSquared(3), new ChiSquared(5)),
                List.of(new ChiSquared(3), new GammaDistribution(2, 1)),
                List.of(new Pareto(3, 2), new Pareto(2, 1)),
                List.of(new NegativeBinomial(3.5, 0.3), new NegativeBinomial(3.5, 0.4)),
                List.of(new Bernoulli(0.9), new Bernoulli(0.1)));
    }

    /** E_p[g] by quadrature or sums, whatever closed forms there are. */
    private static double mean(Distribution p, Distribution q, Expectation.Quantity g) {
        return p instanceof Discrete d ? Sum.mean(d, q, g) : Expectation.of(p, q, g).nats();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void closedFormsAgreeWithTheirDefinitions(List<Distribution> pair) {
        Distribution p = pair.get(0);
        Distribution q = pair.get(1);
        double d = p.closedDivergence(q);
        assertEquals(mean(p, q, (x, logP, logQ) -> logP - logQ), d, 1e-9 * Math.max(d, 1e-4));
        double h = p.entropy().nats();
        assertEquals(mean(p, p, (x, logP, logQ) -> -logP), h, 1e-9 * Math.max(Math.abs(h), 1));
        assertEquals(1, mean(p, p, (x, logP, logQ) -> 1), 1e-9);
        assertEquals(h + d, Divergence.crossEntropy(p, q).nats(), 1e-12 * (Math.abs(h) + d));
        double j = Divergence.jensenShannon(p, q).nats();
        assertTrue(j >= 0 && j <= Math.log(2));
        assertEquals(j, Divergence.jensenShannon(q, p).nats(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void quantilesInvertTheDistributionFunction(List<Distribution> pair) {
        for (Distribution p : pair) {
            for (double u : new double[] {1e-6, 0.1, 0.5, 0.9}) {
                double x = p.quantile(u);
                if (p instanceof Discrete) assertTrue(p.cdf(x) >= u * (1 - 1e-12) && p.cdf(x - 1) < u, p + " at " + u);
                else assertEquals(u, p.cdf(x), 1e-7 * u, p.toString());
            }
            if (p instanceof Cauchy) continue;
            assertEquals(p.mean(), mean(p, p, (x, logP, logQ) -> x), 1e-8 * (Math.abs(p.mean()) + Math.sqrt(p.variance())), p.toString());
            double v = mean(p, p, (x, logP, logQ) -> (x - p.mean()) * (x - p.mean()));
            assertEquals(p.variance(), v, 1e-7 * p.variance(), p.toString());
        }
    }

    @Test
    void publishedValuesAreMet() {
        // SciPy 1.10, and closed forms
        assertEquals(1.9155409088421629, Divergence.kullbackLeibler(new BetaDistribution(0.5, 0.5), new BetaDistribution(2, 3)).nats(), 1e-13);
        assertEquals(0.6362943611198906, Divergence.kullbackLeibler(new Exponential(2), new Exponential(0.5)).nats(), 1e-15);
        assertEquals(0.2592445324888617, Divergence.kullbackLeibler(new Normal(0, 1), new Cauchy(0, 1)).nats(), 1e-10);
        assertEquals(Math.log(1e6) - 0.5, Divergence.kullbackLeibler(new Normal(0, 1), new Normal(0, 1e6)).nats(), 1e-12);
        assertEquals(Math.log(1e12) - 1, Divergence.kullbackLeibler(new Exponential(1e6), new Exponential(1e-6)).nats(), 1e-11);
        assertEquals(5e-13, Divergence.kullbackLeibler(new Normal(0, 1), new Normal(1e-6, 1)).nats(), 1e-24);
        assertEquals(3.0 / 4 * 1e-12, Divergence.kullbackLeibler(new GammaDistribution(1, 1), new GammaDistribution(1, 1 + 1e-6)).nats(), 0.3e-12);
    }

    @Test
    void infiniteDivergencesSayWhy() {
        assertEquals(Measure.Why.TAIL, Divergence.kullbackLeibler(new Cauchy(0, 1), new Normal(0, 1)).why());
        assertEquals(Measure.outside(1.5), Divergence.kullbackLeibler(new Uniform(0, 2), new Uniform(0, 1)));
        assertEquals(Measure.outside(-1), Divergence.kullbackLeibler(new Normal(40, 1), new Exponential(1)));
        assertEquals(Measure.outside(11), Divergence.kullbackLeibler(new Poisson(1), new Binomial(10, 0.1)));
        assertEquals(Math.log(2), Divergence.jensenShannon(new Uniform(0, 1), new Uniform(2, 3)).nats(), 1e-14);
        assertEquals(Fault.Kind.MIXED, assertThrows(Fault.class, () -> Divergence.kullbackLeibler(new Normal(0, 1), new Poisson(1))).kind());
    }

    @Test
    void fromUniformDistributionsEntropyDecides() {
        BetaDistribution p = new BetaDistribution(0.01, 0.01);
        assertEquals(Math.log(2) - p.entropy().nats(), Divergence.kullbackLeibler(p, new Uniform(0, 2)).nats(), 1e-12);
    }

    @Test
    void heavyTailsMayStillHaveFiniteDivergences() {
        // E x and E x² of the lognormal: exp(σ²/2), exp(2σ²)
        double h = new Lognormal(0, 3).entropy().nats();
        assertEquals(Math.exp(4.5) - h, Divergence.kullbackLeibler(new Lognormal(0, 3), new Exponential(1)).nats(), 1e-9 * Math.exp(4.5));
        double e = Math.exp(18) / 2 + Math.log(2 * Math.PI) / 2 - h;
        assertEquals(e, Divergence.kullbackLeibler(new Lognormal(0, 3), new Normal(0, 1)).nats(), 1e-9 * e);
    }

    @Property(seed = "1", tries = 60)
    void divergenceIsInvariantUnderShiftsAndScales(
            @ForAll @DoubleRange(min = -50, max = 50) double shift, @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
        double d = Divergence.kullbackLeibler(new Laplace(0, 1), new Normal(1, 2)).nats();
        double moved = Divergence.kullbackLeibler(new Laplace(shift, scale), new Normal(shift + scale, 2 * scale)).nats();
        assertEquals(d, moved, 1e-9 * d);
        double h = Divergence.entropy(new GammaDistribution(3, 1)).nats();
        assertEquals(h + Math.log(scale), Divergence.entropy(new GammaDistribution(3, scale)).nats(), 1e-12 * (1 + Math.abs(Math.log(scale))));
    }

    @Property(seed = "1", tries = 60)
    void divergenceOfIndependentPairsIsTheSum(
            @ForAll @DoubleRange(min = -5, max = 5) double m, @ForAll @DoubleRange(min = 0.1, max = 5) double s, @ForAll @DoubleRange(min = 0.1, max = 5) double t) {
        double sum = Divergence.kullbackLeibler(new Normal(m, s), new Normal(0, t)).nats() + Divergence.kullbackLeibler(new Normal(0, t), new Normal(1, s)).nats();
        MultivariateNormal p = new MultivariateNormal(new double[] {m, 0}, new double[][] {{s * s, 0}, {0, t * t}});
        MultivariateNormal q = new MultivariateNormal(new double[] {0, 1}, new double[][] {{t * t, 0}, {0, s * s}});
        assertEquals(sum, p.divergence(q).nats(), 1e-11 * (1 + sum));
        assertEquals(new Normal(m, s).entropy().nats() + new Normal(0, t).entropy().nats(), p.entropy().nats(), 1e-12);
    }

    @Property(seed = "1", tries = 200)
    void divergenceIsPositiveUnlessTheDistributionsAreTheSame(
            @ForAll @DoubleRange(min = 0.05, max = 30) double a, @ForAll @DoubleRange(min = 0.05, max = 30) double b) {
        Stream.of(new Distribution[] {new GammaDistribution(a, 1), new GammaDistribution(b, 1)}, new Distribution[] {new Poisson(a), new Poisson(b)},
                        new Distribution[] {new BetaDistribution(a, 2), new BetaDistribution(b, 2)})
                .forEach(d -> {
                    double kl = d[0].closedDivergence(d[1]);
                    assertTrue(a == b ? kl == 0 : kl > 0 || Math.abs(a - b) < 1e-6 * a && kl > -1e-12, d[0] + " from " + d[1] + ": " + kl);
                });
    }

    @Test
    void correlatedVectorsMeetTheClosedForm() {
        // D = (tr + δᵀΣ⁻¹δ − n + ln det ratio)/2 by hand: Σ = [1 r; r 1] from the unit matrix gives −ln(1 − r²)/2
        MultivariateNormal p = new MultivariateNormal(new double[] {0, 0}, new double[][] {{1, 0.6}, {0.6, 1}});
        MultivariateNormal q = new MultivariateNormal(new double[] {0, 0}, new double[][] {{1, 0}, {0, 1}});
        assertEquals(-Math.log(1 - 0.36) / 2, p.divergence(q).nats(), 1e-15);
        assertEquals(Fault.Kind.COVARIANCE, assertThrows(Fault.class, () -> new MultivariateNormal(new double[] {0, 0}, new double[][] {{1, 2}, {2, 1}})).kind());
        assertEquals(-INF, new Normal(0, 1).log(INF));
    }
}
