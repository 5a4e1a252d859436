package nabla.entropy;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import nabla.entropy.Fault.Kind;

/**
 * The Kullback–Leibler divergence of densities, D(p‖q) = ∫ p(x)·(ln p(x) − ln q(x)) dx.
 *
 * <p>The range is cut at p's peaks and at distances growing by factors of two from them, and towards finite ends shrinking by
 * factors of two; each piece is integrated by Gauss–Kronrod with bisection. What lies beyond the last piece follows from how the
 * pieces fall: a tail whose pieces shrink by ρ each is summed as a geometric series, one whose pieces do not shrink is infinite.
 */
public final class Divergence {
    /** Pieces that shrink slower than this from one power of two to the next have an infinite sum. */
    private static final double STANDSTILL = 0.985;

    /** Distances reach 2^100 widths, and down to 2^-27 of the range: below, the abscissae themselves lose their digits. */
    private static final int OUTWARD = 100;

    private static final int INWARD = 27;

    private final Density p;
    private final Density q;
    private final double a;
    private final double b;
    private double mass;
    private double divergence;

    private Divergence(DoubleUnaryOperator p, DoubleUnaryOperator q, double a, double b) {
        if (!(a < b)) throw new Fault(Kind.RANGE, a, 0);
        this.a = a;
        this.b = b;
        this.p = new Density(p, a, b);
        this.q = new Density(q, a, b);
    }

    /**
     * D(p‖q) over the range from a to b (either may be infinite), logarithms to this base; +∞ where p has mass that q has not, or
     * where p's tail is too heavy for q's.
     *
     * @throws Fault when p has no integral 1 over the range, or takes a negative value or NaN
     */
    public static double kullbackLeibler(DoubleUnaryOperator p, DoubleUnaryOperator q, double a, double b, double base) {
        double unit = Entropy.scale(base);
        return new Divergence(p, q, a, b).nats() / unit;
    }

    private double nats() {
        double[] cuts = cuts();
        int last = cuts.length - 1;
        for (int i = 0; i < last; i++) piece(cuts[i], cuts[i + 1]);
        addTail(cuts, 0, 1);
        addTail(cuts, last, -1);
        if (!(Math.abs(mass - 1) <= 1e-4)) throw new Fault(Kind.MASS, mass, 0);
        return Double.isNaN(divergence) ? Double.POSITIVE_INFINITY : Math.max(divergence, 0);
    }

    private double[] cuts() {
        TreeSet<Double> cuts = new TreeSet<>();
        double low = p.peaks[0];
        double high = p.peaks[p.peaks.length - 1];
        for (int i = 0; i < p.peaks.length; i++) {
            double m = p.peaks[i];
            add(cuts, m);
            int far = p.peaks.length == 1 ? OUTWARD : 50;
            for (int k = 0; k <= far; k++) {
                add(cuts, m + Math.scalb(p.widths[i], k));
                add(cuts, m - Math.scalb(p.widths[i], k));
            }
        }
        // the ends' pieces come in exact powers of two, for the tail's law to be read from them
        outward(cuts, high, a, b, p.widths[p.widths.length - 1], 1);
        outward(cuts, low, a, b, p.widths[0], -1);
        double[] r = new double[cuts.size()];
        int n = 0;
        for (double x : cuts) r[n++] = x;
        return r;
    }

    private void outward(TreeSet<Double> cuts, double peak, double a, double b, double width, int side) {
        double bound = side > 0 ? b : a;
        if (Double.isInfinite(bound)) {
            double far = Math.scalb(width, 20);
            if (side > 0) cuts.tailSet(peak + far, false).clear();
            else cuts.headSet(peak - far, false).clear();
            for (int k = 20; k <= OUTWARD; k++) cuts.add(peak + side * Math.scalb(width, k));
            return;
        }
        double span = Math.min(Double.isInfinite(b - a) ? width : b - a, Math.max(Math.abs(bound - peak), (b - a) / 2));
        int depth = bound == 0 ? 200 : INWARD;
        double near = bound - side * Math.scalb(span, -4);
        if (side > 0) cuts.tailSet(near, false).clear();
        else cuts.headSet(near, false).clear();
        for (int k = 4; k <= depth; k++) cuts.add(bound - side * Math.scalb(span, -k));
    }

    private void add(TreeSet<Double> cuts, double x) {
        if (x > a && x < b) cuts.add(x);
    }

    /** What is beyond the outermost cut, from the last three pieces before it. */
    private void addTail(double[] cuts, int end, int inward) {
        double[] m = new double[3];
        double[] t = new double[3];
        for (int k = 0; k < 3; k++) {
            int i = end + inward * k;
            if (i + inward < 0 || i + inward >= cuts.length) return;
            double[] s = integrate(Math.min(cuts[i], cuts[i + inward]), Math.max(cuts[i], cuts[i + inward]));
            m[k] = s[0];
            t[k] = s[1];
        }
        if (t[0] == 0 && m[0] == 0 || Double.isInfinite(divergence)) return;
        if (Math.abs(t[0]) >= STANDSTILL * Math.abs(t[1]) && Math.abs(t[1]) >= STANDSTILL * Math.abs(t[2])) {
            divergence = t[0] > 0 ? Double.POSITIVE_INFINITY : divergence;
            return;
        }
        double rho = m[0] / m[1];
        if (!(rho > 0 && rho < 1)) return;
        // p·(ln p − ln q) falls as ρᵏ·(u + d·k) when p and q fall as powers: Σ over k ≥ 1 in closed form
        double u = t[0];
        double d = t[0] - t[1] * rho;
        mass += m[0] * rho / (1 - rho);
        divergence += u * rho / (1 - rho) + d * rho / ((1 - rho) * (1 - rho));
    }

    private void piece(double from, double to) {
        double[] s = integrate(from, to);
        mass += s[0];
        divergence += s[1];
    }

    private double[] integrate(double from, double to) {
        return GaussKronrod.integrate(this::integrand, from, to);
    }

    private void integrand(double x, double[] into) {
        double px = p.value(x);
        into[0] = px;
        into[1] = px == 0 ? 0 : px * (Math.log(px) - q.log(x));
    }
}
