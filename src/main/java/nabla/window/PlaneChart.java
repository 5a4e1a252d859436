package nabla.window;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import nabla.plot.Axes;
import nabla.plot.Axis;
import nabla.plot.Bars;
import nabla.plot.Contour;
import nabla.plot.Extent;
import nabla.plot.Image;
import nabla.plot.Item;
import nabla.plot.Limits;
import nabla.plot.Line;
import nabla.plot.Patch;
import nabla.plot.Quiver;
import nabla.plot.Scatter;
import nabla.plot.Surface;
import nabla.plot.Text;
import nabla.plot.Ticks;

/** Axes in the plane. */
final class PlaneChart extends AxesChart {
    private static final double TICK = 5;
    private static final int SOLID = 20;

    /** Limits do not depend on the size of the picture: they are as for a ruler with this many steps. */
    private static final int MOST = 10;

    private Ruler x;
    private Ruler y;
    /** The room for labels. */
    private double sheetWidth;

    private double sheetHeight;
    private Ticks xTicks;
    private Ticks yTicks;

    PlaneChart(Axes a, Rectangle2D wanted) {
        super(a, wanted);
    }

    private int mostX(double width) {
        return (int) Math.max(2, Math.min(10, width / (fontPixels() * 3.2)));
    }

    private int mostY(double height) {
        return (int) Math.max(2, Math.min(10, height / (fontPixels() * 2.6)));
    }

    @Override
    double[] margins(double width, double height) {
        sheetWidth = width;
        sheetHeight = height;
        if (!a.visible) return new double[] {12, 12, 12, 12};
        double h = height - 60;
        Ruler r = Ruler.of(a.y, Limits.of(a, Extent.Y, MOST), h, 0);
        double labels = 0;
        for (String s : r.ticks(a.y, mostY(h)).labels())
            labels = Math.max(labels, tickWords(s).width());
        double left = Math.max(30, labels + TICK + 10);
        if (!a.y.label.isEmpty()) left += words(a.y.label, 1.1, false).within(height).height() + 2;
        double bottom = fontPixels() * 1.25 + 12;
        if (a.x.rotation != 0) bottom += 30 * Math.abs(Math.sin(Math.toRadians(a.x.rotation)));
        if (!a.x.label.isEmpty()) bottom += words(a.x.label, 1.1, false).within(width).height() + 2;
        boolean power = r.ticks(a.y, mostY(h)).exponent() != 0;
        return new double[] {left, power ? 10 + fontPixels() : 12, 20, bottom};
    }

    private Words tickWords(String s) {
        return Words.of(s, Words.font(fontPixels(), false, false));
    }

    @Override
    void paintBox() {
        double[] lx = Limits.of(a, Extent.X, MOST);
        double[] ly = Limits.of(a, Extent.Y, MOST);
        fitAspect(lx = lx.clone(), ly = ly.clone());
        box.setRect(Math.round(box.x) + 0.5, Math.round(box.y) + 0.5, Math.round(box.width), Math.round(box.height));
        x = Ruler.of(a.x, lx, box.getMinX(), box.getMaxX());
        y = Ruler.of(a.y, ly, box.getMaxY(), box.getMinY());
        yTicks = y.ticks(a.y, mostY(box.height));
        xTicks = xTicks();
        if (a.visible && a.background >= 0) {
            g.setColor(Palette.color(a.background));
            g.fill(box);
        }
        if (a.visible) grid();
        items();
        if (a.visible) rulers();
    }

    /** Fewer marks until no two of their labels touch. */
    private Ticks xTicks() {
        for (int most = mostX(box.width); ; most--) {
            Ticks t = x.ticks(a.x, most);
            if (most <= 2 || a.x.ticks != null || a.x.rotation != 0 || fits(t)) return t;
        }
    }

    private boolean fits(Ticks t) {
        for (int k = 1; k < t.at().length; k++) {
            double apart = Math.abs(x.at(t.at()[k]) - x.at(t.at()[k - 1]));
            if (apart
                    < (tickWords(t.labels()[k]).width()
                                            + tickWords(t.labels()[k - 1]).width())
                                    / 2
                            + 6) return false;
        }
        return true;
    }

