package nabla.optim;

import java.util.Arrays;
import nabla.optim.QuadraticProgram.Solution;
import nabla.optim.Reason.Kind;

/**
 * The quadratic program of a step of {@link Sqp}: minimize ½·dᵀ·B·d + ∇fᵀ·d so that g + ∇g·d ≤ 0, h + ∇h·d = 0 and x + d stays
 * within the bounds.
 *
 * <p>Where no d satisfies the linear conditions they become elastic (Gill, Murray, Saunders 2005): each may be violated by t ≥ 0 at
 * the price ρ·(t + t²/2), and B is positive definite in the slacks as well.
 */
record Subproblem(double[][] b, double[] gradient, Constraints.Slopes slopes, double[] low, double[] high) {
    /** The step, its multipliers. */
    record Step(double[] d, Multipliers multipliers) {}

    /** The step for the values c of the constraints; ρ is the price of violating them if that can't be helped. */
    Step solve(Constraints.Values c, double rho) {
        LinearConstraints rows =
                new LinearConstraints(slopes.inequalities(), minus(c.inequalities()), slopes.equalities(), minus(c.equalities()));
        Factor factor = Factor.of(b);
        if (factor == null) return null;
        QuadraticProgram program = new QuadraticProgram(b, gradient, rows, low, high);
        int most = 100 + 20 * (gradient.length + rows.b().length + rows.d().length);
        Solution s = new DualActiveSet(program, factor).solve(most);
        if (s.reason().kind() == Kind.INFEASIBLE && rho > 0) return elastic(rows, rho, most);
        return s.reason().success() && Numbers.finite(s.x()) ? new Step(s.x(), s.multipliers()) : null;
    }

    /** Slacks: one for each inequality, two for each equality. */
    private Step elastic(LinearConstraints rows, double rho, int most) {
        int n = gradient.length;
        int m = rows.b().length;
        int k = rows.d().length;
        int all = n + m + 2 * k;
        double[][] h = new double[all][all];
        double[] q = Arrays.copyOf(gradient, all);
        double[] lower = Arrays.copyOf(low, all);
        double[] upper = Arrays.copyOf(high, all);
        for (int i = 0; i < n; i++) System.arraycopy(b[i], 0, h[i], 0, n);
        for (int i = n; i < all; i++) {
            h[i][i] = rho;
            q[i] = rho;
            upper[i] = Double.POSITIVE_INFINITY;
        }
        double[][] a = new double[m][];
        for (int i = 0; i < m; i++) {
            a[i] = Arrays.copyOf(rows.a()[i], all);
            a[i][n + i] = -1;
        }
        double[][] e = new double[k][];
        for (int i = 0; i < k; i++) {
            e[i] = Arrays.copyOf(rows.e()[i], all);
            e[i][n + m + i] = -1;
            e[i][n + m + k + i] = 1;
        }
        Factor factor = Factor.of(h);
        LinearConstraints loose = new LinearConstraints(a, rows.b(), e, rows.d());
        Solution s = new DualActiveSet(new QuadraticProgram(h, q, loose, lower, upper), factor).solve(3 * most);
        if (!s.reason().success() || !Numbers.finite(s.x())) return null;
        Multipliers u = s.multipliers();
        return new Step(
                Arrays.copyOf(s.x(), n),
                new Multipliers(Arrays.copyOf(u.lower(), n), Arrays.copyOf(u.upper(), n), u.inequalities(), u.equalities()));
    }

    private static double[] minus(double[] v) {
        double[] r = new double[v.length];
        for (int i = 0; i < r.length; i++) r[i] = -v[i];
        return r;
    }
}
