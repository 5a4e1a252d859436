package nabla.value;

/** The six comparisons. Complex numbers are ordered by magnitude, then by angle in (−π, π]; integers compare exactly. */
final class Comparison {
    private Comparison() {}

    static Bool apply(Operator op, Numeric a, Numeric b) {
        int[] d = Broadcast.dims(a.dims(), b.dims(), op);
        a = Broadcast.stretch(a, d);
        b = Broadcast.stretch(b, d);
        boolean[] r = new boolean[Dims.count(d)];
        if (a.isComplex() || b.isComplex()) complex(op, a, b, r);
        else if (wide(a) || wide(b)) exact(op, a, b, r);
        else real(op, a.toDoubles(), b.toDoubles(), r);
        return r.length == 1 && d.length == 2 ? Bool.of(r[0]) : new Bool(r, d);
    }

    private static boolean wide(Numeric a) {
        return a instanceof Ints x && x.type().bits == 64;
    }

    private static void real(Operator op, double[] x, double[] y, boolean[] r) {
        int sx = x.length == 1 ? 0 : 1;
        int sy = y.length == 1 ? 0 : 1;
        int n = r.length;
        switch (op) {
            case EQ -> {
                for (int i = 0; i < n; i++) r[i] = x[i * sx] == y[i * sy];
            }
            case NE -> {
                for (int i = 0; i < n; i++) r[i] = x[i * sx] != y[i * sy];
            }
            case LT -> {
                for (int i = 0; i < n; i++) r[i] = x[i * sx] < y[i * sy];
            }
            case LE -> {
                for (int i = 0; i < n; i++) r[i] = x[i * sx] <= y[i * sy];
            }
            case GT -> {
                for (int i = 0; i < n; i++) r[i] = x[i * sx] > y[i * sy];
            }
            default -> {
                for (int i = 0; i < n; i++) r[i] = x[i * sx] >= y[i * sy];
            }
        }
    }

    private static void exact(Operator op, Numeric a, Numeric b, boolean[] r) {
        int sa = a.numel() == 1 ? 0 : 1;
        int sb = b.numel() == 1 ? 0 : 1;
        for (int i = 0; i < r.length; i++) {
            double x = a.re(i * sa);
            double y = b.re(i * sb);
            boolean rough = x != y || Double.isNaN(x) || Double.isInfinite(x);
            r[i] = rough ? holds(op, x, y) : holds(op, exactOrder(a, i * sa, b, i * sb), 0);
        }
    }

    private static int exactOrder(Numeric a, int i, Numeric b, int j) {
        return a.exact(i).compareTo(b.exact(j));
    }

    private static boolean holds(Operator op, double x, double y) {
        return switch (op) {
            case EQ -> x == y;
            case NE -> x != y;
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            default -> x >= y;
        };
    }

    private static void complex(Operator op, Numeric a, Numeric b, boolean[] r) {
        int sa = a.numel() == 1 ? 0 : 1;
        int sb = b.numel() == 1 ? 0 : 1;
        for (int k = 0; k < r.length; k++) {
            int i = k * sa;
            int j = k * sb;
            if (op == Operator.EQ || op == Operator.NE) {
                r[k] = (a.re(i) == b.re(j) && a.im(i) == b.im(j)) == (op == Operator.EQ);
                continue;
            }
            double x = Math.hypot(a.re(i), a.im(i));
            double y = Math.hypot(b.re(j), b.im(j));
            r[k] = x == y ? holds(op, angle(a, i), angle(b, j)) : holds(op, x, y);
        }
    }

    /** A real operand among complex ones counts as having no angle, even a negative one. */
    private static double angle(Numeric a, int i) {
        if (!a.isComplex()) return 0;
        double t = Math.atan2(a.im(i), a.re(i));
        return t == -Math.PI ? Math.PI : t;
    }
}
