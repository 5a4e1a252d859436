package nabla.library.optimization;

import java.util.Arrays;
import java.util.Locale;
import nabla.engine.Session;
import nabla.library.Function;
import nabla.plot.Axes;
import nabla.plot.Bars;
import nabla.plot.Figures;
import nabla.plot.GrowingLine;
import nabla.plot.Item;
import nabla.plot.Legend;
import nabla.plot.Scatter;
import nabla.plot.Text;
import nabla.value.Lang;
import nabla.value.Numeric;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * The plot functions for the option 'PlotFcn' of the solvers, under MATLAB's names. A run calls them as it calls output functions, with
 * axes of their own as the current ones: at init they set these up, at each iter they add to them.
 */
public final class PlotFunctions {
    private static final int BLUE = 0x1f77b4;
    private static final int RED = 0xd62728;
    private static final int PALE = 0xaec7e8;
    /** Values that differ by more than this factor are drawn on a logarithmic ruler. */
    private static final double WIDE = 100;
    /** More variables than this are no picture. */
    private static final int BARS = 200;

    private PlotFunctions() {}

    @Function(
            call = "stop = optimplotfval(x, optimValues, state)",
            en = "A plot function for the option 'PlotFcn' of the solvers: f(x) by iteration, on a logarithmic axis where it falls far.",
            ru = "Функция рисования для параметра 'PlotFcn': f(x) по шагам, на логарифмической оси, если убывает сильно.",
            examples = {"x = fminunc(@(x) sum(x.^4), [1 2], optimset('PlotFcns', @optimplotfval)); get(gca, 'YScale')  % ans = log"})
    public static boolean optimplotfval(Session session, Value x, Struct optimValues, String state) {
        Figures figures = session.state(Figures.class, Figures::new);
        Axes a = figures.axes();
        if (state.equals("init")) {
            figures.reset(a);
            line(figures, a, PALE, 1).displayName = "f(x)";
            line(figures, a, BLUE, 1.5).displayName = Lang.say("best", "лучшее");
            label(figures, a, Lang.say("iteration", "шаг"), "f(x)");
        } else if (state.equals("iter") && item(a, GrowingLine.class, 1) != null) {
            double k = number(optimValues, "iteration");
            double best = number(optimValues, "bestfval");
            item(a, GrowingLine.class, 0).add(k, number(optimValues, "fval"));
            item(a, GrowingLine.class, 1).add(k, best);
            a.y.log = item(a, GrowingLine.class, 1).spread() > WIDE;
            if (number(optimValues, "fval") > best && a.legend == null) legend(figures, a);
            title(figures, a, "f(x)", best);
        }
        return false;
    }

    @Function(
            call = "stop = optimplotfirstorderopt(x, optimValues, state)",
            en = "A plot function for 'PlotFcn': by iteration the length of the gradient, or how far x is from the conditions for a minimum.",
            ru = "Функция рисования для 'PlotFcn': по шагам длина градиента или то, насколько x далека от условий минимума.",
            examples = {"x = fminunc(@(x) sum(x.^2), [1 2], optimset('PlotFcn', @optimplotfirstorderopt));"})
    public static boolean optimplotfirstorderopt(Session session, Value x, Struct optimValues, String state) {
        return curve(session, optimValues, state, "firstorderopt", "|\\nabla f|", true);
    }

    @Function(
            call = "stop = optimplotstepsize(x, optimValues, state)",
            en = "A plot function for 'PlotFcn': the length of the steps.",
            ru = "Функция рисования для 'PlotFcn': длина шагов.",
            examples = {"x = fminunc(@(x) sum(x.^2), [1 2], optimset('PlotFcn', @optimplotstepsize));"})
    public static boolean optimplotstepsize(Session session, Value x, Struct optimValues, String state) {
        return curve(session, optimValues, state, "stepsize", Lang.say("step", "шаг"), true);
    }

    @Function(
            call = "stop = optimplotfunccount(x, optimValues, state)",
            en = "A plot function for 'PlotFcn': the evaluations of f so far.",
            ru = "Функция рисования для 'PlotFcn': сколько раз вычислена f.",
            examples = {"x = fminunc(@(x) sum(x.^2), [1 2], optimset('PlotFcn', @optimplotfunccount));"})
    public static boolean optimplotfunccount(Session session, Value x, Struct optimValues, String state) {
        return curve(session, optimValues, state, "funccount", Lang.say("evaluations", "вычислений"), false);
    }

