package nabla.library.mathematics;

/**
 * Bessel's functions of a real order and a positive argument: Temme's series near zero, Steed's continued fractions beyond, recurrences in
 * the order between (Temme, J. Comput. Phys. 19 (1975); Press et al., Numerical Recipes, 6.6).
 */
final class BesselFunctions {
    private static final double SMALL = 1e-300;
    private static final int MOST = 10_000_000;
    /** Beyond this argument Hankel's series give J and Y of orders up to 2. */
    private static final double FAR = 50;
    /** Beyond this argument, and the order's square, asymptotic series give I and K. */
    private static final double VERY_FAR = 1e4;
    /** The largest order: its square bounds the terms of a continued fraction. */
    static final double LARGEST_ORDER = 3000;
    /** Below this argument Temme's series are summed. */
    private static final double NEAR = 2;

    /** The two solutions at an order: J and Y, or I and K; and their derivatives. */
    record Pair(double first, double second, double dfirst, double dsecond) {}

    private BesselFunctions() {}

    /** Temme's sums at order mu, |mu| at most 1/2: those of order mu and of order mu + 1 (times 2/x). */
    private record Start(double at, double next) {}

    /** J and Y of order nu, at least 0, at x above 0. */
    static Pair jy(double nu, double x) {
        if (x > FAR && x > nu) return far(nu, x);
        int steps = x < NEAR ? (int) (nu + 0.5) : Math.max(0, (int) (nu - x + 1.5));
        double mu = nu - steps;
        double w = 2 / (Math.PI * x);
        double sign = 1;
        double h = Math.max(nu / x, SMALL);
        double b = 2 * nu / x;
        double d = 0;
        double c = h;
        for (int i = 1; i < MOST; i++) {
            b += 2 / x;
            d = nonzero(b - d);
            c = nonzero(b - 1 / c);
            d = 1 / d;
            double delta = c * d;
            h *= delta;
            if (d < 0) sign = -sign;
            if (Math.abs(delta - 1) < 1e-16) break;
        }
        double j = sign * SMALL;
        double dj = h * j;
        double jTop = j;
        double djTop = dj;
        for (int k = steps; k > 0; k--) {
            double t = (mu + k) / x * j + dj;
            dj = (mu + k - 1) / x * t - j;
            j = t;
        }
        if (j == 0) j = 1e-16;
        double f = dj / j;
        double jMu;
        double y;
        double y1;
        if (x < NEAR) {
            Start s = temme(mu, x, -1);
            y = -s.at;
            y1 = -s.next;
            jMu = w / (mu / x * y - y1 - f * y);
        } else {
            double[] pq = steed(mu, x);
            double gamma = (pq[0] - f) / pq[1];
            jMu = Math.copySign(Math.sqrt(w / ((pq[0] - f) * gamma + pq[1])), j);
            y = gamma * jMu;
            y1 = mu / x * y - y * (pq[0] + pq[1] / gamma);
            if (gamma == 0) y1 = -pq[1] * jMu;
        }
        double scale = jMu / j;
        for (int k = 1; k <= steps; k++) {
            double t = 2 * (mu + k) / x * y1 - y;
            y = y1;
            y1 = t;
        }
        return new Pair(jTop * scale, y, djTop * scale, nu / x * y - y1);
    }

    /** exp(-x) I and exp(x) K of order nu, at least 0, at x above 0; the derivatives scaled likewise. */
    static Pair ik(double nu, double x) {
        if (x > VERY_FAR && x > nu * nu) {
            double rise = 1 / Math.sqrt(2 * Math.PI * x);
            double fall = Math.sqrt(Math.PI / (2 * x));
            double i = rise * series(nu, x, -1);
            double k = fall * series(nu, x, 1);
            return new Pair(i, k, nu / x * i + rise * series(nu + 1, x, -1), nu / x * k - fall * series(nu + 1, x, 1));
        }
        int steps = (int) (nu + 0.5);
        double mu = nu - steps;
        double h = Math.max(nu / x, SMALL);
        double b = 2 * nu / x;
        double d = 0;
        double c = h;
        for (int i = 1; i < MOST; i++) {
            b += 2 / x;
            d = 1 / (b + d);
            c = b + 1 / c;
            h *= c * d;
            if (Math.abs(c * d - 1) < 1e-16) break;
        }
        double i0 = SMALL;
        double di = h * i0;
        double iTop = i0;
        for (int k = steps; k > 0; k--) {
            double t = (mu + k) / x * i0 + di;
            di = (mu + k - 1) / x * t + i0;
            i0 = t;
        }
        double f = di / i0;
        double k0;
        double k1;
        if (x < NEAR) {
            Start s = temme(mu, x, 1);
            k0 = s.at * Math.exp(x);
            k1 = s.next * Math.exp(x);
        } else {
            double[] s = steedModified(mu, x);
            k0 = Math.sqrt(Math.PI / (2 * x)) / s[1];
            k1 = k0 * (mu + x + 0.5 - s[0]) / x;
        }
        double dk = mu / x * k0 - k1;
        double iMu = 1 / x / (f * k0 - dk);
        for (int k = 1; k <= steps; k++) {
            double t = 2 * (mu + k) / x * k1 + k0;
            k0 = k1;
            k1 = t;
        }
        double top = iMu * iTop / i0;
        return new Pair(top, k0, h * top, nu / x * k0 - k1);
    }

