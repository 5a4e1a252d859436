package nabla.library.plotting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Item;
import nabla.plot.Legend;
import nabla.plot.Text;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Value;

/** What is written on axes: titles, labels, words at points, legends. */
final class PlottingWords {
    /** What may stand after a legend's names. */
    private static final Set<String> OPTIONS = Set.of(
            "location", "orientation", "fontsize", "box", "interpreter", "numcolumns", "autoupdate",
            "string", "color", "position", "edgecolor", "textcolor", "fontname", "fontweight");

    private PlottingWords() {}

    @Function(
            call = "title(text, Name, Value)",
            en = "Writes the title over the axes; TeX such as \\eta, x_0, e^{-x} is understood.",
            ru = "Пишет заголовок над осями; понимает TeX: \\eta, x_0, e^{-x}.",
            examples = {"plot(1:3); title('\\eta = 0.1')"})
    public static Value[] title(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "title", arguments);
        return words(d, nargout, d.axes().title);
    }

    @Function(call = "xlabel(text, Name, Value)", en = "Names the x axis.", ru = "Подписывает ось x.",
            examples = {"plot(1:3); xlabel('step'); get(get(gca, 'XLabel'), 'String')  % step"})
    public static Value[] xlabel(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "xlabel", arguments);
        return words(d, nargout, d.axes().x.label);
    }

    @Function(call = "ylabel(text, Name, Value)", en = "Names the y axis.", ru = "Подписывает ось y.",
            examples = {"plot(1:3); ylabel('f'); get(get(gca, 'YLabel'), 'String')  % f"})
    public static Value[] ylabel(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "ylabel", arguments);
        return words(d, nargout, d.axes().y.label);
    }

    @Function(call = "zlabel(text, Name, Value)", en = "Names the z axis.", ru = "Подписывает ось z.",
            examples = {"surf(peaks(20)); zlabel('f')"})
    public static Value[] zlabel(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "zlabel", arguments);
        return words(d, nargout, d.axes().z.label);
    }

    @Function(
            call = "sgtitle(text, Name, Value)",
            en = "Writes one title over all axes of the figure.",
            ru = "Пишет общий заголовок над всеми осями рисунка.",
            examples = {"subplot(1, 2, 1); plot(1:3); subplot(1, 2, 2); bar(1:3); sgtitle('twice')"})
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
            ru = "Пишет текст в точке (x, y); массив ячеек — по одному тексту в каждой точке.",
            examples = {"plot(1:3); text(2, 2, 'the middle')"})
    public static Value[] text(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "text", arguments);
        double[] x = d.numbers().toDoubles();
        double[] y = d.numbers().toDoubles();
        double[] z = d.numberNext() ? d.numbers().toDoubles() : null;
        Value words = d.next();
        if (y.length != x.length || z != null && z.length != x.length) {
            throw Failure.of("text: the coordinates must be of one size; there are %d in x and %d in y", "text: координат должно быть поровну; в x их %d, в y %d", x.length, y.length);
        }
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
                    "Names what is drawn, in the order it was drawn. Places: northeast, northwest, southeast, southwest, north, south, east, "
                            + "west, best, "
                            + "each but the last also with outside after it.",
            ru =
                    "Легенда: подписи к линиям в порядке рисования. Места: northeast, northwest, southeast, southwest, north, south, east, "
                            + "west, best; "
                            + "все, кроме последнего, и с outside на конце.",
            examples = {"plot(1:3); hold on; plot(3:-1:1); legend('up', 'down')"})
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
                && OPTIONS.contains(c.text().toLowerCase(Locale.ROOT));
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
}
