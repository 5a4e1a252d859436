package nabla.kernel;

/**
 * A quotient of two polynomials of the same degree, coefficients from the constant on; fitted ones meet their function in Chebyshev's points.
 */
record Quotient(double[] above, double[] below) {
    /** Both are found in one loop: neither waits for the other. */
    double at(double x) {
        int k = above.length - 1;
        double a = above[k];
        double b = below[k];
        while (--k >= 0) {
            a = Math.fma(a, x, above[k]);
            b = Math.fma(b, x, below[k]);
        }
        return a / b;
    }
}
