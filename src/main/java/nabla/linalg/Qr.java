package nabla.linalg;

import nabla.value.Dims;
import nabla.value.Numeric;

/**
 * A = Q·R by Householder reflections, with the signs LAPACK gives: the diagonal of R is real. With pivoting A(:, p) = Q·R, |rₖₖ| falling.
 * Reflection k is I − τ·v·vᴴ with vₖ = 1; the rest of v stands below the diagonal of column k, R in the triangle above.
 */
public final class Qr {
    private final int m;
    private final int n;
    private final boolean single;
    private final double[] re;
    /** Null for a real matrix. */
    private final double[] im;

    private final double[] tauRe;
    private final double[] tauIm;
    private final int[] order;

    public Qr(Numeric matrix, boolean pivot) {
        Shape.matrix("qr", matrix);
        m = matrix.rows();
        n = matrix.columns();
        single = matrix.isSingle();
        re = Shape.re(matrix);
        im = matrix.isComplex() ? Shape.im(matrix) : null;
        tauRe = new double[Math.min(m, n)];
        tauIm = new double[Math.min(m, n)];
        order = new int[n];
        for (int j = 0; j < n; j++) order[j] = j;
        if (byLapack(n)) {
            factorByLapack(pivot);
            return;
        }
        for (int k = 0; k < tauRe.length; k++) {
            Patience.poll();
            if (pivot) bringLongest(k);
            reflect(k);
        }
    }

    private boolean byLapack(int columns) {
        return im == null && Lapack.worth(2.0 * m * columns * tauRe.length);
    }

    private void factorByLapack(boolean pivot) {
        if (!pivot) {
            Lapack.qr(re, m, n, tauRe);
            return;
        }
        int[] p = new int[n];
        Lapack.qrPivoted(re, m, n, tauRe, p);
        for (int j = 0; j < n; j++) order[j] = p[j] - 1;
    }

    /** ‖·‖₂ of column j from row k on, without overflow on the way. */
    private double below(int k, int j) {
        int from = k + j * m;
        int to = m + j * m;
        double scale = 0;
        for (int i = from; i < to; i++) scale = Math.max(scale, Math.max(Math.abs(re[i]), im == null ? 0 : Math.abs(im[i])));
        if (scale == 0 || scale != scale || Double.isInfinite(scale)) return scale;
        int e = Math.abs(Math.getExponent(scale)) < 400 ? 0 : Math.getExponent(scale);
        return Math.scalb(Math.sqrt(squares(re, from, to, e) + (im == null ? 0 : squares(im, from, to, e))), e);
    }

    private static double squares(double[] x, int from, int to, int exponent) {
        if (exponent == 0) return dot(x, from, x, from, to - from);
        double sum = 0;
        for (int i = from; i < to; i++) sum += Math.scalb(x[i], -exponent) * Math.scalb(x[i], -exponent);
        return sum;
    }

    /** Σ xᵢ·yᵢ of n numbers from two positions on; long sums by halves, which keeps their rounding small. */
    private static double dot(double[] x, int i, double[] y, int j, int n) {
        if (n > 256) return dot(x, i, y, j, n / 2) + dot(x, i + n / 2, y, j + n / 2, n - n / 2);
        double a = 0;
        double b = 0;
        int k = 0;
        for (; k < n - 1; k += 2) {
            a += x[i + k] * y[j + k];
            b += x[i + k + 1] * y[j + k + 1];
        }
        return k < n ? a + x[i + k] * y[j + k] + b : a + b;
    }

    private void bringLongest(int k) {
        int best = k;
        double longest = below(k, k);
        for (int j = k + 1; j < n; j++) {
            double l = below(k, j);
            if (l > longest) {
                longest = l;
                best = j;
            }
        }
        if (best == k) return;
        for (int i = 0; i < m; i++) {
            swap(re, i + k * m, i + best * m);
            if (im != null) swap(im, i + k * m, i + best * m);
        }
        int t = order[k];
        order[k] = order[best];
        order[best] = t;
    }

    private static void swap(double[] x, int i, int j) {
        double t = x[i];
        x[i] = x[j];
        x[j] = t;
    }

