package nabla.plot;

import java.util.Arrays;

/** A line that grows at its end while a program runs; its data are brought up to date when it is looked at. */
public final class GrowingLine extends Line {
    private double[] xs = new double[16];
    private double[] ys = new double[16];
    private int n;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    public GrowingLine() {
        super(new double[0], new double[0], null);
    }

    /** Another point at the end. */
    public void add(double nextX, double nextY) {
        if (n == xs.length) {
            xs = Arrays.copyOf(xs, 2 * n);
            ys = Arrays.copyOf(ys, 2 * n);
        }
        xs[n] = nextX;
        ys[n++] = nextY;
        least = Math.min(least, nextY);
        greatest = Math.max(greatest, nextY);
    }

    /** The greatest height over the least one; 0 unless all are positive. */
    public double spread() {
        return least > 0 ? greatest / least : 0;
    }

    /** Brings x and y up to date. */
    public void settle() {
        if (x.length == n) return;
        x = Arrays.copyOf(xs, n);
        y = Arrays.copyOf(ys, n);
    }

    @Override
    public Line copy() {
        settle();
        return (Line) super.copy();
    }
}
