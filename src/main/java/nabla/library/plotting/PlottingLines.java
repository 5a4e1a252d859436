package nabla.library.plotting;

import java.util.List;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Colors;
import nabla.plot.ErrorBars;
import nabla.plot.Line;
import nabla.plot.LineSpec;
import nabla.plot.Scatter;
import nabla.plot.Stem;
import nabla.value.Char;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Lines and points. */
final class PlottingLines {
    private PlottingLines() {}

    @Function(
            call = "plot(y)\nplot(x, y)\nplot(x, y, spec, ...)\nplot(..., Name, Value)\nh = plot(...)",
            en =
                    "Draws y against x (or against 1, 2, 3 ...), matrices column by column. spec says how in a few letters: 'r--o' is a red "
                            + "dashed line with circles. Names: LineWidth, Color, LineStyle, Marker, MarkerSize, MarkerFaceColor, DisplayName.",
            ru =
                    "Рисует y в зависимости от x (или от 1, 2, 3 ...), матрицы — по столбцам. spec описывает вид линии буквами: 'r--o' — красная "
                            + "штриховая линия с кружками. Имена: LineWidth, Color, LineStyle, Marker, MarkerSize, MarkerFaceColor, DisplayName.",
            examples = {"h = plot([1 4 9], 'r--o'); get(h, 'LineStyle')  % --"})
    public static Value[] plot(Session s, @Nargout int nargout, Value... arguments) {
        return lines(new Drawing(s, "plot", arguments), nargout, false, false);
    }

    @Function(
            call = "semilogx(x, y, ...)",
            en = "As plot, with a logarithmic x axis.",
            ru = "Как plot, с логарифмической осью x.",
            examples = {"semilogx([1 10 100], [1 2 3])"})
    public static Value[] semilogx(Session s, @Nargout int nargout, Value... arguments) {
        return lines(new Drawing(s, "semilogx", arguments), nargout, true, false);
    }

    @Function(
            call = "semilogy(x, y, ...)",
            en = "As plot, with a logarithmic y axis.",
            ru = "Как plot, с логарифмической осью y.",
            examples = {"semilogy([1 2 3], [1 10 100])"})
    public static Value[] semilogy(Session s, @Nargout int nargout, Value... arguments) {
        return lines(new Drawing(s, "semilogy", arguments), nargout, false, true);
    }

    @Function(
            call = "loglog(x, y, ...)",
            en = "As plot, with both axes logarithmic.",
            ru = "Как plot, обе оси логарифмические.",
            examples = {"loglog([1 10 100], [1 2 4])"})
    public static Value[] loglog(Session s, @Nargout int nargout, Value... arguments) {
        return lines(new Drawing(s, "loglog", arguments), nargout, true, true);
    }

    private static Value[] lines(Drawing d, int nargout, boolean logX, boolean logY) {
        if (!d.more()) throw d.tooFew();
        Axes a = d.newPlot();
        if (logX) a.x.log = true;
        if (logY) a.y.log = true;
        while (d.numberNext()) {
            Numeric first = d.numbers();
            Numeric x = d.numberNext() ? first : null;
            List<Columns> columns = Columns.of(d, x, x == null ? first : d.numbers());
            LineSpec spec = d.spec();
            for (Columns c : columns) d.look(d.add(new Line(c.x(), c.y(), null)), spec);
        }
        return d.done(nargout);
    }

