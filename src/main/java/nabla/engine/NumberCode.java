package nabla.engine;

import nabla.value.Value;

/**
 * Base of the units compiled for a call with one to three numbers that wants one result, the call that loops are made of: nothing
 * is boxed. The result is the double returned, or, when {@link Engine#returned} is not null, that value.
 */
public abstract class NumberCode {
    /** At most so many numbers. */
    static final int MOST = 3;

    public abstract double run(Frame frame, Value[] captured, double a, double b, double c);
}
