package nabla.library;

import nabla.kernel.MersenneTwister;
import nabla.kernel.Ziggurat;

/**
 * A session's random numbers: a stream of bits for each distribution, as GNU Octave keeps them, so that {@code randn} doesn't move
 * what {@code rand} gives next.
 */
public final class RandomStreams {
    /** The distributions that have a stream of their own. */
    public enum Stream {
        UNIFORM,
        NORMAL,
        EXPONENTIAL,
        GAMMA,
        POISSON
    }

    /** MATLAB's and the authors' seed where none is given. */
    private static final int FIRST = 5489;

    /** Whether uniform numbers began as Octave's do, by {@link #put}. */
    private boolean asOctave;

    private final MersenneTwister[] streams = new MersenneTwister[Stream.values().length];

    /** Begun from the clock. */
    public RandomStreams() {
        shuffle();
    }

    private RandomStreams(RandomStreams of) {
        for (Stream s : Stream.values()) put(s, MersenneTwister.at(of.of(s).state()));
    }

    public void shuffle() {
        seed((int) (System.nanoTime() ^ 0x5DEECE66DL * ProcessHandle.current().pid()));
    }

    /** All streams by one seed, uniform numbers as MATLAB's {@code rng(seed)} gives them; the others apart from each other. */
    public void seed(int seed) {
        for (Stream s : Stream.values()) streams[s.ordinal()] = MersenneTwister.of(seed, s.ordinal());
        streams[Stream.UNIFORM.ordinal()] = MersenneTwister.of(seed == 0 ? FIRST : seed);
        asOctave = false;
    }

    /** Streams that give what these will give. */
    public RandomStreams copy() {
        return new RandomStreams(this);
    }

    /** One stream anew. */
    public void put(Stream s, MersenneTwister bits) {
        streams[s.ordinal()] = bits;
        if (s == Stream.UNIFORM) asOctave = true;
    }

    public MersenneTwister of(Stream s) {
        return streams[s.ordinal()];
    }

    /** Uniform in the open interval (0, 1). */
    public double uniform() {
        return of(Stream.UNIFORM).uniform();
    }

    /** Uniform among 0 … n − 1, n up to 2⁵³. */
    public double below(double n) {
        return Math.floor(uniform() * n);
    }

    /**
     * So many integers from 0 to range − 1 (range up to 2⁵³), each as probable as any other. Octave draws one number more than it needs
     * where the range is no power of two, MATLAB doesn't: what comes next is theirs in either case.
     */
    public double[] integers(double range, int count) {
        double piece = Math.floor(0x1p53 / range);
        double[] r = new double[count];
        for (int k = 0; k < count; k++) {
            do r[k] = Math.floor(uniform() * 0x1p53 / piece);
            while (r[k] >= range);
        }
        if (asOctave && piece * range != 0x1p53) uniform();
        return r;
    }

    /** Standard normal. */
    public double normal() {
        return Ziggurat.normal(of(Stream.NORMAL));
    }

    /** Exponential with mean 1. */
    public double exponential() {
        return Ziggurat.exponential(of(Stream.EXPONENTIAL));
    }

    /** Gamma with the given shape and scale 1; NaN for a shape that is not positive and finite. */
    public double gamma(double shape) {
        return gamma(shape, of(Stream.GAMMA));
    }

    /** Marsaglia and Tsang (2000), "A simple method for generating gamma variables". */
    private static double gamma(double shape, MersenneTwister bits) {
        if (!(shape > 0) || shape == Double.POSITIVE_INFINITY) return Double.NaN;
        double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        double x;
        double v;
        double u;
        do {
            x = Ziggurat.normal(bits);
            v = 1 + c * x;
            v *= v * v;
            u = v > 0 ? bits.uniform() : 1;
        } while (v <= 0 || u >= 1 - 0.0331 * (x * x) * (x * x) && Math.log(u) >= 0.5 * x * x + d * (1 - v + Math.log(v)));
        return shape < 1 ? d * v * Math.exp(-Ziggurat.exponential(bits) / shape) : d * v;
    }

    /** Poisson: counts exponential waits, splitting a large mean by gamma waits (Ahrens and Dieter, 1974); NaN for a negative mean. */
    public double poisson(double mean) {
        MersenneTwister bits = of(Stream.POISSON);
        if (!(mean >= 0)) return Double.NaN;
        if (mean > 1e8) return Math.max(0, Math.rint(mean + Math.sqrt(mean) * Ziggurat.normal(bits)));
        double count = 0;
        while (mean > 30) {
            double m = Math.floor(mean * 7 / 8);
            double t = gamma(m, bits);
            if (t > mean) return count + binomial(m - 1, mean / t, bits);
            count += m;
            mean -= t;
        }
        for (double p = Ziggurat.exponential(bits); p < mean; p += Ziggurat.exponential(bits)) count++;
        return count;
    }

    private static double binomial(double n, double p, MersenneTwister bits) {
        double k = 0;
        for (double i = 0; i < n; i++) if (bits.uniform() < p) k++;
        return k;
    }
}
