package nabla.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import nabla.plot.Colors;
import nabla.plot.Contour;
import nabla.plot.Contours;
import nabla.plot.Grid;
import nabla.plot.Image;
import nabla.plot.Surface;
import nabla.plot.Ticks;

/** Draws contours, surfaces seen from above and images in the plane. */
final class GridPainter {
    private GridPainter() {}

    static void draw(Plane p, Contour c, double fontPixels) {
        Graphics2D g = p.g();
        if (c.filled) bands(p, c);
        if (c.color == Colors.NONE) return;
        g.setStroke(Pen.of(c.style, c.width));
        for (double level : c.levels) {
            List<double[][]> lines = Contours.lines(c.grid, level);
            int rgb = c.color == Colors.FLAT ? p.palette().rgb(level) : c.color;
            g.setColor(Palette.color(rgb));
            Path2D all = new Path2D.Double();
            for (double[][] l : lines) all.append(path(p, l), false);
            g.draw(all);
        }
        if (c.labels) for (double level : c.levels) label(p, c, level, fontPixels * 0.85);
    }

    private static Path2D path(Plane p, double[][] l) {
        double[] px = new double[l[0].length];
        double[] py = new double[px.length];
        for (int i = 0; i < px.length; i++) {
            px[i] = p.x().at(l[0][i]);
            py[i] = p.y().at(l[1][i]);
        }
        return LinePainter.path(px, py);
    }

    /** Regions above one level after the other, each over the last: what stays visible are the bands. */
    private static void bands(Plane p, Contour c) {
        fill(
                p,
                c.grid,
                -Double.MAX_VALUE,
                p.palette().rgb(Math.min(p.palette().low(), c.levels.length > 0 ? c.levels[0] : 0)));
        for (double level : c.levels) fill(p, c.grid, level, p.palette().rgb(level));
    }

    private static void fill(Plane p, Grid grid, double level, int rgb) {
        Path2D all = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[][] ring : Contours.region(grid, level)) all.append(path(p, ring), false);
        p.g().setColor(Palette.color(rgb));
        p.g().fill(all);
    }

    private static void label(Plane p, Contour c, double level, double fontPixels) {
        Words w = Words.plain(Ticks.plain(level), Words.font(fontPixels, false, false));
        for (double[][] l : Contours.lines(c.grid, level)) {
            int n = l[0].length;
            if (n < 12) continue;
            int k = n / 3;
            double x = p.x().at(l[0][k]);
            double y = p.y().at(l[1][k]);
            double dx = p.x().at(l[0][k + 1]) - p.x().at(l[0][k - 1]);
            double dy = p.y().at(l[1][k + 1]) - p.y().at(l[1][k - 1]);
            double angle = Math.toDegrees(Math.atan2(-dy, dx));
            if (angle > 90) angle -= 180;
            if (angle < -90) angle += 180;
            java.awt.geom.AffineTransform before = p.g().getTransform();
            p.g().translate(x, y);
            p.g().rotate(-Math.toRadians(angle));
            p.g().setColor(Palette.color(p.background()));
            if (!c.filled)
                p.g().fill(new Rectangle2D.Double(-w.width() / 2 - 2, -w.height() / 2, w.width() + 4, w.height()));
            p.g().setTransform(before);
            w.draw(p.g(), x, y, 0.5, 0.5, angle, Palette.color(Colors.INK));
        }
    }

    static void draw(Plane p, Surface s) {
        Grid q = s.grid;
        Graphics2D g = p.g();
        g.setStroke(Pen.thin(0.8));
        Path2D edges = new Path2D.Double();
        for (int j = 0; j + 1 < q.n(); j++) {
            for (int i = 0; i + 1 < q.m(); i++) {
                int[] k = {q.at(i, j), q.at(i, j + 1), q.at(i + 1, j + 1), q.at(i + 1, j)};
                Path2D cell = cell(p, q, k);
                if (cell == null) continue;
                int face = s.face == Colors.FLAT || s.face == Colors.INTERP
                        ? p.palette().rgb(mean(s.values, k))
                        : s.face;
                if (face >= 0) {
                    g.setColor(Palette.color(face, s.alpha));
                    g.fill(cell);
                    if (s.edge == Colors.NONE && s.alpha >= 1) g.draw(cell);
                }
                if (s.edge >= 0 || s.edge == Colors.FLAT) edges.append(cell, false);
            }
        }
        if (s.edge >= 0 || s.edge == Colors.FLAT) {
            g.setColor(Palette.color(s.edge >= 0 ? s.edge : Colors.INK));
            g.draw(edges);
        }
    }

    static double mean(double[] v, int[] k) {
        return (v[k[0]] + v[k[1]] + v[k[2]] + v[k[3]]) / 4;
    }

    private static Path2D cell(Plane p, Grid q, int[] k) {
        Path2D cell = new Path2D.Double();
        for (int c = 0; c < 4; c++) {
            double x = p.x().at(q.x()[k[c]]);
            double y = p.y().at(q.y()[k[c]]);
            if (x != x || y != y) return null;
            if (c == 0) cell.moveTo(x, y);
            else cell.lineTo(x, y);
        }
        cell.closePath();
        return cell;
    }

    static void draw(Plane p, Image im) {
        if (im.rows == 0 || im.columns == 0) return;
        boolean flipX = im.x[1] < im.x[0] ^ p.x().to() < p.x().from();
        boolean flipY = im.y[1] < im.y[0] ^ p.y().to() < p.y().from();
        BufferedImage b = new BufferedImage(im.columns, im.rows, BufferedImage.TYPE_INT_ARGB);
        for (int j = 0; j < im.columns; j++) {
            for (int i = 0; i < im.rows; i++) {
                int rgb = pixel(p.palette(), im, i + j * im.rows);
                if (rgb >= 0)
                    b.setRGB(
                            flipX ? im.columns - 1 - j : j,
                            flipY ? im.rows - 1 - i : i,
                            rgb | (int) (255 * im.alpha) << 24);
            }
        }
        double x0 = p.x().at(Math.min(im.x[0], im.x[1]) - im.halfWidth());
        double x1 = p.x().at(Math.max(im.x[0], im.x[1]) + im.halfWidth());
        double y0 = p.y().at(Math.min(im.y[0], im.y[1]) - im.halfHeight());
        double y1 = p.y().at(Math.max(im.y[0], im.y[1]) + im.halfHeight());
        p.g().setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        int left = (int) Math.round(Math.min(x0, x1));
        int top = (int) Math.round(Math.min(y0, y1));
        p.g().drawImage(
                        b,
                        left,
                        top,
                        (int) Math.round(Math.max(x0, x1)) - left,
                        (int) Math.round(Math.max(y0, y1)) - top,
                        (Color) null,
                        null);
    }

    private static int pixel(Palette palette, Image im, int k) {
        if (im.colors != null) return im.colors[k];
        double v = im.values[k];
        if (im.scaled) return palette.rgb(v);
        int n = palette.map().size();
        return v != v ? Colors.NONE : palette.map().color((int) Math.max(0, Math.min(n - 1, v - 1)));
    }
}
