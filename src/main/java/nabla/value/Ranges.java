package nabla.value;

import java.math.BigInteger;

/** The rows {@code base:step:limit}. */
public final class Ranges {
    private static final double TOLERANCE = 3 * Math.ulp(1.0);
    private static final double SINGLE_TOLERANCE = 3 * Math.ulp(1f);

    private Ranges() {}

    /** The row base:step:limit in the class its parts ask for: integers, single, text, double. */
    public static Value of(Value base, Value step, Value limit) {
        Numeric[] parts = {part(base), part(step), part(limit)};
        for (Numeric p : parts) if (p.isEmpty()) return Real.zeros(1, 0);
        boolean text = base instanceof Char || limit instanceof Char;
        IntType type = null;
        boolean single = false;
        for (Numeric p : parts) {
            if (p instanceof Ints i && type == null) type = i.type();
            single |= p.isSingle();
        }
        for (Numeric p : parts) if (p instanceof Ints i && i.type() != type) throw incompatible();
        if (type != null && (single || text) || single && text) throw incompatible();
        if (type != null) return integers(type, parts[0], parts[1], parts[2]);
        double b = parts[0].re(0);
        double s = parts[1].re(0);
        double l = parts[2].re(0);
        return single ? single((float) b, (float) s, (float) l) : text ? Convert.toChar(of(b, s, l)) : of(b, s, l);
    }

    private static Failure incompatible() {
        return Failure.of("incompatible types found in range expression", "в диапазоне сочетаются несовместимые классы чисел");
    }

    private static Numeric part(Value v) {
        if (!(v instanceof Numeric n)) {
            throw Failure.of(
                    "invalid types found in range: a range needs numbers, not a %s",
                    "диапазон строится из чисел, а не из %s", v.className());
        }
        return n;
    }

    /** The row from base by step to at most limit; a last element that misses the limit by round-off counts, and is the limit. */
    public static Real of(double base, double step, double limit) {
        if (undefined(base, step, limit)) return Real.of(Double.NaN);
        if (step == 0 || step > 0 && base > limit || step < 0 && base < limit) return Real.zeros(1, 0);
        int n = size(elements(base, step, limit, TOLERANCE));
        double[] r = Real.allocate(Dims.of(1, n));
        if (n > 0) r[0] = base;
        for (int i = 1; i < n; i++) r[i] = base + i * step;
        if (n > 1) r[n - 1] = last(base, step, limit, r[n - 1]);
        Real row = Real.row(r);
        if (n > 1) row.form(new Form.Range(base, step, limit));
        return row;
    }

    /** The same in single precision. */
    public static Real single(float base, float step, float limit) {
        if (undefined(base, step, limit)) return new Real(true, new double[] {Double.NaN}, 1, 1);
        boolean none = step == 0 || step > 0 && base > limit || step < 0 && base < limit;
        int n = none ? 0 : size(elements(base, step, limit, SINGLE_TOLERANCE));
        double[] r = Real.allocate(Dims.of(1, n));
        if (n > 0) r[0] = base;
        for (int i = 1; i < n; i++) r[i] = base + i * step;
        if (n > 1) r[n - 1] = last(base, step, limit, r[n - 1]);
        return new Real(true, r, 1, n);
    }

    /** The same of integers, exactly: all parts are whole, the first and the last of the class. */
    public static Ints integers(IntType type, Numeric base, Numeric step, Numeric limit) {
        BigInteger from = whole(base, type, "lower bound", "начало");
        BigInteger by = whole(step, null, "increment", "шаг");
        BigInteger to = whole(limit, type, "upper bound", "конец");
        BigInteger way = to.subtract(from);
        boolean none = by.signum() == 0 || way.signum() * by.signum() < 0;
        int n = none ? 0 : size(way.divide(by).doubleValue() + 1);
        long[] r = new long[n];
        for (int i = 0; i < n; i++) r[i] = from.longValue() + i * by.longValue();
        return new Ints(type, r, 1, n);
    }

    private static BigInteger whole(Numeric x, IntType type, String part, String russian) {
        double d = x.re(0);
        if (d == Math.rint(d) && Double.isFinite(d)) {
            BigInteger v = x.exact(0).toBigInteger();
            if (type == null || v.equals(type.exact(type.saturate(v)))) return v;
        }
        throw Failure.of(
                "colon operator " + part + " invalid (not an integer or out of range for given integer type)",
                "диапазон целых: " + russian + " — не целое число этого класса");
    }

    private static int size(double count) {
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
        return (int) count;
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
        double count = elements(base, step, limit, TOLERANCE);
        return count > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) count;
    }

    private static double elements(double base, double step, double limit, double tolerance) {
        if (Double.isInfinite(base) || Double.isInfinite(limit)) return Double.POSITIVE_INFINITY;
        if (Double.isInfinite(step)) return 1;
        double n = Math.max(0, tolerantFloor((limit - base + step) / step, tolerance));
        if (!near(base + (n - 1) * step, limit, tolerance)) {
            if (near(base + (n - 2) * step, limit, tolerance)) n--;
            else if (near(base + n * step, limit, tolerance)) n++;
        }
        return n;
    }

    private static boolean near(double u, double v, double tolerance) {
        return Math.abs(u - v) < Math.max(Math.abs(u), Math.abs(v)) * tolerance;
    }

    /** The floor of x, or of a little more when x is below an integer by round-off alone. */
    private static double tolerantFloor(double x, double tolerance) {
        double up = Math.rint(x);
        return up > x && up - x <= tolerance * Math.max(1, Math.abs(up)) ? up : Math.floor(x);
    }
}