    @Function(
            call = "plot3(x, y, z, spec, ...)",
            en = "Draws a line through the points (x, y, z) in space; see plot.",
            ru = "Рисует линию через точки (x, y, z) в пространстве; см. plot.",
            examples = {"t = 0:0.1:10; plot3(cos(t), sin(t), t)"})
    public static Value[] plot3(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "plot3", arguments);
        if (!d.more()) throw d.tooFew();
        d.newPlot();
        while (d.numberNext()) {
            Numeric x = d.numbers();
            Numeric y = d.numbers();
            Numeric z = d.numbers();
            if (x.numel() != y.numel() || z.numel() != y.numel()) throw d.sizes(x, z);
            LineSpec spec = d.spec();
            int m = Columns.isLine(z) ? Math.max(1, z.numel()) : z.rows();
            for (int j = 0; j * m < z.numel(); j++) {
                Line l = new Line(
                        Columns.column(x.toDoubles(), m, j),
                        Columns.column(y.toDoubles(), m, j),
                        Columns.column(z.toDoubles(), m, j));
                d.look(d.add(l), spec);
            }
        }
        return d.done(nargout);
    }

    @Function(
            call = "line(x, y)\nline(x, y, z, Name, Value)",
            en = "Adds a line to the axes as they are; Name-Value pairs as plot's.",
            ru = "Добавляет линию к осям, ничего не стирая; пары имя-значение — как у plot.",
            examples = {"line([0 1], [1 0], 'LineWidth', 2)"})
    public static Value[] line(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "line", arguments);
        Numeric x = d.numberNext() ? d.numbers() : Real.row(0, 1);
        Numeric y = d.numberNext() ? d.numbers() : Real.row(0, 1);
        double[] z = d.numberNext() ? d.numbers().toDoubles() : null;
        for (Columns c : Columns.of(d, x, y)) d.look(d.add(new Line(c.x(), c.y(), z)), null);
        return d.done(nargout);
    }

    @Function(
            call = "scatter(x, y)\nscatter(x, y, size, color, marker, 'filled')",
            en =
                    "Draws a marker at each (x, y); size is its area in square points, color a name, [r g b], a value a point, or rows of colours.",
            ru =
                    "Рисует маркер в каждой точке (x, y); size — его площадь в квадратных пунктах, color — имя, [r g b], по числу на точку "
                            + "или по строке [r g b].",
            examples = {"scatter([1 2 3], [3 1 2], 40, 'r', 'filled')"})
    public static Value[] scatter(Session s, @Nargout int nargout, Value... arguments) {
        return scatter(new Drawing(s, "scatter", arguments), nargout, false);
    }

    @Function(
            call = "scatter3(x, y, z)\nscatter3(x, y, z, size, color, marker, 'filled')",
            en = "Markers in space; see scatter.",
            ru = "Маркеры в пространстве; см. scatter.",
            examples = {"scatter3([1 2 3], [3 1 2], [1 2 3])"})
    public static Value[] scatter3(Session s, @Nargout int nargout, Value... arguments) {
        return scatter(new Drawing(s, "scatter3", arguments), nargout, true);
    }

    private static Value[] scatter(Drawing d, int nargout, boolean space) {
        Numeric x = d.numbers();
        Numeric y = d.numbers();
        Numeric z = space ? d.numbers() : null;
        if (x.numel() != y.numel()) throw d.sizes(x, y);
        Axes a = d.newPlot();
        Scatter p = d.add(new Scatter(x.toDoubles(), y.toDoubles(), z == null ? null : z.toDoubles()));
        p.color = a.nextColor();
        if (d.numberNext()) {
            double[] area = d.numbers().toDoubles();
            if (area.length > 0) p.area = area;
        }
        if (d.numberNext()) colors(p, d.numbers());
        p.filled = d.flag("filled");
        while (d.wordNext()) {
            LineSpec spec = d.spec();
            if (spec == null) break;
            if (spec.marker() != 0) p.marker = spec.marker();
            if (spec.color() != Colors.AUTO) p.color = spec.color();
        }
        if (p.marker == '.') p.area = new double[] {p.area[0]};
        return d.done(nargout);
    }

    private static void colors(Scatter p, Numeric c) {
        int n = p.x.length;
        if (c.numel() == 3 && c.rows() == 1 && n != 3) p.color = Drawing.color(c);
        else if (c.columns() == 3 && c.rows() == n) {
            p.colors = new int[n];
            for (int i = 0; i < n; i++) p.colors[i] = Colors.of(c.re(i), c.re(i + n), c.re(i + 2 * n));
        } else if (c.numel() == n) p.values = c.toDoubles();
    }

    @Function(
            call = "stem(y)\nstem(x, y, spec, 'filled')",
            en = "Draws each y as a marker on a stalk from zero.",
            ru = "Рисует каждое y маркером на отрезке, проведённом от нуля.",
            examples = {"stem([1 3 2])"})
    public static Value[] stem(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "stem", arguments);
        boolean filled = d.flag("filled");
        Numeric first = d.numbers();
        Numeric x = d.numberNext() ? first : null;
        List<Columns> columns = Columns.of(d, x, x == null ? first : d.numbers());
        d.newPlot();
        LineSpec spec = d.spec();
        for (Columns c : columns) {
            Stem l = d.add(new Stem(c.x(), c.y(), null));
            d.look(l, spec);
            l.style = spec != null && spec.style() != null ? spec.style() : "-";
            if (filled) l.markerFace = Colors.AUTO;
        }
        return d.done(nargout);
    }

    @Function(
            call = "stairs(y)\nstairs(x, y, spec)\n[xs, ys] = stairs(x, y)",
            en = "Draws y as steps that change at each x; with two results gives the corners and draws nothing.",
            ru = "Рисует y ступенями, меняющимися в каждой точке x; с двумя результатами возвращает углы и не рисует.",
            examples = {"[a, b] = stairs([1 2], [3 4]); isequal(b', [3 3 4])  % 1"})
    public static Value[] stairs(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "stairs", arguments);
        Numeric first = d.numbers();
        Numeric x = d.numberNext() ? first : null;
        List<Columns> columns = Columns.of(d, x, x == null ? first : d.numbers());
        if (nargout == 2) {
            Columns c = steps(columns.get(0));
            return new Value[] {Real.column(c.x()), Real.column(c.y())};
        }
        d.newPlot();
        LineSpec spec = d.spec();
        for (Columns c : columns) {
            Columns t = steps(c);
            d.look(d.add(new Line(t.x(), t.y(), null)), spec);
        }
        return d.done(nargout);
    }

    private static Columns steps(Columns c) {
        int n = c.x().length;
        double[] x = new double[Math.max(0, 2 * n - 1)];
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = c.x()[(k + 1) / 2];
            y[k] = c.y()[k / 2];
        }
        return new Columns(x, y);
    }

    @Function(
            call = "errorbar(y, e)\nerrorbar(x, y, e, spec)\nerrorbar(x, y, lower, upper, spec)",
            en = "As plot, with a bar from y - lower to y + upper at each point.",
            ru = "Как plot, с отрезком от y - lower до y + upper в каждой точке.",
            examples = {"errorbar([1 3 2], [0.2 0.1 0.3])"})
    public static Value[] errorbar(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "errorbar", arguments);
        java.util.ArrayList<Numeric> given = new java.util.ArrayList<>();
        while (d.numberNext()) given.add(d.numbers());
        if (given.size() < 2 || given.size() > 4) throw d.tooFew();
        Numeric y = given.size() == 2 ? given.get(0) : given.get(1);
        double[] x = given.size() == 2 ? Drawing.oneTo(y.numel()) : given.get(0).toDoubles();
        Numeric lower = given.get(given.size() == 2 ? 1 : 2);
        Numeric upper = given.get(given.size() - 1);
        if (lower.numel() != y.numel() || upper.numel() != y.numel() || x.length != y.numel()) throw d.sizes(y, lower);
        d.newPlot();
        LineSpec spec = d.wordNext() && ((Char) d.peek(0)).text().startsWith("~") ? skip(d) : d.spec();
        d.look(d.add(new ErrorBars(x, y.toDoubles(), lower.toDoubles(), upper.toDoubles())), spec);
        return d.done(nargout);
    }

    private static LineSpec skip(Drawing d) {
        d.word();
        return d.spec();
    }
}
