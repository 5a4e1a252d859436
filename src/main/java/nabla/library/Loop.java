package nabla.library;

/** A function of doubles applied to many of them: a class of its own for each function, so that the compiler inlines the function. */
public abstract class Loop {
    /** r[i] = f(x[i]) for i from one position to before another. */
    public void unary(double[] x, double[] r, int from, int to) {
        throw new IllegalStateException();
    }

    /** r[r0 + i] = f(x[x0 + i dx], y[y0 + i dy]) for i below n. */
    public void binary(double[] x, int x0, int dx, double[] y, int y0, int dy, double[] r, int r0, int n) {
        throw new IllegalStateException();
    }
}
