package nabla.library.plotting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.library.files.Folders;
import nabla.plot.Axes;
import nabla.plot.Figure;
import nabla.plot.Figures;
import nabla.plot.Node;
import nabla.plot.Screen;
import nabla.plot.Text;
import nabla.value.Bool;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** Figures, handles, files. */
final class PlottingFigures {
    private static final Value[] NOTHING = {};

    private PlottingFigures() {}

    @Function(
            call = "figure\nfigure(n)\nfigure(Name, Value)\nh = figure(...)",
            en = "Makes figure n, or a new one, the current figure.",
            ru = "Делает рисунок n или новый рисунок текущим.",
            examples = {"h = figure(3)  % 3"})
    public static Value[] figure(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "figure", arguments);
        Figure f;
        if (d.numberNext()) {
            double n = Drawing.scalar(d.numbers());
            if (!(n >= 1 && n == Math.rint(n) && n < 1e6))
                throw Failure.of(
                        "figure: figures are numbered 1, 2, 3 ..., not %s",
                        "figure: номера рисунков — 1, 2, 3 ..., а не %s", nabla.plot.Ticks.plain(n));
            f = d.figures.figure((int) n);
        } else f = d.figures.newFigure();
        d.pairs(f);
        return Drawing.handle(nargout, f);
    }

    @Function(
            call = "h = gcf",
            en = "The current figure's handle; makes a figure when there is none.",
            ru = "Номер текущего рисунка; создаёт рисунок, если его нет.",
            examples = {"figure(2); gcf  % 2"})
    public static double gcf(Session s) {
        return Drawing.figures(s).figure().handle;
    }

    @Function(
            call = "h = gca",
            en = "The current axes' handle; makes axes when there are none.",
            ru = "Дескриптор текущих осей; создаёт оси, если их нет.",
            examples = {"plot(1:3); get(gca, 'XLim')  % 1 3"})
    public static double gca(Session s) {
        return Drawing.figures(s).axes().handle;
    }

    @Function(
            call = "axes\naxes(h)\naxes('Position', [left bottom width height])",
            en = "Makes new axes, or the axes h current.",
            ru = "Создаёт новые оси или делает текущими оси h.",
            examples = {"a = axes('Position', [0.1 0.1 0.5 0.5]); a == gca  % 1"})
    public static Value[] axes(Session s, @Nargout int nargout, Value... arguments) {
        Figures f = Drawing.figures(s);
        if (arguments.length == 1 && arguments[0] instanceof Numeric n && n.numel() == 1) {
            if (!(f.find(n.re(0)) instanceof Axes a))
                throw Failure.of("axes: this is no handle of axes", "axes: это не дескриптор осей");
            f.use(a);
            return Drawing.handle(nargout, a);
        }
        Axes a = f.newAxes(f.figure());
        new Drawing(s, "axes", arguments).pairs(a);
        return Drawing.handle(nargout, a);
    }

    @Function(
            call = "close\nclose(n)\nclose all",
            en = "Closes the current figure, figure n, or all.",
            ru = "Закрывает текущий рисунок, рисунок n или все.",
            examples = {"figure(5); close(5); ishandle(5)  % 0"})
    public static void close(Session s, Value... arguments) {
        Figures all = Drawing.figures(s);
        if (arguments.length == 0) {
            if (all.currentOrNull() != null) all.close(all.currentOrNull());
        } else if (arguments[0] instanceof Char c) {
            if (!c.text().equals("all") && !c.text().equals("force"))
                throw Failure.of(
                        "close: \"%s\" is not understood: close all, close(n)",
                        "close: непонятно «%s»: close all, close(n)", c.text());
            for (Figure f : all.all()) all.close(f);
        } else for (double n : Drawing.doubles(arguments[0])) if (all.find(n) instanceof Figure f) all.close(f);
    }

    @Function(
            call = "clf\nclf(n)",
            en = "Empties the current figure, or figure n.",
            ru = "Очищает текущий рисунок или рисунок n.",
            examples = {"plot(1:3); clf; numel(get(gcf, 'Children'))  % 0"})
    public static void clf(Session s, Value... arguments) {
        Figures f = Drawing.figures(s);
        f.clear(Drawing.figure(f, arguments.length > 0 && arguments[0] instanceof Real ? arguments[0] : null));
    }

    @Function(
            call = "cla\ncla(h)\ncla reset",
            en = "Empties the current axes, or the axes h.",
            ru = "Очищает текущие оси или оси h.",
            examples = {"plot(1:3); cla; numel(get(gca, 'Children'))  % 0"})
    public static void cla(Session s, Value... arguments) {
        Drawing d = new Drawing(s, "cla", arguments);
        Axes a = d.axes();
        if (d.flag("reset")) {
            d.figures.reset(a);
            return;
        }
        for (Node n : new java.util.ArrayList<>(a.items)) d.figures.delete(n);
        a.legend = null;
        a.colorIndex = 0;
    }

    @Function(
            call = "newplot",
            en = "Readies the current axes for a plot: empties them unless hold is on.",
            ru = "Готовит текущие оси к графику: очищает, если hold выключен.",
            examples = {"plot(1:3); newplot; numel(get(gca, 'Children'))  % 0"})
    public static Value[] newplot(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "newplot", arguments);
        d.end();
        return Drawing.handle(nargout, d.newPlot());
    }

    @Function(
            call = "drawnow",
            en = "Shows what has been drawn so far.",
            ru = "Показывает всё нарисованное к этому времени.",
            examples = {"plot(1:3); drawnow"})
    public static void drawnow(Session s, Value... arguments) {
        Drawing.figures(s).draw();
    }

    @Function(call = "refresh", en = "Draws the current figure anew.", ru = "Перерисовывает текущий рисунок.")
    public static void refresh(Session s, Value... arguments) {
        Figures f = Drawing.figures(s);
        f.changed(f.figure());
        f.draw();
    }

    @Function(
            call = "print(file)\nprint('-dpng', '-r300', file)\nprint(h, file, '-dsvg')",
            en =
                    "Writes the figure to a file: png, jpg, svg, eps, pdf by -d or the name's ending; -r gives dots per inch.",
            ru = "Записывает рисунок в файл: png, jpg, svg, eps, pdf по -d или окончанию имени; -r — разрешение в точках на дюйм.",
            examples = {"plot(1:3); f = [tempname() '.png']; print(f); exist(f)  % 2"})
    public static void print(Session s, Value... arguments) {
        Figures figures = Drawing.figures(s);
        Figure f = null;
        String file = null;
        String format = null;
        double dpi = 0;
        for (Value v : arguments) {
            if (!(v instanceof Char)) {
                f = Drawing.figure(figures, v);
                continue;
            }
            String w = Drawing.text(v);
            if (w.startsWith("-d")) format = w.substring(2);
            else if (w.startsWith("-r")) dpi = w.equals("-r0") ? 0 : number(w.substring(2));
            else if (w.startsWith("-f") && w.length() > 2) f = Drawing.figure(figures, Real.of(number(w.substring(2))));
            else if (!w.startsWith("-")) file = w;
        }
        if (file == null)
            throw Failure.of("print: give a file: print('figure.png')", "print: укажите файл: print('figure.png')");
        save(s, f == null ? figures.figure() : f, file, format, dpi);
    }

    private static double number(String s) {
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException e) {
            throw Failure.of("print: \"%s\" is no number", "print: «%s» не число", s);
        }
    }

    @Function(
            call = "saveas(h, file)\nsaveas(h, file, format)",
            examples = {"h = figure(); plot(1:3); f = [tempname() '.svg']; saveas(h, f); exist(f)  % 2"},
            aliases = "exportgraphics",
            en = "Writes figure h to a file: png, jpg, svg, eps, pdf by the format or the name's ending.",
            ru = "Записывает рисунок h в файл: png, jpg, svg, eps, pdf по формату или окончанию имени.")
    public static void saveas(Session s, Value h, String file, @Default("") Value format, Value... others) {
        Figures figures = Drawing.figures(s);
        save(s, Drawing.figure(figures, h), file, others.length == 0 && format instanceof Char c ? c.text() : null, 0);
    }

    private static void save(Session s, Figure f, String file, String format, double dpi) {
        Screen screen = Drawing.figures(s).screen();
        if (screen == null) throw Failure.of("there is no screen to draw figures with", "нет экрана, чтобы рисовать");
        Path path = Folders.resolve(s, file);
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String kind = format != null ? format : dot > 0 ? name.substring(dot + 1) : "png";
        kind = switch (kind.toLowerCase(Locale.ROOT)) {
            case "jpeg", "jpg" -> "jpg";
            case "epsc", "eps", "eps2", "epsc2" -> "eps";
            case "pdf", "svg", "png", "bmp", "gif" -> kind.toLowerCase(Locale.ROOT);
            default ->
                throw Failure.of(
                        "print: unknown format \"%s\": png, jpg, svg, eps and pdf are known",
                        "print: неизвестный формат «%s»: известны png, jpg, svg, eps и pdf", kind);
        };
        if (dot <= 0) path = path.resolveSibling(name + "." + kind);
        try {
            screen.save(f.copy(), path, kind, dpi);
        } catch (IOException e) {
            throw Failure.of(
                    "%s: the picture cannot be written: %s", "%s: рисунок не записан: %s", path, e.getMessage());
        }
    }

    @Function(
            call = "set(h, Name, Value, ...)\nset(h, struct)",
            en = "Changes properties of figures, axes, lines ...; set(0, 'DefaultLineLineWidth', 2) those of all that is drawn from now on.",
            ru = "Меняет свойства рисунков, осей, линий ...; set(0, 'DefaultLineLineWidth', 2) – всех, что будут нарисованы.",
            examples = {"h = plot(1:3); set(h, 'LineWidth', 2); get(h, 'LineWidth')  % 2"})
    public static void set(Session s, Value handles, Value... pairs) {
        Figures f = Drawing.figures(s);
        for (double h : Drawing.doubles(handles)) {
            if (h == 0) {
                Defaults.of(s).set(pairs);
                continue;
            }
            Node n = node(f, h);
            if (pairs.length == 1 && pairs[0] instanceof Struct t)
                for (String name : t.names()) Properties.set(f, n, name, t.get(name));
            else new Drawing(s, "set", pairs).pairs(n);
        }
    }

    @Function(
            call = "v = get(h, name)\ns = get(h)",
            en = "A property of what the handle names, or all as a structure.",
            ru = "Значение свойства объекта с дескриптором h или все его свойства структурой.",
            examples = {"h = plot(1:3); get(h, 'YData')  % 1 2 3"})
    public static Value get(Session s, Value handles, @Default("") Value name) {
        Figures f = Drawing.figures(s);
        double[] h = Drawing.doubles(handles);
        Value[] r = new Value[h.length];
        for (int k = 0; k < h.length; k++) {
            if (h[k] == 0) r[k] = root(s, f, name == null ? "" : Drawing.text(name));
            else
                r[k] = name == null ? Properties.all(node(f, h[k])) : Properties.get(node(f, h[k]), Drawing.text(name));
        }
        return r.length == 1 ? r[0] : new Cell(r, r.length, 1);
    }

    /** Properties of the screen as a whole, handle 0. */
    private static Value root(Session s, Figures f, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "screensize" -> Real.row(1, 1, 1920, 1080);
            case "currentfigure" -> f.currentOrNull() == null ? Real.empty() : Real.of(f.currentOrNull().handle);
            case "children" ->
                Real.column(f.all().stream().mapToDouble(x -> x.handle).toArray());
            case "screenpixelsperinch" -> Real.of(96);
            default -> Defaults.of(s).get(name);
        };
    }

    private static Node node(Figures f, double h) {
        Node n = f.find(h);
        if (n != null) return n;
        throw Failure.of(
                "%s is no handle of anything drawn: it may have been closed or replaced",
                "%s — не дескриптор нарисованного: возможно, оно закрыто или заменено", nabla.plot.Ticks.plain(h));
    }

    @Function(
            call = "ishandle(h)",
            aliases = {"ishghandle", "isgraphics"},
            en = "True for each handle of something that exists.",
            ru = "Истина для дескрипторов существующих объектов.",
            examples = {"ishandle(figure(7))  % 1", "ishandle('a')  % 0"})
    public static Value ishandle(Session s, Value h) {
        return test(s, h, Node.class);
    }

    @Function(
            call = "isfigure(h)",
            en = "True for each handle of a figure.",
            ru = "Истина для номеров рисунков.",
            examples = {"isfigure(figure(7))  % 1"})
    public static Value isfigure(Session s, Value h) {
        return test(s, h, Figure.class);
    }

    @Function(
            call = "isaxes(h)",
            en = "True for each handle of axes.",
            ru = "Истина для дескрипторов осей.",
            examples = {"isaxes(gca)  % 1"})
    public static Value isaxes(Session s, Value h) {
        return test(s, h, Axes.class);
    }

    private static Value test(Session s, Value h, Class<? extends Node> kind) {
        if (!(h instanceof Real r)) return Bool.of(false);
        Figures f = Drawing.figures(s);
        boolean[] b = new boolean[r.numel()];
        for (int k = 0; k < b.length; k++) b[k] = kind.isInstance(f.find(r.re(k)));
        return new Bool(b, r.dims());
    }

    @Function(
            call = "delete(h)\ndelete(file)",
            en = "Removes what the handles name from its figure, or the file from its folder.",
            ru = "Убирает с рисунка объекты с этими дескрипторами или удаляет файл.",
            examples = {"h = plot(1:3); delete(h); ishandle(h)  % 0"})
    public static void delete(Session s, Value... arguments) {
        Figures f = Drawing.figures(s);
        for (Value v : arguments) {
            if (v instanceof Char c) remove(Folders.resolve(s, c.text()));
            else for (double h : Drawing.doubles(v)) f.delete(node(f, h));
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw Failure.of(
                    "delete: %s: no such file, or it may not be deleted",
                    "delete: %s: нет такого файла, или его нельзя удалить", file.getFileName());
        }
    }

    @Function(
            call = "annotation('textbox', [x y w h], 'String', words)",
            en = "Accepted; words of a text box are written on the current axes.",
            ru = "Принимается ради старых программ: текст рамки пишется на текущих осях.",
            examples = {"plot(1:3); annotation('textbox', [0.2 0.7 0.3 0.1], 'String', 'three points')"})
    public static Value[] annotation(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "annotation", arguments);
        String kind = d.word();
        Text t = new Text("");
        t.normalized = true;
        double[] place = d.numberNext() ? d.numbers().toDoubles() : new double[] {0.1, 0.9};
        if (place.length == 0) throw Failure.of("annotation: the place must be [x y w h] in parts of the figure", "annotation: место — [x y w h] в долях рисунка");
        while (d.numberNext()) d.next();
        t.x = place[0];
        t.y = place.length > 1 ? place[1] : 0.5;
        d.add(t);
        while (d.more()) {
            String name = d.word();
            Value v = d.next();
            if (kind.startsWith("text") && name.equalsIgnoreCase("string")) t.string = Drawing.text(v);
        }
        return Drawing.handle(nargout, t);
    }

    @Function(
            call = "rotate3d on",
            en = "Accepted: windows turn axes in space by dragging.",
            ru = "Принимается: в окнах оси в пространстве поворачиваются мышью.")
    public static Value[] rotate3d(Session s, @Nargout int nargout, Value... arguments) {
        return NOTHING;
    }

    @Function(
            call = "zoom on",
            en = "Accepted: windows zoom by the wheel.",
            ru = "Принимается: окна увеличивают колесом.")
    public static Value[] zoom(Session s, @Nargout int nargout, Value... arguments) {
        return NOTHING;
    }

    @Function(
            call = "pan on",
            en = "Accepted: windows move axes by dragging.",
            ru = "Принимается: в окнах оси двигаются мышью.")
    public static Value[] pan(Session s, @Nargout int nargout, Value... arguments) {
        return NOTHING;
    }

    @Function(
            call = "light",
            examples = {"surf(peaks(20)); light"},
            aliases = "camlight",
            en = "Lights the surfaces of the current axes.",
            ru = "Освещает поверхности текущих осей.")
    public static void light(Session s, Value... arguments) {
        new Drawing(s, "light").axes().light = true;
    }

    @Function(
            call = "lighting gouraud\nlighting none",
            en = "Lights the surfaces of the current axes, or not.",
            ru = "Освещает поверхности текущих осей или нет.",
            examples = {"surf(peaks(20)); lighting gouraud"})
    public static void lighting(Session s, String kind) {
        new Drawing(s, "lighting").axes().light = !kind.equals("none");
    }
}
