package nabla.linalg;

/** Complex vectors from the real ones of a matrix [Re −Im; Im Re], where each stands for itself and for i times itself. */
final class Unitary {
    private Unitary() {}

    /** Of the 2n columns of a real 2n×2n matrix n complex ones, orthonormal; real and imaginary parts. */
    static double[][] halves(double[] w, int n) {
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        int taken = 0;
        for (int c = 0; c < 2 * n && taken < n; c++) {
            for (int i = 0; i < n; i++) {
                re[i + taken * n] = w[i + c * 2 * n];
                im[i + taken * n] = w[i + n + c * 2 * n];
            }
            if (orthogonalize(re, im, n, taken) > 0.5) taken++;
        }
        return new double[][] {re, im};
    }

    /** Takes the earlier columns' parts out of column k and makes its length 1; its length before that. */
    private static double orthogonalize(double[] re, double[] im, int n, int k) {
        for (int j = 0; j < k; j++) {
            double pr = 0;
            double pi = 0;
            for (int i = 0; i < n; i++) {
                pr += re[i + j * n] * re[i + k * n] + im[i + j * n] * im[i + k * n];
                pi += re[i + j * n] * im[i + k * n] - im[i + j * n] * re[i + k * n];
            }
            for (int i = 0; i < n; i++) {
                re[i + k * n] -= pr * re[i + j * n] - pi * im[i + j * n];
                im[i + k * n] -= pr * im[i + j * n] + pi * re[i + j * n];
            }
        }
        double length = 0;
        for (int i = 0; i < n; i++) length += re[i + k * n] * re[i + k * n] + im[i + k * n] * im[i + k * n];
        length = Math.sqrt(length);
        if (length > 0.5) {
            for (int i = 0; i < n; i++) {
                re[i + k * n] /= length;
                im[i + k * n] /= length;
            }
        }
        return length;
    }
}
