package nabla.optim;

/**
 * The steps p(λ) that minimize ‖r + J·p‖² + λ·‖D·p‖² for one Jacobian, by Householder's QR: first J = Q·R, then [R; √λ·D] for each λ.
 * Never forms JᵀJ, whose condition is J's squared.
 */
final class LeastSquaresStep {
    private final int n;
    /** The rows of R and of Qᵀ·r that count. */
    private final int rows;

    private final double[] r;
    private final double[] qr;
    private final double[] scale;
    /** The triangle that the last step was made with, at [i + j·height]. */
    private double[] triangle;

    private int height;

    /**
     * @param jacobian ∂rᵢ/∂xⱼ at [i + j·m]
     * @param scale the diagonal of D
     */
    LeastSquaresStep(double[] jacobian, double[] residuals, double[] scale) {
        n = scale.length;
        this.scale = scale;
        int m = residuals.length;
        double[] a = jacobian.clone();
        double[] b = residuals.clone();
        reduce(a, b, m, n);
        rows = Math.min(m, n);
        r = new double[rows * n];
        for (int j = 0; j < n; j++) for (int i = 0; i < Math.min(rows, j + 1); i++) r[i + j * rows] = a[i + j * m];
        qr = b;
    }

    /** p(λ); null for λ = 0 where J has no full rank. */
    double[] at(double lambda) {
        height = rows + n;
        triangle = new double[height * n];
        double[] b = new double[height];
        double root = Math.sqrt(lambda);
        for (int j = 0; j < n; j++) {
            System.arraycopy(r, j * rows, triangle, j * height, rows);
            triangle[rows + j + j * height] = root * scale[j];
        }
        System.arraycopy(qr, 0, b, 0, rows);
        reduce(triangle, b, height, n);
        double[] p = new double[n];
        double largest = 0;
        for (int j = 0; j < n; j++) largest = Math.max(largest, Math.abs(triangle[j + j * height]) / scale[j]);
        for (int j = n - 1; j >= 0; j--) {
            double pivot = triangle[j + j * height];
            if (Math.abs(pivot) <= 1e-15 * largest * scale[j]) return null;
            double s = -b[j];
            for (int k = j + 1; k < n; k++) s -= triangle[j + k * height] * p[k];
            p[j] = s / pivot;
        }
        return p;
    }

    /** ‖R₍λ₎⁻ᵀ·v‖² with the triangle of the last step. */
    double inverseSquare(double[] v) {
        double[] w = new double[n];
        for (int j = 0; j < n; j++) {
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
