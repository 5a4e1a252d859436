package nabla.plot;

/** Points joined by a line, with markers: {@code plot}, {@code plot3}, {@code stairs}. */
public class Line extends Item {
    public double[] x;
    public double[] y;

    /** Heights, or null in the plane. */
    public double[] z;

    /** {@code -}, {@code --}, {@code :}, {@code -.} or {@code none}. */
    public String style = "-";

    /** In points, as all widths and sizes. */
    public double width = 0.5;

    public char marker;
    public double markerSize = 6;
    public int color = Colors.BLACK;
    public int markerFace = Colors.NONE;
    public int markerEdge = Colors.AUTO;

    /** Between 0, invisible, and 1. */
    public double alpha = 1;

    public Line(double[] x, double[] y, double[] z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    public boolean hasLine() {
        return !style.equals("none");
    }

    @Override
    public String type() {
        return "line";
    }

    @Override
    public void extent(Extent e) {
        int n = Math.min(x.length, y.length);
        for (int i = 0; i < n; i++) {
            if (y[i] - y[i] != 0 || x[i] - x[i] != 0) continue;
            e.add(Extent.X, x[i]);
            e.add(Extent.Y, y[i]);
            if (z != null && i < z.length) e.add(Extent.Z, z[i]);
        }
    }

    @Override
    public boolean inSpace() {
        return z != null;
    }
}
