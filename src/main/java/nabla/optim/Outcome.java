package nabla.optim;

/**
 * What a run found.
 *
 * @param x the best point seen
 * @param value f there
 * @param last where the run ended, which is another point when the run climbed or left
 * @param gradientNorm ‖∇f‖ at the last iterate, NaN when no gradient was taken
 * @param steps the steps taken
 * @param evaluations how often f was evaluated, those for finite differences included
 * @param gradients how often ∇f was taken
 * @param trace the way, empty unless asked for
 */
public record Outcome(
        double[] x,
        double value,
        double[] last,
        double gradientNorm,
        int steps,
        int evaluations,
        int gradients,
        Reason reason,
        Trace trace) {}