    /** Hᴴ takes column k from row k on to β·e₁, β = −sign(Re α)·‖column‖; no reflection where all below is zero and α real. */
    private void reflect(int k) {
        int d = k + k * m;
        double alpha = re[d];
        double alphaIm = im == null ? 0 : im[d];
        double rest = k + 1 < m ? below(k + 1, k) : 0;
        if (rest == 0 && alphaIm == 0) return;
        double beta = -Math.copySign(Math.hypot(Math.hypot(alpha, alphaIm), rest), alpha);
        tauRe[k] = (beta - alpha) / beta;
        tauIm[k] = -alphaIm / beta;
        double[] q = new double[2];
        for (int i = d + 1; i < m + k * m; i++) {
            if (im == null) {
                re[i] /= alpha - beta;
            } else {
                Lu.divide(re[i], im[i], alpha - beta, alphaIm, q);
                re[i] = q[0];
                im[i] = q[1];
            }
        }
        re[d] = beta;
        if (im != null) im[d] = 0;
        for (int j = k + 1; j < n; j++) apply(k, re, im, j, true);
    }

    /** Reflection k, or its adjoint, applied to column j of x. */
    private void apply(int k, double[] xr, double[] xi, int j, boolean adjoint) {
        int v = k * m;
        int x = j * m;
        if (im == null) {
            apply(k, xr, x);
            if (xi != null) apply(k, xi, x);
            return;
        }
        int w = v + k + 1;
        int y = x + k + 1;
        int rest = m - k - 1;
        double sr = xr[k + x] + dot(re, w, xr, y, rest) + dot(im, w, xi, y, rest);
        double si = xi[k + x] + dot(re, w, xi, y, rest) - dot(im, w, xr, y, rest);
        double ti = adjoint ? -tauIm[k] : tauIm[k];
        double fr = sr * tauRe[k] - si * ti;
        double fi = sr * ti + si * tauRe[k];
        xr[k + x] -= fr;
        xi[k + x] -= fi;
        for (int i = k + 1; i < m; i++) {
            xr[i + x] -= fr * re[i + v] - fi * im[i + v];
            xi[i + x] -= fr * im[i + v] + fi * re[i + v];
        }
    }

    private void apply(int k, double[] x, int at) {
        int v = k * m;
        double s = (x[k + at] + dot(re, v + k + 1, x, at + k + 1, m - k - 1)) * tauRe[k];
        x[k + at] -= s;
        for (int i = k + 1; i < m; i++) x[i + at] -= s * re[i + v];
    }

    /** The first columns of Q. */
    public Numeric q(int columns) {
        double[] q = new double[Dims.count(Dims.of(m, columns))];
        if (byLapack(columns)) {
            int k = Math.min(columns, tauRe.length);
            System.arraycopy(re, 0, q, 0, m * k);
            Lapack.q(q, m, columns, k, tauRe);
            return Shape.real(single, q, m, columns);
        }
        double[] qi = im == null ? null : new double[Dims.count(Dims.of(m, columns))];
        for (int j = 0; j < columns; j++) q[j + j * m] = 1;
        for (int k = tauRe.length - 1; k >= 0; k--) {
            Patience.poll();
            for (int j = 0; j < columns; j++) apply(k, q, qi, j, false);
        }
        return Shape.number(single, q, qi, m, columns);
    }

    /** Qᴴ·B. */
    public Numeric adjointTimes(Numeric b) {
        if (b.ndims() > 2 || b.rows() != m) throw Shape.nonconformant("*", Product.identity(m), b);
        int columns = b.columns();
        double[] br = Shape.re(b);
        double[] bi = im != null || b.isComplex() ? Shape.im(b) : null;
        if (bi == null && byLapack(columns)) {
            Lapack.adjointTimes(re, m, tauRe.length, tauRe, br, columns);
        } else {
            for (int k = 0; k < tauRe.length; k++) {
                Patience.poll();
                for (int j = 0; j < columns; j++) apply(k, br, bi, j, true);
            }
        }
        return Shape.number(single || b.isSingle(), br, bi, m, columns);
    }

    /** The first rows of R. */
    public Numeric r(int rows) {
        double[] r = new double[Dims.count(Dims.of(rows, n))];
        double[] i = im == null ? null : new double[Dims.count(Dims.of(rows, n))];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= Math.min(j, rows - 1); k++) {
                r[k + j * rows] = re[k + j * m];
                if (i != null) i[k + j * rows] = im[k + j * m];
            }
        }
        return Shape.number(single, r, i, rows, n);
    }

    /** Column j of Q·R is column order()[j] of A. */
    public int[] order() {
        return order.clone();
    }
}
