package nabla.library.arrays;

import java.util.Arrays;
import nabla.library.Along;
import nabla.library.Characters;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Scalars;
import nabla.value.Bool;
import nabla.value.Char;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** Means, middles and spreads along a dimension. */
public final class Statistics {
    private Statistics() {}

    private static final String EN = "of each column, or along dim";
    private static final String RU = "каждого столбца или по dim";

    private static Numeric numbers(String name, Numeric x) {
        if (!(x instanceof Char)) return x;
        throw Failure.of("%s: X must be either a numeric or logical array", "%s: нужен числовой или логический массив", name);
    }

    /** Means and their kin are double unless single; with 'native' of the argument's class, with 'double' double. */
    private static Value made(Reduction q, double[] r, int[] dims) {
        return q.within() ? Result.like(q.x, r, dims) : Result.real(q.single(), r, dims);
    }

    @Function(call = "m = mean(x)\nm = mean(x, dim)\nm = mean(x, 'all')\nm = mean(..., 'omitnan')\nm = mean(..., 'native')\nm = mean(x, 'g')\nm = mean(x, 'h')",
            en = "The arithmetic mean " + EN + ": " + Reduction.EN + "; " + Reduction.NAN_EN + ". With 'native' in the class of x, with 'double' a double; geometric with 'g', harmonic with 'h'.",
            ru = "Среднее арифметическое " + RU + ": " + Reduction.RU + "; " + Reduction.NAN_RU + ". С 'native' в классе x, с 'double' — double; с 'g' геометрическое, с 'h' гармоническое.",
            examples = {"mean([1 2; 3 4])  % 2 3", "mean([1 2 3])  % 2", "mean([1 NaN 3], 'omitnan')  % 2", "mean(uint8([1 2 3]), 'native')  % 2"})
    public static Value mean(Numeric x, Value... options) {
        Reduction q = Reduction.of("mean", numbers("mean", x), options, Reduction.ALL, Reduction.NAN, Reduction.CLASS, "a g h");
        Along a = q.sums();
        double[] n = q.counts(a);
        boolean geometric = q.kind.equals("g");
        if (geometric || q.kind.equals("h")) {
            double[] d = q.x.toDoubles();
            double[] t = new double[d.length];
            for (int i = 0; i < t.length; i++) t[i] = geometric ? Math.log(d[i]) : 1 / d[i];
            q.x = new Real(q.x.isSingle(), t, q.x.dims());
        }
        Numeric u = q.filling(0).x;
        double[] m = over(Sums.sums(u.toDoubles(), a), n);
        if (u.isComplex()) return Result.complex(q.single(), m, over(Sums.sums(Result.imaginary(u), a), n), q.dims(a));
        if (geometric) for (int i = 0; i < m.length; i++) m[i] = Math.exp(m[i]);
        if (q.kind.equals("h")) for (int i = 0; i < m.length; i++) m[i] = 1 / m[i];
        return made(q, m, q.dims(a));
    }

    private static double[] over(double[] s, double[] n) {
        for (int i = 0; i < s.length; i++) s[i] /= n[i];
        return s;
    }

    @Function(call = "m = median(x)\nm = median(x, dim)\nm = median(x, 'all')\nm = median(..., 'omitnan')",
            en = "The middle value " + EN + ": " + Reduction.EN + ". NaN where there is one; " + Reduction.NAN_EN + ". In the class of x, with 'double' a double.",
            ru = "Медиана " + RU + ": " + Reduction.RU + ". NaN, если среди значений есть NaN; " + Reduction.NAN_RU + ". В классе x, с 'double' — double.",
            examples = {"median([1 2 3 10])  % 2.5000", "median([1 NaN 3], 'omitnan')  % 2"})
    public static Value median(Numeric x, Value... options) {
        Reduction q = Reduction.of("median", numbers("median", x), options, Reduction.ALL, Reduction.NAN, Reduction.CLASS);
        if (q.x.isEmpty()) throw Failure.of("median: X cannot be an empty matrix", "median: массив пуст");
        Along a = Along.of("median", q.x.dims(), q.dim);
        double[] r = new double[a.lines];
        for (int k = 0; k < r.length; k++) {
            double[] line = q.line(a, k);
            Arrays.sort(line);
            int n = line.length;
            if (n == 0 || Double.isNaN(line[n - 1])) {
                r[k] = Double.NaN;
                continue;
            }
            double low = line[(n - 1) / 2];
            double high = line[n / 2];
            r[k] = low == high ? low : (low + high) / 2;
        }
        if (q.kind.equals("double")) return new Real(r, q.dims(a));
        return q.x instanceof Bool ? truths(r, q.dims(a)) : Result.like(q.x, r, q.dims(a));
    }

    private static Bool truths(double[] r, int[] dims) {
        boolean[] t = new boolean[r.length];
        for (int i = 0; i < t.length; i++) t[i] = r[i] != 0;
        return new Bool(t, dims);
    }

