package nabla.library.plotting;

import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.plot.Axes;
import nabla.plot.Colormap;
import nabla.plot.Figure;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Colormaps: choosing them, and their tables of colours. */
final class PlottingColors {
    private PlottingColors() {}

    @Function(
            call = "colormap(name)\ncolormap(table)\nm = colormap",
            en =
                    "Sets the figure's colormap by name (viridis, jet, gray, hot, ...) or by rows [r g b] from 0 to 1, or gives its table.",
            ru =
                    "Задаёт палитру рисунка именем (viridis, jet, gray, hot, ...) или строками [r g b] от 0 до 1, либо возвращает её таблицу.",
            examples = {"colormap([0 0 0; 1 1 1]); isequal(colormap, [0 0 0; 1 1 1])  % 1"})
    public static Value[] colormap(Session s, @Nargout int nargout, Value... arguments) {
        boolean own = arguments.length > 1;
        Drawing d = new Drawing(s, "colormap", arguments);
        Axes a = d.axes();
        boolean asks = !d.more();
        if (!asks) {
            Colormap map = map(d.next());
            d.end();
            Figure f = a.figure;
            if (own) a.colormap = map;
            else {
                f.colormap = map;
                for (Axes each : f.axes) each.colormap = null;
            }
        }
        if (!asks && nargout == 0) return new Value[0];
        return new Value[] {table(a.map().rows())};
    }

    private static Colormap map(Value v) {
        if (v instanceof Char c) {
            Colormap m = Colormap.named(c.text());
            if (m != null) return m;
            throw Failure.of(
                    "colormap: \"%s\" is unknown; there are %s",
                    "colormap: «%s» неизвестна; есть %s", c.text(), String.join(", ", Colormap.names()));
        }
        if (!(v instanceof Numeric n) || n.columns() != 3 || n.rows() == 0) {
            throw Failure.of(
                    "colormap: rows [r g b] from 0 to 1 are needed", "colormap: нужны строки [r g b] от 0 до 1");
        }
        int m = n.rows();
        double[][] rows = new double[m][];
        for (int k = 0; k < m; k++) rows[k] = new double[] {n.re(k), n.re(k + m), n.re(k + 2 * m)};
        return new Colormap("custom", rows);
    }

    private static Real table(double[][] rows) {
        double[] r = new double[3 * rows.length];
        for (int k = 0; k < rows.length; k++) for (int j = 0; j < 3; j++) r[k + j * rows.length] = rows[k][j];
        return new Real(r, rows.length, 3);
    }

    private static Real table(String name, int n) {
        return table(Colormap.named(name).rows(Math.max(0, n)));
    }

    @Function(
            call = "m = viridis(n)",
            en = "The colormap viridis as n (256) rows [r g b]: from dark violet over green to yellow; the default.",
            ru = "Палитра viridis — n (256) строк [r g b]: от тёмно-фиолетового через зелёный к жёлтому; по умолчанию.",
            examples = {"size(viridis(8))  % 8 3"})
    public static Real viridis(@Default("256") int n) {
        return table("viridis", n);
    }

    @Function(
            call = "m = plasma(n)",
            en = "The colormap plasma as n (256) rows [r g b]: from blue over magenta to yellow.",
            ru = "Палитра plasma — n (256) строк [r g b]: от синего через пурпурный к жёлтому.",
            examples = {"size(plasma(8))  % 8 3"})
    public static Real plasma(@Default("256") int n) {
        return table("plasma", n);
    }

    @Function(
            call = "m = inferno(n)",
            en = "The colormap inferno as n (256) rows [r g b]: from black over red to pale yellow.",
            ru = "Палитра inferno — n (256) строк [r g b]: от чёрного через красный к бледно-жёлтому.",
            examples = {"size(inferno(8))  % 8 3"})
    public static Real inferno(@Default("256") int n) {
        return table("inferno", n);
    }

    @Function(
            call = "m = magma(n)",
            en = "The colormap magma as n (256) rows [r g b]: from black over magenta to cream.",
            ru = "Палитра magma — n (256) строк [r g b]: от чёрного через пурпурный к кремовому.",
            examples = {"size(magma(8))  % 8 3"})
    public static Real magma(@Default("256") int n) {
        return table("magma", n);
    }

    @Function(
            call = "m = parula(n)",
            en = "The colormap parula as n (256) rows [r g b]: from blue over green to yellow.",
            ru = "Палитра parula — n (256) строк [r g b]: от синего через зелёный к жёлтому.",
            examples = {"size(parula(8))  % 8 3"})
    public static Real parula(@Default("256") int n) {
        return table("parula", n);
    }

    @Function(
            call = "m = turbo(n)",
            en = "The colormap turbo as n (256) rows [r g b]: a rainbow with even steps.",
            ru = "Палитра turbo — n (256) строк [r g b]: радуга с ровными переходами.",
            examples = {"size(turbo(8))  % 8 3"})
    public static Real turbo(@Default("256") int n) {
        return table("turbo", n);
    }

