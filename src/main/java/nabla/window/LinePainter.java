package nabla.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import nabla.plot.Colors;
import nabla.plot.ErrorBars;
import nabla.plot.Line;
import nabla.plot.Scatter;
import nabla.plot.Stem;

/** Draws lines, stems, error bars and scattered markers in the plane. */
final class LinePainter {
    /** From so many points on, those that share a column of pixels are drawn as that column's first, lowest, highest and last. */
    private static final int MANY = 10_000;

    private LinePainter() {}

    static void draw(Plane p, Line l) {
        Graphics2D g = p.g();
        int n = Math.min(l.x.length, l.y.length);
        double[] px = new double[n];
        double[] py = new double[n];
        for (int i = 0; i < n; i++) {
            px[i] = p.x().at(l.x[i]);
            py[i] = p.y().at(l.y[i]);
        }
        if (l.color != Colors.NONE) {
            g.setColor(Palette.color(l.color, l.alpha));
            g.setStroke(Pen.of(l.style, l.width));
            if (l instanceof Stem s) stalks(p, s, px, py);
            else if (l.hasLine()) g.draw(n > MANY ? thinned(px, py) : path(px, py));
            if (l instanceof ErrorBars e) bars(p, e, px);
        }
        if (l.marker == 0) return;
        Shape clip = g.getClip();
        g.setClip(p.beyond());
        for (int i = 0; i < n; i++) if (!p.shows(px[i], py[i])) px[i] = Double.NaN;
        markers(g, l, px, py);
        g.setClip(clip);
    }

    /** A path that is interrupted where a coordinate is NaN; points closer than a quarter pixel to the last are left out. */
    static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != x[i] || y[i] != y[i]) {
                drawing = false;
                continue;
            }
            if (!drawing) path.moveTo(x[i], y[i]);
            else if (i + 1 < x.length && Math.abs(x[i] - lastX) + Math.abs(y[i] - lastY) < 0.25 && x[i + 1] == x[i + 1])
                continue;
            else path.lineTo(x[i], y[i]);
            drawing = true;
            lastX = x[i];
            lastY = y[i];
        }
        return path;
    }

    private static Path2D thinned(double[] x, double[] y) {
        int n = x.length;
        double[] tx = new double[n];
        double[] ty = new double[n];
        int count = 0;
        for (int from = 0, to; from < n; from = to) {
            int low = from;
            int high = from;
            double column = Math.floor(2 * x[from]);
            for (to = from + 1; to < n && Math.floor(2 * x[to]) == column && y[to] == y[to]; to++) {
                if (y[to] < y[low]) low = to;
                if (y[to] > y[high]) high = to;
            }
            int last = -1;
            for (int k : new int[] {from, Math.min(low, high), Math.max(low, high), to - 1}) {
                if (k == last) continue;
                tx[count] = x[k];
                ty[count++] = y[k];
                last = k;
            }
        }
        return path(java.util.Arrays.copyOf(tx, count), java.util.Arrays.copyOf(ty, count));
    }

    static void markers(Graphics2D g, Line l, double[] px, double[] py) {
        if (l.marker == 0) return;
        Color edge = edge(l);
        Color face = face(l);
        g.setStroke(Pen.thin(Math.max(1.1, Pen.pixels(Math.min(l.width, l.markerSize / 4)))));
        for (int i = 0; i < px.length; i++)
            Marker.draw(g, l.marker, px[i], py[i], Pen.pixels(l.markerSize), face, edge);
    }

    static Color edge(Line l) {
        int c = Palette.own(l.markerEdge, l.color);
        return c == Colors.NONE ? null : Palette.color(c, l.alpha);
    }

    static Color face(Line l) {
        int c = Palette.own(l.markerFace, l.color);
        return c < 0 ? null : Palette.color(c, l.alpha);
    }

    private static void stalks(Plane p, Stem s, double[] px, double[] py) {
        double base = p.y().at(s.base);
        if (base != base) base = p.box().getMaxY();
        if (s.hasLine()) {
            for (int i = 0; i < px.length; i++)
                if (px[i] == px[i] && py[i] == py[i]) p.g().draw(new Line2D.Double(px[i], base, px[i], py[i]));
        }
        p.g().setColor(Palette.color(Colors.INK));
        p.g().setStroke(Pen.thin(0.8));
        p.g().draw(new Line2D.Double(p.box().getMinX(), base, p.box().getMaxX(), base));
        p.g().setColor(Palette.color(s.color));
    }

    private static void bars(Plane p, ErrorBars e, double[] px) {
        p.g().setStroke(Pen.thin(Pen.width(e.width)));
        for (int i = 0; i < px.length; i++) {
            double low = p.y().at(e.y[i] - e.lower[i]);
            double high = p.y().at(e.y[i] + e.upper[i]);
            if (px[i] != px[i] || high != high) continue;
            if (low != low) low = p.box().getMaxY();
            p.g().draw(new Line2D.Double(px[i], low, px[i], high));
            p.g().draw(new Line2D.Double(px[i] - 4, low, px[i] + 4, low));
            p.g().draw(new Line2D.Double(px[i] - 4, high, px[i] + 4, high));
        }
    }

    static void draw(Plane p, Scatter s) {
        Shape clip = p.g().getClip();
        p.g().setClip(p.beyond());
        for (int i = 0; i < s.x.length; i++) {
            double px = p.x().at(s.x[i]);
            double py = p.y().at(s.y[i]);
            if (p.shows(px, py)) point(p.g(), p.palette(), s, i, px, py);
        }
        p.g().setClip(clip);
    }

    static void point(Graphics2D g, Palette palette, Scatter s, int i, double x, double y) {
        int c = s.colors != null
                ? s.colors[i % s.colors.length]
                : s.values != null ? palette.rgb(s.values[i]) : s.color;
        if (c < 0 || x != x || y != y) return;
        double size = Pen.pixels(Math.sqrt(s.area[i % s.area.length]));
        int e = s.edge == Colors.AUTO || s.edge == Colors.FLAT ? c : s.edge;
        g.setStroke(Pen.thin(Pen.width(s.width)));
        Color face = s.filled ? Palette.color(c, s.alpha) : null;
        Marker.draw(
                g,
                s.marker,
                x,
                y,
                size,
                face,
                e == Colors.NONE || s.filled && s.edge == Colors.AUTO ? null : Palette.color(e, s.alpha));
        if (s.filled && s.edge == Colors.AUTO && ".+*x".indexOf(s.marker) >= 0)
            Marker.draw(g, s.marker, x, y, size, null, Palette.color(c, s.alpha));
    }
}
