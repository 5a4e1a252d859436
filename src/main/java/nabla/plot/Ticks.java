package nabla.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a ruler is marked and what the marks say.
 *
 * @param at       the places, ascending
 * @param labels   what is written there
 * @param exponent the power of ten that the labels leave out; 0 for none
 * @param minor    places of smaller marks
 */
public record Ticks(double[] at, String[] labels, int exponent, double[] minor) {
    private static final double EPS = 1e-9;

    /** The smallest of 1, 2, 5 times a power of ten that parts the range into at most {@code most} steps. */
    public static double step(double low, double high, int most) {
        double raw = (high - low) / Math.max(1, most);
        if (!(raw > 0)) return 1;
        double p = Math.pow(10, Math.floor(Math.log10(raw)));
        for (int m : new int[] {1, 2, 5}) if (m * p >= raw * (1 - EPS)) return m * p;
        return 10 * p;
    }

    /** The range widened to whole steps; a single value gets room on both sides. */
    public static double[] round(double low, double high, int most) {
        if (!(low < high)) return around(low);
        double s = step(low, high, most);
        return new double[] {s * Math.floor(low / s + 1e-7), s * Math.ceil(high / s - 1e-7)};
    }

    /** A range about one value. */
    public static double[] around(double v) {
        double r = v == 0 ? 1 : Math.abs(v) * (Math.abs(v) > 1 ? Math.min(1, 1 / Math.abs(v)) : 0.1);
        if (v + r == v) r = Math.ulp(v) * 10;
        return new double[] {v - r, v + r};
    }

    /** The positive range widened to whole powers of ten. */
    public static double[] roundLog(double low, double high) {
        double a = Math.floor(Math.log10(low) + EPS);
        double b = Math.ceil(Math.log10(high) - EPS);
        return new double[] {Math.pow(10, a), Math.pow(10, a == b ? b + 1 : b)};
    }

    public static Ticks linear(double low, double high, int most) {
        double s = step(low, high, most);
        long first = (long) Math.ceil(low / s - EPS * Math.max(1, Math.abs(low / s)));
        long last = (long) Math.floor(high / s + EPS * Math.max(1, Math.abs(high / s)));
        int n = (int) Math.max(0, Math.min(1000, last - first + 1));
        double[] at = new double[n];
        int places = (int) Math.max(0, -Math.floor(Math.log10(s) + EPS));
        for (int k = 0; k < n; k++) at[k] = places > 0 && places < 16 ? (first + k) / (1 / s) : (first + k) * s;
        int e = exponent(Math.max(Math.abs(low), Math.abs(high)));
        int after = (int) Math.max(0, e - Math.floor(Math.log10(s) + EPS));
        return new Ticks(at, labels(at, e, after), e, new double[0]);
    }

    private static int exponent(double largest) {
        if (!(largest > 0)) return 0;
        int e = (int) Math.floor(Math.log10(largest) + EPS);
        return e >= 5 || e < -3 ? e : 0;
    }

    private static String[] labels(double[] at, int exponent, int places) {
        String[] s = new String[at.length];
        double p = Math.pow(10, exponent);
        for (int k = 0; k < s.length; k++) {
            double v = at[k] / p;
            String t = String.format(Locale.ROOT, "%." + Math.min(places, 12) + "f", v == 0 ? 0 : v);
            s[k] = (t.indexOf('.') < 0 ? t : t.replaceAll("\\.?0+$", "")).replace('-', '\u2212');
        }
        return s;
    }

    /** Powers of ten (every second, third … when there are many) with the 2…9 between as small marks. */
    public static Ticks log(double low, double high, int most) {
        int a = (int) Math.ceil(Math.log10(low) - EPS);
        int b = (int) Math.floor(Math.log10(high) + EPS);
        if (b - a < 1) return withinDecade(low, high, most);
        int every = Math.max(1, (int) Math.ceil((b - a + 1.0) / Math.max(2, most)));
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int e = a; e <= b; e++) {
            if (Math.floorMod(e, every) != 0) continue;
            at.add(Math.pow(10, e));
            labels.add("10^{" + String.valueOf(e).replace('-', '\u2212') + "}");
        }
        List<Double> minor = new ArrayList<>();
        for (int e = a - 1; e <= b; e++) {
            for (int m = every > 1 ? 10 : 2; m < 10; m++) {
                double v = m * Math.pow(10, e);
                if (v >= low && v <= high) minor.add(v);
            }
        }
        return new Ticks(array(at), labels.toArray(new String[0]), 0, array(minor));
    }

    private static Ticks withinDecade(double low, double high, int most) {
        Ticks t = linear(low, high, Math.min(most, 5));
        String[] labels = new String[t.at.length];
        for (int k = 0; k < labels.length; k++) labels[k] = plain(t.at[k]);
        return new Ticks(t.at, labels, 0, new double[0]);
    }

    /** The program's own places, with its own words or the numbers as short as they can be. */
    public static Ticks given(double[] at, String[] words) {
        String[] labels = new String[at.length];
        for (int k = 0; k < labels.length; k++) {
            if (words == null) labels[k] = plain(at[k]);
            else labels[k] = words.length == 0 ? "" : words[k % words.length];
        }
        return new Ticks(at, labels, 0, new double[0]);
    }

    /** A number in few digits, with a proper minus. */
    public static String plain(double v) {
        String s = String.format(Locale.ROOT, "%.5g", v == 0 ? 0 : v);
        if (s.indexOf('e') >= 0) return s.replaceAll("\\.?0*e", "e").replace('-', '\u2212');
        return (s.indexOf('.') < 0 ? s : s.replaceAll("\\.?0+$", "")).replace('-', '\u2212');
    }

    private static double[] array(List<Double> list) {
        double[] r = new double[list.size()];
        for (int k = 0; k < r.length; k++) r[k] = list.get(k);
        return r;
    }
}
