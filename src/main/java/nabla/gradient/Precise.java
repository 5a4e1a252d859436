package nabla.gradient;

/**
 * A real number as the sum of two terms m·2ᵉ, each with a double m and a long e: twice the digits of a double and no overflow. What
 * doubles make of exp(800) or of 1/(1 + exp(−800)) subtracted from 1, infinity and zero, has its true value here. The sums and products are
 * those of Dekker, A floating-point technique for extending the available precision, 1971.
 */
final class Precise {
    static final Precise ZERO = of(0);
    static final Precise ONE = of(1);
    static final Precise NAN = of(Double.NaN);

    /** ln 2 as two doubles. */
    private static final Precise LN2 = of(0x1.62e42fefa39efp-1).plus(of(0x1.abc9e3b39803fp-56));

    /** How many times exp halves its argument, and the terms of its series. */
    private static final int HALVINGS = 9;

    private static final int TERMS = 12;
    /** Exponents beyond are infinity and zero. */
    private static final long LARGEST = 1L << 60;
    /** Exponents that are so far apart belong to terms that do not touch. */
    private static final int APART = 110;

    /** m·2ᵉ with 1 ≤ |m| < 2, or 0, infinity, NaN. */
    private record Term(double m, long e) {
        static final Term NONE = new Term(0, 0);

        static Term of(double m, long e) {
            if (m == 0 || Double.isNaN(m) || Double.isInfinite(m)) return new Term(m, 0);
            int k = Math.getExponent(m);
            if (k < Double.MIN_EXPONENT) return of(m * 0x1p60, e - 60);
            if (e + k > LARGEST) return new Term(Math.copySign(Double.POSITIVE_INFINITY, m), 0);
            return e + k < -LARGEST ? NONE : new Term(Math.scalb(m, -k), e + k);
        }

        boolean isFinite() {
            return m - m == 0;
        }

        double value() {
            return m == 0 || !isFinite() ? m : Math.scalb(m, (int) Math.max(-2000, Math.min(2000, e)));
        }

        Term negated() {
            return new Term(-m, e);
        }

        Term times(Term o) {
            return of(m * o.m, e + o.e);
        }

        /** What the product's rounding lost. */
        Term lostBy(Term o) {
            return isFinite() && o.isFinite() ? of(Math.fma(m, o.m, -(m * o.m)), e + o.e) : NONE;
        }
    }

    /** The leading term, and what is left of the number. */
    private final Term hi;

    private final Term lo;

    private Precise(Term hi, Term lo) {
        this.hi = hi;
        this.lo = hi.isFinite() && lo.isFinite() ? lo : Term.NONE;
    }

    static Precise of(double x) {
        return new Precise(Term.of(x, 0), Term.NONE);
    }

    /** 2ᵏ. */
    static Precise power(long k) {
        return new Precise(Term.of(1, k), Term.NONE);
    }

    /** The nearest double: infinity and 0 for what is out of its range. */
    double value() {
        double h = hi.value();
        return Double.isInfinite(h) ? h : h + lo.value();
    }

    /** The sign: −1, 0 or 1; NaN for NaN. */
    double sign() {
        return Math.signum(hi.m);
    }

    boolean isNaN() {
        return Double.isNaN(hi.m);
    }

    private boolean isFinite() {
        return hi.isFinite();
    }

    int compareTo(Precise o) {
        if (!isFinite() || !o.isFinite()) return Double.compare(hi.m, o.hi.m);
        return (int) minus(o).sign();
    }

    Precise negated() {
        return new Precise(hi.negated(), lo.negated());
    }

    Precise abs() {
        return hi.m < 0 ? negated() : this;
    }

    /** The sum of two terms and what its rounding lost. */
    private static Precise sum(Term a, Term b) {
        if (a.m == 0) return new Precise(b, Term.NONE);
        if (b.m == 0) return new Precise(a, Term.NONE);
        if (!a.isFinite() || !b.isFinite()) return new Precise(Term.of(a.m + b.m, 0), Term.NONE);
        if (a.e < b.e) return sum(b, a);
        if (a.e - b.e > APART) return new Precise(a, b);
        double x = a.m;
        double y = Math.scalb(b.m, (int) (b.e - a.e));
        double s = x + y;
        double t = s - x;
        return new Precise(Term.of(s, a.e), Term.of((x - (s - t)) + (y - t), a.e));
    }

    Precise plus(Precise o) {
        Precise s = sum(hi, o.hi);
        Precise t = sum(lo, o.lo);
        Precise v = sum(s.hi, sum(s.lo, t.hi).hi);
        return sum(v.hi, sum(v.lo, t.lo).hi);
    }

    Precise minus(Precise o) {
        return plus(o.negated());
    }

