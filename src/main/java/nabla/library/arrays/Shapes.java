package nabla.library.arrays;

import nabla.library.Along;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Shape;
import nabla.value.Array;
import nabla.value.Cell;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;

/** The same elements in another order or under other sizes. */
public final class Shapes {
    private Shapes() {}

    @Function(call = "B = reshape(A, m, n, ...)\nB = reshape(A, [m n ...])\nB = reshape(A, ..., [], ...)",
            en = "The elements of A under other sizes, column by column; one size may be [].",
            ru = "Элементы A под другими размерами, по столбцам; один из размеров может быть [].",
            examples = {"reshape(1:6, [], 2)'(1, :)  % 1 2 3"})
    public static Value reshape(Array a, Value... sizes) {
        if (sizes.length == 0) throw Failure.of("Invalid call to reshape: give the sizes", "reshape: укажите размеры");
        int n = a.numel();
        int free = -1;
        double known = 1;
        for (int k = 0; k < sizes.length && sizes.length > 1; k++) {
            if (sizes[k].isEmpty()) {
                if (free >= 0) throw Failure.of("reshape: only a single dimension can be unknown", "reshape: неизвестным может быть лишь один размер");
                free = k;
            } else known *= ((Numeric) sizes[k]).re(0);
        }
        if (free >= 0) {
            if (known == 0 || n % known != 0) {
                throw Failure.of(
                        "reshape: SIZE is not divisible by the product of known dimensions (= %d)",
                        "reshape: число элементов не делится на произведение известных размеров (%d)", (long) known);
            }
            sizes = sizes.clone();
            sizes[free] = Real.of(n / known);
        }
        for (Value v : sizes) {
            for (int i = 0; v instanceof Numeric q && i < q.numel(); i++) {
                if (q.re(i) < 0) throw Failure.of("reshape: SIZE must be non-negative", "reshape: размеры не бывают отрицательными");
            }
        }
        if (sizes.length == 1 && sizes[0].numel() < 2) {
            throw Failure.of("reshape: SIZE must have 2 or more dimensions", "reshape: размеров должно быть не меньше двух");
        }
        int[] to = Shape.dims("reshape", sizes);
        long count = 1;
        for (int d : to) count *= d;
        if (count != n) {
            throw Failure.of(
                            "reshape: can't reshape %s array to %s array",
                            "reshape: массив %s не превратить в %s: число элементов другое",
                            Dims.text(a.dims()), Dims.text(to))
                    .id("Octave:nonconformant-args");
        }
        return a.reshape(to);
    }

    @Function(call = "B = permute(A, p)", en = "The dimensions of A in the order p.", ru = "Измерения A в порядке p.",
            examples = {"size(permute(ones(2, 3), [3 1 2]))  % 1 2 3"})
    public static Value permute(Array a, double[] p) {
        return permuted("permute", a, order("permute", p, a.ndims()));
    }

    @Function(call = "A = ipermute(B, p)", en = "Undoes permute(A, p).", ru = "Обращает permute(A, p).", examples = {"size(ipermute(ones(2, 3), [2 1]))  % 3 2"})
    public static Value ipermute(Array a, double[] p) {
        int[] o = order("ipermute", p, a.ndims());
        int[] inverse = new int[o.length];
        for (int k = 0; k < o.length; k++) inverse[o[k]] = k;
        return permuted("ipermute", a, inverse);
    }

    private static int[] order(String name, double[] p, int least) {
        int[] o = new int[p.length];
        boolean[] seen = new boolean[p.length];
        boolean good = p.length >= least;
        for (int k = 0; good && k < p.length; k++) {
            o[k] = (int) p[k] - 1;
            good = p[k] == (int) p[k] && o[k] >= 0 && o[k] < p.length && !seen[o[k]];
            if (good) seen[o[k]] = true;
        }
        if (!good) {
            throw Failure.of("%s: PERM is not a valid permutation vector", "%s: нужна перестановка номеров измерений", name);
        }
        return o;
    }

