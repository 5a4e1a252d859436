package nabla.library.plotting;

import java.util.Arrays;
import java.util.List;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Colormap;
import nabla.plot.Colors;
import nabla.plot.Contour;
import nabla.plot.Contours;
import nabla.plot.Extent;
import nabla.plot.Grid;
import nabla.plot.Image;
import nabla.plot.LineSpec;
import nabla.plot.Quiver;
import nabla.plot.Surface;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Functions of two variables: contours, surfaces, arrows, images. */
final class PlottingSurfaces {
    private static final String GRID_EN =
            " x and y are vectors or matrices of z's size (see meshgrid), 1, 2, 3 ... when left out.";
    private static final String GRID_RU = " x и y — векторы или матрицы размера z (см. meshgrid); без них 1, 2, 3 ...";

    private PlottingSurfaces() {}

    @Function(
            call = "contour(z)\ncontour(x, y, z)\ncontour(x, y, z, levels, spec, Name, Value)\n[c, h] = contour(...)",
            en = "Draws lines of equal z. levels is their number, or the levels themselves ([v v] for one)." + GRID_EN,
            ru = "Рисует линии равных z. levels — их число или сами уровни ([v v] для одного)." + GRID_RU,
            examples = {"contour(peaks(20), 5)"})
    public static Value[] contour(Session s, @Nargout int nargout, Value... arguments) {
        return contour(new Drawing(s, "contour", arguments), nargout, false, Contour.Height.PLANE);
    }

    @Function(
            call = "contourf(z)\ncontourf(x, y, z, levels, spec, Name, Value)\n[c, h] = contourf(...)",
            en = "As contour, with the bands between the lines filled." + GRID_EN,
            ru = "Как contour, полосы между линиями закрашены." + GRID_RU,
            examples = {"contourf(peaks(20))"})
    public static Value[] contourf(Session s, @Nargout int nargout, Value... arguments) {
        return contour(new Drawing(s, "contourf", arguments), nargout, true, Contour.Height.PLANE);
    }

    @Function(
            call = "contour3(z)\ncontour3(x, y, z, levels)\n[c, h] = contour3(...)",
            en = "As contour, each line at its height in space." + GRID_EN,
            ru = "Как contour, каждая линия на своей высоте в пространстве." + GRID_RU,
            examples = {"contour3(peaks(20))"})
    public static Value[] contour3(Session s, @Nargout int nargout, Value... arguments) {
        return contour(new Drawing(s, "contour3", arguments), nargout, false, Contour.Height.LEVEL);
    }

    private static Value[] contour(Drawing d, int nargout, boolean filled, Contour.Height height) {
        Grid g = grid(d);
        double[] levels = d.numberNext() ? levels(g, d.numbers()) : automatic(g);
        d.newPlot();
        Contour c = new Contour(g, levels);
        c.filled = filled;
        c.height = height;
        d.add(c);
        if (filled) c.color = Colors.BLACK;
        LineSpec spec = d.spec();
        if (spec != null && spec.color() != Colors.AUTO) c.color = spec.color();
        if (spec != null && spec.style() != null) c.style = spec.style();
        Value[] h = d.done(1);
        return nargout == 0 ? new Value[0] : new Value[] {matrix(c), h[0]};
    }

    private static double[] automatic(Grid g) {
        double[] e = range(g);
        return Contours.levels(e[0], e[1]);
    }

    private static double[] range(Grid g) {
        Extent e = new Extent();
        e.add(Extent.Z, g.z());
        return e.isEmpty(Extent.Z) ? new double[] {0, 0} : new double[] {e.low[Extent.Z], e.high[Extent.Z]};
    }

    private static double[] levels(Grid g, Numeric v) {
        double[] l = v.toDoubles().clone();
        double[] e = range(g);
        if (l.length == 1 && l[0] == Math.rint(l[0]) && l[0] > 0 && l[0] < 10000)
            return Contours.levels(e[0], e[1], (int) l[0]);
        Arrays.sort(l);
        return Arrays.stream(l).distinct().toArray();
    }

    /** MATLAB's contour matrix: for each line a column (level, number of points), then its points. */
    private static Real matrix(Contour c) {
        double[] r = new double[64];
        int n = 0;
        for (double level : c.levels) {
            for (double[][] line : Contours.lines(c.grid, level)) {
                int k = line[0].length;
                if (n + 2 * k + 2 > r.length) r = Arrays.copyOf(r, 2 * r.length + 2 * k + 2);
                r[n++] = level;
                r[n++] = k;
                for (int i = 0; i < k; i++) {
                    r[n++] = line[0][i];
                    r[n++] = line[1][i];
                }
            }
        }
        return new Real(Arrays.copyOf(r, n), 2, n / 2);
    }

    /** Takes z, or x, y and z. */
    private static Grid grid(Drawing d) {
        Numeric first = d.numbers();
        boolean three = d.peek(1) instanceof Numeric y && !(y instanceof nabla.value.Char) && d.numberNext();
        if (!three) return check(d, first, null, null);
        Numeric y = d.numbers();
        return check(d, d.numbers(), first, y);
    }

