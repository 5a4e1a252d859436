package nabla.library.arrays;

import java.util.Arrays;
import nabla.library.Along;
import nabla.library.Characters;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Scalars;
import nabla.value.Array;
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

    /** Means and their kin are double unless single. */
    private static Value made(Numeric x, double[] r, int[] dims) {
        return Result.real(x.isSingle(), r, dims);
    }

    @Function(call = "m = mean(x)\nm = mean(x, dim)\nm = mean(x, 'g')\nm = mean(x, 'h')",
            en = "The arithmetic mean " + EN + "; geometric with 'g', harmonic with 'h', of all with 'all'.",
            ru = "Среднее арифметическое " + RU + "; с 'g' геометрическое, с 'h' гармоническое, с 'all' по всем элементам.",
            examples = {"mean([1 2; 3 4])  % 2 3", "mean([1 2 3])  % 2"})
    public static Value mean(Numeric v, Value... options) {
        Numeric x = numbers("mean", v);
        Value dim = null;
        char kind = 'a';
        for (Value o : options) {
            if (!(o instanceof Char c)) dim = o;
            else if (c.text().equals("all")) x = (Numeric) x.reshape(x.numel(), 1);
            else if (!c.text().equals("omitnan") && !c.text().equals("includenan") && !c.isEmpty()) kind = c.text().charAt(0);
        }
        Along a = Along.ofSum("mean", x.dims(), dim);
        if (x.isComplex()) {
            return Result.complex(x.isSingle(), over(Sums.sums(x.toDoubles(), a), a.length), over(Sums.sums(Result.imaginary(x), a), a.length), a.reduced());
        }
        double[] d = x.toDoubles();
        if (kind == 'a') return made(x, over(Sums.sums(d, a), a.length), a.reduced());
        double[] t = new double[d.length];
        for (int i = 0; i < t.length; i++) t[i] = kind == 'g' ? Math.log(d[i]) : 1 / d[i];
        double[] m = over(Sums.sums(t, a), a.length);
        for (int i = 0; i < m.length; i++) m[i] = kind == 'g' ? Math.exp(m[i]) : 1 / m[i];
        return made(x, m, a.reduced());
    }

    private static double[] over(double[] s, double n) {
        for (int i = 0; i < s.length; i++) s[i] /= n;
        return s;
    }

    @Function(call = "m = median(x)\nm = median(x, dim)", en = "The middle value " + EN + "; NaN where there is one.", ru = "Медиана " + RU + "; NaN, если среди значений есть NaN.",
            examples = {"median([1 2 3 10])  % 2.5000"})
    public static Value median(Numeric v, @Default Value dim) {
        Numeric x = numbers("median", v);
        if (x.isEmpty()) throw Failure.of("median: X cannot be an empty matrix", "median: массив пуст");
        Along a = Along.of("median", x.dims(), dim);
        double[] r = new double[a.lines];
        for (int k = 0; k < r.length; k++) {
            double[] line = a.line(x.toDoubles(), k);
            Arrays.sort(line);
            int n = line.length;
            double low = line[(n - 1) / 2];
            double high = line[n / 2];
            r[k] = Double.isNaN(line[n - 1]) ? Double.NaN : low == high ? low : (low + high) / 2;
        }
        return Result.like(x, r, a.reduced());
    }

    @Function(call = "m = mode(x)\n[m, f, c] = mode(x, dim)", en = "The most frequent value " + EN + ", the least of them; f its count, c all of them.",
            ru = "Самое частое значение " + RU + ", наименьшее из таких; f — сколько раз, c — все такие.", examples = {"mode([1 2 2 3 3])  % 2"})
    public static Value[] mode(Numeric x, @Default Value dim) {
        Along a = Along.ofSum("mode", x.dims(), dim);
        double[] m = new double[a.lines];
        double[] f = new double[a.lines];
        Value[] c = new Value[a.lines];
        for (int k = 0; k < a.lines; k++) {
            double[] line = a.length == 0 ? new double[0] : a.line(x.toDoubles(), k);
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
            c[k] = line.length == 0 ? Real.of(Double.NaN) : Result.like(x, Arrays.copyOf(best, ties), ties, 1);
        }
        return Result.of(Result.like(x, m, a.reduced()), new Real(f, a.reduced()), new nabla.value.Cell(c, a.reduced()));
    }

    @Function(call = "v = var(x)\nv = var(x, w)\nv = var(x, w, dim)\n[v, m] = var(...)",
            en = "The variance " + EN + ", divided by n - 1 (w = 0) or n (w = 1), or weighted by the vector w; and the mean. dim may be several dimensions, taken as one.",
            ru = "Дисперсия " + RU + " с делителем n - 1 (w = 0) или n (w = 1) или с весами w; и среднее. dim — номер или несколько номеров измерений, взятых вместе.", examples = {"var([1 2 3 4])  % 1.6667"})
    public static Value[] var(Numeric x, @Default Numeric w, @Default Value dim) {
        return spread("var", x, w, dim, false);
    }

    @Function(call = "s = std(x)\ns = std(x, w)\ns = std(x, w, dim)", en = "The standard deviation: the root of var, with the same arguments.",
            ru = "Среднеквадратичное отклонение: корень из var с теми же аргументами.", examples = {"std([1 2 3 4])  % 1.2910"})
    public static Value[] std(Numeric x, @Default Numeric w, @Default Value dim) {
        return spread("std", x, w, dim, true);
    }

    /** Several dimensions taken as one. */
    private static Value[] together(String name, Numeric x, Numeric w, Numeric several, boolean root) {
        int[] d = x.dims();
        int[] to = d.clone();
        int[] order = new int[d.length];
        int inner = 0;
        int size = 1;
        for (int k = 0; k < several.numel(); k++) {
            int one = Along.dimension(name, several.element(k));
            if (one >= d.length) continue;
            if (to[one] < 0) throw Failure.of("%s: the dimensions must differ from each other", "%s: номера измерений не должны повторяться", name);
            order[inner++] = one;
            size *= d[one];
            to[one] = -1;
        }
        for (int k = 0, n = inner; k < d.length; k++) if (to[k] >= 0) order[n++] = k;
        for (int k = 0; k < d.length; k++) if (to[k] < 0) to[k] = 1;
        Numeric lines = (Numeric) Shapes.permuted(name, x, order).reshape(size, size == 0 ? 0 : x.numel() / size);
        Value[] r = spread(name, lines, w, Real.of(1), root);
        for (int k = 0; k < r.length; k++) r[k] = ((Array) r[k]).reshape(Dims.normal(to));
        return r;
    }

    private static Value[] spread(String name, Numeric v, Numeric w, Value dim, boolean root) {
        Numeric x = numbers(name, v);
        if (dim instanceof Char c && c.text().equals("all")) {
            if (w != null && w.numel() > 1) throw Failure.of("%s: W must be either 0 or 1 with 'all'", "%s: вместе с 'all' w равно 0 или 1", name);
            x = (Numeric) x.reshape(x.numel(), 1);
            dim = null;
        } else if (dim instanceof Numeric several && several.numel() > 1) {
            if (w != null && w.numel() > 1) throw Failure.of("%s: W must be either 0 or 1 with several dimensions", "%s: вместе с несколькими измерениями w равно 0 или 1", name);
            return together(name, x, w, several, root);
        }
        Along a = Along.ofSum(name, x.dims(), dim);
        double[] weights = w != null && w.numel() > 1 ? w.toDoubles() : null;
        boolean biased = w != null && w.numel() == 1 && w.re(0) == 1;
        boolean fits = weights == null || weights.length == a.length && Arrays.stream(weights).allMatch(q -> q >= 0);
        if (!fits || w != null && w.numel() == 1 && w.re(0) != 0 && w.re(0) != 1 && !(a.length == 1 && w.re(0) > 0)) {
            throw Failure.of(
                    "%s: W must be 0, 1 or a vector of positive integers or weights, one for each of the %d values",
                    "%s: веса — это 0, 1 или вектор неотрицательных чисел по числу значений (%d)", name, a.length);
        }
        double[] r = new double[a.lines];
        double[] m = new double[a.lines];
        for (int k = 0; k < a.lines; k++) {
            double total = 0;
            double re = 0;
            double im = 0;
            int s = a.start(k);
            for (int i = 0; i < a.length; i++) {
                double q = weights == null ? 1 : weights[i];
                total += q;
                re += q * x.re(s + i * a.stride);
                im += q * x.im(s + i * a.stride);
            }
            re /= total;
            im /= total;
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                double p = x.re(s + i * a.stride) - re;
                double q = x.im(s + i * a.stride) - im;
                sum += (weights == null ? 1 : weights[i]) * (p * p + q * q);
            }
            double n = weights != null ? total : biased ? a.length : Math.max(1, a.length - 1);
            r[k] = a.length == 0 ? Double.NaN : sum / n;
            if (root) r[k] = Math.sqrt(r[k]);
            m[k] = re;
        }
        return Result.of(made(x, r, a.reduced()), made(x, m, a.reduced()));
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

    @Function(call = "C = cov(X)\nC = cov(X, Y)\nC = cov(X, Y, opt)", en = "The covariance of the columns of X, or of X with Y; opt = 1 divides by n.",
            ru = "Ковариация столбцов X или X и Y; opt = 1 — делитель n.", examples = {"cov([1 2 3], [1 2 4])  % 1.5000"})
    public static Value cov(Real x, @Default Real y, @Default Real opt) {
        boolean flag = y != null && opt == null && y.numel() == 1 && x.numel() > 1;
        Real b = y == null || flag ? x : y;
        double option = Scalars.of("cov", "opt", flag ? y : opt, 0);
        Along p = columns(x);
        Along q = columns(b);
        if (p.length != q.length) {
            throw Failure.of("cov: X and Y must have the same number of observations", "cov: число наблюдений в X и Y должно совпадать");
        }
        int n = p.length;
        double[] u = centred(x, p);
        double[] v = b == x ? u : centred(b, q);
        double[] r = new double[p.lines * q.lines];
        double divisor = option == 1 || n == 1 ? n : n - 1;
        for (int j = 0; j < q.lines; j++) {
            for (int i = 0; i < p.lines; i++) {
                double s = 0;
                for (int k = 0; k < n; k++) s += u[i * n + k] * v[j * n + k];
                r[i + j * p.lines] = s / divisor;
            }
        }
        return Result.real(x.isSingle() || b.isSingle(), r, p.lines, q.lines);
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
