package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures agree with SciPy 1.17.1 to 1e-12 of their value; a divergence below 1e-15 is lost in SciPy's rounding. */
class ScipyTest {
    static Stream<String> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ScipyTest.class.getResourceAsStream("scipy.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void valuesAgree(String row) {
        String[] columns = row.split("\t");
        double[] second = columns[2].equals("-") ? new double[0] : numbers(columns[2]);
        double[] expected = numbers(columns[3]);
        double[] actual = compute(columns[0], numbers(columns[1]), second);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], Double.isInfinite(expected[i]) ? 0 : 1e-12 * Math.abs(expected[i]) + 1e-15, row);
        }
    }

    private static double[] numbers(String s) {
        return Arrays.stream(s.split(",")).mapToDouble(x -> Double.parseDouble(x.replace("inf", "Infinity"))).toArray();
    }

    private static double[] compute(String measure, double[] a, double[] b) {
        return switch (measure) {
            case "logsumexp" -> new double[] {Loss.logSumExp(a)};
            case "softmax" -> Loss.softmax(a);
            case "logsoftmax" -> Loss.logSoftmax(a);
            default -> new double[] {nats(measure, a, b)};
        };
    }

    private static double nats(String measure, double[] a, double[] b) {
        return switch (measure) {
            case "entropy" -> Entropy.entropy(Entropy.normalized(a), Math.E);
            case "kl" -> Entropy.kullbackLeibler(Entropy.normalized(a), Entropy.normalized(b), Math.E);
            case "distance" -> Math.sqrt(Entropy.jensenShannon(Entropy.normalized(a), Entropy.normalized(b), Math.E));
            case "vasicek", "van es", "ebrahimi", "correa" ->
                Spacing.valueOf(measure.replace(' ', '_').toUpperCase(Locale.ROOT)).nats(a, (int) b[0]);
            case "mvnormal" -> vector(a).entropy().nats();
            default -> distribution(measure, a).entropy().nats();
        };
    }

    private static MultivariateNormal vector(double[] covariance) {
        int n = (int) Math.sqrt(covariance.length);
        double[][] sigma = new double[n][];
        for (int i = 0; i < n; i++) sigma[i] = Arrays.copyOfRange(covariance, i * n, (i + 1) * n);
        return new MultivariateNormal(new double[n], sigma);
    }

    private static Distribution distribution(String name, double[] a) {
        return switch (name) {
            case "normal" -> new Normal(a[0], a[1]);
            case "uniform" -> new Uniform(a[0], a[1]);
            case "exponential" -> new Exponential(a[0]);
            case "gamma" -> new GammaDistribution(a[0], a[1]);
            case "beta" -> new BetaDistribution(a[0], a[1]);
            case "laplace" -> new Laplace(a[0], a[1]);
            case "cauchy" -> new Cauchy(a[0], a[1]);
            case "lognormal" -> new Lognormal(a[0], a[1]);
            case "bernoulli" -> new Bernoulli(a[0]);
            case "binomial" -> new Binomial(a[0], a[1]);
            case "geometric" -> new Geometric(a[0]);
            case "poisson" -> new Poisson(a[0]);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
