package nabla.engine;

import nabla.value.Value;

/** Base of the loops compiled for iterations in any order: see {@link Spread}. */
public abstract class LoopCode {
    /**
     * Does the iterations from one number to before another, counted from 0.
     *
     * @param numbers for each variable the number it is, and after these the base and the step of the loop's range
     * @param values for each variable the array it is, or null
     * @param sums gets, from one place on, what is added to each sum
     */
    public abstract void run(Frame frame, double[] numbers, Value[] values, int from, int to, double[] sums, int at);
}
