package nabla.library.algebra;

import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.Texts;
import nabla.value.Array;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Convolutions of arrays: C(k) = Σ A(i) B(k − i + 1) along every dimension. */
public final class Convolution {
    private Convolution() {}

    @Function(call = "C = convn(A, B)\nC = convn(A, B, shape)",
            en = "The convolution of arrays of any number of dimensions: 'full', 'same' (the size of A) or 'valid'.",
            ru = "Свёртка массивов любой размерности: 'full', 'same' (размер A) или 'valid'.", examples = {"convn([1 2], [1 1])  % 1 3 2"})
    public static Value convn(Numeric a, Numeric b, @Default("full") String shape) {
        Texts.numbers("convn", a, b);
        return of("convn", a, b, shape);
    }

    @Function(call = "C = conv2(A, B)\nC = conv2(A, B, shape)\nC = conv2(u, v, A)\nC = conv2(u, v, A, shape)",
            en = "The convolution of matrices: 'full', 'same' (the size of A) or 'valid'. With vectors u and v: columns with u, rows with v.",
            ru = "Свёртка матриц: 'full', 'same' (размер A) или 'valid'. С векторами u и v — свёртка столбцов A с u и строк с v.",
            examples = {"conv2([1 2; 3 4], [1 1])(:)'  % 1 3 3 7 2 4", "conv2(magic(3), ones(2), 'valid')(1)  % 17"})
    public static Value conv2(Numeric a, Numeric b, Value... rest) {
        Texts.numbers("conv2", a, b);
        Numeric m = rest.length > 0 && rest[0] instanceof Numeric x && !(rest[0] instanceof nabla.value.Char) ? x : null;
        int at = m == null ? 0 : 1;
        String shape = rest.length > at ? Texts.text(rest[at], "conv2", "SHAPE") : "full";
        if (a.ndims() > 2 || b.ndims() > 2) throw Failure.of("conv2: A and B must be 1-D vectors or 2-D matrices", "conv2: нужны матрицы");
        if (m == null) return of("conv2", a, b, shape);
        Numeric column = (Numeric) a.reshape(a.numel(), 1);
        Numeric row = (Numeric) b.reshape(1, b.numel());
        return of("conv2", of("conv2", m, column, shape), row, shape);
    }

    private static Numeric of(String name, Numeric a, Numeric b, String shape) {
        int n = Math.max(a.ndims(), b.ndims());
        int[] p = sizes(a, n);
        int[] q = sizes(b, n);
        int[] from = new int[n];
        int[] size = new int[n];
        for (int k = 0; k < n; k++) {
            int full = p[k] == 0 || q[k] == 0 ? 0 : p[k] + q[k] - 1;
            switch (shape) {
                case "full" -> size[k] = full;
                case "same" -> {
                    from[k] = q[k] / 2;
                    size[k] = p[k];
                }
                case "valid" -> {
                    from[k] = Math.max(q[k] - 1, 0);
                    size[k] = Math.max(p[k] - Math.max(q[k], 1) + 1, 0);
                }
                default -> throw Failure.of("%s: SHAPE type not valid: full, same or valid", "%s: форма должна быть full, same или valid", name);
            }
        }
        double[] re = new double[Dims.count(size)];
        boolean complex = a.isComplex() || b.isComplex();
        add(parts(a, false), p, parts(b, false), q, from, size, re, 1);
        boolean single = a.isSingle() || b.isSingle();
        if (!complex) return Result.real(single, re, Dims.normal(size));
        double[] im = new double[re.length];
        add(parts(a, true), p, parts(b, true), q, from, size, re, -1);
        add(parts(a, true), p, parts(b, false), q, from, size, im, 1);
        add(parts(a, false), p, parts(b, true), q, from, size, im, 1);
        return Result.complex(single, re, im, Dims.normal(size));
    }

    private static int[] sizes(Array a, int n) {
        int[] d = new int[n];
        for (int k = 0; k < n; k++) d[k] = Dims.at(a.dims(), k);
        return d;
    }

    private static double[] parts(Numeric a, boolean imaginary) {
        return imaginary ? Result.imaginary(a) : a.toDoubles();
    }

    /** Adds sign times the part of the convolution that begins at {@code from}. */
    private static void add(double[] a, int[] p, double[] b, int[] q, int[] from, int[] size, double[] to, int sign) {
        if (to.length == 0) return;
        int[] j = new int[q.length];
        for (double w : b) {
            if (w != 0) shifted(a, p, j, from, size, to, sign * w);
            for (int k = 0; k < j.length && ++j[k] == q[k]; k++) j[k] = 0;
        }
    }

    /** Adds w·a moved by j − from, as far as it falls into the result. */
    private static void shifted(double[] a, int[] p, int[] j, int[] from, int[] size, double[] to, double w) {
        int n = p.length;
        int[] i = new int[n];
        int first = Math.max(0, from[0] - j[0]);
        int last = Math.min(p[0], size[0] + from[0] - j[0]);
        while (true) {
            int source = 0;
            int target = 0;
            boolean inside = first < last;
            for (int k = n - 1; k > 0; k--) {
                int t = i[k] + j[k] - from[k];
                inside &= t >= 0 && t < size[k];
                source = source * p[k] + i[k];
                target = target * size[k] + t;
            }
            if (inside) {
                int s = source * p[0];
                int t = target * size[0] + j[0] - from[0];
                for (int x = first; x < last; x++) to[t + x] += w * a[s + x];
            }
            int k = 1;
            while (k < n && ++i[k] == p[k]) i[k++] = 0;
            if (k >= n) return;
        }
    }
}
