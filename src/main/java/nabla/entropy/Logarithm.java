package nabla.entropy;

/** What a logarithm lacks to its tangent. */
final class Logarithm {
    private Logarithm() {}

    /**
     * u − ln(1 + u) ≥ 0, which divergences consist of, to full relative precision.
     *
     * @param log ln(1 + u), known better than from u where u is near −1
     */
    static double excess(double u, double log) {
        if (Math.abs(u) > 0.05) return u - log;
        double sum = 0;
        double power = u;
        for (int k = 2; k < 16; k++) {
            power *= -u;
            sum -= power / k;
        }
        return sum;
    }
}
