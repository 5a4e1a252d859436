package nabla.library.plotting;

import java.util.Arrays;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Bars;
import nabla.plot.Colors;
import nabla.plot.LineSpec;
import nabla.plot.Patch;
import nabla.plot.Text;
import nabla.value.Cell;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Bars, histograms, areas and sectors. */
final class PlottingBars {
    private static final double GROUP = 0.8;

    private PlottingBars() {}

    @Function(
            call = "bar(y)\nbar(x, y, width, 'grouped' | 'stacked', color, Name, Value)",
            en = "Draws a bar for each y; the columns of a matrix side by side or stacked.",
            ru = "Рисует столбик для каждого y; столбцы матрицы — группами (grouped) или стопкой (stacked).",
            examples = {"bar([3 1 2])"})
    public static Value[] bar(Session s, @Nargout int nargout, Value... arguments) {
        return bars(new Drawing(s, "bar", arguments), nargout, false);
    }

    @Function(
            call = "barh(y)\nbarh(x, y, ...)",
            en = "As bar, with horizontal bars.",
            ru = "Как bar, но столбики горизонтальные.",
            examples = {"barh([3 1 2])"})
    public static Value[] barh(Session s, @Nargout int nargout, Value... arguments) {
        return bars(new Drawing(s, "barh", arguments), nargout, true);
    }

    private static Value[] bars(Drawing d, int nargout, boolean horizontal) {
        Numeric first = d.numbers();
        Numeric x = null;
        Numeric y = first;
        double width = GROUP;
        if (d.numberNext()) {
            Numeric second = d.numbers();
            if (second.numel() == 1 && first.numel() != 1) width = second.re(0);
            else {
                x = first;
                y = second;
            }
        }
        if (d.numberNext()) width = Drawing.scalar(d.numbers());
        boolean stacked = d.flag("stacked");
        boolean touching = d.flag("histc") || d.flag("hist");
        d.flag("grouped");
        LineSpec spec = d.spec();
        boolean vector = Columns.isLine(y);
        int n = vector ? y.numel() : y.rows();
        int series = vector ? 1 : y.columns();
        double[] at = x == null ? Drawing.oneTo(n) : x.toDoubles();
        if (at.length != n) throw d.sizes(x, y);
        Axes a = d.newPlot();
        if (touching) width = 1;
        double[][] values = new double[series][];
        for (int j = 0; j < series; j++) values[j] = vector ? y.toDoubles() : Columns.column(y.toDoubles(), n, j);
        place(d, at, values, width, stacked, horizontal, spec);
        mark(a, at, horizontal);
        return d.done(nargout);
    }

