package nabla.entropy;

import java.util.TreeSet;

/**
 * The mean of a quantity under a density, E_p[g] = ∫ p(x)·g(x) dx, and p's mass.
 *
 * <p>Between p's poles the range is cut at the peaks and at distances growing by factors of two from them, and towards finite ends and
 * poles shrinking by factors of two; each piece is integrated by Gauss–Kronrod with bisection. What lies beyond the last piece follows
 * from how the pieces fall ({@link #beyond}).
 */
final class Expectation {
    /** What the mean is taken of. */
    interface Quantity {
        /** g(x) where ln p(x) and ln q(x) are these. */
        double at(double x, double logP, double logQ);
    }

    /** Pieces smaller than this part of the whole end a tail. */
    private static final double NEGLIGIBLE = 1e-18;

    /** Farther out the powers of x in formulas would overflow. */
    private static final double FARTHEST = 1e100;

    /** The least ln p at which a density that is 0 counts: farther out the logarithms of others may have overflowed. */
    private static final double LEAST = -1e6;

    /** Tails begin at 2^20 widths, ends at 2^-4 of the range; towards 0 they are followed to 2^-950 of it. */
    private static final int TAIL = 20;

    private static final int END = 4;
    private static final int DEEPEST = 950;

    /** Nearer to an end than so many of its last digits, a density's values are too few to go on. */
    private static final int DIGITS = 32;

