package nabla.window;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Where the items of two-dimensional axes are drawn: the rulers, the colours and the box, which clips. */
record Plane(Graphics2D g, Ruler x, Ruler y, Palette palette, Rectangle2D box, int background) {}
