package nabla.plot;

/** One ruler of axes. */
public final class Axis implements Cloneable {
    public boolean log;
    public boolean reverse;

    /** Set by the program, or null: from the data. */
    public double[] limits;

    /** Set by the program, or null: round numbers. */
    public double[] ticks;

    /** Set by the program, or null: the numbers. */
    public String[] tickLabels;

    public boolean grid;
    public boolean minorGrid;

    /** Degrees by which tick labels are turned. */
    public double rotation;

    public Text label = new Text("");

    /** Back to the state of new axes. */
    public void reset() {
        log = false;
        reverse = false;
        limits = null;
        ticks = null;
        tickLabels = null;
        grid = false;
        minorGrid = false;
        rotation = 0;
        label.string = "";
    }

    public Axis copy() {
        try {
            Axis a = (Axis) clone();
            a.label = label.copy();
            return a;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
