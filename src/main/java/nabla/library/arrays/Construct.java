package nabla.library.arrays;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.library.Broadcast;
import nabla.library.Characters;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Shape;
import nabla.value.Array;
import nabla.value.Char;
import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Ranges;
import nabla.value.Real;
import nabla.value.Value;

/** Arrays made from sizes, ends and tiles. */
public final class Construct {
    private Construct() {}

    @Function(call = "A = zeros(n)\nA = zeros(m, n, ...)\nA = zeros([m n ...])\nA = zeros(..., class)",
            en = "An array of zeros; one size gives a square.", ru = "Массив нулей; один размер n даёт матрицу n на n.",
            examples = {"zeros(1, 3)  % 0 0 0", "class(zeros(2, 'int8'))  % int8"})
    public static Value zeros(Value... sizes) {
        return Shape.of("zeros", sizes).filled(0);
    }

    @Function(call = "A = ones(n)\nA = ones(m, n, ...)\nA = ones([m n ...])\nA = ones(..., class)",
            en = "An array of ones; one size gives a square.", ru = "Массив единиц; один размер n даёт матрицу n на n.",
            examples = {"ones(1, 3)  % 1 1 1"})
    public static Value ones(Value... sizes) {
        return Shape.of("ones", sizes).filled(1);
    }

    @Function(call = "A = eye(n)\nA = eye(m, n)\nA = eye([m n])\nA = eye(..., class)", en = "The identity matrix: ones on the diagonal.",
            ru = "Единичная матрица: единицы на диагонали.", examples = {"eye(2)(:)'  % 1 0 0 1"})
    public static Value eye(Value... sizes) {
        Shape s = Shape.of("eye", sizes);
        if (s.dims.length > 2) {
            throw Failure.of("Invalid call to eye: a matrix has two sizes", "eye: у матрицы два размера");
        }
        Array a = (Array) s.filled(0);
        Array one = (Array) Shape.of("eye", s.type == null ? new Value[0] : new Value[] {Char.of(s.type)}).filled(1);
        for (int k = 0; k < Math.min(s.dims[0], s.dims[1]); k++) a.set(k + k * s.dims[0], one, 0);
        return a;
    }

    @Function(call = "x = linspace(a, b)\nx = linspace(a, b, n)",
            en = "n points (100 unless given) from a to b at equal steps, both ends included. Columns a and b give a row each.",
            ru = "n точек (по умолчанию 100) от a до b с равным шагом, вместе с концами. Для столбцов a и b — по строке на элемент.",
            examples = {"linspace(0, 1, 5)  % 0 0.2500 0.5000 0.7500 1.0000"})
    public static Value linspace(Numeric a, Numeric b, @Default("100") Value n) {
        if (!(n instanceof Numeric count) || count.numel() > 1) {
            throw Failure.of("linspace: N must be a scalar", "linspace: n должно быть одним числом");
        }
        if (a.columns() != 1 && a.rows() != 1 || b.columns() != 1 && b.rows() != 1 || a.ndims() > 2 || b.ndims() > 2) {
            throw Failure.of("linspace: START, END must be scalars or vectors", "linspace: концы должны быть числами или векторами");
        }
        int rows = Math.max(a.numel(), b.numel());
        if (a.numel() != rows && a.numel() != 1 || b.numel() != rows && b.numel() != 1) {
            throw Failure.of("linspace: vectors must be of equal length", "linspace: векторы концов должны быть одной длины");
        }
        int columns = count.isEmpty() || count.re(0) != count.re(0) ? 1 : (int) Math.max(0, count.re(0));
        boolean single = a.isSingle() || b.isSingle();
        double[] re = new double[Dims.count(new int[] {rows, columns})];
        double[] im = a.isComplex() || b.isComplex() ? new double[re.length] : null;
        for (int i = 0; i < rows; i++) {
            int p = a.numel() == 1 ? 0 : i;
            int q = b.numel() == 1 ? 0 : i;
            spread(a.re(p), b.re(q), re, i, rows, columns);
            if (im != null) spread(a.im(p), b.im(q), im, i, rows, columns);
        }
        return im == null ? Result.real(single, re, rows, columns) : Result.complex(single, re, im, rows, columns);
    }

    /** From both ends towards the middle, so that the points are symmetric and the ends exact. */
    private static void spread(double a, double b, double[] r, int row, int rows, int n) {
        if (n == 0) return;
        double step = (b - a) / (n - 1);
        int half = (n + 1) / 2;
        if (a == b) step = 0;
        for (int k = 0; k < half; k++) {
            r[row + k * rows] = a + k * step;
            r[row + (n - 1 - k) * rows] = b - k * step;
        }
        if (n % 2 == 1 && n > 1) r[row + n / 2 * rows] = a == -b ? 0 : (a + b) / 2;
        if (n > 1) r[row] = a;
        r[row + (n - 1) * rows] = b;
    }

    @Function(call = "x = colon(a, b)\nx = colon(a, d, b)", en = "The range a:b or a:d:b as a function.", ru = "Диапазон a:b или a:d:b в виде функции.",
            examples = {"colon(1, 3)  % 1 2 3"})
    public static Value colon(Numeric a, Numeric b, @Characters @Default Numeric c) {
        return c == null ? Ranges.of(a, Real.of(1), b) : Ranges.of(a, b, c);
    }

