package nabla.optim;

/**
 * The least and the greatest curvature that a way has met: from each gradient to the next, s = x′ − x, y = ∇f(x′) − ∇f(x), the
 * curvature along s is sᵀy/sᵀs. Their ratio bounds the condition of the Hessian from below.
 */
public final class Curvature {
    private double[] x;
    private double[] g;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    void meet(double[] x, double[] g) {
        if (this.x != null) {
            double sy = 0;
            double ss = 0;
            for (int i = 0; i < x.length; i++) {
                double s = x[i] - this.x[i];
                sy += s * (g[i] - this.g[i]);
                ss += s * s;
            }
            double c = sy / ss;
            if (Double.isFinite(c)) {
                least = Math.min(least, c);
                greatest = Math.max(greatest, c);
            }
        }
        this.x = x.clone();
        this.g = g.clone();
    }

    /** The least and the greatest, NaN when the way was too short. */
    public double[] bounds() {
        return least <= greatest ? new double[] {least, greatest} : new double[] {Double.NaN, Double.NaN};
    }
}
