package nabla.plot;

/** Filled polygons: {@code fill}, {@code patch}, {@code area}, {@code pie}. */
public final class Patch extends Item {
    /** Corners, polygon by polygon. */
    public double[][] x;

    public double[][] y;

    /** Heights, or null in the plane. */
    public double[][] z;

    /** A colour, {@code NONE}, or {@code FLAT}: from {@link #values}. */
    public int face = Colors.AUTO;

    /** One value a polygon for the colormap, or null. */
    public double[] values;

    public int edge = Colors.BLACK;
    public double width = 0.5;
    public String style = "-";
    public double alpha = 1;

    public Patch(double[][] x, double[][] y, double[][] z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    @Override
    public String type() {
        return "patch";
    }

    @Override
    public void extent(Extent e) {
        for (double[] v : x) e.add(Extent.X, v);
        for (double[] v : y) e.add(Extent.Y, v);
        if (z != null) for (double[] v : z) e.add(Extent.Z, v);
        e.add(Extent.C, values);
    }

    @Override
    public boolean inSpace() {
        return z != null;
    }
}
