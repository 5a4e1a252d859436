package nabla.plot;

import java.util.List;

/** The key to the axes' lines. */
public final class Legend extends Node {
    public Axes axes;

    /** Names for the items in their order, overriding theirs. */
    public List<String> names = List.of();

    /** The items listed, or null: all that may be. */
    public List<Item> items;

    public String location = "northeast";
    public boolean box = true;
    public boolean horizontal;
    public double size;
    public Text title = new Text("");

    @Override
    public String type() {
        return "legend";
    }
}
