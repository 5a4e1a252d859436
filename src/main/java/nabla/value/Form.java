package nabla.value;

/**
 * How an array was made, as far as its display tells: an array keeps it until an operation makes another one, and
 * {@link #describes} notices elements that were written in place.
 */
public sealed interface Form permits Form.Range {
    /** Whether the array still is what it was made as. */
    boolean describes(Numeric a);

    /** The row {@code base:step:limit}: its fractions stand one column wider than those of a matrix, in columns as wide as the limit needs. */
    record Range(double base, double step, double limit) implements Form {
        @Override
        public boolean describes(Numeric a) {
            int n = a.numel();
            for (int i = 0; i < n - 1; i++) if (a.re(i) != base + i * step) return false;
            return n > 1 && n == Ranges.count(base, step, limit) && Math.abs(a.re(n - 1) - (base + (n - 1) * step)) <= Math.abs(step) / 2;
        }

        boolean whole() {
            return base == Math.rint(base) && step == Math.rint(step);
        }

        /** Digits before the point of the greater end. */
        int upper() {
            return Decimal.magnitude(Math.abs(Math.max(base, limit)));
        }

        /** Digits before the point of the smaller end. */
        int lower() {
            return Decimal.magnitude(Math.abs(Math.min(base, limit)));
        }
    }
}
