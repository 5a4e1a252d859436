package nabla.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Numbers in [0, 1] to colours. Viridis, plasma, inferno and magma (van der Walt, Smith, Firing) and parula are given by knots between
 * which colours blend; the others by {@link ColorFormulas}.
 */
public final class Colormap {
    private static final Map<String, Colormap> NAMED = new TreeMap<>();

    static {
        knots(
                "viridis", 0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151,
                0xBDDF26, 0xFDE725);
        knots(
                "plasma", 0x0D0887, 0x41049D, 0x6A00A8, 0x8F0DA4, 0xB12A90, 0xCC4778, 0xE16462, 0xF2844B, 0xFCA636,
                0xFCCE25, 0xF0F921);
        knots(
                "inferno", 0x000004, 0x160B39, 0x420A68, 0x6A176E, 0x932667, 0xBC3754, 0xDD513A, 0xF37819, 0xFCA50A,
                0xF6D746, 0xFCFFA4);
        knots(
                "magma", 0x000004, 0x140E36, 0x3B0F70, 0x641A80, 0x8C2981, 0xB73779, 0xDE4968, 0xF7705C, 0xFE9F6D,
                0xFECF92, 0xFCFDBF);
        knots(
                "parula", 0x3E26A8, 0x4641E5, 0x4069FE, 0x2F8AF4, 0x20A5E3, 0x0FB4C8, 0x37C19C, 0x81CC59, 0xD1BF27,
                0xFDBE3D, 0xF9FB15);
        knots(
                "turbo", 0x30123B, 0x4458CB, 0x3E9BFE, 0x18D6CB, 0x46F783, 0xA4FC3C, 0xE1DC37, 0xFDA330, 0xEF5A11,
                0xC22402, 0x7A0402);
        ColorFormulas.NAMED.forEach((name, rows) -> NAMED.put(name, new Colormap(name, rows.apply(256))));
    }

    public static final Colormap VIRIDIS = NAMED.get("viridis");

    private final String name;
    private final double[][] rows;
    private final int[] colors;

    /** @param rows [r g b] from 0 to 1, at least one, evenly spaced from 0 to 1 */
    public Colormap(String name, double[][] rows) {
        this.name = name;
        this.rows = rows;
        colors = Arrays.stream(rows).mapToInt(c -> Colors.of(c[0], c[1], c[2])).toArray();
    }

    private static void knots(String name, int... colors) {
        double[][] knots = Arrays.stream(colors).mapToObj(Colors::parts).toArray(double[][]::new);
        NAMED.put(name, new Colormap(name, new Colormap(name, knots).rows(256)));
    }

    /** The map of that name in any case, null when there is none; {@code default} is viridis. */
    public static Colormap named(String name) {
        String n = name.toLowerCase(Locale.ROOT);
        return NAMED.get(n.equals("default") ? "viridis" : n.equals("grey") ? "gray" : n);
    }

    public static Iterable<String> names() {
        return NAMED.keySet();
    }

    public String name() {
        return name;
    }

    public int size() {
        return colors.length;
    }

    public int color(int k) {
        return colors[k];
    }

    /** Its rows [r g b] as they were given. */
    public double[][] rows() {
        return rows;
    }

    /** The colour at t in [0, 1] (clipped), blended between neighbours when the map is smooth. */
    public int at(double t) {
        if (t != t) return Colors.NONE;
        double c = Math.max(0, Math.min(1, t));
        if (colors.length < 64) return colors[Math.min(colors.length - 1, (int) (c * colors.length))];
        return blend(c);
    }

    private int blend(double c) {
        double p = c * (colors.length - 1);
        int k = Math.min((int) p, colors.length - 2);
        return k < 0 ? colors[0] : Colors.mix(colors[k], colors[k + 1], p - k);
    }

    /** n colours from end to end, rows [r g b] from 0 to 1: of a formula as it gives them for n, of another map blended. */
    public double[][] rows(int n) {
        IntFunction<double[][]> formula = ColorFormulas.NAMED.get(name);
        if (formula != null) return formula.apply(n);
        return IntStream.range(0, n).mapToObj(k -> Colors.parts(blend(n == 1 ? 0 : k / (n - 1.0)))).toArray(double[][]::new);
    }
}
