package nabla.plot;

/** A net of facets over a grid: {@code surf}, {@code mesh}, {@code pcolor}. */
public final class Surface extends Item {
    public Grid grid;

    /** Values for the colormap, one a grid point. */
    public double[] values;

    /** A colour, {@code NONE}, {@code FLAT} or {@code INTERP}. */
    public int face = Colors.FLAT;

    public int edge = Colors.BLACK;
    public double width = 0.5;
    public double alpha = 1;

    /** Lies in the plane (pcolor): its heights count for colour alone. */
    public boolean flat;

    public Surface(Grid grid, double[] values) {
        this.grid = grid;
        this.values = values;
    }

    @Override
    public String type() {
        return "surface";
    }

    @Override
    public void extent(Extent e) {
        e.add(Extent.X, grid.x());
        e.add(Extent.Y, grid.y());
        if (!flat) e.add(Extent.Z, grid.z());
        e.add(Extent.C, values);
    }

    @Override
    public boolean fitsClosely() {
        return flat;
    }

    @Override
    public boolean inSpace() {
        return !flat;
    }
}
