package nabla.entropy;

import java.util.ArrayList;
import java.util.List;
import nabla.entropy.Fault.Kind;
import nabla.kernel.Symmetric;

/**
 * Two normal distributions of vectors along the directions in which they differ: there the coordinates are independent under both,
 * standard normal under the first, and have these distributions under the second.
 */
record Directions(List<Normal> second) {
    /** Variances and means so near to those of the first make a difference below a number's last digit. */
    private static final double SAME = 1e-10;

    private static final double LN2 = Math.log(2);

    private static final Normal FIRST = new Normal(0, 1);

    /** Of the standard normal distribution and the one with mean d and covariance m; the directions where only means differ are made one. */
    static Directions of(double[] d, double[][] m) {
        Symmetric s = new Symmetric(m);
        List<Normal> second = new ArrayList<>();
        double shift = 0;
        for (int j = 0; j < d.length; j++) {
            double mean = 0;
            for (int i = 0; i < d.length; i++) mean += s.b[i][j] * d[i];
            if (Math.abs(s.d[j] - 1) > SAME) second.add(new Normal(mean, Math.sqrt(s.d[j])));
            else shift = Math.hypot(shift, mean);
        }
        if (shift > SAME) second.add(new Normal(shift, 1));
        return new Directions(second);
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
