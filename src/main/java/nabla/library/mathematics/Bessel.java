package nabla.library.mathematics;

import nabla.library.Broadcast;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Texts;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Bessel's and Airy's functions of real orders at real arguments, of either sign (Abramowitz and Stegun, 9.1, 9.6, 10.4). */
public final class Bessel {
    private Bessel() {}

    /** A value's real and imaginary part at an order and an argument. */
    private interface At {
        double[] value(double nu, double x);
    }

    @Function(call = "J = besselj(nu, x)\n[J, err] = besselj(nu, x, scaled)",
            en = "Bessel's function of the first kind J of the real order nu at real x (below 0 the value is complex off whole orders); "
                    + "a row of orders and a column of x make a table. A third argument that is true changes nothing for real x. err is 0.",
            ru = "Функция Бесселя первого рода J вещественного порядка nu в вещественных x (при x < 0 и нецелом nu значение комплексное); "
                    + "строка порядков и столбец x дают таблицу. Третий аргумент (true) для вещественных x ничего не меняет. err равно 0.",
            examples = {"besselj(0, 1)  % 0.7652"})
    public static Value[] besselj(Real nu, Numeric x, @Default Value scaled) {
        on(scaled);
        return table("besselj", nu, x, Bessel::j);
    }

    @Function(call = "Y = bessely(nu, x)\n[Y, err] = bessely(nu, x, scaled)",
            en = "Bessel's function of the second kind Y of the real order nu at real x (below 0 the value is complex off whole orders); "
                    + "a row of orders and a column of x make a table. A third argument that is true changes nothing for real x. err is 0.",
            ru = "Функция Бесселя второго рода Y вещественного порядка nu в вещественных x (при x < 0 и нецелом nu значение комплексное); "
                    + "строка порядков и столбец x дают таблицу. Третий аргумент (true) для вещественных x ничего не меняет. err равно 0.",
            examples = {"bessely(0, 1)  % 0.088257"})
    public static Value[] bessely(Real nu, Numeric x, @Default Value scaled) {
        on(scaled);
        return table("bessely", nu, x, Bessel::y);
    }

    @Function(call = "I = besseli(nu, x)\n[I, err] = besseli(nu, x, scaled)",
            en = "The modified Bessel function of the first kind I of the real order nu at real x (below 0 the value is complex off whole orders); "
                    + "a row of orders and a column of x make a table. With a third argument that is true it is multiplied by exp(-|x|). err is 0.",
            ru = "Модифицированная функция Бесселя первого рода I вещественного порядка nu в вещественных x (при x < 0 и нецелом nu значение комплексное); "
                    + "строка порядков и столбец x дают таблицу. С третьим аргументом true значение умножается на exp(-|x|). err равно 0.",
            examples = {"besseli(0, 1)  % 1.2661"})
    public static Value[] besseli(Real nu, Numeric x, @Default Value scaled) {
        return table("besseli", nu, x, (v, t) -> i(v, t, on(scaled)));
    }

    @Function(call = "K = besselk(nu, x)\n[K, err] = besselk(nu, x, scaled)",
            en = "The modified Bessel function of the second kind K of the real order nu at real x (below 0 the value is complex off whole orders); "
                    + "a row of orders and a column of x make a table. With a third argument that is true it is multiplied by exp(x). err is 0.",
            ru = "Модифицированная функция Бесселя второго рода K вещественного порядка nu в вещественных x (при x < 0 и нецелом nu значение комплексное); "
                    + "строка порядков и столбец x дают таблицу. С третьим аргументом true значение умножается на exp(x). err равно 0.",
            examples = {"besselk(0, 1)  % 0.4210"})
    public static Value[] besselk(Real nu, Numeric x, @Default Value scaled) {
        return table("besselk", nu, x, (v, t) -> k(v, t, on(scaled)));
    }

