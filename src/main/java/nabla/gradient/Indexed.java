package nabla.gradient;

import java.util.Arrays;
import nabla.value.Array;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Dims;
import nabla.value.Indexing;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** Reading and writing parts of traced arrays: {@code x(i)} and {@code x(i) = v}. */
final class Indexed {
    private Indexed() {}

    /** {@code subsref(x, indices…)}. */
    static Value get(Tape tape, Callable plain, Value[] a) {
        if (!(a[0] instanceof Traced x) || x.tape != tape) {
            return Overloaded.invoke("subsref", plain, withPrimalIndices(a, 1), 1)[0];
        }
        Value[] b = withPrimalIndices(a, 1);
        b[0] = x.value;
        Value y = Overloaded.invoke("subsref", plain, b, 1)[0];
        int[] positions = positions(x.dims(), b, 1);
        return tape.add(new Elements.Get(y, x.step, positions, x.dims()), y);
    }

    private static Value[] withPrimalIndices(Value[] a, int first) {
        Value[] b = a.clone();
        for (int k = first; k < b.length; k++) b[k] = Overloaded.index(b[k]);
        return b;
    }

    private static int[] positions(int[] dims, Value[] a, int first) {
        if (a.length == first + 1 && a[first] instanceof Real i && i.numel() == 1) return new int[] {(int) i.re(0) - 1};
        return Indexing.positions(dims, Arrays.copyOfRange(a, first, a.length));
    }

    /** {@code subsasgn(x, v, indices…)}: in place where nobody shares x. */
    static Value assign(Tape tape, Callable plain, Value[] a) {
        Value[] b = withPrimalIndices(a, 2);
        Value base = Overloaded.primal(a[0]);
        Value x = Elements.bare(tape, a[0]);
        Value v = Elements.bare(tape, a[1]);
        if (!(base instanceof Real) && !Recorder.isReal("subsasgn", result(base))) return Shown.mark(tape, "subsasgn", constant(plain, b));
        int[] before = x.dims();
        b[0] = x;
        b[1] = v;
        Value y = Overloaded.invoke("subsasgn", plain, b, 1)[0];
        if (!Recorder.isReal("subsasgn", y)) return y;
        int[] after = y.dims();
        int[] positions = positions(after, b, 2);
        int[] kept = stay(before, after) ? null : moved(before, after);
        int from = Elements.number(tape, a[0]);
        return tape.add(new Assign(y, from, Elements.number(tape, a[1]), positions, v.dims(), before, kept), y);
    }

    /** What an array of the base's class makes of a real element: integers and cells stay what they are. */
    private static Value result(Value base) {
        if (!(base instanceof Array x) || base instanceof Cell) return base;
        return Indexing.assign(x.blank(1, 1), new Value[] {Real.of(1)}, Real.of(0));
    }

    private static Value constant(Callable plain, Value[] b) {
        return plain.call(Overloaded.primals(b), 1)[0];
    }

    /** Whether elements keep their positions when an array grows so. */
    private static boolean stay(int[] before, int[] after) {
        if (Arrays.equals(before, after) || Dims.count(before) == 0) return true;
        for (int k = 0; k < after.length - 1; k++) if (Dims.at(before, k) != after[k]) return false;
        return true;
    }

    /** Where the elements of the smaller array are in the larger one. */
    private static int[] moved(int[] before, int[] after) {
        Value[] ranges = new Value[after.length];
        for (int k = 0; k < ranges.length; k++) ranges[k] = nabla.value.Ranges.of(1, 1, Dims.at(before, k));
        return Indexing.positions(after, ranges);
    }

    /** y = x, then y(positions) = v. */
    private static final class Assign extends Step {
        private final int x;
        private final int v;
        private final int[] positions;
        private final int[] sizes;
        private final int[] before;
        private final int[] kept;

        /** @param kept where x's elements are in y, null when they keep their positions */
        Assign(Value y, int x, int v, int[] positions, int[] sizes, int[] before, int[] kept) {
            super(y);
            this.x = x;
            this.v = v;
            this.positions = positions;
            this.sizes = sizes;
            this.before = before;
            this.kept = kept;
        }

        @Override
        int[] parents() {
            return new int[] {v, x};
        }

        @Override
        void pull(Sweep s, int at) {
            Value g = s.raw(at);
            if (v >= 0) {
                int[] last = lastWriters();
                if (Dims.count(sizes) == last.length) s.give(v, Elements.get(g, last, sizes));
                else s.add(v, Elements.get(g, last, new int[] {last.length, 1}), sizes);
            }
            if (x < 0) return;
            Value rest = Elements.clear(g, positions);
            s.give(x, kept == null ? rest : Elements.get(rest, kept, before));
        }

        /** The positions, −1 where a later one is the same: there the value was overwritten at once. */
        private int[] lastWriters() {
            if (positions.length < 2 || ascending(positions)) return positions;
            int[] r = positions.clone();
            java.util.Set<Integer> seen = new java.util.HashSet<>();
            for (int k = r.length - 1; k >= 0; k--) if (!seen.add(r[k])) r[k] = -1;
            return r;
        }

        private static boolean ascending(int[] p) {
            for (int k = 1; k < p.length; k++) if (p[k] <= p[k - 1]) return false;
            return true;
        }
    }
}
