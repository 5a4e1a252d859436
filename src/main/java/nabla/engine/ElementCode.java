package nabla.engine;

/** Base of the loops compiled for arithmetic between elements: see {@link Fusion}. */
public abstract class ElementCode {
    /**
     * Computes the elements from one position to before another.
     *
     * @param arrays for each leaf its elements, null where it is a number
     * @param numbers for each leaf the number it is
     */
    public abstract void run(double[] result, int from, int to, double[][] arrays, double[] numbers);
}
