package nabla.value;

import java.util.Arrays;

/** Sizes of arrays: column-major, at least two, trailing ones cut. */
public final class Dims {
    private Dims() {}

    public static int[] of(int rows, int columns) {
        return new int[] {rows, columns};
    }

    /** The number of elements; an error when it passes what memory can index. */
    public static int count(int[] dims) {
        long n = 1;
        for (int d : dims) {
            n *= d;
            if (n > Integer.MAX_VALUE - 8) {
                if (contains(dims, 0)) return 0;
                throw tooLarge(dims);
            }
        }
        return (int) n;
    }

    private static boolean contains(int[] dims, int size) {
        for (int d : dims) if (d == size) return true;
        return false;
    }

    public static Failure tooLarge(int[] dims) {
        return Failure.of(
                        "out of memory or dimension too large: an array of %s does not fit",
                        "не хватает памяти: массив %s не помещается",
                        text(dims))
                .id("Octave:bad-alloc");
    }

    /** Without trailing ones beyond the second size; negative sizes become 0. */
    public static int[] normal(int... dims) {
        int n = dims.length;
        while (n > 2 && dims[n - 1] == 1) n--;
        int[] d = n < 2 ? new int[] {n > 0 ? dims[0] : 1, 1} : Arrays.copyOf(dims, n);
        for (int i = 0; i < d.length; i++) d[i] = Math.max(d[i], 0);
        return d;
    }

    /** Size k (from 0), 1 beyond the last. */
    public static int at(int[] dims, int k) {
        return k < dims.length ? dims[k] : 1;
    }

    public static boolean same(int[] a, int[] b) {
        return Arrays.equals(a, b);
    }

    /** As messages show it: {@code 2x3}. */
    public static String text(int[] dims) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < dims.length; i++) s.append(i == 0 ? "" : "x").append(dims[i]);
        return s.toString();
    }

    /** The first dimension (from 0) whose size is not 1, along which {@code sum} and its kin work; 0 for a scalar. */
    public static int firstNonSingleton(int[] dims) {
        for (int k = 0; k < dims.length; k++) if (dims[k] != 1) return k;
        return 0;
    }
}
