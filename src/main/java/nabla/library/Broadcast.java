package nabla.library;

import nabla.value.Dims;
import nabla.value.Failure;

/** Two arrays side by side, sizes of one stretched to those of the other: runs over contiguous columns. */
public final class Broadcast {
    public final int[] dims;
    private final int[] a;
    private final int[] b;

    /** What is done with n results from position r on: x advances from x0 by dx, y from y0 by dy. */
    public interface Run {
        void run(int x0, int dx, int y0, int dy, int r, int n);
    }

    public Broadcast(String function, int[] a, int[] b) {
        this.a = a;
        this.b = b;
        dims = new int[Math.max(a.length, b.length)];
        for (int k = 0; k < dims.length; k++) {
            int m = Dims.at(a, k);
            int n = Dims.at(b, k);
            if (m != n && m != 1 && n != 1) {
                throw Failure.of(
                                "%s: nonconformant arguments (op1 is %s, op2 is %s): sizes must agree or be 1",
                                "%s: размеры не согласованы (%s и %s): они должны совпадать или быть равны 1",
                                function, Dims.text(a), Dims.text(b))
                        .id("Octave:nonconformant-args");
            }
            dims[k] = m == 1 ? n : m;
        }
    }

    public void each(Run body) {
        int n = Dims.count(dims);
        if (n == 0) return;
        boolean whole = Dims.same(a, b) || Dims.count(a) == 1 || Dims.count(b) == 1;
        if (whole) {
            body.run(0, Dims.count(a) == 1 ? 0 : 1, 0, Dims.count(b) == 1 ? 0 : 1, 0, n);
            return;
        }
        int run = dims[0];
        int dx = a[0] == 1 ? 0 : 1;
        int dy = b[0] == 1 ? 0 : 1;
        int[] at = new int[dims.length];
        for (int r = 0; r < n; r += run) {
            body.run(start(a, at), dx, start(b, at), dy, r, run);
            for (int k = 1; k < at.length && ++at[k] == dims[k]; k++) at[k] = 0;
        }
    }

    private static int start(int[] d, int[] at) {
        int p = 0;
        for (int k = d.length - 1; k > 0; k--) p = (p + (d[k] == 1 ? 0 : at[k])) * d[k - 1];
        return p;
    }
}
