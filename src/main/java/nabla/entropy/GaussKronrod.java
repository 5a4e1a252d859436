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

    private GaussKronrod() {}

    static double[] integrate(Pair f, double a, double b) {
        double[] sum = new double[2];
        double[] whole = rule(f, a, b);
        divide(f, a, b, whole, 1e-13 * Math.abs(whole[0]) + 1e-18, 1e-13 * Math.abs(whole[1]) + 1e-18, 0, sum);
        return sum;
    }

    private static void divide(Pair f, double a, double b, double[] r, double tol0, double tol1, int depth, double[] sum) {
        double middle = (a + b) / 2;
        boolean good = r[2] <= tol0 && (r[3] <= tol1 || Double.isInfinite(r[1]));
        if (good || depth == DEEPEST || middle == a || middle == b) {
            sum[0] += r[0];
            sum[1] += r[1];
            return;
        }
        double[] left = rule(f, a, middle);
        double[] right = rule(f, middle, b);
        divide(f, a, middle, left, tol0 / 1.4, tol1 / 1.4, depth + 1, sum);
        divide(f, middle, b, right, tol0 / 1.4, tol1 / 1.4, depth + 1, sum);
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
        r[2] = error(r[0] - r[2], half);
        r[3] = error(r[1] - r[3], half);
        r[0] *= half;
        r[1] *= half;
        return r;
    }

    /** QUADPACK's experience: the Kronrod value is much better than its distance from the Gauss value. */
    private static double error(double difference, double half) {
        double d = Math.abs(difference * half);
        return d != d ? Double.POSITIVE_INFINITY : Math.min(d, Math.pow(200 * d, 1.5));
    }
}