    @Function(call = "H = besselh(nu, x)\nH = besselh(nu, k, x)", en = "Hankel's function J + iY (k = 1) or J - iY (k = 2).",
            ru = "Функция Ханкеля J + iY (k = 1) или J - iY (k = 2).", examples = {"besselh(0, 1)  % 0.765198 + 0.088257i"})
    public static Value[] besselh(Real nu, Numeric x, @Default Numeric last) {
        double kind = last == null ? 1 : x.numel() == 1 ? x.re(0) : 0;
        if (kind != 1 && kind != 2) throw Failure.of("besselh: K must be 1 or 2", "besselh: k равно 1 или 2");
        double sign = kind == 1 ? 1 : -1;
        return table("besselh", nu, last == null ? x : last, (v, t) -> {
            double[] j = j(v, t);
            double[] y = y(v, t);
            return new double[] {j[0] - sign * y[1], j[1] + sign * y[0]};
        });
    }

    @Function(call = "a = airy(x)\na = airy(k, x)", en = "Airy's functions at real x: Ai (k = 0), its derivative (1), Bi (2) and its derivative (3).",
            ru = "Функции Эйри в вещественных x: Ai (k = 0), её производная (1), Bi (2) и её производная (3).",
            examples = {"airy(0)  % 0.3550", "airy(2, 1)  % 1.2074"})
    public static Value[] airy(Numeric k, @Default Numeric x) {
        double kind = x == null ? 0 : k.numel() == 1 ? k.re(0) : -1;
        if (!(kind == 0 || kind == 1 || kind == 2 || kind == 3)) throw Failure.of("airy: K must be 0, 1, 2, or 3", "airy: k равно 0, 1, 2 или 3");
        return table("airy", Real.of(0), x == null ? k : x, (v, t) -> new double[] {airy((int) kind, t), 0});
    }

    private static boolean on(Value scaled) {
        if (scaled != null) Texts.numbers("bessel", scaled);
        return scaled != null && !scaled.isEmpty() && scaled.isTrue();
    }

    private static Value[] table(String function, Real nu, Numeric x, At at) {
        if (x.isComplex()) throw Failure.of("%s: x must be real, not complex", "%s: x — вещественные числа, а не комплексные", function);
        for (double v : nu.data()) {
            if (Math.abs(v) > BesselFunctions.LARGEST_ORDER) throw Failure.of("%s: orders are between -%d and %2$d", "%s: порядки — от -%d до %2$d", function, (int) BesselFunctions.LARGEST_ORDER);
        }
        Broadcast b = new Broadcast(function, nu.dims(), x.dims());
        double[] re = new double[Dims.count(b.dims)];
        double[] im = new double[re.length];
        b.each((v0, dv, x0, dx, r, n) -> {
            for (int i = 0; i < n; i++) {
                double[] z = at.value(nu.re(v0 + i * dv), x.re(x0 + i * dx));
                re[r + i] = z[0];
                im[r + i] = z[1];
            }
        });
        return Result.of(Result.complex(nu.isSingle() || x.isSingle(), re, im, b.dims), Real.zeros(b.dims));
    }

    private static double cos(double nu) {
        return nu == Math.rint(nu) ? nu % 2 == 0 ? 1 : -1 : Math.abs(nu % 1) == 0.5 ? 0 : Math.cos(Math.PI * nu);
    }

    private static double sin(double nu) {
        return nu == Math.rint(nu) ? 0 : Math.sin(Math.PI * nu);
    }

    /** J at x from 0 on. */
    private static double first(double nu, double x) {
        if (x == 0) return nu == 0 ? 1 : nu > 0 || nu == Math.rint(nu) ? 0 : Double.POSITIVE_INFINITY;
        if (Double.isInfinite(x)) return 0;
        if (nu >= 0) return BesselFunctions.jy(nu, x).first();
        BesselFunctions.Pair p = BesselFunctions.jy(-nu, x);
        return cos(nu) * p.first() + sin(nu) * p.second();
    }

    /** Y at x from 0 on. */
    private static double second(double nu, double x) {
        if (x == 0) return Double.NEGATIVE_INFINITY;
        if (Double.isInfinite(x)) return 0;
        if (nu >= 0) return BesselFunctions.jy(nu, x).second();
        BesselFunctions.Pair p = BesselFunctions.jy(-nu, x);
        return cos(nu) * p.second() - sin(nu) * p.first();
    }

