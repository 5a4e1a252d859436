package nabla.window;

import java.awt.Color;
import nabla.plot.Axes;
import nabla.plot.Colormap;
import nabla.plot.Colors;
import nabla.plot.Limits;

/** The colours of one axes: values through its colormap and colour limits. */
record Palette(Colormap map, double low, double high) {
    static Palette of(Axes a) {
        double[] c = Limits.colors(a);
        return new Palette(a.map(), c[0], c[1]);
    }

    int rgb(double v) {
        return map.at((v - low) / (high - low));
    }

    static Color color(int rgb) {
        return new Color(rgb);
    }

    static Color color(int rgb, double alpha) {
        return alpha >= 1
                ? new Color(rgb)
                : new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.round(255 * alpha));
    }

    /** The item's own colour, or the given one where it says automatic. */
    static int own(int color, int automatic) {
        return color == Colors.AUTO ? automatic : color;
    }
}
