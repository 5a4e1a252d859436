package nabla.optim;

/**
 * The function of Lagrange, f + Σλᵢgᵢ + Σμᵢhᵢ, at the end of a run.
 *
 * @param multipliers λ and μ
 * @param gradient ∇f
 * @param hessian the approximation of its Hessian that the method learnt
 */
public record Lagrangian(Multipliers multipliers, double[] gradient, double[][] hessian) {}
