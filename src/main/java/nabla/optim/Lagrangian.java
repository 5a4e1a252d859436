package nabla.optim;

/**
 * The function of Lagrange, f + Σλᵢgᵢ + Σμᵢhᵢ, at the end of a run.
 *
 * @param multipliers λ and μ
 * @param gradient ∇f
 * @param hessian the approximation of its Hessian that the method learnt
 * @param stepLength the length of the last step
 */
public record Lagrangian(Multipliers multipliers, double[] gradient, double[][] hessian, double stepLength) {}