    private void fitAspect(double[] lx, double[] ly) {
        if (a.aspect == Axes.Aspect.FILL) return;
        double ux = a.aspect == Axes.Aspect.SQUARE ? 1 : lx[1] - lx[0];
        double uy = a.aspect == Axes.Aspect.SQUARE ? 1 : ly[1] - ly[0];
        double sx = box.width / ux;
        double sy = box.height / uy;
        boolean widen =
                a.aspect == Axes.Aspect.EQUAL && !a.tight && a.items.stream().noneMatch(Item::fitsClosely);
        if (widen && sx > sy && a.x.limits == null) widen(lx, box.width / sy);
        else if (widen && sy > sx && a.y.limits == null) widen(ly, box.height / sx);
        else if (sx > sy) {
            double w = ux * sy;
            box.setRect(box.x + (box.width - w) / 2, box.y, w, box.height);
        } else {
            double h = uy * sx;
            box.setRect(box.x, box.y + (box.height - h) / 2, box.width, h);
        }
    }

    private static void widen(double[] limits, double to) {
        double more = (to - (limits[1] - limits[0])) / 2;
        limits[0] -= more;
        limits[1] += more;
    }

    private void grid() {
        g.setStroke(Pen.thin(0.8));
        gridLines(a.x, x, xTicks, true);
        gridLines(a.y, y, yTicks, false);
    }

    private void gridLines(Axis axis, Ruler r, Ticks t, boolean upright) {
        g.setColor(MINOR_GRID);
        if (axis.minorGrid || axis.grid && axis.log) for (double v : t.minor()) gridLine(r, v, upright);
        g.setColor(GRID);
        if (axis.grid) for (double v : t.at()) gridLine(r, v, upright);
    }

    private void gridLine(Ruler r, double v, boolean upright) {
        if (!r.shows(v)) return;
        double p = r.at(v);
        g.draw(
                upright
                        ? new Line2D.Double(p, box.getMinY(), p, box.getMaxY())
                        : new Line2D.Double(box.getMinX(), p, box.getMaxX(), p));
    }

    private void items() {
        Shape before = g.getClip();
        Plane plane = new Plane(g, x, y, palette, box, before, a.background >= 0 ? a.background : 0xFFFFFF);
        g.clip(box);
        for (Item i : a.items) if (i.visible && !(i instanceof Text)) item(plane, i);
        g.setClip(before);
        for (Item i : a.items) if (i instanceof Text t) ShapePainter.draw(plane, t, fontPixels());
    }

    private void item(Plane p, Item i) {
        if (i instanceof Line l) LinePainter.draw(p, l);
        else if (i instanceof Scatter s) LinePainter.draw(p, s);
        else if (i instanceof Contour c) GridPainter.draw(p, c, fontPixels());
        else if (i instanceof Surface s) GridPainter.draw(p, s);
        else if (i instanceof Image m) GridPainter.draw(p, m);
        else if (i instanceof Bars b) ShapePainter.draw(p, b);
        else if (i instanceof Patch f) ShapePainter.draw(p, f);
        else if (i instanceof Quiver q) ShapePainter.draw(p, q);
        else throw new AssertionError(i);
    }

    private void rulers() {
        g.setColor(INK);
        g.setStroke(Pen.thin(1));
        if (a.box) g.draw(box);
        else {
            g.draw(new Line2D.Double(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMaxY()));
            g.draw(new Line2D.Double(box.getMinX(), box.getMinY(), box.getMinX(), box.getMaxY()));
        }
        Path2D marks = new Path2D.Double();
        marks(marks, x, xTicks, true);
        marks(marks, y, yTicks, false);
        g.draw(marks);
        xLabels();
        yLabels();
    }

    private void marks(Path2D path, Ruler r, Ticks t, boolean upright) {
        double length = Math.min(7, Math.max(3, Math.max(box.width, box.height) * 0.01));
        for (double v : t.at()) if (r.shows(v)) mark(path, r.at(v), length, upright);
        for (double v : t.minor()) if (r.shows(v)) mark(path, r.at(v), length / 2, upright);
    }

    private void mark(Path2D path, double p, double l, boolean upright) {
        line(path, upright ? p : box.getMinX(), upright ? box.getMaxY() : p, upright ? 0 : l, upright ? -l : 0);
        if (a.box)
            line(path, upright ? p : box.getMaxX(), upright ? box.getMinY() : p, upright ? 0 : -l, upright ? l : 0);
    }

    private static void line(Path2D path, double x, double y, double dx, double dy) {
        path.moveTo(x, y);
        path.lineTo(x + dx, y + dy);
    }