    Precise times(Precise o) {
        Term p = hi.times(o.hi);
        if (p.m == 0 || !p.isFinite()) return new Precise(p, Term.NONE);
        Term crossed = sum(hi.times(o.lo), lo.times(o.hi)).hi;
        return sum(p, sum(hi.lostBy(o.hi), crossed).hi);
    }

    Precise over(Precise o) {
        Term q = Term.of(hi.m / o.hi.m, hi.e - o.hi.e);
        if (q.m == 0 || !q.isFinite() || !o.isFinite()) return new Precise(q, Term.NONE);
        Precise r = minus(o.times(new Precise(q, Term.NONE)));
        Term second = Term.of(r.hi.m / o.hi.m, r.hi.e - o.hi.e);
        Precise left = r.minus(o.times(new Precise(second, Term.NONE)));
        Term third = Term.of(left.hi.m / o.hi.m, left.hi.e - o.hi.e);
        return sum(q, second).plus(new Precise(third, Term.NONE));
    }

    private Precise scaled(long k) {
        return new Precise(Term.of(hi.m, hi.e + k), Term.of(lo.m, lo.e + k));
    }

    Precise sqrt() {
        if (hi.m <= 0 || !isFinite()) return new Precise(Term.of(Math.sqrt(hi.m), 0), Term.NONE);
        long half = Math.floorDiv(hi.e, 2);
        Precise a = scaled(-2 * half);
        Precise s = of(Math.sqrt(a.hi.value()));
        for (int k = 0; k < 2; k++) s = s.plus(a.minus(s.times(s)).over(s.scaled(1)));
        return s.scaled(half);
    }

    Precise exp() {
        double x = hi.value();
        if (Double.isNaN(x) || Math.abs(x) > LARGEST) return x > 0 ? of(Double.POSITIVE_INFINITY) : x < 0 ? ZERO : NAN;
        double k = Math.rint(x / LN2.value());
        return minus(LN2.times(of(k))).grown().plus(ONE).scaled((long) k);
    }

    /** exp(x) − 1 for a small x: its series for x/2⁹, then p → 2p + p². */
    private Precise grown() {
        Precise r = scaled(-HALVINGS);
        Precise p = r;
        Precise term = r;
        for (int n = 2; n <= TERMS; n++) {
            term = term.times(r).over(of(n));
            p = p.plus(term);
        }
        for (int n = 0; n < HALVINGS; n++) p = p.scaled(1).plus(p.times(p));
        return p;
    }

    Precise expm1() {
        return Math.abs(hi.value()) < 0.3 ? grown() : exp().minus(ONE);
    }

    /** By Newton's method for exp. */
    Precise log() {
        if (hi.m <= 0 || !isFinite()) return of(Math.log(hi.m));
        long e = hi.m > 1.4 ? hi.e + 1 : hi.e;
        Precise a = scaled(-e);
        Precise y = of(Math.log(a.hi.value()));
        for (int k = 0; k < 2; k++) y = y.plus(a.times(y.negated().exp()).minus(ONE));
        return y.plus(LN2.times(of(e)));
    }

    Precise log1p() {
        return ONE.plus(this).log();
    }

    /** Whole powers up to a thousand by multiplication, others by the logarithm. */
    Precise power(Precise p) {
        double n = p.value();
        if (p.hi.m == 0) return ONE;
        if (n == Math.rint(n) && Math.abs(n) <= 1000 && p.minus(of(n)).hi.m == 0) return n < 0 ? ONE.over(repeated((int) -n)) : repeated((int) n);
        if (!(hi.m > 0) || !isFinite()) return of(Math.pow(value(), n));
        return log().times(p).exp();
    }

    private Precise repeated(int n) {
        Precise r = ONE;
        Precise square = this;
        for (int k = n; k > 0; k >>= 1) {
            if ((k & 1) == 1) r = r.times(square);
            if (k > 1) square = square.times(square);
        }
        return r;
    }

    /** 1/(1 + exp(−x)). */
    Precise sigmoid() {
        return ONE.over(ONE.plus(negated().exp()));
    }

    /** log(1 + exp(x)). */
    Precise softplus() {
        return ONE.plus(exp()).log();
    }

    Precise tanh() {
        if (!isFinite()) return of(Math.tanh(hi.m));
        Precise grown = abs().scaled(1).negated().expm1();
        Precise t = grown.negated().over(grown.plus(of(2)));
        return hi.m < 0 ? t.negated() : t;
    }

    Precise sinh() {
        Precise grown = abs().expm1();
        Precise s = grown.plus(grown.over(grown.plus(ONE))).scaled(-1);
        return hi.m < 0 ? s.negated() : s;
    }

    Precise cosh() {
        Precise e = abs().exp();
        return e.plus(ONE.over(e)).scaled(-1);
    }
}
