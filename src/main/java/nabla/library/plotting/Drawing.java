package nabla.library.plotting;

import java.util.ArrayList;
import java.util.List;
import nabla.engine.Session;
import nabla.plot.Axes;
import nabla.plot.Colors;
import nabla.plot.Figure;
import nabla.plot.Figures;
import nabla.plot.Item;
import nabla.plot.Line;
import nabla.plot.LineSpec;
import nabla.plot.Node;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** One call of a plotting function: the axes it draws into and its arguments, taken one after the other. */
final class Drawing {
    private static final Value[] NOTHING = {};

    final Figures figures;
    private final String name;
    private final List<Value> rest = new ArrayList<>();
    private final List<Item> made = new ArrayList<>();
    private Axes axes;

    /** Takes a leading handle of axes off the arguments. */
    Drawing(Session session, String name, Value... arguments) {
        this.figures = figures(session);
        this.name = name;
        for (Value v : arguments) rest.add(v);
        if (rest.isEmpty() || !(rest.get(0) instanceof Real r) || r.numel() != 1 || r.re(0) >= 0) return;
        if (figures.find(r.re(0)) instanceof Axes a) {
            axes = a;
            rest.remove(0);
        }
    }

    static Figures figures(Session session) {
        return Defaults.of(session).given(session.state(Figures.class, Figures::new));
    }

    /** The axes named or the current ones, as they are. */
    Axes axes() {
        if (axes == null) axes = figures.axes();
        figures.changed(axes);
        return axes;
    }

    /** The axes, emptied first unless hold is on. */
    Axes newPlot() {
        Axes a = axes();
        if (!a.hold) figures.reset(a);
        return a;
    }

    boolean more() {
        return !rest.isEmpty();
    }

    int count() {
        return rest.size();
    }

    Value peek(int k) {
        return k < rest.size() ? rest.get(k) : null;
    }

    Value next() {
        if (rest.isEmpty()) throw tooFew();
        return rest.remove(0);
    }

    boolean numberNext() {
        return more() && rest.get(0) instanceof Numeric && !(rest.get(0) instanceof Char);
    }

    boolean wordNext() {
        return more() && rest.get(0) instanceof Char;
    }

    Numeric numbers() {
        Value v = next();
        if (v instanceof Numeric n && !(v instanceof Char)) return n;
        throw Failure.of(
                "%s: numbers are needed where a %s stands", "%s: здесь нужны числа, а не %s", name, v.className());
    }

    String word() {
        Value v = next();
        if (v instanceof Char c) return c.text();
        throw Failure.of(
                "%s: a word is needed where a %s stands", "%s: здесь нужно слово, а не %s", name, v.className());
    }

    Failure tooFew() {
        return Failure.of(
                        "Invalid call to %s: it needs more arguments", "Неверный вызов %s: не хватает аргументов", name)
                .id("Octave:invalid-fun-call");
    }

    Failure sizes(Value a, Value b) {
        return Failure.of(
                "%s: the sizes do not fit: %s and %s",
                "%s: размеры не подходят друг другу: %s и %s",
                name,
                nabla.value.Dims.text(a.dims()),
                nabla.value.Dims.text(b.dims()));
    }

    Failure wrong(String what) {
        return Failure.of("%s: \"%s\" is not understood", "%s: непонятно «%s»", name, what);
    }

    /** The line's letters, when they come next. */
    LineSpec spec() {
        if (!wordNext()) return null;
        LineSpec s = LineSpec.parse(((Char) rest.get(0)).text());
        if (s != null) rest.remove(0);
        return s;
    }

    /** Removes the word from the arguments if it is among them. */
    boolean flag(String word) {
        for (Value v : rest) {
            if (!(v instanceof Char c) || !c.text().equalsIgnoreCase(word)) continue;
            rest.remove(v);
            return true;
        }
        return false;
    }

    <T extends Item> T add(T item) {
        axes().add(item);
        figures.register(item);
        made.add(item);
        return item;
    }

    /** A line in the axes' next colour, or that of the spec. */
    void look(Line line, LineSpec spec) {
        line.color = spec != null && spec.color() != Colors.AUTO ? spec.color() : axes().nextColor();
        if (spec != null) spec.apply(line);
    }

