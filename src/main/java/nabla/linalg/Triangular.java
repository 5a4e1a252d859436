package nabla.linalg;

import nabla.value.Numeric;

/**
 * Systems with a triangular matrix T, solved by substitution. The numbers of T stand column-major in an array whose other triangle
 * is not read: a matrix of that form itself, or one of the factors that lie packed in one array.
 */
final class Triangular implements Inverse {
    private final double[] re;
    /** Null for a real matrix. */
    private final double[] im;

    private final int n;
    /** From one column to the next. */
    private final int step;

    private final boolean upper;
    /** Whether ones stand on the diagonal, whatever the array holds there. */
    private final boolean unit;

    Triangular(double[] re, double[] im, int n, int step, boolean upper, boolean unit) {
        this.re = re;
        this.im = im;
        this.n = n;
        this.step = step;
        this.upper = upper;
        this.unit = unit;
    }

    /** A square matrix as a triangular one; null where numbers stand on both sides of its diagonal. */
    static Triangular of(Numeric a) {
        boolean upper = zeros(a, true);
        if (!upper && !zeros(a, false)) return null;
        return new Triangular(Shape.re(a), a.isComplex() ? Shape.im(a) : null, a.rows(), a.rows(), upper, false);
    }

    private static boolean zeros(Numeric a, boolean below) {
        int n = a.rows();
        for (int j = 0; j < n; j++) {
            for (int i = below ? j + 1 : 0, end = below ? n : j; i < end; i++) if (a.re(i + j * n) != 0 || a.im(i + j * n) != 0) return false;
        }
        return true;
    }

    /** Whether a zero stands on the diagonal. */
    boolean singular() {
        for (int k = 0; k < n; k++) if (re[k + k * step] == 0 && (im == null || im[k + k * step] == 0)) return true;
        return false;
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public boolean complex() {
        return im != null;
    }

    @Override
    public void solve(double[] xr, double[] xi, int at) {
        if (im != null) {
            solveComplex(xr, xi, at);
            return;
        }
        solveReal(xr, at);
        if (xi != null) solveReal(xi, at);
    }

    private void solveReal(double[] x, int at) {
        for (int s = 0; s < n; s++) {
            int k = upper ? n - 1 - s : s;
            double f = unit ? x[at + k] : (x[at + k] /= re[k + k * step]);
            if (f == 0) continue;
            for (int i = upper ? 0 : k + 1, end = upper ? k : n, c = k * step; i < end; i++) x[at + i] -= re[i + c] * f;
        }
    }

    private void solveComplex(double[] xr, double[] xi, int at) {
        double[] q = new double[2];
        for (int s = 0; s < n; s++) {
            int k = upper ? n - 1 - s : s;
            divide(xr, xi, at + k, k, im[k + k * step], q);
            double fr = xr[at + k];
            double fi = xi[at + k];
            if (fr == 0 && fi == 0) continue;
            for (int i = upper ? 0 : k + 1, end = upper ? k : n, c = k * step; i < end; i++) {
                xr[at + i] -= re[i + c] * fr - im[i + c] * fi;
                xi[at + i] -= re[i + c] * fi + im[i + c] * fr;
            }
        }
    }

    /** Divides element at of x by the diagonal's element k, whose imaginary part is given (its sign turned for the adjoint). */
    private void divide(double[] xr, double[] xi, int at, int k, double di, double[] q) {
        if (unit) return;
        Lu.divide(xr[at], xi[at], re[k + k * step], di, q);
        xr[at] = q[0];
        xi[at] = q[1];
    }

    @Override
    public void solveAdjoint(double[] xr, double[] xi, int at) {
        double[] q = new double[2];
        for (int s = 0; s < n; s++) {
            int k = upper ? s : n - 1 - s;
            double sr = xr[at + k];
            double si = xi == null ? 0 : xi[at + k];
            for (int i = upper ? 0 : k + 1, end = upper ? k : n, c = k * step; i < end; i++) {
                sr -= re[i + c] * xr[at + i];
                if (xi == null) continue;
                si -= re[i + c] * xi[at + i];
                if (im == null) continue;
                sr -= im[i + c] * xi[at + i];
                si += im[i + c] * xr[at + i];
            }
            xr[at + k] = sr;
            if (xi != null) xi[at + k] = si;
            if (unit) continue;
            if (im != null) {
                divide(xr, xi, at + k, k, -im[k + k * step], q);
            } else {
                xr[at + k] /= re[k + k * step];
                if (xi != null) xi[at + k] /= re[k + k * step];
            }
        }
    }
}
