package nabla.library.optimization;

import java.io.PrintStream;
import java.util.Locale;
import nabla.library.Options;
import nabla.value.Failure;

/** How much a solver says of itself: the option 'Display'. */
enum DisplayLevel {
    /** Nothing. */
    OFF,
    /** Why the run ended, if it ended without success. */
    NOTIFY,
    /** Why the run ended. */
    FINAL,
    /** A line for each iterate, and why the run ended. */
    ITER;

    static DisplayLevel of(String caller, Options o) {
        String word = o.word("Display", "off").toLowerCase(Locale.ROOT);
        return switch (word.replace("-detailed", "")) {
            case "off", "none" -> OFF;
            case "notify" -> NOTIFY;
            case "final" -> FINAL;
            case "iter", "diagnose" -> ITER;
            default -> throw Failure.of("%s: 'Display' is 'off', 'notify', 'final' or 'iter', not '%s'",
                    "%s: 'Display' — это 'off', 'notify', 'final' или 'iter', а не '%s'", caller, word);
        };
    }

    /** Prints why a run ended where it is wanted. */
    void conclude(PrintStream out, boolean success, String why) {
        if (this == FINAL || this == ITER || this == NOTIFY && !success) out.println(why);
    }
}
