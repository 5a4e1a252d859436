package nabla.linalg;

import nabla.value.Complex;
import nabla.value.Numeric;

/** A = U·T·Uᴴ with unitary U and upper triangular T, over the complex numbers, by shifted QR steps of Givens rotations. */
public final class Schur {
    private final int n;
    private final double[] tr;
    private final double[] ti;
    private final double[] ur;
    private final double[] ui;

    public Schur(Numeric a) {
        n = a.rows();
        tr = Shape.re(a);
        ti = Shape.im(a);
        ur = new double[n * n];
        ui = new double[n * n];
        for (int i = 0; i < n; i++) ur[i * (n + 1)] = 1;
        // Hessenberg form first: zeros below the subdiagonal, column by column
        for (int j = 0; j < n - 2; j++) {
            Patience.poll();
            for (int i = n - 1; i > j + 1; i--) rotate(i - 1, i, j);
        }
        iterate();
        for (int j = 0; j < n; j++) for (int i = j + 1; i < n; i++) tr[i + j * n] = ti[i + j * n] = 0;
    }

    private double size(int i, int j) {
        return Math.hypot(tr[i + j * n], ti[i + j * n]);
    }

    private void iterate() {
        int high = n - 1;
        for (int k = 0; high > 0; k++) {
            Patience.poll();
            if (k > 60 * n) throw nabla.value.Failure.of("eig: no convergence", "eig: вычисление не сошлось");
            int low = high;
            while (low > 0 && size(low, low - 1) > Math.ulp(1.0) * (size(low, low) + size(low - 1, low - 1))) low--;
            if (low > 0) tr[low + (low - 1) * n] = ti[low + (low - 1) * n] = 0;
            if (low == high) high--;
            else sweep(low, high, k);
        }
    }

    /** One QR step on the block from low to high with Wilkinson's shift: the eigenvalue of the last 2×2 block nearest its corner. */
    private void sweep(int low, int high, int k) {
        double[] s = k % 11 == 10 ? new double[] {size(high, high - 1) + tr[high + high * n], ti[high + high * n]} : shift(high);
        for (int i = 0; i < n; i++) {
            tr[i * (n + 1)] -= s[0];
            ti[i * (n + 1)] -= s[1];
        }
        double[][] g = new double[high - low][];
        for (int i = low; i < high; i++) {
            g[i - low] = givens(i, i + 1, i);
            rows(i, i + 1, g[i - low], i);
        }
        for (int i = low; i < high; i++) columns(i, i + 1, g[i - low]);
        for (int i = 0; i < n; i++) {
            tr[i * (n + 1)] += s[0];
            ti[i * (n + 1)] += s[1];
        }
    }

    private double[] shift(int h) {
        double ar = (tr[h - 1 + (h - 1) * n] - tr[h + h * n]) / 2;
        double ai = (ti[h - 1 + (h - 1) * n] - ti[h + h * n]) / 2;
        double br = tr[h - 1 + h * n];
        double bi = ti[h - 1 + h * n];
        double cr = tr[h + (h - 1) * n];
        double ci = ti[h + (h - 1) * n];
        double bcr = br * cr - bi * ci;
        double bci = br * ci + bi * cr;
        double[] root = Roots.sqrt(ar * ar - ai * ai + bcr, 2 * ar * ai + bci);
        double side = ar * root[0] + ai * root[1] >= 0 ? 1 : -1;
        double[] q = {0, 0};
        double dr = ar + side * root[0];
        double di = ai + side * root[1];
        if (dr != 0 || di != 0) Lu.divide(bcr, bci, dr, di, q);
        return new double[] {tr[h + h * n] - q[0], ti[h + h * n] - q[1]};
    }

    private void rotate(int i, int j, int column) {
        double[] g = givens(i, j, column);
        rows(i, j, g, 0);
        columns(i, j, g);
    }

    /** c (real) and s with [c s; −s̄ c] making element (j, column) zero. */
    private double[] givens(int i, int j, int column) {
        double x = size(i, column);
        double y = size(j, column);
        double r = Math.hypot(x, y);
        if (y == 0) return new double[] {1, 0, 0};
        if (x == 0) return new double[] {0, tr[j + column * n] / y, -ti[j + column * n] / y};
        double pr = tr[i + column * n] / x;
        double pi = ti[i + column * n] / x;
        double qr = tr[j + column * n] / r;
        double qi = -ti[j + column * n] / r;
        return new double[] {x / r, pr * qr - pi * qi, pr * qi + pi * qr};
    }

    private void rows(int i, int j, double[] g, int from) {
        for (int k = from; k < n; k++) {
            int a = i + k * n;
            int b = j + k * n;
            double xr = tr[a];
            double xi = ti[a];
            double yr = tr[b];
            double yi = ti[b];
            tr[a] = g[0] * xr + g[1] * yr - g[2] * yi;
            ti[a] = g[0] * xi + g[1] * yi + g[2] * yr;
            tr[b] = g[0] * yr - g[1] * xr - g[2] * xi;
            ti[b] = g[0] * yi - g[1] * xi + g[2] * xr;
        }
    }

    private void columns(int i, int j, double[] g) {
        columns(tr, ti, i, j, g);
        columns(ur, ui, i, j, g);
    }

    private void columns(double[] re, double[] im, int i, int j, double[] g) {
        for (int k = 0; k < n; k++) {
            int a = k + i * n;
            int b = k + j * n;
            double xr = re[a];
            double xi = im[a];
            double yr = re[b];
            double yi = im[b];
            re[a] = g[0] * xr + g[1] * yr + g[2] * yi;
            im[a] = g[0] * xi + g[1] * yi - g[2] * yr;
            re[b] = g[0] * yr - g[1] * xr + g[2] * xi;
            im[b] = g[0] * yi - g[1] * xi - g[2] * xr;
        }
    }

    public Complex t() {
        return new Complex(tr.clone(), ti.clone(), n, n);
    }

    public Complex u() {
        return new Complex(ur.clone(), ui.clone(), n, n);
    }

    /** Eigenvector k as a column of length 1, by substitution in T. */
    void vector(int k, double[] re, double[] im) {
        double[] xr = new double[n];
        double[] xi = new double[n];
        xr[k] = 1;
        double least = Math.ulp(1.0) * Math.max(Norm.one(t()), Double.MIN_NORMAL);
        double[] q = new double[2];
        for (int i = k - 1; i >= 0; i--) {
            double sr = 0;
            double si = 0;
            for (int j = i + 1; j <= k; j++) {
                sr -= tr[i + j * n] * xr[j] - ti[i + j * n] * xi[j];
                si -= tr[i + j * n] * xi[j] + ti[i + j * n] * xr[j];
            }
            double dr = tr[i + i * n] - tr[k + k * n];
            double di = ti[i + i * n] - ti[k + k * n];
            if (Math.hypot(dr, di) < least) dr = least;
            Lu.divide(sr, si, dr, di, q);
            xr[i] = q[0];
            xi[i] = q[1];
        }
        double length = 0;
        for (int i = 0; i < n; i++) {
            re[i] = im[i] = 0;
            for (int j = 0; j <= k; j++) {
                re[i] += ur[i + j * n] * xr[j] - ui[i + j * n] * xi[j];
                im[i] += ur[i + j * n] * xi[j] + ui[i + j * n] * xr[j];
            }
            length = Math.hypot(length, Math.hypot(re[i], im[i]));
        }
        for (int i = 0; i < n; i++) {
            re[i] /= length;
            im[i] /= length;
        }
    }
}
