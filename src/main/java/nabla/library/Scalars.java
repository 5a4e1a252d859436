package nabla.library;

import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Single numbers out of arguments whose class a method decides itself. */
public final class Scalars {
    private Scalars() {}

    /** The real number that the argument holds, {@code otherwise} when it is missing or empty; an error names function and argument. */
    public static double of(String function, String argument, Value v, double otherwise) {
        if (v == null || v.isEmpty()) return otherwise;
        if (v instanceof Numeric x && x.numel() == 1 && (!x.isComplex() || x.im(0) == 0)) return x.re(0);
        throw Failure.of("%s: %s must be a real scalar, not %s", "%s: аргумент %s — вещественное число, а не %s", function, argument, described(v))
                .id("Octave:invalid-input-type");
    }

    /** The whole number from least on that the argument holds, {@code otherwise} when it is missing or empty. */
    public static int whole(String function, String argument, Value v, int least, int otherwise) {
        double x = of(function, argument, v, otherwise);
        if (x == Math.rint(x) && x >= least && x <= Integer.MAX_VALUE) return (int) x;
        throw Failure.of("%s: %s must be a whole number from %d on, not %s", "%s: аргумент %s — целое число не меньше %d, а не %s",
                function, argument, least, nabla.value.Decimal.general(x, 5, false));
    }

    private static String described(Value v) {
        return v.isScalar() ? Binder.kind(v) : Dims.text(v.dims()) + " " + Binder.kind(v);
    }
}
