package nabla.linalg;

import nabla.value.Complex;
import nabla.value.Numeric;
import nabla.value.Real;

/** Functions of square matrices: powers, exponential, square root, logarithm. */
public final class MatrixFunctions {
    /** Coefficients of the (13, 13) Padé approximant to eˣ, and the norm up to which it is exact (Higham 2005). */
    private static final double[] PADE = {
        64764752532480000.0, 32382376266240000.0, 7771770303897600.0, 1187353796428800.0, 129060195264000.0, 10559470521600.0,
        670442572800.0, 33522128640.0, 1323241920.0, 40840800.0, 960960.0, 16380.0, 182.0, 1.0
    };

    private static final double EXACT = 5.371920351148152;

    private MatrixFunctions() {}

    private static Numeric combine(double a, Numeric x, double b, Numeric y) {
        int n = x.numel();
        double[] re = new double[n];
        double[] im = x.isComplex() || y.isComplex() ? new double[n] : null;
        for (int i = 0; i < n; i++) {
            re[i] = a * x.re(i) + b * y.re(i);
            if (im != null) im[i] = a * x.im(i) + b * y.im(i);
        }
        return Shape.number(false, re, im, x.rows(), x.columns());
    }

    /** e^A by scaling to a small norm, Padé, and squaring back. */
    public static Numeric exp(Numeric a) {
        int n = Shape.square("expm", a);
        double norm = Norm.one(a);
        if (!(norm < Double.POSITIVE_INFINITY)) return combine(Double.NaN, a, 0, a);
        int squarings = norm > EXACT ? Math.getExponent(norm / EXACT) + 1 : 0;
        Numeric x = combine(Math.scalb(1.0, -squarings), a, 0, a);
        Numeric x2 = Product.of(x, x);
        Numeric power = Product.identity(n);
        Numeric odd = combine(PADE[1], power, 0, power);
        Numeric even = combine(PADE[0], power, 0, power);
        for (int k = 2; k < 14; k += 2) {
            power = Product.of(power, x2);
            even = combine(1, even, PADE[k], power);
            odd = combine(1, odd, PADE[k + 1], power);
        }
        Numeric u = Product.of(x, odd);
        Numeric r = new Lu(combine(1, even, -1, u)).solve(combine(1, even, 1, u));
        for (int k = 0; k < squarings; k++) r = Product.of(r, r);
        return r;
    }

    /** The principal square root: of the triangular Schur factor by Björck and Hammarling (1983). */
    public static Numeric sqrt(Numeric a) {
        Shape.square("sqrtm", a);
        Schur s = new Schur(a);
        return back(s, triangularRoot(s.t()), a);
    }

    private static Numeric back(Schur s, Complex f, Numeric a) {
        Numeric r = Product.of(Product.of(s.u(), f), Product.adjoint(s.u()));
        if (a.isComplex() || !r.isComplex()) return r;
        double top = 0;
        for (int i = 0; i < r.numel(); i++) top = Math.max(top, Math.abs(r.im(i)));
        // a real matrix whose function is real: what is left of imaginary parts is rounding
        return top <= 1e-13 * Math.max(1, Norm.one(r)) ? new Real(Shape.re(r), r.rows(), r.columns()) : r;
    }

    private static Complex triangularRoot(Complex t) {
        int n = t.rows();
        double[] rr = new double[n * n];
        double[] ri = new double[n * n];
        double[] q = new double[2];
        for (int j = 0; j < n; j++) {
            double[] d = Roots.sqrt(t.re(j * (n + 1)), t.im(j * (n + 1)));
            rr[j * (n + 1)] = d[0];
            ri[j * (n + 1)] = d[1];
            for (int i = j - 1; i >= 0; i--) {
                double sr = t.re(i + j * n);
                double si = t.im(i + j * n);
                for (int k = i + 1; k < j; k++) {
                    sr -= rr[i + k * n] * rr[k + j * n] - ri[i + k * n] * ri[k + j * n];
                    si -= rr[i + k * n] * ri[k + j * n] + ri[i + k * n] * rr[k + j * n];
                }
                double dr = rr[i * (n + 1)] + d[0];
                double di = ri[i * (n + 1)] + d[1];
                if (sr == 0 && si == 0) continue;
                Lu.divide(sr, si, dr, di, q);
                rr[i + j * n] = q[0];
                ri[i + j * n] = q[1];
            }
        }
        return new Complex(rr, ri, n, n);
    }

    /** The principal logarithm: roots until T is near I, then ∫₀¹ (T−I)(I+t(T−I))⁻¹ dt by Gauss–Legendre, times 2ᵏ. */
    public static Numeric log(Numeric a) {
        int n = Shape.square("logm", a);
        Schur s = new Schur(a);
        Complex t = s.t();
        Real one = Product.identity(n);
        int k = 0;
        while (k < 100 && Norm.one(combine(1, t, -1, one)) > 0.1) {
            t = triangularRoot(t);
            k++;
        }
        Numeric e = combine(1, t, -1, one);
        double[] nodes = {0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717};
        double[] weights = {0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814};
        Numeric sum = combine(0, e, 0, e);
        for (int i = 0; i < nodes.length; i++) {
            for (int side = -1; side <= 1; side += 2) {
                Numeric under = combine(1, one, (1 + side * nodes[i]) / 2, e);
                sum = combine(1, sum, weights[i] / 2, new Lu(under).solve(e));
            }
        }
        Numeric l = combine(Math.scalb(1.0, k), sum, 0, sum);
        Complex c = l instanceof Complex z ? z : new Complex(l.toDoubles(), new double[n * n], n, n);
        return back(s, c, a);
    }

    /** Aᵏ for an integer k, by repeated squaring; of the inverse for a negative one. */
    public static Numeric power(Numeric a, long k) {
        Numeric base = a;
        Numeric r = Product.identity(a.rows());
        for (long e = Math.abs(k); e > 0; e >>= 1) {
            if ((e & 1) == 1) r = Product.of(r, base);
            if (e > 1) base = Product.of(base, base);
        }
        return r;
    }

    /** Aᵖ = V·Dᵖ·V⁻¹ (p real), or pᴬ = V·p^D·V⁻¹ when the base is the scalar. */
    public static Numeric power(Numeric a, double pr, double pi, boolean scalarIsBase) {
        int n = a.rows();
        Eigen e = new Eigen(a);
        Numeric d = e.values();
        Numeric v = e.vectors();
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        for (int j = 0; j < n; j++) {
            double[] f = scalarIsBase ? power(pr, pi, d.re(j), d.im(j)) : power(d.re(j), d.im(j), pr, pi);
            for (int i = 0; i < n; i++) {
                re[i + j * n] = v.re(i + j * n) * f[0] - v.im(i + j * n) * f[1];
                im[i + j * n] = v.re(i + j * n) * f[1] + v.im(i + j * n) * f[0];
            }
        }
        Numeric scaled = Shape.number(false, re, im, n, n);
        return Solve.right(scaled, v).x();
    }

    private static double[] power(double br, double bi, double er, double ei) {
        double size = Math.hypot(br, bi);
        if (size == 0) return new double[] {er == 0 && ei == 0 ? 1 : 0, 0};
        if (bi == 0 && ei == 0 && br > 0) return new double[] {Math.pow(br, er), 0};
        double log = Math.log(size);
        double phase = Math.atan2(bi, br);
        double r = Math.exp(er * log - ei * phase);
        double angle = ei * log + er * phase;
        return new double[] {r * Math.cos(angle), r * Math.sin(angle)};
    }
}
