package nabla.optim;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** How far a descent has come: what its rule may know besides the gradient. */
public final class Walk {
    private final SplittableRandom random;
    private final DoubleUnaryOperator dial;
    private double[] x;
    private int t;

    /**
     * @param random the source of all chance in the rule
     * @param dial what becomes of the rule's learning rates: the identity, unless somebody turns it
     */
    public Walk(SplittableRandom random, DoubleUnaryOperator dial) {
        this.random = random;
        this.dial = dial;
    }

    /** The next step starts at x. */
    public Walk at(double... x) {
        this.x = x;
        t++;
        return this;
    }

    /** Where the step starts. Not to be changed. */
    public double[] x() {
        return x;
    }

    /** The number t of the step, 1 the first. */
    public int t() {
        return t;
    }

    /** η of this step. */
    public double eta(Rate rate) {
        return dial.applyAsDouble(rate.at(t - 1));
    }

    /** A number from the normal distribution N(0, 1). */
    public double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
