package nabla.gradient;

import java.util.Arrays;
import nabla.value.Callable;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** A step whose derivatives are a row of the table. */
final class Formula extends Step {
    private static final Value NOTHING = nothing();

    private final Pullback pullback;
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
    Formula(Pullback pullback, int[] parents, Value[] a, Value[] r) {
        super(r[0]);
        this.pullback = pullback;
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
        if (s.watches() && !Tape.hasNaN(given[0]) && Tape.hasNaN(c)) s.lost(at, () -> undefined(pullback.function));
        for (int j = 0; j < parents.length; j++) s.add(parents[j], c[j], sizes[j]);
    }

    private static Failure undefined(String function) {
        return Failure.of("0 times infinity in the derivative of %s", "0, умноженный на бесконечность, в производной %s", function);
    }

    @Override
    boolean isDifference(Tape tape) {
        return switch (pullback.function) {
            case "minus" -> true;
            case "plus" -> Arrays.stream(parents).anyMatch(p -> tape.step(p) instanceof Formula f && f.pullback.function.equals("uminus"));
            case "uminus", "uplus", "reshape", "vec", "transpose", "ctranspose" -> super.isDifference(tape);
            default -> false;
        };
    }
}
