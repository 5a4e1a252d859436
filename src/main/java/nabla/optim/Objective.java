package nabla.optim;

import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** A function of n variables to be made small. Without a gradient of its own it gets central differences. */
@FunctionalInterface
public interface Objective {
    /** f(x). The array is the caller's: read it, do not keep or change it. */
    double value(double[] x);

    /** ∇f(x), in a new array. */
    default double[] gradient(double[] x) {
        return FiniteDifferences.central(this, x);
    }

    /** f(x) and, where it is a number, ∇f(x): functions that get both at the price of little more than one give them here. */
    default Point both(double[] x) {
        double v = value(x);
        return new Point(x, v, Double.isFinite(v) ? gradient(x) : null);
    }

    /** Whether {@link #gradient} is the function's own, so that it costs no values. */
    default boolean hasGradient() {
        return false;
    }

    /** The symmetric matrix of second derivatives at [i + j·n], in a new array; by differences unless the function has its own. */
    default double[] hessian(double[] x) {
        return FiniteDifferences.hessian(this, x, Box.free(x.length));
    }

    /** Whether {@link #hessian} is the function's own. */
    default boolean hasHessian() {
        return false;
    }

    /**
     * Told that {@link #value} will be asked for at n points, one after another: what can take values ahead of that may begin. The points
     * may turn out to be others; with n = 0 there are none.
     *
     * @param points point k, from 0, in a new array; called by any thread
     */
    default void ahead(int n, IntFunction<double[]> points) {}

    /** A function with its gradient. */
    static Objective of(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
        return new Objective() {
            @Override
            public double value(double[] x) {
                return f.applyAsDouble(x);
            }

            @Override
            public double[] gradient(double[] x) {
                return gradient.apply(x);
            }

            @Override
            public boolean hasGradient() {
                return true;
            }
        };
    }
}
