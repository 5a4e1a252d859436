package nabla.library.optimization;

import nabla.optim.Outcome;
import nabla.optim.Reason;
import nabla.value.Char;
import nabla.value.Real;
import nabla.value.Struct;
import nabla.value.Value;

/** What the local methods under MATLAB's names share: exit flags, the structure output. */
final class LocalResults {
    private LocalResults() {}

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
