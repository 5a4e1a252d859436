package nabla.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Densities that are hard to integrate, known by their values alone, against closed forms in nats. */
class DensityTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static void entropy(double expected, DoubleUnaryOperator p, double a, double b) {
        assertEquals(expected, Divergence.entropy(Density.of(p, a, b)).nats(), 1e-10 * Math.max(Math.abs(expected), 1));
    }

    private static void divergence(double expected, DoubleUnaryOperator p, DoubleUnaryOperator q, double a, double b) {
        double d = Divergence.kullbackLeibler(Density.of(p, a, b), Density.of(q, a, b)).nats();
        assertEquals(expected, d, expected == INF ? 0 : 1e-10 * Math.max(expected, 1));
    }

    /** The beta density on [low, low + width], its ends met exactly. */
    private static DoubleUnaryOperator beta(double a, double b, double low, double width) {
        double scale = Math.exp(new BetaDistribution(a, b).log(0.5) + (a + b - 2) * Math.log(2)) / width;
        return x -> scale * Math.pow((x - low) / width, a - 1) * Math.pow((low + width - x) / width, b - 1);
    }

    private static DoubleUnaryOperator values(Distribution d) {
        return x -> Math.exp(d.log(x));
    }

    @ParameterizedTest
    @CsvSource({"0.01,0.01", "0.1,0.1", "0.01,3", "3,0.01", "2,5"})
    void singularEndsMayLieAnywhere(double a, double b) {
        BetaDistribution named = new BetaDistribution(a, b);
        BetaDistribution other = new BetaDistribution(0.5, 2);
        for (double[] range : new double[][] {{0, 1}, {-1, 1}, {-3, 2}, {1, 1}, {7, 0.125}}) {
            double low = range[0];
            double width = range[1];
            DoubleUnaryOperator p = beta(a, b, low, width);
            entropy(named.entropy().nats() + Math.log(width), p, low, low + width);
            divergence(named.closedDivergence(other), p, beta(0.5, 2, low, width), low, low + width);
        }
    }

    /** p(x) = c·|x − a|^(−0.99): h = −ln c − 99. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3, 0.3, 1000})
    void polesMayLieAnywhere(double a) {
        DoubleUnaryOperator power = x -> Math.pow(Math.abs(x - a), -0.99);
        entropy(-Math.log(0.01) - 99, x -> 0.01 * power.applyAsDouble(x), a, a + 1);
        entropy(-Math.log(0.01) - 99, x -> 0.01 * power.applyAsDouble(x), a - 1, a);
        entropy(-Math.log(0.005) - 99, x -> 0.005 * power.applyAsDouble(x), a - 1, a + 1);
        divergence(-Math.log(0.01) - 0.99, x -> 1, x -> 0.01 * power.applyAsDouble(x), a - 1, a);
        divergence(Math.log(0.5) + 1, x -> 0.01 * power.applyAsDouble(x), x -> 0.02 * Math.pow(Math.abs(x - a), -0.98), a - 1, a);
        entropy(new GammaDistribution(0.01, 1).entropy().nats(), x -> x < a ? 0 : Math.exp(new GammaDistribution(0.01, 1).log(x - a)), -INF, INF);
    }

    @Test
    void whatIsNotIntegrableIsNamed() {
        assertEquals(INF, assertThrows(Fault.class, () -> Density.of(x -> 1 / x, 0, 1)).value());
        assertEquals(INF, assertThrows(Fault.class, () -> Density.of(x -> 1 / Math.abs(x - 2), 1, 3)).value());
    }

    /** Student's t: values by SciPy 1.17.1; Pareto's with exponent α from x₀: h = ln(x₀/α) + 1 + 1/α. */
    @Test
    void heavyTailsAreSummed() {
        entropy(2.426923933749667, student(1.1), -INF, INF);
        entropy(2.426923933749667 + Math.log(3), x -> student(1.1).applyAsDouble((x - 500) / 3) / 3, -INF, INF);
        for (double alpha : new double[] {0.01, 0.1, 1.1}) {
            for (double from : new double[] {0.001, 1, 1e4}) {
                DoubleUnaryOperator pareto = x -> x < from ? 0 : alpha * Math.pow(from / x, alpha) / x;
                entropy(Math.log(from / alpha) + 1 + 1 / alpha, pareto, from, INF);
            }
        }
        entropy(5 + Math.log(3) + Math.log(2 * Math.PI * Math.E) / 2, values(new Lognormal(5, 3)), 0, INF);
        entropy(Math.log(4 * Math.PI * 1e-3), values(new Cauchy(20, 1e-3)), -INF, INF);
    }

    private static DoubleUnaryOperator student(double nu) {
        double peak = Math.exp(org.hipparchus.special.Gamma.logGamma((nu + 1) / 2) - org.hipparchus.special.Gamma.logGamma(nu / 2)) / Math.sqrt(nu * Math.PI);
        return x -> peak * Math.pow(1 + x * x / nu, -(nu + 1) / 2);
    }

    /** E x² = ν/(ν − 2) is finite for ν above 2 alone. */
    @Test
    void momentsDecideDivergenceFromANormal() {
        DoubleUnaryOperator normal = values(new Normal(0, 1));
        for (double nu : new double[] {2.2, 3}) {
            double h = Divergence.entropy(Density.of(student(nu), -INF, INF)).nats();
            divergence(-h + nu / (nu - 2) / 2 + Math.log(2 * Math.PI) / 2, student(nu), normal, -INF, INF);
        }
        divergence(INF, student(2), normal, -INF, INF);
    }

    @Test
    void tailsThatFadeGoOn() {
        divergence(new Lognormal(2, 3).closedDivergence(new Lognormal(0, 0.1)), values(new Lognormal(2, 3)), values(new Lognormal(0, 0.1)), 0, INF);
        for (Distribution q : new Distribution[] {new GammaDistribution(7, 0.1), new GammaDistribution(0.01, 1), new Laplace(0, 1)}) {
            double d = Divergence.kullbackLeibler(new Lognormal(2, 3), q).nats();
            divergence(d, values(new Lognormal(2, 3)), values(q), q.low(), INF);
        }
        divergence(Divergence.kullbackLeibler(new BetaDistribution(0.5, 0.5), new BetaDistribution(50, 1)).nats(),
                values(new BetaDistribution(0.5, 0.5)), values(new BetaDistribution(50, 1)), 0, 1);
    }

    @Test
    void massOutsideTheOthersRangeIsFoundHoweverLittle() {
        divergence(INF, values(new Normal(0, 1)), x -> Math.abs(x) < 100 ? 1 / 200.0 : 0, -INF, INF);
        divergence(INF, values(new Exponential(30)), values(new Uniform(-2, 5)), -INF, INF);
        divergence(INF, values(new Laplace(0, 1)), values(new GammaDistribution(7, 0.1)), -INF, INF);
        double d = Divergence.jensenShannon(new Normal(0, 1), new Normal(40, 1)).nats();
        assertEquals(Math.log(2), d, 1e-12);
        assertEquals(d, Divergence.jensenShannon(Density.of(values(new Normal(0, 1)), -INF, INF), Density.of(values(new Normal(40, 1)), -INF, INF)).nats(), 1e-12);
    }

    /** h of 0.3·N(−50, 1) + 0.7·N(80, 2), which do not overlap, is H(0.3, 0.7) and the mean of both. */
    @Test
    void mixturesKeepTheirParts() {
        DoubleUnaryOperator p = x -> 0.3 * values(new Normal(-50, 1)).applyAsDouble(x) + 0.7 * values(new Normal(80, 2)).applyAsDouble(x);
        double parts = Entropy.entropy(new double[] {0.3, 0.7}, Math.E);
        entropy(parts + 0.3 * new Normal(-50, 1).entropy().nats() + 0.7 * new Normal(80, 2).entropy().nats(), p, -INF, INF);
    }
}
