package nabla.library.optimization;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.plot.Axes;
import nabla.plot.Figure;
import nabla.plot.Figures;
import nabla.value.Callable;
import nabla.value.Cell;
import nabla.value.Char;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** The functions that an option hands a run to be told of its states: stop = g(x, info, state), one or a cell of them, handles or names. */
final class Listeners {
    /** Pictures take no more than this part of the time of a run. */
    private static final int SHARE = 5;

    private static final long REFRESH = 100_000_000L;

    /** MATLAB's names of what is one function here. */
    private static final Map<String, String> SAME = Map.of(
            "gaplotbestf", "optimplotfval",
            "gaplotbestindiv", "optimplotx",
            "pswplotbestf", "optimplotfval",
            "saplotbestf", "optimplotfval",
            "saplotf", "optimplotfval",
            "saplotbestx", "optimplotx",
            "saplotx", "optimplotx",
            "gaplotpopulation", "optimplotpopulation");

    /** A plot function and the axes it draws into. */
    private record Panel(FunctionHandle g, Axes axes) {}

    private final String caller;
    private final Session session;
    private final List<FunctionHandle> told = new ArrayList<>();
    private final List<FunctionHandle> plots = new ArrayList<>();
    private final boolean usual;
    private List<Panel> panels;
    private long due;

    /** @param options 'OutputFcn', 'PlotFcn' and 'Plot' of them */
    Listeners(String caller, Session session, Options options) {
        this.caller = caller;
        this.session = session;
        functions("OutputFcn", options.get("OutputFcn"), told);
        functions("PlotFcn", options.get("PlotFcn"), plots);
        usual = plots.isEmpty() && options.flag("Plot", false);
    }

    private void functions(String option, Value v, List<FunctionHandle> list) {
        if (v instanceof Cell c) {
            for (Value e : c.data()) functions(option, e, list);
        } else if (v instanceof FunctionHandle f) {
            list.add(f);
        } else if (v instanceof Char name) {
            list.add(named(name.text()));
        } else if (v != null && !v.isEmpty()) {
            throw Failure.of("%s: %s must be a function, its name, or a cell of such", "%s: %s — функция, её имя или ячейки из них", caller, option);
        }
    }

    private FunctionHandle named(String name) {
        Callable g = session.function(name);
        if (g == null && SAME.containsKey(name)) g = session.standard(SAME.get(name));
        if (g != null) return new FunctionHandle(name, false, g);
        throw Failure.of("%s: there is no function %s to be told of the run", "%s: функции %s, которой сообщать о прогоне, нет", caller, name);
    }

    /** Whether there are any. */
    boolean any() {
        return usual || !told.isEmpty() || !plots.isEmpty();
    }

    /** Tells all of a state of the run; whether one of them said stop. */
    boolean tell(Value x, Struct info, String state) {
        boolean stop = false;
        for (FunctionHandle g : told) stop |= g.apply(x, info, Char.of(state)).isTrue();
        return plotted(x, info, state) || stop;
    }

    private boolean plotted(Value x, Struct info, String state) {
        if (plots.isEmpty() && !usual) return false;
        Figures figures = session.state(Figures.class, Figures::new);
        if (panels == null) arrange(figures, x, info);
        boolean stop = false;
        for (Iterator<Panel> all = panels.iterator(); all.hasNext(); ) {
            Panel p = all.next();
            if (figures.find(p.axes.handle) != p.axes) {
                all.remove();
                continue;
            }
            figures.use(p.axes);
            stop |= p.g.apply(x, info, Char.of(state)).isTrue();
        }
        if (System.nanoTime() >= due) {
            long before = System.nanoTime();
            figures.draw();
            long now = System.nanoTime();
            due = now + Math.max(REFRESH, SHARE * (now - before));
        }
        return stop;
    }

    /** A figure with axes for each of the plot functions. */
    private void arrange(Figures figures, Value x, Struct info) {
        if (usual) for (String name : usual(info)) plots.add(named(name));
        int n = plots.size();
        int rows = n > 3 ? 2 : 1;
        int columns = (n + rows - 1) / rows;
        Figure f = figures.newFigure();
        f.width = 80 + 380 * columns;
        f.height = 60 + 330 * rows;
        panels = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            session.standard("subplot").call(new Value[] {Real.of(rows), Real.of(columns), Real.of(k + 1)}, 0);
            panels.add(new Panel(plots.get(k), figures.axes()));
        }
    }

    /** What a run is drawn with unless its user chooses: the value, the gradient if there is one, the point or all points. */
    private static List<String> usual(Struct info) {
        List<String> names = new ArrayList<>(List.of(info.has("epoch") ? "optimplotloss" : "optimplotfval"));
        if (info.has("gradient")) names.add("optimplotfirstorderopt");
        if (info.has("constrviolation")) names.add("optimplotconstrviolation");
        names.add(info.has("population") ? "optimplotpopulation" : "optimplotx");
        return names;
    }
}
