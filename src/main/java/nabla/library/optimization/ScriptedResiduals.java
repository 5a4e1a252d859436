package nabla.library.optimization;

import java.util.function.IntFunction;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.optim.Box;
import nabla.optim.Residuals;
import nabla.value.Convert;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** A function of the language with an array of results as residuals, data subtracted if there are any; points go to it in the start's shape. */
final class ScriptedResiduals implements Residuals {
    private final String caller;
    private final Session session;
    private final FunctionHandle f;
    private final boolean second;
    private final int[] shape;
    private final boolean single;
    private final Value xdata;
    private final double[] ydata;
    private double[] start;
    /** Where the function may be asked. */
    private Box box;
    private final Foreseen foreseen;
    private final Answers answers;
    /** Whether f can be differentiated; null before the attempt at the start. */
    private Boolean exact;
    /** The shape of what f gives. */
    private int[] resultShape;

    /**
     * @param second whether f gives the Jacobian as its second result
     * @param xdata f's second argument, or null
     * @param ydata what f is to give there, or null for zeros
     */
    ScriptedResiduals(String caller, Session session, FunctionHandle f, boolean second, Numeric start, Value xdata, double[] ydata,
            Options options) {
        this.caller = caller;
        this.session = session;
        this.f = f;
        this.second = second;
        this.start = start.toDoubles();
        box = Box.free(this.start.length);
        shape = start.dims();
        single = start.isSingle();
        this.xdata = xdata;
        this.ydata = ydata;
        foreseen = new Foreseen(caller, session, f, options, this::arguments);
        answers = Answers.ofObjective(caller, options);
    }

    /** The run stays within a box: so do differences. */
    void startsIn(Box within) {
        box = within;
        start = within.inside(start);
    }

    Real point(double[] x) {
        return new Real(x.clone(), shape.clone());
    }

    /** A point as a result: of single precision where the start is. */
    Value result(double[] x) {
        return single ? Convert.toSingle(point(x)) : point(x);
    }

    /** Residuals in the shape in which f gives them. */
    Real shaped(double[] r) {
        return new Real(r, resultShape == null ? new int[] {r.length, 1} : resultShape.clone());
    }

    /** The function as it is written. */
    String text() {
        return f.text();
    }

    /** How many residuals there are. */
    int count() {
        return Dims.count(resultShape);
    }

    /** The exact Jacobian, whatever Jacobian was given; null where f can't be differentiated. */
    double[] exactJacobian(double[] x) {
        return exact() ? differentiated(x) : null;
    }

    /** The exact Jacobian, whatever Jacobian was given, else that by differences. */
    double[] right(double[] x) {
        double[] j = exactJacobian(x);
        return j == null ? jacobian(x, box) : j;
    }

    /** Where the Jacobians come from, in the words of output.gradient. */
    String source() {
        return second ? "given" : exact() ? "exact" : "differences";
    }

    private Value[] arguments(double[] x) {
        return xdata == null ? new Value[] {point(x)} : new Value[] {point(x), xdata};
    }

    private Value[] call(double[] x, int results) {
        session.poll();
        return results == 1 ? new Value[] {Points.at(f, arguments(x))} : f.target().call(arguments(x), results);
    }

    @Override
    public void ahead(int n, IntFunction<double[]> points) {
        foreseen.points(n, points);
    }

    /** Ends the run: tells what its user is to know. */
    void conclude() {
        foreseen.conclude();
    }

    @Override
    public double[] residuals(double[] x) {
        Value known = foreseen.at(x);
        Value[] r = known != null ? new Value[] {known} : call(x, 1);
        if (r.length == 0) throw Failure.of("%s: the function gives nothing", "%s: функция ничего не даёт", caller);
        double[] v = answers.residuals(r[0]);
        if (v.length == 0) throw Failure.of("%s: the function gives no numbers: []", "%s: функция не даёт чисел: []", caller);
        if (resultShape != null && v.length != count()) {
            throw Failure.of("%s: the function gives %d numbers here and %d elsewhere: there must always be as many",
                    "%s: функция даёт здесь %d чисел, а в другой точке %d: их должно быть всегда поровну", caller, v.length, count());
        }
        resultShape = r[0].dims();
        if (ydata == null) return v;
        if (v.length != ydata.length) {
            throw Failure.of("%s: the function gives %d numbers (%s), the data are %d",
                    "%s: функция даёт чисел: %d (%s), а данных: %d", caller, v.length, Dims.text(resultShape), ydata.length);
        }
        for (int i = 0; i < v.length; i++) v[i] -= ydata[i];
        return v;
    }

    @Override
    public double[] jacobian(double[] x) {
        if (!second) {
            double[] j = exact() ? differentiated(x) : null;
            return j == null ? jacobian(x, box) : j;
        }
        Value[] r = call(x, 2);
        int m = r.length == 0 ? 0 : r[0].numel();
        if (r.length == 2 && r[1] instanceof Numeric j && !j.isComplex() && j.numel() == m * x.length) return j.toDoubles().clone();
        throw Failure.of("%s: the Jacobian, the function's second result, must be %dx%d", "%s: матрица Якоби, второй результат функции, должна быть %dx%d",
                caller, m, x.length);
    }

    /** Whether the Jacobian costs no values: f gives it, or could be differentiated where it was first asked for. */
    @Override
    public boolean hasJacobian() {
        return second || exact();
    }

    private boolean exact() {
        if (exact == null) exact = agrees(differentiated(start));
        return exact;
    }

    /**
     * Whether a Jacobian at the start tells what the residuals do along one direction: programs that go by way of text and back have
     * derivatives that say nothing.
     */
    private boolean agrees(double[] jacobian) {
        if (jacobian == null) return false;
        int n = start.length;
        double[] above = start.clone();
        double[] below = start.clone();
        for (int j = 0; j < n; j++) {
            double h = 1e-5 * (start[j] == 0 ? 1 : Math.abs(start[j])) * (1 + 0.3 * Math.sin(j));
            above[j] = Math.min(start[j] + h, box.upper()[j]);
            below[j] = Math.max(start[j] - h, box.lower()[j]);
        }
        double[] up = residuals(above);
        double[] down = residuals(below);
        for (int i = 0; i < up.length; i++) {
            double promised = 0;
            for (int j = 0; j < n; j++) promised += jacobian[i + j * up.length] * (above[j] - below[j]);
            double seen = up[i] - down[i];
            double rounding = 1e-10 * (Math.abs(up[i]) + Math.abs(down[i]) + 1e-5);
            if (Math.abs(promised - seen) > 1e-2 * (Math.abs(promised) + Math.abs(seen)) + rounding) return false;
        }
        return true;
    }

    /** The exact Jacobian; null where f computes what has no derivative. */
    private double[] differentiated(double[] x) {
        try {
            Value j = Gradients.jacobian(session, f, point(x), xdata == null ? new Value[0] : new Value[] {xdata});
            return j instanceof Real r && finite(r.data()) ? r.data().clone() : null;
        } catch (Failure withoutDerivative) {
            return null;
        }
    }

    private static boolean finite(double[] d) {
        for (double v : d) if (!Double.isFinite(v)) return false;
        return true;
    }
}