    private static Grid check(Drawing d, Numeric z, Numeric x, Numeric y) {
        int m = z.rows();
        int n = z.columns();
        if (z.ndims() > 2 || m < 2 || n < 2) {
            throw nabla.value.Failure.of(
                    "z must be a matrix of at least 2x2, not %s",
                    "z должно быть матрицей не меньше 2x2, а не %s", nabla.value.Dims.text(z.dims()));
        }
        if (x == null) return Grid.of(Drawing.oneTo(n), Drawing.oneTo(m), z.toDoubles(), m, n);
        if (x.numel() != n && x.numel() != m * n) throw d.sizes(x, z);
        if (y.numel() != m && y.numel() != m * n) throw d.sizes(y, z);
        return Grid.of(x.toDoubles(), y.toDoubles(), z.toDoubles(), m, n);
    }

    @Function(
            call = "surf(z)\nsurf(x, y, z)\nsurf(x, y, z, c, Name, Value)",
            en = "Draws z as a surface coloured by height, or by c." + GRID_EN
                    + " Names: EdgeColor, FaceColor, FaceAlpha.",
            ru = "Рисует z поверхностью, окрашенной по высоте или по c." + GRID_RU
                    + " Имена: EdgeColor, FaceColor, FaceAlpha.",
            examples = {"surf(peaks(20))"})
    public static Value[] surf(Session s, @Nargout int nargout, Value... arguments) {
        return surface(new Drawing(s, "surf", arguments), nargout, false, false);
    }

    @Function(
            call = "surfc(x, y, z)",
            en = "As surf, with the contours on the floor.",
            ru = "Как surf, с линиями уровня под поверхностью.",
            examples = {"surfc(peaks(20))"})
    public static Value[] surfc(Session s, @Nargout int nargout, Value... arguments) {
        return surface(new Drawing(s, "surfc", arguments), nargout, false, true);
    }

    @Function(
            call = "mesh(z)\nmesh(x, y, z)",
            en = "Draws z as a net of lines coloured by height." + GRID_EN,
            ru = "Рисует z сеткой линий, окрашенных по высоте." + GRID_RU,
            examples = {"mesh(peaks(20))"})
    public static Value[] mesh(Session s, @Nargout int nargout, Value... arguments) {
        return surface(new Drawing(s, "mesh", arguments), nargout, true, false);
    }

    @Function(
            call = "meshc(x, y, z)",
            en = "As mesh, with the contours on the floor.",
            ru = "Как mesh, с линиями уровня под поверхностью.",
            examples = {"meshc(peaks(20))"})
    public static Value[] meshc(Session s, @Nargout int nargout, Value... arguments) {
        return surface(new Drawing(s, "meshc", arguments), nargout, true, true);
    }

    private static Value[] surface(Drawing d, int nargout, boolean mesh, boolean contours) {
        Grid g = grid(d);
        double[] c = d.numberNext() ? d.numbers().toDoubles() : g.z();
        d.newPlot();
        Surface f = d.add(new Surface(g, c.length == g.z().length ? c : g.z()));
        if (mesh) {
            f.face = Colors.WHITE;
            f.edge = Colors.FLAT;
        }
        if (contours) d.add(new Contour(g, automatic(g))).height = Contour.Height.FLOOR;
        if (!d.more()) return d.done(nargout);
        d.pairs(f);
        return d.done(nargout);
    }

