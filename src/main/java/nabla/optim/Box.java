package nabla.optim;

import java.util.Arrays;

/** The box lower ≤ x ≤ upper; its sides may be infinite. The arrays are nobody's to change. */
public record Box(double[] lower, double[] upper) {
    /** Without bounds. */
    public static Box free(int n) {
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return new Box(low, high);
    }

    /** The nearest point of the box. */
    public double[] inside(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) y[i] = Math.min(Math.max(y[i], lower[i]), upper[i]);
        return y;
    }
}