    /** The sum of sign^k a_k, a_k = (m - 1)(m - 9)...(m - (2k-1)^2)/(k! (8x)^k), m = 4 nu^2 (Abramowitz and Stegun, 9.7.1, 9.7.2). */
    private static double series(double nu, double x, int sign) {
        double term = 1;
        double s = 1;
        for (int k = 1; k < 60 && Math.abs(term) > 1e-17 * Math.abs(s); k++) {
            term *= sign * (4 * nu * nu - (2.0 * k - 1) * (2 * k - 1)) / (8 * k * x);
            s += term;
        }
        return s;
    }

    /** J and Y below the argument in order: the least orders by Hankel's expansions, the others by recurrence, stable for both there. */
    private static Pair far(double nu, double x) {
        int steps = (int) nu;
        double mu = nu - steps;
        double[] at = hankel(mu, x);
        double[] next = hankel(mu + 1, x);
        for (int k = 1; k <= steps; k++) {
            double[] above = {2 * (mu + k) / x * next[0] - at[0], 2 * (mu + k) / x * next[1] - at[1]};
            at = next;
            next = above;
        }
        return new Pair(at[0], at[1], nu / x * at[0] - next[0], nu / x * at[1] - next[1]);
    }

    /** J and Y by Hankel's expansions (Abramowitz and Stegun, 9.2.5 to 9.2.10). */
    private static double[] hankel(double nu, double x) {
        double term = 1;
        double p = 1;
        double q = 0;
        for (int k = 1; k < 60 && Math.abs(term) > 1e-17; k++) {
            term *= (4 * nu * nu - (2.0 * k - 1) * (2 * k - 1)) / (8 * k * x);
            if (k % 2 == 1) q += k % 4 == 1 ? term : -term;
            else p += k % 4 == 0 ? term : -term;
        }
        double phase = Math.PI * ((nu / 2 + 0.25) % 2);
        double cos = Math.cos(x) * Math.cos(phase) + Math.sin(x) * Math.sin(phase);
        double sin = Math.sin(x) * Math.cos(phase) - Math.cos(x) * Math.sin(phase);
        double scale = Math.sqrt(2 / (Math.PI * x));
        return new double[] {scale * (p * cos - q * sin), scale * (p * sin + q * cos)};
    }

    private static double nonzero(double v) {
        return Math.abs(v) < SMALL ? SMALL : v;
    }

    /** The coefficients of 1/gamma(1 + mu) (Abramowitz and Stegun, 6.1.34). */
    private static final double[] RECIPROCAL = {
        1, 0.5772156649015329, -0.6558780715202538, -0.0420026350340952, 0.1665386113822915, -0.0421977345555443, -0.0096219715278770,
        0.0072189432466630, -0.0011651675918591, -0.0002152416741149, 0.0001280502823882, -0.0000201348547807, -0.0000012504934821,
        0.0000011330272320, -0.0000002056338417, 0.0000000061160950, 0.0000000050020075, -0.0000000011812746, 0.0000000001043427,
        0.0000000000077823, -0.0000000000036968, 0.0000000000005100
    };

    /** Every other term of the series of 1/gamma(1 + mu) from the one given, as a series in mu². */
    private static double even(int first, double mu) {
        double s = 0;
        for (int k = RECIPROCAL.length - 2 + first; k >= first; k -= 2) s = s * mu * mu + RECIPROCAL[k];
        return s;
    }

