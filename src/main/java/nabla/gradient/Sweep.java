package nabla.gradient;

import java.util.Arrays;
import java.util.function.Supplier;
import nabla.value.Callable;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/**
 * One way back over a tape: the derivative by each step's result, gathered from the steps that used it. A derivative that nobody
 * else holds is added to in place. It may be longer than the result: then the array grew later, at its end.
 */
final class Sweep {
    private final Tape tape;
    private final Value[] derivatives;

    private Sweep(Tape tape, int length) {
        this.tape = tape;
        derivatives = new Value[length];
    }

    static Sweep of(Tape tape, Traced y, Value seed) {
        return of(tape, y, seed, 0);
    }

    /** The way back over the steps from this number on: the derivatives by earlier ones are what these add to them. */
    static Sweep of(Tape tape, Traced y, Value seed, int from) {
        Sweep s = new Sweep(tape, y.step + 1);
        s.derivatives[y.step] = seed instanceof Real r && Traced.behind(y) instanceof PreciseArray p ? p.like(r) : seed;
        seed.share();
        for (int at = y.step; at >= from; at--) {
            Step step = tape.step(at);
            if (step == null || step instanceof Step.Variable || !s.reached(at)) continue;
            step.pull(s, at);
            for (int k = at; k == at || k < s.derivatives.length && tape.step(k) == null; k++) s.derivatives[k] = null;
        }
        return s;
    }

    private boolean reached(int at) {
        for (int k = at; k == at || k < derivatives.length && tape.step(k) == null; k++) if (derivatives[k] != null) return true;
        return false;
    }

    /** The derivative by the result of this number, null when y does not depend on it. */
    Value of(int at) {
        return of(at, tape.step(at).dims);
    }

    /** The derivative by a further result of a step. */
    Value of(int at, int[] dims) {
        return at >= derivatives.length || derivatives[at] == null ? null : Fit.trimmed(tape, derivatives[at], dims);
    }

    /** How many steps there may be derivatives by. */
    int length() {
        return derivatives.length;
    }

    /** The derivative as it was gathered, perhaps longer than the result. */
    Value raw(int at) {
        return at < derivatives.length ? derivatives[at] : null;
    }

    /** Whether the step where a derivative becomes NaN is to be noted. */
    boolean watches() {
        return tape.watches();
    }

    /** Whether an index was computed from the step's result. */
    boolean chooses(int step) {
        return tape.hasChosen(step);
    }

    /** The error of a derivative that arrives where there is none. */
    Failure lost(int at, Supplier<Failure> reason) {
        return tape.lost(at, reason);
    }

    Callable function(String name) {
        return tape.function(name);
    }

    /** Adds a contribution, fitted to the sizes of the result. */
    void add(int at, Value contribution, int[] dims) {
        give(at, Fit.to(tape, contribution, dims));
    }

    /** Adds a contribution that fits, or is longer where the array grew; takes it over when it is the first. */
    void give(int at, Value c) {
        Value d = derivatives[at];
        derivatives[at] = d == null ? c : sum(d, c);
    }

    private Value sum(Value d, Value c) {
        if (d instanceof Real x && c instanceof Real y) return x.numel() < y.numel() ? plus(y, x) : plus(x, y);
        int[] dims = c.numel() < d.numel() ? c.dims() : d.dims();
        Value[] pair = {Fit.trimmed(tape, d, dims), Fit.trimmed(tape, c, dims)};
        return tape.function("plus").call(pair, 1)[0];
    }

    /** x + y in x where nobody shares it; y may be shorter. */
    private static Real plus(Real x, Real y) {
        double[] a = x.data();
        double[] b = y.data();
        if (x.shared()) a = Arrays.copyOf(a, a.length);
        for (int i = 0; i < b.length; i++) a[i] += b[i];
        return x.shared() ? new Real(x.isSingle(), a, x.dims()) : x;
    }

    /** Adds a contribution to the elements at these positions of a result of these sizes. */
    void scatter(int at, int[] positions, Value c, int[] dims) {
        Value d = derivatives[at];
        if (d == null) d = Real.zeros(dims);
        else if (d.numel() > Dims.count(dims) && !(d instanceof Real)) d = Fit.trimmed(tape, d, dims);
        derivatives[at] = Elements.add(d, positions, c);
    }
}
