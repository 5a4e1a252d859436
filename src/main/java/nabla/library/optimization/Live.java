package nabla.library.optimization;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.library.Progress;
import nabla.library.Prompt;
import nabla.optim.Iterate;
import nabla.optim.Journal;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.optim.Watch;
import nabla.value.Failure;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * A run as its user follows it, the same for every solver: the functions that are told and that draw, the table and the last word of
 * 'Display', a line of progress once the run lasts longer than a second, the time it may take, the pause at Ctrl-C, the learning rate,
 * which can be turned in a pause, and the checkpoint.
 */
final class Live implements Watch {
    /** The options it takes, which every solver has. */
    private static final String[] OPTIONS = {"OutputFcn", "PlotFcn", "Plot", "Display", "Checkpoint", "MaxTime", "FunValCheck", "UseParallel"};

    /** The names of a solver's own options and of those. */
    static String[] options(String... own) {
        String[] all = Arrays.copyOf(own, own.length + OPTIONS.length);
        System.arraycopy(OPTIONS, 0, all, own.length, OPTIONS.length);
        return all;
    }

    /** What is said of a run at its end. */
    record Ending(boolean success, String text) {}

    private static final long PATIENCE = 1_000_000_000L;
    private static final int BAR = 20;
    private static final long REFRESH = 100_000_000L;

    private final Session session;
    private final Function<double[], Value> point;
    private final Listeners listeners;
    private final DisplayLevel display;
    private final IterationTable table;
    private final Journal journal;
    /** The seconds that the run may take. */
    private final double seconds;

    private long begun;
    /** Whether the run ends because its time is over. */
    private boolean overdue;

    private Function<Outcome, Ending> ending = o -> new Ending(o.reason().success(), Reasons.text(o.reason()));
    private Consumer<Struct> details = info -> {};
    private BooleanSupplier before;
    private volatile boolean wanted;
    private int depth;
    private long shown;
    private boolean visible;
    /** What the listeners were told last, null before the first time. */
    private Struct latest;

    /** The latest points of a method that moves many. */
    private double[][] population = {};

    /** Whether the user ended the run in a pause. */
    private boolean halted;

    private double[] last;
    private double length = Double.NaN;
    private int total;
    private double turned = Double.NaN;
    private double eta = Double.NaN;

    /**
     * @param point a point as the user's functions get it
     * @param identity what the run is: a checkpoint serves no other
     */
    Live(String caller, Session session, Options options, Function<double[], Value> point, String identity) {
        this.session = session;
        this.point = point;
        listeners = new Listeners(caller, session, options);
        display = DisplayLevel.of(caller, options);
        table = display == DisplayLevel.ITER ? new IterationTable(session.out()) : null;
        journal = journal(caller, options, identity);
        seconds = options.number("MaxTime", Double.POSITIVE_INFINITY);
        if (!(seconds >= 0)) throw Failure.of("%s: MaxTime must be 0 or more seconds", "%s: MaxTime — секунды, не меньше 0", caller);
    }

    private Journal journal(String caller, Options options, String identity) {
        String file = options.word("Checkpoint", null);
        try {
            return file == null ? null : Journal.open(session.folder().resolve(file), caller + "\n" + identity, () -> Failure.of(
                    "%s: the checkpoint %s is of another run: delete it, or name another file",
                    "%s: файл %s — от другого прогона: удалите его или дайте другое имя", caller, file));
        } catch (IOException e) {
            throw Failure.of("%s: the checkpoint %s can't be used: %s", "%s: файл %s не годится: %s", caller, file, e.getMessage());
        }
    }

    /** The journal of the function's answers, or null. */
    Journal journal() {
        return journal;
    }

    /** The latest points of a method that moves many, none for others. */
    double[][] population() {
        return population;
    }

    /** Whether every iterate is told of. */
    boolean followed() {
        return listeners.any() || table != null;
    }

    /** Whether the run has to look at the clock. */
    boolean timed() {
        return seconds < Double.POSITIVE_INFINITY;
    }

    /** Limits whose runs are followed here. */
    Minimizer follow(Minimizer m) {
        return m.watch(this).journal(journal);
    }

    /** From now on this is said at the end. */
    void ending(Function<Outcome, Ending> said) {
        ending = said;
    }

    /** From now on these are added to what the user's functions are told. */
    void details(Consumer<Struct> added) {
        details = added;
    }

    /** The run has so many steps in all: progress is shown as a bar. */
    void total(int steps) {
        total = steps;
    }

    /** The rate in force instead of the rule's own. */
    double eta(double own) {
        double noted = journal == null ? Double.NaN : journal.noted();
        if (noted == noted) turned = noted;
        return eta = turned == turned ? turned : own;
    }

    /** The learning rate is v from now on. */
    void turn(double v) {
        turned = v;
        if (journal != null) journal.note(v);
    }

    // ---- a run, or several that are parts of one -----------------------------------------------------------------

    @Override
    public void begin() {
        if (depth++ > 0) return;
        begun = System.nanoTime();
        shown = System.nanoTime() + PATIENCE - REFRESH;
        if (!interactive()) return;
        before = session.attention();
        session.attention(this::attend);
    }

    private boolean interactive() {
        return session.attended() && Prompt.of(session).interactive();
    }

