package nabla.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import nabla.plot.Bars;
import nabla.plot.Colors;
import nabla.plot.Contour;
import nabla.plot.Contours;
import nabla.plot.Extent;
import nabla.plot.Grid;
import nabla.plot.Image;
import nabla.plot.Item;
import nabla.plot.Line;
import nabla.plot.Patch;
import nabla.plot.Quiver;
import nabla.plot.Scatter;
import nabla.plot.Stem;
import nabla.plot.Surface;
import nabla.plot.Text;
import nabla.value.Failure;

/** Cuts items in space into pieces small enough to be sorted by depth. */
final class SpacePainter {
    /** The longest stretch of a line, in parts of the cube, that is sorted as one. */
    private static final double STRETCH = 0.02;

    /** How much nearer lines and markers count than they are, so that a path on a surface is not half sunk into its facets. */
    private static final double LIFT = 0.03;

    private static final int MOST_PATCHES = 60_000;

    private final Scene scene;
    private final Projection p;
    private final Palette palette;
    private final boolean draft;
    private final boolean light;
    private final double fontPixels;
    private final double floor;
    private double edgeAlpha;
    private double[] shades;

    SpacePainter(
            Scene scene, Projection p, Palette palette, boolean draft, boolean light, double fontPixels, double floor) {
        this.scene = scene;
        this.p = p;
        this.palette = palette;
        this.draft = draft;
        this.light = light;
        this.fontPixels = fontPixels;
        this.floor = floor;
    }

    void add(Item i) {
        if (i instanceof Surface s) surface(s);
        else if (i instanceof Stem s) stem(s);
        else if (i instanceof Line l) line(l);
        else if (i instanceof Scatter s) scatter(s);
        else if (i instanceof Contour c) contour(c);
        else if (i instanceof Patch f) patch(f);
        else if (i instanceof Text t) text(t);
        else if (i instanceof Bars || i instanceof Image || i instanceof Quiver) throw flat(i);
        else throw new AssertionError(i);
    }

    private static Failure flat(Item i) {
        String kind = i.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return Failure.of(
                "%s can't be drawn in three-dimensional axes: draw it in axes of its own",
                "%s не рисуется в трёхмерных осях: нарисуйте в отдельных осях", kind);
    }

    private double[] units(int k, double[] v, int n) {
        double[] r = new double[n];
        for (int i = 0; i < n; i++) r[i] = v == null ? p.unit(k, 0) : p.unit(k, v[i]);
        return r;
    }

    private void surface(Surface s) {
        Grid g = s.grid;
        int n = g.m() * g.n();
        double[] x = units(Extent.X, g.x(), n);
        double[] y = units(Extent.Y, g.y(), n);
        double[] z = units(Extent.Z, s.flat ? null : g.z(), n);
        edgeAlpha = alpha(g);
        shades = light ? shades(g, x, y, z) : null;
        int step = draft ? Math.max(1, (int) Math.ceil(Math.sqrt(n / 2500.0))) : 1;
        for (int j = 0; j + 1 < g.n(); j += step) {
            for (int i = 0; i + 1 < g.m(); i += step) {
                int i1 = Math.min(i + step, g.m() - 1);
                int j1 = Math.min(j + step, g.n() - 1);
                facet(s, x, y, z, new int[] {g.at(i, j), g.at(i, j1), g.at(i1, j1), g.at(i1, j)});
            }
        }
    }

    private void facet(Surface s, double[] x, double[] y, double[] z, int[] k) {
        double sum = 0;
        for (int c : k) sum += x[c] + y[c] + z[c] + (s.face < -2 ? s.values[c] : 0);
        if (sum - sum != 0) return;
        double v = GridPainter.mean(s.values, k);
        Color edge = edge(s, v);
        boolean smooth = s.face == Colors.INTERP && !draft;
        int parts = smooth ? parts(s, x, y, z, k) : 1;
        for (int a = 0; a < parts; a++) {
            for (int b = 0; b < parts; b++) {
                double u = (a + 0.5) / parts;
                double w = (b + 0.5) / parts;
                double value = parts == 1 ? v : blend(s.values, k, u, w);
                double shade = shades == null ? 1 : blend(shades, k, u, w);
                Color fill = s.face == Colors.NONE
                        ? null
                        : shaded(s.face >= 0 ? s.face : palette.rgb(value), shade, s.alpha);
                quad(s, x, y, z, k, a, b, parts, fill, parts == 1 ? edge : null);
            }
        }
        if (parts > 1 && edge != null) quad(s, x, y, z, k, 0, 0, 1, null, edge);
    }

    private Color edge(Surface s, double v) {
        if (s.edge == Colors.NONE || s.edge == Colors.AUTO) return null;
        if (s.edge < 0) return Palette.color(palette.rgb(v));
        return s.face == Colors.NONE ? Palette.color(s.edge) : Palette.color(s.edge, edgeAlpha);
    }

