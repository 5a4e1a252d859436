package nabla.optim;

/**
 * What a run found.
 *
 * @param x the best point seen: under constraints the last one if the run ended with success or there is no minimum, else the lowest feasible one, else
 *     the one that violates them least
 * @param value f there
 * @param violation the greatest violation of a constraint there, 0 without constraints
 * @param last where the run ended, which is another point when the run climbed or left
 * @param gradientNorm ‖∇f‖ at the last iterate, or how far it is from the optimality conditions where there are bounds or
 *     constraints; NaN when no gradient was taken
 * @param steps the steps taken
 * @param evaluations how often f was evaluated, those for finite differences included
 * @param gradients how often ∇f was taken
 * @param trace the way, empty unless asked for
 * @param curvature what the way has met from iterate to iterate
 * @param interior whether the last iterate lies off all bounds, and there are no constraints besides
 * @param stepLength the length of the last step, NaN before the first
 * @param lineStep the last step of a line search, in lengths of its direction; NaN without
 * @param innerSteps the steps of conjugate gradients within the method's own
 * @param scale the method's own at the end: the mesh of a pattern search, the temperature of annealing; else NaN
 * @param lagrangian of a method that knows constraints, else null
 */
public record Outcome(
        double[] x,
        double value,
        double violation,
        double[] last,
        double gradientNorm,
        int steps,
        int evaluations,
        int gradients,
        Reason reason,
        Trace trace,
        Curvature curvature,
        boolean interior,
        double stepLength,
        double lineStep,
        int innerSteps,
        double scale,
        Lagrangian lagrangian) {}
