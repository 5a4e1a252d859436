package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nabla.kernel.Erf;
import nabla.kernel.IncompleteBeta;
import nabla.kernel.IncompleteGamma;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Densities, distribution functions and quantiles of named distributions, far into both tails. */
class TailsTest {
    static Stream<String> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TailsTest.class.getResourceAsStream("distributions.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @Test
    void valuesAreScipys() throws IOException {
        List<String> wrong = rows().filter(row -> !agrees(row.split("\t"))).toList();
        assertEquals(List.of(), wrong);
    }

    private static boolean agrees(String[] row) {
        Distribution d = distribution(row[0], Arrays.stream(row[1].split(",")).mapToDouble(Double::parseDouble).toArray());
        double x = Double.parseDouble(row[2]);
        double log = Double.parseDouble(row[3]);
        return Math.abs(d.log(x) - log) <= 1e-10 * Math.max(1, Math.abs(log)) && near(row[4], d.cdf(x)) && near(row[5], d.survival(x));
    }

    private static boolean near(String expected, double actual) {
        double e = Double.parseDouble(expected);
        return Math.abs(actual - e) <= 1e-10 * e;
    }

    static Distribution distribution(String name, double... a) {
        return switch (name) {
            case "normal" -> new Normal(a[0], a[1]);
            case "exponential" -> new Exponential(a[0]);
            case "gamma" -> new GammaDistribution(a[0], a[1]);
            case "beta" -> new BetaDistribution(a[0], a[1]);
            case "laplace" -> new Laplace(a[0], a[1]);
            case "cauchy" -> new Cauchy(a[0], a[1]);
            case "lognormal" -> new Lognormal(a[0], a[1]);
            case "binomial" -> new Binomial(a[0], a[1]);
            case "geometric" -> new Geometric(a[0]);
            case "poisson" -> new Poisson(a[0]);
            case "t" -> new StudentT(a[0]);
            case "chi2" -> new ChiSquared(a[0]);
            case "f" -> new FisherF(a[0], a[1]);
            case "weibull" -> new Weibull(a[0], a[1]);
            case "logistic" -> new Logistic(a[0], a[1]);
            case "pareto" -> new Pareto(a[0], a[1]);
            case "nbinomial" -> new NegativeBinomial(a[0], a[1]);
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Stream<Distribution> continuous() {
        return Stream.of(
                new Normal(1, 2), new Uniform(-1, 3), new Exponential(3), new GammaDistribution(0.3, 2), new GammaDistribution(3, 2), new GammaDistribution(1e4, 1),
                new BetaDistribution(0.5, 0.5), new BetaDistribution(2, 30), new BetaDistribution(300, 0.7), new Laplace(0, 2), new Cauchy(-2, 0.01),
                new Lognormal(1, 0.5), new StudentT(0.7), new StudentT(5), new StudentT(200), new ChiSquared(1), new ChiSquared(7), new FisherF(3, 5), new FisherF(80, 2),
                new Weibull(0.5, 2), new Weibull(3, 1), new Logistic(2, 3), new Pareto(1.5, 2));
    }

    /** A step of the last digit of x may change P(X ≤ x) by x·p(x)·ε: no quantile is closer than that. */
    @ParameterizedTest
    @MethodSource("continuous")
    void quantilesInvertBothTails(Distribution d) {
        for (double u : new double[] {1e-250, 1e-100, 1e-20, 1e-12, 1e-5, 0.01, 0.2, 0.5}) {
            double x = d.quantile(u);
            double step = Math.ulp(x) * Math.exp(d.log(x));
            if (Double.isFinite(x) && Math.abs(x) > 1e-290 && step < 1e300) assertEquals(u, d.cdf(x), 1e-12 * u + 4 * step, d + " at " + u);
            if (u < 1e-15) continue;
            double y = d.quantile(1 - u);
            assertEquals(1 - (1 - u), d.survival(y), 1e-12 * u + 4 * Math.ulp(y) * Math.exp(Math.min(600, d.log(y))), d + " at 1 - " + u);
        }
        assertEquals(d.low(), d.quantile(0));
        assertEquals(d.high(), d.quantile(1));
        assertEquals(1, d.cdf(Double.POSITIVE_INFINITY));
        assertEquals(0, d.cdf(Double.NEGATIVE_INFINITY));
    }

    /** SciPy 1.10: special.ndtri, and gamma's quantile. */
    @Test
    void normalQuantilesAreExactFarOut() {
        Normal d = new Normal(0, 1);
        assertEquals(-7.034483825301131, d.quantile(1e-12), 1e-14);
        assertEquals(-9.262340089798408, d.quantile(1e-20), 1e-14);
        assertEquals(-37.0470962993612, d.quantile(1e-300), 1e-12);
        assertEquals(68.1047953, new GammaDistribution(3, 2).quantile(1 - 1e-12), 1e-6);
    }

    @Property(tries = 500)
    void countsAgreeWithTheIncompleteFunctions(@ForAll @DoubleRange(min = -2, max = 7) double logMean, @ForAll @DoubleRange(min = -5, max = 5) double z,
            @ForAll @IntRange(min = 1, max = 999) int thousandths, @ForAll @IntRange(min = 1, max = 1_000_000) int n) {
        double p = thousandths / 1000.0;
        double mean = Math.pow(10, logMean);
        double k = Math.max(0, Math.floor(mean + z * Math.sqrt(mean)));
        assertEquals(IncompleteGamma.upper(mean, k + 1), new Poisson(mean).cdf(k));
        double j = Math.max(0, Math.min(n - 1, Math.floor(n * p + z * Math.sqrt(n * p * (1 - p)))));
        assertEquals(IncompleteBeta.of(1 - p, p, n - j, j + 1), new Binomial(n, p).cdf(j));
        assertEquals(Erf.erfc(-z / Math.sqrt(2)) / 2, new Normal(0, 1).cdf(z));
        // a count's distribution function is the sum of its probabilities
        double step = new Poisson(mean).cdf(k) - new Poisson(mean).cdf(k - 1);
        assertEquals(Math.exp(new Poisson(mean).log(k)), step, 1e-13);
    }

    @Property(tries = 300)
    void quantilesOfCountsAreTheLeastThatReach(@ForAll @IntRange(min = 1, max = 999) int a, @ForAll @IntRange(min = 50, max = 950) int b) {
        double u = a / 1000.0;
        double p = b / 1000.0;
        for (Discrete d : new Discrete[] {new Poisson(40 * p), new Binomial(30, p), new Geometric(p), new NegativeBinomial(3.5, p), new Bernoulli(p)}) {
            double k = d.quantile(u);
            assertTrue(d.cdf(k) >= u * (1 - 1e-13) && (k == d.low() || d.cdf(k - 1) < u * (1 + 1e-13)), d + " at " + u);
        }
    }

    @Test
    void certainOutcomesHaveNoEntropy() {
        for (Discrete d : new Discrete[] {new Bernoulli(0), new Bernoulli(1), new Binomial(5, 1), new Binomial(5, 0), new Geometric(1), new NegativeBinomial(2, 1)}) {
            assertEquals(0, d.entropy().nats());
            assertTrue(d.variance() == 0);
            assertEquals(d.mean(), d.quantile(0.5));
            assertTrue(d.log(d.mean()) == 0);
        }
        assertEquals(Double.POSITIVE_INFINITY, Divergence.kullbackLeibler(new Bernoulli(0.5), new Bernoulli(0)).nats());
        assertEquals(Math.log(2), Divergence.kullbackLeibler(new Bernoulli(0), new Bernoulli(0.5)).nats(), 1e-15);
    }

    @Test
    void tablesHoldNumbersThatAreNotWhole() {
        DiscreteTable d = new DiscreteTable(new double[] {3, 1, 2.5, 3}, new double[] {0.25, 0.25, 0.25, 0.25});
        assertEquals(0.5, d.cdf(2.5));
        assertEquals(2.5, d.quantile(0.5));
        assertEquals(1.5 * Math.log(2), d.entropy().nats(), 1e-15);
        assertEquals(2.375, d.mean());
        assertEquals(Double.POSITIVE_INFINITY, Divergence.kullbackLeibler(d, new DiscreteTable(new double[] {1, 3}, new double[] {0.5, 0.5})).nats());
    }
}
