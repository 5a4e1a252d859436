package nabla.plot;

/** The key to the axes' colours. */
public final class Colorbar extends Node {
    public Axes axes;

    /** {@code eastoutside}, {@code westoutside}, {@code northoutside} or {@code southoutside}. */
    public String location = "eastoutside";

    public Text label = new Text("");
    public double[] ticks;
    public String[] tickLabels;

    @Override
    public String type() {
        return "colorbar";
    }
}