    @Function(
            call = "stop = optimplotconstrviolation(x, optimValues, state)",
            en = "A plot function for 'PlotFcn' of fmincon: the greatest violation of a constraint.",
            ru = "Функция рисования для 'PlotFcn' у fmincon: наибольшее нарушение ограничения.",
            examples = {"x = fmincon(@(x) x^2, 2, -1, -1, [], [], [], [], [], optimset('PlotFcn', @optimplotconstrviolation))  % x = 1"})
    public static boolean optimplotconstrviolation(Session session, Value x, Struct optimValues, String state) {
        return curve(session, optimValues, state, "constrviolation", Lang.say("violation", "нарушение"), false);
    }

    @Function(
            call = "stop = optimplotresnorm(x, optimValues, state)",
            en = "A plot function for 'PlotFcn' of lsqnonlin, lsqcurvefit, fsolve: the sum of squares.",
            ru = "Функция рисования для 'PlotFcn' у lsqnonlin, lsqcurvefit, fsolve: сумма квадратов.",
            examples = {"x = lsqnonlin(@(x) [x(1) - 1; x(2)^2], [2 2], [], [], optimset('PlotFcn', @optimplotresnorm));"})
    public static boolean optimplotresnorm(Session session, Value x, Struct optimValues, String state) {
        return curve(session, optimValues, state, "resnorm", "|r|^2", true);
    }

    @Function(
            call = "stop = optimplotx(x, optimValues, state)",
            en = "A plot function for 'PlotFcn': the variables as bars.",
            ru = "Функция рисования для 'PlotFcn': переменные столбиками.",
            examples = {"x = fminunc(@(x) sum(x.^2), [1 2], optimset('PlotFcn', @optimplotx));"})
    public static boolean optimplotx(Session session, Value x, Struct optimValues, String state) {
        Figures figures = session.state(Figures.class, Figures::new);
        Axes a = figures.axes();
        double[] v = Parameters.of("optimplotx", x).start();
        if (v.length > BARS) v = Arrays.copyOf(v, BARS);
        double[] at = new double[v.length];
        for (int i = 0; i < at.length; i++) at[i] = i + 1;
        if (state.equals("init")) {
            figures.reset(a);
            Bars bars = add(figures, a, new Bars(at, new double[v.length], v, 0.8));
            bars.face = BLUE;
            bars.edge = BLUE;
            label(figures, a, Lang.say("variable", "переменная"), "x");
            if (v.length < 10) a.x.ticks = at;
        } else if (item(a, Bars.class, 0) != null) {
            item(a, Bars.class, 0).to = v;
            figures.changed(a);
        }
        return false;
    }

    @Function(
            call = "stop = optimplotpopulation(x, optimValues, state)",
            en = "A plot function for 'PlotFcn' of the methods with populations (cmaes, de, ga, particleswarm, ...): the points in their first "
                    + "two variables, the best one red.",
            ru = "Функция рисования для 'PlotFcn' у методов с популяцией (cmaes, de, ga, particleswarm, ...): точки по первым двум "
                    + "переменным, лучшая — красная.",
            examples = {"x = de(@(x) sum(x.^2), [-1 -1], [1 1], 'MaxIter', 5, 'PlotFcn', @optimplotpopulation);"})
    public static boolean optimplotpopulation(Session session, Value x, Struct optimValues, String state) {
        Figures figures = session.state(Figures.class, Figures::new);
        Axes a = figures.axes();
        if (state.equals("init")) {
            figures.reset(a);
            add(figures, a, new Scatter(new double[0], new double[0], null)).color = BLUE;
            Scatter best = add(figures, a, new Scatter(new double[0], new double[0], null));
            best.color = RED;
            best.filled = true;
            label(figures, a, "x_1", "x_2");
        }
        if (state.equals("done") || !(optimValues.get("population") instanceof Numeric p) || item(a, Scatter.class, 1) == null) return false;
        place(item(a, Scatter.class, 0), p);
        place(item(a, Scatter.class, 1), (Numeric) optimValues.get("bestx"));
        title(figures, a, "k", number(optimValues, "iteration"));
        return false;
    }

    /** The first two columns of the points; with one variable, y is 0. A point alone may stand in any shape. */
    private static void place(Scatter s, Numeric points) {
        int n = points.rows() == 1 || points.columns() == 1 && s.filled ? 1 : points.rows();
        s.x = new double[n];
        s.y = new double[n];
        for (int k = 0; k < n; k++) {
            s.x[k] = points.re(k);
            s.y[k] = points.numel() > n ? points.re(k + n) : 0;
        }
    }

