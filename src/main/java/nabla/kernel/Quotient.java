package nabla.kernel;

/** A quotient of two polynomials, coefficients from the constant on; fitted ones meet their function in Chebyshev's points. */
record Quotient(double[] above, double[] below) {
    double at(double x) {
        return value(above, x) / value(below, x);
    }

    private static double value(double[] c, double x) {
        double s = c[c.length - 1];
        for (int k = c.length - 2; k >= 0; k--) s = Math.fma(s, x, c[k]);
        return s;
    }
}
