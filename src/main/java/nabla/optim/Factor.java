package nabla.optim;

/** The factor of Cholesky: H = L·Lᵀ with lower triangular L, of a symmetric positive definite matrix. */
record Factor(double[][] l) {
    /** null when H is not positive definite as far as rounding can tell. */
    static Factor of(double[][] h) {
        int n = h.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double s = h[i][j];
                for (int k = 0; k < j; k++) s -= l[i][k] * l[j][k];
                if (i > j) {
                    l[i][j] = s / l[j][j];
                } else {
                    if (!(s > 1e-14 * Math.abs(h[j][j]) && s < Double.POSITIVE_INFINITY)) return null;
                    l[j][j] = Math.sqrt(s);
                }
            }
        }
        return new Factor(l);
    }

    /** L⁻¹·b, in place. */
    double[] forward(double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) b[i] -= l[i][k] * b[k];
            b[i] /= l[i][i];
        }
        return b;
    }

    /** L⁻ᵀ·b, in place. */
    double[] backward(double[] b) {
        for (int i = b.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < b.length; k++) b[i] -= l[k][i] * b[k];
            b[i] /= l[i][i];
        }
        return b;
    }

    /** H⁻¹·b, in place. */
    double[] solve(double[] b) {
        return backward(forward(b));
    }
}