    static Array permuted(String name, Array a, int[] o) {
        int[] d = a.dims();
        int[] to = new int[o.length];
        int[] step = new int[o.length];
        int[] strides = new int[o.length];
        for (int k = 0, s = 1; k < o.length; k++) {
            strides[k] = s;
            s *= Dims.at(d, k);
        }
        for (int k = 0; k < o.length; k++) {
            to[k] = Dims.at(d, o[k]);
            step[k] = strides[o[k]];
        }
        int[] positions = new int[a.numel()];
        int[] at = new int[o.length];
        int from = 0;
        for (int i = 0; i < positions.length; i++) {
            positions[i] = from;
            for (int k = 0; k < at.length; k++) {
                from += step[k];
                if (++at[k] < to[k]) break;
                from -= at[k] * step[k];
                at[k] = 0;
            }
        }
        return a.gather(positions, Dims.normal(to));
    }

    @Function(call = "B = squeeze(A)", en = "A without dimensions of size 1; matrices stay as they are.", ru = "A без измерений размера 1; матрицы остаются как есть.",
            examples = {"size(squeeze(ones(1, 1, 3)))  % 3 1"})
    public static Value squeeze(Array a) {
        int[] d = a.dims();
        if (d.length <= 2) return Result.same(a);
        int n = 0;
        int[] to = new int[d.length];
        for (int s : d) if (s != 1) to[n++] = s;
        int[] cut = java.util.Arrays.copyOf(to, n);
        return a.reshape(n == 0 ? new int[] {1, 1} : n == 1 ? new int[] {cut[0], 1} : cut);
    }

    @Function(call = "x = vec(A)\nx = vec(A, dim)", en = "All elements as one column.", ru = "Все элементы одним столбцом.", examples = {"vec([1 2; 3 4])'  % 1 3 2 4"})
    public static Value vec(Array a, @Default("1") int dim) {
        if (dim < 1) throw Failure.of("vec: DIM must be greater than zero", "vec: номер измерения должен быть положительным");
        int[] to = new int[Math.max(2, dim)];
        java.util.Arrays.fill(to, 1);
        to[dim - 1] = a.numel();
        return a.reshape(Dims.normal(to));
    }

    @Function(call = "B = circshift(A, n)\nB = circshift(A, n, dim)", en = "Elements moved on by n places, those at the end coming back at the start.",
            ru = "Элементы сдвинуты на n мест, ушедшие за конец возвращаются в начало.", examples = {"circshift([1 2 3], 1)  % 3 1 2"})
    public static Value circshift(Array a, Real n, @Default Value dim) {
        if (a.isEmpty()) return Result.same(a);
        if (n.numel() == 0 || !n.isVector() || n.numel() > (dim == null ? a.ndims() : 1)) {
            throw Failure.of("circshift: N must be a vector, no longer than the number of dimensions in A, or one number with DIM; here it is %s",
                    "circshift: N — вектор не длиннее числа измерений A, а вместе с DIM одно число; здесь %s", Dims.text(n.dims()));
        }
        Array r = a;
        if (n.numel() > 1) {
            for (int k = 0; k < n.numel(); k++) r = shifted(r, new Along(r.dims(), k), n.re(k));
            return r;
        }
        return shifted(a, Along.of("circshift", a.dims(), dim), n.re(0));
    }

    private static Array shifted(Array a, Along along, double by) {
        if (by != Math.rint(by)) throw Failure.of("circshift: N must be an integer", "circshift: сдвиг должен быть целым");
        int n = along.length;
        int shift = (int) (((by % n) + n) % n);
        int[] positions = new int[a.numel()];
        for (int k = 0; k < along.lines; k++) {
            int s = along.start(k);
            for (int i = 0; i < n; i++) positions[s + (i + shift) % n * along.stride] = s + i * along.stride;
        }
        return a.gather(positions, a.dims());
    }

