package nabla.library.plotting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nabla.plot.Axes;
import nabla.plot.Axis;
import nabla.plot.Bars;
import nabla.plot.Colorbar;
import nabla.plot.Colors;
import nabla.plot.Contour;
import nabla.plot.Figure;
import nabla.plot.Figures;
import nabla.plot.Image;
import nabla.plot.Item;
import nabla.plot.Legend;
import nabla.plot.Line;
import nabla.plot.LineSpec;
import nabla.plot.Node;
import nabla.plot.Patch;
import nabla.plot.Quiver;
import nabla.plot.Scatter;
import nabla.plot.Stem;
import nabla.plot.Surface;
import nabla.plot.Text;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** What {@code set}, {@code get} and pairs of name and value reach in figures, axes and what stands in them. */
final class Properties {
    private record Property(Function<Node, Value> get, BiConsumer<Node, Value> set) {}

    private static final Map<Class<?>, Map<String, Property>> TABLE = new HashMap<>();

    /** Properties of MATLAB that are kept and draw nothing here. */
    private static final Set<String> KEPT = Set.of("""
            tag userdata units color renderer menubar toolbar numbertitle resize windowstyle nextplot position outerposition
            innerposition fontname fontsize fontweight fontangle fontunits linewidth linestyle handlevisibility hittest
            pickableparts clipping interruptible busyaction buttondownfcn createfcn deletefcn paperposition paperunits papersize
            paperorientation papertype paperpositionmode inverthardcopy dataaspectratio plotboxaspectratio cameraposition
            cameratarget ticklength tickdir xcolor ycolor zcolor gridcolor gridlinestyle gridalpha layer linejoin margin
            edgelighting facelighting ambientstrength diffusestrength specularstrength specularexponent backfacelighting meshstyle
            cdatamapping alphadata alphadatamapping showbaseline basevalue barlayout barwidth capsize autoscale autoscalefactor
            maxheadsize alignvertexcenters selected textcolor autoupdate numcolumns labelspacing textlist textstep levelstep
            xaxislocation yaxislocation ticklabelinterpreter closerequestfcn windowbuttondownfcn keypressfcn visible linecap
            colororder linestyleorder sortmethod projection titlefontsizemultiplier labelfontsizemultiplier markerindices
            sizechangedfcn pointer doublebuffer backingstore
            """.split("\\s+"));

    private Properties() {}

    private static <N extends Node> void on(Class<N> c, String name, Function<N, Value> get, BiConsumer<N, Value> set) {
        TABLE.computeIfAbsent(c, k -> new HashMap<>())
                .put(name, new Property(n -> get.apply(c.cast(n)), (n, v) -> set.accept(c.cast(n), v)));
    }

    static {
        on(Node.class, "visible", n -> onOff(n.visible), (n, v) -> n.visible = Drawing.isOn(v));
        on(Item.class, "displayname", i -> Char.of(i.displayName), (i, v) -> i.displayName = Drawing.text(v));
        on(Item.class, "handlevisibility", i -> onOff(i.inLegend), (i, v) -> i.inLegend = Drawing.isOn(v));
        lines();
        faces();
        texts();
        axes();
        on(Figure.class, "name", f -> Char.of(f.name), (f, v) -> f.name = Drawing.text(v));
        on(Figure.class, "color", f -> rgb(f.background), (f, v) -> f.background = Drawing.color(v));
        on(Figure.class, "number", f -> Real.of(f.number()), (f, v) -> {});
        on(Figure.class, "position", f -> Real.row(100, 100, f.width, f.height), Properties::size);
        on(Figure.class, "currentaxes", f -> f.current == null ? Real.empty() : Real.of(f.current.handle), (f, v) -> {});
    }

    private static void size(Figure f, Value v) {
        double[] p = Drawing.doubles(v);
        if (p.length != 4 || !(p[2] >= 20 && p[3] >= 20 && p[2] < 10000 && p[3] < 10000)) return;
        f.width = (int) p[2];
        f.height = (int) p[3];
    }

