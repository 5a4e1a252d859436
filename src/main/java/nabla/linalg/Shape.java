package nabla.linalg;

import nabla.value.Complex;
import nabla.value.Dims;
import nabla.value.Failure;
import nabla.value.Numeric;
import nabla.value.Real;
import nabla.value.Value;
import org.ejml.data.DMatrixRMaj;

/** What the package asks of its arguments, and the small conversions around it. */
final class Shape {
    private Shape() {}

    /** The number of rows and columns of a square matrix; an error that names the function otherwise. */
    static int square(String function, Value a) {
        matrix(function, a);
        if (a.rows() != a.columns()) {
            throw Failure.of("%s: A must be a square matrix", "%s: матрица должна быть квадратной", function);
        }
        return a.rows();
    }

    static void matrix(String function, Value a) {
        if (a.ndims() > 2) {
            throw Failure.of("%s: A must be a 2-D matrix", "%s: нужна матрица, а не многомерный массив", function);
        }
    }

    static void finite(String message, String ru, Numeric a) {
        for (int i = 0, n = a.numel(); i < n; i++) {
            if (!Double.isFinite(a.re(i)) || !Double.isFinite(a.im(i))) throw Failure.of(message, ru);
        }
    }

    static Failure nonconformant(String operator, Value a, Value b) {
        return Failure.of(
                        "operator %s: nonconformant arguments (op1 is %s, op2 is %s)",
                        "оператор %s: размеры не согласованы (слева %s, справа %s)",
                        operator,
                        Dims.text(a.dims()),
                        Dims.text(b.dims()))
                .id("Octave:nonconformant-args");
    }

    /** Row k divided by s[k]. */
    static Numeric dividedRows(Numeric a, double[] s) {
        int m = a.rows();
        double[] re = re(a);
        double[] im = a.isComplex() ? im(a) : null;
        for (int i = 0; i < re.length; i++) {
            re[i] /= s[i % m];
            if (im != null) im[i] /= s[i % m];
        }
        return number(a.isSingle(), re, im, m, a.columns());
    }

    /** The real parts, column-major, in an array of the caller's. */
    static double[] re(Numeric a) {
        return a.toDoubles().clone();
    }

    static double[] im(Numeric a) {
        double[] im = new double[a.numel()];
        for (int i = 0; i < im.length; i++) im[i] = a.im(i);
        return im;
    }

    /** EJML keeps rows together: the transpose of the column-major array. */
    static DMatrixRMaj ejml(double[] columns, int m, int n) {
        DMatrixRMaj r = new DMatrixRMaj(m, n);
        for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) r.data[i * n + j] = columns[i + j * m];
        return r;
    }

    static double[] columns(DMatrixRMaj a) {
        double[] c = new double[a.numRows * a.numCols];
        for (int i = 0; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) c[i + j * a.numRows] = a.data[i * a.numCols + j];
        return c;
    }

    /** A real result, rounded to float for class single. */
    static Real real(boolean single, double[] data, int m, int n) {
        if (single) for (int i = 0; i < data.length; i++) data[i] = (float) data[i];
        return new Real(single, data, m, n);
    }

    static Numeric number(boolean single, double[] re, double[] im, int m, int n) {
        if (im == null) return real(single, re, m, n);
        if (single) {
            for (int i = 0; i < re.length; i++) {
                re[i] = (float) re[i];
                im[i] = (float) im[i];
            }
        }
        return new Complex(single, re, im, m, n).narrow();
    }
}
