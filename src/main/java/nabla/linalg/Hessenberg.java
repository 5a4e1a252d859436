package nabla.linalg;

import nabla.value.Numeric;
import nabla.value.Real;

/** A = P·H·Pᵀ with orthogonal P and H zero below its first subdiagonal, for real matrices, by Householder reflections. */
public final class Hessenberg {
    private final int n;
    private final boolean single;
    private final double[] h;
    private final double[] p;

    public Hessenberg(Numeric a) {
        n = Shape.square("hess", a);
        single = a.isSingle();
        if (a.isComplex()) {
            throw nabla.value.Failure.of("hess: complex matrices are not supported", "hess: комплексные матрицы не поддержаны");
        }
        h = Shape.re(a);
        p = Product.identity(n).data();
        for (int k = 0; k < n - 2; k++) reflect(k);
    }

    /** H ← (I − τ·v·vᵀ)·H·(I − τ·v·vᵀ), v making column k zero below its subdiagonal. */
    private void reflect(int k) {
        Patience.poll();
        double rest = 0;
        for (int i = k + 2; i < n; i++) rest = Math.hypot(rest, h[i + k * n]);
        if (rest == 0) return;
        double alpha = h[k + 1 + k * n];
        double beta = -Math.copySign(Math.hypot(alpha, rest), alpha);
        double tau = (beta - alpha) / beta;
        double[] v = new double[n];
        v[k + 1] = 1;
        for (int i = k + 2; i < n; i++) v[i] = h[i + k * n] / (alpha - beta);
        for (int j = 0; j < n; j++) {
            double s = 0;
            for (int i = k + 1; i < n; i++) s += v[i] * h[i + j * n];
            for (int i = k + 1; i < n; i++) h[i + j * n] -= tau * s * v[i];
        }
        fromRight(h, v, tau, k + 1);
        fromRight(p, v, tau, k + 1);
        for (int i = k + 2; i < n; i++) h[i + k * n] = 0;
    }

    private void fromRight(double[] x, double[] v, double tau, int from) {
        for (int i = 0; i < n; i++) {
            double s = 0;
            for (int j = from; j < n; j++) s += x[i + j * n] * v[j];
            for (int j = from; j < n; j++) x[i + j * n] -= tau * s * v[j];
        }
    }

    public Real h() {
        return Shape.real(single, h.clone(), n, n);
    }

    public Real p() {
        return Shape.real(single, p.clone(), n, n);
    }
}
