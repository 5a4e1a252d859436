package nabla.window;

import java.awt.BasicStroke;

/** Strokes by the names programs give them, and points to pixels. */
final class Pen {
    private static final double PIXELS = 96.0 / 72;

    private Pen() {}

    static float pixels(double points) {
        return (float) (points * PIXELS);
    }

    /** Lines of half a point, the usual width, are drawn a little wider than a pixel, or they fade on dense displays. */
    static float width(double points) {
        return Math.max(1.2f, pixels(points));
    }

    static BasicStroke of(String style, double points) {
        float w = width(points);
        float u = Math.max(1.4f, w);
        float[] dash = switch (style) {
            case "--" -> new float[] {6 * u, 4 * u};
            case ":" -> new float[] {0.2f * u, 2.2f * u};
            case "-." -> new float[] {6 * u, 3 * u, 0.5f * u, 3 * u};
            default -> null;
        };
        int cap = dash == null
                ? BasicStroke.CAP_ROUND
                : style.equals("--") ? BasicStroke.CAP_BUTT : BasicStroke.CAP_ROUND;
        return new BasicStroke(w, cap, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    static BasicStroke thin(double pixels) {
        return new BasicStroke((float) pixels, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
}
