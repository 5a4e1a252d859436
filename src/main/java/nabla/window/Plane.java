package nabla.window;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Where the items of two-dimensional axes are drawn: the rulers, the colours, the box, which clips, and the clip beyond it for whole markers on its rim. */
record Plane(Graphics2D g, Ruler x, Ruler y, Palette palette, Rectangle2D box, Shape beyond, int background) {
    boolean shows(double px, double py) {
        return px > box.getMinX() - 0.6
                && px < box.getMaxX() + 0.6
                && py > box.getMinY() - 0.6
                && py < box.getMaxY() + 0.6;
    }
}