    /** An error names an argument that is left over. */
    void end() {
        if (more()) throw wrong(rest.get(0) instanceof Char c ? c.text() : rest.get(0).className());
    }

    /** Applies the remaining arguments as pairs of name and value to all that was made; the handles, when wanted. */
    Value[] done(int nargout) {
        pairs(made);
        if (nargout == 0) return NOTHING;
        double[] h = new double[made.size()];
        for (int i = 0; i < h.length; i++) h[i] = made.get(i).handle;
        return new Value[] {Real.column(h)};
    }

    void pairs(List<? extends Node> nodes) {
        while (more()) {
            String property = word();
            if (!more()) throw wrong(property);
            Value v = next();
            for (Node n : nodes) Properties.set(figures, n, property, v);
        }
    }

    void pairs(Node node) {
        pairs(List.of(node));
    }

    static Value[] handle(int nargout, Node node) {
        return nargout == 0 ? NOTHING : new Value[] {Real.of(node.handle)};
    }

    /** A text from words, a number, or a cell of lines. */
    static String text(Value v) {
        if (v instanceof Char c) {
            if (c.rows() <= 1) return c.text();
            StringBuilder s = new StringBuilder();
            for (int i = 0; i < c.rows(); i++)
                s.append(i == 0 ? "" : "\n").append(c.row(i).stripTrailing());
            return s.toString();
        }
        if (v instanceof Cell c) {
            StringBuilder s = new StringBuilder();
            for (int i = 0; i < c.numel(); i++) s.append(i == 0 ? "" : "\n").append(text(c.get(i)));
            return s.toString();
        }
        if (v instanceof Numeric n && n.numel() == 1)
            return nabla.plot.Ticks.plain(n.re(0)).replace('\u2212', '-');
        throw Failure.of("a text is needed where a %s stands", "здесь нужен текст, а не %s", v.className());
    }

    /** A colour from its name or its three parts. */
    static int color(Value v) {
        if (v instanceof Char c) {
            int rgb = Colors.named(c.text());
            if (rgb != Colors.UNKNOWN) return rgb;
            throw Failure.of(
                    "\"%s\" is no colour: name one (red), give its letter (r), #RRGGBB or [r g b] from 0 to 1",
                    "«%s» не цвет: укажите имя (red), букву (r), #RRGGBB или [r g b] от 0 до 1", c.text());
        }
        if (v instanceof Numeric n && n.numel() == 3) return Colors.of(n.re(0), n.re(1), n.re(2));
        throw Failure.of("a colour is a name or three numbers from 0 to 1", "цвет — это имя или три числа от 0 до 1");
    }

    static boolean isOn(Value v) {
        if (v instanceof Char c) {
            if (c.text().equalsIgnoreCase("on")) return true;
            if (c.text().equalsIgnoreCase("off")) return false;
            throw Failure.of("\"%s\" is neither on nor off", "«%s» — ни on, ни off", c.text());
        }
        return v.isTrue();
    }

    static double scalar(Value v) {
        if (v instanceof Numeric n && n.numel() == 1) return n.re(0);
        throw Failure.of("one number is needed", "нужно одно число");
    }

    static double[] doubles(Value v) {
        if (v instanceof Numeric n) return n.toDoubles().clone();
        throw Failure.of("numbers are needed where a %s stands", "здесь нужны числа, а не %s", v.className());
    }

    /** So many numbers. */
    static double[] doubles(Value v, int n) {
        double[] r = doubles(v);
        if (r.length == n) return r;
        throw Failure.of("%d numbers are needed, not %d", "нужно чисел: %d, а не %d", n, r.length);
    }

    static double[] oneTo(int n) {
        double[] r = new double[n];
        for (int i = 0; i < n; i++) r[i] = i + 1;
        return r;
    }

    /** The figure the value names; the current one for null. */
    static Figure figure(Figures figures, Value v) {
        if (v == null) return figures.figure();
        Node n = v instanceof Numeric x && x.numel() == 1 ? figures.find(x.re(0)) : null;
        Figure f = n == null ? null : Figures.figureOf(n);
        if (f != null) return f;
        throw Failure.of("there is no such figure", "такого рисунка нет");
    }
}