    @Function(
            call = "stop = optimplotloss(x, optimValues, state)",
            en = "A plot function for 'PlotFcn' of train: the loss of the batches, its mean by epoch, the loss of the validation data.",
            ru = "Функция рисования для 'PlotFcn' у train: функция потерь на порциях данных, её среднее по эпохам и на проверочных данных.",
            examples = {"X = (1:20)'; w = train(@(w, X, Y) mean((X*w - Y).^2), 0, {X, 3*X}, gd(0.003), 'Batch', 5, 'PlotFcn', @optimplotloss);"})
    public static boolean optimplotloss(Session session, Value x, Struct optimValues, String state) {
        Figures figures = session.state(Figures.class, Figures::new);
        Axes a = figures.axes();
        if (state.equals("init")) {
            figures.reset(a);
            line(figures, a, PALE, 0.5).displayName = Lang.say("batches", "порции");
            line(figures, a, BLUE, 1.5).displayName = Lang.say("epochs", "эпохи");
            GrowingLine validation = line(figures, a, RED, 1.5);
            validation.displayName = Lang.say("validation", "проверка");
            validation.inLegend = false;
            label(figures, a, Lang.say("epoch", "эпоха"), Lang.say("loss", "потеря"));
            legend(figures, a);
        } else if (state.equals("iter") && item(a, GrowingLine.class, 2) != null) {
            double epoch = number(optimValues, "epoch");
            item(a, GrowingLine.class, 0).add(epoch, number(optimValues, "fval"));
            if (optimValues.has("loss")) item(a, GrowingLine.class, 1).add(epoch, number(optimValues, "loss"));
            if (optimValues.has("validation")) {
                item(a, GrowingLine.class, 2).add(epoch, number(optimValues, "validation"));
                item(a, GrowingLine.class, 2).inLegend = true;
            }
            a.y.log = item(a, GrowingLine.class, 0).spread() > WIDE;
            title(figures, a, a.y.label.string, number(optimValues, "fval"));
        }
        return false;
    }

    /** @param wide whether the ruler is logarithmic at once */
    private static boolean curve(Session session, Struct info, String state, String quantity, String label, boolean wide) {
        Figures figures = session.state(Figures.class, Figures::new);
        Axes a = figures.axes();
        double v = number(info, quantity);
        if (state.equals("init")) {
            figures.reset(a);
            line(figures, a, BLUE, 1.5);
            label(figures, a, Lang.say("iteration", "шаг"), label);
        } else if (state.equals("iter") && item(a, GrowingLine.class, 0) != null) {
            GrowingLine line = item(a, GrowingLine.class, 0);
            line.add(number(info, "iteration"), v);
            a.y.log = line.spread() > (wide ? 1 : WIDE);
            title(figures, a, label, v);
        }
        return false;
    }

    private static void write(Figures figures, Axes a, Text t, String words) {
        t.string = words;
        t.axes = a;
        figures.register(t);
    }

    private static void title(Figures figures, Axes a, String what, double v) {
        boolean plain = v == Math.rint(v) && Math.abs(v) < 1e9;
        write(figures, a, a.title, String.format(Locale.ROOT, plain ? "%s = %.0f" : "%s = %.5g", what, v));
        figures.changed(a);
    }

    private static void legend(Figures figures, Axes a) {
        a.legend = new Legend();
        a.legend.axes = a;
        figures.register(a.legend);
    }

    private static double number(Struct info, String name) {
        return info.has(name) && info.get(name) instanceof Numeric n && n.isScalar() ? n.re(0) : Double.NaN;
    }

    private static void label(Figures figures, Axes a, String x, String y) {
        write(figures, a, a.x.label, x);
        write(figures, a, a.y.label, y);
        a.x.grid = true;
        a.y.grid = true;
    }

    private static GrowingLine line(Figures figures, Axes a, int color, double width) {
        GrowingLine l = add(figures, a, new GrowingLine());
        l.color = color;
        l.width = width;
        return l;
    }

    private static <T extends Item> T add(Figures figures, Axes a, T item) {
        a.add(item);
        figures.register(item);
        figures.changed(a);
        return item;
    }

    /** The k-th of a kind in the axes, null when there are not so many. */
    private static <T extends Item> T item(Axes a, Class<T> kind, int k) {
        return a.items.stream().filter(kind::isInstance).map(kind::cast).skip(k).findFirst().orElse(null);
    }
}
