package nabla.optim;

import java.util.Arrays;

/**
 * The steps p(λ) that minimize ‖r + J·p‖² + λ·‖D·p‖² within low ≤ p ≤ high for one Jacobian, by Householder's QR: first J = Q·R, then
 * [R; √λ·D] for each λ and each set of variables that no bound holds (active sets as in BVLS, Stark and Parker 1995). Never forms JᵀJ,
 * whose condition is J's squared.
 */
final class LeastSquaresStep {
    /** A pull off a bound below this, relative to the residuals, is rounding. */
    private static final double ROUNDING = 1e-14;

    private final int n;
    /** The rows of R and of Qᵀ·r that count. */
    private final int rows;

    private final double[] r;
    private final double[] qr;
    private final double[] scale;
    private final double[] low;
    private final double[] high;
    /** The variables that the last step moved freely; the others are at their bounds. */
    private final boolean[] free;
    /** The triangle that the last step was made with, at [i + j·height], a column for each free variable. */
    private double[] triangle;

    private int height;
    private int columns;

    /**
     * @param jacobian ∂rᵢ/∂xⱼ at [i + j·m]
     * @param scale the diagonal of D
     * @param low 0 or less
     * @param high 0 or more
     */
    LeastSquaresStep(double[] jacobian, double[] residuals, double[] scale, double[] low, double[] high) {
        n = scale.length;
        this.scale = scale;
        this.low = low;
        this.high = high;
        free = new boolean[n];
        int m = residuals.length;
        double[] a = jacobian.clone();
        double[] b = residuals.clone();
        reduce(a, b, m, n);
        rows = Math.min(m, n);
        r = new double[rows * n];
        for (int j = 0; j < n; j++) for (int i = 0; i < Math.min(rows, j + 1); i++) r[i + j * rows] = a[i + j * m];
        qr = Arrays.copyOf(b, rows);
    }

    /** p(λ); null for λ = 0 where the free columns of J have no full rank. */
    double[] at(double lambda) {
        double[] p = new double[n];
        double[] slope = slope(p, lambda);
        for (int j = 0; j < n; j++) free[j] = !(slope[j] >= 0 && low[j] == 0) && !(slope[j] <= 0 && high[j] == 0);
        for (int k = 0; k <= 3 * n + 10; k++) {
            double[] q = solved(p, lambda);
            if (q == null) return null;
            if (!reached(p, q)) continue;
            int j = pulled(p, slope(p, lambda));
            if (j < 0) return p;
            free[j] = true;
        }
        return p;
    }

    /** Whether a bound holds any variable in the last step. */
    boolean holds() {
        return columns < n;
    }

    /** Whether no bound holds variable j in the last step. */
    boolean isFree(int j) {
        return free[j];
    }

