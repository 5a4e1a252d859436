package nabla.optim;

import java.util.Arrays;
import nabla.optim.QuadraticProgram.Solution;
import nabla.optim.Reason.Kind;

/**
 * The dual method of Goldfarb and Idnani (1983) for strictly convex quadratic programs: starts from the minimum without
 * constraints and brings in the constraint most violated, one by one, so that it needs no feasible start and knows an infeasible
 * program when the dual is unbounded.
 *
 * <p>With the normals N of the active {@link HalfSpaces}, L⁻¹·N = Q·(R; 0) and J = L⁻ᵀ·Q.
 */
final class DualActiveSet {
    /** How many times its own rounding a constraint may be violated that depends on active ones, which round as well. */
    private static final double DEPENDENT = 1e3;

    private final QuadraticProgram program;
    private final int n;
    private final HalfSpaces all;
    private final int equalities;
    private final double[][] normals;
    /** Lengths of the normals, against which violations are measured. */
    private final double[] lengths;

    /** J by columns. */
    private final double[][] j;
    /** R by columns, of which the first q count. */
    private final double[][] r;

    /** Constraints that depend on active ones and are met up to the rounding in those. */
    private final boolean[] met;

    private final int[] active;
    private final double[] u;
    private int q;
    private double[] x;

    DualActiveSet(QuadraticProgram program, Factor factor) {
        this.program = program;
        n = program.n();
        all = HalfSpaces.of(program.rows(), program.lower(), program.upper());
        equalities = all.equalities();
        normals = all.normals();
        lengths = new double[normals.length];
        for (int p = 0; p < lengths.length; p++) lengths[p] = Numbers.norm(normals[p]);
        j = new double[n][];
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            j[k] = factor.backward(unit);
        }
        r = new double[n][n];
        met = new boolean[normals.length];
        active = new int[n];
        u = new double[n + 1];
        x = program.q().clone();
        for (int i = 0; i < n; i++) x[i] = -x[i];
        factor.solve(x);
    }

    Solution solve(int iterations) {
        int k = 0;
        for (int p = 0; p < equalities; p++, k++) {
            if (!bring(p)) return ended(k, Reason.of(Kind.INFEASIBLE, Math.abs(slack(p)), Double.NaN));
        }
        for (; k < iterations; k++) {
            int p = mostViolated();
            if (p < 0) {
                settle();
                return ended(k, Reason.of(Kind.GRADIENT_SMALL, 0, 0));
            }
            if (!bring(p)) return ended(k, Reason.of(Kind.INFEASIBLE, -slack(p), Double.NaN));
        }
        return ended(k, Reason.of(Kind.STEPS_DONE, k, iterations));
    }

    private double slack(int p) {
        return all.slack(p, x);
    }

    /** The rounding in aᵀ·x − b below which a constraint counts as satisfied. */
    private double rounding(int p) {
        double size = Math.abs(all.offsets()[p]);
        for (int i = 0; i < n; i++) size = Math.max(size, Math.abs(normals[p][i] * x[i]));
        return 1e-14 * n * Math.max(size, lengths[p]);
    }

    private int mostViolated() {
        int most = -1;
        double worst = 0;
        for (int p = equalities; p < normals.length; p++) {
            if (all.absent(p) || isActive(p)) continue;
            double s = slack(p);
            double relative = lengths[p] == 0 ? s : s / lengths[p];
            if (s < (met[p] ? -DEPENDENT : -1) * rounding(p) && relative < worst) {
                worst = relative;
                most = p;
            }
        }
        return most;
    }

    /** x ← x − J₁·R⁻ᵀ·s: takes out the slacks s that rounding has left active constraints, far from the minimum without any. */
    private void settle() {
        double[] w = new double[q];
        for (int k = 0; k < q; k++) {
            w[k] = -slack(active[k]);
            for (int l = 0; l < k; l++) w[k] -= r[k][l] * w[l];
            w[k] /= r[k][k];
        }
        for (int k = 0; k < q; k++) for (int i = 0; i < n; i++) x[i] += w[k] * j[k][i];
    }

    private boolean isActive(int p) {
        for (int k = 0; k < q; k++) if (active[k] == p) return true;
        return false;
    }

    /** Makes p active, dropping what stands in the way; false when no point satisfies it together with the others. */
    private boolean bring(int p) {
        double mine = 0;
        while (true) {
            double[] d = new double[n];
            for (int k = 0; k < n; k++) d[k] = Numbers.dot(j[k], normals[p]);
            double s = slack(p);
            double curvature = 0;
            double whole = 0;
            for (int k = 0; k < n; k++) whole += d[k] * d[k];
            for (int k = q; k < n; k++) curvature += d[k] * d[k];
            boolean dependent = q == n || curvature <= 1e-26 * whole || whole == 0;
            if (dependent && Math.abs(s) <= DEPENDENT * rounding(p)) {
                met[p] = true;
                return true;
            }
            double[] w = step(d);
            int leaving = blocking(w);
            double partial = leaving < 0 ? Double.POSITIVE_INFINITY : u[leaving] / w[leaving];
            double full = dependent ? Double.POSITIVE_INFINITY : -s / curvature;
            double t = p < equalities ? full : Math.min(partial, full);
            if (!Double.isFinite(t)) return false;
            if (!dependent) for (int k = q; k < n; k++) for (int i = 0; i < n; i++) x[i] += t * d[k] * j[k][i];
            for (int k = 0; k < q; k++) u[k] -= t * w[k];
            mine += t;
            if (t == full) {
                add(p, d, mine);
                return true;
            }
            drop(leaving);
        }
    }

    /** R⁻¹·d₁: how fast the active multipliers fall. */
    private double[] step(double[] d) {
        double[] w = Arrays.copyOf(d, q);
        for (int i = q - 1; i >= 0; i--) {
            for (int k = i + 1; k < q; k++) w[i] -= r[k][i] * w[k];
            w[i] /= r[i][i];
        }
        return w;
    }

    /** The active inequality whose multiplier reaches zero first. */
    private int blocking(double[] w) {
        int first = -1;
        for (int k = 0; k < q; k++) {
            if (active[k] < equalities || !(w[k] > 0)) continue;
            if (first < 0 || u[k] / w[k] < u[first] / w[first]) first = k;
        }
        return first;
    }

    private void add(int p, double[] d, double multiplier) {
        for (int k = n - 1; k > q; k--) {
            double length = Math.hypot(d[k - 1], d[k]);
            if (d[k] == 0 || length == 0) continue;
            rotate(j[k - 1], j[k], d[k - 1] / length, d[k] / length);
            d[k - 1] = length;
            d[k] = 0;
        }
        r[q] = d;
        active[q] = p;
        u[q++] = multiplier;
    }

    private void drop(int l) {
        double[] gone = r[l];
        for (int k = l; k + 1 < q; k++) {
            r[k] = r[k + 1];
            active[k] = active[k + 1];
            u[k] = u[k + 1];
        }
        r[--q] = gone;
        for (int k = l; k < q; k++) {
            double length = Math.hypot(r[k][k], r[k][k + 1]);
            if (length == 0) continue;
            double c = r[k][k] / length;
            double s = r[k][k + 1] / length;
            for (int i = k; i < q; i++) {
                double above = c * r[i][k] + s * r[i][k + 1];
                r[i][k + 1] = c * r[i][k + 1] - s * r[i][k];
                r[i][k] = above;
            }
            rotate(j[k], j[k + 1], c, s);
        }
    }

    private static void rotate(double[] a, double[] b, double c, double s) {
        for (int i = 0; i < a.length; i++) {
            double t = c * a[i] + s * b[i];
            b[i] = c * b[i] - s * a[i];
            a[i] = t;
        }
    }

    private Solution ended(int k, Reason reason) {
        return new Solution(x, program.value(x), all.multipliers(active, u, q), k, reason);
    }
}
