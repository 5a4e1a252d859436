package nabla.value;

import java.math.BigDecimal;

/** Numbers, truth values and characters: whatever arithmetic takes. */
public abstract class Numeric extends Array {
    private Form form;

    protected Numeric(int[] dims) {
        super(dims);
    }

    /** How it was made, if its display tells; or null. */
    final Form form() {
        return form != null && form.describes(this) ? form : null;
    }

    /** The same elements, however they were made. */
    final Numeric plain() {
        return form == null ? this : (Numeric) reshape(dims());
    }

    /** Remembers how it was made. */
    final void form(Form f) {
        form = f;
    }

    /** The real part of element i (from 0) as a double; exact but for 64-bit integers beyond 2⁵³. */
    public abstract double re(int i);

    /** The real part of element i exactly; it is finite. */
    public BigDecimal exact(int i) {
        return new BigDecimal(re(i));
    }

    /** The imaginary part of element i. */
    public double im(int i) {
        return 0;
    }

    public boolean isComplex() {
        return false;
    }

    public boolean isSingle() {
        return false;
    }

    /** The real parts as a new or internal array of exactly numel doubles: for reading alone. */
    public double[] toDoubles() {
        double[] r = new double[numel()];
        for (int i = 0; i < r.length; i++) r[i] = re(i);
        return r;
    }

    @Override
    public boolean isTrue() {
        int n = numel();
        for (int i = 0; i < n; i++) if (re(i) == 0 && im(i) == 0) return false;
        return n > 0;
    }
}