    /** A piece not so many times as long as its numbers are apart is integrated over the distance from an end or a peak. */
    private static final double FINE = 0x1p40;

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
        double from = p.low();
        for (double pole : p.poles()) {
            new Part(from, pole).add();
            from = pole;
        }
        new Part(from, p.high()).add();
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
        return new Expectation(p, p, (x, logP, logQ) -> 0).mass;
    }

    /** A part of the range between two of its ends and poles. */
    private final class Part {
        private final double low;
        private final double high;
        /** The first and the last peak of this part, poles at its ends among them. */
        private int first;

        private int last;

        Part(double low, double high) {
            this.low = low;
            this.high = high;
            double[] peaks = p.peaks();
            last = peaks.length - 1;
            while (first < last && peaks[first] < low) first++;
            while (last > first && peaks[last] > high) last--;
        }

        void add() {
            double[] cuts = cuts(begin(-1), begin(1));
            for (int i = 0; i + 1 < cuts.length; i++) {
                boolean coarse = cuts[i + 1] - cuts[i] < FINE * Math.ulp(Math.max(Math.abs(cuts[i]), Math.abs(cuts[i + 1])));
                double origin = coarse ? nearest(cuts[i] / 2 + cuts[i + 1] / 2) : 0;
                piece(origin, cuts[i] - origin, cuts[i + 1] - origin);
            }
            follow(1);
            follow(-1);
        }

        /** The end or peak from which distances to x are short, so that they can be told more exactly than x. */
        private double nearest(double x) {
            double best = Math.abs(x - low) < Math.abs(x - high) ? low : high;
            for (int i = first; i <= last; i++) if (!(Math.abs(x - best) <= Math.abs(x - p.peaks()[i]))) best = p.peaks()[i];
            return best;
        }

        private double bound(int side) {
            return side > 0 ? high : low;
        }

        private double peak(int side) {
            return p.peaks()[side > 0 ? last : first];
        }

        private double width(int side) {
            return p.widths()[side > 0 ? last : first];
        }

        /** Where the tail on this side (−1 or 1) begins. */
        private double begin(int side) {
            double bound = bound(side);
            return Double.isInfinite(bound) ? peak(side) + side * distance(side, TAIL) : bound - side * distance(side, END);
        }

        /**
         * How far the k-th cut of the tail is: 2^k widths from the outermost peak, or 2^-k of the range from a finite end, rounded so that
         * the first cut is a number.
         */
        private double distance(int side, int k) {
            if (Double.isInfinite(bound(side))) return Math.scalb(width(side), k);
            double range = high - low;
            double span = Double.isInfinite(range) ? width(side) : Math.max(Math.abs(bound(side) - peak(side)), range / 2);
            double first = bound(side) - side * Math.scalb(span, -END);
            return Math.scalb(Math.abs(bound(side) - first), END - k);
        }

        private double[] cuts(double left, double right) {
            TreeSet<Double> cuts = new TreeSet<>();
            around(cuts, p);
            if (q != p) around(cuts, q);
            for (int side = -1; side <= 1; side += 2) {
                if (!Double.isInfinite(bound(side))) for (int k = 0; k <= 50; k++) cuts.add(bound(side) - side * distance(side, END - k));
            }
            cuts.headSet(left).clear();
            cuts.tailSet(right).clear();
            cuts.add(left);
            cuts.add(right);
            return cuts.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /** Adds the tail on this side, piece by piece, then what is beyond its last piece. */
        private void follow(int side) {
            double bound = bound(side);
            boolean infinite = Double.isInfinite(bound);
            double[] m = new double[3];
            double[] t = new double[3];
            for (int k = infinite ? TAIL : END; infinite || bound != 0 || k < DEEPEST; k++) {
                double near = distance(side, k);
                double next = distance(side, k + 1);
                boolean far = infinite && (Math.abs(peak(side) + side * next) > FARTHEST || peak(side) + next == peak(side) + near);
                if (far || !infinite && next < DIGITS * Math.ulp(bound) || Double.isInfinite(mean)) break;
                double[] s = infinite
                        ? piece(0, peak(side) + side * (side > 0 ? near : next), peak(side) + side * (side > 0 ? next : near))
                        : piece(bound, -side * (side > 0 ? near : next), -side * (side > 0 ? next : near));
                System.arraycopy(m, 0, m, 1, 2);
                System.arraycopy(t, 0, t, 1, 2);
                m[0] = s[0];
                t[0] = s[1];
                if (m[0] <= NEGLIGIBLE && Math.abs(t[0]) <= NEGLIGIBLE * size) {
                    if (infinite) probe(side);
                    return;
                }
            }
            if (!Double.isInfinite(mean)) beyond(m, t, side);
        }

        /** Looks for points farther out where p still has mass, however little, and q has none. */
        private void probe(int side) {
            for (int k = 0; why == Measure.Why.FINITE; k++) {
                double x = peak(side) + side * distance(side, k);
                double logP = p.log(x);
                if (Math.abs(x) > FARTHEST || logP < LEAST) return;
                if (g.at(x, logP, q.log(x)) == Double.POSITIVE_INFINITY) infinite(Measure.Why.SUPPORT, x);
            }
        }
    }

    private void infinite(Measure.Why reason, double at) {
        mean = Double.POSITIVE_INFINITY;
        why = reason;
        where = at;
    }

    private static void around(TreeSet<Double> cuts, Density d) {
        cuts.add(d.low());
        cuts.add(d.high());
        for (double x : d.edges()) cuts.add(x);
        for (int i = 0; i < d.peaks().length; i++) {
            double m = d.peaks()[i];
            cuts.add(m);
            for (int k = 0; k <= 50; k++) {
                cuts.add(m + Math.scalb(d.widths()[i], k));
                cuts.add(m - Math.scalb(d.widths()[i], k));
            }
        }
    }

    /**
     * What is beyond the outermost cut. Where p falls as a power its masses m shrink by ρ from piece to piece, but for a part ε of them that
     * itself is halved each time; where g grows no faster than a squared logarithm, Σ ρᵏ·(g + k·Δg + k(k+1)/2·Δ²g) over k ≥ 1 has a closed
     * form. Where g grows faster, the pieces t of the mean themselves are a geometric series, infinite when they do not shrink.
     */
    private void beyond(double[] m, double[] t, int side) {
        if (!(m[0] > 0 && m[2] > 0)) return;
        double rho = 2 * m[0] / m[1] - m[1] / m[2];
        double epsilon = (m[0] / m[1] - m[1] / m[2]) / rho;
        double rest = m[0] * ((1 - epsilon) * rho / (1 - rho) + epsilon * rho / (2 - rho));
        mass += rho < 1 - 1e-9 ? rest : m[0] > NEGLIGIBLE ? Double.POSITIVE_INFINITY : 0;
        double late = t[0] / m[0] - t[1] / m[1];
        double early = t[1] / m[1] - t[2] / m[2];
        if (rho < 1 - 1e-9 && Math.abs(late) <= 1.05 * Math.abs(early) + 1e-9 * Math.abs(t[0] / m[0])) {
            double bend = late - early;
            boolean straight = Math.abs(bend) < 1e-7 * Math.abs(late);
            mean += rest * (t[0] / m[0] + (straight ? late + bend : late + bend / (1 - rho)) / (1 - rho));
            return;
        }
        double r = Math.abs(t[0] / t[1]);
        boolean drifts = Math.abs(r - Math.abs(t[1] / t[2])) > 1e-3 * (1 - r);
        if (r < 0.985 || r < 1 - 1e-6 && !drifts) {
            mean += t[0] * r / (1 - r);
        } else if (t[0] > 0) {
            infinite(Measure.Why.TAIL, side * Double.POSITIVE_INFINITY);
        }
    }

    /** The integrals over origin + [from, to], added to the mass and to the mean. */
    private double[] piece(double origin, double from, double to) {
        double[] s = GaussKronrod.integrate((t, into) -> integrand(origin, t, into), from, to);
        mass += s[0];
        mean += s[1];
        size += Math.abs(s[1]);
        return s;
    }

    private void integrand(double origin, double t, double[] into) {
        double logP = origin == 0 ? p.log(t) : p.log(origin, t);
        double px = Math.exp(logP);
        into[0] = px;
        into[1] = 0;
        if (px == 0) return;
        double gx = g.at(origin + t, logP, p == q ? logP : origin == 0 ? q.log(t) : q.log(origin, t));
        // a pole of q is but a point
        into[1] = gx == Double.NEGATIVE_INFINITY ? 0 : px * gx;
        if (gx == Double.POSITIVE_INFINITY && why == Measure.Why.FINITE) {
            why = Measure.Why.SUPPORT;
            where = origin + t;
        }
    }
}
