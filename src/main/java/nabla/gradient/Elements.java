package nabla.gradient;

import nabla.value.Real;
import nabla.value.Value;

/** Taking, writing and adding to elements by their positions (from 0); position −1 stands for no element. All three can be traced. */
final class Elements {
    private Elements() {}

    /** An array of these sizes whose element k is x's element positions[k], 0 for no element. */
    static Value get(Value x, int[] positions, int[] dims) {
        Tape t = Traced.innermost(x);
        if (t == null) return Traced.behind(x) instanceof PreciseArray p ? p.at(positions, dims) : plainGet((Real) Traced.primal(x), positions, dims);
        Traced from = (Traced) x;
        Value y = get(from.value, positions, dims);
        return t.add(new Get(y, from.step, positions, from.value.dims()), y);
    }

    private static Real plainGet(Real x, int[] positions, int[] dims) {
        double[] from = x.data();
        double[] r = new double[positions.length];
        for (int k = 0; k < r.length; k++) if (positions[k] >= 0) r[k] = from[positions[k]];
        return new Real(x.isSingle(), r, dims);
    }

    /** x with c[k] added to its element positions[k]; in place where nobody shares x. */
    static Value add(Value x, int[] positions, Value c) {
        Tape t = Traced.innermost(x, c);
        if (t == null) {
            boolean precise = Traced.behind(x) instanceof PreciseArray || Traced.behind(c) instanceof PreciseArray;
            if (precise) return PreciseArray.of(Traced.behind(x)).with(positions, PreciseArray.of(Traced.behind(c)));
            return plainAdd((Real) Traced.primal(x), positions, (Real) Traced.primal(c));
        }
        Value base = bare(t, x);
        Value y = add(base, positions, bare(t, c));
        return t.add(new Add(y, number(t, x), number(t, c), positions, c.dims()), y);
    }

    private static Real plainAdd(Real x, int[] positions, Real c) {
        Real r = x.shared() ? x.copy() : x;
        double[] to = r.data();
        double[] from = c.data();
        for (int k = 0; k < positions.length; k++) if (positions[k] >= 0) to[positions[k]] += from[k];
        return r;
    }

    /** x with 0 at the positions; in place where nobody shares x. */
    static Value clear(Value x, int[] positions) {
        Tape t = Traced.innermost(x);
        if (t != null) {
            Value y = clear(bare(t, x), positions);
            return t.add(new Clear(y, number(t, x), positions), y);
        }
        if (Traced.behind(x) instanceof PreciseArray p) return p.without(positions);
        Real r = (Real) Traced.primal(x);
        if (r.shared()) r = r.copy();
        double[] to = r.data();
        for (int p : positions) to[p] = 0;
        return r;
    }

    /** The value that the tape sees; shared where the traced one is, so that it is not written to. */
    static Value bare(Tape t, Value v) {
        if (!(v instanceof Traced x) || x.tape != t) return v;
        if (x.shared()) x.value.share();
        return x.value;
    }

    /** The number of the value's step on the tape, −1 when it has none there. */
    static int number(Tape t, Value v) {
        return v instanceof Traced x && x.tape == t ? x.step : -1;
    }

    /** y = x(positions). */
    static final class Get extends Step {
        private final int x;
        private final int[] positions;
        private final int[] sizes;

        Get(Value y, int x, int[] positions, int[] sizes) {
            super(y);
            this.x = x;
            this.positions = positions;
            this.sizes = sizes;
        }

        @Override
        int[] parents() {
            return new int[] {x};
        }

        @Override
        void pull(Sweep s, int at) {
            s.scatter(x, positions, s.of(at), sizes);
        }
    }

    /** y = x, then y(positions) += c. */
    private static final class Add extends Step {
        private final int x;
        private final int c;
        private final int[] positions;
        private final int[] sizes;

        Add(Value y, int x, int c, int[] positions, int[] sizes) {
            super(y);
            this.x = x;
            this.c = c;
            this.positions = positions;
            this.sizes = sizes;
        }

        @Override
        void pull(Sweep s, int at) {
            if (c >= 0) s.give(c, get(s.raw(at), positions, sizes));
            if (x >= 0) s.give(x, s.raw(at));
        }
    }

    /** y = x, then y(positions) = 0. */
    private static final class Clear extends Step {
        private final int x;
        private final int[] positions;

        Clear(Value y, int x, int[] positions) {
            super(y);
            this.x = x;
            this.positions = positions;
        }

        @Override
        void pull(Sweep s, int at) {
            s.give(x, clear(s.raw(at), positions));
        }
    }
}
