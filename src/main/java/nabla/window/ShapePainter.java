package nabla.window;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import nabla.plot.Bars;
import nabla.plot.Colors;
import nabla.plot.Patch;
import nabla.plot.Quiver;
import nabla.plot.Text;

/** Draws bars, polygons, arrows and words in the plane. */
final class ShapePainter {
    private ShapePainter() {}

    static void draw(Plane p, Bars b) {
        Graphics2D g = p.g();
        g.setStroke(Pen.thin(Math.max(0.8, Pen.pixels(b.lineWidth))));
        for (int i = 0; i < b.at.length; i++) {
            Rectangle2D r = bar(p, b, i);
            if (r == null) continue;
            if (b.face >= 0) {
                g.setColor(Palette.color(b.face, b.alpha));
                g.fill(r);
            }
            if (b.edge >= 0) {
                g.setColor(Palette.color(b.edge));
                g.draw(r);
            }
        }
        g.setColor(Palette.color(Colors.INK));
        g.setStroke(Pen.thin(1));
        Rectangle2D box = p.box();
        double zero = (b.horizontal ? p.x() : p.y()).at(0);
        if (b.horizontal) g.draw(new Line2D.Double(zero, box.getMinY(), zero, box.getMaxY()));
        else if (zero == zero) g.draw(new Line2D.Double(box.getMinX(), zero, box.getMaxX(), zero));
    }

    private static Rectangle2D bar(Plane p, Bars b, int i) {
        Ruler along = b.horizontal ? p.y() : p.x();
        Ruler up = b.horizontal ? p.x() : p.y();
        double a0 = along.at(b.at[i] - b.width / 2);
        double a1 = along.at(b.at[i] + b.width / 2);
        double u0 = up.at(b.from[i]);
        double u1 = up.at(b.to[i]);
        if (u0 != u0) u0 = b.horizontal ? p.box().getMinX() : p.box().getMaxY();
        if (u1 != u1 || a0 != a0 || a1 != a1) return null;
        double a = Math.min(a0, a1);
        double u = Math.min(u0, u1);
        double w = Math.abs(a1 - a0);
        double h = Math.abs(u1 - u0);
        return b.horizontal ? new Rectangle2D.Double(u, a, h, w) : new Rectangle2D.Double(a, u, w, h);
    }

    static void draw(Plane p, Patch f) {
        Graphics2D g = p.g();
        for (int k = 0; k < f.x.length; k++) {
            double[] px = new double[f.x[k].length];
            double[] py = new double[px.length];
            for (int i = 0; i < px.length; i++) {
                px[i] = p.x().at(f.x[k][i]);
                py[i] = p.y().at(f.y[k][i]);
            }
            Path2D path = LinePainter.path(px, py);
            if (path.getCurrentPoint() == null) continue;
            path.closePath();
            int face = face(p.palette(), f, k);
            if (face >= 0) {
                g.setColor(Palette.color(face, f.alpha));
                g.fill(path);
            }
            if (f.edge >= 0 && !f.style.equals("none")) {
                g.setColor(Palette.color(f.edge));
                g.setStroke(Pen.of(f.style, f.width));
                g.draw(path);
            }
        }
    }

    static int face(Palette palette, Patch f, int k) {
        if (f.values != null && f.face < -1) return palette.rgb(f.values[k % f.values.length]);
        return f.face;
    }

    static void draw(Plane p, Quiver q) {
        Graphics2D g = p.g();
        g.setColor(Palette.color(q.color));
        g.setStroke(Pen.of("-", q.width));
        Path2D path = new Path2D.Double();
        for (int i = 0; i < q.x.length; i++) {
            double x0 = p.x().at(q.x[i]);
            double y0 = p.y().at(q.y[i]);
            double x1 = p.x().at(q.x[i] + q.scale * q.u[i]);
            double y1 = p.y().at(q.y[i] + q.scale * q.v[i]);
            if (x0 + y0 + x1 + y1 - (x0 + y0 + x1 + y1) != 0) continue;
            arrow(path, x0, y0, x1, y1, q.heads);
        }
        g.draw(path);
    }

    /** A shaft and two barbs of a third of its length, at most 9 pixels. */
    static void arrow(Path2D path, double x0, double y0, double x1, double y1, boolean head) {
        double l = Math.hypot(x1 - x0, y1 - y0);
        if (l < 0.3) return;
        path.moveTo(x0, y0);
        path.lineTo(x1, y1);
        if (!head) return;
        double r = Math.min(9, l / 3) / l;
        double bx = (x0 - x1) * r;
        double by = (y0 - y1) * r;
        path.moveTo(x1 + bx - by * 0.5, y1 + by + bx * 0.5);
        path.lineTo(x1, y1);
        path.lineTo(x1 + bx + by * 0.5, y1 + by - bx * 0.5);
    }

    static void draw(Plane p, Text t, double fontPixels) {
        double x = t.normalized ? p.box().getMinX() + t.x * p.box().getWidth() : p.x().at(t.x);
        double y = t.normalized ? p.box().getMaxY() - t.y * p.box().getHeight() : p.y().at(t.y);
        words(p.g(), t, x, y, fontPixels);
    }

    static void words(Graphics2D g, Text t, double x, double y, double fontPixels) {
        if (t.isEmpty() || x != x || y != y || t.color == Colors.NONE) return;
        double size = t.size > 0 ? fontPixels * t.size / 10 : fontPixels;
        java.awt.Font font = Words.font(size, t.bold, t.italic);
        Words w = t.interpreter.equals("none") ? Words.plain(t.string, font) : Words.of(t.string, font);
        double h = t.horizontal.equals("center") ? 0.5 : t.horizontal.equals("right") ? 1 : 0;
        double v = switch (t.vertical) {
            case "top", "cap" -> 0;
            case "bottom", "baseline" -> 1;
            default -> 0.5;
        };
        if (t.background >= 0 || t.edge >= 0) frame(g, t, w.bounds(x, y, h, v));
        w.draw(g, x, y, h, v, t.rotation, Palette.color(t.color));
    }

    private static void frame(Graphics2D g, Text t, Rectangle2D r) {
        Rectangle2D room = new Rectangle2D.Double(r.getX() - 3, r.getY() - 2, r.getWidth() + 6, r.getHeight() + 4);
        if (t.background >= 0) {
            g.setColor(Palette.color(t.background));
            g.fill(room);
        }
        if (t.edge >= 0) {
            g.setColor(Palette.color(t.edge));
            g.setStroke(Pen.thin(1));
            g.draw(room);
        }
    }
}
