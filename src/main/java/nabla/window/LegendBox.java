package nabla.window;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import nabla.plot.Bars;
import nabla.plot.Colors;
import nabla.plot.Contour;
import nabla.plot.Image;
import nabla.plot.Item;
import nabla.plot.Legend;
import nabla.plot.Line;
import nabla.plot.Patch;
import nabla.plot.Quiver;
import nabla.plot.Scatter;
import nabla.plot.Surface;
import nabla.plot.Text;

/** The legend: a sample of each named item beside its name. */
final class LegendBox {
    private static final double SAMPLE = 30;
    private static final double PAD = 6;

    private final AxesChart chart;
    private final Legend legend;
    private final List<Item> items = new ArrayList<>();
    private final List<Words> names = new ArrayList<>();
    private final double row;
    private double width;
    private double height;

    private LegendBox(AxesChart chart) {
        this.chart = chart;
        this.legend = chart.a.legend;
        double px = legend.size > 0 ? legend.size * 1.2 : chart.fontPixels() * 0.95;
        this.row = px * 1.5;
        Font font = Words.font(px, false, false);
        List<Item> source = legend.items != null ? legend.items : chart.a.items;
        double widest = 0;
        double sum = 0;
        for (Item i : source) {
            if (!i.inLegend || i.displayName.isEmpty()) continue;
            Words w = Words.of(i.displayName, font);
            items.add(i);
            names.add(w);
            widest = Math.max(widest, w.width());
            sum += SAMPLE + 8 + w.width() + 10;
        }
        double title = legend.title.isEmpty() ? 0 : row;
        height = title + 2 * PAD + (legend.horizontal ? row : row * items.size());
        width = legend.horizontal ? sum + PAD : SAMPLE + 8 + widest + 2 * PAD + 2;
    }

    /** The legend of the chart's axes, or null when nothing in it has a name. */
    static LegendBox of(AxesChart chart) {
        LegendBox b = new LegendBox(chart);
        return b.items.isEmpty() ? null : b;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    boolean outside() {
        return legend.location.endsWith("outside");
    }

    void draw(double[] margins) {
        Graphics2D g = chart.g;
        Rectangle2D r = place(margins);
        if (legend.box) {
            g.setColor(Palette.color(Colors.WHITE, outside() ? 1 : 0.92));
            g.fill(r);
            g.setColor(AxesChart.INK);
            g.setStroke(Pen.thin(0.8));
            g.draw(r);
        }
        double x = r.getX() + PAD;
        double y = r.getY() + PAD;
        if (!legend.title.isEmpty()) {
            chart.words(legend.title, 0.95, true).draw(g, r.getCenterX(), y, 0.5, 0, 0, AxesChart.INK);
            y += row;
        }
        for (int k = 0; k < items.size(); k++) {
            sample(g, items.get(k), x, y + row / 2);
            names.get(k).draw(g, x + SAMPLE + 8, y + row / 2, 0, 0.5, 0, AxesChart.INK);
            if (legend.horizontal) x += SAMPLE + 18 + names.get(k).width();
            else y += row;
        }
    }

    private Rectangle2D place(double[] margins) {
        Rectangle2D b = chart.box;
        String l = legend.location;
        if (outside()) return outsidePlace(b, l.substring(0, l.length() - 7), margins);
        if (l.equals("best")) return best();
        return inside(l);
    }

    private Rectangle2D outsidePlace(Rectangle2D b, String side, double[] margins) {
        double y = side.startsWith("north") && side.length() > 5 || side.equals("best")
                ? b.getMinY()
                : b.getCenterY() - height / 2;
        double strip = chart.a.colorbar != null && chart.a.colorbar.location.startsWith("east")
                ? new ColorStrip(chart).room()
                : 0;
        return switch (side) {
            case "west" -> new Rectangle2D.Double(b.getMinX() - margins[0] - width, y, width, height);
            case "south" -> new Rectangle2D.Double(b.getCenterX() - width / 2, b.getMaxY() + margins[3], width, height);
            case "north" ->
                new Rectangle2D.Double(
                        b.getCenterX() - width / 2, b.getMinY() - margins[1] - height + 4, width, height);
            default -> new Rectangle2D.Double(b.getMaxX() + 10 + strip, y, width, height);
        };
    }

    private Rectangle2D inside(String where) {
        Rectangle2D b = chart.box;
        double gap = 8;
        double x = where.contains("west")
                ? b.getMinX() + gap
                : where.contains("east") ? b.getMaxX() - gap - width : b.getCenterX() - width / 2;
        double y = where.contains("north")
                ? b.getMinY() + gap
                : where.contains("south") ? b.getMaxY() - gap - height : b.getCenterY() - height / 2;
        return new Rectangle2D.Double(x, y, width, height);
    }

    private Rectangle2D best() {
        Rectangle2D best = null;
        int fewest = Integer.MAX_VALUE;
        for (String w :
                new String[] {"northeast", "northwest", "southeast", "southwest", "east", "west", "north", "south"}) {
            Rectangle2D r = inside(w);
            int n = chart.pointsIn(r);
            if (n >= fewest) continue;
            fewest = n;
            best = r;
        }
        return best;
    }

    private void sample(Graphics2D g, Item item, double x, double y) {
        if (item instanceof Line l) line(g, l, x, y);
        else if (item instanceof Scatter s) LinePainter.point(g, chart.palette, s, 0, x + SAMPLE / 2, y);
        else if (item instanceof Bars b) swatch(g, b.face, b.edge, x, y);
        else if (item instanceof Patch p) swatch(g, ShapePainter.face(chart.palette, p, 0), p.edge, x, y);
        else if (item instanceof Quiver q) {
            Path2D path = new Path2D.Double();
            ShapePainter.arrow(path, x + 2, y, x + SAMPLE - 2, y, true);
            g.setColor(Palette.color(q.color));
            g.setStroke(Pen.of("-", q.width));
            g.draw(path);
        } else if (item instanceof Contour c) {
            double level = c.levels.length == 0 ? 0 : c.levels[c.levels.length / 2];
            g.setColor(Palette.color(c.color >= 0 ? c.color : chart.palette.rgb(level)));
            g.setStroke(Pen.of(c.style, c.width));
            Ellipse2D e = new Ellipse2D.Double(x + SAMPLE / 2 - 8, y - row * 0.25, 16, row * 0.5);
            if (c.filled) g.fill(e);
            g.draw(e);
        } else if (item instanceof Surface || item instanceof Image) swatch(g, chart.palette.map().at(0.5), Colors.INK, x, y);
        else if (!(item instanceof Text)) throw new AssertionError(item);
    }

    private void line(Graphics2D g, Line l, double x, double y) {
        if (l.hasLine() && l.color >= 0) {
            g.setColor(Palette.color(l.color, l.alpha));
            g.setStroke(Pen.of(l.style, l.width));
            g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
        LinePainter.markers(g, l, new double[] {x + SAMPLE / 2}, new double[] {y});
    }

    private void swatch(Graphics2D g, int face, int edge, double x, double y) {
        Rectangle2D r = new Rectangle2D.Double(x, y - row * 0.25, SAMPLE, row * 0.5);
        if (face >= 0) {
            g.setColor(Palette.color(face));
            g.fill(r);
        }
        g.setColor(edge >= 0 ? Palette.color(edge) : AxesChart.INK);
        g.setStroke(Pen.thin(0.8));
        if (edge != Colors.NONE) g.draw(r);
    }
}
