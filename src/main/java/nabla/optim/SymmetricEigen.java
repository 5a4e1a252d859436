package nabla.optim;

/** Eigenvalues and eigenvectors of a symmetric matrix: H = V·Λ·Vᵀ by rotations (Jacobi 1846). The columns of v are the vectors. */
record SymmetricEigen(double[] values, double[][] v) {
    static SymmetricEigen of(double[][] h) {
        int n = h.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = h[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            double off = 0;
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    all += a[i][k] * a[i][k];
                    if (i != k) off += a[i][k] * a[i][k];
                }
            }
            if (off <= 1e-32 * all) break;
            for (int i = 0; i < n; i++) for (int k = i + 1; k < n; k++) if (a[i][k] != 0) rotate(a, v, i, k);
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = a[i][i];
        return new SymmetricEigen(values, v);
    }

    /** The rotation by the angle whose tangent t makes a[p][q] zero. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        int n = a.length;
        for (int i = 0; i < n; i++) {
            double aip = a[i][p];
            double aiq = a[i][q];
            a[i][p] = c * aip - s * aiq;
            a[i][q] = s * aip + c * aiq;
        }
        for (int i = 0; i < n; i++) {
            double api = a[p][i];
            double aqi = a[q][i];
            a[p][i] = c * api - s * aqi;
            a[q][i] = s * api + c * aqi;
            double vip = v[i][p];
            v[i][p] = c * vip - s * v[i][q];
            v[i][q] = s * vip + c * v[i][q];
        }
    }

    /** The least eigenvalue. */
    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double l : values) least = Math.min(least, l);
        return least;
    }
}
