package nabla.plot;

/** Words at a place, or a title or label of axes. Newlines part its lines; TeX's commands are understood (see {@link Tex}). */
public final class Text extends Item {
    public double x;
    public double y;
    public double z;
    public boolean hasHeight;
    public String string;

    /** Points; 0 for the size usual at its place. */
    public double size;

    public boolean bold;
    public boolean italic;
    public int color = Colors.INK;
    public int background = Colors.NONE;
    public int edge = Colors.NONE;

    /** Degrees, counterclockwise. */
    public double rotation;

    /** {@code left}, {@code center} or {@code right}. */
    public String horizontal = "left";

    /** {@code top}, {@code middle}, {@code bottom} or {@code baseline}. */
    public String vertical = "middle";

    /** Whether x and y are fractions of the axes. */
    public boolean normalized;

    /** {@code tex} or {@code none}. */
    public String interpreter = "tex";

    public Text(String string) {
        this.string = string;
        inLegend = false;
    }

    public boolean isEmpty() {
        return string.isEmpty() || !visible;
    }

    @Override
    public String type() {
        return "text";
    }

    @Override
    public void extent(Extent e) {}

    @Override
    public boolean inSpace() {
        return hasHeight;
    }

    @Override
    public Text copy() {
        return (Text) super.copy();
    }
}
