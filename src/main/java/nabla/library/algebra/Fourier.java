package nabla.library.algebra;

import nabla.library.Along;
import nabla.library.Default;
import nabla.library.Function;
import nabla.library.Result;
import nabla.library.mathematics.Powers;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Value;

/** Discrete Fourier transforms of any length: X_k = Σ x_j exp(∓2πi·jk/n). */
public final class Fourier {
    private Fourier() {}

    @Function(call = "X = fft(x)\nX = fft(x, n)\nX = fft(x, n, dim)",
            en = "The discrete Fourier transform X(k) = sum of x(j) exp(-2 pi i (j-1)(k-1)/n), of each column of a matrix; x is cut or filled with zeros to length n.",
            ru = "Дискретное преобразование Фурье X(k) = сумма x(j) exp(-2 pi i (j-1)(k-1)/n), для матрицы по столбцам; x урезается или дополняется нулями до n.",
            examples = {"fft([1 0 0 0])  % 1 1 1 1", "abs(fft([1 1 1 1]))  % 4 0 0 0"})
    public static Value fft(Numeric x, @Default Value n, @Default Value dim) {
        return along("fft", x, n, dim, -1);
    }

    @Function(call = "x = ifft(X)\nx = ifft(X, n)\nx = ifft(X, n, dim)", en = "The inverse of fft.", ru = "Преобразование, обратное fft.",
            examples = {"ifft([10 -2+2i -2 -2-2i])  % 1 2 3 4"})
    public static Value ifft(Numeric x, @Default Value n, @Default Value dim) {
        return along("ifft", x, n, dim, 1);
    }

    @Function(call = "X = fft2(x)\nX = fft2(x, m, n)", en = "The Fourier transform along columns and rows.", ru = "Преобразование Фурье по столбцам и строкам.",
            examples = {"fft2([1 2; 3 4])(:)'  % 10 -4 -2 0"})
    public static Value fft2(Numeric x, @Default Value m, @Default Value n) {
        return transformed("fft2", transformed("fft2", x, 0, m, -1), 1, n, -1);
    }

    @Function(call = "x = ifft2(X)\nx = ifft2(X, m, n)", en = "The inverse of fft2.", ru = "Преобразование, обратное fft2.",
            examples = {"ifft2(fft2([1 2; 3 4]))(:)'  % 1 3 2 4"})
    public static Value ifft2(Numeric x, @Default Value m, @Default Value n) {
        return transformed("ifft2", transformed("ifft2", x, 0, m, 1), 1, n, 1);
    }

    private static Numeric along(String name, Numeric x, Value n, Value dim, int sign) {
        int k = 0;
        if (dim != null) {
            k = Along.dimension(name, dim);
        } else {
            while (k < x.ndims() - 1 && x.dims()[k] == 1) k++;
        }
        return transformed(name, x, k, n, sign);
    }

    private static Numeric transformed(String name, Numeric x, int k, Value length, int sign) {
        int[] d = new int[Math.max(x.ndims(), k + 1)];
        for (int i = 0; i < d.length; i++) d[i] = Dims.at(x.dims(), i);
        int n = length instanceof Numeric l && !l.isEmpty() ? count(name, l) : d[k];
        int[] to = d.clone();
        to[k] = n;
        double[] re = new double[Dims.count(to)];
        double[] im = new double[re.length];
        if (re.length > 0) {
            Along from = new Along(d, k);
            Along into = new Along(to, k);
            Transform t = new Transform(n, sign);
            double[] a = new double[n];
            double[] b = new double[n];
            for (int line = 0; line < into.lines; line++) {
                for (int i = 0; i < n; i++) {
                    int p = from.start(line) + i * from.stride;
                    a[i] = i < d[k] ? x.re(p) : 0;
                    b[i] = i < d[k] ? x.im(p) : 0;
                }
                boolean real = sign < 0 ? isZero(b) : isSymmetric(a, b);
                t.apply(a, b);
                if (real && sign < 0) symmetric(a, b);
                else if (real) java.util.Arrays.fill(b, 0);
                for (int i = 0; i < n; i++) {
                    int p = into.start(line) + i * into.stride;
                    re[p] = sign > 0 ? a[i] / n : a[i];
                    im[p] = sign > 0 ? b[i] / n : b[i];
                }
            }
        }
        return Result.complex(x.isSingle(), re, im, Dims.normal(to));
    }

    private static boolean isZero(double[] b) {
        for (double v : b) if (v != 0) return false;
        return true;
    }

    /** Whether x_(n-j) is the conjugate of x_j, so that the transform is real. */
    private static boolean isSymmetric(double[] a, double[] b) {
        int n = a.length;
        for (int j = 0; j <= n / 2; j++) if (a[j] != a[(n - j) % n] || b[j] != -b[(n - j) % n]) return false;
        return true;
    }

