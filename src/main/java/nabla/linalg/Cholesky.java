package nabla.linalg;

import nabla.value.Numeric;

/** A = Rᴴ·R with upper triangular R, of a symmetric or Hermitian positive definite matrix; only its upper triangle is read. */
public final class Cholesky implements Inverse {
    private final int n;
    private final boolean single;
    private final double[] re;
    private final double[] im;
    private int failed;

    public Cholesky(Numeric a) {
        n = a.rows();
        single = a.isSingle();
        re = Shape.re(a);
        im = a.isComplex() ? Shape.im(a) : null;
        if (im == null && Lapack.worth((double) n * n * n / 3)) failed = Lapack.cholesky(re, n);
        else for (int j = 0; j < n && failed == 0; j++) column(j);
    }

    private void column(int j) {
        Patience.poll();
        for (int i = 0; i < j; i++) {
            double sr = re[i + j * n];
            double si = im == null ? 0 : im[i + j * n];
            for (int k = 0; k < i; k++) {
                sr -= re[k + i * n] * re[k + j * n];
                if (im == null) continue;
                sr -= im[k + i * n] * im[k + j * n];
                si -= re[k + i * n] * im[k + j * n] - im[k + i * n] * re[k + j * n];
            }
            re[i + j * n] = sr / re[i + i * n];
            if (im != null) im[i + j * n] = si / re[i + i * n];
        }
        double d = re[j + j * n];
        for (int k = 0; k < j; k++) {
            d -= re[k + j * n] * re[k + j * n];
            if (im != null) d -= im[k + j * n] * im[k + j * n];
        }
        if (!(d > 0) || im != null && im[j + j * n] != 0) failed = j + 1;
        re[j + j * n] = Math.sqrt(d);
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
        Triangular r = new Triangular(re, im, n, n, true, false);
        r.solveAdjoint(xr, xi, at);
        r.solve(xr, xi, at);
    }

    @Override
    public void solveAdjoint(double[] xr, double[] xi, int at) {
        solve(xr, xi, at);
    }

    /** 0 for a positive definite matrix, else the order of the first leading block that is not. */
    public int failed() {
        return failed;
    }

    /** R, of the leading block that is positive definite. */
    public Numeric r() {
        int k = failed == 0 ? n : failed - 1;
        double[] r = new double[k * k];
        double[] i = im == null ? null : new double[k * k];
        for (int j = 0; j < k; j++) {
            for (int l = 0; l <= j; l++) {
                r[l + j * k] = re[l + j * n];
                if (i != null && l < j) i[l + j * k] = im[l + j * n];
            }
        }
        return Shape.number(single, r, i, k, k);
    }
}
