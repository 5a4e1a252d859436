package nabla.linalg;

import nabla.value.Numeric;

/** What a factorization of a square matrix A can do without A⁻¹: A⁻¹·x and A⁻ᴴ·x, each in place of x. */
interface Inverse {
    /** Of order up to this ‖A⁻¹‖ is computed, above it estimated. */
    int SMALL = 64;

    int size();

    boolean complex();

    /** A⁻¹·x in place of the n numbers x from position at on; xi is null for a real x, which a complex A does not take. */
    void solve(double[] xr, double[] xi, int at);

    /** A⁻ᴴ·x likewise. */
    void solveAdjoint(double[] xr, double[] xi, int at);

    /** X of A·X = B. */
    default Numeric solve(Numeric b, boolean single) {
        int n = size();
        int k = b.columns();
        double[] re = Shape.re(b);
        double[] im = complex() || b.isComplex() ? Shape.im(b) : null;
        for (int j = 0; j < k; j++) {
            Patience.poll();
            solve(re, im, j * n);
        }
        return Shape.number(single, re, im, n, k);
    }

    /** 1/(‖A‖₁·‖A⁻¹‖₁), ‖A‖₁ being given: NaN where it is, and 0 where the product is beyond the numbers. */
    default double rcond(double norm1) {
        if (size() == 0) return Double.POSITIVE_INFINITY;
        if (norm1 != norm1) return norm1;
        double r = 1 / norm1 / (size() <= SMALL ? norm() : estimate());
        return r != r ? 0 : r;
    }

    /** ‖A⁻¹‖₁ = max ‖A⁻¹·eⱼ‖₁. */
    private double norm() {
        int n = size();
        double[] x = new double[n];
        double[] xi = complex() ? new double[n] : null;
        double top = 0;
        for (int j = 0; j < n; j++) {
            java.util.Arrays.fill(x, 0);
            if (xi != null) java.util.Arrays.fill(xi, 0);
            x[j] = 1;
            solve(x, xi, 0);
            double sum = sum(x, xi);
            if (sum != sum) return sum;
            top = Math.max(top, sum);
        }
        return top;
    }

    private static double sum(double[] x, double[] xi) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += size(x, xi, i);
        return sum;
    }

    /** A lower bound of ‖A⁻¹‖₁ that is seldom much below it, from a few solutions (Hager 1984, Higham 1988). */
    private double estimate() {
        int n = size();
        double[] x = new double[n];
        double[] xi = complex() ? new double[n] : null;
        java.util.Arrays.fill(x, 1.0 / n);
        double best = 0;
        for (int round = 0; round < 5; round++) {
            solve(x, xi, 0);
            double norm = sum(x, xi);
            if (norm != norm) return norm;
            if (norm <= best) break;
            best = norm;
            for (int i = 0; i < n; i++) {
                double size = size(x, xi, i);
                x[i] = size == 0 ? 1 : x[i] / size;
                if (xi != null) xi[i] = size == 0 ? 0 : xi[i] / size;
            }
            solveAdjoint(x, xi, 0);
            int top = 0;
            for (int i = 1; i < n; i++) if (size(x, xi, i) > size(x, xi, top)) top = i;
            java.util.Arrays.fill(x, 0);
            if (xi != null) java.util.Arrays.fill(xi, 0);
            x[top] = 1;
        }
        return best;
    }

    private static double size(double[] x, double[] xi, int i) {
        return xi == null ? Math.abs(x[i]) : Math.hypot(x[i], xi[i]);
    }
}
