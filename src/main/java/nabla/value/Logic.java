package nabla.value;

/** And, or, not between elements: whatever is not zero is true, and NaN is neither. */
final class Logic {
    private Logic() {}

    static Bool apply(Operator op, Numeric a, Numeric b) {
        int[] d = Broadcast.dims(a.dims(), b.dims(), op);
        boolean[] x = Convert.toBool(Broadcast.stretch(a, d)).data();
        boolean[] y = Convert.toBool(Broadcast.stretch(b, d)).data();
        boolean[] r = new boolean[Dims.count(d)];
        int sx = x.length == 1 ? 0 : 1;
        int sy = y.length == 1 ? 0 : 1;
        boolean and = op == Operator.AND;
        for (int i = 0; i < r.length; i++) r[i] = and ? x[i * sx] & y[i * sy] : x[i * sx] | y[i * sy];
        return new Bool(r, d);
    }

    static Bool not(Numeric a) {
        boolean[] x = Convert.toBool(a).data();
        boolean[] r = new boolean[x.length];
        for (int i = 0; i < r.length; i++) r[i] = !x[i];
        return new Bool(r, a.dims());
    }
}