    @Function(
            call = "m = jet(n)",
            en = "The colormap jet as n (256) rows [r g b]: from blue over cyan and yellow to red.",
            ru = "Палитра jet — n (256) строк [r g b]: от синего через голубой и жёлтый к красному.",
            examples = {"jet(3)  % 0 0 1; 0 1 1; 1 1 0"})
    public static Real jet(@Default("256") int n) {
        return table("jet", n);
    }

    @Function(
            call = "m = gray(n)",
            en = "The colormap gray as n (256) rows [r g b]: from black to white.",
            ru = "Палитра gray — n (256) строк [r g b]: от чёрного к белому.",
            examples = {"isequal(gray(2), [0 0 0; 1 1 1])  % 1"})
    public static Real gray(@Default("256") int n) {
        return table("gray", n);
    }

    @Function(
            call = "m = hot(n)",
            en = "The colormap hot as n (256) rows [r g b]: from black over red and yellow to white.",
            ru = "Палитра hot — n (256) строк [r g b]: от чёрного через красный и жёлтый к белому.",
            examples = {"hot(4)  % 1.0000 0 0; 1.0000 1.0000 0; 1.0000 1.0000 0.5000; 1.0000 1.0000 1.0000"})
    public static Real hot(@Default("256") int n) {
        return table("hot", n);
    }

    @Function(
            call = "m = cool(n)",
            en = "The colormap cool as n (256) rows [r g b]: from cyan to magenta.",
            ru = "Палитра cool — n (256) строк [r g b]: от голубого к пурпурному.",
            examples = {"cool(2)  % 0 1 1; 1 0 1"})
    public static Real cool(@Default("256") int n) {
        return table("cool", n);
    }

    @Function(
            call = "m = spring(n)",
            en = "The colormap spring as n (256) rows [r g b]: from magenta to yellow.",
            ru = "Палитра spring — n (256) строк [r g b]: от пурпурного к жёлтому.",
            examples = {"spring(2)  % 1 0 1; 1 1 0"})
    public static Real spring(@Default("256") int n) {
        return table("spring", n);
    }

    @Function(
            call = "m = summer(n)",
            en = "The colormap summer as n (256) rows [r g b]: from green to yellow.",
            ru = "Палитра summer — n (256) строк [r g b]: от зелёного к жёлтому.",
            examples = {"summer(2)  % 0 0.5000 0.4000; 1.0000 1.0000 0.4000"})
    public static Real summer(@Default("256") int n) {
        return table("summer", n);
    }

    @Function(
            call = "m = autumn(n)",
            en = "The colormap autumn as n (256) rows [r g b]: from red to yellow.",
            ru = "Палитра autumn — n (256) строк [r g b]: от красного к жёлтому.",
            examples = {"autumn(2)  % 1 0 0; 1 1 0"})
    public static Real autumn(@Default("256") int n) {
        return table("autumn", n);
    }

    @Function(
            call = "m = winter(n)",
            en = "The colormap winter as n (256) rows [r g b]: from blue to green.",
            ru = "Палитра winter — n (256) строк [r g b]: от синего к зелёному.",
            examples = {"winter(2)  % 0 0 1.0000; 0 1.0000 0.5000"})
    public static Real winter(@Default("256") int n) {
        return table("winter", n);
    }

    @Function(
            call = "m = bone(n)",
            en = "The colormap bone as n (256) rows [r g b]: grey with a breath of blue.",
            ru = "Палитра bone — n (256) строк [r g b]: серый с оттенком синего.",
            examples = {"8*bone(2)  % 0.5000 1.0000 1.0000; 8.0000 8.0000 8.0000"})
    public static Real bone(@Default("256") int n) {
        return table("bone", n);
    }

    @Function(
            call = "m = copper(n)",
            en = "The colormap copper as n (256) rows [r g b]: from black to copper.",
            ru = "Палитра copper — n (256) строк [r g b]: от чёрного к медному.",
            examples = {"copper(2)  % 0 0 0; 1.0000 0.7812 0.4975"})
    public static Real copper(@Default("256") int n) {
        return table("copper", n);
    }

    @Function(
            call = "m = pink(n)",
            en = "The colormap pink as n (256) rows [r g b]: pastel sepia.",
            ru = "Палитра pink — n (256) строк [r g b]: пастельная сепия.",
            examples = {"round(1000*pink(2))  % 577 577 408; 1000 1000 1000"})
    public static Real pink(@Default("256") int n) {
        return table("pink", n);
    }

    @Function(
            call = "m = hsv(n)",
            en = "The colormap hsv as n (256) rows [r g b]: round the circle of hues.",
            ru = "Палитра hsv — n (256) строк [r g b]: по кругу оттенков.",
            examples = {"hsv(3)  % 1 0 0; 0 1 0; 0 0 1"})
    public static Real hsv(@Default("256") int n) {
        return table("hsv", n);
    }
}
