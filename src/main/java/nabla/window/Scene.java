package nabla.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Pieces in space painted from the farthest to the nearest. */
final class Scene {
    /** Something that paints itself, at a depth that grows towards the viewer. */
    interface Piece {
        void paint(Graphics2D g);
    }

    private record Placed(double depth, Piece piece) {}

    /** A polygon; fill or edge may be null. */
    record Facet(double[] x, double[] y, Color fill, Color edge, float width) implements Piece {
        @Override
        public void paint(Graphics2D g) {
            Path2D p = new Path2D.Double();
            p.moveTo(x[0], y[0]);
            for (int i = 1; i < x.length; i++) p.lineTo(x[i], y[i]);
            p.closePath();
            if (fill != null) {
                g.setColor(fill);
                g.fill(p);
            }
            if (edge == null && (fill == null || fill.getAlpha() < 255)) return;
            // without edges, a stroke in the fill's colour closes the seams between antialiased neighbours
            g.setColor(edge != null ? edge : fill);
            g.setStroke(Pen.thin(edge != null ? width : 0.6));
            g.draw(p);
        }
    }

    private final List<Placed> pieces = new ArrayList<>();

    void add(double depth, Piece piece) {
        if (depth == depth) pieces.add(new Placed(depth, piece));
    }

    void paint(Graphics2D g) {
        pieces.sort((p, q) -> Double.compare(p.depth, q.depth));
        for (Placed p : pieces) p.piece.paint(g);
    }
}
