package nabla.plot;

/** A matrix shown as coloured cells: {@code image}, {@code imagesc}, {@code imshow}. */
public final class Image extends Item {
    public final int rows;
    public final int columns;

    /** Middles of the first and last column, and of the first and last row. */
    public double[] x;

    public double[] y;

    /** Values for the colormap, column-major, or null. */
    public final double[] values;

    /** True colours, column-major, or null. */
    public final int[] colors;

    /** Whether values are scaled by the colour limits; else they count colours of the map from 1. */
    public boolean scaled = true;

    public double alpha = 1;

    public Image(int rows, int columns, double[] values, int[] colors) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.colors = colors;
        this.x = new double[] {1, columns};
        this.y = new double[] {1, rows};
    }

    /** Half the width of a cell. */
    public double halfWidth() {
        return columns > 1 ? Math.abs(x[1] - x[0]) / (columns - 1) / 2 : 0.5;
    }

    public double halfHeight() {
        return rows > 1 ? Math.abs(y[1] - y[0]) / (rows - 1) / 2 : 0.5;
    }

    @Override
    public String type() {
        return "image";
    }

    @Override
    public void extent(Extent e) {
        e.add(Extent.X, Math.min(x[0], x[1]) - halfWidth());
        e.add(Extent.X, Math.max(x[0], x[1]) + halfWidth());
        e.add(Extent.Y, Math.min(y[0], y[1]) - halfHeight());
        e.add(Extent.Y, Math.max(y[0], y[1]) + halfHeight());
        if (scaled) e.add(Extent.C, values);
    }

    @Override
    public boolean fitsClosely() {
        return true;
    }
}
