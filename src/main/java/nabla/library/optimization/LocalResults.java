package nabla.library.optimization;

import nabla.library.Options;
import nabla.library.Verdict;
import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.value.Char;
import nabla.value.Lang;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** What the local methods under MATLAB's names share: exit flags, the structure output. */
final class LocalResults {
    private LocalResults() {}

    /** The reason of runs that their user ended. */
    private static final String STOPPED = Reasons.word(Reason.of(Reason.Kind.STOPPED, 0, 0));

    /** MATLAB's flag. */
    static int flag(Reason r) {
        return switch (r.kind()) {
            case DIVERGED -> -3;
            default -> r.kind().flag();
        };
    }

    /**
     * The results of a solver that has options: unless 'Display' is set, its failure is to be said where the flag is not asked for.
     *
     * @param flag which of the results is the exit flag, from 1; the next one is the structure output
     */
    static Verdict verdict(Options o, int flag, Value... results) {
        Struct output = (Struct) results[flag];
        boolean failed = ((Real) results[flag - 1]).re(0) <= 0 && !(output.has("reason") && ((Char) output.get("reason")).text().equals(STOPPED));
        return new Verdict(results, flag, failed && o.get("Display") == null ? failure(((Char) output.get("message")).text()) : null);
    }

    /** What is said of a run that found nothing for this reason. */
    static String failure(String reason) {
        return Lang.say("not solved: ", "не решено: ") + reason
                + Lang.say("; explain(output) tells more of it", "; подробнее — explain(output)");
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
