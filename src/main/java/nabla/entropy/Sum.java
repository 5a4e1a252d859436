package nabla.entropy;

/** The mean of a quantity under a discrete distribution. */
final class Sum {
    /** Tails smaller than this part of the whole are left out. */
    private static final double NEGLIGIBLE = 1e-18;

    private Sum() {}

    /** E_p[g] = Σ p(k)·g(k), from the middle outwards until terms no longer count. */
    static double mean(Discrete p, Density q, Expectation.Quantity g) {
        if (p.support() != null) return over(p.support(), p, q, g);
        double middle = Math.max(p.low(), Math.min(p.high(), Math.rint(p.mean())));
        return side(p, q, g, middle, 1) + side(p, q, g, middle - 1, -1);
    }

    private static double over(double[] values, Discrete p, Density q, Expectation.Quantity g) {
        double sum = 0;
        for (double k : values) {
            double logP = p.log(k);
            sum += Math.exp(logP) * g.at(k, logP, q.log(k));
        }
        return sum;
    }

    /** Terms shrink at least as fast as their quotient says once past the mode, so what is left out is below the last one's size. */
    private static double side(Discrete p, Density q, Expectation.Quantity g, double from, int step) {
        double sum = 0;
        double before = 0;
        for (double k = from; k >= p.low() && k <= p.high(); k += step) {
            double logP = p.log(k);
            double pk = Math.exp(logP);
            if (pk == 0) break;
            double term = pk * g.at(k, logP, q.log(k));
            sum += term;
            if (Double.isInfinite(sum)) break;
            // a geometric tail after this term is so many times as large as the term
            double tail = pk < before ? before / (before - pk) : Double.POSITIVE_INFINITY;
            if (pk * tail < NEGLIGIBLE && Math.abs(term) * tail <= NEGLIGIBLE * Math.abs(sum)) break;
            before = pk;
        }
        return sum;
    }
}
