package nabla.window;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import nabla.plot.Colorbar;
import nabla.plot.Contour;
import nabla.plot.Item;
import nabla.plot.Ticks;

/** The colour bar: the colormap with a ruler, in bands when the axes show filled contours. */
final class ColorStrip {
    private static final double WIDTH = 16;

    private final AxesChart chart;
    private final Colorbar bar;
    private final Palette palette;

    ColorStrip(AxesChart chart) {
        this.chart = chart;
        this.bar = chart.a.colorbar;
        this.palette = chart.palette;
    }

    boolean onRight() {
        return bar.location.startsWith("east");
    }

    boolean onLeft() {
        return bar.location.startsWith("west");
    }

    boolean below() {
        return bar.location.startsWith("south");
    }

    private boolean upright() {
        return onRight() || onLeft();
    }

    private Ticks ticks(double length) {
        if (bar.ticks != null) return Ticks.given(bar.ticks, bar.tickLabels);
        int most = (int) Math.max(2, Math.min(10, length / (chart.fontPixels() * (upright() ? 2.6 : 4))));
        return Ticks.linear(palette.low(), palette.high(), most);
    }

    private Words words(String s) {
        return Words.of(s, Words.font(chart.fontPixels(), false, false));
    }

    /** Pixels beside the plot box that the strip takes. */
    double room() {
        double label = bar.label.isEmpty() ? 0 : chart.fontPixels() * 1.5;
        if (!upright()) return WIDTH + chart.fontPixels() * 1.5 + 10 + label;
        double widest = 0;
        for (String s : ticks(300).labels()) widest = Math.max(widest, words(s).width());
        return WIDTH + widest + 14 + label + (chart.a.inSpace() ? 4 : 0);
    }

    void draw(double[] margins) {
        Rectangle2D b = chart.box;
        if (upright()) {
            double x = onRight()
                    ? b.getMaxX() + 14 + (chart.a.inSpace() ? 24 : 0)
                    : b.getMinX() - margins[0] - room() + 10;
            paint(new Rectangle2D.Double(Math.round(x) + 0.5, b.getMinY(), WIDTH, b.getHeight()));
        } else {
            double y = below() ? b.getMaxY() + margins[3] + 2 : b.getMinY() - WIDTH - chart.fontPixels() * 1.5 - 6;
            paint(new Rectangle2D.Double(b.getMinX(), Math.round(y) + 0.5, b.getWidth(), WIDTH));
        }
    }

    private void paint(Rectangle2D r) {
        Graphics2D g = chart.g;
        double[] levels = bands();
        if (levels == null) smooth(g, r);
        else {
            part(g, r, palette.low(), palette.high(), palette.rgb(palette.low()));
            for (double v : levels) part(g, r, v, palette.high(), palette.rgb(v));
        }
        g.setColor(AxesChart.INK);
        g.setStroke(Pen.thin(0.8));
        g.draw(r);
        ruler(g, r);
    }

    private double[] bands() {
        for (Item i : chart.a.items) if (i instanceof Contour c && c.filled) return c.levels;
        return null;
    }

    private void smooth(Graphics2D g, Rectangle2D r) {
        int n = 128;
        for (int k = 0; k < n; k++) {
            double v = palette.low() + (palette.high() - palette.low()) * k / n;
            part(g, r, v, palette.high(), palette.rgb(v + (palette.high() - palette.low()) * 0.5 / n));
        }
    }

    /** Fills from value v to value to. */
    private void part(Graphics2D g, Rectangle2D r, double v, double to, int rgb) {
        double s = Math.max(0, Math.min(1, (v - palette.low()) / (palette.high() - palette.low())));
        if (s >= 1) return;
        g.setColor(Palette.color(rgb));
        if (upright()) g.fill(new Rectangle2D.Double(r.getX(), r.getY(), r.getWidth(), r.getHeight() * (1 - s)));
        else
            g.fill(new Rectangle2D.Double(
                    r.getX() + s * r.getWidth(), r.getY(), r.getWidth() * (1 - s), r.getHeight()));
    }

    private void ruler(Graphics2D g, Rectangle2D r) {
        Ruler ruler = upright()
                ? new Ruler(palette.low(), palette.high(), false, r.getMaxY(), r.getMinY())
                : new Ruler(palette.low(), palette.high(), false, r.getMinX(), r.getMaxX());
        Ticks t = ticks(upright() ? r.getHeight() : r.getWidth());
        double widest = 0;
        for (int k = 0; k < t.at().length; k++) {
            if (!ruler.shows(t.at()[k])) continue;
            double p = ruler.at(t.at()[k]);
            Words w = words(t.labels()[k]);
            g.setColor(AxesChart.INK);
            if (upright()) {
                g.draw(new Line2D.Double(r.getMaxX() - 4, p, r.getMaxX(), p));
                w.draw(g, r.getMaxX() + 5, p, 0, 0.5, 0, AxesChart.INK);
            } else {
                g.draw(new Line2D.Double(p, r.getMaxY() - 4, p, r.getMaxY()));
                w.draw(g, p, r.getMaxY() + 4, 0.5, 0, 0, AxesChart.INK);
            }
            widest = Math.max(widest, w.width());
        }
        if (t.exponent() != 0 && upright())
            words("×10^{" + t.exponent() + "}").draw(g, r.getMinX(), r.getMinY() - 2, 0, 1, 0, AxesChart.INK);
        if (bar.label.isEmpty()) return;
        Words label = chart.words(bar.label, 1, false);
        if (upright()) label.draw(g, r.getMaxX() + widest + 8, r.getCenterY(), 0.5, 0, 90, AxesChart.INK);
        else label.draw(g, r.getCenterX(), r.getMaxY() + chart.fontPixels() * 1.4 + 2, 0.5, 0, 0, AxesChart.INK);
    }
}
