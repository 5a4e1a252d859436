package nabla.kernel;

/** Sums of lines side by side, each to the digits that {@link Sums#block} finds for it alone. */
public final class SideBySide {
    private final double[] parts;
    private final int count;
    private final int fours;

    /** So many lines of so many elements. */
    public SideBySide(int count, int length) {
        parts = new double[4 * count];
        this.count = count;
        fours = length - length % 4;
    }

    /** Adds element i of each line; they stand in x from a position on. */
    public void add(int i, double[] x, int at) {
        int to = i < fours ? i % 4 * count : 0;
        for (int l = 0; l < count; l++) parts[to + l] += x[at + l];
    }

    /** The sum of each line. */
    public double[] totals() {
        double[] sum = new double[count];
        for (int l = 0; l < count; l++) sum[l] = parts[l] + parts[count + l] + (parts[2 * count + l] + parts[3 * count + l]);
        return sum;
    }
}