    /** Edges of small facets are faint, or a fine surface would be all edges: opaque from sixteen pixels a facet up. */
    private double alpha(Grid g) {
        double facet = p.span() / Math.max(1, Math.max(g.m(), g.n()) - 1);
        return Math.max(0.12, Math.min(1, facet / 16));
    }

    private static Color shaded(int rgb, double shade, double alpha) {
        return Palette.color(shade < 1 ? Colors.mix(Colors.BLACK, rgb, shade) : rgb, alpha);
    }

    /** How many parts a side of a blended facet is cut into: about one every three pixels. */
    private int parts(Surface s, double[] x, double[] y, double[] z, int[] k) {
        double dx = p.px(x[k[2]], y[k[2]], z[k[2]]) - p.px(x[k[0]], y[k[0]], z[k[0]]);
        double dy = p.py(x[k[2]], y[k[2]], z[k[2]]) - p.py(x[k[0]], y[k[0]], z[k[0]]);
        int wanted = (int) Math.max(1, Math.hypot(dx, dy) / 4);
        int facets = Math.max(1, (s.grid.m() - 1) * (s.grid.n() - 1));
        return Math.min(wanted, (int) Math.max(1, Math.sqrt(MOST_PATCHES / (double) facets)));
    }

    private void quad(
            Surface s, double[] x, double[] y, double[] z, int[] k, int a, int b, int parts, Color fill, Color edge) {
        double[] px = new double[4];
        double[] py = new double[4];
        double depth = 0;
        for (int c = 0; c < 4; c++) {
            double u = (a + (c == 2 || c == 3 ? 1.0 : 0)) / parts;
            double v = (b + (c == 1 || c == 2 ? 1.0 : 0)) / parts;
            double qx = blend(x, k, u, v);
            double qy = blend(y, k, u, v);
            double qz = blend(z, k, u, v);
            px[c] = p.px(qx, qy, qz);
            py[c] = p.py(qx, qy, qz);
            depth += p.depth(qx, qy, qz) / 4;
        }
        scene.add(depth, new Scene.Facet(px, py, fill, edge, Math.max(0.7f, Pen.pixels(s.width))));
    }

    /** Between the corners k: u towards the next row, v towards the next column. */
    private static double blend(double[] w, int[] k, double u, double v) {
        return (1 - u) * ((1 - v) * w[k[0]] + v * w[k[1]]) + u * ((1 - v) * w[k[3]] + v * w[k[2]]);
    }