    @Function(call = "m = mode(x)\n[m, f, c] = mode(x, dim)", en = "The most frequent value " + EN + ", the least of them; f its count, c all of them.",
            ru = "Самое частое значение " + RU + ", наименьшее из таких; f — сколько раз, c — все такие.", examples = {"mode([1 2 2 3 3])  % 2"})
    public static Value[] mode(Numeric x, Value... options) {
        Reduction q = Reduction.of("mode", x, options, Reduction.ALL);
        Numeric u = q.x;
        Along a = q.sums();
        double[] m = new double[a.lines];
        double[] f = new double[a.lines];
        Value[] c = new Value[a.lines];
        for (int k = 0; k < a.lines; k++) {
            double[] line = a.length == 0 ? new double[0] : a.line(u.toDoubles(), k);
            Arrays.sort(line);
            int most = 0;
            int ties = 0;
            double[] best = new double[line.length];
            for (int i = 0; i < line.length; ) {
                int end = i + 1;
                while (end < line.length && line[end] == line[i]) end++;
                if (end - i > most) ties = 0;
                if (end - i >= most) best[ties++] = line[i];
                most = Math.max(most, end - i);
                i = end;
            }
            m[k] = line.length == 0 ? Double.NaN : best[0];
            f[k] = most;
            c[k] = line.length == 0 ? Real.of(Double.NaN) : Result.like(u, Arrays.copyOf(best, ties), ties, 1);
        }
        return Result.of(Result.like(u, m, q.dims(a)), new Real(f, q.dims(a)), new nabla.value.Cell(c, q.dims(a)));
    }

    @Function(call = "v = var(x)\nv = var(x, w)\nv = var(x, w, dim)\nv = var(x, w, 'all')\nv = var(..., 'omitnan')\n[v, m] = var(...)",
            en = "The variance " + EN + ", divided by n - 1 (w = 0) or n (w = 1), or weighted by the vector w; and the mean: " + Reduction.EN + "; " + Reduction.NAN_EN + ".",
            ru = "Дисперсия " + RU + " с делителем n - 1 (w = 0) или n (w = 1) или с весами w; и среднее: " + Reduction.RU + "; " + Reduction.NAN_RU + ".",
            examples = {"var([1 2 3 4])  % 1.6667", "var([1 NaN 6], 0, 'omitnan')  % 12.500"})
    public static Value[] var(Numeric x, Value... options) {
        return spread("var", x, options, false);
    }

    @Function(call = "s = std(x)\ns = std(x, w)\ns = std(x, w, dim)\ns = std(x, w, 'all')\ns = std(..., 'omitnan')", en = "The standard deviation: the root of var, with the same arguments.",
            ru = "Среднеквадратичное отклонение: корень из var с теми же аргументами.", examples = {"std([1 2 3 4])  % 1.2910"})
    public static Value[] std(Numeric x, Value... options) {
        return spread("std", x, options, true);
    }

    private static Value[] spread(String name, Numeric v, Value[] options, boolean root) {
        boolean weighted = options.length > 0 && options[0] instanceof Numeric && !(options[0] instanceof Char c && !c.isEmpty());
        Numeric w = weighted ? (Numeric) options[0] : Real.empty();
        Value[] rest = weighted ? Arrays.copyOfRange(options, 1, options.length) : options;
        Reduction q = Reduction.of(name, numbers(name, v), rest, Reduction.ALL, Reduction.NAN);
        boolean asOne = Arrays.stream(rest).anyMatch(o -> o instanceof Char c && c.text().equals("all") || !(o instanceof Char) && o.numel() > 1);
        if (asOne && w.numel() > 1) {
            throw Failure.of("%s: W must be either 0 or 1 with 'all' or several dimensions", "%s: вместе с 'all' или несколькими измерениями w равно 0 или 1", name);
        }
        Along a = q.sums();
        double[] weights = w.numel() > 1 ? w.toDoubles() : null;
        boolean biased = w.numel() == 1 && w.re(0) == 1;
        boolean fits = weights == null || weights.length == a.length && Arrays.stream(weights).allMatch(p -> p >= 0);
        if (!fits || w.numel() == 1 && w.re(0) != 0 && w.re(0) != 1 && !(a.length == 1 && w.re(0) > 0)) {
            throw Failure.of(
                    "%s: W must be 0, 1 or a vector of positive integers or weights, one for each of the %d values",
                    "%s: веса — это 0, 1 или вектор неотрицательных чисел по числу значений (%d)", name, a.length);
        }
        double[] r = new double[a.lines];
        double[] m = new double[a.lines];
        for (int k = 0; k < a.lines; k++) spread(q, a, k, weights, biased, r, m);
        if (root) for (int k = 0; k < r.length; k++) r[k] = Math.sqrt(r[k]);
        return Result.of(made(q, r, q.dims(a)), made(q, m, q.dims(a)));
    }

