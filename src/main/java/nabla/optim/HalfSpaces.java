package nabla.optim;

/**
 * Linear constraints and bounds in one form: nᵀ·x = b for the first ones, the equalities, nᵀ·x ≥ b for the inequalities after them
 * and for the lower and the upper bound of each variable in turn.
 */
record HalfSpaces(int equalities, double[][] normals, double[] offsets) {
    static HalfSpaces of(LinearConstraints rows, double[] lower, double[] upper) {
        int n = lower.length;
        int k = rows.d().length;
        int m = k + rows.b().length;
        double[][] normals = new double[m + 2 * n][n];
        double[] offsets = new double[m + 2 * n];
        for (int i = 0; i < m; i++) {
            double[] row = i < k ? rows.e()[i] : rows.a()[i - k];
            int sign = i < k ? 1 : -1;
            for (int j = 0; j < n; j++) normals[i][j] = sign * row[j];
            offsets[i] = i < k ? rows.d()[i] : -rows.b()[i - k];
        }
        for (int j = 0; j < n; j++) {
            normals[m + 2 * j][j] = 1;
            offsets[m + 2 * j] = lower[j];
            normals[m + 2 * j + 1][j] = -1;
            offsets[m + 2 * j + 1] = -upper[j];
        }
        return new HalfSpaces(k, normals, offsets);
    }

    int size() {
        return offsets.length;
    }

    /** Whether p is a bound that is infinite. */
    boolean absent(int p) {
        return offsets[p] == Double.NEGATIVE_INFINITY;
    }

    /** nᵀ·x − b. */
    double slack(int p, double[] x) {
        return Numbers.dot(normals[p], x) - offsets[p];
    }

    /** The multipliers u of the first q active ones, ∇f = Σu·n, by their places and with the signs of {@link Multipliers}. */
    Multipliers multipliers(int[] active, double[] u, int q) {
        int n = normals.length == 0 ? 0 : normals[0].length;
        Multipliers m = Multipliers.none(n, size() - equalities - 2 * n, equalities);
        for (int i = 0; i < q; i++) {
            int row = active[i] - equalities;
            int bound = row - m.inequalities().length;
            if (row < 0) m.equalities()[active[i]] = -u[i];
            else if (bound < 0) m.inequalities()[row] = u[i];
            else (bound % 2 == 0 ? m.lower() : m.upper())[bound / 2] = u[i];
        }
        return m;
    }
}
