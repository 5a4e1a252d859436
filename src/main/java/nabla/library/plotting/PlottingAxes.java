package nabla.library.plotting;

import java.util.ArrayList;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Colorbar;
import nabla.plot.Figure;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Value;

/** Which axes the next plot goes to, and how they look. */
final class PlottingAxes {
    private PlottingAxes() {}

    @Function(
            call = "grid on\ngrid off\ngrid minor\ngrid",
            en = "Shows or hides the grid; without a word switches it.",
            ru = "Показывает или прячет сетку; без аргумента переключает.",
            examples = {"plot(1:3); grid on; get(gca, 'XGrid')  % on"})
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
            ru = "Рисует рамку вокруг осей или только сами оси.",
            examples = {"plot(1:3); box off"})
    public static void box(Session s, Value... arguments) {
        Drawing d = new Drawing(s, "box", arguments);
        Axes a = d.axes();
        a.box = d.more() ? Drawing.isOn(d.next()) : !a.box;
    }

    @Function(
            call = "hold on\nhold off\nhold",
            en = "Whether the next plot adds to the axes instead of replacing what they show.",
            ru = "После hold on графики добавляются к нарисованному, после hold off заменяют его; без аргумента переключает.",
            examples = {"plot(1:3); hold on; plot(3:-1:1); numel(get(gca, 'Children'))  % 2"})
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
        Drawing d = new Drawing(s, "ishold", arguments);
        d.end();
        return d.axes().hold;
    }

    @Function(
            call = "colorbar\ncolorbar(place)\ncolorbar off",
            en = "Shows which colour is which value, beside the axes: eastoutside, southoutside, ...",
            ru = "Показывает рядом с осями шкалу цветов; её место: eastoutside, southoutside, ...",
            examples = {"imagesc([1 2; 3 4]); colorbar"})
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
            ru = "Направление взгляда на оси: азимут и угол возвышения в градусах; view(2) — прямо сверху, view(3) — (-37.5, 30).",
            examples = {"view(3); isequal(view, [-37.5 30])  % 1"})
    public static Value[] view(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "view", arguments);
        Axes a = d.axes();
        if (d.more()) {
            double[] v = d.numbers().toDoubles();
            double second = d.numberNext() ? Drawing.scalar(d.numbers()) : Double.NaN;
            d.end();
            if (second == second && v.length == 1) a.view(v[0], second);
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
            call = "subplot(m, n, k)\nsubplot(mnk)\nsubplot('Position', [left bottom width height])",
            en = "Makes the k-th of m-by-n axes in the figure current, counted along rows; k may be several, joined.",
            ru = "Делит рисунок на m×n полей и делает текущими оси k-го, считая по строкам; несколько номеров k объединяют поля.",
            examples = {"subplot(1, 2, 1); plot(1:3); subplot(1, 2, 2); bar(1:3)"})
    public static Value[] subplot(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "subplot", arguments);
        if (d.wordNext()) {
            Axes placed = d.figures.newAxes(d.figures.figure());
            d.pairs(placed);
            return Drawing.handle(nargout, placed);
        }
        double[] first = d.numbers().toDoubles();
        double[] grid = first;
        double[] k;
        if (!d.numberNext()) {
            int code = first.length == 1 ? (int) first[0] : 0;
            grid = new double[] {code / 100, code / 10 % 10};
            k = new double[] {code % 10};
        } else {
            grid = new double[] {first.length == 1 ? first[0] : 0, Drawing.scalar(d.numbers())};
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
        if (m < 1 || n < 1 || k.length == 0) {
            throw Failure.of("subplot: give the numbers of rows and of columns, and which axes of them: subplot(2, 3, 1)",
                    "subplot: задайте число строк, число столбцов и номер осей: subplot(2, 3, 1)");
        }
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
