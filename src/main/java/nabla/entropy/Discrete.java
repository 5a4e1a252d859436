package nabla.entropy;

/** A distribution of whole numbers: {@link #log} is ln P(X = k), −∞ between them. Its measures are exact sums with bounded tails. */
public interface Discrete extends Distribution {
    @Override
    default Measure entropy() {
        return Measure.of(mean(this, (k, logP) -> -logP));
    }

    /** E_p[g] = Σ p(k)·g(k), from the middle outwards until terms no longer count. */
    static double mean(Discrete p, Expectation.Quantity g) {
        double middle = Math.max(p.low(), Math.min(p.high(), Math.rint(p.mean())));
        return side(p, g, middle, 1) + side(p, g, middle - 1, -1);
    }

    /** Terms shrink at least as fast as their quotient says once past the mode, so what is left out is below the last one's size. */
    private static double side(Discrete p, Expectation.Quantity g, double from, int step) {
        double sum = 0;
        double before = 0;
        for (double k = from; k >= p.low() && k <= p.high(); k += step) {
            double logP = p.log(k);
            double pk = Math.exp(logP);
            if (pk == 0) break;
            double term = pk * g.at(k, logP);
            sum += term;
            if (Double.isInfinite(sum)) break;
            boolean falls = pk < before;
            if (falls && pk * before / (before - pk) < 1e-18 && Math.abs(term) * before / (before - pk) < 1e-18 * Math.max(1e-300, Math.abs(sum))) break;
            before = pk;
        }
        return sum;
    }

    /** Whether k is one of the numbers that can occur. */
    default boolean whole(double k) {
        return k == Math.rint(k) && k >= low() && k <= high();
    }
}
