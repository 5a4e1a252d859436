package nabla.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for rules before and after other rules, and for schedules, whatever the numbers. */
class RuleChainsTest {
    private static double[] step(Rule rule, double... g) {
        return rule.start(g.length).next(g, new Walk(new SplittableRandom(1), DoubleUnaryOperator.identity()).at(new double[g.length]));
    }

    @Property(seed = "1")
    void clippingByNormKeepsTheDirectionAndTheLimit(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double a, @ForAll @DoubleRange(min = -1e6, max = 1e6) double b) {
        double[] c = step(new Clip(2), a, b);
        assertTrue(Numbers.norm(c) <= 2 * (1 + 1e-15));
        assertEquals(0, a * c[1] - b * c[0], 1e-9 * (1 + Math.abs(a * b)));
    }

    @Property(seed = "1")
    void clippingByValueKeepsSignsAndTheLimit(@ForAll @DoubleRange(min = -1e6, max = 1e6) double a) {
        double c = step(new ClipValue(2), a)[0];
        assertEquals(Math.abs(a) <= 2 ? a : 2 * Math.signum(a), c);
    }

    @Property(seed = "1")
    void lionMovesEveryVariableByItsRate(@ForAll @DoubleRange(min = 0.01, max = 1e6) double g) {
        assertArrayEquals(new double[] {-0.01, 0.01}, step(new Lion(0.01), g, -g));
    }

    @Property(seed = "1")
    void decayOfTheWholeIsTheGradientOfThePenalty(
            @ForAll @DoubleRange(min = -10, max = 10) double x, @ForAll @DoubleRange(min = 0, max = 1) double lambda) {
        double[] g = new Decay(lambda).start(1).next(new double[] {3}, new Walk(new SplittableRandom(1), DoubleUnaryOperator.identity()).at(x));
        assertEquals(3 + lambda * x, g[0]);
    }

    @Property(seed = "1")
    void schedulesStayBetweenTheirEndsAndEndWhereTheySay(@ForAll @IntRange(min = 1, max = 500) int n, @ForAll @IntRange(max = 1000) int k) {
        Rate c = new CosineDecay(0.1, n, 0.01);
        assertEquals(0.1, c.at(0));
        assertEquals(0.01, c.at(n + k), 1e-16);
        assertTrue(c.at(k) >= c.at(k + 1) && c.at(k) >= 0.01 - 1e-16);
        assertEquals(0.1, new WarmUp(Rate.of(0.1), n).at(n + k));
        assertTrue(new OneCycle(0.1, n).at(k) <= 0.1);
        assertEquals(0.1 * Math.pow(0.5, k / n), new StepDecay(0.1, 0.5, n).at(k));
    }

    @Property(seed = "1")
    void theMeanOfAWayIsItsMean(@ForAll @DoubleRange(min = 0.1, max = 0.9) double eta) {
        Rule rule = new GradientDescent(eta).then(new Average(1));
        Outcome o = new Minimizer().steps(3).minimize(x -> x[0] * x[0] / 2, new double[] {1}, rule);
        double r = 1 - eta;
        assertEquals((1 + r + r * r + r * r * r) / 4, o.trace().iterate(3)[0], 1e-6);
        assertEquals(r * r * r * r * r * r / 2, o.value(), 1e-6);
    }
}
