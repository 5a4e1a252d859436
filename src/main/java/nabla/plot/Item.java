package nabla.plot;

/** Something drawn in axes. */
public abstract class Item extends Node {
    /** The axes it stands in. */
    public Axes axes;

    /** What the legend calls it; empty when it was given no name. */
    public String displayName = "";

    /** Whether the legend may list it. */
    public boolean inLegend = true;

    /** Widens the extent to all that this item shows. */
    public abstract void extent(Extent e);

    /** Widens the extent to what axes that fit closely around another item must not cut; of arrows, only where they begin. */
    public void core(Extent e) {
        extent(e);
    }

    /** Whether axes fit closely around it instead of ending at round numbers. */
    public boolean fitsClosely() {
        return false;
    }

    /** Whether it lives in space: drawing it into empty axes turns them to the three-dimensional view. */
    public boolean inSpace() {
        return false;
    }

    @Override
    public Item copy() {
        return (Item) super.copy();
    }
}
