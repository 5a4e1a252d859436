package nabla.optim;

/** Counts the evaluations of an objective and keeps the best point. */
final class Counted implements Objective {
    private final Objective f;
    int evaluations;
    int gradients;
    double best = Double.NaN;
    double[] bestAt;

    Counted(Objective f) {
        this.f = f;
    }

    @Override
    public double value(double[] x) {
        evaluations++;
        return f.value(x);
    }

    @Override
    public double[] gradient(double[] x) {
        gradients++;
        return f.hasGradient() ? f.gradient(x) : FiniteDifferences.central(this, x);
    }

    @Override
    public boolean hasGradient() {
        return f.hasGradient();
    }

    /** Keeps the point when it is the best iterate so far; a first point is kept whatever its value. */
    void keep(double[] x, double value) {
        if (bestAt == null || value < best || best != best) {
            if (bestAt != null && value != value) return;
            best = value;
            bestAt = x.clone();
        }
    }

    Outcome outcome(double[] last, double gradientNorm, int steps, Reason reason, Trace trace) {
        return new Outcome(bestAt, best, last.clone(), gradientNorm, steps, evaluations, gradients, reason, trace);
    }
}