    @Function(call = "B = flip(A)\nB = flip(A, dim)", en = "The order reversed along the first dimension that is not 1, or dim.",
            ru = "Обратный порядок по первому измерению, отличному от 1, или по dim.", examples = {"flip([1 2 3])  % 3 2 1"})
    public static Value flip(Array a, @Default Value dim) {
        return flipped(a, Along.of("flip", a.dims(), dim));
    }

    @Function(call = "B = fliplr(A)", en = "Columns in reverse order.", ru = "Столбцы в обратном порядке.", examples = {"fliplr([1 2 3])  % 3 2 1"})
    public static Value fliplr(Array a) {
        return flipped(a, new Along(a.dims(), 1));
    }

    @Function(call = "B = flipud(A)", en = "Rows in reverse order.", ru = "Строки в обратном порядке.", examples = {"flipud([1; 2])'  % 2 1"})
    public static Value flipud(Array a) {
        return flipped(a, new Along(a.dims(), 0));
    }

    static Array flipped(Array a, Along along) {
        int[] positions = new int[a.numel()];
        for (int k = 0; k < along.lines && positions.length > 0; k++) {
            int s = along.start(k);
            for (int i = 0; i < along.length; i++) {
                positions[s + i * along.stride] = s + (along.length - 1 - i) * along.stride;
            }
        }
        return a.gather(positions, a.dims());
    }

    @Function(call = "B = postpad(A, n)\nB = postpad(A, n, c)\nB = postpad(A, n, c, dim)", en = "A filled up at its end with c (0) to length n, or cut.",
            ru = "A, дополненный в конце значением c (0) до длины n или обрезанный.", examples = {"postpad([1 2], 4)  % 1 2 0 0"})
    public static Value postpad(Array a, int n, @Default Value c, @Default Value dim) {
        return padded("postpad", a, n, c, dim, false);
    }

    @Function(call = "B = prepad(A, n)\nB = prepad(A, n, c)\nB = prepad(A, n, c, dim)", en = "A filled up at its start with c (0) to length n, or cut there.",
            ru = "A, дополненный в начале значением c (0) до длины n или обрезанный там.", examples = {"prepad([1 2], 4)  % 0 0 1 2"})
    public static Value prepad(Array a, int n, @Default Value c, @Default Value dim) {
        return padded("prepad", a, n, c, dim, true);
    }

    private static Value padded(String name, Array a, int n, Value c, Value dim, boolean before) {
        if (n < 0) throw Failure.of("%s: L must be a positive scalar", "%s: длина должна быть неотрицательной", name);
        if (c != null && c.numel() > 1) throw Failure.of("%s: C must be empty or a scalar", "%s: c — одно число или []", name);
        Along from = Along.of(name, a.dims(), dim);
        int[] to = from.sized(n);
        Array r = a.blank(to);
        Along out = new Along(to, from.dim);
        boolean constant = c instanceof Numeric x && !x.isEmpty() && x.re(0) != 0 && a instanceof Numeric;
        Array fill = constant ? (Array) Casts.convert((Numeric) c, a.className()) : null;
        int move = before ? n - from.length : 0;
        for (int k = 0; k < out.lines && n > 0; k++) {
            for (int i = 0; i < n; i++) {
                int at = out.start(k) + i * out.stride;
                int source = i - move;
                if (source >= 0 && source < from.length) r.set(at, a, from.start(k) + source * from.stride);
                else if (constant) r.set(at, fill, 0);
            }
        }
        return r;
    }

    @Function(call = "B = resize(A, m, n, ...)\nB = resize(A, [m n ...])", en = "A cut or filled up with zeros to the sizes.",
            ru = "A, обрезанный или дополненный нулями до этих размеров.", examples = {"resize([1 2], 1, 3)  % 1 2 0"})
    public static Value resize(Array a, Value... sizes) {
        int[] to = Shape.dims("resize", sizes);
        Array r = a.blank(to);
        int[] d = a.dims();
        int[] at = new int[to.length];
        for (int i = 0, n = r.numel(); i < n; i++) {
            int from = 0;
            boolean inside = true;
            for (int k = Math.max(to.length, d.length) - 1; k >= 0; k--) {
                int p = k < at.length ? at[k] : 0;
                inside &= p < Dims.at(d, k);
                from = from * Dims.at(d, k) + p;
            }
            if (inside) r.set(i, a, from);
            for (int k = 0; k < at.length && ++at[k] == to[k]; k++) at[k] = 0;
        }
        return r;
    }

