package nabla.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The elementary functions against fdlibm, whose errors are below 1 ulp, and at the edges of their ranges. */
class ElementaryTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static void near(DoubleUnaryOperator fdlibm, DoubleUnaryOperator f, double x, double ulps) {
        double y = fdlibm.applyAsDouble(x);
        assertEquals(y, f.applyAsDouble(x), ulps * Math.ulp(y), () -> "at " + x);
    }

    private static double between(long seed, double low, double high) {
        return low + new Random(seed).nextDouble() * (high - low);
    }

    @Property(seed = "1")
    void exponentials(@ForAll long seed) {
        double x = between(seed, -745, 709.7);
        near(StrictMath::exp, Exp::exp, x, 1);
        near(StrictMath::expm1, Exp::expm1, x, 2);
        near(StrictMath::expm1, Exp::expm1, x / 745, 2);
        near(StrictMath::tanh, Exp::tanh, x / 30, 2);
    }

    @Property(seed = "1")
    void logarithms(@ForAll long seed) {
        double power = between(seed, -1022, 1023.9);
        double z = between(seed, 0.5, 2);
        near(StrictMath::log, Log::log, StrictMath.pow(2, power), 1);
        near(StrictMath::log, Log::log, z, 1);
        near(StrictMath::log1p, Log::log1p, z - 1, 2);
        near(StrictMath::log1p, Log::log1p, StrictMath.pow(2, power), 2);
    }

    @Property(seed = "1")
    void sinesAndCosines(@ForAll long seed) {
        double x = between(seed, -10, 10);
        double far = between(seed, -50000, 50000);
        near(StrictMath::sin, Circle::sin, x, 1);
        near(StrictMath::cos, Circle::cos, x, 1);
        near(StrictMath::sin, Circle::sin, far, 1);
        near(StrictMath::cos, Circle::cos, far, 1);
    }

    @Test
    void sineKeepsItsDigitsNearMultiplesOfPi() {
        for (int k = 1; k < 3000; k++) {
            near(StrictMath::sin, Circle::sin, k * Math.PI, 1);
            near(StrictMath::cos, Circle::cos, (k - 0.5) * Math.PI, 1);
            near(StrictMath::sin, Circle::sin, k * Math.PI / 64, 1);
        }
    }

    /** Values correctly rounded, from mpmath. */
    @ParameterizedTest
    @CsvSource({
        "1, 0x1.5bf0a8b145769p1, 0x0p0, 0x1.aed548f090ceep-1",
        "0.1, 0x1.1aec7b35a00d4p0, -0x1.26bb1bbb55515p1, 0x1.98eaecb8bcb2cp-4",
        "20, 0x1.ceb088b68e804p28, 0x1.7f7427b73e391p1, 0x1.d36d8f55d3cep-1",
        "100, 0x1.3494a9b171bf5p144, 0x1.26bb1bbb55516p2, -0x1.03425b78c4db8p-1"
    })
    void valuesRoundedCorrectly(String x, String exp, String log, String sin) {
        double v = Double.parseDouble(x);
        assertEquals(Double.parseDouble(exp), Exp.exp(v));
        assertEquals(Double.parseDouble(log), Log.log(v));
        assertEquals(Double.parseDouble(sin), Circle.sin(v));
    }

    @Test
    void edgesOfExp() {
        assertEquals(1, Exp.exp(0));
        assertEquals(1, Exp.exp(-1e-300));
        for (double x : new double[] {709.8, 710, 730, 746, 1e10}) assertEquals(INF, Exp.exp(x));
        assertEquals(INF, Exp.exp(INF));
        assertEquals(Double.MIN_VALUE, Exp.exp(-745));
        assertEquals(0, Exp.exp(-746));
        assertEquals(0, Exp.exp(-INF));
        assertTrue(Double.isNaN(Exp.exp(Double.NaN)));
        assertEquals(-0.0, Exp.expm1(-0.0));
        assertEquals(Double.MIN_VALUE, Exp.expm1(Double.MIN_VALUE));
        assertEquals(-1, Exp.expm1(-INF));
        assertEquals(INF, Exp.expm1(1e10));
        assertEquals(-0.0, Exp.tanh(-0.0));
        assertEquals(-1, Exp.tanh(-INF));
        assertTrue(Double.isNaN(Exp.tanh(Double.NaN)));
    }

    @Test
    void edgesOfLog() {
        assertEquals(0, Log.log(1));
        assertEquals(-INF, Log.log(0));
        assertEquals(-INF, Log.log(-0.0));
        assertTrue(Double.isNaN(Log.log(-1)));
        assertTrue(Double.isNaN(Log.log(Double.NaN)));
        assertEquals(INF, Log.log(INF));
        near(StrictMath::log, Log::log, Double.MIN_VALUE, 1);
        near(StrictMath::log, Log::log, 3e-310, 1);
        near(StrictMath::log, Log::log, Double.MAX_VALUE, 1);
        assertEquals(-0.0, Log.log1p(-0.0));
        assertEquals(-INF, Log.log1p(-1));
        assertTrue(Double.isNaN(Log.log1p(-2)));
        assertEquals(INF, Log.log1p(INF));
        assertEquals(Double.MIN_VALUE, Log.log1p(Double.MIN_VALUE));
    }

    @Test
    void logarithmsToBase2AreExactForPowersOf2() {
        for (int k = -1074; k < 1024; k++) assertEquals(k, Log.log2(Math.scalb(1.0, k)));
        assertTrue(Double.isNaN(Log.log2(-1)));
        assertEquals(-INF, Log.log2(0));
        assertEquals(INF, Log.log2(INF));
    }

    @Test
    void edgesOfSine() {
        assertEquals(-0.0, Circle.sin(-0.0));
        assertEquals(Double.MIN_VALUE, Circle.sin(Double.MIN_VALUE));
        assertEquals(1, Circle.cos(0));
        assertEquals(1, Circle.cos(1e-300));
        for (double x : new double[] {INF, -INF, Double.NaN}) {
            assertTrue(Double.isNaN(Circle.sin(x)));
            assertTrue(Double.isNaN(Circle.cos(x)));
        }
        near(StrictMath::sin, Circle::sin, 1e22, 1);
        near(StrictMath::cos, Circle::cos, Double.MAX_VALUE, 1);
    }

    @Property(seed = "1")
    void coarseExponentialIsNear(@ForAll long seed) {
        near(StrictMath::exp, Coarse::exp, between(seed, -745, 709.7), 2);
        near(StrictMath::exp, Coarse::exp, between(seed, -1, 1), 2);
    }

    @Property(seed = "1")
    void coarseLogarithmIsNear(@ForAll long seed) {
        double x = StrictMath.pow(2, between(seed, -70, 70));
        assertEquals(StrictMath.log(x) / StrictMath.log(2), Coarse.log2(x), 0x1p-52 + 3 * Math.ulp(Coarse.log2(x)));
        assertEquals(StrictMath.log(x), Coarse.log(x), 0x1p-52 + 3 * Math.ulp(Coarse.log(x)));
    }

    @Property(seed = "1")
    void coarseLogarithmsOfPowersOfTwoAreExact(@ForAll @IntRange(min = -1074, max = 1023) int k) {
        assertEquals(k, Coarse.log2(Math.scalb(1.0, k)));
    }

    @Test
    void powersAreThoseOfC() {
        assertEquals(1, Power.pow(1, Double.NaN));
        assertEquals(1, Power.pow(-1, INF));
        assertEquals(0.1 * 0.1 * 0.1, Power.pow(0.1, 3));
    }
}
