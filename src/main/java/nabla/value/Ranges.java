package nabla.value;

/** The rows {@code base:step:limit}. */
public final class Ranges {
    private static final double TOLERANCE = 3 * Math.ulp(1.0);

    private Ranges() {}

    /** The row from base by step to at most limit; a last element that misses the limit by round-off counts, and is the limit. */
    public static Real of(double base, double step, double limit) {
        if (undefined(base, step, limit)) return Real.of(Double.NaN);
        if (step == 0 || step > 0 && base > limit || step < 0 && base < limit) return Real.zeros(1, 0);
        double count = elements(base, step, limit);
        if (Double.isInfinite(count) || count != count) {
            throw Failure.of(
                    "range with infinite number of elements cannot be stored", "в диапазоне бесконечно много элементов");
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw Failure.of(
                            "out of memory or dimension too large: a range of %s elements",
                            "не хватает памяти: в диапазоне %s элементов",
                            (long) count)
                    .id("Octave:bad-alloc");
        }
        double[] r = Real.allocate(Dims.of(1, (int) count));
        int n = r.length;
        if (n > 0) r[0] = base;
        for (int i = 1; i < n; i++) r[i] = base + i * step;
        if (n > 1) r[n - 1] = last(base, step, limit, r[n - 1]);
        Real row = Real.row(r);
        if (n > 1) row.form(new Form.Range(base, step, limit));
        return row;
    }

    /** The last element, never past the limit; whole when all the others are. */
    private static double last(double base, double step, double limit, double x) {
        double r = step > 0 ? Math.min(x, limit) : Math.max(x, limit);
        return base == Math.rint(base) && step == Math.rint(step) ? Math.rint(r) : r;
    }

    /** Whether the one element is NaN: a part is, or an infinite part leaves no first or second element. */
    private static boolean undefined(double base, double step, double limit) {
        if (base != base || step != step || limit != limit) return true;
        if (step == 0 || step > 0 && base > limit || step < 0 && base < limit) return false;
        boolean far = Double.isInfinite(base);
        return far && (Double.isInfinite(step) || base == limit) || Double.isInfinite(step) && Double.isInfinite(limit);
    }

    /** How many elements {@link #of} gives. */
    public static int count(double base, double step, double limit) {
        if (undefined(base, step, limit)) return 1;
        if (step == 0 || step > 0 && base > limit || step < 0 && base < limit) return 0;
        double count = elements(base, step, limit);
        return count > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) count;
    }

    private static double elements(double base, double step, double limit) {
        if (Double.isInfinite(base) || Double.isInfinite(limit)) return Double.POSITIVE_INFINITY;
        if (Double.isInfinite(step)) return 1;
        double n = Math.max(0, tolerantFloor((limit - base + step) / step));
        if (!near(base + (n - 1) * step, limit)) {
            if (near(base + (n - 2) * step, limit)) n--;
            else if (near(base + n * step, limit)) n++;
        }
        return n;
    }

    private static boolean near(double u, double v) {
        return Math.abs(u - v) < Math.max(Math.abs(u), Math.abs(v)) * TOLERANCE;
    }

    /** The floor of x, or of a little more when x is below an integer by round-off alone. */
    private static double tolerantFloor(double x) {
        double up = Math.rint(x);
        return up > x && up - x <= TOLERANCE * Math.max(1, Math.abs(up)) ? up : Math.floor(x);
    }
}
