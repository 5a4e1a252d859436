package nabla.library.algebra;

import nabla.engine.Session;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Nargout;
import nabla.linalg.Norm;
import nabla.linalg.Product;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Ints;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Lengths, angles and projections of vectors. */
public final class Geometry {
    private Geometry() {}

    @Function(
            call = "d = dot(a, b)\nd = dot(A, B, dim)",
            en = "Inner product: the sum of conj(a).*b. Of matrices, for each column (or along dim).",
            ru = "Скалярное произведение: сумма conj(a).*b. Для матриц — по столбцам (или вдоль dim).",
            examples = {"dot([1 2 3], [4 5 6])  % ans = 32"})
    public static Value dot(Session session, Value a, Value b, @Default("0") int dim) {
        if (!(a instanceof Numeric x) || !(b instanceof Numeric y)) {
            throw Failure.of("dot: X and Y must be numeric", "dot: аргументы должны быть числовыми");
        }
        boolean vectors = a.isVector() && b.isVector() && a.numel() == b.numel();
        if (!vectors && !Dims.same(a.dims(), b.dims())) {
            throw Failure.of("dot: sizes of X and Y must match", "dot: размеры аргументов должны совпадать");
        }
        if (vectors && dim == 0 && !(a instanceof Ints) && !(b instanceof Ints)) return inner(x, y);
        Value conj = x.isComplex() ? session.standard("conj").call(new Value[] {a}, 1)[0] : a;
        Value products = session.standard("times").call(new Value[] {conj, b}, 1)[0];
        return session.standard("sum").call(dim == 0 ? new Value[] {products} : new Value[] {products, Real.of(dim)}, 1)[0];
    }

    private static Value inner(Numeric a, Numeric b) {
        double re = 0;
        double im = 0;
        for (int i = 0, n = a.numel(); i < n; i++) {
            re += a.re(i) * b.re(i) + a.im(i) * b.im(i);
            im += a.re(i) * b.im(i) - a.im(i) * b.re(i);
        }
        if (a.isComplex() || b.isComplex()) return Complex.of(re, im).narrow();
        boolean single = a.isSingle() || b.isSingle();
        return new Real(single, new double[] {single ? (float) re : re}, 1, 1);
    }