    /** At each grid point between 0.4 and 1 by the angle of the surface to a lamp over the viewer's left shoulder. */
    private double[] shades(Grid g, double[] x, double[] y, double[] z) {
        double[] lamp = {p.toward[0] - 0.3 * p.toward[1], p.toward[1] + 0.3 * p.toward[0], p.toward[2] + 0.4};
        double[] shades = new double[x.length];
        for (int j = 0; j < g.n(); j++) {
            for (int i = 0; i < g.m(); i++) {
                int[] down = {g.at(Math.max(i - 1, 0), j), g.at(Math.min(i + 1, g.m() - 1), j)};
                int[] across = {g.at(i, Math.max(j - 1, 0)), g.at(i, Math.min(j + 1, g.n() - 1))};
                double[] a = {x[down[1]] - x[down[0]], y[down[1]] - y[down[0]], z[down[1]] - z[down[0]]};
                double[] b = {x[across[1]] - x[across[0]], y[across[1]] - y[across[0]], z[across[1]] - z[across[0]]};
                double[] n = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
                double cos = dot(n, lamp) / Math.sqrt(dot(n, n) * dot(lamp, lamp));
                shades[g.at(i, j)] = cos == cos ? 0.4 + 0.6 * Math.abs(cos) : 1;
            }
        }
        return shades;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private void line(Line l) {
        int n = Math.min(l.x.length, l.y.length);
        double[] x = units(Extent.X, l.x, n);
        double[] y = units(Extent.Y, l.y, n);
        double[] z = units(Extent.Z, l.z, n);
        if (l.hasLine() && l.color >= 0) path(x, y, z, Palette.color(l.color, l.alpha), Pen.of(l.style, l.width));
        if (l.marker == 0) return;
        for (int i = 0; i < n; i++) {
            double px = p.px(x[i], y[i], z[i]);
            double py = p.py(x[i], y[i], z[i]);
            scene.add(
                    p.depth(x[i], y[i], z[i]) + LIFT + 1e-6,
                    g -> LinePainter.markers(g, l, new double[] {px}, new double[] {py}));
        }
    }

    /** Solid lines go stretch by stretch; dashes would start anew at each, so a segment of a dashed line stays whole. */
    private void path(double[] x, double[] y, double[] z, Color color, BasicStroke stroke) {
        for (int i = 1; i < x.length; i++) {
            double length = Math.hypot(Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]), z[i] - z[i - 1]);
            if (!(length < 1e3)) continue;
            int parts = stroke.getDashArray() != null ? 1 : (int) Math.max(1, Math.min(200, length / STRETCH));
            for (int k = 0; k < parts; k++) segment(x, y, z, i, (double) k / parts, (k + 1.0) / parts, color, stroke);
        }
    }

    private void segment(
            double[] x, double[] y, double[] z, int i, double s, double t, Color color, BasicStroke stroke) {
        double x0 = x[i - 1] + s * (x[i] - x[i - 1]);
        double y0 = y[i - 1] + s * (y[i] - y[i - 1]);
        double z0 = z[i - 1] + s * (z[i] - z[i - 1]);
        double x1 = x[i - 1] + t * (x[i] - x[i - 1]);
        double y1 = y[i - 1] + t * (y[i] - y[i - 1]);
        double z1 = z[i - 1] + t * (z[i] - z[i - 1]);
        Line2D line = new Line2D.Double(p.px(x0, y0, z0), p.py(x0, y0, z0), p.px(x1, y1, z1), p.py(x1, y1, z1));
        scene.add((p.depth(x0, y0, z0) + p.depth(x1, y1, z1)) / 2 + LIFT, g -> {
            g.setColor(color);
            g.setStroke(stroke);
            g.draw(line);
        });
    }

    private void stem(Stem s) {
        for (int i = 0; i < s.x.length; i++) {
            double[] x = units(Extent.X, new double[] {s.x[i], s.x[i]}, 2);
            double[] y = units(Extent.Y, new double[] {s.y[i], s.y[i]}, 2);
            double[] z = units(Extent.Z, new double[] {s.base, s.z == null ? 0 : s.z[i]}, 2);
            path(x, y, z, Palette.color(s.color), Pen.of(s.style, s.width));
            double px = p.px(x[1], y[1], z[1]);
            double py = p.py(x[1], y[1], z[1]);
            scene.add(
                    p.depth(x[1], y[1], z[1]) + LIFT,
                    g -> LinePainter.markers(g, s, new double[] {px}, new double[] {py}));
        }
    }

    private void scatter(Scatter s) {
        for (int i = 0; i < s.x.length; i++) {
            double x = p.unit(Extent.X, s.x[i]);
            double y = p.unit(Extent.Y, s.y[i]);
            double z = p.unit(Extent.Z, s.z == null ? 0 : s.z[i]);
            int k = i;
            scene.add(p.depth(x, y, z) + LIFT, g -> LinePainter.point(g, palette, s, k, p.px(x, y, z), p.py(x, y, z)));
        }
    }

    private void contour(Contour c) {
        for (double level : c.levels) {
            double height = c.height == Contour.Height.LEVEL
                    ? p.unit(Extent.Z, level)
                    : c.height == Contour.Height.FLOOR ? floor : p.unit(Extent.Z, 0);
            int rgb = c.color == Colors.FLAT ? palette.rgb(level) : c.color;
            if (rgb < 0) continue;
            for (double[][] l : Contours.lines(c.grid, level)) {
                int n = l[0].length;
                double[] z = new double[n];
                java.util.Arrays.fill(z, height);
                path(
                        units(Extent.X, l[0], n),
                        units(Extent.Y, l[1], n),
                        z,
                        Palette.color(rgb),
                        Pen.of(c.style, c.width));
            }
        }
    }

    private void patch(Patch f) {
        for (int k = 0; k < f.x.length; k++) {
            int n = f.x[k].length;
            double[] x = units(Extent.X, f.x[k], n);
            double[] y = units(Extent.Y, f.y[k], n);
            double[] z = units(Extent.Z, f.z == null ? null : f.z[k], n);
            double[] px = new double[n];
            double[] py = new double[n];
            double depth = 0;
            for (int i = 0; i < n; i++) {
                px[i] = p.px(x[i], y[i], z[i]);
                py[i] = p.py(x[i], y[i], z[i]);
                depth += p.depth(x[i], y[i], z[i]) / n;
            }
            int face = ShapePainter.face(palette, f, k);
            Color fill = face < 0 ? null : Palette.color(face, f.alpha);
            Color edge = f.edge < 0 ? null : Palette.color(f.edge);
            if (n > 0) scene.add(depth, new Scene.Facet(px, py, fill, edge, Pen.width(f.width)));
        }
    }

    private void text(Text t) {
        double x = p.unit(Extent.X, t.x);
        double y = p.unit(Extent.Y, t.y);
        double z = p.unit(Extent.Z, t.z);
        scene.add(1e3, g -> ShapePainter.words(g, t, p.px(x, y, z), p.py(x, y, z), fontPixels));
    }

    /** The outline of one side of the cube, for its filling and grid. */
    static Path2D polygon(Projection p, double[][] corners) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners.length; i++) {
            double[] c = corners[i];
            if (i == 0) path.moveTo(p.px(c[0], c[1], c[2]), p.py(c[0], c[1], c[2]));
            else path.lineTo(p.px(c[0], c[1], c[2]), p.py(c[0], c[1], c[2]));
        }
        path.closePath();
        return path;
    }
}