    private static void place(
            Drawing d,
            double[] at,
            double[][] values,
            double width,
            boolean stacked,
            boolean horizontal,
            LineSpec spec) {
        int series = values.length;
        double gap = gap(at);
        double each = stacked || series == 1 ? gap * width : gap * width / series;
        double[] up = new double[at.length];
        double[] down = new double[at.length];
        for (int j = 0; j < series; j++) {
            double shift = stacked || series == 1 ? 0 : (j - (series - 1) / 2.0) * each;
            double[] middle = new double[at.length];
            double[] from = new double[at.length];
            double[] to = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                middle[i] = at[i] + shift;
                double v = values[j][i];
                double[] base = v < 0 ? down : up;
                from[i] = stacked ? base[i] : 0;
                to[i] = from[i] + v;
                if (stacked) base[i] = to[i];
            }
            Bars b = d.add(new Bars(middle, from, to, each));
            b.horizontal = horizontal;
            b.face = spec != null && spec.color() != Colors.AUTO
                    ? spec.color()
                    : d.axes().nextColor();
        }
    }

    /** The smallest distance of neighbours; 1 for a single bar. */
    private static double gap(double[] at) {
        double[] s = at.clone();
        Arrays.sort(s);
        double gap = Double.POSITIVE_INFINITY;
        for (int i = 1; i < s.length; i++) if (s[i] > s[i - 1]) gap = Math.min(gap, s[i] - s[i - 1]);
        return gap < Double.POSITIVE_INFINITY ? gap : 1;
    }

    /** A few bars at whole numbers are each marked on the axis. */
    private static void mark(Axes a, double[] at, boolean horizontal) {
        if (at.length > 15 || at.length == 0 || a.hold) return;
        double[] s = at.clone();
        Arrays.sort(s);
        for (int i = 0; i < s.length; i++) if (s[i] != Math.rint(s[i]) || i > 0 && s[i] <= s[i - 1]) return;
        (horizontal ? a.y : a.x).ticks = s;
    }

    @Function(
            call = "hist(y)\nhist(y, n)\nhist(y, centers)\nhist(y, n, norm)\n[nn, xx] = hist(...)",
            en =
                    "Counts the elements of y in n (10) equally wide bins, or in bins around the centers, and draws the counts as bars; with "
                            + "results gives counts nn and centers xx and draws nothing. Columns of a matrix are counted apart; norm is what "
                            + "the counts "
                            + "are scaled to sum to. An element on the border of two bins belongs to the lower.",
            ru =
                    "Считает элементы y в n (10) равных интервалах или вокруг заданных центров и рисует количества столбцами; с результатами "
                            + "возвращает количества nn и центры xx и не рисует. Столбцы матрицы считаются отдельно; norm — сумма, к которой "
                            + "приводятся "
                            + "количества. Элемент на границе двух интервалов относится к нижнему.",
            examples = {"hist([1 2 2 3 5], 3)", "[nn, xx] = hist([1 2 3 4], [1.5 3.5]); isequal(nn, [2 2])  % 1"})
    public static Value[] hist(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "hist", arguments);
        Numeric y = d.numbers();
        boolean vector = Columns.isLine(y);
        int m = vector ? y.numel() : y.rows();
        int columns = vector ? 1 : y.columns();
        Numeric bins = d.numberNext() ? d.numbers() : Real.of(10);
        double norm = d.numberNext() ? Drawing.scalar(d.numbers()) : 0;
        if (nargout > 0) d.end();
        double[] centers = bins.numel() == 1 ? centers(y.toDoubles(), (int) bins.re(0), d) : sorted(bins.toDoubles());
        int n = centers.length;
        if (n == 0) throw Failure.of("hist: give the number of bins or their centres, not []", "hist: задайте число интервалов или их центры, а не []");
        double[] counts = new double[n * columns];
        for (int j = 0; j < columns; j++) {
            double[] c = count(Columns.column(y.toDoubles(), m, j), centers);
            if (norm > 0) scale(c, norm);
            System.arraycopy(c, 0, counts, j * n, n);
        }
        if (nargout > 0) {
            return vector
                    ? new Value[] {Real.row(counts), Real.row(centers)}
                    : new Value[] {new Real(counts, n, columns), Real.column(centers)};
        }
        d.newPlot();
        double[][] values = new double[columns][];
        for (int j = 0; j < columns; j++) values[j] = Columns.column(counts, n, j);
        place(d, centers, values, columns == 1 ? 1 : GROUP, false, false, null);
        return d.done(0);
    }

    private static double[] sorted(double[] v) {
        double[] r = v.clone();
        Arrays.sort(r);
        return r;
    }

    private static double[] centers(double[] y, int n, Drawing d) {
        if (n < 1) throw d.wrong(String.valueOf(n));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : y) {
            if (v - v != 0) continue;
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double[] c = new double[n];
        double delta = (high - low) / n / 2;
        for (int k = 0; k < n; k++) c[k] = low < high ? low + delta + k * 2 * delta : low + k - (n - 1) / 2;
        return c;
    }

    private static double[] count(double[] y, double[] centers) {
        double[] edges = new double[centers.length - 1];
        for (int k = 0; k < edges.length; k++) edges[k] = (centers[k] + centers[k + 1]) / 2;
        double[] c = new double[centers.length];
        for (double v : y) {
            if (v != v) continue;
            int k = Arrays.binarySearch(edges, v);
            c[k >= 0 ? k : -k - 1]++;
        }
        return c;
    }

    private static void scale(double[] c, double norm) {
        double sum = 0;
        for (double v : c) sum += v;
        for (int k = 0; k < c.length; k++) c[k] *= norm / sum;
    }

    @Function(
            call = "area(y)\narea(x, y)",
            en = "Fills between y and zero; the columns of a matrix are stacked.",
            ru = "Закрашивает область между y и нулём; столбцы матрицы складываются стопкой.",
            examples = {"area([1 3 2])"})
    public static Value[] area(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "area", arguments);
        Numeric first = d.numbers();
        Numeric x = d.numberNext() ? first : null;
        java.util.List<Columns> columns = Columns.of(d, x, x == null ? first : d.numbers());
        Axes a = d.newPlot();
        double[] base = new double[columns.isEmpty() ? 0 : columns.get(0).x().length];
        for (Columns c : columns) {
            int n = c.x().length;
            double[] px = new double[2 * n];
            double[] py = new double[2 * n];
            for (int i = 0; i < n; i++) {
                px[i] = px[2 * n - 1 - i] = c.x()[i];
                py[2 * n - 1 - i] = base[i];
                base[i] += c.y()[i];
                py[i] = base[i];
            }
            d.add(new Patch(new double[][] {px}, new double[][] {py}, null)).face = a.nextColor();
        }
        return d.done(nargout);
    }

    @Function(
            call = "fill(x, y, color)\nfill(x1, y1, c1, x2, y2, c2, ...)",
            en = "Draws filled polygons with these corners.",
            ru = "Рисует закрашенные многоугольники с этими вершинами.",
            examples = {"fill([0 1 0], [0 0 1], 'r')"})
    public static Value[] fill(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "fill", arguments);
        if (d.count() < 3) throw d.tooFew();
        d.newPlot();
        while (d.numberNext() && d.count() >= 3) {
            Numeric x = d.numbers();
            Numeric y = d.numbers();
            polygons(d, x, y, null, d.next());
        }
        return d.done(nargout);
    }

    @Function(
            call = "patch(x, y, color)\npatch(x, y, z, color)\npatch('Faces', f, 'Vertices', v, 'FaceColor', color)",
            en = "Adds filled polygons to the axes as they are, one a column.",
            ru = "Добавляет к осям закрашенные многоугольники, по одному на столбец.",
            examples = {"patch([0 1 0], [0 0 1], 'g')"})
    public static Value[] patch(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "patch", arguments);
        if (d.wordNext()) return faces(d, nargout);
        Numeric x = d.numbers();
        Numeric y = d.numbers();
        Numeric z = d.numberNext() && d.peek(1) != null && (d.count() % 2 == 0) ? d.numbers() : null;
        polygons(d, x, y, z, d.more() ? d.next() : null);
        return d.done(nargout);
    }

    private static void polygons(Drawing d, Numeric x, Numeric y, Numeric z, Value color) {
        if (x.numel() != y.numel()) throw d.sizes(x, y);
        int m = Columns.isLine(y) ? Math.max(1, y.numel()) : y.rows();
        Patch p = d.add(
                new Patch(cut(x.toDoubles(), m), cut(y.toDoubles(), m), z == null ? null : cut(z.toDoubles(), m)));
        if (color instanceof Numeric n && !(color instanceof nabla.value.Char) && n.numel() != 3) {
            p.values = n.toDoubles();
            p.face = Colors.FLAT;
        } else p.face = color == null ? d.axes().nextColor() : Drawing.color(color);
    }

    private static double[][] cut(double[] v, int m) {
        double[][] r = new double[v.length / m][];
        for (int j = 0; j < r.length; j++) r[j] = Columns.column(v, m, j);
        return r;
    }

    private static Value[] faces(Drawing d, int nargout) {
        Numeric faces = null;
        Numeric vertices = null;
        java.util.List<Value> others = new java.util.ArrayList<>();
        while (d.more()) {
            String name = d.word();
            Value v = d.next();
            if (name.equalsIgnoreCase("faces")) faces = (Numeric) v;
            else if (name.equalsIgnoreCase("vertices")) vertices = (Numeric) v;
            else {
                others.add(nabla.value.Char.of(name));
                others.add(v);
            }
        }
        if (faces == null || vertices == null) throw d.tooFew();
        int m = faces.rows();
        double[][][] c = new double[3][m][faces.columns()];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < faces.columns(); j++) {
                int k = (int) faces.re(i + j * m) - 1;
                if (k < 0 || k >= vertices.rows()) throw d.sizes(faces, vertices);
                for (int q = 0; q < Math.min(3, vertices.columns()); q++)
                    c[q][i][j] = vertices.re(k + q * vertices.rows());
            }
        }
        Patch p = d.add(new Patch(c[0], c[1], vertices.columns() > 2 ? c[2] : null));
        p.face = d.axes().nextColor();
        for (int i = 0; i < others.size(); i += 2)
            Properties.set(d.figures, p, Drawing.text(others.get(i)), others.get(i + 1));
        return d.done(nargout);
    }

    @Function(
            call = "pie(x)\npie(x, explode, labels)",
            en = "Draws the shares of x as sectors of a disk; where explode is not zero the sector is moved out.",
            ru = "Рисует доли x секторами круга; где explode не ноль, сектор выдвинут.",
            examples = {"pie([3 1 2])"})
    public static Value[] pie(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "pie", arguments);
        double[] x = d.numbers().toDoubles();
        double[] out = d.numberNext() ? d.numbers().toDoubles() : new double[x.length];
        Value labels = d.more() && d.peek(0) instanceof Cell ? d.next() : null;
        String[] words = labels == null ? new String[0] : Properties.words(labels);
        if (labels != null && words.length != x.length) throw Failure.of("pie: there are %d shares and %d labels", "pie: долей %d, а подписей %d", x.length, words.length);
        Axes a = d.newPlot();
        a.aspect = Axes.Aspect.IMAGE;
        a.visible = false;
        a.x.limits = new double[] {-1.3, 1.3};
        a.y.limits = new double[] {-1.3, 1.3};
        double sum = 0;
        for (double v : x) sum += v;
        double whole = sum > 1 ? sum : 1;
        double from = 0;
        for (int k = 0; k < x.length; k++) {
            double to = from + x[k] / whole;
            sector(d, from, to, k < out.length && out[k] != 0 ? 0.1 : 0, a.nextColor());
            String share = Math.round(100 * x[k] / whole) + "%";
            label(d, (from + to) / 2, labels == null ? share : words[k]);
            from = to;
        }
        return d.done(nargout);
    }

    /** Shares count counterclockwise from the top. */
    private static void sector(Drawing d, double from, double to, double out, int color) {
        int n = Math.max(2, (int) Math.ceil((to - from) * 120));
        double[] x = new double[n + 2];
        double[] y = new double[n + 2];
        double middle = Math.PI / 2 + Math.PI * (from + to);
        x[0] = out * Math.cos(middle);
        y[0] = out * Math.sin(middle);
        for (int k = 0; k <= n; k++) {
            double t = Math.PI / 2 + 2 * Math.PI * (from + (to - from) * k / n);
            x[k + 1] = x[0] + Math.cos(t);
            y[k + 1] = y[0] + Math.sin(t);
        }
        d.add(new Patch(new double[][] {x}, new double[][] {y}, null)).face = color;
    }

    private static void label(Drawing d, double at, String words) {
        Text t = new Text(words);
        double angle = Math.PI / 2 + 2 * Math.PI * at;
        t.x = 1.14 * Math.cos(angle);
        t.y = 1.14 * Math.sin(angle);
        t.horizontal = Math.abs(Math.cos(angle)) < 0.3 ? "center" : Math.cos(angle) < 0 ? "right" : "left";
        d.add(t);
    }
}
