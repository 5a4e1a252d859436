package nabla.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The way a run took: its iterates from the start on, with their values and gradient norms (NaN where no gradient was taken). */
public final class Trace {
    private final List<double[]> iterates = new ArrayList<>();
    private double[] values = new double[16];
    private double[] gradientNorms = new double[16];

    void add(double[] x, double value, double gradientNorm) {
        int n = iterates.size();
        if (n == values.length) {
            values = Arrays.copyOf(values, 2 * n);
            gradientNorms = Arrays.copyOf(gradientNorms, 2 * n);
        }
        values[n] = value;
        gradientNorms[n] = gradientNorm;
        iterates.add(x.clone());
    }

    /** The number of iterates: the steps and one. */
    public int size() {
        return iterates.size();
    }

    /** Iterate k, 0 the start. */
    public double[] iterate(int k) {
        return iterates.get(k).clone();
    }

    public double[] values() {
        return Arrays.copyOf(values, size());
    }

    public double[] gradientNorms() {
        return Arrays.copyOf(gradientNorms, size());
    }
}
