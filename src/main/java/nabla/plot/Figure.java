package nabla.plot;

import java.util.ArrayList;
import java.util.List;

/** A picture: axes on a sheet of some size. Its handle is its number. */
public final class Figure extends Node {
    public String name = "";

    /** The sheet's size in pixels of a plain display. */
    public int width = 640;

    public int height = 480;

    public int background = Colors.WHITE;
    public List<Axes> axes = new ArrayList<>();

    /** The axes drawn into, or null before the first. */
    public Axes current;

    /** The title over all axes. */
    public Text title = new Text("");

    /** For axes that have none of their own, or null. */
    public Colormap colormap;

    /** Counts changes; a screen has seen all of them when it has shown this count. */
    public int version;

    /** The version last shown. */
    public int shown;

    /** When {@code drawnow} last showed it, in nanoseconds of the system's clock. */
    public long drawn;

    public Figure(int number) {
        handle = number;
    }

    public int number() {
        return (int) handle;
    }

    @Override
    public String type() {
        return "figure";
    }

    /** Whether nothing at all is drawn or written in it. */
    public boolean isEmpty() {
        return title.isEmpty() && axes.stream().allMatch(a -> a.items.isEmpty() && a.title.isEmpty());
    }

    /** The whole picture as it is now, for another thread to draw. */
    @Override
    public Figure copy() {
        Figure f = (Figure) super.copy();
        f.title = title.copy();
        f.axes = new ArrayList<>(axes.size());
        f.current = null;
        for (Axes a : axes) {
            Axes c = a.copy();
            c.figure = f;
            f.axes.add(c);
            if (a == current) f.current = c;
        }
        return f;
    }
}
