package nabla.plot;

/** Markers, each with its own area and perhaps colour. */
public final class Scatter extends Item {
    public double[] x;
    public double[] y;

    /** Heights, or null in the plane. */
    public double[] z;

    /** Areas in square points: one for all or one each. */
    public double[] area = {36};

    /** Values for the colormap, one a point, or null. */
    public double[] values;

    /** One colour a point, or null. */
    public int[] colors;

    public int color = Colors.BLACK;
    public char marker = 'o';
    public boolean filled;
    public int edge = Colors.AUTO;
    public double width = 0.5;
    public double alpha = 1;

    public Scatter(double[] x, double[] y, double[] z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    @Override
    public String type() {
        return "scatter";
    }

    @Override
    public void extent(Extent e) {
        e.add(Extent.X, x);
        e.add(Extent.Y, y);
        e.add(Extent.Z, z);
        e.add(Extent.C, values);
    }

    @Override
    public boolean inSpace() {
        return z != null;
    }
}