    /** The variance and the mean of line k. */
    private static void spread(Reduction q, Along a, int k, double[] weights, boolean biased, double[] variance, double[] mean) {
        Numeric x = q.x;
        double total = 0;
        double re = 0;
        double im = 0;
        for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
            if (q.omitsNaN && Reduction.isNaN(x, p)) continue;
            double weight = weights == null ? 1 : weights[i];
            total += weight;
            re += weight * x.re(p);
            im += weight * x.im(p);
        }
        re /= total;
        im /= total;
        double sum = 0;
        for (int i = 0, p = a.start(k); i < a.length; i++, p += a.stride) {
            if (q.omitsNaN && Reduction.isNaN(x, p)) continue;
            double u = x.re(p) - re;
            double v = x.im(p) - im;
            sum += (weights == null ? 1 : weights[i]) * (u * u + v * v);
        }
        variance[k] = total == 0 ? Double.NaN : sum / (weights != null || biased ? total : Math.max(1, total - 1));
        mean[k] = re;
    }

    @Function(call = "n = histc(x, edges)\n[n, i] = histc(x, edges, dim)",
            en = "How many elements fall into each bin edges(k) <= x < edges(k+1), the last bin x == edges(end); and each element's bin.",
            ru = "Сколько элементов попало в каждый промежуток edges(k) <= x < edges(k+1), в последний — x == edges(end); и номер промежутка.",
            examples = {"histc([1 2 2 3 5], 1:5)  % 1 2 1 0 1"})
    public static Value[] histc(@Characters Real x, @Characters double[] edges, @Default Value dim) {
        int n = edges.length;
        if (n == 0) throw Failure.of("histc: EDGES must not be empty", "histc: границы не заданы");
        Along a = Along.of("histc", x.dims(), dim);
        int[] to = a.sized(n);
        Along out = new Along(to, a.dim);
        double[] count = new double[Dims.count(to)];
        double[] bin = new double[x.numel()];
        for (int k = 0; k < a.lines; k++) {
            for (int i = 0; i < a.length; i++) {
                int p = a.start(k) + i * a.stride;
                double v = x.re(p);
                if (!(v >= edges[0]) || v > edges[n - 1]) continue;
                int at = Arrays.binarySearch(edges, v);
                if (at < 0) at = -at - 2;
                while (at < n - 1 && edges[at + 1] == v) at++;
                bin[p] = at + 1;
                count[out.start(k) + at * out.stride]++;
            }
        }
        return Result.of(new Real(count, to), new Real(bin, x.dims()));
    }

    @Function(call = "C = cov(X)\nC = cov(x, y)\nC = cov(X, opt)\nC = cov(x, y, opt)",
            en = "The covariances of the columns of X, or of two arrays of one size: 2x2, as in MATLAB and in Octave from 8 on. opt = 1 divides by n.",
            ru = "Ковариации столбцов X или двух массивов одного размера: 2×2, как в MATLAB и в Octave начиная с 8. opt = 1 — делитель n.",
            examples = {"cov([1 2 3], [1 2 4])  % 1.0000 1.5000; 1.5000 2.3333"})
    public static Value cov(Real x, @Default Real y, @Default Real opt) {
        boolean flag = y != null && opt == null && y.numel() == 1 && x.numel() > 1;
        double option = Scalars.of("cov", "opt", flag ? y : opt, 0);
        if (y != null && !flag && x.numel() != y.numel()) {
            throw Failure.of("cov: X and Y must have the same number of observations", "cov: число наблюдений в X и Y должно совпадать");
        }
        boolean pair = y != null && !flag;
        Real all = pair ? beside(x, y) : x;
        Along p = pair ? new Along(all.dims(), 0) : columns(x);
        int n = p.length;
        double[] u = centred(all, p);
        double[] r = new double[p.lines * p.lines];
        double divisor = option == 1 || n == 1 ? n : n - 1;
        for (int j = 0; j < p.lines; j++) {
            for (int i = 0; i < p.lines; i++) {
                double s = 0;
                for (int k = 0; k < n; k++) s += u[i * n + k] * u[j * n + k];
                r[i + j * p.lines] = s / divisor;
            }
        }
        return Result.real(all.isSingle(), r, p.lines, p.lines);
    }

    /** The elements of two arrays as two columns. */
    private static Real beside(Real x, Real y) {
        int n = x.numel();
        double[] r = Arrays.copyOf(x.toDoubles(), 2 * n);
        System.arraycopy(y.toDoubles(), 0, r, n, n);
        return new Real(x.isSingle() || y.isSingle(), r, n, 2);
    }

    private static Along columns(Real x) {
        return new Along(x.rows() == 1 ? new int[] {x.numel(), 1} : x.dims(), 0);
    }

    private static double[] centred(Real x, Along a) {
        double[] r = x.data().clone();
        for (int k = 0; k < a.lines; k++) {
            double m = 0;
            for (int i = 0; i < a.length; i++) m += r[k * a.length + i];
            m /= a.length;
            for (int i = 0; i < a.length; i++) r[k * a.length + i] -= m;
        }
        return r;
    }
}
