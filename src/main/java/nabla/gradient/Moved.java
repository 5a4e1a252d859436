package nabla.gradient;

import java.util.Arrays;
import nabla.value.Callable;
import nabla.value.Dims;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/**
 * Functions that move elements and compute nothing: reshaping, joining, flipping, cutting out. Where an element of the result came from
 * is found by doing the same to arrays that hold the numbers of their elements.
 */
final class Moved {
    /** Numbers from here on are those of elements; smaller ones are the function's own constants. */
    private static final double FIRST = 0x1p40;

    private Moved() {}

    static Value call(Tape tape, String function, Callable plain, Value[] a) {
        Value[] bare = new Value[a.length];
        for (int k = 0; k < a.length; k++) bare[k] = Elements.bare(tape, a[k]);
        Value y = Overloaded.invoke(function, plain, bare, 1)[0];
        if (!Recorder.isReal(function, y)) return Shown.mark(tape, function, y);
        Value[] numbered = new Value[a.length];
        double next = FIRST;
        for (int k = 0; k < a.length; k++) {
            if (Elements.number(tape, a[k]) >= 0) {
                numbered[k] = numbers(next, a[k].dims());
                next += a[k].numel();
            } else numbered[k] = constant(a[k]);
        }
        Value origins = plain.call(numbered, 1)[0];
        return tape.add(new Moves(tape, y, a, ((Numeric) origins).toDoubles()), y);
    }

    /** {@code [y, i] = max(x, …)}, sort and their kin: y's elements are those of x that i names along the dimension. */
    static Value[] pick(Tape tape, String function, Callable plain, Value[] a, int nargout) {
        Value[] bare = Overloaded.primals(a);
        bare[0] = Elements.bare(tape, a[0]);
        Value[] r = Overloaded.invoke(function, plain, bare, Math.max(2, nargout));
        int parent = Elements.number(tape, a[0]);
        if (parent < 0 || !Recorder.isReal(function, r[0])) return r;
        int[] positions = chosen(a[0].dims(), dimension(bare), (Numeric) Overloaded.primal(r[1]));
        r[0] = tape.add(new Elements.Get(r[0], parent, positions, a[0].dims()), r[0]);
        return nargout < 2 ? new Value[] {r[0]} : r;
    }

    /** The dimension (from 0): the last number among the options, or the first whose size is not 1. */
    private static int dimension(Value[] a) {
        for (int k = a.length - 1; k > 0; k--) if (a[k] instanceof Real d && d.numel() == 1) return (int) d.re(0) - 1;
        return Dims.firstNonSingleton(a[0].dims());
    }

    private static int[] chosen(int[] dims, int d, Numeric index) {
        int stride = 1;
        for (int k = 0; k < d; k++) stride *= Dims.at(dims, k);
        int line = stride * Dims.at(dims, d);
        int block = stride * Dims.at(index.dims(), d);
        int[] p = new int[index.numel()];
        for (int k = 0; k < p.length; k++) p[k] = k / block * line + k % stride + ((int) index.re(k) - 1) * stride;
        return p;
    }

    private static Real numbers(double first, int[] dims) {
        Real r = Real.zeros(dims);
        double[] x = r.data();
        for (int i = 0; i < x.length; i++) x[i] = first + i;
        return r;
    }

    /** The value as it is, but for single precision, which would round the numbers beside it. */
    private static Value constant(Value v) {
        Value p = Overloaded.primal(v);
        return p instanceof Real r && r.isSingle() ? new Real(r.data(), r.dims()) : p;
    }

    /** Elements of the arguments in new places. */
    private static final class Moves extends Step {
        private final int[] parents;
        private final int[][] sizes;
        /** For each parent where its elements are in the result, and which elements they are. */
        private final int[][] to;

        private final int[][] from;

        Moves(Tape tape, Value y, Value[] a, double[] origins) {
            super(y);
            int n = 0;
            for (Value v : a) if (Elements.number(tape, v) >= 0) n++;
            parents = new int[n];
            sizes = new int[n][];
            to = new int[n][];
            from = new int[n][];
            double first = FIRST;
            n = 0;
            for (Value v : a) {
                int parent = Elements.number(tape, v);
                if (parent < 0) continue;
                parents[n] = parent;
                sizes[n] = v.dims();
                find(n++, origins, first, v.numel());
                first += v.numel();
            }
        }

        private void find(int k, double[] origins, double first, int count) {
            int[] places = new int[origins.length];
            int[] elements = new int[origins.length];
            int n = 0;
            for (int i = 0; i < origins.length; i++) {
                double p = origins[i] - first;
                if (!(p >= 0 && p < count)) continue;
                places[n] = i;
                elements[n++] = (int) p;
            }
            to[k] = Arrays.copyOf(places, n);
            from[k] = Arrays.copyOf(elements, n);
        }

        @Override
        int[] parents() {
            return parents;
        }

        @Override
        void pull(Sweep s, int at) {
            Value g = s.of(at);
            for (int k = 0; k < parents.length; k++) {
                if (to[k].length == 0) continue;
                s.scatter(parents[k], from[k], Elements.get(g, to[k], new int[] {to[k].length, 1}), sizes[k]);
            }
        }
    }
}
