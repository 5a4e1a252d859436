package nabla.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import nabla.value.Complex;
import nabla.value.Numeric;
import nabla.value.Real;
import org.junit.jupiter.api.Test;

/** Factors multiplied give the matrix back. */
class FactorsTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(7);

    private static Real real(int m, int n) {
        return new Real(RANDOM.doubles(m * n, -1, 1).toArray(), m, n);
    }

    private static Numeric complex(int m, int n) {
        return new Complex(real(m, n).data(), real(m, n).data(), m, n);
    }

    private static void same(Numeric expected, Numeric actual) {
        assertEquals(expected.rows(), actual.rows());
        assertEquals(expected.columns(), actual.columns());
        for (int i = 0; i < expected.numel(); i++) {
            double error = Math.hypot(expected.re(i) - actual.re(i), expected.im(i) - actual.im(i));
            assertTrue(error < 1e-11, "element " + i + " is off by " + error);
        }
    }

    private static Numeric times(Numeric... factors) {
        Numeric p = factors[0];
        for (int i = 1; i < factors.length; i++) p = Product.of(p, factors[i]);
        return p;
    }

    @Test
    void lowerTimesUpperIsThePermutedMatrix() {
        for (Numeric a : new Numeric[] {real(5, 5), real(6, 3), real(3, 6), complex(5, 5)}) {
            Lu f = new Lu(a);
            same(times(f.permutation(), a), times(f.lower(), f.upper()));
        }
    }

    @Test
    void equationsAreSolved() {
        for (Numeric a : new Numeric[] {real(40, 40), complex(7, 7)}) {
            Numeric x = real(a.rows(), 2);
            same(x, Solve.left(a, times(a, x)).x());
            same(Product.identity(a.rows()), times(a, Solve.inverse(a).x()));
        }
    }

    @Test
    void leastSquaresSolvesTheNormalEquations() {
        Numeric a = real(8, 3);
        Numeric b = real(8, 1);
        Numeric x = Solve.left(a, b).x();
        same(times(Product.adjoint(a), b), times(Product.adjoint(a), a, x));
    }

    @Test
    void reflectionsGiveOrthogonalTimesTriangular() {
        Real a = real(6, 4);
        Qr f = new Qr(a, false);
        same(a, times(f.q(6), f.r(6)));
        same(Product.identity(4), times(Product.adjoint(f.q(4)), f.q(4)));
    }

    @Test
    void choleskyFactorsGiveTheMatrix() {
        for (Numeric b : new Numeric[] {real(5, 5), complex(5, 5)}) {
            Numeric a = times(Product.adjoint(b), b);
            Numeric r = new Cholesky(a).r();
            same(a, times(Product.adjoint(r), r));
        }
    }

    @Test
    void singularVectorsGiveTheMatrix() {
        for (Numeric a : new Numeric[] {real(5, 5), real(6, 3), real(3, 6), complex(4, 3), complex(3, 3)}) {
            Svd d = new Svd(a, true);
            same(a, times(d.u(), d.s(a.rows(), a.columns()), Product.adjoint(d.v())));
        }
    }

    @Test
    void eigenvectorsAreOnlyStretched() {
        Real b = real(6, 6);
        Numeric h = complex(4, 4);
        Numeric hermitian = times(Product.adjoint(h), h);
        Real jordan = new Real(new double[] {0, -1, 1, 0}, 2, 2);
        for (Numeric a : new Numeric[] {b, times(Product.adjoint(b), b), h, hermitian, jordan, real(25, 25)}) {
            Eigen e = new Eigen(a);
            same(times(a, e.vectors()), times(e.vectors(), e.diagonal()));
        }
    }

    @Test
    void schurFormsGiveTheMatrix() {
        Numeric a = complex(9, 9);
        Schur s = new Schur(a);
        same(a, times(s.u(), s.t(), Product.adjoint(s.u())));
    }

    @Test
    void functionsOfMatricesInvertEachOther() {
        Real a = real(4, 4);
        Numeric p = times(Product.adjoint(a), a);
        same(p, times(MatrixFunctions.sqrt(p), MatrixFunctions.sqrt(p)));
        same(a, MatrixFunctions.log(MatrixFunctions.exp(a)));
        same(times(p, p, p), MatrixFunctions.power(p, 3));
        same(MatrixFunctions.sqrt(p), MatrixFunctions.power(p, 0.5, 0, false));
    }

    @Test
    void wrappedProductsEqualPlainOnes() {
        Real a = real(30, 20);
        Real b = real(20, 25);
        Numeric c = Product.of(a, b);
        double sum = 0;
        for (int k = 0; k < 20; k++) sum += a.re(3 + k * 30) * b.re(k + 4 * 20);
        assertEquals(sum, c.re(3 + 4 * 30), 1e-13);
    }

    @Test
    void singularMatricesAreKnown() {
        Solve.Solution s = Solve.inverse(new Real(new double[] {1, 2, 2, 4}, 2, 2));
        assertTrue(s.singular(false));
        assertEquals(Double.POSITIVE_INFINITY, s.x().re(0));
    }
}
