package nabla.library;

import nabla.engine.Session;
import nabla.optim.Objective;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** A function of the language as an objective: points go to it in the start's shape. */
final class Scripted implements Objective {
    private final String caller;
    private final Session session;
    private final FunctionHandle f;
    private final FunctionHandle gradient;
    private final boolean second;
    private final int[] shape;

    /**
     * @param gradient the gradient as a function, or null
     * @param second whether f gives the gradient as its second result
     */
    Scripted(String caller, Session session, FunctionHandle f, FunctionHandle gradient, boolean second, int[] shape) {
        this.caller = caller;
        this.session = session;
        this.f = f;
        this.gradient = gradient;
        this.second = second;
        this.shape = shape;
    }

    Real point(double[] x) {
        return new Real(x.clone(), shape.clone());
    }

    /** The shape of the points. */
    int[] shape() {
        return shape;
    }

    @Override
    public double value(double[] x) {
        session.poll();
        return number(caller, f.apply(point(x)));
    }

    /** One real number; what is not one is the caller's error. */
    static double number(String caller, Value v) {
        if (v instanceof Numeric n && n.isScalar()) return n.im(0) == 0 ? n.re(0) : Double.NaN;
        throw Failure.of("%s: the function must give one number, not %s", "%s: функция должна давать одно число, а не %s", caller,
                nabla.value.Dims.text(v.dims()) + " " + v.className());
    }

    @Override
    public double[] gradient(double[] x) {
        if (!hasGradient()) return Objective.super.gradient(x);
        Value g;
        if (gradient != null) {
            g = gradient.apply(point(x));
        } else {
            Value[] both = f.target().call(new Value[] {point(x)}, 2);
            if (both.length < 2) throw Failure.of("%s: the function gives no gradient", "%s: функция не даёт градиента", caller);
            g = both[1];
        }
        if (g instanceof Numeric n && !n.isComplex() && n.numel() == x.length) return n.toDoubles().clone();
        throw Failure.of("%s: the gradient must have %d real elements", "%s: в градиенте должно быть %d вещественных чисел", caller, x.length);
    }

    @Override
    public boolean hasGradient() {
        return gradient != null || second;
    }
}
