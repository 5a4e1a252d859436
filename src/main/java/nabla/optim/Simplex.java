package nabla.optim;

import java.util.Arrays;
import nabla.optim.LinearProgram.Solution;
import nabla.optim.Reason.Kind;

/**
 * The simplex method (Dantzig 1947) for variables with bounds: rows become A·x + s = b with a slack s for each, 0 for the
 * equalities; of all variables as many as there are rows are basic, each of the others sits at a bound (a free one at 0). First the
 * sum of the basic variables' violations is made small, then cᵀ·x. After a run of steps of length zero the first candidate
 * enters and the first leaves (Bland 1977), which cannot cycle.
 */
final class Simplex {
    private static final double TOLERANCE = 1e-9;
    private static final double PIVOT = 1e-9;
    private static final int REFRESH = 60;

    private final LinearProgram program;
    private final int n;
    private final int m;
    /** The columns of (A I). */
    private final double[][] columns;

    private final double[] right;
    private final double[] low;
    private final double[] high;
    private final double[] cost;
    private final double[] x;
    private final int[] basic;
    private final boolean[] inBasis;
    /** B⁻¹ by rows. */
    private final double[][] inverse;

    /** How many steps in a row had the length zero. */
    private int still;
    /** Whether B⁻¹ was made from B, not from its predecessor. */
    private boolean fresh;

    Simplex(LinearProgram program) {
        this.program = program;
        LinearConstraints rows = program.rows();
        n = program.c().length;
        int inequalities = rows.b().length;
        m = inequalities + rows.d().length;
        right = Arrays.copyOf(rows.b(), m);
        System.arraycopy(rows.d(), 0, right, inequalities, m - inequalities);
        columns = new double[n + m][m];
        low = Arrays.copyOf(program.lower(), n + m);
        high = Arrays.copyOf(program.upper(), n + m);
        cost = Arrays.copyOf(program.c(), n + m);
        for (int i = 0; i < m; i++) {
            double[] row = i < inequalities ? rows.a()[i] : rows.e()[i - inequalities];
            for (int j = 0; j < n; j++) columns[j][i] = row[j];
            columns[n + i][i] = 1;
            high[n + i] = i < inequalities ? Double.POSITIVE_INFINITY : 0;
        }
        x = new double[n + m];
        for (int j = 0; j < n; j++) x[j] = nearest(j);
        basic = new int[m];
        inBasis = new boolean[n + m];
        inverse = new double[m][m];
        for (int i = 0; i < m; i++) {
            basic[i] = n + i;
            inBasis[n + i] = true;
            inverse[i][i] = 1;
        }
    }

    private double nearest(int j) {
        if (low[j] > 0 || Double.isInfinite(high[j]) && !Double.isInfinite(low[j])) return low[j];
        if (high[j] < 0 || Double.isInfinite(low[j]) && !Double.isInfinite(high[j])) return high[j];
        return Double.isInfinite(low[j]) ? 0 : -low[j] <= high[j] ? low[j] : high[j];
    }

    Solution solve(int iterations) {
        for (int j = 0; j < n; j++) if (!(low[j] <= high[j])) return ended(0, Reason.of(Kind.INFEASIBLE, low[j] - high[j], Double.NaN));
        refresh();
        for (int k = 0; k < iterations; k++) {
            if (k % REFRESH == REFRESH - 1) refresh();
            double[] rates = violationRates();
            boolean feasible = rates == null;
            double[] prices = prices(feasible ? basicCosts() : rates);
            int entering = entering(prices, feasible);
            if (entering < 0) {
                // what looks like the end must hold for an inverse made afresh
                if (!fresh) {
                    refresh();
                    continue;
                }
                if (feasible) return ended(k, Reason.of(Kind.GRADIENT_SMALL, 0, TOLERANCE));
                return ended(k, Reason.of(Kind.INFEASIBLE, violation(), Double.NaN));
            }
            if (!step(entering, reduced(entering, prices, feasible))) return ended(k, Reason.of(Kind.UNBOUNDED, Double.NaN, Double.NaN));
        }
        return ended(iterations, Reason.of(Kind.STEPS_DONE, iterations, iterations));
    }

    // ---- prices --------------------------------------------------------------------------------------------------

    private double slack(int j) {
        double bound = 0;
        if (!Double.isInfinite(low[j])) bound = Math.max(bound, Math.abs(low[j]));
        if (!Double.isInfinite(high[j])) bound = Math.max(bound, Math.abs(high[j]));
        return TOLERANCE * (1 + bound);
    }

    /** The slopes of the sum of violations in the basic variables; null where none is violated. */
    private double[] violationRates() {
        double[] rates = new double[m];
        boolean any = false;
        for (int i = 0; i < m; i++) {
            int j = basic[i];
            if (x[j] < low[j] - slack(j)) rates[i] = -1;
            else if (x[j] > high[j] + slack(j)) rates[i] = 1;
            any |= rates[i] != 0;
        }
        return any ? rates : null;
    }

    private double violation() {
        double worst = 0;
        for (int j = 0; j < n + m; j++) worst = Math.max(worst, Math.max(low[j] - x[j], x[j] - high[j]));
        return worst;
    }

    private double[] basicCosts() {
        double[] c = new double[m];
        for (int i = 0; i < m; i++) c[i] = cost[basic[i]];
        return c;
    }

    /** y = c_Bᵀ·B⁻¹. */
    private double[] prices(double[] basicCosts) {
        double[] y = new double[m];
        for (int i = 0; i < m; i++) if (basicCosts[i] != 0) for (int k = 0; k < m; k++) y[k] += basicCosts[i] * inverse[i][k];
        return y;
    }