    private static void lines() {
        on(Line.class, "color", l -> rgb(l.color), (l, v) -> l.color = Drawing.color(v));
        on(Line.class, "linewidth", l -> Real.of(l.width), (l, v) -> l.width = Drawing.scalar(v));
        on(Line.class, "linestyle", l -> Char.of(l.style), (l, v) -> l.style = style(v));
        on(Line.class, "marker", l -> marker(l.marker), (l, v) -> l.marker = marker(v));
        on(Line.class, "markersize", l -> Real.of(l.markerSize), (l, v) -> l.markerSize = Drawing.scalar(v));
        on(Line.class, "markerfacecolor", l -> rgb(l.markerFace), (l, v) -> l.markerFace = Drawing.color(v));
        on(Line.class, "markeredgecolor", l -> rgb(l.markerEdge), (l, v) -> l.markerEdge = Drawing.color(v));
        on(Line.class, "xdata", l -> Real.row(l.x.clone()), (l, v) -> l.x = Drawing.doubles(v));
        on(Line.class, "ydata", l -> Real.row(l.y.clone()), (l, v) -> l.y = Drawing.doubles(v));
        on(Line.class, "zdata", l -> l.z == null ? Real.zeros(1, 0) : Real.row(l.z.clone()), (l, v) -> l.z = Drawing.doubles(v));
        on(Stem.class, "basevalue", s -> Real.of(s.base), (s, v) -> s.base = Drawing.scalar(v));
        on(Scatter.class, "marker", s -> marker(s.marker), (s, v) -> s.marker = marker(v));
        on(Scatter.class, "linewidth", s -> Real.of(s.width), (s, v) -> s.width = Drawing.scalar(v));
        on(Scatter.class, "markeredgecolor", s -> rgb(s.edge), (s, v) -> s.edge = Drawing.color(v));
        on(Scatter.class, "markerfacealpha", s -> Real.of(s.alpha), (s, v) -> s.alpha = Drawing.scalar(v));
        on(Scatter.class, "markerfacecolor", s -> rgb(s.filled ? s.color : Colors.NONE), Properties::scatterFace);
        on(Scatter.class, "xdata", s -> Real.row(s.x.clone()), (s, v) -> s.x = Drawing.doubles(v));
        on(Scatter.class, "ydata", s -> Real.row(s.y.clone()), (s, v) -> s.y = Drawing.doubles(v));
        on(Quiver.class, "color", q -> rgb(q.color), (q, v) -> q.color = Drawing.color(v));
        on(Quiver.class, "linewidth", q -> Real.of(q.width), (q, v) -> q.width = Drawing.scalar(v));
        on(Contour.class, "linewidth", c -> Real.of(c.width), (c, v) -> c.width = Drawing.scalar(v));
        on(Contour.class, "linestyle", c -> Char.of(c.style), (c, v) -> contourStyle(c, style(v)));
        for (String s : new String[] {"linecolor", "edgecolor", "color"}) {
            on(Contour.class, s, c -> rgb(c.color), (c, v) -> c.color = v instanceof Char w && w.text().equals("auto") ? Colors.FLAT : Drawing.color(v));
        }
        on(Contour.class, "showtext", c -> onOff(c.labels), (c, v) -> c.labels = Drawing.isOn(v));
        on(Contour.class, "levellist", c -> Real.row(c.levels.clone()), (c, v) -> c.levels = Drawing.doubles(v));
    }

    private static void contourStyle(Contour c, String style) {
        if (style.equals("none")) c.color = Colors.NONE;
        else c.style = style;
    }

    private static void scatterFace(Scatter s, Value v) {
        int c = Drawing.color(v);
        s.filled = c != Colors.NONE;
        if (c >= 0) {
            if (s.edge == Colors.AUTO && s.filled) s.edge = s.color;
            s.color = c;
            s.values = null;
            s.colors = null;
        }
    }

