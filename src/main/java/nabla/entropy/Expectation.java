package nabla.entropy;

import java.util.TreeSet;

/**
 * The mean of a quantity under a density, E_p[g] = ∫ p(x)·g(x) dx, and p's mass.
 *
 * <p>The range is cut at the peaks and at distances growing by factors of two from them, and towards finite ends shrinking by
 * factors of two; each piece is integrated by Gauss–Kronrod with bisection. What lies beyond the last piece follows from how the
 * pieces fall: a tail whose mass shrinks by ρ each is summed as a geometric series, one whose pieces do not shrink is infinite.
 */
final class Expectation {
    /** What the mean is taken of. */
    interface Quantity {
        /** g(x), known that ln p(x) is logP. */
        double at(double x, double logP);
    }

    /** Pieces that shrink slower than this from one power of two to the next have an infinite sum. */
    private static final double STANDSTILL = 0.985;

    /** Pieces smaller than this part of the whole end a tail. */
    private static final double NEGLIGIBLE = 1e-18;

    /** Farther out the powers of x in formulas would overflow. */
    private static final double FARTHEST = 1e100;

    /** Tails begin at 2^20 widths, ends at 2^-4 of the range; they are followed to 2^-27 of it: below, abscissae lose their digits. */
    private static final int TAIL = 20;

    private static final int END = 4;
    private static final int DEEPEST = 27;

    private final Density p;
    private final Density q;
    private final Quantity g;
    private double mass;
    private double mean;
    private double size;
    private Measure.Why why = Measure.Why.FINITE;
    private double where = Double.NaN;

    private Expectation(Density p, Density q, Quantity g) {
        this.p = p;
        this.q = q;
        this.g = g;
        double right = outward(1);
        double left = outward(-1);
        double[] cuts = cuts(left, right);
        for (int i = 0; i + 1 < cuts.length; i++) piece(cuts[i], cuts[i + 1]);
        follow(1);
        follow(-1);
    }

    /** E_p[g]. */
    static Measure of(Density p, Quantity g) {
        return of(p, p, g);
    }

    /** E_p[g], where g changes quickest at q's peaks. */
    static Measure of(Density p, Density q, Quantity g) {
        Expectation e = new Expectation(p, q, g);
        return new Measure(Double.isNaN(e.mean) ? Double.POSITIVE_INFINITY : e.mean, e.why, e.where);
    }

    /** ∫ p(x) dx. */
    static double mass(Density p) {
        return new Expectation(p, p, (x, logP) -> 0).mass;
    }

    /** Where the tail on this side (−1 or 1) begins. */
    private double outward(int side) {
        return place(side, Double.isInfinite(bound(side)) ? TAIL : END);
    }

    private double bound(int side) {
        return side > 0 ? p.high() : p.low();
    }

    /** The k-th cut of the tail: 2^k widths from the outermost peak, or 2^-k of the range from a finite end. */
    private double place(int side, int k) {
        int last = side > 0 ? p.peaks().length - 1 : 0;
        double peak = p.peaks()[last];
        double bound = bound(side);
        if (Double.isInfinite(bound)) return peak + side * Math.scalb(p.widths()[last], k);
        double range = p.high() - p.low();
        double span = Double.isInfinite(range) ? p.widths()[last] : Math.max(Math.abs(bound - peak), range / 2);
        return bound - side * Math.scalb(span, -k);
    }

    private double[] cuts(double left, double right) {
        TreeSet<Double> cuts = new TreeSet<>();
        around(cuts, p);
        if (q != p) around(cuts, q);
        cuts.headSet(left).clear();
        cuts.tailSet(right).clear();
        cuts.add(left);
        cuts.add(right);
        double[] r = new double[cuts.size()];
        int n = 0;
        for (double x : cuts) r[n++] = x;
        return r;
    }

    private static void around(TreeSet<Double> cuts, Density d) {
        for (int i = 0; i < d.peaks().length; i++) {
            double m = d.peaks()[i];
            cuts.add(m);
            for (int k = 0; k <= 50; k++) {
                cuts.add(m + Math.scalb(d.widths()[i], k));
                cuts.add(m - Math.scalb(d.widths()[i], k));
            }
        }
    }

    /** Adds the tail on this side, piece by piece, then what is beyond its last piece. */
    private void follow(int side) {
        boolean infinite = Double.isInfinite(bound(side));
        int deepest = infinite ? 1000 : bound(side) == 0 ? 400 : DEEPEST;
        double[] m = new double[3];
        double[] t = new double[3];
        int from = infinite ? TAIL : END;
        for (int k = from; k < deepest; k++) {
            double x = place(side, k);
            double next = place(side, k + 1);
            if (Math.abs(next) > FARTHEST || Double.isInfinite(mean) || x == next) break;
            double[] s = piece(Math.min(x, next), Math.max(x, next));
            System.arraycopy(m, 0, m, 1, 2);
            System.arraycopy(t, 0, t, 1, 2);
            m[0] = s[0];
            t[0] = s[1];
            if (m[0] <= NEGLIGIBLE && Math.abs(t[0]) <= NEGLIGIBLE * size) return;
        }
        if (!Double.isInfinite(mean)) beyond(m, t, side);
    }

    /** What is beyond the outermost cut, from the last three pieces before it. */
    private void beyond(double[] m, double[] t, int side) {
        double rho = m[0] / m[1];
        boolean stands = t[0] != 0 && Math.abs(t[0]) >= STANDSTILL * Math.abs(t[1]) && Math.abs(t[1]) >= STANDSTILL * Math.abs(t[2]);
        if (stands && !(rho < 1 && grows(m, t))) {
            if (t[0] < 0) return;
            mean = Double.POSITIVE_INFINITY;
            why = Measure.Why.TAIL;
            where = side * Double.POSITIVE_INFINITY;
            return;
        }
        if (!(rho > 0 && rho < 1)) return;
        // p·g falls as ρᵏ·(u + d·k) when p falls as a power and g grows as a logarithm: Σ over k ≥ 1 in closed form
        double u = t[0];
        double d = t[0] - t[1] * rho;
        mass += m[0] * rho / (1 - rho);
        mean += u * rho / (1 - rho) + d * rho / ((1 - rho) * (1 - rho));
    }

    /** Whether g grows by the same amount from piece to piece, as a logarithm does, so that the mass decides. */
    private static boolean grows(double[] m, double[] t) {
        double last = t[0] / m[0] - t[1] / m[1];
        double before = t[1] / m[1] - t[2] / m[2];
        return Math.abs(last - before) <= 0.01 * Math.abs(last);
    }

    private double[] piece(double from, double to) {
        double[] s = GaussKronrod.integrate(this::integrand, from, to);
        mass += s[0];
        mean += s[1];
        size += Math.abs(s[1]);
        return s;
    }

    private void integrand(double x, double[] into) {
        double logP = p.log(x);
        double px = Math.exp(logP);
        double gx = px == 0 ? 0 : g.at(x, logP);
        into[0] = px;
        into[1] = px * gx;
        if (gx == Double.POSITIVE_INFINITY && why == Measure.Why.FINITE) {
            why = Measure.Why.SUPPORT;
            where = x;
        }
    }
}
