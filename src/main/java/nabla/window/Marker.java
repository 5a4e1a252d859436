package nabla.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws a marker by its letter. */
final class Marker {
    private static final String OPEN = "+*x|_";

    private Marker() {}

    /** @param size pixels across; fill and edge may be null: not drawn */
    static void draw(Graphics2D g, char marker, double x, double y, double size, Color fill, Color edge) {
        if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) return;
        if (marker == '.') {
            double r = Math.max(1.2, size / 6);
            g.setColor(edge != null ? edge : fill);
            if (g.getColor() != null) g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            return;
        }
        Shape s = shape(marker, x, y, size / 2);
        if (fill != null && OPEN.indexOf(marker) < 0) {
            g.setColor(fill);
            g.fill(s);
        }
        if (edge != null) {
            g.setColor(edge);
            g.draw(s);
        }
    }

    private static Shape shape(char marker, double x, double y, double r) {
        return switch (marker) {
            case 's' -> new Rectangle2D.Double(x - 0.89 * r, y - 0.89 * r, 1.78 * r, 1.78 * r);
            case 'd' -> polygon(x, y, r, 4, 90, 1);
            case '^' -> polygon(x, y, r, 3, 90, 1);
            case 'v' -> polygon(x, y, r, 3, -90, 1);
            case '>' -> polygon(x, y, r, 3, 0, 1);
            case '<' -> polygon(x, y, r, 3, 180, 1);
            case 'p' -> polygon(x, y, r, 5, 90, 0.382);
            case 'h' -> polygon(x, y, r, 6, 90, 0.577);
            case '+' -> cross(x, y, r, 0, 90);
            case 'x' -> cross(x, y, r, 45, 135);
            case '*' -> cross(x, y, r, 0, 45, 90, 135);
            case '|' -> cross(x, y, r, 90);
            case '_' -> cross(x, y, r, 0);
            default -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        };
    }

    /** A star whose inner radius is a fraction of the outer; a polygon when that is 1. */
    private static Path2D polygon(double x, double y, double r, int corners, double first, double inner) {
        Path2D p = new Path2D.Double();
        int n = inner < 1 ? 2 * corners : corners;
        for (int k = 0; k < n; k++) {
            double a = Math.toRadians(first + 360.0 * k / n);
            double q = inner < 1 && k % 2 == 1 ? r * inner : r;
            if (k == 0) p.moveTo(x + q * Math.cos(a), y - q * Math.sin(a));
            else p.lineTo(x + q * Math.cos(a), y - q * Math.sin(a));
        }
        p.closePath();
        return p;
    }

    private static Path2D cross(double x, double y, double r, double... degrees) {
        Path2D p = new Path2D.Double();
        for (double d : degrees) {
            double c = r * Math.cos(Math.toRadians(d));
            double s = r * Math.sin(Math.toRadians(d));
            p.moveTo(x - c, y - s);
            p.lineTo(x + c, y + s);
        }
        return p;
    }
}
