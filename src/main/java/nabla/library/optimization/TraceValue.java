package nabla.library.optimization;

import java.util.Locale;
import nabla.optim.Trace;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Lang;
import nabla.value.Real;
import nabla.value.Value;

/** The way a run took, as scripts hold it: printed in a line, its columns are properties: x (a row for each iterate), fval, gradnorm. */
final class TraceValue implements Foreign.Named, Indexed {
    private final Trace trace;

    private TraceValue(Trace trace) {
        this.trace = trace;
    }

    static Foreign of(Trace trace) {
        return new Foreign(new TraceValue(trace));
    }

    @Override
    public String className() {
        return "trace";
    }

    @Override
    public String toString() {
        int n = trace.size();
        double[] f = trace.values();
        String ends = n == 0 ? "" : String.format(Locale.ROOT, Lang.say(", f from %.5g to %.5g", ", f от %.5g до %.5g"), f[0], f[n - 1]);
        return n + Lang.say(" iterates", " точек пути") + ends + ": .x, .fval, .gradnorm";
    }

    @Override
    public Value property(String name) {
        return switch (name) {
            case "x" -> iterates();
            case "fval" -> Real.column(trace.values());
            case "gradnorm" -> Real.column(trace.gradientNorms());
            default -> null;
        };
    }

    private Real iterates() {
        double[][] rows = new double[trace.size()][];
        for (int k = 0; k < rows.length; k++) rows[k] = trace.iterate(k);
        return Minimization.rows(rows);
    }

    @Override
    public Value get(Value[] indices) {
        throw Failure.of("a trace is read by its properties x, fval, gradnorm", "путь читают по полям x, fval, gradnorm");
    }

    @Override
    public void set(Value[] indices, Value v) {
        throw Failure.of("a trace cannot be changed", "путь изменить нельзя");
    }

    @Override
    public Value[] method(String name, Value[] arguments, int nargout) {
        return null;
    }
}
