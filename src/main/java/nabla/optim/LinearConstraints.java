package nabla.optim;

/** Linear constraints A·x ≤ b and E·x = d, a row each; there may be none of either. */
public record LinearConstraints(double[][] a, double[] b, double[][] e, double[] d) {
    public static final LinearConstraints NONE = new LinearConstraints(new double[0][], new double[0], new double[0][], new double[0]);

    public LinearConstraints {
        if (a.length != b.length || e.length != d.length) {
            throw new IllegalArgumentException("as many right sides as rows are needed");
        }
    }

    /** A·x − b. */
    double[] inequalities(double[] x) {
        return minus(a, x, b);
    }

    /** E·x − d. */
    double[] equalities(double[] x) {
        return minus(e, x, d);
    }

    private static double[] minus(double[][] rows, double[] x, double[] right) {
        double[] r = new double[rows.length];
        for (int i = 0; i < r.length; i++) r[i] = Numbers.dot(rows[i], x) - right[i];
        return r;
    }
}
