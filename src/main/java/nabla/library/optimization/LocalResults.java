package nabla.library.optimization;

import java.util.Locale;
import java.util.function.Function;
import nabla.engine.Session;
import nabla.library.Options;
import nabla.optim.Minimizer;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.optim.Watch;
import nabla.value.Char;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** What the local methods under MATLAB's names share: limits from their options, exit flags, the structure output. */
final class LocalResults {
    private LocalResults() {}

    /** The options' limits, these where they set none; the watcher polls, prints the table and calls the user's function. */
    static Minimizer limits(Session session, Options o, int steps, double tolerance, Function<double[], Value> point) {
        return displayed(session, o, new Minimizer()
                .steps(o.count("MaxIter", steps))
                .evaluations(o.count("MaxFunEvals", Integer.MAX_VALUE))
                .tolerance(tolerance)
                .trace(false)
                .watch(new Live(session, point, o.function("OutputFcn"), null)));
    }

    /** With 'Display' 'iter' a line for each iterate. */
    static Minimizer displayed(Session session, Options o, Minimizer m) {
        if (!o.word("Display", "off").equalsIgnoreCase("iter")) return m;
        Watch table = (k, x, value, norm) -> {
            if (k == 0) session.out().printf(Locale.ROOT, "%10s %18s %14s%n", "Iteration", "f(x)", "|gradient|");
            session.out().printf(Locale.ROOT, "%10d %18.10g %14s%n", k, value, norm == norm ? String.format(Locale.ROOT, "%.4g", norm) : "");
            return false;
        };
        return m.watch(table.with(m.watch()));
    }

    /** With 'Display' 'final' or 'iter' the reason as a line. */
    static void conclude(Session session, Options o, Outcome r) {
        conclude(session, o, Reasons.text(r.reason()));
    }

    /** The same for a reason in words. */
    static void conclude(Session session, Options o, String message) {
        String display = o.word("Display", "off").toLowerCase(Locale.ROOT);
        if (display.equals("iter") || display.equals("final")) session.out().println(message);
    }

    /** MATLAB's flag. */
    static int flag(Reason r) {
        return switch (r.kind()) {
            case DIVERGED -> -3;
            default -> r.kind().flag();
        };
    }

    static Struct output(Outcome r, String algorithm) {
        return Struct.scalar()
                .with("iterations", Real.of(r.steps()))
                .with("funcCount", Real.of(r.evaluations()))
                .with("algorithm", Char.of(algorithm))
                .with("message", Char.of(Reasons.text(r.reason())))
                .with("reason", Char.of(Reasons.word(r.reason())));
    }
}
