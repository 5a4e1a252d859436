package nabla.kernel;

/**
 * The generator MT19937 of random 32-bit integers (Matsumoto and Nishimura 1998), with both of its published ways to begin: by one
 * integer, as MATLAB's {@code rng(seed)} and NumPy's RandomState, or by several, as Octave's {@code rand('state', seed)} and Python.
 */
public final class MersenneTwister {
    /** Words of the state. */
    public static final int WORDS = 624;

    private static final int SHIFT = 397;

    private int[] words = new int[WORDS];
    private int[] other = new int[WORDS];
    private int at = WORDS;

    private MersenneTwister() {}

    /** Begun by one integer. */
    public static MersenneTwister of(int seed) {
        MersenneTwister r = new MersenneTwister();
        r.fill(seed);
        return r;
    }

    /** Begun by at least one integer. */
    public static MersenneTwister of(int... seeds) {
        MersenneTwister r = new MersenneTwister();
        int[] w = r.words;
        r.fill(19650218);
        int i = 1;
        for (int k = 0, j = 0; k < Math.max(WORDS, seeds.length); k++) {
            w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >>> 30) * 1664525) + seeds[j] + j;
            i = after(i, w);
            j = (j + 1) % seeds.length;
        }
        for (int k = 1; k < WORDS; k++) {
            w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >>> 30) * 1566083941) - i;
            i = after(i, w);
        }
        w[0] = 0x80000000;
        return r;
    }

    private void fill(int seed) {
        words[0] = seed;
        for (int k = 1; k < WORDS; k++) words[k] = 1812433253 * (words[k - 1] ^ words[k - 1] >>> 30) + k;
    }

    /** The word after the i-th, from 1 on again behind the last. */
    private static int after(int i, int[] w) {
        if (i < WORDS - 1) return i + 1;
        w[0] = w[WORDS - 1];
        return 1;
    }

    /** Continued from a state. */
    public static MersenneTwister at(int[] state) {
        MersenneTwister r = new MersenneTwister();
        System.arraycopy(state, 0, r.words, 0, WORDS);
        r.at = WORDS - Math.max(0, Math.min(state[WORDS], WORDS));
        return r;
    }

    /** The state: 624 words, and how many of them are still to be used. */
    public int[] state() {
        int[] r = java.util.Arrays.copyOf(words, WORDS + 1);
        r[WORDS] = WORDS - at;
        return r;
    }

    /** The next 32 bits. */
    public int next() {
        if (at == WORDS) twist();
        int y = words[at++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    /** All words anew, into the other array, so that the loops have no order to keep and run on the processor's vectors. */
    private void twist() {
        int[] a = words;
        int[] b = other;
        for (int k = 0; k < WORDS - SHIFT; k++) b[k] = a[k + SHIFT] ^ mixed(a[k], a[k + 1]);
        for (int k = WORDS - SHIFT; k < WORDS - 1; k++) b[k] = b[k + SHIFT - WORDS] ^ mixed(a[k], a[k + 1]);
        b[WORDS - 1] = b[SHIFT - 1] ^ mixed(a[WORDS - 1], b[0]);
        words = b;
        other = a;
        at = 0;
    }

    private static int mixed(int high, int low) {
        int y = high & 0x80000000 | low & 0x7fffffff;
        return y >>> 1 ^ -(y & 1) & 0x9908b0df;
    }

    /** So many random bits, 33 to 64, the first 32 of them lowest. */
    public long bits(int count) {
        long low = next() & 0xffffffffL;
        return (next() & 0xffffffffL >>> 64 - count) << 32 | low;
    }

    /** Uniform in (0, 1): a multiple of 2⁻⁵³ that isn't 0. */
    public double uniform() {
        double r;
        do r = ((next() >>> 5) * 0x1p26 + (next() >>> 6)) * 0x1p-53;
        while (r == 0);
        return r;
    }
}
