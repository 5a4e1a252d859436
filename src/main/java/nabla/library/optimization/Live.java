package nabla.library.optimization;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nabla.engine.Session;
import nabla.library.Progress;
import nabla.library.Prompt;
import nabla.optim.Journal;
import nabla.optim.Watch;
import nabla.value.Char;
import nabla.value.FunctionHandle;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/**
 * A run as its user follows it: the output function, a line of progress once the run lasts longer than a second, the pause at Ctrl-C,
 * and the learning rate, which can be turned in a pause.
 */
final class Live implements Watch {
    private static final long PATIENCE = 1_000_000_000L;
    private static final int BAR = 20;
    private static final long REFRESH = 100_000_000L;

    private final Session session;
    private final Function<double[], Value> point;
    private final FunctionHandle told;
    private final Journal journal;
    private BooleanSupplier before;
    private volatile boolean wanted;
    private long shown;
    private boolean visible;
    private Struct state;
    private double[] x;
    private int total;
    private double turned = Double.NaN;
    private double eta = Double.NaN;

    /**
     * @param point a point as the user's functions get it
     * @param told the output function, or null
     * @param journal the run's, or null
     */
    Live(Session session, Function<double[], Value> point, FunctionHandle told, Journal journal) {
        this.session = session;
        this.point = point;
        this.told = told;
        this.journal = journal;
    }

    @Override
    public void begin() {
        shown = System.nanoTime() + PATIENCE - REFRESH;
        if (!interactive()) return;
        before = session.attention();
        session.attention(() -> !wanted && (wanted = true));
    }

    private boolean interactive() {
        return session.attended() && Prompt.of(session).interactive();
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

    @Override
    public boolean stop(int step, double[] x, double value, double gradientNorm) {
        return stop(step, x, value, gradientNorm, null);
    }

    @Override
    public boolean stop(int step, double[] x, double value, double[][] generation) {
        return stop(step, x, value, Double.NaN, generation);
    }

    /** @param generation the points of a method that has many at once, else null */
    private boolean stop(int step, double[] x, double value, double gradientNorm, double[][] generation) {
        session.poll();
        boolean late = session.attended() && System.nanoTime() - shown > REFRESH;
        if (told == null && !late && !wanted) return false;
        this.x = x;
        state = Struct.scalar()
                .with("iteration", Real.of(step))
                .with("fval", Real.of(value))
                .with("gradnorm", Real.of(gradientNorm))
                .with("firstorderopt", Real.of(gradientNorm))
                .with("eta", Real.of(eta));
        if (generation != null) state.with("population", Minimization.rows(generation));
        if (late) show(step, value, gradientNorm);
        boolean stop = told != null && (step == 0 && tell("init") || tell("iter"));
        return wanted ? paused() || stop : stop;
    }

    private boolean tell(String event) {
        return told.apply(point.apply(x), state, Char.of(event)).isTrue();
    }

    /** The run has so many steps in all: progress is shown as a bar. */
    void total(int steps) {
        total = steps;
    }

    private void show(int step, double value, double gradientNorm) {
        String line = String.format(Locale.ROOT, "k = %d   f = %.6g", step, value);
        if (total > 0) line = bar(step) + line;
        if (gradientNorm == gradientNorm) line += String.format(Locale.ROOT, "   |∇f| = %.3g", gradientNorm);
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
    private boolean paused() {
        hide();
        if (journal != null) journal.flush();
        session.attention(before);
        boolean stop = told != null && tell("interrupt");
        stop |= session.state(Pause.class, Pause::new).talk(session, this, state.with("x", point.apply(x)));
        wanted = false;
        session.attention(() -> !wanted && (wanted = true));
        return stop;
    }

    @Override
    public void end() {
        hide();
        if (journal != null) journal.flush();
        if (interactive()) session.attention(before);
    }

    /** Tells the output function that the run is over. */
    void done() {
        if (told != null && state != null) tell("done");
    }
}
