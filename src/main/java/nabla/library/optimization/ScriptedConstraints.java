package nabla.library.optimization;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.optim.Box;
import nabla.optim.Constraints;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/**
 * A function [c, ceq] = nonlcon(x) of the language as constraints c ≤ 0, ceq = 0; either may be empty, and one that gives c alone
 * has no equalities.
 */
final class ScriptedConstraints implements Constraints.Curved {
    private final String caller;
    private final Session session;
    private final FunctionHandle f;
    private final boolean gradients;
    private final Parameters form;
    private final Answers answers;
    /** Where the function may be asked. */
    private final Box box;
    /** How many constraints of both kinds there are, null before they are known. */
    private int[] counts;

    /** Whether f can be differentiated, as far as is known. */
    private boolean exact = true;

    /** @param gradients whether f gives the gradients as its third and fourth results, a column for each constraint */
    ScriptedConstraints(String caller, Session session, FunctionHandle f, boolean gradients, Parameters form, Box box, Options options) {
        this.caller = caller;
        this.session = session;
        this.f = f;
        this.gradients = gradients;
        this.form = form;
        this.box = box;
        answers = new Answers(caller, "nonlcon", options);
    }

    /** The run does not depend on one start: see {@link Answers#lenient}. */
    ScriptedConstraints ofManyPoints() {
        answers.lenient();
        return this;
    }

    private Value[] call(double[] x, int results) {
        session.poll();
        return f.target().call(new Value[] {form.at(x)}, results);
    }

    @Override
    public Constraints.Values values(double[] x) {
        Value[] r = call(x, 2);
        Constraints.Values v = new Constraints.Values(numbers(r, 0), numbers(r, 1));
        int[] now = {v.inequalities().length, v.equalities().length};
        if (counts == null) counts = now;
        if (Arrays.equals(now, counts)) return v;
        throw Failure.of("%s: nonlcon gives %d and %d numbers here, %d and %d elsewhere: there must always be as many",
                "%s: nonlcon даёт здесь %d и %d чисел, а в другой точке %d и %d: их должно быть всегда поровну", caller, now[0], now[1], counts[0], counts[1]);
    }

    @Override
    public Constraints.Slopes slopes(double[] x) {
        if (!gradients) {
            Constraints.Slopes s = exact ? exact(x) : null;
            exact = s != null;
            return exact ? s : Constraints.differences(this, x, box);
        }
        Value[] r = call(x, 4);
        int m = numbers(r, 0).length;
        int k = numbers(r, 1).length;
        return new Constraints.Slopes(columns(r, 2, m, x.length), columns(r, 3, k, x.length));
    }

    /** By reverse differentiation of what f computes; null where that is not possible. */
    private Constraints.Slopes exact(double[] x) {
        Constraints.Values v = values(x);
        try {
            double[][] g = exact(x, 0, v.inequalities().length);
            double[][] h = exact(x, 1, v.equalities().length);
            return g == null || h == null ? null : new Constraints.Slopes(g, h);
        } catch (Failure e) {
            return null;
        }
    }

    private double[][] exact(double[] x, int k, int m) {
        if (m == 0) return new double[0][];
        FunctionHandle result = new FunctionHandle(f.text(), f.anonymous(), (a, n) -> new Value[] {f.target().call(a, 2)[k]});
        double[][] rows = Conditions.rows(caller, "J", Gradients.jacobian(session, result, form.at(x)), x.length);
        for (double[] row : rows) for (double d : row) if (!Double.isFinite(d)) return null;
        return rows;
    }

    private double[] numbers(Value[] results, int k) {
        boolean none = results.length <= k || results[k] == null || results[k].isEmpty() && !(results[k] instanceof Char);
        return none ? new double[0] : answers.constraints(results[k]);
    }

    private double[][] columns(Value[] results, int k, int m, int n) {
        double[][] rows = new double[m][n];
        if (m == 0) return rows;
        if (results.length > k && results[k] instanceof Numeric g && g.rows() == n && g.columns() == m) {
            for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) rows[i][j] = g.re(j + i * n);
            return rows;
        }
        throw Failure.of(
                "%s: result %d of the constraints must be their gradients, %dx%d: a column for each",
                "%s: результат %d функции ограничений — их градиенты, %dx%d: столбец на каждое", caller, k + 1, n, m);
    }
}
