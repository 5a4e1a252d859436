package nabla.entropy;

import nabla.entropy.Fault.Kind;

/**
 * Entropies and divergences of densities and of named distributions (Shannon 1948, Kullback and Leibler 1951, Lin 1991): in closed
 * form where there is one, else as means under p of differences of log-densities (the naive p·ln(p/q) is 0·∞ wherever both
 * underflow), by quadrature or by sums.
 */
public final class Divergence {
    private static final double LN2 = Math.log(2);

    private Divergence() {}

    /** h(p) = −∫ p·ln p dx; negative for densities narrower than a uniform one of length 1. */
    public static Measure entropy(Density p) {
        return p instanceof Distribution d ? d.entropy() : Expectation.of(p, (x, logP, logQ) -> -logP);
    }

    /** H(p, q) = −∫ p·ln q dx = h(p) + D(p‖q). */
    public static Measure crossEntropy(Density p, Density q) {
        double closed = closed(p, q);
        if (closed == closed) return Measure.of(entropy(p).nats() + closed);
        return mean(p, q, (x, logP, logQ) -> -logQ);
    }

    /** D(p‖q) = ∫ p·(ln p − ln q) dx ≥ 0; +∞ where p has mass that q has not, or where p's tail is too heavy for q's. */
    public static Measure kullbackLeibler(Density p, Density q) {
        double closed = closed(p, q);
        if (closed == closed) return Measure.of(closed);
        return mean(p, q, (x, logP, logQ) -> logP - logQ).notNegative();
    }

    /** Jensen and Shannon's divergence (D(p‖m) + D(q‖m))/2 of p and q from their mean m, between 0 and ln 2. */
    public static Measure jensenShannon(Density p, Density q) {
        return Measure.of(Math.min(LN2, Math.max(0, (fromMiddle(p, q) + fromMiddle(q, p)) / 2)));
    }

    /** D(p‖(p + q)/2) = ∫ p·(ln 2 − ln(1 + q/p)) dx. */
    private static double fromMiddle(Density p, Density q) {
        return within(p, q, (x, logP, logQ) -> LN2 - Loss.softplus(logQ - logP)).nats();
    }

    /** D(p‖q) in closed form, NaN when there is none; from a uniform q on [a, b] it is ln(b − a) − h(p). */
    private static double closed(Density p, Density q) {
        if (!(p instanceof Distribution d) || !(q instanceof Distribution e)) return Double.NaN;
        boolean inside = q instanceof Uniform && !(p instanceof Discrete) && q.low() <= p.low() && p.high() <= q.high();
        return inside ? Math.log(q.high() - q.low()) - d.entropy().nats() : d.closedDivergence(e);
    }

    /** E_p[g], infinite where p has mass outside q's range. */
    private static Measure mean(Density p, Density q, Expectation.Quantity g) {
        double lost = outside(p, q);
        return lost == lost ? Measure.outside(lost) : within(p, q, g);
    }

    private static Measure within(Density p, Density q, Expectation.Quantity g) {
        if (p instanceof Discrete != q instanceof Discrete) throw new Fault(Kind.MIXED, 0, 0);
        return p instanceof Discrete d ? Measure.of(Sum.mean(d, q, g)) : Expectation.of(p, q, g);
    }

    /** A point where a named distribution p has mass but q's range does not reach, NaN when there is none. */
    private static double outside(Density p, Density q) {
        if (!(p instanceof Distribution) || p instanceof Discrete != q instanceof Discrete) return Double.NaN;
        boolean steps = p instanceof Discrete;
        if (p.low() < q.low()) return steps || Double.isInfinite(p.low()) ? q.low() - 1 : (p.low() + q.low()) / 2;
        if (p.high() > q.high()) return steps || Double.isInfinite(p.high()) ? q.high() + 1 : (p.high() + q.high()) / 2;
        return Double.NaN;
    }
}
