package nabla.optim;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A function whose value may be asked for by several threads at a time: its values at points foreseen are taken by all processors. */
public final class Concurrent implements Objective {
    private final Objective f;
    private double[][] points = {};
    private double[] values;
    private int next;

    public Concurrent(Objective f) {
        this.f = f;
    }

    @Override
    public void ahead(int n, IntFunction<double[]> foreseen) {
        points = IntStream.range(0, n).mapToObj(foreseen).toArray(double[][]::new);
        values = Arrays.stream(points).parallel().mapToDouble(f::value).toArray();
        next = 0;
    }

    @Override
    public double value(double[] x) {
        if (next < points.length && Arrays.equals(points[next], x)) return values[next++];
        return f.value(x);
    }

    @Override
    public double[] gradient(double[] x) {
        return f.hasGradient() ? f.gradient(x) : FiniteDifferences.central(this, x);
    }

    @Override
    public boolean hasGradient() {
        return f.hasGradient();
    }

    @Override
    public double[] hessian(double[] x) {
        return f.hessian(x);
    }

    @Override
    public boolean hasHessian() {
        return f.hasHessian();
    }
}