    private static void faces() {
        on(Surface.class, "facecolor", s -> rgb(s.face), (s, v) -> s.face = Drawing.color(v));
        on(Surface.class, "edgecolor", s -> rgb(s.edge), (s, v) -> s.edge = Drawing.color(v));
        on(Surface.class, "facealpha", s -> Real.of(s.alpha), (s, v) -> s.alpha = Drawing.scalar(v));
        on(Surface.class, "linewidth", s -> Real.of(s.width), (s, v) -> s.width = Drawing.scalar(v));
        on(Surface.class, "edgealpha", s -> Real.of(1), (s, v) -> s.edge = Drawing.scalar(v) == 0 ? Colors.NONE : s.edge);
        on(Surface.class, "linestyle", s -> Char.of("-"), (s, v) -> s.edge = style(v).equals("none") ? Colors.NONE : s.edge);
        on(Bars.class, "facecolor", b -> rgb(b.face), (b, v) -> b.face = Drawing.color(v));
        on(Bars.class, "edgecolor", b -> rgb(b.edge), (b, v) -> b.edge = Drawing.color(v));
        on(Bars.class, "facealpha", b -> Real.of(b.alpha), (b, v) -> b.alpha = Drawing.scalar(v));
        on(Bars.class, "linewidth", b -> Real.of(b.lineWidth), (b, v) -> b.lineWidth = Drawing.scalar(v));
        on(Bars.class, "barwidth", b -> Real.of(b.width), (b, v) -> b.width = Drawing.scalar(v));
        on(Patch.class, "facecolor", p -> rgb(p.face), (p, v) -> p.face = Drawing.color(v));
        on(Patch.class, "edgecolor", p -> rgb(p.edge), (p, v) -> p.edge = Drawing.color(v));
        on(Patch.class, "facealpha", p -> Real.of(p.alpha), (p, v) -> p.alpha = Drawing.scalar(v));
        on(Patch.class, "linewidth", p -> Real.of(p.width), (p, v) -> p.width = Drawing.scalar(v));
        on(Patch.class, "linestyle", p -> Char.of(p.style), (p, v) -> p.style = style(v));
        on(Image.class, "alphadata", i -> Real.of(i.alpha), (i, v) -> i.alpha = v.numel() == 1 ? Drawing.scalar(v) : 1);
    }

    private static void texts() {
        on(Text.class, "string", t -> Char.of(t.string), (t, v) -> t.string = Drawing.text(v));
        on(Text.class, "fontsize", t -> Real.of(t.size > 0 ? t.size : 10), (t, v) -> t.size = Drawing.scalar(v));
        on(Text.class, "fontweight", t -> Char.of(t.bold ? "bold" : "normal"), (t, v) -> t.bold = Drawing.text(v).equals("bold"));
        on(Text.class, "fontangle", t -> Char.of(t.italic ? "italic" : "normal"), (t, v) -> t.italic = Drawing.text(v).equals("italic"));
        on(Text.class, "color", t -> rgb(t.color), (t, v) -> t.color = Drawing.color(v));
        on(Text.class, "backgroundcolor", t -> rgb(t.background), (t, v) -> t.background = Drawing.color(v));
        on(Text.class, "edgecolor", t -> rgb(t.edge), (t, v) -> t.edge = Drawing.color(v));
        on(Text.class, "rotation", t -> Real.of(t.rotation), (t, v) -> t.rotation = Drawing.scalar(v));
        on(Text.class, "horizontalalignment", t -> Char.of(t.horizontal), (t, v) -> t.horizontal = Drawing.text(v));
        on(Text.class, "verticalalignment", t -> Char.of(t.vertical), (t, v) -> t.vertical = Drawing.text(v));
        on(Text.class, "interpreter", t -> Char.of(t.interpreter), (t, v) -> t.interpreter = Drawing.text(v));
        on(Text.class, "units", t -> Char.of(t.normalized ? "normalized" : "data"), (t, v) -> t.normalized = Drawing.text(v).equals("normalized"));
        on(Text.class, "position", t -> Real.row(t.x, t.y, t.z), (t, v) -> {
            double[] p = Drawing.doubles(v);
            t.x = p.length > 0 ? p[0] : t.x;
            t.y = p.length > 1 ? p[1] : t.y;
            t.z = p.length > 2 ? p[2] : t.z;
        });
        on(Legend.class, "location", l -> Char.of(l.location), (l, v) -> l.location = Drawing.text(v).toLowerCase(Locale.ROOT));
        on(Legend.class, "orientation", l -> Char.of(l.horizontal ? "horizontal" : "vertical"),
                (l, v) -> l.horizontal = Drawing.text(v).equals("horizontal"));
        on(Legend.class, "fontsize", l -> Real.of(l.size > 0 ? l.size : 9), (l, v) -> l.size = Drawing.scalar(v));
        on(Legend.class, "box", l -> onOff(l.box), (l, v) -> l.box = Drawing.isOn(v));
        on(Colorbar.class, "location", c -> Char.of(c.location), (c, v) -> c.location = Drawing.text(v).toLowerCase(Locale.ROOT));
        on(Colorbar.class, "ticks", c -> c.ticks == null ? Real.empty() : Real.row(c.ticks), (c, v) -> c.ticks = Drawing.doubles(v));
        on(Colorbar.class, "ticklabels", c -> labels(c.tickLabels), (c, v) -> c.tickLabels = words(v));
    }