    private static double[] j(double nu, double x) {
        if (nu != nu || x != x) return new double[] {Double.NaN, 0};
        double v = first(nu, Math.abs(x));
        return x >= 0 ? new double[] {v, 0} : new double[] {cos(nu) * v, sin(nu) * v};
    }

    private static double[] y(double nu, double x) {
        if (nu != nu || x != x) return new double[] {Double.NaN, 0};
        double v = second(nu, Math.abs(x));
        if (x >= 0) return new double[] {v, 0};
        return new double[] {cos(nu) * v, -sin(nu) * v + 2 * cos(nu) * first(nu, -x)};
    }

    private static double[] i(double nu, double x, boolean scaled) {
        if (nu != nu || x != x) return new double[] {Double.NaN, 0};
        double t = Math.abs(x);
        double v;
        if (t == 0) v = nu == 0 ? 1 : nu > 0 || nu == Math.rint(nu) ? 0 : Double.POSITIVE_INFINITY;
        else if (Double.isInfinite(t)) v = scaled ? 0 : t;
        else {
            BesselFunctions.Pair p = BesselFunctions.ik(Math.abs(nu), t);
            v = scaled ? p.first() : p.first() * Math.exp(t);
            if (nu < 0) v -= 2 / Math.PI * sin(nu) * p.second() * Math.exp(scaled ? -2 * t : -t);
        }
        return x >= 0 ? new double[] {v, 0} : new double[] {cos(nu) * v, sin(nu) * v};
    }

    private static double[] k(double nu, double x, boolean scaled) {
        if (nu != nu || x != x) return new double[] {Double.NaN, 0};
        if (x == 0) return new double[] {Double.POSITIVE_INFINITY, 0};
        double t = Math.abs(x);
        if (Double.isInfinite(t)) return new double[] {x > 0 ? 0 : Double.NaN, 0};
        BesselFunctions.Pair p = BesselFunctions.ik(Math.abs(nu), t);
        if (x > 0) return new double[] {scaled ? p.second() : p.second() * Math.exp(-t), 0};
        double scale = scaled ? Math.exp(-t) : 1;
        double decaying = p.second() * Math.exp(-t) * scale;
        return new double[] {cos(nu) * decaying, -sin(Math.abs(nu)) * decaying - Math.PI * p.first() * Math.exp(t) * scale};
    }

    /** Ai, Ai', Bi or Bi' by functions of orders 1/3 and 2/3 at z = 2/3 |x|^(3/2). */
    private static double airy(int kind, double x) {
        if (x != x) return x;
        if (x == 0) return new double[] {0.355028053887817239, -0.258819403792806798, 0.614926627446000736, 0.448288357353826359}[kind];
        double t = Math.abs(x);
        double root = Math.sqrt(t);
        double z = 2 * t * root / 3;
        double order = kind % 2 == 0 ? 1.0 / 3 : 2.0 / 3;
        double factor = kind % 2 == 0 ? root : t;
        if (x > 0) {
            BesselFunctions.Pair p = BesselFunctions.ik(order, z);
            double decaying = p.second() * Math.exp(-z);
            if (kind == 0) return root * decaying / (Math.PI * Math.sqrt(3));
            if (kind == 1) return -t * decaying / (Math.PI * Math.sqrt(3));
            return factor * (2 / Math.sqrt(3) * p.first() * Math.exp(z) + decaying / Math.PI);
        }
        BesselFunctions.Pair p = BesselFunctions.jy(order, z);
        return switch (kind) {
            case 0 -> root / 2 * (p.first() - p.second() / Math.sqrt(3));
            case 1 -> t / 2 * (p.first() + p.second() / Math.sqrt(3));
            case 2 -> -root / 2 * (p.first() / Math.sqrt(3) + p.second());
            default -> t / 2 * (p.first() / Math.sqrt(3) - p.second());
        };
    }
}
