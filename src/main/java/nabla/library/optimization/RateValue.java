package nabla.library.optimization;

import nabla.optim.Rate;
import nabla.value.Failure;
import nabla.value.Foreign;
import nabla.value.Indexed;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** A schedule of the learning rate as scripts hold it: {@code c(k)} is the rate of step k, for an array an array. */
final class RateValue implements Foreign.Named, Indexed {
    private final Rate rate;

    private RateValue(Rate rate) {
        this.rate = rate;
    }

    static Foreign of(Rate rate) {
        return new Foreign(new RateValue(rate));
    }

    /** The schedule that the value holds, or null. */
    static Rate in(Value v) {
        return v instanceof Foreign f && f.object() instanceof RateValue r ? r.rate : null;
    }

    @Override
    public String className() {
        return "schedule";
    }

    @Override
    public String toString() {
        return rate.text();
    }

    @Override
    public Value get(Value[] indices) {
        if (indices.length != 1 || !(indices[0] instanceof Numeric k)) {
            throw Failure.of("a schedule takes the step's number: c(1) is the first rate", "расписанию нужен номер шага: c(1) — первая скорость");
        }
        double[] eta = new double[k.numel()];
        for (int i = 0; i < eta.length; i++) eta[i] = rate.at(Math.max(0, (int) k.re(i) - 1));
        return new Real(eta, k.dims().clone());
    }

    @Override
    public void set(Value[] indices, Value v) {
        throw Failure.of("a schedule cannot be changed: make a new one", "расписание нельзя изменить: создайте новое");
    }

    @Override
    public Value property(String name) {
        return RuleValue.property(rate, name);
    }

    @Override
    public Value[] method(String name, Value[] arguments, int nargout) {
        return null;
    }
}
