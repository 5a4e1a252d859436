package nabla.gradient;

import java.util.Arrays;
import nabla.value.Callable;
import nabla.value.Dims;
import nabla.value.Real;
import nabla.value.Value;

/** Brings contributions to the sizes of their arguments. */
final class Fit {
    private Fit() {}

    /**
     * In the argument's shape where there are as many elements; otherwise summed along the dimensions where the argument's sizes are 1,
     * and repeated along those where the contribution's are.
     */
    static Value to(Tape tape, Value c, int[] dims) {
        int[] d = c.dims();
        if (Arrays.equals(d, dims)) return c;
        if (c.numel() == Dims.count(dims)) return c instanceof Real x ? x.reshape(dims) : trimmed(tape, c, dims);
        Value r = c;
        for (int k = 0; k < d.length; k++) {
            if (d[k] == 1 || Dims.at(dims, k) != 1) continue;
            if (k == 0 && r instanceof Real x && Dims.count(dims) == 1) r = total(x);
            else if (r.dims().length > k && r.dims()[k] != 1) r = tape.function("sum").call(new Value[] {r, Real.of(k + 1)}, 1)[0];
        }
        if (Arrays.equals(r.dims(), dims)) return r;
        if (r instanceof Real x && x.numel() == 1) return filled(x, dims);
        return tape.function("plus").call(new Value[] {r, Real.zeros(dims)}, 1)[0];
    }

    private static Real total(Real x) {
        double s = 0;
        for (double v : x.data()) s += v;
        return Real.of(s);
    }

    private static Real filled(Real x, int[] dims) {
        double[] r = new double[Dims.count(dims)];
        Arrays.fill(r, x.re(0));
        return new Real(x.isSingle(), r, dims);
    }

    /** The first elements in these sizes, without those that the array did not have yet. */
    static Value trimmed(Tape tape, Value d, int[] dims) {
        int n = Dims.count(dims);
        if (Arrays.equals(d.dims(), dims)) return d;
        if (d instanceof Real x) return new Real(x.isSingle(), Arrays.copyOf(x.data(), n), dims);
        int[] first = new int[n];
        for (int i = 0; i < n; i++) first[i] = i;
        return Elements.get(d, first, dims);
    }
}
