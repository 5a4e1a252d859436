package nabla.gradient;

import java.util.Arrays;
import java.util.List;
import nabla.value.Callable;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Value;

/** A step whose derivatives are a row of the table. */
final class Formula extends Step {
    private final Derivatives.Row row;
    private final boolean elementwise;
    private final int[] parents;
    private final int[][] sizes;
    private final int[][] resultSizes;
    /** What the formulas mention of results and arguments, in that order; placeholders for the others. */
    private final Value[] saved;

    Formula(Derivatives.Row row, boolean elementwise, int[] parents, Value[] a, Value[] r) {
        super(r[0]);
        this.row = row;
        this.elementwise = elementwise;
        this.parents = parents;
        sizes = new int[parents.length][];
        int results = row.results().size();
        resultSizes = new int[results][];
        List<String> names = row.names();
        saved = new Value[Math.max(names.size(), results + a.length)];
        Arrays.fill(saved, NOTHING);
        for (int k = 0; k < results; k++) {
            resultSizes[k] = r[k].dims();
            keep(k, names, r[k]);
        }
        for (int k = 0; k < a.length; k++) {
            if (k < parents.length) sizes[k] = a[k].dims();
            keep(results + k, names, a[k]);
        }
    }

    private static final Value NOTHING = nothing();

    private static Value nothing() {
        Real r = Real.empty();
        r.share();
        return r;
    }

    private void keep(int k, List<String> names, Value v) {
        boolean mentioned = k >= names.size();
        for (int j = 0; j < parents.length && !mentioned; j++) mentioned = parents[j] >= 0 && row.mentions(j, names.get(k));
        if (!mentioned) return;
        v.share();
        saved[k] = v;
    }

    @Override
    void pull(Sweep s, int at) {
        int n = resultSizes.length;
        Value[] arguments = new Value[n + saved.length];
        for (int k = 0; k < n; k++) {
            Value g = k == 0 ? s.of(at) : s.of(at + k, resultSizes[k]);
            arguments[k] = g == null ? Real.zeros(resultSizes[k]) : g;
        }
        System.arraycopy(saved, 0, arguments, n, saved.length);
        for (int k = 0; k < parents.length; k++) {
            if (parents[k] < 0) continue;
            Callable formula = s.function(row.program(k));
            Value c = formula.call(arguments.clone(), 1)[0];
            if (s.zeroWins && elementwise && Tape.hasNaN(c)) c = product(s, formula, arguments);
            s.add(parents[k], c, sizes[k]);
        }
    }

    /** The derivative that arrives times the function's own, where 0 times infinity is 0. */
    private Value product(Sweep s, Callable formula, Value[] arguments) {
        Value[] unit = arguments.clone();
        unit[0] = s.fit(Real.of(1), dims);
        Value slope = s.fit(formula.call(unit, 1)[0], dims);
        Value g = arguments[0];
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
