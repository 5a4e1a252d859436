package nabla.optim;

import java.util.Arrays;
import nabla.kernel.Symmetric;
import nabla.optim.QuadraticProgram.Solution;
import nabla.optim.Reason.Kind;

/**
 * The primal method of active sets for quadratic programs of any curvature (Gill and Murray 1978): from a feasible point it
 * minimizes in the null space Z of the active normals, where the eigenvalues of Zᵀ·H·Z tell a bowl from a slope without end; a
 * constraint in the way becomes active, one with a negative multiplier is let go. A minimum of a program that is not convex may
 * be a local one.
 */
final class PrimalActiveSet {
    private static final double TOLERANCE = 1e-10;

    private final QuadraticProgram program;
    private final int n;
    private final HalfSpaces all;
    private final double curvature;
    private final int[] active;
    private int q;
    private double[] x;
    private double[] u = {};
    private int still;

    PrimalActiveSet(QuadraticProgram program) {
        this.program = program;
        n = program.n();
        all = HalfSpaces.of(program.rows(), program.lower(), program.upper());
        active = new int[n];
        double size = 0;
        for (double[] row : program.h()) for (double v : row) size = Math.max(size, Math.abs(v));
        curvature = TOLERANCE * size;
    }

    /** @param start where to start if it is feasible, or null */
    Solution solve(double[] start, int iterations) {
        x = start;
        if (start == null || !feasible(start)) {
            LinearProgram.Solution vertex =
                    new LinearProgram(new double[n], program.rows(), program.lower(), program.upper()).solve(1000 + 50 * all.size());
            x = vertex.x();
            if (!vertex.reason().success()) return ended(0, vertex.reason());
        }
        for (int p = 0; p < all.size(); p++) {
            if (q < n && (p < all.equalities() || !all.absent(p) && Math.abs(all.slack(p, x)) <= slack(p))) tryActive(p);
        }
        for (int k = 0; k < iterations; k++) {
            Reason end = step();
            if (end != null) return ended(k, end);
        }
        return ended(iterations, Reason.of(Kind.STEPS_DONE, iterations, iterations));
    }

    private double slack(int p) {
        return 1e-9 * (1 + Math.abs(all.offsets()[p]));
    }

    private boolean feasible(double[] at) {
        for (int p = 0; p < all.size(); p++) {
            double s = all.slack(p, at);
            if (!all.absent(p) && (p < all.equalities() ? Math.abs(s) : -s) > slack(p)) return false;
        }
        return true;
    }

    /** Makes p active unless its normal depends on those of the others. */
    private void tryActive(int p) {
        active[q++] = p;
        if (new NullSpace(all.normals(), active, q).dependent()) q--;
    }

    private Reason step() {
        NullSpace space = new NullSpace(all.normals(), active, q);
        double[] g = program.gradient(x);
        double[] d = new double[n];
        boolean endless = direction(space, g, d);
        if (Numbers.norm(d) <= TOLERANCE * (1 + Numbers.norm(x))) return release(space, g);
        double t = endless ? Double.POSITIVE_INFINITY : 1;
        int blocking = -1;
        for (int p = all.equalities(); p < all.size(); p++) {
            double rate = Numbers.dot(all.normals()[p], d);
            if (all.absent(p) || isActive(p) || rate >= -1e-12 * Numbers.norm(d) * Numbers.norm(all.normals()[p])) continue;
            double reach = Math.max(0, all.slack(p, x)) / -rate;
            if (reach >= t) continue;
            t = reach;
            blocking = p;
        }
        if (Double.isInfinite(t)) return Reason.of(Kind.UNBOUNDED, Double.NaN, Double.NaN);
        still = t > 0 ? 0 : still + 1;
        for (int i = 0; i < n; i++) x[i] += t * d[i];
        if (blocking >= 0) active[q++] = blocking;
        return null;
    }

    private boolean isActive(int p) {
        for (int k = 0; k < q; k++) if (active[k] == p) return true;
        return false;
    }

    /** Newton's step within the null space; where that falls without end, the way it falls (then true). */
    private boolean direction(NullSpace space, double[] g, double[] d) {
        double[][] z = space.complement();
        int free = z.length;
        double[][] reduced = new double[free][free];
        for (int i = 0; i < free; i++) {
            double[] hz = new double[n];
            for (int k = 0; k < n; k++) hz[k] = Numbers.dot(program.h()[k], z[i]);
            for (int k = 0; k < free; k++) reduced[k][i] = Numbers.dot(z[k], hz);
        }
        Symmetric eigen = new Symmetric(reduced);
        double flat = TOLERANCE * (1 + Numbers.norm(g));
        double[][] bowl = new double[2][n];
        boolean endless = false;
        for (int i = 0; i < free; i++) {
            double[] v = new double[n];
            for (int k = 0; k < free; k++) for (int l = 0; l < n; l++) v[l] += eigen.b[k][i] * z[k][l];
            double slope = Numbers.dot(g, v);
            double lambda = eigen.d[i];
            boolean falls = lambda < -curvature || lambda <= curvature && Math.abs(slope) > flat;
            if (lambda <= curvature && !falls) continue;
            endless |= falls;
            double t = !falls ? -slope / lambda : Math.abs(slope) > flat ? -slope : 1;
            for (int l = 0; l < n; l++) bowl[falls ? 1 : 0][l] += t * v[l];
        }
        System.arraycopy(bowl[endless ? 1 : 0], 0, d, 0, n);
        return endless;
    }

    /** Lets a constraint go whose multiplier is negative; the end when there is none. */
    private Reason release(NullSpace space, double[] g) {
        u = space.coefficients(g);
        double limit = -1e-9 * (1 + Numbers.norm(g));
        int out = -1;
        for (int k = 0; k < q; k++) {
            if (active[k] < all.equalities() || !(u[k] < limit)) continue;
            // the first by number after idle steps: Bland's rule
            boolean sooner = out < 0 || (still > 2 * n + 20 ? active[k] < active[out] : u[k] < u[out]);
            if (sooner) out = k;
        }
        if (out < 0) return Reason.of(Kind.GRADIENT_SMALL, 0, TOLERANCE);
        q--;
        System.arraycopy(active, out + 1, active, out, q - out);
        return null;
    }

    private Solution ended(int k, Reason reason) {
        double[] all = Arrays.copyOf(u, n);
        return new Solution(x, program.value(x), this.all.multipliers(active, all, Math.min(q, u.length)), k, reason);
    }
}
