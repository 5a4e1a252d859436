package nabla.library.optimization;

import java.io.PrintStream;
import java.util.Locale;
import nabla.optim.Iterate;

/** The table that 'Display', 'iter' prints: a line for each iterate. */
final class IterationTable {
    private final PrintStream out;
    private boolean begun;

    IterationTable(PrintStream out) {
        this.out = out;
    }

    /** @param step how long the step was that led here, NaN at the start */
    void line(Iterate i, double step) {
        if (!begun) out.printf("%10s %10s %18s %14s %14s%n", "Iteration", "Func-count", "f(x)", "|gradient|", "|step|");
        begun = true;
        out.printf(Locale.ROOT, "%10d %10d %18.10g %14s %14s%n", i.step(), i.evaluations(), i.value(), short4(i.optimality()), short4(step));
    }

    private static String short4(double v) {
        return v == v ? String.format(Locale.ROOT, "%.4g", v) : "";
    }
}
