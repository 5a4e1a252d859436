package nabla.window;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import nabla.plot.Axes;
import nabla.plot.Item;
import nabla.plot.Limits;
import nabla.plot.Text;
import nabla.plot.Ticks;

/** Axes in space: a box with grids on its far sides, rulers on its near edges, and the items sorted by depth. */
final class SpaceChart extends AxesChart {
    private static final int MOST = 8;

    private final boolean draft;
    private final Ruler[] rulers = new Ruler[3];
    private final Ticks[] ticks = new Ticks[3];
    private Projection p;

    /** Signs of the cube's sides away from the viewer. */
    private final double[] far = new double[3];

    SpaceChart(Axes a, Rectangle2D wanted, boolean draft) {
        super(a, wanted);
        this.draft = draft;
    }

    @Override
    double[] margins(double width, double height) {
        if (!a.visible) return new double[] {10, 10, 10, 10};
        double m = Math.min(1, Math.min(width, height) / 380);
        double label = a.z.label.isEmpty() ? 0 : fontPixels() * 1.4;
        return new double[] {24 + 32 * m + label, 8 + 10 * m, 20 + 24 * m, 24 + 24 * m};
    }

    private int most(double length) {
        return (int) Math.max(2, Math.min(MOST, length / (fontPixels() * 3)));
    }

    @Override
    void paintBox() {
        double[] size = size();
        for (int k = 0; k < 3; k++) {
            int most = most(k == 2 ? box.height * 0.6 : box.width * 0.7);
            rulers[k] = Ruler.of(a.axis(k), Limits.of(a, k, MOST), 0, 1);
            ticks[k] = rulers[k].ticks(a.axis(k), most);
        }
        p = new Projection(rulers, a.azimuth, a.elevation, size, box);
        for (int k = 0; k < 3; k++) far[k] = p.toward[k] > 1e-9 ? -0.5 : 0.5;
        if (Math.abs(p.toward[2]) < 1e-9) far[2] = -0.5;
        if (a.visible) sides();
        Scene scene = new Scene();
        SpacePainter painter =
                new SpacePainter(scene, p, palette, draft, a.light, fontPixels(), rulers[2].from() > 0.5 ? 0.5 : -0.5);
        for (Item i : a.items) if (i.visible) painter.add(i);
        java.awt.Shape clip = g.getClip();
        scene.paint(g);
        g.setClip(clip);
        if (a.visible) for (int k = 0; k < 3; k++) ruler(k);
    }

    private double[] size() {
        if (a.aspect == Axes.Aspect.FILL) return null;
        if (a.aspect == Axes.Aspect.SQUARE) return new double[] {1, 1, 1};
        double[] r = new double[3];
        double longest = 0;
        for (int k = 0; k < 3; k++) {
            double[] l = Limits.of(a, k, MOST);
            r[k] = l[1] - l[0];
            longest = Math.max(longest, r[k]);
        }
        for (int k = 0; k < 3; k++) r[k] /= longest;
        return r;
    }

    private void sides() {
        for (int k = 0; k < 3; k++) {
            int u = (k + 1) % 3;
            int v = (k + 2) % 3;
            double[][] c = new double[4][3];
            for (int i = 0; i < 4; i++) {
                c[i][k] = far[k];
                c[i][u] = i == 0 || i == 3 ? -0.5 : 0.5;
                c[i][v] = i < 2 ? -0.5 : 0.5;
            }
            g.setColor(Palette.color(a.background >= 0 ? a.background : 0xFFFFFF));
            g.fill(SpacePainter.polygon(p, c));
            g.setStroke(Pen.thin(0.8));
            g.setColor(GRID);
            gridLines(k, u, v);
            gridLines(k, v, u);
            g.draw(SpacePainter.polygon(p, c));
        }
    }

    /** On side k, the lines of axis u, running along v. */
    private void gridLines(int k, int u, int v) {
        if (!a.axis(u).grid) return;
        for (double t : ticks[u].at()) {
            double at = p.unit(u, t);
            if (!(Math.abs(at) <= 0.5 + 1e-6)) continue;
            double[] from = new double[3];
            from[k] = far[k];
            from[u] = at;
            from[v] = -0.5;
            double[] to = from.clone();
            to[v] = 0.5;
            g.draw(line(from, to));
        }
    }

