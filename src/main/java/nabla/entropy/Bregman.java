package nabla.entropy;

import nabla.kernel.LogGamma;

/** Bregman's divergence of ln Γ, which divergences of gamma and beta distributions consist of. */
final class Bregman {
    private Bregman() {}

    /** ln Γ(y) − ln Γ(x) − (y − x)·ψ(x) ≥ 0: for neighbours as the integral of (y − t)·ψ′(t) from x to y. */
    static double ofLogGamma(double x, double y) {
        if (Math.abs(y - x) > x / 8) return LogGamma.of(y) - LogGamma.of(x) - (y - x) * LogGamma.digamma(x);
        double[] sum = GaussKronrod.integrate((t, into) -> into[0] = (y - t) * LogGamma.trigamma(t), Math.min(x, y), Math.max(x, y));
        return Math.abs(sum[0]);
    }
}
