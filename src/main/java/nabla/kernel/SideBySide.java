package nabla.kernel;

/** Sums of lines side by side, each to the digits that {@link Sums#block} finds for it alone. */
public final class SideBySide {
    private final double[][] parts;
    private final int fours;

    /** So many lines of so many elements. */
    public SideBySide(int count, int length) {
        parts = new double[4][count];
        fours = length - length % 4;
    }

    /** Adds element i of each line. */
    public void add(int i, double[] x) {
        double[] part = parts[i < fours ? i % 4 : 0];
        for (int l = 0; l < part.length; l++) part[l] += x[l];
    }

    /** The sum of each line. */
    public double[] totals() {
        double[] sum = new double[parts[0].length];
        for (int l = 0; l < sum.length; l++) sum[l] = parts[0][l] + parts[1][l] + (parts[2][l] + parts[3][l]);
        return sum;
    }
}
