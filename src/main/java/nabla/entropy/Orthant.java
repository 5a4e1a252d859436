package nabla.entropy;

import java.util.function.DoubleUnaryOperator;
import nabla.kernel.Erf;
import nabla.kernel.Exp;

/**
 * The probability that up to three correlated standard normal numbers stay below bounds b, to about 1e-15: Plackett's integrals (1954) over
 * the correlation, as Genz arranges them (2004), by adaptive quadrature.
 */
final class Orthant {
    private Orthant() {}

    /** Φ(b) = P(z ≤ b). */
    static double one(double b) {
        return Erf.erfc(-b / Math.sqrt(2)) / 2;
    }

    /** Φ₂(b₁, b₂; ρ) = Φ(b₁)·Φ(b₂) + ∫ φ₂(b₁, b₂; r) dr, r from 0 to ρ. */
    static double two(double b1, double b2, double rho) {
        return within(one(b1) * one(b2) + plackett(b1, b2, rho, t -> 1));
    }

    /**
     * Φ₃(b; ρ₂₁, ρ₃₁, ρ₃₂) = Φ(b₁)·Φ₂(b₂, b₃; ρ₃₂) and what is added while ρ₂₁ and ρ₃₁ grow from 0 to their values together: the density of
     * two of the numbers at their bounds, times the probability of the third given these.
     */
    static double three(double[] b, double r21, double r31, double r32) {
        if (Math.abs(r31) > Math.abs(r32) || Math.abs(r21) > Math.abs(r32)) {
            return Math.abs(r31) >= Math.abs(r21)
                    ? three(new double[] {b[1], b[0], b[2]}, r21, r32, r31)
                    : three(new double[] {b[2], b[0], b[1]}, r31, r32, r21);
        }
        double second = plackett(b[0], b[1], r21, t -> third(b[0], b[1], b[2], r21, r31, r32, t));
        double third = plackett(b[0], b[2], r31, t -> third(b[0], b[2], b[1], r31, r21, r32, t));
        return within(one(b[0]) * two(b[1], b[2], r32) + second + third);
    }

    /** Φ of the third bound, given the first two numbers at theirs, where ρ₂₁ and ρ₃₁ are t times as large. */
    private static double third(double b1, double b2, double b3, double r21, double r31, double r32, double t) {
        double s = 1 - r21 * r21 * t * t;
        double determinant = s - r31 * r31 * t * t - r32 * r32 + 2 * t * t * r21 * r31 * r32;
        return one((b3 * s - b1 * t * (r31 - r21 * r32) - b2 * (r32 - r31 * r21 * t * t)) / Math.sqrt(s * Math.max(determinant, Double.MIN_NORMAL)));
    }

    /**
     * ∫ exp(−(b₁² + b₂² − 2·b₁b₂·sin θ)/(2·cos² θ))·factor(sin θ/ρ) dθ/2π, θ from 0 to arcsin ρ; the exponent is split so that nothing
     * cancels where cos θ is small: (b₁ ∓ b₂)²/cos² θ ± 2·b₁b₂/(1 ± sin θ).
     */
    private static double plackett(double b1, double b2, double rho, DoubleUnaryOperator factor) {
        if (rho == 0) return 0;
        double sign = Math.signum(rho);
        double d = b1 - sign * b2;
        double product = 2 * sign * b1 * b2;
        GaussKronrod.Pair density = (theta, into) -> {
            double sin = Math.sin(theta);
            double cos = Math.cos(theta);
            into[0] = Exp.exp(-(d * d / (cos * cos) + product / (1 + sign * sin)) / 2) * factor.applyAsDouble(sin / rho);
            into[1] = 0;
        };
        return GaussKronrod.integrate(density, 0, Math.asin(rho))[0] / (2 * Math.PI);
    }

    private static double within(double p) {
        return Math.max(0, Math.min(1, p));
    }
}