    private static void axes() {
        on(Axes.class, "fontsize", a -> Real.of(a.fontSize), (a, v) -> a.fontSize = Drawing.scalar(v));
        on(Axes.class, "box", a -> onOff(a.box), (a, v) -> a.box = Drawing.isOn(v));
        on(Axes.class, "color", a -> rgb(a.background), (a, v) -> a.background = Drawing.color(v));
        on(Axes.class, "view", a -> Real.row(a.azimuth, a.elevation), (a, v) -> a.view(Drawing.doubles(v, 2)[0], Drawing.doubles(v, 2)[1]));
        on(Axes.class, "clim", a -> Real.row(nabla.plot.Limits.colors(a).clone()), (a, v) -> a.colorLimits = Drawing.doubles(v, 2));
        on(Axes.class, "nextplot", a -> Char.of(a.hold ? "add" : "replace"), (a, v) -> a.hold = Drawing.text(v).equals("add"));
        on(Axes.class, "position", a -> Real.row((a.inner != null ? a.inner : a.outer).clone()), (a, v) -> a.inner = Drawing.doubles(v, 4));
        on(Axes.class, "outerposition", a -> Real.row(a.outer.clone()), (a, v) -> a.outer = Drawing.doubles(v, 4));
        on(Axes.class, "title", a -> Real.of(a.title.handle), (a, v) -> a.title.string = Drawing.text(v));
        axis("x", a -> a.x, 0);
        axis("y", a -> a.y, 1);
        axis("z", a -> a.z, 2);
    }

    private static void axis(String k, Function<Axes, Axis> of, int index) {
        on(Axes.class, k + "lim", a -> Real.row(nabla.plot.Limits.of(a, index, 10).clone()), (a, v) -> of.apply(a).limits = Drawing.doubles(v, 2));
        on(Axes.class, k + "scale", a -> Char.of(of.apply(a).log ? "log" : "linear"), (a, v) -> of.apply(a).log = Drawing.text(v).equals("log"));
        on(Axes.class, k + "dir", a -> Char.of(of.apply(a).reverse ? "reverse" : "normal"),
                (a, v) -> of.apply(a).reverse = Drawing.text(v).equals("reverse"));
        on(Axes.class, k + "grid", a -> onOff(of.apply(a).grid), (a, v) -> of.apply(a).grid = Drawing.isOn(v));
        on(Axes.class, k + "minorgrid", a -> onOff(of.apply(a).minorGrid), (a, v) -> of.apply(a).minorGrid = Drawing.isOn(v));
        on(Axes.class, k + "tick", a -> of.apply(a).ticks == null ? Real.empty() : Real.row(of.apply(a).ticks),
                (a, v) -> of.apply(a).ticks = Drawing.doubles(v));
        on(Axes.class, k + "ticklabel", a -> labels(of.apply(a).tickLabels), (a, v) -> of.apply(a).tickLabels = words(v));
        on(Axes.class, k + "ticklabelrotation", a -> Real.of(of.apply(a).rotation), (a, v) -> of.apply(a).rotation = Drawing.scalar(v));
        on(Axes.class, k + "label", a -> Real.of(of.apply(a).label.handle), (a, v) -> of.apply(a).label.string = Drawing.text(v));
    }

    /** Those that were set as a column of cells, else empty: numbers. */
    private static Value labels(String[] words) {
        return words == null ? Real.empty() : Cell.column(Arrays.stream(words).map(Char::of).toList());
    }

