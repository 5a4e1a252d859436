package nabla.library.plotting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Axis;
import nabla.plot.Colorbar;
import nabla.plot.Extent;
import nabla.plot.Figure;
import nabla.plot.Item;
import nabla.plot.Legend;
import nabla.plot.Limits;
import nabla.plot.Text;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Words, limits and looks of axes. */
final class PlottingAxes {
    private static final int MOST = 10;

    private PlottingAxes() {}

    @Function(
            call = "title(text, Name, Value)",
            en = "Writes the title over the axes; TeX such as \\eta, x_0, e^{-x} is understood.",
            ru = "Пишет заголовок над осями; понимает TeX: \\eta, x_0, e^{-x}.")
    public static Value[] title(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "title", arguments);
        return words(d, nargout, d.axes().title);
    }

    @Function(call = "xlabel(text, Name, Value)", en = "Names the x axis.", ru = "Подписывает ось x.")
    public static Value[] xlabel(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "xlabel", arguments);
        return words(d, nargout, d.axes().x.label);
    }

    @Function(call = "ylabel(text, Name, Value)", en = "Names the y axis.", ru = "Подписывает ось y.")
    public static Value[] ylabel(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "ylabel", arguments);
        return words(d, nargout, d.axes().y.label);
    }

    @Function(call = "zlabel(text, Name, Value)", en = "Names the z axis.", ru = "Подписывает ось z.")
    public static Value[] zlabel(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "zlabel", arguments);
        return words(d, nargout, d.axes().z.label);
    }

    @Function(
            call = "sgtitle(text, Name, Value)",
            en = "Writes one title over all axes of the figure.",
            ru = "Пишет общий заголовок над всеми осями рисунка.")
    public static Value[] sgtitle(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "sgtitle", arguments);
        return words(d, nargout, d.axes().figure.title);
    }

    private static Value[] words(Drawing d, int nargout, Text t) {
        t.string = Drawing.text(d.next());
        t.axes = d.axes();
        d.figures.register(t);
        d.pairs(t);
        return Drawing.handle(nargout, t);
    }

    @Function(
            call = "text(x, y, words)\ntext(x, y, z, words, Name, Value)",
            en = "Writes words at a point of the axes; a cell writes one at each point.",
            ru = "Пишет слова в точке осей; ячейки — по одной в каждой точке.")
    public static Value[] text(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "text", arguments);
        double[] x = d.numbers().toDoubles();
        double[] y = d.numbers().toDoubles();
        double[] z = d.numberNext() ? d.numbers().toDoubles() : null;
        Value words = d.next();
        for (int k = 0; k < x.length; k++) {
            Text t = new Text(
                    words instanceof Cell c && c.numel() == x.length ? Drawing.text(c.get(k)) : Drawing.text(words));
            t.x = x[k];
            t.y = y[k];
            t.hasHeight = z != null;
            t.z = z == null ? 0 : z[k];
            d.add(t);
        }
        return d.done(nargout);
    }

    @Function(
            call = "legend(name, name, ...)\nlegend({names})\nlegend(..., 'Location', place)\nlegend off",
            en =
                    "Names what is drawn, in the order it was drawn. Places: northeast, northwest, southeast, southwest, north, south, east, west, best, "
                            + "each but the last also with outside after it.",
            ru =
                    "Называет нарисованное в порядке рисования. Места: northeast, northwest, southeast, southwest, north, south, east, west, best; "
                            + "все, кроме последнего, и с outside на конце.")
    public static Value[] legend(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "legend", arguments);
        Axes a = d.axes();
        if (d.wordNext()
                && d.count() == 1
                && List.of("off", "hide", "on", "show", "boxoff", "boxon").contains(((Char) d.peek(0)).text())) {
            return word(d, a, d.word());
        }
        Legend l = a.legend == null ? new Legend() : a.legend;
        a.legend = l;
        l.axes = a;
        d.figures.register(l);
        if (d.wordNext() && List.of("show", "on").contains(((Char) d.peek(0)).text())) d.next();
        List<Item> items = items(d, a);
        List<String> names = new ArrayList<>();
        while (d.more() && !property(d)) {
            Value v = d.next();
            if (v instanceof Cell c) for (int i = 0; i < c.numel(); i++) names.add(Drawing.text(c.get(i)));
            else if (v instanceof Char c && c.rows() > 1)
                for (int i = 0; i < c.rows(); i++) names.add(c.row(i).stripTrailing());
            else names.add(Drawing.text(v));
        }
        name(items, names);
        d.pairs(l);
        return Drawing.handle(nargout, l);
    }

    private static List<Item> items(Drawing d, Axes a) {
        List<Item> items = new ArrayList<>();
        if (!d.numberNext()) {
            for (Item i : a.items) if (i.inLegend) items.add(i);
            return items;
        }
        for (double h : d.numbers().toDoubles()) if (d.figures.find(h) instanceof Item i) items.add(i);
        a.legend.items = items;
        return items;
    }

    private static boolean property(Drawing d) {
        return d.count() >= 2
                && d.peek(0) instanceof Char c
                && List.of(
                                "location",
                                "orientation",
                                "fontsize",
                                "box",
                                "interpreter",
                                "numcolumns",
                                "autoupdate",
                                "string",
                                "color",
                                "position",
                                "edgecolor",
                                "textcolor",
                                "fontname",
                                "fontweight")
                        .contains(c.text().toLowerCase(Locale.ROOT));
    }

    private static void name(List<Item> items, List<String> names) {
        for (int k = 0; k < items.size(); k++) {
            if (k < names.size()) items.get(k).displayName = names.get(k);
            else if (names.isEmpty() && items.get(k).displayName.isEmpty()) items.get(k).displayName = "data" + (k + 1);
        }
    }

    private static Value[] word(Drawing d, Axes a, String word) {
        if (word.equals("off") || word.equals("hide")) a.legend = null;
        else if (a.legend == null) {
            a.legend = new Legend();
            a.legend.axes = a;
            d.figures.register(a.legend);
            name(items(d, a), List.of());
        }
        if (a.legend != null) a.legend.box = !word.equals("boxoff");
        return new Value[0];
    }

    @Function(
            call = "grid on\ngrid off\ngrid minor\ngrid",
            en = "Shows or hides the grid; without a word switches it.",
            ru = "Показывает или прячет сетку; без слова переключает.")
    public static void grid(Session s, Value... arguments) {
        Drawing d = new Drawing(s, "grid", arguments);
        Axes a = d.axes();
        String word = d.more() ? d.word().toLowerCase(Locale.ROOT) : a.x.grid ? "off" : "on";
        if (word.equals("minor")) {
            boolean on = !a.x.minorGrid;
            for (int k = 0; k < 3; k++) a.axis(k).minorGrid = on;
            return;
        }
        if (!word.equals("on") && !word.equals("off")) throw d.wrong(word);
        for (int k = 0; k < 3; k++) {
            a.axis(k).grid = word.equals("on");
            if (word.equals("off")) a.axis(k).minorGrid = false;
        }
    }

    @Function(
            call = "box on\nbox off\nbox",
            en = "Draws the box around the axes, or the two rulers alone.",
            ru = "Рисует рамку вокруг осей или только две линейки.")
    public static void box(Session s, Value... arguments) {
        Drawing d = new Drawing(s, "box", arguments);
        Axes a = d.axes();
        a.box = d.more() ? Drawing.isOn(d.next()) : !a.box;
    }

    @Function(
            call = "hold on\nhold off\nhold",
            en = "Whether the next plot adds to the axes instead of replacing what they show.",
            ru = "Добавляет ли следующий график к осям, не стирая нарисованное.")
    public static void hold(Session s, Value... arguments) {
        Drawing d = new Drawing(s, "hold", arguments);
        Axes a = d.axes();
        String word = d.more() ? d.word() : a.hold ? "off" : "on";
        a.hold = word.equals("all") || Drawing.isOn(Char.of(word));
    }

    @Function(
            call = "ishold",
            en = "Whether hold is on.",
            ru = "Включён ли hold.",
            examples = {"hold on; ishold  % 1"})
    public static boolean ishold(Session s, Value... arguments) {
        return new Drawing(s, "ishold", arguments).axes().hold;
    }

    @Function(
            call =
                    "axis([xmin xmax ymin ymax])\naxis equal | tight | image | square | normal | auto | off | on | ij | xy\nv = axis",
            en =
                    "Sets the limits (also with zmin zmax), or how the axes fit: equal units, tight around the data, the y axis down (ij) or up (xy).",
            ru =
                    "Задаёт пределы (также с zmin zmax) или вид осей: равные единицы, вплотную к данным, ось y вниз (ij) или вверх (xy).",
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
            ru = "Задаёт или сообщает пределы оси x.")
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
            ru = "Задаёт или сообщает пределы оси z.")
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

    @Function(
            call = "colorbar\ncolorbar(place)\ncolorbar off",
            en = "Shows which colour is which value, beside the axes: eastoutside, southoutside, ...",
            ru = "Показывает рядом с осями, какой цвет что значит: eastoutside, southoutside, ...")
    public static Value[] colorbar(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "colorbar", arguments);
        Axes a = d.axes();
        if (d.flag("off") || d.flag("delete") || d.flag("hide")) {
            a.colorbar = null;
            return new Value[0];
        }
        if (a.colorbar == null) a.colorbar = new Colorbar();
        a.colorbar.axes = a;
        d.figures.register(a.colorbar);
        if (d.count() % 2 == 1) a.colorbar.location = d.word().toLowerCase(Locale.ROOT);
        d.pairs(a.colorbar);
        return Drawing.handle(nargout, a.colorbar);
    }

    @Function(
            call = "view(azimuth, elevation)\nview([azimuth elevation])\nview(2)\nview(3)\n[az, el] = view",
            en = "From where the axes are seen, in degrees; 2 is straight from above, 3 is (-37.5, 30).",
            ru = "Откуда видны оси, в градусах; 2 — прямо сверху, 3 — (-37.5, 30).",
            examples = {"view(3); isequal(view, [-37.5 30])  % 1"})
    public static Value[] view(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "view", arguments);
        Axes a = d.axes();
        if (d.more()) {
            double[] v = d.numbers().toDoubles();
            double second = d.numberNext() ? Drawing.scalar(d.numbers()) : Double.NaN;
            if (second == second) a.view(v[0], second);
            else if (v.length == 2) a.view(v[0], v[1]);
            else if (v.length == 3)
                a.view(
                        Math.toDegrees(Math.atan2(v[0], -v[1])),
                        Math.toDegrees(Math.atan2(v[2], Math.hypot(v[0], v[1]))));
            else if (v.length == 1 && v[0] == 2) a.view(0, 90);
            else if (v.length == 1 && v[0] == 3) a.view(-37.5, 30);
            else throw d.wrong(String.valueOf(v.length));
            if (nargout == 0) return new Value[0];
        }
        if (nargout < 2) return new Value[] {Real.row(a.azimuth, a.elevation)};
        return new Value[] {Real.of(a.azimuth), Real.of(a.elevation)};
    }

    @Function(
            call = "subplot(m, n, k)\nsubplot(mnk)",
            en = "Makes the k-th of m-by-n axes in the figure current, counted along rows; k may be several, joined.",
            ru = "Делает текущими k-е из m×n осей рисунка, считая по строкам; k может быть несколькими, объединёнными.")
    public static Value[] subplot(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "subplot", arguments);
        double[] first = d.numbers().toDoubles();
        double[] grid = first;
        double[] k;
        if (!d.numberNext()) {
            int code = (int) first[0];
            grid = new double[] {code / 100, code / 10 % 10};
            k = new double[] {code % 10};
        } else {
            grid = new double[] {first[0], Drawing.scalar(d.numbers())};
            k = d.numbers().toDoubles();
        }
        Figure f = d.figures.figure();
        Axes a = at(d, f, cell(d, (int) grid[0], (int) grid[1], k));
        f.current = a;
        if (d.wordNext() && (d.flag("replace") || d.flag("align"))) d.figures.changed(a);
        d.pairs(a);
        return Drawing.handle(nargout, a);
    }

    private static double[] cell(Drawing d, int m, int n, double[] k) {
        double left = 1;
        double right = 0;
        double top = 0;
        double bottom = 1;
        for (double v : k) {
            int i = (int) v - 1;
            if (i < 0 || i >= m * n)
                throw Failure.of(
                        "subplot: %dx%d axes are numbered from 1 to %d, there is no %d",
                        "subplot: в сетке %dx%d оси имеют номера от 1 до %d, номера %d нет", m, n, m * n, i + 1);
            left = Math.min(left, (double) (i % n) / n);
            right = Math.max(right, (i % n + 1.0) / n);
            top = Math.max(top, 1 - (double) (i / n) / m);
            bottom = Math.min(bottom, 1 - (i / n + 1.0) / m);
        }
        return new double[] {left, bottom, right - left, top - bottom};
    }

    /** The axes at this place; those they would cover go. */
    private static Axes at(Drawing d, Figure f, double[] place) {
        for (Axes a : f.axes) if (java.util.Arrays.equals(a.outer, place) && a.inner == null) return a;
        for (Axes a : new ArrayList<>(f.axes)) {
            double[] o = a.outer;
            boolean apart = o[0] + o[2] <= place[0] + 1e-9
                    || place[0] + place[2] <= o[0] + 1e-9
                    || o[1] + o[3] <= place[1] + 1e-9
                    || place[1] + place[3] <= o[1] + 1e-9;
            if (!apart) d.figures.delete(a);
        }
        Axes a = d.figures.newAxes(f);
        a.outer = place;
        return a;
    }
}