    private void xLabels() {
        double top = box.getMaxY() + 5;
        double lowest = top + fontPixels() * 1.25;
        for (int k = 0; k < xTicks.at().length; k++) {
            if (!x.shows(xTicks.at()[k])) continue;
            Words w = tickWords(xTicks.labels()[k]);
            double p = x.at(xTicks.at()[k]);
            if (a.x.rotation == 0) w.draw(g, p, top, 0.5, 0, 0, INK);
            else w.draw(g, p, top + 4, a.x.rotation > 0 ? 1 : 0, 0.5, a.x.rotation, INK);
        }
        if (a.x.rotation != 0) lowest += 30 * Math.abs(Math.sin(Math.toRadians(a.x.rotation)));
        if (xTicks.exponent() != 0) power(xTicks).draw(g, box.getMaxX(), top + fontPixels() * 1.2, 1, 0, 0, INK);
        words(a.x.label, 1.1, false).within(sheetWidth).draw(g, box.getCenterX(), lowest + 2, 0.5, 0, 0, Palette.color(a.x.label.color));
    }

    private void yLabels() {
        double widest = 0;
        for (int k = 0; k < yTicks.at().length; k++) {
            if (!y.shows(yTicks.at()[k])) continue;
            Words w = tickWords(yTicks.labels()[k]);
            w.draw(g, box.getMinX() - 6, y.at(yTicks.at()[k]), 1, 0.5, 0, INK);
            widest = Math.max(widest, w.width());
        }
        if (yTicks.exponent() != 0) power(yTicks).draw(g, box.getMinX(), box.getMinY() - 2, 0, 1, 0, INK);
        words(a.y.label, 1.1, false)
                .within(sheetHeight)
                .draw(g, box.getMinX() - widest - 10, box.getCenterY(), 0.5, 1, 90, Palette.color(a.y.label.color));
    }

    private Words power(Ticks t) {
        return tickWords("×10^{" + String.valueOf(t.exponent()).replace('-', '\u2212') + "}");
    }

    /** A bar or a filled polygon weighs as many points as would fill it; what covers the plane or is words weighs nothing. */
    @Override
    int pointsIn(Rectangle2D r) {
        int n = 0;
        for (Item i : a.items) {
            if (!i.visible) continue;
            if (i instanceof Line l) n += pointsIn(r, l);
            else if (i instanceof Bars b) for (int k = 0; k < b.at.length; k++) n += r.intersects(bar(b, k)) ? SOLID : 0;
            else if (i instanceof Patch f) for (int k = 0; k < f.x.length; k++) n += outline(f, k).intersects(r) ? SOLID : 0;
            else if (i instanceof Scatter s)
                for (int k = 0; k < s.x.length; k++) n += r.contains(x.at(s.x[k]), y.at(s.y[k])) ? 1 : 0;
            else if (!(i instanceof Surface || i instanceof Image || i instanceof Contour || i instanceof Quiver || i instanceof Text))
                throw new AssertionError(i);
        }
        return n;
    }

    private int pointsIn(Rectangle2D r, Line l) {
        int n = 0;
        int count = Math.min(l.x.length, l.y.length);
        for (int k = 0; k < count; k++) {
            double px = x.at(l.x[k]);
            double py = y.at(l.y[k]);
            if (r.contains(px, py)) n++;
            else if (k > 0 && l.hasLine() && r.intersectsLine(x.at(l.x[k - 1]), y.at(l.y[k - 1]), px, py)) n++;
        }
        return n;
    }

    private Rectangle2D bar(Bars b, int k) {
        Ruler along = b.horizontal ? y : x;
        Ruler up = b.horizontal ? x : y;
        Rectangle2D r = new Rectangle2D.Double();
        double from = along.at(b.at[k] - b.width / 2);
        double to = along.at(b.at[k] + b.width / 2);
        if (b.horizontal) r.setFrameFromDiagonal(up.at(b.from[k]), from, up.at(b.to[k]), to);
        else r.setFrameFromDiagonal(from, up.at(b.from[k]), to, up.at(b.to[k]));
        return r;
    }

    private Path2D outline(Patch f, int k) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < f.x[k].length; i++) {
            if (i == 0) path.moveTo(x.at(f.x[k][i]), y.at(f.y[k][i]));
            else path.lineTo(x.at(f.x[k][i]), y.at(f.y[k][i]));
        }
        return path;
    }
}
