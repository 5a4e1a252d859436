package nabla.plot;

import java.util.Locale;
import java.util.Map;

/** Colours as numbers 0xRRGGBB; the negative ones name a way of choosing a colour. */
public final class Colors {
    /** Not drawn. */
    public static final int NONE = -1;
    /** Chosen by the axes: the next of the colour order, or the line's own colour for its markers. */
    public static final int AUTO = -2;
    /** From the colormap, one colour a facet or level. */
    public static final int FLAT = -3;
    /** From the colormap, blending between corners. */
    public static final int INTERP = -4;
    /** What {@link #named} answers to a word that is no colour. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    public static final int BLACK = 0;
    public static final int WHITE = 0xFFFFFF;
    /** The text and rulers of axes: MATLAB's 15 % grey. */
    public static final int INK = 0x262626;

    /** MATLAB's colour order since R2014b. */
    private static final int[] ORDER = {0x0072BD, 0xD95319, 0xEDB120, 0x7E2F8E, 0x77AC30, 0x4DBEEE, 0xA2142F};

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("r", 0xFF0000), Map.entry("red", 0xFF0000),
            Map.entry("g", 0x00FF00), Map.entry("green", 0x00FF00),
            Map.entry("b", 0x0000FF), Map.entry("blue", 0x0000FF),
            Map.entry("c", 0x00FFFF), Map.entry("cyan", 0x00FFFF),
            Map.entry("m", 0xFF00FF), Map.entry("magenta", 0xFF00FF),
            Map.entry("y", 0xFFFF00), Map.entry("yellow", 0xFFFF00),
            Map.entry("k", 0x000000), Map.entry("black", 0x000000),
            Map.entry("w", 0xFFFFFF), Map.entry("white", 0xFFFFFF),
            Map.entry("none", NONE), Map.entry("auto", AUTO),
            Map.entry("flat", FLAT), Map.entry("interp", INTERP));

    private Colors() {}

    /** Colour k (from 0) of the order, which repeats. */
    public static int order(int k) {
        return ORDER[Math.floorMod(k, ORDER.length)];
    }

    /** A colour by its name, letter or {@code #RRGGBB}; {@link #UNKNOWN} when the word is none. */
    public static int named(String name) {
        String n = name.trim().toLowerCase(Locale.ROOT);
        if (n.matches("#[0-9a-f]{6}")) return Integer.parseInt(n.substring(1), 16);
        if (n.matches("#[0-9a-f]{3}")) return spread(Integer.parseInt(n.substring(1), 16));
        return NAMES.getOrDefault(n, UNKNOWN);
    }

    private static int spread(int rgb) {
        return (rgb >> 8 & 15) * 0x110000 | (rgb >> 4 & 15) * 0x1100 | (rgb & 15) * 0x11;
    }

    /** From parts between 0 and 1, clipped. */
    public static int of(double r, double g, double b) {
        return part(r) << 16 | part(g) << 8 | part(b);
    }

    private static int part(double x) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, x)));
    }

    /** The colour t of the way from a to b. */
    public static int mix(int a, int b, double t) {
        int r = 0;
        for (int s = 0; s <= 16; s += 8) {
            long part = Math.round((a >> s & 255) * (1 - t) + (b >> s & 255) * t);
            r |= (int) part << s;
        }
        return r;
    }

    /** Red, green, blue between 0 and 1. */
    public static double[] parts(int rgb) {
        return new double[] {(rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0};
    }
}