    @Function(
            call = "pcolor(c)\npcolor(x, y, c)",
            en = "Draws a matrix as coloured cells between the grid's points." + GRID_EN,
            ru = "Рисует матрицу цветными клетками между узлами сетки." + GRID_RU,
            examples = {"pcolor([1 2 3; 4 5 6])"})
    public static Value[] pcolor(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "pcolor", arguments);
        Grid g = grid(d);
        d.newPlot();
        Surface cells = new Surface(g, g.z());
        cells.flat = true;
        d.add(cells);
        return d.done(nargout);
    }

    @Function(
            call = "quiver(u, v)\nquiver(x, y, u, v)\nquiver(x, y, u, v, scale, spec, Name, Value)",
            en =
                    "Draws arrows (u, v) at the points (x, y), scaled so that they do not overlap; scale makes them longer, 0 keeps their "
                            + "true length.",
            ru =
                    "Рисует стрелки (u, v) в точках (x, y), масштабируя их, чтобы не перекрывались; scale удлиняет, 0 оставляет настоящую длину.",
            examples = {"[x, y] = meshgrid(-1:1); quiver(x, y, -x, -y)"})
    public static Value[] quiver(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "quiver", arguments);
        Numeric a = d.numbers();
        Numeric b = d.numbers();
        boolean four = d.numberNext() && d.peek(1) instanceof Numeric n && !(n instanceof nabla.value.Char);
        Numeric u = four ? d.numbers() : a;
        Numeric v = four ? d.numbers() : b;
        if (u.numel() != v.numel()) throw d.sizes(u, v);
        int m = u.rows();
        int n = u.columns();
        Grid g = four && a.numel() == u.numel() && b.numel() == u.numel()
                ? new Grid(m, n, a.toDoubles(), b.toDoubles(), null)
                : Grid.of(four ? a.toDoubles() : Drawing.oneTo(n), four ? b.toDoubles() : Drawing.oneTo(m), null, m, n);
        double factor = d.numberNext() ? Drawing.scalar(d.numbers()) : 1;
        if (d.wordNext() && d.flag("off")) factor = 0;
        Axes axes = d.newPlot();
        double scale = factor == 0 ? 1 : factor * Quiver.fitting(g.x(), g.y(), u.toDoubles(), v.toDoubles());
        Quiver q = d.add(new Quiver(g.x(), g.y(), u.toDoubles(), v.toDoubles(), scale));
        LineSpec spec = d.spec();
        q.color = spec != null && spec.color() != Colors.AUTO ? spec.color() : axes.nextColor();
        return d.done(nargout);
    }

    @Function(
            call = "imagesc(c)\nimagesc(x, y, c)\nimagesc(c, limits)",
            en = "Shows a matrix as coloured cells, its range spread over the colormap; the first row is on top.",
            ru = "Показывает матрицу цветными клетками, растягивая размах значений на всю палитру; первая строка вверху.",
            examples = {"imagesc([1 2; 3 4])"})
    public static Value[] imagesc(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "imagesc", arguments);
        image(d, true);
        if (d.numberNext()) d.axes().colorLimits = d.numbers().toDoubles();
        return d.done(nargout);
    }

    @Function(
            call = "image(c)\nimage(x, y, c)",
            en = "Shows a matrix whose elements count the colormap's colours, or an m-by-n-by-3 array of colours.",
            ru = "Показывает матрицу номеров цветов палитры или массив цветов m×n×3.",
            examples = {"image([1 100; 200 256])"})
    public static Value[] image(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "image", arguments);
        image(d, false);
        return d.done(nargout);
    }

    @Function(
            call = "imshow(c)\nimshow(c, [low high])",
            en = "Shows a picture: grey values from 0 to 1 (0 to 255 for uint8), or m-by-n-by-3 colours; no axes.",
            ru = "Показывает изображение: яркости от 0 до 1 (от 0 до 255 для uint8) или цвета m×n×3; без осей.",
            examples = {"imshow([0 0.5; 1 0])"})
    public static Value[] imshow(Session s, @Nargout int nargout, Value... arguments) {
        Drawing d = new Drawing(s, "imshow", arguments);
        boolean bytes = d.peek(0) instanceof nabla.value.Ints;
        Image i = image(d, true);
        Axes a = d.axes();
        a.visible = false;
        a.aspect = Axes.Aspect.IMAGE;
        if (i.values != null) {
            a.colormap = Colormap.named("gray");
            a.colorLimits = new double[] {0, bytes ? 255 : 1};
        }
        if (d.numberNext()) {
            double[] limits = d.numbers().toDoubles();
            a.colorLimits = limits.length == 2 ? limits : null;
        }
        return d.done(nargout);
    }

    private static Image image(Drawing d, boolean scaled) {
        Numeric c = d.numbers();
        double[] x = null;
        double[] y = null;
        if (d.numberNext() && d.peek(1) instanceof Numeric) {
            x = c.toDoubles();
            y = d.numbers().toDoubles();
            c = d.numbers();
        }
        Axes a = d.axes();
        boolean held = a.hold;
        d.newPlot();
        boolean colored = c.ndims() == 3 && c.dims()[2] == 3;
        Image i = d.add(new Image(c.rows(), c.columns(), colored ? null : c.toDoubles(), colored ? colors(c) : null));
        i.scaled = scaled;
        // colours of integers are numbered from 0
        if (!scaled && !colored && c instanceof nabla.value.Ints) for (int k = 0; k < i.values.length; k++) i.values[k]++;
        if (x != null && x.length > 0) i.x = new double[] {x[0], x[x.length - 1]};
        if (y != null && y.length > 0) i.y = new double[] {y[0], y[y.length - 1]};
        if (!held) a.y.reverse = true;
        return i;
    }

    private static int[] colors(Numeric c) {
        int n = c.rows() * c.columns();
        double one = c instanceof nabla.value.Ints ? 255 : 1;
        int[] r = new int[n];
        for (int k = 0; k < n; k++) r[k] = Colors.of(c.re(k) / one, c.re(k + n) / one, c.re(k + 2 * n) / one);
        return r;
    }

    @Function(
            call = "shading flat\nshading faceted\nshading interp",
            en = "How surfaces are coloured: each facet plain, plain with edges, or blending.",
            ru = "Окраска поверхностей: каждая грань одним цветом (flat), то же с рёбрами (faceted) или плавно (interp).",
            examples = {"surf(peaks(20)); shading interp"})
    public static void shading(Session s, Value... arguments) {
        Drawing d = new Drawing(s, "shading", arguments);
        String kind = d.word();
        if (!List.of("flat", "faceted", "interp").contains(kind)) throw d.wrong(kind);
        for (var i : d.axes().items) {
            if (!(i instanceof Surface f)) continue;
            f.edge = kind.equals("faceted") ? Colors.BLACK : Colors.NONE;
            f.face = kind.equals("interp") ? Colors.INTERP : Colors.FLAT;
        }
    }
}
