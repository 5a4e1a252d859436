package nabla.library.optimization;

import java.util.Arrays;
import java.util.function.IntFunction;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.optim.Box;
import nabla.optim.FiniteDifferences;
import nabla.optim.Objective;
import nabla.optim.Point;
import nabla.value.Failure;
import nabla.value.FunctionHandle;
import nabla.value.Numeric;
import nabla.value.Overloaded;
import nabla.value.Value;

/**
 * A function of the language as an objective: points go to it in the start's form. Its gradient is the one that was given, else the
 * exact one by differentiating the function, else, where that can't be, central differences: one attempt at the start decides.
 */
final class Scripted implements Objective {
    /** Where the gradients come from. */
    enum Source {
        GIVEN,
        EXACT,
        DIFFERENCES
    }

    private final String caller;
    private final Session session;
    private final FunctionHandle f;
    private final FunctionHandle gradient;
    private final boolean second;
    private final Parameters form;
    private final Foreseen foreseen;
    private final Answers answers;
    private Value[] rest = {};
    /** Null before the attempt. */
    private Source source;

    private boolean own;
    /** Where the attempt is made. */
    private double[] start;
    /** Where the function may be asked. */
    private Box box;
    /** What the attempt at the start gave, until it is asked for. */
    private Point first;

    /**
     * @param gradient the gradient as a function, or null
     * @param second whether f gives the gradient as its second result
     */
    Scripted(String caller, Session session, FunctionHandle f, FunctionHandle gradient, boolean second, Parameters form, Options options) {
        this.caller = caller;
        this.session = session;
        this.f = f;
        this.gradient = gradient;
        this.second = second;
        this.form = form;
        foreseen = new Foreseen(caller, session, f, options, this::arguments);
        answers = Answers.ofObjective(caller, options);
        start = form.start();
        box = Box.free(start.length);
        own = gradient != null || second;
        if (own) source = Source.GIVEN;
    }

    /** The same function in a session, with twins of its handles. */
    private Scripted(Scripted of, Session session, FunctionHandle f, FunctionHandle gradient) {
        caller = of.caller;
        this.session = session;
        this.f = f;
        this.gradient = gradient;
        second = of.second;
        form = of.form;
        start = of.start;
        box = of.box;
        foreseen = null;
        answers = of.answers;
        rest = of.rest;
        source = of.source();
        own = of.own;
    }

    /** The run will start at this point of the form, not at the form itself, and stay within a box: so do differences. */
    void startsIn(Box within, double[] x) {
        box = within;
        start = within.inside(x);
    }

    Value point(double[] x) {
        return form.at(x);
    }

    /** A point as a result: of single precision where the start is. */
    Value result(double[] x) {
        return form.result(x);
    }

    /** The run does not depend on one start: see {@link Answers#lenient}. */
    Scripted ofManyPoints() {
        answers.lenient();
        return this;
    }

    /** The function and its gradient as a function, null when there is none. */
    FunctionHandle[] functions() {
        return new FunctionHandle[] {f, gradient};
    }

    /** An objective of its own for one run of many, in this session or a fork; the source of gradients is settled here. */
    Scripted again(Session session, FunctionHandle... functions) {
        return new Scripted(this, session, functions[0], functions[1]);
    }

    Parameters form() {
        return form;
    }

    /** The function as it is written. */
    String text() {
        return f.text();
    }

    /** From now on the function gets these arguments after the point. */
    void rest(Value... arguments) {
        rest = arguments;
        foreseen.forget();
    }

    private Value[] arguments(double[] x) {
        Value[] all = new Value[1 + rest.length];
        all[0] = point(x);
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    @Override
    public double value(double[] x) {
        session.poll();
        Value known = foreseen == null ? null : foreseen.at(x);
        return answers.one(known != null ? known : Points.at(f, arguments(x)));
    }

    @Override
    public void ahead(int n, IntFunction<double[]> points) {
        if (foreseen != null) foreseen.points(n, points);
    }

    /** Ends the run: tells what its user is to know. */
    void conclude() {
        foreseen.conclude();
    }

    @Override
    public double[] gradient(double[] x) {
        return switch (source()) {
            case GIVEN -> gradient != null ? numbers(gradient.apply(arguments(x))) : both(x).gradient();
            case EXACT -> both(x).gradient();
            case DIFFERENCES -> FiniteDifferences.central(this, x, box);
        };
    }

    @Override
    public Point both(double[] x) {
        session.poll();
        if (source() == Source.EXACT) {
            Point p = differentiated(x);
            if (p != null) return p;
            source = Source.DIFFERENCES;
        }
        if (!second) return Objective.super.both(x);
        Value[] r = f.target().call(arguments(x), 2);
        if (r.length < 2) throw Failure.of("%s: the function gives no gradient", "%s: функция не даёт градиента", caller);
        return new Point(x, answers.one(r[0]), numbers(r[1]));
    }

    /** By differentiating the exact gradient; by differences of the gradient where it is no such one or the start no array. */
    @Override
    public double[] hessian(double[] x) {
        if (source() == Source.EXACT && point(x) instanceof Numeric p) {
            try {
                return ((Numeric) Gradients.hessian(session, f, p, rest)).toDoubles().clone();
            } catch (Failure once) {
                // differentiable once only
            }
        }
        return FiniteDifferences.hessian(this, x, box);
    }

    /** Whether the gradient costs no values: it was given, or f could be differentiated at the start; one answer for all of a run. */
    @Override
    public boolean hasGradient() {
        source();
        return own;
    }

    /** Where the gradients come from. One that vanishes at the start while f changes, as when numbers pass through text, is not trusted. */
    Source source() {
        if (source == null) {
            first = exact(start);
            if (first != null && vanishes(first.gradient()) && !vanishes(FiniteDifferences.central(this, first.x(), box))) first = null;
            source = first == null ? Source.DIFFERENCES : Source.EXACT;
            own = first != null;
        }
        return source;
    }

    private static boolean vanishes(double[] g) {
        for (double v : g) if (v != 0) return false;
        return true;
    }

    /** The value and the gradient of f by differentiating it; null when it computes what has no derivative. */
    private Point differentiated(double[] x) {
        Point p = first != null && Arrays.equals(x, first.x()) ? first : exact(x);
        first = null;
        return p;
    }

    private Point exact(double[] x) {
        try {
            Value[] r = Gradients.of(session, f, arguments(x));
            return r == null ? null : new Point(x, answers.one(r[0]), form.numbers(r[1]));
        } catch (Failure e) {
            // what is wrong with f itself is told when its value is asked for
            return null;
        }
    }

    /** The exact gradient of f, whatever gradient was given; null where f can't be differentiated. */
    double[] exactGradient(double[] x) {
        Point p = exact(x);
        return p == null || vanishes(p.gradient()) && !vanishes(FiniteDifferences.central(this::value, x, box)) ? null : p.gradient();
    }

    /** The exact gradient of f, whatever gradient was given, else that by differences. */
    double[] right(double[] x) {
        double[] g = exactGradient(x);
        return g == null ? FiniteDifferences.central(this::value, x, box) : g;
    }

    private double[] numbers(Value g) {
        double[] d = form.numbers(Overloaded.ordinary(g));
        if (d != null) return d;
        throw Failure.of("%s: the gradient must have %d real elements, in the form of x0",
                "%s: в градиенте должно быть %d вещественных чисел, в форме x0", caller, form.count());
    }
}