    private Line2D line(double[] from, double[] to) {
        return new Line2D.Double(x(from), y(from), x(to), y(to));
    }

    private double x(double[] c) {
        return p.px(c[0], c[1], c[2]);
    }

    private double y(double[] c) {
        return p.py(c[0], c[1], c[2]);
    }

    /** The edge that carries axis k: for x and y the near one of the floor, for z the leftmost. */
    private double[] edge(int k) {
        double[] e = new double[3];
        if (k < 2) {
            e[1 - k] = -far[1 - k];
            e[2] = far[2];
            return e;
        }
        double[][] sides = {{far[0], -far[1], 0}, {-far[0], far[1], 0}};
        return x(sides[0]) <= x(sides[1]) ? sides[0] : sides[1];
    }

    private void ruler(int k) {
        double[] from = edge(k);
        double[] to = from.clone();
        from[k] = -0.5;
        to[k] = 0.5;
        g.setColor(INK);
        g.setStroke(Pen.thin(1));
        g.draw(line(from, to));
        double[] out = outward(k, from);
        double widest = 0;
        Ticks t = ticks[k];
        for (int i = 0; i < t.at().length; i++) {
            double[] c = from.clone();
            c[k] = p.unit(k, t.at()[i]);
            if (!(Math.abs(c[k]) <= 0.5 + 1e-6)) continue;
            double px = x(c);
            double py = y(c);
            g.setColor(INK);
            g.draw(new Line2D.Double(px, py, px + 5 * out[0], py + 5 * out[1]));
            Words w = Words.of(t.labels()[i], Words.font(fontPixels(), false, false));
            // the lowest number of z makes room for the last one of the floor's ruler
            double lift = k == 2 && c[2] < -0.49 ? fontPixels() * 0.45 : 0;
            w.draw(g, px + 9 * out[0], py + 9 * out[1] - lift, 0.5 - out[0] * 0.5, 0.5 - out[1] * 0.5, 0, INK);
            widest = Math.max(widest, w.width());
        }
        label(k, from, to, out, widest);
        if (t.exponent() != 0) power(t, k, from, to, out);
    }

    private void power(Ticks t, int k, double[] from, double[] to, double[] out) {
        Words w = Words.of("×10^{" + t.exponent() + "}", Words.font(fontPixels(), false, false));
        double[] end = k == 2 ? to : from;
        w.draw(
                g,
                x(end) + (k == 2 ? 0 : 30 * out[0]),
                y(end) - (k == 2 ? 8 : -24 * out[1]),
                0.5,
                k == 2 ? 1 : 0,
                0,
                INK);
    }

    /** The direction on paper in which ticks of axis k point: away from the box, unit length. */
    private double[] outward(int k, double[] e) {
        if (k == 2) return new double[] {-1, 0};
        double[] inside = e.clone();
        double[] outside = e.clone();
        inside[1 - k] = -e[1 - k];
        inside[k] = outside[k] = 0;
        double dx = x(outside) - x(inside);
        double dy = y(outside) - y(inside);
        double l = Math.hypot(dx, dy);
        return l < 1 ? new double[] {0, 1} : new double[] {dx / l, dy / l};
    }

    private void label(int k, double[] from, double[] to, double[] out, double widest) {
        Text t = a.axis(k).label;
        if (t.isEmpty()) return;
        double mx = (x(from) + x(to)) / 2;
        double my = (y(from) + y(to)) / 2;
        Words w = words(t, 1.1, false);
        if (k == 2) {
            w.draw(g, mx - widest - 14, my, 0.5, 1, 90, Palette.color(t.color));
            return;
        }
        double away = 16
                + fontPixels() * 0.6
                + (widest + w.width()) / 2 * Math.abs(out[0])
                + fontPixels() * 0.7 * Math.abs(out[1]);
        w.draw(g, mx + away * out[0], my + away * out[1], 0.5, 0.5, 0, Palette.color(t.color));
    }

    @Override
    double titleBottom(Rectangle2D room) {
        return room.getMinY() - 6;
    }

    @Override
    int pointsIn(Rectangle2D r) {
        return 0;
    }
}
