package nabla.value;

/** Complex numbers, double or single. Results narrow to {@link Real} when every imaginary part is zero: {@link #narrow}. */
public final class Complex extends Numeric {
    private final double[] re;
    private final double[] im;
    private final boolean single;

    public Complex(boolean single, double[] re, double[] im, int... dims) {
        super(dims);
        this.re = re;
        this.im = im;
        this.single = single;
    }

    public Complex(double[] re, double[] im, int... dims) {
        this(false, re, im, dims);
    }

    public static Complex of(double re, double im) {
        return new Complex(new double[] {re}, new double[] {im}, 1, 1);
    }

    /** This, or the real array of its real parts when no imaginary part differs from zero. */
    public Numeric narrow() {
        for (double y : im) if (y != 0) return this;
        return new Real(single, re, dims());
    }

    public double[] reData() {
        return re;
    }

    public double[] imData() {
        return im;
    }

    @Override
    public double re(int i) {
        return re[i];
    }

    @Override
    public double im(int i) {
        return im[i];
    }

    @Override
    public boolean isComplex() {
        return true;
    }

    @Override
    public boolean isSingle() {
        return single;
    }

    @Override
    public String className() {
        return single ? "single" : "double";
    }

    @Override
    public Complex blank(int... dims) {
        return new Complex(single, Real.allocate(dims), Real.allocate(dims), dims);
    }

    @Override
    public Complex gather(int[] positions, int[] dims) {
        double[] r = new double[positions.length];
        double[] i = new double[positions.length];
        for (int k = 0; k < r.length; k++) {
            r[k] = re[positions[k]];
            i[k] = im[positions[k]];
        }
        return new Complex(single, r, i, dims);
    }

    @Override
    public void set(int at, Array source, int from) {
        Numeric s = (Numeric) source;
        re[at] = s.re(from);
        im[at] = s.im(from);
    }

    @Override
    public Complex reshape(int... dims) {
        share();
        Complex c = new Complex(single, re, im, dims);
        c.share();
        return c;
    }

    @Override
    public Complex copy() {
        return new Complex(single, re.clone(), im.clone(), dims());
    }
}
