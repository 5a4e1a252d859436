package nabla.optim;

/**
 * The multipliers of Lagrange at a constrained minimum, signed so that ∇f + Σλᵢ∇gᵢ + Σμᵢ∇hᵢ − lower + upper = 0, all but those
 * of equalities ≥ 0: how fast the minimum would fall if a constraint were loosened.
 *
 * @param inequalities λ, the linear constraints' first
 * @param equalities μ, the linear constraints' first
 */
public record Multipliers(double[] lower, double[] upper, double[] inequalities, double[] equalities) {
    /** All zero, for n variables, m inequalities and k equalities. */
    static Multipliers none(int n, int m, int k) {
        return new Multipliers(new double[n], new double[n], new double[m], new double[k]);
    }
}
