package nabla.gradient;

import java.util.Arrays;
import nabla.value.Callable;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** A step whose derivatives are a row of the table. */
final class Formula extends Step {
    private static final Value NOTHING = nothing();

    private final Pullback pullback;
    private final boolean elementwise;
    /** The steps that the pullback's arguments come from, and their sizes. */
    private final int[] parents;

    private final int[][] sizes;
    /** The sizes of the results beyond the first. */
    private final int[][] others;
    /** What the formulas mention of results and arguments, in that order; placeholders for the rest. */
    private final Value[] saved;

    /**
     * @param parents for each argument of the row its step, −1 when it has none
     * @param r the results that the row names
     */
    Formula(Pullback pullback, boolean elementwise, int[] parents, Value[] a, Value[] r) {
        super(r[0]);
        this.pullback = pullback;
        this.elementwise = elementwise;
        int n = pullback.arguments.length;
        this.parents = new int[n];
        sizes = new int[n][];
        for (int j = 0; j < n; j++) {
            int k = pullback.arguments[j];
            this.parents[j] = parents[k];
            sizes[j] = a[k].dims();
        }
        others = new int[r.length - 1][];
        for (int k = 1; k < r.length; k++) others[k - 1] = r[k].dims();
        saved = pullback.passes ? null : new Value[r.length + a.length];
        for (int k = 0; saved != null && k < saved.length; k++) {
            saved[k] = NOTHING;
            if (!pullback.needs(k)) continue;
            saved[k] = k < r.length ? r[k] : a[k - r.length];
            saved[k].share();
        }
    }

    private static Value nothing() {
        Real r = Real.empty();
        r.share();
        return r;
    }

    @Override
    int[] parents() {
        return parents;
    }

    @Override
    void pull(Sweep s, int at) {
        if (pullback.passes) {
            Value g = s.of(at);
            g.share();
            for (int j = 0; j < parents.length; j++) s.add(parents[j], g, sizes[j]);
            return;
        }
        int n = 1 + others.length;
        Value[] given = new Value[n + saved.length];
        for (int k = 0; k < n; k++) {
            Value g = k == 0 ? s.of(at) : s.of(at + k, others[k - 1]);
            given[k] = g == null ? Real.zeros(k == 0 ? dims : others[k - 1]) : g;
        }
        System.arraycopy(saved, 0, given, n, saved.length);
        Callable formulas = s.function(pullback.program);
        Value[] c = formulas.call(given, parents.length);
        Value[] slopes = null;
        for (int j = 0; j < parents.length; j++) {
            if (s.zeroWins && elementwise && Tape.hasNaN(c[j])) {
                if (slopes == null) slopes = slopes(s, formulas, given);
                c[j] = product(s, given[0], slopes[j]);
            }
            s.add(parents[j], c[j], sizes[j]);
        }
    }

    /** The function's own derivatives: what arrives being 1. */
    private Value[] slopes(Sweep s, Callable formulas, Value[] given) {
        Value[] unit = given.clone();
        unit[0] = s.fit(Real.of(1), dims);
        Value[] r = formulas.call(unit, parents.length);
        for (int j = 0; j < r.length; j++) r[j] = s.fit(r[j], dims);
        return r;
    }

    /** What arrives times the slope, where 0 times infinity is 0. */
    private static Value product(Sweep s, Value g, Value slope) {
        Real a = (Real) Overloaded.primal(g);
        Real b = (Real) Overloaded.primal(slope);
        int n = 0;
        int[] clash = new int[a.numel()];
        for (int i = 0; i < clash.length; i++) {
            double p = a.re(i) * b.re(i);
            if (p != p && a.re(i) == a.re(i) && b.re(i) == b.re(i)) clash[n++] = i;
        }
        clash = Arrays.copyOf(clash, n);
        g.share();
        slope.share();
        return s.function("times").call(new Value[] {Elements.clear(g, clash), Elements.clear(slope, clash)}, 1)[0];
    }
}
