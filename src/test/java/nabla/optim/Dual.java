package nabla.optim;

/** A number with its partial derivatives, so that tests have exact gradients of what they write once. */
record Dual(double v, double[] d) {
    /** The variables of a function of n variables. */
    static Dual[] variables(double[] x) {
        Dual[] u = new Dual[x.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = new Dual(x[i], new double[x.length]);
            u[i].d[i] = 1;
        }
        return u;
    }

    /** A constant beside this number. */
    Dual constant(double c) {
        return new Dual(c, new double[d.length]);
    }

    /** g of this number, g′ being its derivative there. */
    Dual chain(double g, double derivative) {
        double[] r = new double[d.length];
        if (derivative != 0) for (int i = 0; i < r.length; i++) r[i] = derivative * d[i];
        return new Dual(g, r);
    }

    private Dual with(Dual b, double value, double byThis, double byB) {
        double[] r = new double[d.length];
        for (int i = 0; i < r.length; i++) r[i] = byThis * d[i] + byB * b.d[i];
        return new Dual(value, r);
    }

    Dual plus(Dual b) {
        return with(b, v + b.v, 1, 1);
    }

    Dual minus(Dual b) {
        return with(b, v - b.v, 1, -1);
    }

    Dual times(Dual b) {
        return with(b, v * b.v, b.v, v);
    }

    Dual over(Dual b) {
        return with(b, v / b.v, 1 / b.v, -v / (b.v * b.v));
    }

    Dual plus(double c) {
        return chain(v + c, 1);
    }

    Dual times(double c) {
        return chain(v * c, c);
    }

    Dual negate() {
        return chain(-v, -1);
    }

    Dual square() {
        return chain(v * v, 2 * v);
    }

    Dual pow(double c) {
        return chain(Math.pow(v, c), c == 0 ? 0 : c * Math.pow(v, c - 1));
    }

    Dual pow(Dual b) {
        return b.times(log()).exp();
    }

    Dual exp() {
        double e = Math.exp(v);
        return chain(e, e);
    }

    Dual log() {
        return chain(Math.log(v), 1 / v);
    }

    Dual sqrt() {
        double r = Math.sqrt(v);
        return chain(r, 0.5 / r);
    }

    Dual sin() {
        return chain(Math.sin(v), Math.cos(v));
    }

    Dual cos() {
        return chain(Math.cos(v), -Math.sin(v));
    }

    Dual atan() {
        return chain(Math.atan(v), 1 / (1 + v * v));
    }

    Dual abs() {
        return v < 0 ? negate() : this;
    }
}
