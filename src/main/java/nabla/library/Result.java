package nabla.library;

import nabla.value.Complex;
import nabla.value.IntType;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Computed doubles as a value of the class that the arguments' classes ask for. */
public final class Result {
    private Result() {}

    /** Integers stay of their class, single stays single; all else gives double. Takes the doubles over. */
    public static Numeric like(Numeric model, double[] r, int... dims) {
        if (model instanceof Ints i) return integers(i.type(), r, dims);
        return real(model.isSingle(), r, dims);
    }

    public static Real real(boolean single, double[] r, int... dims) {
        if (single) for (int i = 0; i < r.length; i++) r[i] = (float) r[i];
        return new Real(single, r, dims);
    }

    public static Numeric complex(boolean single, double[] re, double[] im, int... dims) {
        if (single) {
            for (int i = 0; i < re.length; i++) {
                re[i] = (float) re[i];
                im[i] = (float) im[i];
            }
        }
        return new Complex(single, re, im, dims).narrow();
    }

    public static Ints integers(IntType type, double[] r, int... dims) {
        long[] t = new long[r.length];
        for (int i = 0; i < t.length; i++) t[i] = type.saturate(r[i]);
        return new Ints(type, t, dims);
    }

    /** The imaginary parts as a new array. */
    public static double[] imaginary(Numeric x) {
        double[] r = new double[x.numel()];
        if (x.isComplex()) for (int i = 0; i < r.length; i++) r[i] = x.im(i);
        return r;
    }

    /** An argument handed back: its holder and the caller share it from now on. */
    public static <T extends Value> T same(T v) {
        v.share();
        return v;
    }

    public static Value[] of(Value... values) {
        return values;
    }
}
