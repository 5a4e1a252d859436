package nabla.value;

/** Dimensions in another order. */
public final class Permute {
    private Permute() {}

    /** Rows become columns; complex numbers are conjugated when asked. */
    public static Array transpose(Array a, boolean conjugate) {
        if (a.ndims() > 2) {
            throw Failure.of("transpose not defined for N-D objects", "транспонировать можно лишь двумерный массив: есть permute");
        }
        Array t = transposed(a);
        if (!conjugate || !(t instanceof Complex z)) return t;
        return new Complex(z.isSingle(), z.reData(), Arithmetic.negated(z.imData()), z.dims());
    }

    private static Array transposed(Array a) {
        int m = a.rows();
        int n = a.columns();
        if (m == 1 || n == 1) return a.reshape(n, m);
        if (a instanceof Real r) {
            double[] x = r.data();
            double[] y = new double[x.length];
            for (int j = 0, k = 0; j < n; j++) for (int i = 0; i < m; i++) y[j + i * n] = x[k++];
            return new Real(r.isSingle(), y, n, m);
        }
        int[] from = new int[m * n];
        for (int j = 0, k = 0; j < n; j++) for (int i = 0; i < m; i++) from[j + i * n] = k++;
        return a.gather(from, new int[] {n, m});
    }

    /** Dimension k of the result is dimension {@code order[k]} (from 0) of the array; order names each once, at least all of them. */
    public static Array permute(Array a, int[] order) {
        int n = order.length;
        int[] d = new int[n];
        int[] stride = new int[n];
        int s = 1;
        for (int k = 0; k < n; k++) {
            stride[k] = s;
            s *= Dims.at(a.dims(), k);
        }
        for (int k = 0; k < n; k++) d[k] = Dims.at(a.dims(), order[k]);
        int[] from = new int[a.numel()];
        int[] at = new int[n];
        int source = 0;
        for (int i = 0; i < from.length; i++) {
            from[i] = source;
            for (int k = 0; k < n; k++) {
                source += stride[order[k]];
                if (++at[k] < d[k]) break;
                source -= stride[order[k]] * d[k];
                at[k] = 0;
            }
        }
        return a.gather(from, Dims.normal(d));
    }
}
