package nabla.plot;

/** Lines of equal height, or the bands between them. */
public final class Contour extends Item {
    /** Where in space the lines lie. */
    public enum Height {
        /** In the plane z = 0. */
        PLANE,
        /** On the floor of the box, under a surface. */
        FLOOR,
        /** Each at its own level. */
        LEVEL
    }

    public Grid grid;
    public double[] levels;
    public boolean filled;
    public Height height = Height.PLANE;

    /** A colour, {@code NONE}, or {@code FLAT}: from the colormap. */
    public int color = Colors.FLAT;

    public String style = "-";
    public double width = 0.5;

    /** Whether the levels are written on the lines. */
    public boolean labels;

    public Contour(Grid grid, double[] levels) {
        this.grid = grid;
        this.levels = levels;
    }

    @Override
    public String type() {
        return "contour";
    }

    @Override
    public void extent(Extent e) {
        e.add(Extent.X, grid.x());
        e.add(Extent.Y, grid.y());
        if (height == Height.LEVEL) e.add(Extent.Z, grid.z());
        if (filled) e.add(Extent.C, grid.z());
        e.add(Extent.C, levels);
    }

    @Override
    public boolean fitsClosely() {
        return height == Height.PLANE;
    }

    @Override
    public boolean inSpace() {
        return height == Height.LEVEL;
    }
}
