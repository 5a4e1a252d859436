package nabla.optim;

import java.util.random.RandomGenerator;

/**
 * Sobol's low-discrepancy points in the unit cube (Bratley and Fox 1988, Gray code order; direction numbers of Joe and Kuo 2008)
 * under a random shift of their digits, which keeps their evenness. Variables past the table's last are independent uniform numbers.
 */
public final class Sobol {
    private static final int BITS = 52;

    /** For each variable from the second on: degree and inner coefficients of its polynomial, then the first direction numbers. */
    private static final int[][] TABLE = {
        {1, 0, 1}, {2, 1, 1, 3}, {3, 1, 1, 3, 1}, {3, 2, 1, 1, 1}, {4, 1, 1, 1, 3, 3}, {4, 4, 1, 3, 5, 13},
        {5, 2, 1, 1, 5, 5, 17}, {5, 4, 1, 1, 5, 5, 5}, {5, 7, 1, 1, 7, 11, 19}, {5, 11, 1, 1, 5, 1, 1},
        {5, 13, 1, 1, 1, 3, 11}, {5, 14, 1, 3, 5, 5, 31}, {6, 1, 1, 3, 3, 9, 7, 49}, {6, 13, 1, 1, 1, 15, 21, 21},
        {6, 16, 1, 3, 1, 13, 27, 49}, {6, 19, 1, 1, 1, 15, 7, 5}, {6, 22, 1, 3, 1, 15, 13, 25}, {6, 25, 1, 1, 5, 5, 19, 61},
        {7, 1, 1, 3, 7, 11, 23, 15, 103}, {7, 4, 1, 3, 7, 13, 13, 15, 69}
    };

    private final RandomGenerator random;
    private final long[][] directions;
    private final long[] digits;
    private final int n;
    private long index;

    /** Points of n variables, shifted by chance. */
    public Sobol(int n, RandomGenerator random) {
        this.n = n;
        this.random = random;
        directions = new long[Math.min(n, TABLE.length + 1)][];
        digits = new long[directions.length];
        for (int j = 0; j < directions.length; j++) {
            directions[j] = directions(j);
            digits[j] = random.nextLong() >>> 64 - BITS;
        }
    }

    /** v_k = m_k / 2ᵏ by the recurrence m_k = 2a₁m_{k−1} ⊕ 2²a₂m_{k−2} ⊕ … ⊕ 2ˢm_{k−s} ⊕ m_{k−s}. */
    private static long[] directions(int j) {
        long[] v = new long[BITS];
        if (j == 0) {
            for (int k = 0; k < BITS; k++) v[k] = 1L << BITS - 1 - k;
            return v;
        }
        int[] row = TABLE[j - 1];
        int s = row[0];
        for (int k = 0; k < BITS; k++) {
            if (k < s) {
                v[k] = (long) row[2 + k] << BITS - 1 - k;
                continue;
            }
            v[k] = v[k - s] ^ v[k - s] >>> s;
            for (int i = 1; i < s; i++) if ((row[1] >> s - 1 - i & 1) == 1) v[k] ^= v[k - i];
        }
        return v;
    }

    /** The next point. */
    public double[] next() {
        double[] u = new double[n];
        for (int j = 0; j < n; j++) u[j] = j < digits.length ? (digits[j] + 0.5) * 0x1p-52 : random.nextDouble();
        int bit = Long.numberOfTrailingZeros(~index++);
        for (int j = 0; j < digits.length; j++) digits[j] ^= directions[j][bit];
        return u;
    }
}
