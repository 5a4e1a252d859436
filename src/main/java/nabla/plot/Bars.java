package nabla.plot;

/** One series of bars from a base to a value: {@code bar}, {@code barh}, {@code hist}. */
public final class Bars extends Item {
    /** Middles along the axis the bars stand on. */
    public double[] at;

    public double[] from;
    public double[] to;

    /** In units of the axis. */
    public double width;

    public boolean horizontal;
    public int face = Colors.AUTO;
    public int edge = Colors.BLACK;
    public double lineWidth = 0.5;
    public double alpha = 1;

    public Bars(double[] at, double[] from, double[] to, double width) {
        this.at = at;
        this.from = from;
        this.to = to;
        this.width = width;
    }

    @Override
    public String type() {
        return "bar";
    }

    @Override
    public void extent(Extent e) {
        int along = horizontal ? Extent.Y : Extent.X;
        int up = horizontal ? Extent.X : Extent.Y;
        for (double a : at) {
            e.add(along, a - width / 2);
            e.add(along, a + width / 2);
        }
        e.add(up, from);
        e.add(up, to);
    }
}
