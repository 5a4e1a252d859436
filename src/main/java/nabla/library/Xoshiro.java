package nabla.library;

/** Random doubles by xoshiro256** (Blackman and Vigna, 2018), seeded through splitmix64. */
public final class Xoshiro {
    private final long[] s = new long[4];
    private double spare = Double.NaN;

    public Xoshiro(long seed) {
        seed(seed);
    }

    public void seed(long seed) {
        long z = seed;
        for (int k = 0; k < 4; k++) {
            z += 0x9E3779B97F4A7C15L;
            long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
            s[k] = y ^ y >>> 31;
        }
        spare = Double.NaN;
    }

    public long[] state() {
        return s.clone();
    }

    public void state(long[] state) {
        System.arraycopy(state, 0, s, 0, 4);
        spare = Double.NaN;
    }

    public long next() {
        long r = Long.rotateLeft(s[1] * 5, 7) * 9;
        long t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = Long.rotateLeft(s[3], 45);
        return r;
    }

    /** Uniform in the open interval (0, 1). */
    public double uniform() {
        double u;
        do u = (next() >>> 11) * 0x1p-53;
        while (u == 0);
        return u;
    }

    /** Uniform among 0 … n − 1, n up to 2⁵³. */
    public double below(double n) {
        return Math.floor(uniform() * n);
    }

    /** Standard normal, by Marsaglia's polar method. */
    public double normal() {
        if (spare == spare) {
            double r = spare;
            spare = Double.NaN;
            return r;
        }
        double u;
        double v;
        double q;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            q = u * u + v * v;
        } while (q >= 1 || q == 0);
        double f = Math.sqrt(-2 * Math.log(q) / q);
        spare = v * f;
        return u * f;
    }

    public double exponential() {
        return -Math.log(uniform());
    }

    /** Gamma with the given shape and scale 1 (Marsaglia and Tsang, 2000). */
    public double gamma(double shape) {
        if (!(shape > 0) || shape == Double.POSITIVE_INFINITY) return Double.NaN;
        if (shape < 1) return gamma(shape + 1) * Math.pow(uniform(), 1 / shape);
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
        }
    }

    /** Poisson: counts exponential waits, splitting a large mean by gamma waits (Ahrens and Dieter, 1974). */
    public double poisson(double mean) {
        if (!(mean >= 0)) return Double.NaN;
        if (mean > 1e8) return Math.max(0, Math.rint(mean + Math.sqrt(mean) * normal()));
        double count = 0;
        while (mean > 30) {
            double m = Math.floor(mean * 7 / 8);
            double t = gamma(m);
            if (t > mean) return count + binomial(m - 1, mean / t);
            count += m;
            mean -= t;
        }
        for (double p = exponential(); p < mean; p += exponential()) count++;
        return count;
    }

    private double binomial(double n, double p) {
        double k = 0;
        for (double i = 0; i < n; i++) if (uniform() < p) k++;
        return k;
    }
}
