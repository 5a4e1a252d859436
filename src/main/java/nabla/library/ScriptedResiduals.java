package nabla.library;

import nabla.engine.Session;
import nabla.optim.Residuals;
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
    private final Value xdata;
    private final double[] ydata;
    /** The shape of what f gives. */
    private int[] resultShape;

    /**
     * @param second whether f gives the Jacobian as its second result
     * @param xdata f's second argument, or null
     * @param ydata what f is to give there, or null for zeros
     */
    ScriptedResiduals(String caller, Session session, FunctionHandle f, boolean second, int[] shape, Value xdata, double[] ydata) {
        this.caller = caller;
        this.session = session;
        this.f = f;
        this.second = second;
        this.shape = shape;
        this.xdata = xdata;
        this.ydata = ydata;
    }

    Real point(double[] x) {
        return new Real(x.clone(), shape.clone());
    }

    /** Residuals in the shape in which f gives them. */
    Real shaped(double[] r) {
        return new Real(r, resultShape == null ? new int[] {r.length, 1} : resultShape.clone());
    }

    private Value[] call(double[] x, int results) {
        session.poll();
        return f.target().call(xdata == null ? new Value[] {point(x)} : new Value[] {point(x), xdata}, results);
    }

    @Override
    public double[] residuals(double[] x) {
        Value[] r = call(x, 1);
        if (r.length == 0 || !(r[0] instanceof Numeric n)) {
            throw Failure.of("%s: the function must give an array of numbers", "%s: функция должна давать массив чисел", caller);
        }
        resultShape = n.dims();
        double[] v = numbers(n);
        if (ydata == null) return v;
        if (v.length != ydata.length) {
            throw Failure.of("%s: the function gives %d numbers (%s), the data are %d",
                    "%s: функция даёт чисел: %d (%s), а данных: %d", caller, v.length, Dims.text(resultShape), ydata.length);
        }
        for (int i = 0; i < v.length; i++) v[i] -= ydata[i];
        return v;
    }

    /** Complex residuals are no numbers: no step leads there. */
    private static double[] numbers(Numeric n) {
        double[] v = new double[n.numel()];
        for (int i = 0; i < v.length; i++) v[i] = n.isComplex() && n.im(i) != 0 ? Double.NaN : n.re(i);
        return v;
    }

    @Override
    public double[] jacobian(double[] x) {
        if (!second) return Residuals.super.jacobian(x);
        Value[] r = call(x, 2);
        int m = r.length == 0 ? 0 : r[0].numel();
        if (r.length == 2 && r[1] instanceof Numeric j && !j.isComplex() && j.numel() == m * x.length) return j.toDoubles().clone();
        throw Failure.of("%s: the Jacobian, the function's second result, must be %dx%d", "%s: якобиан, второй результат функции, должен быть %dx%d",
                caller, m, x.length);
    }

    @Override
    public boolean hasJacobian() {
        return second;
    }
}
