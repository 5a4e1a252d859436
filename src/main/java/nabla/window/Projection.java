package nabla.window;

import java.awt.geom.Rectangle2D;

/**
 * From data to paper, seen from far away at an azimuth and an elevation: a point of the unit cube p, less ½, has
 * right · p to the right, up · p upwards and toward · p towards the viewer.
 */
final class Projection {
    /** How much longer than wide, or wider than long, the picture may become to fill its room. */
    private static final double MOST_STRETCH = 1.4;

    private final Ruler[] rulers;
    private final double[] right;
    private final double[] up;
    final double[] toward;
    private final double scaleX;
    private final double scaleY;
    private final double midX;
    private final double midY;

    /** @param size the relative lengths of the cube's edges; null stretches the picture towards the room's shape */
    Projection(Ruler[] rulers, double azimuth, double elevation, double[] size, Rectangle2D room) {
        this.rulers = rulers;
        double az = Math.toRadians(azimuth);
        double el = Math.toRadians(elevation);
        double[] s = size == null ? new double[] {1, 1, 1} : size;
        right = new double[] {s[0] * Math.cos(az), s[1] * Math.sin(az), 0};
        up = new double[] {-s[0] * Math.sin(az) * Math.sin(el), s[1] * Math.cos(az) * Math.sin(el), s[2] * Math.cos(el)
        };
        toward = new double[] {
            s[0] * Math.sin(az) * Math.cos(el), -s[1] * Math.cos(az) * Math.cos(el), s[2] * Math.sin(el)
        };
        double w = Math.abs(right[0]) + Math.abs(right[1]) + Math.abs(right[2]);
        double h = Math.abs(up[0]) + Math.abs(up[1]) + Math.abs(up[2]);
        double kx = room.getWidth() / Math.max(w, 1e-9);
        double ky = room.getHeight() / Math.max(h, 1e-9);
        double stretch = size == null ? MOST_STRETCH : 1;
        scaleX = Math.min(kx, stretch * ky);
        scaleY = Math.min(ky, stretch * kx);
        midX = room.getCenterX();
        midY = room.getCenterY();
    }

    /** A value's place on axis k of the cube, −½ to ½ within the limits. */
    double unit(int k, double v) {
        return rulers[k].at(v) - 0.5;
    }

    double px(double x, double y, double z) {
        return midX + scaleX * (right[0] * x + right[1] * y + right[2] * z);
    }

    double py(double x, double y, double z) {
        return midY - scaleY * (up[0] * x + up[1] * y + up[2] * z);
    }

    /** Pixels along the shorter of the floor's edges. */
    double span() {
        return Math.min(
                Math.hypot(scaleX * right[0], scaleY * up[0]), Math.hypot(scaleX * right[1], scaleY * up[1]));
    }

    double depth(double x, double y, double z) {
        return toward[0] * x + toward[1] * y + toward[2] * z;
    }
}
