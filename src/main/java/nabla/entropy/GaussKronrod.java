package nabla.entropy;

/** Integrals of two functions at once by Gauss–Kronrod (7, 15) with bisection; nodes and weights as in QUADPACK. */
final class GaussKronrod {
    /** Two functions evaluated together: into[0] and into[1] become their values at x. */
    interface Pair {
        void at(double x, double[] into);
    }

    private static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
        0.741531185599394439863864773280788, 0.586087235467691130294144691258401, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
        0.140653259715525918745189590510238, 0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0, 0.129484966168869693270611432679082, 0, 0.279705391489276667901467771423780, 0, 0.381830050505118944950369775488975, 0,
        0.417959183673469387755102040816327
    };
    private static final int DEEPEST = 48;

    /** So many bisections are made at most: more are not for the integral's sake but for the noise of the function's last digits. */
    private static final int MOST = 2000;

    private final Pair f;
    private final double[] sum = new double[2];
    private int bisections;

    private GaussKronrod(Pair f) {
        this.f = f;
    }

    static double[] integrate(Pair f, double a, double b) {
        GaussKronrod g = new GaussKronrod(f);
        double[] whole = rule(f, a, b);
        g.divide(a, b, whole, 1e-13 * Math.abs(whole[0]) + 1e-18, 1e-13 * Math.abs(whole[1]) + 1e-18, 0);
        return g.sum;
    }

    private void divide(double a, double b, double[] r, double tol0, double tol1, int depth) {
        double middle = (a + b) / 2;
        boolean good = r[2] <= tol0 && (r[3] <= tol1 || Double.isInfinite(r[1]));
        if (good || depth == DEEPEST || middle == a || middle == b || bisections++ > MOST) {
            sum[0] += r[0];
            sum[1] += r[1];
            return;
        }
        divide(a, middle, rule(f, a, middle), tol0 / 1.4, tol1 / 1.4, depth + 1);
        divide(middle, b, rule(f, middle, b), tol0 / 1.4, tol1 / 1.4, depth + 1);
    }

    /** Both integrals, then both error estimates. */
    private static double[] rule(Pair f, double a, double b) {
        double centre = (a + b) / 2;
        double half = (b - a) / 2;
        double[] v = new double[2];
        double[] r = new double[4];
        for (int i = 0; i < 8; i++) {
            for (int side = -1; side <= 1; side += 2) {
                if (i == 7 && side == 1) break;
                f.at(centre + side * half * NODES[i], v);
                r[0] += KRONROD[i] * v[0];
                r[1] += KRONROD[i] * v[1];
                r[2] += GAUSS[i] * v[0];
                r[3] += GAUSS[i] * v[1];
            }
        }
        for (int i = 0; i < 2; i++) {
            r[i] *= half;
            r[i + 2] = error(Math.abs(r[i] - r[i + 2] * half), Math.abs(r[i]));
        }
        return r;
    }

    /** QUADPACK's experience: the Kronrod value is much better than its distance d from the Gauss value. */
    private static double error(double d, double size) {
        if (d != d) return Double.POSITIVE_INFINITY;
        return 200 * d < size ? size * Math.pow(200 * d / size, 1.5) : d;
    }
}
