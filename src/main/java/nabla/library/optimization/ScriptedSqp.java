package nabla.library.optimization;

import java.util.ArrayList;
import java.util.List;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.optim.Box;
import nabla.optim.Constraints;
import nabla.optim.Multipliers;
import nabla.optim.Reason;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** The functions that {@code sqp} takes: each alone or in a cell with its derivative; g(x) = 0, h(x) ≥ 0. */
final class ScriptedSqp implements Constraints.Curved {
    private final Session session;
    private final FunctionHandle[] phi;
    private final FunctionHandle[] g;
    private final FunctionHandle[] h;
    private Box box;

    /** The functions will be asked within a box only. */
    void startsIn(Box within) {
        box = within;
    }

    ScriptedSqp(Session session, Value phi, Value g, Value h) {
        this.session = session;
        this.phi = functions("phi", phi);
        this.g = functions("g", g);
        this.h = functions("h", h);
        if (this.phi[0] == null) throw Failure.of("sqp: phi must be a function", "sqp: phi — функция");
    }

    /** The function and its derivative, null where absent. */
    private static FunctionHandle[] functions(String name, Value v) {
        FunctionHandle[] both = new FunctionHandle[2];
        if (Conditions.absent(v)) return both;
        for (int k = 0; k < 2; k++) {
            Value e = v instanceof Cell c ? k < c.numel() ? c.get(k) : null : k == 0 ? v : null;
            if (e == null) continue;
            if (!(e instanceof FunctionHandle f)) {
                throw Failure.of("sqp: %s must be a function or a cell of functions", "sqp: %s — функция или ячейка функций", name);
            }
            both[k] = f;
        }
        return both;
    }

    FunctionHandle phi() {
        return phi[0];
    }

    /** The gradient of phi as an option. */
    Options options() {
        Struct s = Struct.scalar();
        if (phi[1] != null) s.with("Gradient", phi[1]);
        return new Options("sqp", new Value[] {s}, 0);
    }

    private Numeric at(FunctionHandle f, double[] x) {
        session.poll();
        Value v = Overloaded.ordinary(f.apply(Real.column(x.clone())));
        if (v instanceof Numeric n) return n;
        throw Failure.of("sqp: constraints must be numbers, not a %s", "sqp: ограничения — числа, а не %s", v.className());
    }

    private double[] numbers(FunctionHandle f, double[] x, int sign) {
        if (f == null) return new double[0];
        Numeric v = at(f, x);
        double[] d = new double[v.numel()];
        for (int i = 0; i < d.length; i++) d[i] = v.im(i) == 0 ? sign * v.re(i) : Double.NaN;
        return d;
    }

    @Override
    public Constraints.Values values(double[] x) {
        return new Constraints.Values(numbers(h[0], x, -1), numbers(g[0], x, 1));
    }

    @Override
    public Constraints.Slopes slopes(double[] x) {
        boolean differences = h[0] != null && h[1] == null || g[0] != null && g[1] == null;
        Constraints.Slopes s = differences ? Constraints.differences(this, x, box) : null;
        return new Constraints.Slopes(
                h[1] == null && s != null ? s.inequalities() : rows(h[1], x, -1), g[1] == null && s != null ? s.equalities() : rows(g[1], x, 1));
    }

    private double[][] rows(FunctionHandle f, double[] x, int sign) {
        if (f == null) return new double[0][];
        double[][] rows = Conditions.rows("sqp", "J", at(f, x), x.length);
        for (double[] row : rows) for (int i = 0; i < row.length; i++) row[i] *= sign;
        return rows;
    }

    /** What Octave's numbers say about the end. */
    static int info(Reason r) {
        return switch (r.kind()) {
            case STEPS_DONE, EVALUATIONS_DONE -> 103;
            case STEP_SMALL -> 104;
            default -> r.success() && r.kind() != Reason.Kind.NO_DESCENT ? 101 : 102;
        };
    }

    /** The multipliers of g, h and the finite bounds in a column: ∇phi = ∇g·λ + ... */
    static Real lambda(Multipliers u, Conditions box) {
        List<Double> all = new ArrayList<>();
        for (double e : u.equalities()) all.add(-e);
        for (double e : u.inequalities()) all.add(e);
        for (int i = 0; i < u.lower().length; i++) if (!Double.isInfinite(box.lower()[i])) all.add(u.lower()[i]);
        for (int i = 0; i < u.upper().length; i++) if (!Double.isInfinite(box.upper()[i])) all.add(u.upper()[i]);
        return Real.column(all.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
