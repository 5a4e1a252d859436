package nabla.plot;

/** A line whose points carry bars from y − lower to y + upper. */
public final class ErrorBars extends Line {
    public final double[] lower;
    public final double[] upper;

    public ErrorBars(double[] x, double[] y, double[] lower, double[] upper) {
        super(x, y, null);
        this.lower = lower;
        this.upper = upper;
    }

    @Override
    public String type() {
        return "errorbar";
    }

    @Override
    public void extent(Extent e) {
        super.extent(e);
        for (int i = 0; i < y.length; i++) {
            e.add(Extent.Y, y[i] - lower[i]);
            e.add(Extent.Y, y[i] + upper[i]);
        }
    }
}