    static String[] words(Value v) {
        if (v instanceof Cell c) {
            String[] r = new String[c.numel()];
            for (int i = 0; i < r.length; i++) r[i] = Drawing.text(c.get(i));
            return r;
        }
        if (v instanceof Char c)
            return c.isEmpty() ? new String[0] : Drawing.text(c).split("\n|\\|");
        double[] d = Drawing.doubles(v);
        String[] r = new String[d.length];
        for (int i = 0; i < r.length; i++) r[i] = nabla.plot.Ticks.plain(d[i]);
        return r;
    }

    private static String style(Value v) {
        String s = Drawing.text(v);
        if (Set.of("-", "--", ":", "-.", "none").contains(s)) return s;
        throw Failure.of("\"%s\" is no line style: - -- : -. none", "«%s» не стиль линии: - -- : -. none", s);
    }

    private static char marker(Value v) {
        char m = LineSpec.marker(Drawing.text(v));
        if (m != '?') return m;
        throw Failure.of(
                "\"%s\" is no marker: o + * . x s d ^ v > < p h none",
                "«%s» не маркер: o + * . x s d ^ v > < p h none", Drawing.text(v));
    }

    private static Value marker(char m) {
        return Char.of(m == 0 ? "none" : String.valueOf(m));
    }

    private static Value onOff(boolean b) {
        return Char.of(b ? "on" : "off");
    }

    private static Value rgb(int c) {
        return switch (c) {
            case Colors.NONE -> Char.of("none");
            case Colors.AUTO -> Char.of("auto");
            case Colors.FLAT -> Char.of("flat");
            case Colors.INTERP -> Char.of("interp");
            default -> Real.row(Colors.parts(c));
        };
    }

    private static Property find(Node n, String name) {
        for (Class<?> c = n.getClass(); c != Object.class; c = c.getSuperclass()) {
            Map<String, Property> m = TABLE.get(c);
            if (m != null && m.containsKey(name)) return m.get(name);
        }
        return null;
    }

    static void set(Figures figures, Node n, String name, Value v) {
        String key = name.toLowerCase(Locale.ROOT);
        Property p = find(n, key);
        if (p != null) p.set.accept(n, v);
        else if (isKept(key)) {
            v.share();
            n.extra.put(key, v);
        } else throw unknown(n, name);
        figures.changed(n);
    }

    private static boolean isKept(String key) {
        return KEPT.contains(key)
                || key.endsWith("mode")
                || key.endsWith("fcn")
                || key.endsWith("data")
                || key.endsWith("alpha")
                || key.startsWith("camera");
    }

    static Value get(Node n, String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals("type")) return Char.of(n.type());
        if (key.equals("parent")) return parent(n);
        if (key.equals("children")) return children(n);
        Property p = find(n, key);
        if (p != null) return p.get.apply(n);
        if (n.extra.get(key) instanceof Value v) return v;
        if (isKept(key)) return Real.empty();
        throw unknown(n, name);
    }

    private static Value parent(Node n) {
        if (n instanceof Figure) return Real.of(0);
        if (n instanceof Axes || n instanceof Legend || n instanceof Colorbar)
            return Real.of(Figures.figureOf(n).handle);
        return Real.of(Figures.axesOf(n).handle);
    }

    private static Value children(Node n) {
        List<? extends Node> c =
                n instanceof Figure f ? f.axes : n instanceof Axes a ? a.items : List.of();
        double[] h = new double[c.size()];
        for (int i = 0; i < h.length; i++) h[i] = c.get(h.length - 1 - i).handle;
        return new Real(h, h.length, h.length == 0 ? 0 : 1);
    }

    /** All properties that can be read, as a structure. */
    static Struct all(Node n) {
        Struct s = Struct.scalar().with("type", Char.of(n.type()));
        for (Class<?> c = n.getClass(); c != Object.class; c = c.getSuperclass()) {
            Map<String, Property> m = TABLE.getOrDefault(c, Map.of());
            for (String name : new java.util.TreeSet<>(m.keySet()))
                if (!s.has(name)) s.with(name, m.get(name).get.apply(n));
        }
        return s;
    }

    private static Failure unknown(Node n, String name) {
        return Failure.of("%s has no property \"%s\"", "у %s нет свойства «%s»", n.type(), name);
    }
}
