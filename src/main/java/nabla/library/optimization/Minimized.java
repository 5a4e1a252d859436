package nabla.library.optimization;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import nabla.optim.GradientCheck;
import nabla.optim.Landscape;
import nabla.optim.Objective;
import nabla.optim.Outcome;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Value;

/** What a run minimized and where it ended, kept in its output for explain. */
final class Minimized implements Foreign.Named, Indexed {
    /** With more variables than this a Hessian is too dear. */
    private static final int SMALL = 40;

    private final String text;
    private final Objective f;
    private final Derivatives derivatives;
    private final double[] start;
    private final double[] end;
    private final boolean free;

    /**
     * First derivatives in a row: the gradient, or the columns of a Jacobian.
     *
     * @param given those that the run used
     * @param right the exact ones whatever was given, else differences
     * @param exact the exact ones, or null
     * @param name of the k-th, from 0
     */
    private record Derivatives(UnaryOperator<double[]> given, UnaryOperator<double[]> right, UnaryOperator<double[]> exact,
            IntFunction<String> name) {}

    private Minimized(String text, Objective f, Derivatives derivatives, double[] start, Outcome r) {
        this.text = text;
        this.f = f;
        this.derivatives = derivatives;
        this.start = start;
        end = r.last();
        free = r.interior();
    }

    static Foreign of(Scripted f, Outcome r) {
        Derivatives d = new Derivatives(f::gradient, f::right, f::exactGradient, k -> f.form().name("x", k));
        return new Foreign(new Minimized(f.text(), f, d, f.form().start(), r));
    }

    static Foreign of(ScriptedResiduals f, double[] start, Outcome r) {
        IntFunction<String> name = k -> {
            int m = f.count();
            return String.format("r(%d) / x(%d)", k % m + 1, k / m + 1);
        };
        return new Foreign(new Minimized(f.text(), f, new Derivatives(f::jacobian, f::right, f::exactJacobian, name), start, r));
    }

    /** Whether the function's gradient, or Jacobian, can be checked against exact derivatives rather than differences. */
    boolean differentiable() {
        return derivatives.exact.apply(end) != null;
    }

    /** The user's gradient against the right one, at the end and, where that agrees, at the start. */
    GradientCheck check() {
        GradientCheck atEnd = check(end);
        GradientCheck atStart = atEnd.agrees() ? check(start) : atEnd;
        return atStart.agrees() && atStart.difference() < atEnd.difference() ? atEnd : atStart;
    }

    private GradientCheck check(double[] x) {
        return GradientCheck.of(x, derivatives.given.apply(x), derivatives.right.apply(x));
    }

    /** f around the end of the run; null where it tells nothing, or is too dear. */
    Landscape landscape() {
        if (!free || end.length > SMALL) return null;
        Landscape l = Landscape.at(f, end);
        for (double v : l.eigenvalues()) if (!Double.isFinite(v)) return null;
        return Double.isFinite(l.gradientNorm()) ? l : null;
    }

    /** By what a derivative is taken: x(3), x.w(2). */
    String name(int k) {
        return derivatives.name.apply(k);
    }

    @Override
    public String className() {
        return "problem";
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Minimized m && text.equals(m.text) && Arrays.equals(start, m.start) && Arrays.equals(end, m.end) && free == m.free;
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + Arrays.hashCode(end);
    }

    @Override
    public Value property(String name) {
        return null;
    }

    @Override
    public Value get(Value[] indices) {
        throw Failure.of("a problem is there for explain(output)", "задача хранится для explain(output)");
    }

    @Override
    public void set(Value[] indices, Value v) {
        get(indices);
    }

    @Override
    public Value[] method(String name, Value[] arguments, int nargout) {
        return null;
    }
}