    @Function(call = "B = repmat(A, n)\nB = repmat(A, m, n, ...)\nB = repmat(A, [m n ...])",
            en = "An array of m by n copies of A side by side. Numbers and vectors of numbers may be mixed; [] is left out, and one number beside it counts rows.",
            ru = "Массив, сложенный из m на n копий A. Числа и векторы чисел можно смешивать; [] пропускается, и одно число рядом с ним — число строк.",
            examples = {"repmat([1 2], 1, 2)  % 1 2 1 2", "repmat('ab', 1, 2)  % abab", "size(repmat(1:3, [], 2))  % 2 3"})
    public static Value repmat(Array a, Value... times) {
        if (times.length == 0) throw Failure.of("Invalid call to repmat: say how many times", "repmat: укажите, сколько раз повторить");
        int[] t = times.length == 1 ? Shape.dims("repmat", times) : repeats(times);
        int[] d = a.dims();
        int nd = Math.max(t.length, d.length);
        int[] to = new int[nd];
        for (int k = 0; k < nd; k++) to[k] = Dims.count(new int[] {Dims.at(d, k), Dims.at(t, k)});
        int[] positions = new int[Dims.count(to)];
        int[] at = new int[nd];
        for (int p = 0; p < positions.length; p++) {
            int from = 0;
            for (int k = nd - 1; k >= 0; k--) from = from * Dims.at(d, k) + at[k] % Dims.at(d, k);
            positions[p] = from;
            for (int k = 0; k < nd && ++at[k] == to[k]; k++) at[k] = 0;
        }
        return a.gather(positions, Dims.normal(to));
    }

    /** The numbers of the arguments one after the other; one number with [] beside it counts rows. */
    private static int[] repeats(Value[] times) {
        Value[] numbers = Arrays.stream(times)
                .filter(v -> !v.isEmpty())
                .flatMap(v -> v instanceof Numeric x && x.isVector() ? IntStream.range(0, x.numel()).mapToObj(x::element) : Stream.of(v))
                .toArray(Value[]::new);
        return numbers.length == 1 ? Shape.dims("repmat", numbers[0], Real.of(1)) : Shape.dims("repmat", numbers);
    }

    @Function(call = "M = magic(n)", en = "The n by n magic square: rows, columns and diagonals have one sum.",
            ru = "Магический квадрат n на n: суммы строк, столбцов и диагоналей равны.", examples = {"sum(magic(4))  % 34 34 34 34"})
    public static Value magic(double size) {
        int n = (int) Math.max(0, Math.floor(size));
        Dims.count(new int[] {n, n});
        if (n == 2) return new Real(new double[] {4, 1, 3, 2}, 2, 2);
        double[] m = n % 2 == 1 ? odd(n) : n % 4 == 0 ? doublyEven(n) : singlyEven(n);
        return new Real(m, n, n);
    }

    /** The siamese method. */
    private static double[] odd(int n) {
        double[] m = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int p = Math.floorMod(i + j + 1 + n / 2, n);
                int q = Math.floorMod(i + 2 * j + 1, n);
                m[i + j * n] = n * p + q + 1;
            }
        }
        return m;
    }

    /** Counts through, and turns the squares of both diagonals of each 4×4 block around. */
    private static double[] doublyEven(int n) {
        double[] m = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double v = i * n + j + 1;
                boolean turned = (i % 4 == 0 || i % 4 == 3) == (j % 4 == 0 || j % 4 == 3);
                m[i + j * n] = turned ? n * n + 1 - v : v;
            }
        }
        return m;
    }

    /** Four odd squares, with parts of the left columns of the halves exchanged (Strachey). */
    private static double[] singlyEven(int n) {
        int h = n / 2;
        double[] a = odd(h);
        double[] m = new double[n * n];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                double v = a[i + j * h];
                m[i + j * n] = v;
                m[i + h + (j + h) * n] = v + h * h;
                m[i + (j + h) * n] = v + 2 * h * h;
                m[i + h + j * n] = v + 3 * h * h;
            }
        }
        int k = (h - 1) / 2;
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < n; j++) {
                boolean left = i == h / 2 ? j >= 1 && j <= k : j < k;
                if (left || j > n - k) {
                    double t = m[i + j * n];
                    m[i + j * n] = m[i + h + j * n];
                    m[i + h + j * n] = t;
                }
            }
        }
        return m;
    }

    @Function(call = "z = complex(x, y)\nz = complex(x)", en = "The complex array x + iy, complex even where y is zero.",
            ru = "Комплексный массив x + iy, комплексный и при нулевом y.", examples = {"iscomplex(complex(1, 0))  % 1"})
    public static Value complex(Numeric x, @Default Numeric y) {
        if (y == null) return x.isComplex() ? Result.same(x) : new Complex(x.isSingle(), x.toDoubles(), new double[x.numel()], x.dims());
        Broadcast b = new Broadcast("complex", x.dims(), y.dims());
        double[] re = new double[Dims.count(b.dims)];
        double[] im = new double[re.length];
        b.each((x0, dx, y0, dy, r, n) -> {
            for (int k = 0; k < n; k++) {
                re[r + k] = x.re(x0 + k * dx);
                im[r + k] = y.re(y0 + k * dy);
            }
        });
        return new Complex(x.isSingle() || y.isSingle(), re, im, b.dims);
    }
}
