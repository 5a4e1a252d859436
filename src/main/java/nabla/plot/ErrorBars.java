package nabla.plot;

/** A line whose points carry bars from y − lower to y + upper; at the sides there is room for the bars' ends. */
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
        Extent own = new Extent();
        own.add(Extent.X, x);
        double room = 0.04 * (own.high[Extent.X] - own.low[Extent.X]);
        e.add(Extent.X, own.low[Extent.X] - room);
        e.add(Extent.X, own.high[Extent.X] + room);
        for (int i = 0; i < y.length; i++) {
            e.add(Extent.Y, y[i] - lower[i]);
            e.add(Extent.Y, y[i] + upper[i]);
        }
    }
}
