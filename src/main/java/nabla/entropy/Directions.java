package nabla.entropy;

import java.util.ArrayList;
import java.util.List;
import nabla.entropy.Fault.Kind;

/**
 * Two normal distributions of vectors along the directions in which they differ: there the coordinates are independent under both,
 * standard normal under the first, and have these distributions under the second.
 */
record Directions(List<Normal> second) {
    /** Variances and means so near to those of the first make a difference below a number's last digit. */
    private static final double SAME = 1e-10;

    private static final int SWEEPS = 60;

    private static final double LN2 = Math.log(2);

    private static final Normal FIRST = new Normal(0, 1);

    /** Of the standard normal distribution and the one with mean d and covariance m; the directions where only means differ are made one. */
    static Directions of(double[] d, double[][] m) {
        double[][] v = diagonalized(m);
        List<Normal> second = new ArrayList<>();
        double shift = 0;
        for (int j = 0; j < d.length; j++) {
            double mean = 0;
            for (int i = 0; i < d.length; i++) mean += v[i][j] * d[i];
            if (Math.abs(m[j][j] - 1) > SAME) second.add(new Normal(mean, Math.sqrt(m[j][j])));
            else shift = Math.hypot(shift, mean);
        }
        if (shift > SAME) second.add(new Normal(shift, 1));
        return new Directions(second);
    }

    /** Jacobi's rotations (1846): m becomes diagonal, the columns of what is returned are its eigenvectors. */
    private static double[][] diagonalized(double[][] m) {
        int n = m.length;
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) v[i][i] = 1;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean done = true;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(m[p][q]) <= 1e-17 * Math.sqrt(Math.abs(m[p][p] * m[q][q]))) continue;
                    done = false;
                    double tau = (m[q][q] - m[p][p]) / (2 * m[p][q]);
                    double t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
                    double c = 1 / Math.hypot(1, t);
                    rotate(m, v, p, q, c, c * t);
                }
            }
            if (done) break;
        }
        return v;
    }

    private static void rotate(double[][] m, double[][] v, int p, int q, double c, double s) {
        for (int k = 0; k < m.length; k++) {
            double a = m[k][p];
            double b = m[k][q];
            m[k][p] = c * a - s * b;
            m[k][q] = s * a + c * b;
            a = v[k][p];
            b = v[k][q];
            v[k][p] = c * a - s * b;
            v[k][q] = s * a + c * b;
        }
        for (int k = 0; k < m.length; k++) {
            double a = m[p][k];
            double b = m[q][k];
            m[p][k] = c * a - s * b;
            m[q][k] = s * a + c * b;
        }
        m[p][q] = m[q][p] = 0;
    }

    double jensenShannon() {
        if (second.size() > 2) throw new Fault(Kind.DIRECTIONS, second.size(), 2);
        if (second.isEmpty()) return 0;
        Normal q = second.get(0);
        if (second.size() == 1) return Divergence.jensenShannon(FIRST, q).nats();
        Normal s = second.get(1);
        return Math.min(LN2, Math.max(0, (fromMiddle(FIRST, FIRST, q, s) + fromMiddle(q, s, FIRST, FIRST)) / 2));
    }

    /** D(p‖(p + q)/2) for p = p₁·p₂ and q = q₁·q₂, by quadrature within quadrature. */
    private static double fromMiddle(Normal p1, Normal p2, Normal q1, Normal q2) {
        return Expectation.of(p1, q1, (x, logP1, logQ1) -> Expectation.of(p2, q2,
                (y, logP2, logQ2) -> LN2 - Loss.softplus(logQ1 - logP1 + logQ2 - logP2)).nats()).nats();
    }
}
