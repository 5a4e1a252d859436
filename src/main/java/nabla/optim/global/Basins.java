package nabla.optim.global;

import java.util.ArrayList;
import java.util.List;

/**
 * The local minima a search has met, each with the inverse Hessian H there, by which a descent that leads to one of them is recognized before
 * it arrives: the quadratic model about the minimum must foresee both how far and how much lower it is.
 */
final class Basins {
    /** Points this near, in widths of the box, are one minimum. */
    private static final double SAME = 1e-4;
    /** How far a model may miss its minimum, as a part of the way there. */
    private static final double MISS = 0.1;

    /** A minimum u of the cube, f and H there. */
    static final class Minimum {
        final double[] u;
        final double value;
        private final double[] h;
        private final boolean[] rests;
        private boolean kinked;
        private int met;

        private Minimum(double[] u, double value, double[] h, boolean[] rests) {
            this.u = u;
            this.value = value;
            this.h = h;
            this.rests = rests;
        }

        /** Whether f has no tangent plane here: its gradient does not vanish, yet no point along it is lower. */
        boolean kinked() {
            return kinked;
        }

        /** How many of the descents that were counted led here. */
        int met() {
            return met;
        }

        /** One more descent led here. */
        void count() {
            met++;
        }

        /** Whether f and its gradient g at another point say that this is the minimum below it. */
        private boolean foreseen(double[] at, double f, double[] g) {
            int n = u.length;
            for (int i = 0; i < n; i++) if (rests[i] && at[i] != u[i]) return false;
            double gain = 0;
            double way = 0;
            double miss = 0;
            for (int i = 0; i < n; i++) {
                if (rests[i]) continue;
                double d = 0;
                for (int j = 0; j < n; j++) if (!rests[j]) d -= h[i + j * n] * g[j];
                gain -= 0.5 * d * g[i];
                way = Math.max(way, Math.abs(at[i] - u[i]));
                miss = Math.max(miss, Math.abs(at[i] + d - u[i]));
            }
            return miss <= MISS * way && Math.abs(f - value - gain) <= 2 * MISS * (f - value);
        }
    }

    private final List<Minimum> minima = new ArrayList<>();
    private Minimum reached;
    private double steepest;
    private double highest = Double.NEGATIVE_INFINITY;

    List<Minimum> minima() {
        return minima;
    }

    /** Where the last descent led; null when it was given up. */
    Minimum reached() {
        return reached;
    }

    /** A descent begins. */
    void begins() {
        reached = null;
    }

    /** The steepest slope that a descent began with, this one among them. */
    double steepest(double slope) {
        steepest = Math.max(steepest, slope);
        return steepest;
    }

    /** The highest value that a descent began with, this one among them. */
    double highest(double value) {
        highest = Math.max(highest, value);
        return highest;
    }

    /** Whether the descent at u, where f is value and has gradient g, leads to a minimum known. */
    boolean leads(double[] u, double value, double[] g) {
        for (Minimum m : minima) if (m.foreseen(u, value, g)) reached = m;
        return reached != null;
    }

    /**
     * A descent came to rest, or its model says where it will.
     *
     * @param rests which variables sit on a bound and want beyond it
     * @param kinked whether the gradient did not vanish
     */
    void rested(double[] u, double value, double[] h, boolean[] rests, boolean kinked) {
        for (Minimum m : minima) if (Cube.distance(m.u, u) < SAME) reached = m;
        if (reached == null) {
            reached = new Minimum(u, value, h.clone(), rests);
            minima.add(reached);
        }
        reached.kinked |= kinked;
    }
}
