package nabla.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import nabla.value.Numeric;
import nabla.value.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large matrices go to OpenBLAS and come back as the plain code would give them. */
class LapackTest {
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void openBlasIsThereForLargeWork() {
        assertTrue(Lapack.worth(1e9));
    }

    @Test
    void largeProductsAreSumsOfProducts() {
        int n = 210;
        double[] a = numbers(n * n, 1);
        double[] b = numbers(n * n, 2);
        double[] c = Product.real(a, b, n, n, n);
        double[] expected = new double[n * n];
        for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) for (int i = 0; i < n; i++) expected[i + j * n] += a[i + k * n] * b[k + j * n];
        assertArrayEquals(expected, c, 1e-11);
    }

    /** Sizes m, k, n of products of vectors, of small matrices and of matrices that OpenBLAS takes. */
    @ParameterizedTest
    @CsvSource({"1,5,7", "7,5,1", "1,5,1", "5,1,3", "6,4,5", "2,0,3", "1,2100,2003", "2003,2100,1", "210,220,230"})
    void transposedFactorsNeedNotBeMade(int m, int k, int n) {
        Real a = new Real(numbers(m * k, 1), m, k);
        Real b = new Real(numbers(k * n, 2), k, n);
        Real ta = (Real) Product.adjoint(a);
        Real tb = (Real) Product.adjoint(b);
        double[] expected = ((Real) Product.of(a, b)).data();
        assertArrayEquals(expected, Product.of(ta, true, b, false).data(), 1e-11);
        assertArrayEquals(expected, Product.of(a, false, tb, true).data(), 1e-11);
        assertArrayEquals(expected, Product.of(ta, true, tb, true).data(), 1e-11);
        assertEquals(n, Product.of(ta, true, tb, true).columns());
    }

    @Test
    void largeFactorsGiveTheMatrixBack() {
        int n = 260;
        Real a = new Real(numbers(n * n, 3), n, n);
        Lu lu = new Lu(a);
        Real unit = (Real) Product.of(lu.inverse(), a);
        assertArrayEquals(Product.identity(n).data(), unit.data(), 1e-9);
        Qr qr = new Qr(a, false);
        assertArrayEquals(a.data(), ((Real) Product.of(qr.q(n), qr.r(n))).data(), 1e-11);
        Svd svd = new Svd(a, true);
        Real back = (Real) Product.of(Product.of(svd.u(), svd.s(n, n)), Product.adjoint(svd.v()));
        assertArrayEquals(a.data(), back.data(), 1e-10);
        Eigen eigen = new Eigen(a);
        Numeric left = Product.of(a, eigen.vectors());
        Numeric right = Product.of(eigen.vectors(), eigen.diagonal());
        for (int i = 0; i < n * n; i++) {
            assertEquals(left.re(i), right.re(i), 1e-10);
            assertEquals(left.im(i), right.im(i), 1e-10);
        }
    }

    private static double[] numbers(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) x[i] = random.nextDouble(-1, 1);
        return x;
    }
}