    /** Temme's series: of -Y (sign -1) or K (sign 1) at orders mu and mu + 1. */
    private static Start temme(double mu, double x, int sign) {
        double pi = Math.PI * mu;
        double ratio = Math.abs(pi) < 1e-15 ? 1 : pi / Math.sin(pi);
        double log = -Math.log(x / 2);
        double e = mu * log;
        double sinh = Math.abs(e) < 1e-15 ? 1 : Math.sinh(e) / e;
        double gamma1 = -even(1, mu);
        double gamma2 = even(0, mu);
        double plus = gamma2 - mu * gamma1;
        double minus = gamma2 + mu * gamma1;
        double f = ratio * (gamma1 * Math.cosh(e) + gamma2 * sinh * log);
        e = Math.exp(e);
        double p = e / plus / 2;
        double q = 1 / e / minus / 2;
        if (sign < 0) {
            f *= 2 / Math.PI;
            p *= 2 / Math.PI;
            q *= 2 / Math.PI;
        }
        double half = pi / 2;
        double r = Math.abs(half) < 1e-15 ? 1 : Math.sin(half) / half;
        double extra = sign > 0 ? 0 : Math.PI * half * r * r;
        double c = 1;
        double d = sign * x * x / 4;
        double sum = f + extra * q;
        double sum1 = p;
        for (int k = 1; k < MOST; k++) {
            f = (k * f + p + q) / (k * k - mu * mu);
            c *= d / k;
            p /= k - mu;
            q /= k + mu;
            double delta = c * (f + extra * q);
            sum += delta;
            sum1 += c * p - k * (sign > 0 ? c * f : delta);
            if (Math.abs(delta) < (1 + Math.abs(sum)) * 1e-17) break;
        }
        return new Start(sum, sum1 * 2 / x);
    }

    /** p and q of Steed's second continued fraction, p + iq = J'/J with the solution that goes out. */
    private static double[] steed(double mu, double x) {
        double a = 0.25 - mu * mu;
        double p = -0.5 / x;
        double q = 1;
        double br = 2 * x;
        double bi = 2;
        double fact = a / x / (p * p + q * q);
        double cr = br + q * fact;
        double ci = bi + p * fact;
        double den = br * br + bi * bi;
        double dr = br / den;
        double di = -bi / den;
        double lr = cr * dr - ci * di;
        double li = cr * di + ci * dr;
        double t = p * lr - q * li;
        q = p * li + q * lr;
        p = t;
        for (int k = 2; k < MOST; k++) {
            a += 2 * (k - 1);
            bi += 2;
            dr = a * dr + br;
            di = a * di + bi;
            if (Math.abs(dr) + Math.abs(di) < SMALL) dr = SMALL;
            fact = a / (cr * cr + ci * ci);
            cr = br + cr * fact;
            ci = bi - ci * fact;
            if (Math.abs(cr) + Math.abs(ci) < SMALL) cr = SMALL;
            den = dr * dr + di * di;
            dr /= den;
            di /= -den;
            lr = cr * dr - ci * di;
            li = cr * di + ci * dr;
            t = p * lr - q * li;
            q = p * li + q * lr;
            p = t;
            if (Math.abs(lr - 1) + Math.abs(li) < 1e-16) break;
        }
        return new double[] {p, q};
    }

    /** h·a₁ and the sum s of Steed's algorithm for K. */
    private static double[] steedModified(double mu, double x) {
        double b = 2 * (1 + x);
        double d = 1 / b;
        double h = d;
        double delta = d;
        double q1 = 0;
        double q2 = 1;
        double a1 = 0.25 - mu * mu;
        double q = a1;
        double c = a1;
        double a = -a1;
        double s = 1 + q * delta;
        for (int k = 2; k < MOST; k++) {
            a -= 2 * (k - 1);
            c = -a * c / k;
            double next = (q1 - b * q2) / a;
            q1 = q2;
            q2 = next;
            q += c * next;
            b += 2;
            d = 1 / (b + a * d);
            delta = (b * d - 1) * delta;
            h += delta;
            double ds = q * delta;
            s += ds;
            if (Math.abs(ds / s) < 1e-17) break;
        }
        return new double[] {a1 * h, s};
    }
}
