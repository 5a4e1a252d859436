package nabla.optim;

/** A point with what f and its gradient are there. The arrays are nobody's to change. */
public record Point(double[] x, double value, double[] gradient) {
    /** ‖∇f‖, NaN when the gradient was not taken. */
    public double norm() {
        return gradient == null ? Double.NaN : Numbers.norm(gradient);
    }

    /** Whether the value and all of the gradient are numbers. */
    public boolean finite() {
        return Double.isFinite(value) && gradient != null && Numbers.finite(gradient);
    }
}
