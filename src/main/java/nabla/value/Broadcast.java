package nabla.value;

import java.util.Arrays;

/** Sizes of results between elements: equal sizes agree, and a size of 1 stretches. */
final class Broadcast {
    private Broadcast() {}

    /** The sizes of the result; the operator's error when two sizes differ and neither is 1. */
    static int[] dims(int[] a, int[] b, Operator op) {
        if (Arrays.equals(a, b)) return a;
        int n = Math.max(a.length, b.length);
        int[] d = new int[n];
        for (int k = 0; k < n; k++) {
            int x = Dims.at(a, k);
            int y = Dims.at(b, k);
            if (x != y && x != 1 && y != 1) throw op.nonconformant(a, b);
            d[k] = x == 1 ? y : x;
        }
        return d;
    }

    /** The array itself when it is a scalar or has these sizes, its stretched copy otherwise. */
    static Numeric stretch(Numeric a, int[] dims) {
        int[] d = a.dims();
        if (a.numel() == 1 || Arrays.equals(d, dims)) return a;
        return (Numeric) a.gather(positions(d, dims), dims);
    }

    private static int[] positions(int[] from, int[] to) {
        int[] step = new int[to.length];
        int stride = 1;
        for (int k = 0; k < from.length; k++) {
            step[k] = from[k] == 1 ? 0 : stride;
            stride *= from[k];
        }
        int n = Dims.count(to);
        int[] p = new int[n];
        int[] at = new int[to.length];
        int source = 0;
        for (int i = 0; i < n; i++) {
            p[i] = source;
            for (int k = 0; k < at.length; k++) {
                source += step[k];
                if (++at[k] < to[k]) break;
                source -= step[k] * to[k];
                at[k] = 0;
            }
        }
        return p;
    }
}
