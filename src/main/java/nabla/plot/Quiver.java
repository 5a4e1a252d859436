package nabla.plot;

/** Arrows (u, v) from the points (x, y). */
public final class Quiver extends Item {
    public double[] x;
    public double[] y;
    public double[] u;
    public double[] v;

    /** What u and v are multiplied by. */
    public double scale;

    public int color = Colors.BLACK;
    public double width = 0.5;
    public boolean heads = true;

    public Quiver(double[] x, double[] y, double[] u, double[] v, double scale) {
        this.x = x;
        this.y = y;
        this.u = u;
        this.v = v;
        this.scale = scale;
    }

    /** The scale at which the longest arrow spans the spacing of about √n points a side. */
    public static double fitting(double[] x, double[] y, double[] u, double[] v) {
        Extent e = new Extent();
        e.add(Extent.X, x);
        e.add(Extent.Y, y);
        double longest = 0;
        for (int i = 0; i < u.length; i++) {
            double l = Math.hypot(u[i], v[i]);
            if (l > longest && l < Double.POSITIVE_INFINITY) longest = l;
        }
        double side = Math.sqrt(Math.max(1, x.length));
        double dx = (e.high[Extent.X] - e.low[Extent.X]) / side;
        double dy = (e.high[Extent.Y] - e.low[Extent.Y]) / side;
        double spacing = Math.hypot(dx, dy);
        return longest > 0 && spacing > 0 ? 0.9 * spacing / longest : 1;
    }

    @Override
    public String type() {
        return "quiver";
    }

    @Override
    public void extent(Extent e) {
        for (int i = 0; i < x.length; i++) {
            e.add(Extent.X, x[i]);
            e.add(Extent.Y, y[i]);
            e.add(Extent.X, x[i] + scale * u[i]);
            e.add(Extent.Y, y[i] + scale * v[i]);
        }
    }

    @Override
    public void core(Extent e) {
        e.add(Extent.X, x);
        e.add(Extent.Y, y);
    }
}