    @Function(
            call = "phi = angle(a, b)\ntheta = angle(z)",
            en = "The angle between the vectors a and b in radians, 0 to pi. Of one argument: the phase of the complex numbers z, as arg.",
            ru = "Угол между векторами a и b в радианах, от 0 до pi. От одного аргумента — фаза комплексных чисел z, как arg.",
            examples = {"angle([1 0], [0 1])  % ans = 1.5708", "angle(1i)  % ans = 1.5708"})
    public static Value angle(Session session, Numeric a, @Default Value b) {
        if (b == null) return session.standard("arg").call(new Value[] {a}, 1)[0];
        double[] x = vector("angle", a);
        double[] y = vector("angle", b);
        same("angle", x, y);
        double lx = length("angle", x);
        double ly = length("angle", y);
        // Kahan: exact also for nearly parallel vectors, where acos of the cosine loses half the digits
        double[] apart = new double[x.length];
        double[] together = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            apart[i] = x[i] / lx - y[i] / ly;
            together[i] = x[i] / lx + y[i] / ly;
        }
        return Real.of(2 * Math.atan2(Norm.frobenius(Real.row(apart)), Norm.frobenius(Real.row(together))));
    }

    @Function(
            call = "c = cosine(a, b)",
            en = "Cosine of the angle between two vectors: dot(a,b)/(norm(a)*norm(b)), from -1 to 1. (A learning rate that falls along a cosine "
                    + "is cosinedecay.)",
            ru = "Косинус угла между векторами: dot(a,b)/(norm(a)*norm(b)), от -1 до 1. (Скорость обучения, убывающая по косинусу, — cosinedecay.)",
            examples = {"cosine([1 0], [1 1])  % ans = 0.7071", "cosine([1 2], [0 0])  % error: cosine: a zero vector has no direction"})
    public static double cosine(Value a, Value b) {
        if (a.isScalar() && b.isScalar()) {
            throw Failure.of("cosine: between two numbers there is no angle: give vectors; the learning rate is cosinedecay(0.1, 100)",
                    "cosine: между двумя числами нет угла: нужны векторы; скорость обучения — cosinedecay(0.1, 100)");
        }
        double[] x = vector("cosine", a);
        double[] y = vector("cosine", b);
        same("cosine", x, y);
        double lx = length("cosine", x);
        double ly = length("cosine", y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] / lx * (y[i] / ly);
        return Math.max(-1, Math.min(1, sum));
    }

    @Function(
            call = "p = project(a, b)",
            en = "The projection of a on the line along b: b*dot(a,b)/dot(b,b), of b's shape.",
            ru = "Проекция вектора a на прямую вдоль b: b*dot(a,b)/dot(b,b), той же формы, что b.",
            examples = {"project([3 4], [1 0])  % ans =\n\n   3   0\n"})
    public static Real project(Value a, Value b) {
        double[] x = vector("project", a);
        double[] y = vector("project", b);
        same("project", x, y);
        double l = length("project", y);
        double along = 0;
        for (int i = 0; i < x.length; i++) along += x[i] * (y[i] / l);
        double[] p = new double[x.length];
        for (int i = 0; i < x.length; i++) p[i] = along * (y[i] / l);
        return new Real(p, b.dims().clone());
    }

    private static double[] vector(String function, Value v) {
        if (v instanceof Numeric n && !n.isComplex() && (n.isVector() || n.isScalar())) return n.toDoubles();
        throw Failure.of("%s: the arguments must be real vectors", "%s: аргументы должны быть вещественными векторами", function);
    }

    private static void same(String function, double[] x, double[] y) {
        if (x.length == y.length) return;
        throw Failure.of("%s: the vectors must have the same length, not %d and %d",
                "%s: векторы должны быть одной длины, а не %d и %d", function, x.length, y.length);
    }

    private static double length(String function, double[] x) {
        double l = Norm.frobenius(Real.row(x));
        if (l == 0) throw Failure.of("%s: a zero vector has no direction", "%s: у нулевого вектора нет направления", function);
        return l;
    }

    @Function(
            call = "n = vecnorm(A)\nn = vecnorm(A, p)\nn = vecnorm(A, p, dim)",
            en = "Norms of the columns of A, or along dim; p = 2 unless given.",
            ru = "Нормы столбцов A или вдоль dim; p = 2, если не задано.",
            examples = {"vecnorm([3 0; 4 2])  % ans =\n\n   5   2\n"})
    public static Value vecnorm(Numeric a, @Default("2") double p, @Default("0") int dim) {
        if (dim < 0) throw Failure.of("vecnorm: DIM must be a positive integer", "vecnorm: номер измерения — натуральное число");
        if (!(p > 0)) throw Failure.of("vecnorm: P must be positive real scalar or Inf", "vecnorm: p должно быть положительным");
        return norms(a, p, dim == 0 ? Dims.firstNonSingleton(a.dims()) : dim - 1);
    }

    /** p-norms along a dimension counted from 0. */
    static Real norms(Numeric a, double p, int dim) {
        int[] d = a.dims();
        int length = Dims.at(d, dim);
        int stride = 1;
        for (int k = 0; k < Math.min(dim, d.length); k++) stride *= d[k];
        int[] to = d.clone();
        if (dim < to.length) to[dim] = 1;
        double[] r = new double[Dims.count(to)];
        int[] at = new int[length];
        for (int i = 0; i < r.length; i++) {
            int from = i / stride * stride * length + i % stride;
            for (int k = 0; k < length; k++) at[k] = from + k * stride;
            double n = Norm.vector((Numeric) a.gather(at, new int[] {length, 1}), p);
            r[i] = a.isSingle() ? (float) n : n;
        }
        return new Real(a.isSingle(), r, Dims.normal(to));
    }

    @Function(
            call = "G = givens(x, y)\n[c, s] = givens(x, y)",
            en = "The rotation G = [c s; -s c] with G*[x; y] = [r; 0].",
            ru = "Поворот G = [c s; -s c], для которого G*[x; y] = [r; 0].",
            examples = {"givens(3, 4)  % ans =\n\n   0.6000   0.8000\n  -0.8000   0.6000\n"})
    public static Value[] givens(@Nargout int nargout, double x, double y) {
        double r = Math.hypot(x, y);
        double c = r == 0 ? 1 : x / r;
        double s = r == 0 ? 0 : y / r;
        if (nargout >= 2) return new Value[] {Real.of(c), Real.of(s)};
        return new Value[] {new Real(new double[] {c, -s, s, c}, 2, 2)};
    }

    @Function(
            call = "[G, y] = planerot(x)",
            en = "The rotation G that turns the column x of two elements onto the first axis, and y = G*x.",
            ru = "Поворот G, переводящий столбец x из двух чисел на первую ось, и y = G*x.",
            examples = {"planerot([3; 4])  % ans =\n\n   0.6000   0.8000\n  -0.8000   0.6000\n"})
    public static Value[] planerot(Real x) {
        if (x.numel() != 2) throw Failure.of("planerot: X must be a 2-element vector", "planerot: нужен вектор из двух чисел");
        Value g = givens(1, x.re(0), x.re(1))[0];
        return new Value[] {g, Product.of((Numeric) g, Real.column(x.re(0), x.re(1)))};
    }
}
