package nabla.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A session's figures: the current one, the handles, and the screen that shows what has changed. */
public final class Figures {
    private static final long PATIENCE = 1_000_000_000;

    private final TreeMap<Integer, Figure> figures = new TreeMap<>();
    private final Map<Double, Node> nodes = new HashMap<>();
    private Figure current;
    private Screen screen;
    private long serial;
    private Consumer<Node> born = n -> {};

    /** Sets where figures are shown; without a screen they are kept and not shown. */
    public void screen(Screen screen) {
        this.screen = screen;
    }

    /** Who is told of each node when it gets its handle. */
    public void whenBorn(Consumer<Node> listener) {
        born = listener;
    }

    /** The screen, or null. */
    public Screen screen() {
        return screen;
    }

    /** The numbers of all figures, ascending. */
    public List<Figure> all() {
        forgetClosed();
        return new ArrayList<>(figures.values());
    }

    /** Makes figure n current, and makes it at all when there is none. */
    public Figure figure(int n) {
        forgetClosed();
        Figure f = figures.get(n);
        if (f == null) {
            f = new Figure(n);
            f.version = 1;
            figures.put(n, f);
            nodes.put(f.handle, f);
            born.accept(f);
        }
        if (current != null && current != f) write();
        current = f;
        return f;
    }

    /** A new figure with the smallest free number, made current. */
    public Figure newFigure() {
        forgetClosed();
        int n = 1;
        while (figures.containsKey(n)) n++;
        return figure(n);
    }

    /** The current figure, a new one when there is none: {@code gcf}. */
    public Figure figure() {
        forgetClosed();
        return current == null ? newFigure() : current;
    }

    /** The current figure or null. */
    public Figure currentOrNull() {
        forgetClosed();
        return current;
    }

    /** The current axes, new ones when there are none: {@code gca}. */
    public Axes axes() {
        Figure f = figure();
        return f.current == null ? newAxes(f) : f.current;
    }

    /** New axes over the whole figure, made current. */
    public Axes newAxes(Figure f) {
        Axes a = new Axes();
        a.figure = f;
        f.axes.add(a);
        f.current = a;
        register(a);
        for (Text t : a.words()) {
            t.axes = a;
            register(t);
        }
        changed(f);
        return a;
    }

    /** Makes axes and their figure current. */
    public void use(Axes a) {
        figure(a.figure.number());
        a.figure.current = a;
    }

    /** Gives the node a handle if it has none, and returns it. */
    public double register(Node n) {
        if (n.handle == 0) {
            n.handle = -1 - ++serial / 1048576.0;
            nodes.put(n.handle, n);
            born.accept(n);
        }
        return n.handle;
    }

    /** What the handle names, or null. */
    public Node find(double handle) {
        forgetClosed();
        return nodes.get(handle);
    }

    /** Notes that the node, or what it stands in, looks different now. */
    public void changed(Node n) {
        Figure f = figureOf(n);
        if (f != null) f.version++;
    }

    public static Figure figureOf(Node n) {
        if (n instanceof Figure f) return f;
        Axes a = axesOf(n);
        return a == null ? null : a.figure;
    }

    /** The axes the node is or stands in, or null. */
    public static Axes axesOf(Node n) {
        if (n instanceof Axes a) return a;
        if (n instanceof Item i) return i.axes;
        if (n instanceof Legend l) return l.axes;
        return n instanceof Colorbar c ? c.axes : null;
    }

    /** Empties the axes for a new plot. */
    public void reset(Axes a) {
        forget(a, false);
        a.reset();
        changed(a);
    }

    /** Removes all axes of the figure. */
    public void clear(Figure f) {
        for (Axes a : f.axes) forget(a, true);
        f.axes.clear();
        f.current = null;
        f.title = new Text("");
        f.colormap = null;
        changed(f);
    }

    /** Removes the node: a figure is closed, axes and items vanish. */
    public void delete(Node n) {
        changed(n);
        if (n instanceof Figure f) close(f);
        else if (n instanceof Axes a) deleteAxes(a);
        else {
            Axes a = axesOf(n);
            if (a != null && a.legend == n) a.legend = null;
            if (a != null && a.colorbar == n) a.colorbar = null;
            if (a != null) a.items.remove(n);
            if (n instanceof Text t) t.string = "";
            if (a == null || !a.words().contains(n)) nodes.remove(n.handle);
        }
    }

    private void deleteAxes(Axes a) {
        forget(a, true);
        a.figure.axes.remove(a);
        if (a.figure.current == a)
            a.figure.current = a.figure.axes.isEmpty() ? null : a.figure.axes.get(a.figure.axes.size() - 1);
    }

    private void forget(Axes a, boolean itself) {
        for (Item i : a.items) nodes.remove(i.handle);
        if (itself) for (Text t : a.words()) nodes.remove(t.handle);
        if (a.legend != null) nodes.remove(a.legend.handle);
        if (a.colorbar != null) nodes.remove(a.colorbar.handle);
        if (itself) nodes.remove(a.handle);
    }

    /** Closes the figure; changes not shown yet are shown first, so that a file has them. */
    public void close(Figure f) {
        if (screen != null && !screen.live()) show(f);
        drop(f);
        if (screen != null) screen.close(f.number());
    }

    private void drop(Figure f) {
        for (Axes a : f.axes) forget(a, true);
        nodes.remove(f.handle);
        figures.remove(f.number());
        if (current == f)
            current = figures.isEmpty() ? null : figures.lastEntry().getValue();
    }

    private void forgetClosed() {
        if (screen == null) return;
        for (int n : screen.closed()) {
            Figure f = figures.get(n);
            if (f != null) drop(f);
        }
    }

    /** {@code drawnow}: shows what has changed; a file that shows the figure already is brought up to date at most once a second. */
    public void draw() {
        if (screen == null) return;
        forgetClosed();
        long now = System.nanoTime();
        for (Figure f : new ArrayList<>(figures.values())) {
            boolean soon = f.shown != 0 && now - f.drawn < PATIENCE;
            if (f.shown == f.version || soon && !screen.live()) continue;
            f.drawn = now;
            show(f);
        }
    }

    /** At the end of a program: shows every change not shown yet. */
    public void write() {
        if (screen == null) return;
        forgetClosed();
        for (Figure f : new ArrayList<>(figures.values())) show(f);
    }

    private void show(Figure f) {
        if (f.shown == f.version || screen == null || !screen.live() && f.isEmpty()) return;
        f.shown = f.version;
        screen.show(f.copy());
    }
}