    private boolean attend() {
        return !wanted && (wanted = true);
    }

    @Override
    public void end() {
        if (--depth > 0) return;
        hide();
        if (journal != null) journal.flush();
        if (interactive()) session.attention(before);
    }

    @Override
    public void done(Outcome o) {
        if (depth == 0) done(Iterate.end(o), () -> ending.apply(o));
    }

    /** Tells of the end of a run. */
    void done(Iterate end, Supplier<Ending> said) {
        if (latest != null) listeners.tell(point.apply(end.x()), filled(info(end)), "done");
        if (display == DisplayLevel.OFF && !halted) return;
        Ending e = said.get();
        (halted ? DisplayLevel.FINAL : display).conclude(session.out(), e.success(), e.text());
    }

    /** With what only the latest iterate knew: the gradient, the population. */
    private Struct filled(Struct info) {
        for (String name : latest.names()) if (!info.has(name)) info.with(name, latest.get(name));
        return info;
    }

    // ---- iterates ------------------------------------------------------------------------------------------------

    private boolean late() {
        return session.attended() && System.nanoTime() - shown > REFRESH;
    }

    @Override
    public boolean stop(Iterate i) {
        session.poll();
        if (i.generation() != null) population = i.generation();
        boolean followed = followed();
        boolean late = late();
        if (!followed && !late && !wanted) return ended(false);
        if (followed) measure(i.x());
        if (late) show(i);
        if (table != null) table.line(i, length);
        boolean stop = listeners.any() && told(i);
        return ended(wanted ? paused(i) || stop : stop);
    }

    /** The seconds since the run began. */
    double elapsed() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Whether the run ends now: somebody wants it to, or its time is over. */
    private boolean ended(boolean stop) {
        overdue = !stop && timed() && elapsed() >= seconds;
        return stop || overdue;
    }

    @Override
    public Reason why(int step) {
        return overdue ? Reason.of(Reason.Kind.TIME_OVER, elapsed(), seconds) : Watch.super.why(step);
    }

    private boolean told(Iterate i) {
        Value x = point.apply(i.x());
        Struct info = info(i);
        boolean stop = latest == null && listeners.tell(x, info, "init");
        latest = info;
        return stop || listeners.tell(x, info, "iter");
    }

    private void measure(double[] x) {
        if (last != null) {
            double sum = 0;
            for (int k = 0; k < x.length; k++) sum += (x[k] - last[k]) * (x[k] - last[k]);
            length = Math.sqrt(sum);
        }
        last = x.clone();
    }

    @Override
    public boolean restless() {
        return wanted || late() || timed() && elapsed() >= seconds;
    }

    @Override
    public boolean glance(Iterate best) {
        if (late()) show(best);
        return ended(wanted && paused(best));
    }

    /** The iterate as the user's functions see it. */
    private Struct info(Iterate i) {
        Struct s = Struct.scalar()
                .with("iteration", Real.of(i.step()))
                .with("funccount", Real.of(i.evaluations()))
                .with("fval", Real.of(i.value()))
                .with("bestfval", Real.of(i.best()))
                .with("bestx", point.apply(i.bestAt()))
                .with("stepsize", Real.of(length))
                .with("gradnorm", Real.of(i.optimality()))
                .with("firstorderopt", Real.of(i.optimality()))
                .with("eta", Real.of(eta));
        if (i.gradient() != null) s.with("gradient", point.apply(i.gradient()));
        if (i.residuals() != null) s.with("resnorm", Real.of(i.value())).with("residual", Real.column(i.residuals().clone()));
        if (i.violation() == i.violation()) s.with("constrviolation", Real.of(i.violation()));
        if (i.generation() != null) s.with("population", Minimization.rows(i.generation()));
        details.accept(s);
        return s;
    }

    // ---- the footer and the pause --------------------------------------------------------------------------------

    private void show(Iterate i) {
        String line = String.format(Locale.ROOT, "k = %d   f = %.6g", i.step(), i.value());
        if (i.best() < i.value()) line += String.format(Locale.ROOT, "   best = %.6g", i.best());
        if (total > 0) line = bar(i.step()) + line;
        if (i.optimality() == i.optimality()) line += String.format(Locale.ROOT, "   |∇f| = %.3g", i.optimality());
        if (eta == eta) line += String.format(Locale.ROOT, "   η = %.3g", eta);
        Progress.of(session).show(line);
        visible = true;
        shown = System.nanoTime();
    }

    private String bar(int step) {
        int full = (int) ((long) BAR * step / total);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]  ";
    }

    private void hide() {
        if (visible) Progress.of(session).show("");
        visible = false;
    }

    /** The user looks around; true when the run is to end. */
    private boolean paused(Iterate i) {
        hide();
        long now = System.nanoTime();
        if (journal != null) journal.flush();
        session.attention(before);
        Value x = point.apply(i.x());
        Struct info = info(i);
        if (population.length > 0) info.with("population", Minimization.rows(population));
        boolean stop = listeners.any() && listeners.tell(x, info, "interrupt");
        halted = session.state(Pause.class, Pause::new).talk(session, this, info.with("x", x));
        wanted = false;
        begun += System.nanoTime() - now;
        session.attention(this::attend);
        return stop || halted;
    }
}
