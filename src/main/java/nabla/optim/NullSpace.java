package nabla.optim;

/** Orthonormal bases of the span of some normals and of its complement, by Gram and Schmidt's way taken twice: N = Q·R. */
final class NullSpace {
    private final int n;
    private final int count;
    /** Q by columns, then those of the complement. */
    private final double[][] basis;

    private final double[][] r;
    private boolean dependent;

    /** Of the first {@code count} of the chosen normals. */
    NullSpace(double[][] normals, int[] chosen, int count) {
        n = normals[0].length;
        this.count = count;
        basis = new double[n][];
        r = new double[count][count];
        for (int k = 0; k < count; k++) {
            double[] v = normals[chosen[k]].clone();
            double length = Numbers.norm(v);
            orthogonalize(v, k, r[k]);
            r[k][k] = Numbers.norm(v);
            if (!(r[k][k] > 1e-11 * length)) dependent = true;
            for (int i = 0; i < n; i++) v[i] /= r[k][k];
            basis[k] = v;
        }
    }

    private void orthogonalize(double[] v, int k, double[] sums) {
        for (int pass = 0; pass < 2; pass++) {
            for (int l = 0; l < k; l++) {
                double s = Numbers.dot(basis[l], v);
                if (sums != null) sums[l] += s;
                for (int i = 0; i < n; i++) v[i] -= s * basis[l][i];
            }
        }
    }

    /** Whether a normal depends on those before it. */
    boolean dependent() {
        return dependent;
    }

    /** A basis of all that is orthogonal to the normals. */
    double[][] complement() {
        double[][] z = new double[n - count][];
        for (int k = count; k < n; k++) {
            double[] longest = null;
            double length = 0;
            for (int j = 0; j < n; j++) {
                double[] v = new double[n];
                v[j] = 1;
                orthogonalize(v, k, null);
                double norm = Numbers.norm(v);
                if (norm <= length) continue;
                length = norm;
                longest = v;
                if (norm > 0.7) break;
            }
            for (int i = 0; i < n; i++) longest[i] /= length;
            basis[k] = longest;
            z[k - count] = longest;
        }
        return z;
    }

    /** The unit direction along which the k-th normal grows and the others do not change: row k of the pseudo-inverse, Q·R⁻ᵀ·eₖ. */
    double[] away(int k) {
        double[] w = new double[count];
        for (int i = k; i < count; i++) {
            w[i] = i == k ? 1 : 0;
            for (int l = k; l < i; l++) w[i] -= r[i][l] * w[l];
            w[i] /= r[i][i];
        }
        double[] d = new double[n];
        for (int i = k; i < count; i++) for (int j = 0; j < n; j++) d[j] += w[i] * basis[i][j];
        double length = Numbers.norm(d);
        for (int j = 0; j < n; j++) d[j] /= length;
        return d;
    }

    /** u of the least ‖N·u − g‖: R⁻¹·Qᵀ·g. */
    double[] coefficients(double[] g) {
        double[] u = new double[count];
        for (int k = count - 1; k >= 0; k--) {
            u[k] = Numbers.dot(basis[k], g);
            for (int l = k + 1; l < count; l++) u[k] -= r[l][k] * u[l];
            u[k] /= r[k][k];
        }
        return u;
    }
}
