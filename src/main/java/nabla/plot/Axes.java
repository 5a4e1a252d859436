package nabla.plot;

import java.util.ArrayList;
import java.util.List;

/** A coordinate system in a figure with all that is drawn in it. */
public final class Axes extends Node {
    /** How lengths on the rulers compare on the paper. */
    public enum Aspect {
        FILL,
        EQUAL,
        IMAGE,
        SQUARE
    }

    public Figure figure;

    /** Left, bottom, width, height of the place for axes and labels, as fractions of the figure. */
    public double[] outer = {0, 0, 1, 1};

    /** The same for the plot box alone, or null: what labels leave. */
    public double[] inner;

    public Axis x = new Axis();
    public Axis y = new Axis();
    public Axis z = new Axis();
    public Text title = new Text("");
    public List<Item> items = new ArrayList<>();
    public Legend legend;
    public Colorbar colorbar;
    public Colormap colormap;

    /** Set by caxis, or null: from the data. */
    public double[] colorLimits;

    public Aspect aspect = Aspect.FILL;
    public boolean tight;
    public boolean box = true;
    public boolean hold;

    /** Whether surfaces are lit from the viewer's side. */
    public boolean light;

    public double azimuth;
    public double elevation = 90;
    public int background = Colors.WHITE;
    public double fontSize = 10;

    /** How many colours of the order have been used. */
    public int colorIndex;

    @Override
    public String type() {
        return "axes";
    }

    /** Whether it is looked at from aside; the plane is the view straight from above. */
    public boolean inSpace() {
        return azimuth != 0 || elevation != 90;
    }

    /** The colormap in force. */
    public Colormap map() {
        return colormap != null
                ? colormap
                : figure != null && figure.colormap != null ? figure.colormap : Colormap.VIRIDIS;
    }

    /** The title and the names of the axes, empty ones too. */
    public List<Text> words() {
        return List.of(title, x.label, y.label, z.label);
    }

    public Axis axis(int k) {
        return k == Extent.X ? x : k == Extent.Y ? y : z;
    }

    public int nextColor() {
        return Colors.order(colorIndex++);
    }

    /** Takes the item in; the first item in space turns empty axes to the three-dimensional view. */
    public void add(Item item) {
        if (item.inSpace() && !inSpace() && items.isEmpty()) view(-37.5, 30);
        if (item.inSpace() && items.isEmpty() && !(item instanceof Text)) x.grid = y.grid = z.grid = true;
        item.axes = this;
        items.add(item);
    }

    public void view(double azimuth, double elevation) {
        this.azimuth = azimuth;
        this.elevation = elevation;
    }

    /** Empties it and puts back all that a new plot puts back; its place in the figure, colormap and hold stay. */
    public void reset() {
        items = new ArrayList<>();
        x.reset();
        y.reset();
        z.reset();
        title.string = "";
        legend = null;
        colorbar = null;
        colorLimits = null;
        aspect = Aspect.FILL;
        tight = false;
        box = true;
        light = false;
        visible = true;
        view(0, 90);
        colorIndex = 0;
    }

    public Extent extent() {
        Extent e = new Extent();
        for (Item i : items) if (i.visible) i.extent(e);
        return e;
    }

    @Override
    public Axes copy() {
        Axes a = (Axes) super.copy();
        a.x = x.copy();
        a.y = y.copy();
        a.z = z.copy();
        a.title = title.copy();
        a.items = new ArrayList<>(items.size());
        for (Item i : items) {
            Item c = i.copy();
            c.axes = a;
            a.items.add(c);
        }
        if (legend != null) a.legend = legendCopy(a);
        if (colorbar != null) {
            a.colorbar = (Colorbar) colorbar.copy();
            a.colorbar.label = colorbar.label.copy();
        }
        return a;
    }

    private Legend legendCopy(Axes a) {
        Legend l = (Legend) legend.copy();
        if (legend.items != null) {
            l.items = new ArrayList<>();
            for (Item i : legend.items) if (items.contains(i)) l.items.add(a.items.get(items.indexOf(i)));
        }
        return l;
    }
}