    /** Jᵀ·(r + J·p) + λ·D²·p. */
    private double[] slope(double[] p, double lambda) {
        double[] v = qr.clone();
        for (int j = 0; j < n; j++) add(v, p[j], j);
        double[] g = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < rows; i++) g[j] += r[i + j * rows] * v[i];
            g[j] += lambda * scale[j] * scale[j] * p[j];
        }
        return g;
    }

    /** v ← v + t·Rⱼ. */
    private void add(double[] v, double t, int j) {
        if (t != 0) for (int i = 0; i < rows; i++) v[i] += t * r[i + j * rows];
    }

    /** The minimum by the free variables, the others as in p. */
    private double[] solved(double[] p, double lambda) {
        columns = 0;
        for (boolean f : free) if (f) columns++;
        height = rows + columns;
        triangle = new double[height * columns];
        double[] b = new double[height];
        double root = Math.sqrt(lambda);
        System.arraycopy(qr, 0, b, 0, rows);
        int c = 0;
        for (int j = 0; j < n; j++) {
            if (!free[j]) {
                add(b, p[j], j);
                continue;
            }
            System.arraycopy(r, j * rows, triangle, c * height, rows);
            triangle[rows + c + c * height] = root * scale[j];
            c++;
        }
        reduce(triangle, b, height, columns);
        return substituted(p, b);
    }

    private double[] substituted(double[] p, double[] b) {
        double[] d = freeOf(scale);
        double[] z = new double[columns];
        double largest = 0;
        for (int j = 0; j < columns; j++) largest = Math.max(largest, Math.abs(triangle[j + j * height]) / d[j]);
        for (int j = columns - 1; j >= 0; j--) {
            double pivot = triangle[j + j * height];
            if (Math.abs(pivot) <= 1e-15 * largest * d[j]) return null;
            double s = -b[j];
            for (int k = j + 1; k < columns; k++) s -= triangle[j + k * height] * z[k];
            z[j] = s / pivot;
        }
        double[] q = p.clone();
        int c = 0;
        for (int j = 0; j < n; j++) if (free[j]) q[j] = z[c++];
        return q;
    }

    /** Moves p towards q as far as the bounds allow and holds the variables that reach theirs; whether it is at q. */
    private boolean reached(double[] p, double[] q) {
        double t = 1;
        for (int j = 0; j < n; j++) t = Math.min(t, way(p, q, j));
        boolean whole = t == 1;
        for (int j = 0; j < n; j++) {
            if (!free[j]) continue;
            if (!whole && way(p, q, j) <= t) {
                p[j] = q[j] < low[j] ? low[j] : high[j];
                free[j] = false;
            } else {
                p[j] = whole ? q[j] : Math.min(Math.max(p[j] + t * (q[j] - p[j]), low[j]), high[j]);
            }
        }
        return whole;
    }

    /** The part of the way from p to q that variable j may go. */
    private double way(double[] p, double[] q, int j) {
        double bound = q[j] < low[j] ? low[j] : q[j] > high[j] ? high[j] : q[j];
        return bound == q[j] ? 1 : Math.min((bound - p[j]) / (q[j] - p[j]), Math.nextDown(1.0));
    }

    /** The held variable that the slopes pull hardest off its bound; −1 when there is none. */
    private int pulled(double[] p, double[] slope) {
        int hardest = -1;
        double most = ROUNDING * Numbers.norm(qr);
        for (int j = 0; j < n; j++) {
            if (free[j] || low[j] == high[j]) continue;
            double pull = (p[j] == low[j] ? -slope[j] : slope[j]) / scale[j];
            if (!(pull > most)) continue;
            hardest = j;
            most = pull;
        }
        return hardest;
    }

    /** The elements of v that belong to free variables. */
    double[] freeOf(double[] v) {
        double[] f = new double[n];
        int k = 0;
        for (int j = 0; j < n; j++) if (free[j]) f[k++] = v[j];
        return Arrays.copyOf(f, k);
    }

    /** ‖R₍λ₎⁻ᵀ·v‖² with the triangle of the last step, v an element for each free variable. */
    double inverseSquare(double[] v) {
        double[] w = new double[columns];
        for (int j = 0; j < columns; j++) {
            double s = v[j];
            for (int k = 0; k < j; k++) s -= triangle[k + j * height] * w[k];
            w[j] = s / triangle[j + j * height];
        }
        return Numbers.sumOfSquares(w);
    }

    /** Reflects column after column of the m×n matrix a onto the upper triangle, and b with it. */
    private static void reduce(double[] a, double[] b, int m, int n) {
        double[] v = new double[m];
        for (int k = 0; k < Math.min(m, n); k++) {
            double largest = 0;
            for (int i = k; i < m; i++) largest = Math.max(largest, Math.abs(a[i + k * m]));
            if (largest == 0) continue;
            double sum = 0;
            for (int i = k; i < m; i++) {
                v[i] = a[i + k * m] / largest;
                sum += v[i] * v[i];
            }
            double norm = v[k] > 0 ? Math.sqrt(sum) : -Math.sqrt(sum);
            v[k] += norm;
            double half = norm * v[k];
            for (int j = k; j < n; j++) reflect(a, j * m, v, k, m, half);
            reflect(b, 0, v, k, m, half);
        }
    }

    private static void reflect(double[] a, int offset, double[] v, int from, int m, double half) {
        double s = 0;
        for (int i = from; i < m; i++) s += v[i] * a[offset + i];
        s /= half;
        for (int i = from; i < m; i++) a[offset + i] -= s * v[i];
    }
}