    /** c_j − yᵀ·a_j, without c_j as long as feasibility is sought. */
    private double reduced(int j, double[] y, boolean feasible) {
        return (feasible ? cost[j] : 0) - Numbers.dot(y, columns[j]);
    }

    /** The variable that promises most, or the first that promises anything after a run of idle steps; −1 for none. */
    private int entering(double[] y, boolean feasible) {
        int best = -1;
        double most = 0;
        for (int j = 0; j < n + m; j++) {
            if (inBasis[j] || low[j] == high[j]) continue;
            double d = reduced(j, y, feasible);
            double gain = d < 0 && x[j] < high[j] ? -d : d > 0 && x[j] > low[j] ? d : 0;
            if (gain <= TOLERANCE * (1 + Math.abs(cost[j])) || gain <= most) continue;
            most = gain;
            best = j;
            if (still > 2 * m + 20) break;
        }
        return best;
    }

    // ---- a step --------------------------------------------------------------------------------------------------

    /** Moves x_j against its reduced cost until a variable meets a bound; false if none ever does. */
    private boolean step(int j, double reduced) {
        int direction = reduced < 0 ? 1 : -1;
        double[] w = new double[m];
        for (int i = 0; i < m; i++) w[i] = direction * Numbers.dot(inverse[i], columns[j]);
        double t = high[j] - low[j];
        int leaving = -1;
        for (int i = 0; i < m; i++) {
            if (Math.abs(w[i]) <= PIVOT) continue;
            double reach = reach(basic[i], w[i]);
            boolean tie = leaving >= 0 && Math.abs(reach - t) <= 1e-12 * (1 + Math.abs(t));
            boolean better = tie && (still > 2 * m + 20 ? basic[i] < basic[leaving] : Math.abs(w[i]) > Math.abs(w[leaving]));
            if (tie ? !better : reach >= t) continue;
            t = Math.min(t, reach);
            leaving = i;
        }
        if (Double.isInfinite(t)) return false;
        still = t > 0 ? 0 : still + 1;
        fresh = false;
        for (int i = 0; i < m; i++) x[basic[i]] -= t * w[i];
        x[j] += direction * t;
        if (leaving < 0) {
            x[j] = direction > 0 ? high[j] : low[j];
            return true;
        }
        int gone = basic[leaving];
        x[gone] = Math.abs(x[gone] - low[gone]) <= Math.abs(x[gone] - high[gone]) ? low[gone] : high[gone];
        pivot(leaving, j, w, direction);
        return true;
    }

    /** How far the step may go until basic variable j, falling at the rate w, meets a bound; one outside its bounds may come in. */
    private double reach(int j, double w) {
        double slack = slack(j);
        if (w > 0) {
            if (x[j] > high[j] + slack) return (x[j] - high[j]) / w;
            if (x[j] < low[j] - slack) return Double.POSITIVE_INFINITY;
            return Math.max(0, x[j] - low[j]) / w;
        }
        if (x[j] < low[j] - slack) return (x[j] - low[j]) / w;
        if (x[j] > high[j] + slack) return Double.POSITIVE_INFINITY;
        return Math.max(0, high[j] - x[j]) / -w;
    }

    private void pivot(int row, int entering, double[] w, int direction) {
        double p = direction * w[row];
        double[] r = inverse[row];
        for (int k = 0; k < m; k++) r[k] /= p;
        for (int i = 0; i < m; i++) {
            if (i == row || w[i] == 0) continue;
            for (int k = 0; k < m; k++) inverse[i][k] -= direction * w[i] * r[k];
        }
        inBasis[basic[row]] = false;
        inBasis[entering] = true;
        basic[row] = entering;
    }

    /** B⁻¹ and the basic variables afresh, by elimination with pivots. */
    private void refresh() {
        double[][] b = new double[m][2 * m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) b[i][k] = columns[basic[k]][i];
            b[i][m + i] = 1;
        }
        for (int k = 0; k < m; k++) {
            int p = k;
            for (int i = k + 1; i < m; i++) if (Math.abs(b[i][k]) > Math.abs(b[p][k])) p = i;
            double[] row = b[p];
            b[p] = b[k];
            b[k] = row;
            double d = row[k];
            for (int l = k; l < 2 * m; l++) row[l] /= d;
            for (int i = 0; i < m; i++) {
                double f = b[i][k];
                if (i != k && f != 0) for (int l = k; l < 2 * m; l++) b[i][l] -= f * row[l];
            }
        }
        double[] rest = right.clone();
        for (int j = 0; j < n + m; j++) if (!inBasis[j] && x[j] != 0) for (int i = 0; i < m; i++) rest[i] -= columns[j][i] * x[j];
        for (int i = 0; i < m; i++) {
            inverse[i] = Arrays.copyOfRange(b[i], m, 2 * m);
            x[basic[i]] = Numbers.dot(inverse[i], rest);
        }
        fresh = true;
    }

    private Solution ended(int k, Reason reason) {
        int inequalities = program.rows().b().length;
        double[] y = prices(basicCosts());
        Multipliers u = Multipliers.none(n, inequalities, m - inequalities);
        for (int i = 0; i < m; i++) (i < inequalities ? u.inequalities() : u.equalities())[i < inequalities ? i : i - inequalities] = 0.0 - y[i];
        for (int j = 0; j < n; j++) {
            double d = inBasis[j] ? 0 : reduced(j, y, true);
            u.lower()[j] = Math.max(d, 0);
            u.upper()[j] = Math.max(-d, 0);
        }
        double[] at = Arrays.copyOf(x, n);
        return new Solution(at, Numbers.dot(program.c(), at), u, k, reason);
    }
}