    @Function(call = "L = tril(A)\nL = tril(A, k)", en = "The part of A on and below diagonal k, zeros above.", ru = "Часть A на диагонали k и ниже, выше — нули.",
            examples = {"tril([1 2; 3 4])(:)'  % 1 3 0 4"})
    public static Value tril(Array a, @Default("0") int k, @Default Value pack) {
        return triangle("tril", packed("tril", a, pack), k, true);
    }

    @Function(call = "U = triu(A)\nU = triu(A, k)", en = "The part of A on and above diagonal k, zeros below.", ru = "Часть A на диагонали k и выше, ниже — нули.",
            examples = {"triu([1 2; 3 4])(:)'  % 1 0 2 4"})
    public static Value triu(Array a, @Default("0") int k, @Default Value pack) {
        return triangle("triu", packed("triu", a, pack), k, false);
    }

    private static Array packed(String name, Array a, Value pack) {
        if (pack != null) throw Failure.of("%s: takes a matrix and a diagonal; 'pack' is not supported", "%s: нужны матрица и номер диагонали; 'pack' не поддержан", name);
        return a;
    }

    private static Value triangle(String name, Array a, int k, boolean lower) {
        if (a.ndims() != 2) throw Failure.of("%s: need a 2-D matrix", "%s: нужна матрица", name);
        Array r = a instanceof Cell ? new Cell(new Value[a.numel()], a.dims()) : a.blank(a.dims());
        int m = a.rows();
        for (int j = 0; j < a.columns(); j++) {
            for (int i = 0; i < m; i++) if (lower ? j - i <= k : j - i >= k) r.set(i + j * m, a, i + j * m);
        }
        return r;
    }

    @Function(call = "D = diag(v)\nD = diag(v, k)\nD = diag(v, m, n)\nv = diag(A)\nv = diag(A, k)",
            en = "The matrix with v on diagonal k; of a matrix, its diagonal k as a column.",
            ru = "Матрица с v на диагонали k; для матрицы — её диагональ k столбцом.", examples = {"diag([1 2; 3 4])'  % 1 4", "diag([1 2])(:)'  % 1 0 0 2"})
    public static Value diag(Array a, @Default("0") int k, @Default("-1") int n) {
        if (a.ndims() != 2) throw Failure.of("diag: requires vector of proper dimension or a matrix", "diag: нужен вектор или матрица");
        boolean vector = a.rows() == 1 || a.columns() == 1;
        int count = a.numel();
        if (n != -1) {
            if (k < 0 || n < 0) throw Failure.of("diag: invalid dimensions %dx%d: M and N must not be negative", "diag: размеры %dx%d не годятся: m и n не бывают отрицательными", k, n);
            if (!vector) throw Failure.of("diag: V must be a vector", "diag: нужен вектор");
            Array r = a.blank(k, n);
            for (int i = 0; i < Math.min(count, Math.min(k, n)); i++) r.set(i + i * k, a, i);
            return r;
        }
        if (vector) {
            int size = (int) Math.min(Integer.MAX_VALUE, count + Math.abs((long) k));
            Dims.count(new int[] {size, size});
            Array r = a.blank(size, size);
            for (int i = 0; i < count; i++) r.set(i + Math.max(0, -k) + (i + Math.max(0, k)) * size, a, i);
            return r;
        }
        int rows = a.rows() - Math.max(0, -k);
        int length = Math.max(0, Math.min(rows, a.columns() - Math.max(0, k)));
        int[] positions = new int[length];
        for (int i = 0; i < length; i++) positions[i] = i + Math.max(0, -k) + (i + Math.max(0, k)) * a.rows();
        return a.gather(positions, new int[] {length, length == 0 && a.isEmpty() ? 0 : 1});
    }
}
