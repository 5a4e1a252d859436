package nabla.library;

import nabla.kernel.Cores;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** The lines of an array along one dimension: line k starts at {@link #start} and its elements are {@link #stride} apart. */
public final class Along {
    /** So many lines side by side are worked on at a time, that what is kept of each stays near the processor. */
    private static final int BAND = 4096;

    /** The dimension, from 0. */
    public final int dim;
    /** How many elements a line has. */
    public final int length;
    /** The distance from one element of a line to the next. */
    public final int stride;
    /** How many lines there are. */
    public final int lines;

    private final int[] dims;

    /** Work on lines that lie side by side: element i of line {@code line + j} is at start(line) + i·stride + j, j &lt; count. */
    public interface Band {
        void run(int line, int count);
    }

    public Along(int[] dims, int dim) {
        this.dims = dims;
        this.dim = dim;
        length = Dims.at(dims, dim);
        int s = 1;
        for (int k = 0; k < dim && k < dims.length; k++) s *= dims[k];
        stride = s;
        int outer = 1;
        for (int k = dim + 1; k < dims.length; k++) outer *= dims[k];
        lines = s * outer;
    }

    /** Along the dimension given as an argument, the first that is not 1 when there is none (null or empty). */
    public static Along of(String function, int[] dims, Value dim) {
        return new Along(dims, dim == null || dim.isEmpty() ? Dims.firstNonSingleton(dims) : dimension(function, dim));
    }

    /** The same for sums and their kin, where a 0×0 array has one line without elements. */
    public static Along ofSum(String function, int[] dims, Value dim) {
        if (dim == null && dims.length == 2 && dims[0] == 0 && dims[1] == 0) return new Along(new int[] {0, 1}, 0);
        return of(function, dims, dim);
    }

    /** A dimension argument, from 0. */
    public static int dimension(String function, Value v) {
        if (v instanceof Numeric n && n.numel() == 1) {
            double d = n.re(0);
            if (d >= 1 && d == Math.rint(d)) return (int) Math.min(d, 1 << 20) - 1;
        }
        throw Failure.of(
                "%s: DIM must be a valid dimension: a positive integer",
                "%s: номер измерения должен быть целым положительным числом", function);
    }

    public int start(int line) {
        return line % stride + line / stride * stride * length;
    }

    /** The sizes with 1 in place of the length. */
    public int[] reduced() {
        return sized(1);
    }

    /** The sizes with n in place of the length. */
    public int[] sized(int n) {
        int[] d = java.util.Arrays.copyOf(dims, Math.max(dims.length, dim + 1));
        for (int k = dims.length; k < d.length; k++) d[k] = 1;
        d[dim] = n;
        return Dims.normal(d);
    }

    /** Runs the work on all lines, band by band; on all cores where there is much to do. */
    public void bands(Band work) {
        if (lines == 0) return;
        int each = (stride - 1) / BAND + 1;
        Cores.each(lines / stride * each, Math.min(stride, BAND) * length, (from, to) -> {
            for (int b = from; b < to; b++) {
                int first = b % each * BAND;
                work.run(b / each * stride + first, Math.min(BAND, stride - first));
            }
        });
    }

    /** The elements of a line. */
    public double[] line(double[] x, int k) {
        double[] r = new double[length];
        int p = start(k);
        for (int i = 0; i < length; i++, p += stride) r[i] = x[p];
        return r;
    }
}