    /** Makes x_(n-j) the conjugate of x_j to the last bit. */
    private static void symmetric(double[] a, double[] b) {
        int n = a.length;
        for (int j = 0; j <= n / 2; j++) {
            int k = (n - j) % n;
            if (j == k) b[j] = 0;
            a[k] = a[j];
            if (j != k) b[k] = -b[j];
        }
    }

    private static int count(String name, Numeric n) {
        double c = n.re(0);
        if (n.numel() != 1 || !(c >= 0) || c != Math.rint(c)) {
            throw Failure.of("%s: number of points (N) must be greater than zero", "%s: число точек должно быть целым положительным", name);
        }
        return Dims.count(new int[] {1, (int) c});
    }

    /**
     * One length and direction. Powers of two go by halves (Cooley and Tukey 1965), other short lengths by the definition; longer
     * ones become a convolution of a power of two with the chirp w_j = exp(sign·πi·j²/n) (Bluestein 1970).
     */
    private static final class Transform {
        private static final int SHORT = 32;

        private final int n;
        private final double[] cos;
        private final double[] sin;
        private Transform whole;
        private Transform back;
        private double[] chirpRe;
        private double[] chirpIm;

        Transform(int n, int sign) {
            this.n = n;
            boolean power = (n & n - 1) == 0;
            boolean chirp = !power && n > SHORT;
            cos = new double[power ? n / 2 : n];
            sin = new double[cos.length];
            for (int j = 0; j < cos.length; j++) {
                double angle = chirp ? Math.PI * ((long) j * j % (2L * n)) / n : 2 * Math.PI * j / n;
                cos[j] = Math.cos(angle);
                sin[j] = sign * Math.sin(angle);
            }
            if (chirp) chirp();
        }

        private void chirp() {
            int m = Integer.highestOneBit(2 * n) * 2;
            whole = new Transform(m, -1);
            back = new Transform(m, 1);
            chirpRe = new double[m];
            chirpIm = new double[m];
            for (int j = 0; j < n; j++) {
                chirpRe[j] = cos[j];
                chirpIm[j] = -sin[j];
                if (j > 0) {
                    chirpRe[m - j] = cos[j];
                    chirpIm[m - j] = -sin[j];
                }
            }
            whole.apply(chirpRe, chirpIm);
        }

        /** Transforms in place. */
        void apply(double[] re, double[] im) {
            if (whole != null) bluestein(re, im);
            else if ((n & n - 1) == 0) halves(re, im);
            else sums(re, im);
        }

        private void sums(double[] re, double[] im) {
            double[] a = re.clone();
            double[] b = im.clone();
            for (int k = 0; k < n; k++) {
                re[k] = 0;
                im[k] = 0;
                for (int j = 0; j < n; j++) {
                    int w = j * k % n;
                    re[k] += a[j] * cos[w] - b[j] * sin[w];
                    im[k] += a[j] * sin[w] + b[j] * cos[w];
                }
            }
        }

        private void bluestein(double[] re, double[] im) {
            double[] a = new double[chirpRe.length];
            double[] b = new double[a.length];
            for (int j = 0; j < n; j++) {
                a[j] = re[j] * cos[j] - im[j] * sin[j];
                b[j] = re[j] * sin[j] + im[j] * cos[j];
            }
            whole.apply(a, b);
            for (int j = 0; j < a.length; j++) {
                double r = a[j] * chirpRe[j] - b[j] * chirpIm[j];
                b[j] = a[j] * chirpIm[j] + b[j] * chirpRe[j];
                a[j] = r;
            }
            back.apply(a, b);
            for (int j = 0; j < n; j++) {
                double r = a[j] / a.length;
                double i = b[j] / a.length;
                re[j] = r * cos[j] - i * sin[j];
                im[j] = r * sin[j] + i * cos[j];
            }
        }

        private void halves(double[] re, double[] im) {
            for (int i = 1, j = 0; i < n; i++) {
                int bit = n >> 1;
                for (; (j & bit) != 0; bit >>= 1) j ^= bit;
                j ^= bit;
                if (i < j) {
                    swap(re, i, j);
                    swap(im, i, j);
                }
            }
            for (int size = 2; size <= n; size *= 2) {
                int half = size / 2;
                int step = n / size;
                for (int start = 0; start < n; start += size) {
                    for (int k = 0; k < half; k++) butterfly(re, im, start + k, start + k + half, k * step);
                }
            }
        }

        private void butterfly(double[] re, double[] im, int p, int q, int w) {
            double r = re[q] * cos[w] - im[q] * sin[w];
            double i = re[q] * sin[w] + im[q] * cos[w];
            re[q] = re[p] - r;
            im[q] = im[p] - i;
            re[p] += r;
            im[p] += i;
        }

        private static void swap(double[] x, int i, int j) {
            double t = x[i];
            x[i] = x[j];
            x[j] = t;
        }
    }
}
