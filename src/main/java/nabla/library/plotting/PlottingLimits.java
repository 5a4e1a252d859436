package nabla.library.plotting;

import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Axis;
import nabla.plot.Extent;
import nabla.plot.Limits;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** What part of the axes is seen, and in which colours and proportions. */
final class PlottingLimits {
    private static final int MOST = 10;

    private PlottingLimits() {}

    @Function(
            call =
                    "axis([xmin xmax ymin ymax])\naxis equal | tight | image | square | normal | auto | off | on | ij | xy\nv = axis",
            en =
                    "Sets the limits (also with zmin zmax), or how the axes fit: equal units, tight around the data, the y axis down (ij) or "
                            + "up (xy).",
            ru =
                    "Задаёт пределы (также с zmin zmax) или вид осей: равные масштабы (equal), вплотную к данным (tight), ось y вниз (ij) "
                            + "или вверх (xy).",
            examples = {"plot(1:3); axis([0 4 -1 5]); isequal(axis, [0 4 -1 5])  % 1"})
    public static Value[] axis(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "axis", arguments);
        Axes a = d.axes();
        boolean asks = !d.more();
        while (d.more()) {
            if (d.numberNext()) limits(d, a, d.numbers());
            else axisWord(d, a, d.word().toLowerCase(Locale.ROOT));
        }
        if (!asks && nargout == 0) return new Value[0];
        int n = a.inSpace() ? 6 : 4;
        double[] r = new double[n];
        for (int k = 0; k < n; k++) r[k] = Limits.of(a, k / 2, MOST)[k % 2];
        return new Value[] {Real.row(r)};
    }

    private static void limits(Drawing d, Axes a, Numeric v) {
        double[] l = v.toDoubles();
        if (l.length < 2 || l.length % 2 != 0) throw d.wrong(nabla.value.Dims.text(v.dims()));
        for (int k = 0; k < Math.min(3, l.length / 2); k++) a.axis(k).limits = range(d, l[2 * k], l[2 * k + 1]);
        if (l.length == 8) a.colorLimits = range(d, l[6], l[7]);
    }

    private static double[] range(Drawing d, double low, double high) {
        if (low < high) return new double[] {low, high};
        throw d.wrong("[" + low + " " + high + "]");
    }

    private static void axisWord(Drawing d, Axes a, String word) {
        switch (word) {
            case "equal" -> a.aspect = Axes.Aspect.EQUAL;
            case "square" -> a.aspect = Axes.Aspect.SQUARE;
            case "image" -> {
                a.aspect = Axes.Aspect.IMAGE;
                a.tight = true;
            }
            case "tight" -> {
                a.tight = true;
                free(a);
            }
            case "normal", "fill", "vis3d" -> a.aspect = word.equals("vis3d") ? a.aspect : Axes.Aspect.FILL;
            case "auto" -> {
                a.tight = false;
                free(a);
            }
            case "manual" -> {
                for (int k = 0; k < 3; k++)
                    a.axis(k).limits = Limits.of(a, k, MOST).clone();
            }
            case "off" -> a.visible = false;
            case "on" -> a.visible = true;
            case "ij" -> a.y.reverse = true;
            case "xy" -> a.y.reverse = false;
            case "padded", "autox", "autoy", "autoz" -> a.tight = false;
            default -> throw d.wrong(word);
        }
    }

    private static void free(Axes a) {
        for (int k = 0; k < 3; k++) a.axis(k).limits = null;
    }

    @Function(
            call = "xlim([low high])\nxlim auto\nv = xlim",
            en = "Sets or gives the limits of the x axis.",
            ru = "Задаёт или сообщает пределы оси x.",
            examples = {"plot(1:3); xlim([0 5]); xlim  % 0 5"})
    public static Value[] xlim(Session s, @Nargout int nargout, Value... arguments) {
        return limits(new Drawing(s, "xlim", arguments), nargout, Extent.X);
    }

    @Function(
            call = "ylim([low high])\nylim auto\nv = ylim",
            en = "Sets or gives the limits of the y axis.",
            ru = "Задаёт или сообщает пределы оси y.",
            examples = {"plot(1:3); ylim([0 10]); isequal(ylim, [0 10])  % 1"})
    public static Value[] ylim(Session s, @Nargout int nargout, Value... arguments) {
        return limits(new Drawing(s, "ylim", arguments), nargout, Extent.Y);
    }

    @Function(
            call = "zlim([low high])\nzlim auto\nv = zlim",
            en = "Sets or gives the limits of the z axis.",
            ru = "Задаёт или сообщает пределы оси z.",
            examples = {"surf(peaks(20)); zlim([-10 10]); zlim  % -10 10"})
    public static Value[] zlim(Session s, @Nargout int nargout, Value... arguments) {
        return limits(new Drawing(s, "zlim", arguments), nargout, Extent.Z);
    }

    private static Value[] limits(Drawing d, int nargout, int k) {
        Axis axis = d.axes().axis(k);
        boolean asks = !d.more();
        if (d.wordNext()) {
            String word = d.word();
            if (word.equals("auto")) axis.limits = null;
            else if (word.equals("manual"))
                axis.limits = Limits.of(d.axes(), k, MOST).clone();
            else if (word.equals("tight")) {
                Extent e = d.axes().extent();
                if (e.low[k] < e.high[k]) axis.limits = new double[] {e.low[k], e.high[k]};
            } else throw d.wrong(word);
        } else if (d.more()) {
            Numeric v = d.numbers();
            if (v.numel() != 2) throw d.wrong(nabla.value.Dims.text(v.dims()));
            axis.limits = range(d, v.re(0), v.re(1));
        }
        return asks || nargout > 0
                ? new Value[] {Real.row(Limits.of(d.axes(), k, MOST).clone())}
                : new Value[0];
    }

    @Function(
            call = "caxis([low high])\ncaxis auto\nv = caxis",
            examples = {"imagesc([1 2; 3 4]); caxis([0 5]); caxis  % 0 5"},
            aliases = "clim",
            en = "Sets or gives the values at the ends of the colormap.",
            ru = "Задаёт или сообщает значения на концах палитры.")
    public static Value[] caxis(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "caxis", arguments);
        Axes a = d.axes();
        boolean asks = !d.more();
        if (d.wordNext()) a.colorLimits = d.word().equals("manual") ? Limits.colors(a) : null;
        else if (d.more()) {
            Numeric v = d.numbers();
            if (v.numel() != 2) throw d.wrong(nabla.value.Dims.text(v.dims()));
            a.colorLimits = range(d, v.re(0), v.re(1));
        }
        return asks || nargout > 0 ? new Value[] {Real.row(Limits.colors(a).clone())} : new Value[0];
    }
}
